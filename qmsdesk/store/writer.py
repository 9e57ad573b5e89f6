"""The writer: the one thread that writes to a register, so that painting never waits for a disk."""

import queue
import threading
from collections.abc import Callable
from typing import Any

from qmsdesk.domain.changes import Edit
from qmsdesk.log import logger
from qmsdesk.store.register import Register

Job = Callable[[Register], Any]
Then = Callable[[Any, Exception | None], None]


class _Draft:
    __slots__ = ("edit",)

    def __init__(self, edit: Edit) -> None:
        self.edit = edit


class Writer:
    """Runs jobs in the order they came. Drafts of one field replace each other: the newest wins.

    `then` is called on the writer's thread with the result, or with the error that a job ended in.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._jobs: queue.SimpleQueue[tuple[Job, Then] | None] = queue.SimpleQueue()
        self._drafts: dict[tuple[str, str], _Draft] = {}
        self._guard = threading.Lock()
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="register writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job, then: Then) -> None:
        """Run a job on the writer's thread."""
        with self._guard:
            self._drafts.clear()  # a text typed after this job must not overtake it: sealing would drop it
            self._put(job, then)

    def keep_draft(self, edit: Edit, then: Then) -> bool:
        """Put text on the disk; a newer text overtakes one of its field that still waits, and False is returned."""
        key = (edit.entity, edit.field)
        with self._guard:
            if key in self._drafts:
                self._drafts[key].edit = edit
                return False
            draft = self._drafts[key] = _Draft(edit)
            self._put(lambda register: self._keep_newest(register, draft), then)
        return True

    def close(self) -> None:
        """Finish what waits, close the register, and return when both are done."""
        with self._guard:
            self._is_closed = True
            self._jobs.put(None)
        self._thread.join()
        self._register.close()

    def _put(self, job: Job, then: Then) -> None:
        if self._is_closed:
            raise RuntimeError("the register is closed: nothing more can be written")
        self._jobs.put((job, then))

    def _keep_newest(self, register: Register, draft: _Draft) -> None:
        with self._guard:
            edit = draft.edit
            if self._drafts.get((edit.entity, edit.field)) is draft:
                del self._drafts[edit.entity, edit.field]
        register.keep_draft(edit)

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            job, then = item
            try:
                result, error = job(self._register), None
            except Exception as caught:  # handed on to whoever asked, who shows it
                result, error = None, caught
            try:
                then(result, error)
            except Exception:  # whoever asked may be gone; the next job must still be done
                logger.exception("the answer to a job could not be handed over")
