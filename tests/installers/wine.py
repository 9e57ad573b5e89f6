"""A Windows to install in: a Wine of its own with a user whose name has a space and letters beyond ASCII."""

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "Åsa Öberg"


class Wine:
    """`drive` is its C:. Exit codes come back as Unix sees them, the lowest eight bits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.prefix = folder / "wine"
        self.drive = self.prefix / "drive_c"
        self.local = self.drive / "users" / USER / "AppData" / "Local"
        self.environment = {
            **os.environ,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "HOME": str(folder / "home"),  # where Wine has the desktop
            "USER": USER,
            "LOGNAME": USER,
            "LC_ALL": "C.UTF-8",
            "DISPLAY": "",
        }
        (folder / "home" / "Desktop").mkdir(parents=True)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")

    def run(self, *words: str | Path, **more: str) -> int:
        """Run a program of Windows and wait for it."""
        return self.start(*words, **more).wait(timeout=120)

    def start(self, *words: str | Path, **more: str) -> subprocess.Popen[bytes]:
        command = ["wine", *(str(word) for word in words)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, env=self.environment | more, stdin=quiet, stdout=quiet, stderr=quiet)

    def read(self, key: str, name: str = "") -> str | None:
        """A value of the registry; nothing where there is none."""
        words = ["wine", "reg", "query", key, *(["/v", name] if name else ["/ve"])]
        done = subprocess.run(words, env=self.environment, capture_output=True, check=False)
        found = re.search(r"REG_\w+    (.*?)\r?\n", done.stdout.decode("cp850"))
        return found[1] if found else None

    def has(self, key: str) -> bool:
        words = ["wine", "reg", "query", key]
        return subprocess.run(words, env=self.environment, capture_output=True, check=False).returncode == 0

    def shortcuts(self) -> set[str]:
        """The folders that have one to the program."""
        return {path.parent.name for path in self.folder.rglob("qmsdesk.lnk")}

    def inside(self, path: Path) -> str:
        """A file of C: by its name in Windows."""
        return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")

    def heard(self, *words: str | Path) -> list[str]:
        """What the stand-in heard when this was started."""
        file = self.drive / "heard.txt"
        file.unlink(missing_ok=True)
        self.run(*words, HEARD="C:\\heard.txt")
        return file.read_text(encoding="utf-8-sig").splitlines()

    @contextmanager
    def running(self, program: Path) -> Iterator[None]:
        """With a program that is open."""
        hold = self.drive / "hold.txt"
        heard = self.drive / "open.txt"
        hold.touch()
        heard.unlink(missing_ok=True)
        process = self.start(program, HOLD="C:\\hold.txt", HEARD="C:\\open.txt")
        try:
            wait_for(heard.exists)
            yield
        finally:
            hold.unlink()
            process.wait(timeout=30)

    def cut_power(self) -> None:
        """End everything that runs in this Windows, at once and without a word."""
        subprocess.run(["wineserver", "-k", "-w"], env=self.environment, check=False)


def wait_for(is_so: object, seconds: float = 30) -> None:
    import time

    end = time.monotonic() + seconds
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.005)


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder with what it holds, as a sum."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
