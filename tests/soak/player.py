"""One life of the scripted day: the real program in a process of its own, which is killed when nobody expects it.

`python -m tests.soak.player REGISTER PROMISES PHOTOS AUDIT SEED NUMBER` looks first whether everything that was
promised is there and shown, says `here`, and plays on with act NUMBER. It prints `act`, `will`, `kept` and `unsure`;
of what it finds broken, `lost`.
"""

import random
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from qmsdesk.__main__ import main
from qmsdesk.store.attachments import file_of
from qmsdesk.store.changes import broken_chains
from qmsdesk.store.database import Connection
from qmsdesk.store.register import open_reader
from qmsdesk.ui.window import MainWindow
from tests.journeys.sitter import end_at_a_box
from tests.soak.acts import act_of
from tests.soak.hands import Act, Hands
from tests.soak.looks import look
from tests.soak.promises import Promises, read_field
from tests.soak.witness import Witness, tell


class Player(QObject):
    def __init__(self, register: Path, promises: Path, photos: Path, audit_id: str, seed: str, number: int) -> None:
        super().__init__()
        self._register, self._promises, self._photos = register, Promises.load(promises), photos
        self._audit_id, self._seed, self._number = audit_id, seed, number
        self._hands: Hands | None = None
        self._act: Act = iter(())
        self._timer = QTimer(self, singleShot=True, interval=1)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        pause = 1
        if self._hands is None:
            self._sit_down()
        else:
            pause = next(self._act, -1)
            if pause < 0:
                self._begin(self._hands)
        self._timer.start(max(1, pause))

    def _sit_down(self) -> None:
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)
        if window is None or not window.isActiveWindow():
            return
        witness = Witness(window._desk.session)
        self._look(window)
        chance = random.Random(f"{self._seed}/{self._number}")
        self._hands = Hands(window, witness, chance, self._audit_id, self._photos)

    def _begin(self, hands: Hands) -> None:
        act: Callable[[Hands], Act] = act_of(self._number, hands)
        tell("act", [self._number, act.__name__])
        self._number += 1
        self._act = act(hands)

    def _look(self, window: MainWindow) -> None:
        """Before anything new is done: all that was promised, in the register and in the window."""
        db = open_reader(self._register)
        for wrong in (*self._broken(db), *damage(db, self._register), *look(window, self._promises)):
            tell("lost", wrong)
        db.close()
        tell("here", [window.place, len(self._promises.kept)])

    def _broken(self, db: Connection) -> list[str]:
        wrong = []
        for key in list(self._promises.kept.keys() | self._promises.tried.keys()):
            found = read_field(db, key)
            said = self._promises.broken(key, found)
            if said:
                wrong.append(said)
            elif key in self._promises.tried:
                self._promises.take_found(key, found)
                tell("found", [*key, found])
        return wrong


def damage(db: Connection, register: Path) -> list[str]:
    """What is wrong with the file itself, its log and its photos."""
    wrong = [f"integrity: {said}" for (said,) in db.execute("PRAGMA integrity_check") if said != "ok"]
    wrong += [f"the chain of replica {replica} is broken" for replica in broken_chains(db)]
    for (digest,) in db.execute("SELECT DISTINCT sha256 FROM attachment").fetchall():
        path = file_of(register, digest)
        if path is None or sha256(path.read_bytes()).hexdigest() != digest:
            wrong.append(f"the photo {digest} has a record and no file")
    return wrong


if __name__ == "__main__":
    register, promises, photos, audit_id, seed, number = sys.argv[1:7]
    end_at_a_box()
    application = QApplication(["qmsdesk"])
    player = Player(Path(register), Path(promises), Path(photos), audit_id, seed, int(number))
    sys.exit(main(["--register", register, "--lang", "en"]))
