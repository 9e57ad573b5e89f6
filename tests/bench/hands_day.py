"""Run in a process of its own: walks the whole day of the journeys; prints the count of each part, as JSON.

`python -m tests.bench.hands_day keys|clicks FOLDER`
"""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Boxes, Program, answer_boxes, new_demo, settle_in
from tests.journeys.person import Person
from tests.journeys.whole_day import make_photo, walk
from tests.journeys.whole_day_by_keys import ByKeys
from tests.journeys.whole_day_by_mouse import ByMouse


def count(way: ByKeys | ByMouse, folder: Path) -> dict[str, int]:
    counted: dict[str, int] = {}
    boxes = Boxes()
    boxes.files = [make_photo(folder / "goals.jpg")]

    def day(person: Person) -> None:
        counted.update(walk(person, way.parts).parts)

    with pytest.MonkeyPatch.context() as patched:
        settle_in(patched)
        answer_boxes(patched, boxes)
        Program(QApplication(["qmsdesk", "-style", "Fusion"])).open(new_demo(folder / "demo.qmsdesk", "sv"), day)
    return counted


if __name__ == "__main__":
    print(json.dumps(count(ByKeys() if sys.argv[1] == "keys" else ByMouse(), Path(sys.argv[2]))))
