"""A screen of one's own: an X server in memory whose picture can be read from outside the programs it shows."""

import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STRIDE = 4099  # bytes; a prime, so that the samples lie all over the screen


class Screen:
    """`display` names it for a program; `is_painted` says whether a window covers a good part of it."""

    def __init__(self, display: str, picture: Path) -> None:
        self.display = display
        with picture.open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._empty = self._sample()

    def is_painted(self) -> bool:
        """A window's picture stands on the screen; a mapped but unpainted one changes nothing."""
        shown = self._sample()
        return sum(one != other for one, other in zip(shown, self._empty, strict=True)) * 5 > len(shown)

    def wait_until_empty(self) -> None:
        while self.is_painted():
            time.sleep(0.01)

    def _sample(self) -> bytes:
        (head,) = struct.unpack(">I", self._pixels[:4])
        return self._pixels[head::STRIDE]


@contextmanager
def own_screen() -> Iterator[Screen]:
    """An Xvfb for as long as it is needed. Raises `FileNotFoundError` where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-fbdir", folder]
        server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            with os.fdopen(read) as pipe:
                display = pipe.readline().strip()
            yield Screen(f":{display}", Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()
