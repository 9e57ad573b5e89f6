"""Makes the tar archive that runs from any folder: `python tar.py BUNDLE TO [LEVEL]`.

The same bundle gives the same bytes. LEVEL is xz's, 9 without it; a lower one is for trying things out.
"""

import lzma
import sys
import tarfile
from pathlib import Path


def main(bundle: Path, to: Path, level: str = "9") -> int:
    filters = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": int(level)}]
    name = to / f"{bundle.name}.tar.xz"
    with lzma.open(name, "wb", filters=filters) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for path in (bundle, *sorted(bundle.rglob("*"))):
            archive.add(path, path.relative_to(bundle.parent).as_posix(), recursive=False, filter=nobodys)
    print(name)
    return 0


def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
