"""Makes the tar archive that runs from any folder: `python tar.py BUNDLE TO`. The same bundle gives the same bytes."""

import lzma
import sys
import tarfile
from pathlib import Path

FILTERS = [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 9}]


def main(bundle: Path, to: Path) -> int:
    name = to / f"{bundle.name}.tar.xz"
    with lzma.open(name, "wb", filters=FILTERS) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for path in (bundle, *sorted(bundle.rglob("*"))):
            archive.add(path, path.relative_to(bundle.parent).as_posix(), recursive=False, filter=nobodys)
    print(name)
    return 0


def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
