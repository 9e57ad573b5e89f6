"""The lock of a register: one program writes to it at a time, and the lock falls when that program ends, however."""

from pathlib import Path

from qmsdesk.store.database import explained, sqlite3


class RegisterLock:
    """Held from construction until `release`. Raises `RegisterInUse` where another program holds it.

    It is the exclusive transaction on an empty database beside the register: the same on every system, and the
    operating system takes it back from a program that was killed.
    """

    def __init__(self, register: Path) -> None:
        path = Path(f"{register}.lock")
        with explained(register):
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
            try:
                self._connection.execute("BEGIN EXCLUSIVE")
            except BaseException:
                self._connection.close()
                raise

    def release(self) -> None:
        self._connection.close()
