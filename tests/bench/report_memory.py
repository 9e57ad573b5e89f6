"""Have one report printed in a process of its own, and say the most memory that took, in megabytes.

`report_memory FINDINGS [PHOTOS]`: so many findings, and so many photos of two megabytes each.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PIL import Image

from qmsdesk.domain.attachments import Attachment
from tests.bench.big_dossiers import big_dossier
from tests.report.sample_dossiers import STAMP

PHOTO_BYTES = 2_000_000


def photos(folder: Path, count: int) -> Iterator[tuple[str, Path]]:
    """Files that are as large as photos; what they show does not matter here."""
    sink = BytesIO()
    Image.new("RGB", (1600, 1200), "#8ab").save(sink, "JPEG")
    noise = Random(1).randbytes(PHOTO_BYTES).replace(b"\xff", b"\0")
    for n in range(count):
        path = folder / f"{n}.jpg"
        path.write_bytes(sink.getvalue()[:-2] + noise + b"\xff\xd9")
        yield f"p{n}", path


if __name__ == "__main__":
    findings, count = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with TemporaryDirectory() as name:
        files = dict(photos(Path(name), count))
        attached = tuple(Attachment(key, "a", key, "image/jpeg", PHOTO_BYTES, "Skåpet") for key in files)
        dossier = replace(big_dossier(findings), attachments=attached)
        Path(name, "dossier").write_bytes(pickle.dumps((dossier, files)))
        command = [sys.executable, "-m", "tests.bench.report_printing", name, STAMP.isoformat()]
        print(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=60).stdout.strip())
