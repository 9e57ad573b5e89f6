"""The writer: the one thread that writes to a register, so that painting never waits for a disk."""

import queue
import threading
from collections.abc import Callable
from typing import Any

from qmsdesk.domain.changes import Edit
from qmsdesk.store.register import Register

Job = Callable[[Register], Any]
Then = Callable[[Any, Exception | None], None]


class Writer:
    """Runs jobs in the order they came. Drafts of one field replace each other: the newest wins.

    `then` is called on the writer's thread with the result, or with the error that a job ended in.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._jobs: queue.SimpleQueue[tuple[Job, Then] | None] = queue.SimpleQueue()
        self._drafts: dict[tuple[str, str], Edit] = {}
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="register writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job, then: Then) -> None:
        """Run a job on the writer's thread."""
        self._jobs.put((job, then))

    def keep_draft(self, edit: Edit, then: Then) -> bool:
        """Put text on the disk; a newer text overtakes one of its field that still waits, and False is returned."""
        key = (edit.entity, edit.field)
        with self._guard:
            waiting = key in self._drafts
            self._drafts[key] = edit
        if not waiting:
            self.submit(lambda register: self._keep_newest(register, key), then)
        return not waiting

    def _keep_newest(self, register: Register, key: tuple[str, str]) -> None:
        with self._guard:
            edit = self._drafts.pop(key)
        register.keep_draft(edit)

    def close(self) -> None:
        """Finish what waits, close the register, and return when both are done."""
        self._jobs.put(None)
        self._thread.join()
        self._register.close()

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            job, then = item
            try:
                result, error = job(self._register), None
            except Exception as caught:  # handed on to whoever asked, who shows it
                result, error = None, caught
            then(result, error)
