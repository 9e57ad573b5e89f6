"""A page on which all pictures of a folder can be looked at together, one row for each page of the program."""

import html
from pathlib import Path

STYLE = """
body{font:14px/1.4 sans-serif;margin:24px;background:#e9e9e6;color:#1d2b2f}
h2{margin:32px 0 8px} div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}
figure{margin:0} img{width:420px;display:block;box-shadow:0 1px 4px #0004} figcaption{padding:4px 0}
"""


def write_sheet(folder: Path) -> Path:
    """`index.html` in a folder of folders of PNGs; what has the same name stands side by side."""
    pages: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*/*.png")):
        pages.setdefault(path.stem.split("-", 1)[1], []).append(path)
    rows = (f"<h2>{html.escape(name)}</h2><div>{''.join(map(_figure, held))}</div>" for name, held in pages.items())
    sheet = folder / "index.html"
    head = f"<!doctype html><meta charset=utf-8><title>qmsdesk</title><style>{STYLE}</style>"
    sheet.write_text(f"{head}<h1>qmsdesk, every page</h1>{''.join(rows)}", encoding="utf-8")
    return sheet


def _figure(path: Path) -> str:
    where = html.escape(f"{path.parent.name}/{path.name}")
    caption = html.escape(path.parent.name)
    picture = f'<a href="{where}"><img loading=lazy src="{where}" alt=""></a>'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"
