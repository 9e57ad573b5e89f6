"""The writer: the one thread that writes to a register, so that painting never waits for a disk."""

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from qmsdesk.domain.changes import Edit
from qmsdesk.domain.errors import (
    DiskFails,
    DiskIsFull,
    Refusal,
    RegisterInUse,
    RegisterIsAway,
    RegisterIsDamaged,
    RegisterNotReadable,
    RegisterNotWritable,
)
from qmsdesk.log import logger
from qmsdesk.store.register import Register

Job = Callable[[Register], Any]
Then = Callable[[Any, Exception | None], None]
Stuck = Callable[[Refusal], None]

TROUBLES = (
    DiskFails,
    DiskIsFull,
    RegisterInUse,
    RegisterIsAway,
    RegisterIsDamaged,
    RegisterNotReadable,
    RegisterNotWritable,
)
"""What stands in the way of every job alike, and may pass."""
RETRY_SECONDS = 0.5


class _Draft:
    __slots__ = ("edit",)

    def __init__(self, edit: Edit) -> None:
        self.edit = edit


class Writer:
    """Runs jobs in the order they came. Drafts of one field replace each other: the newest wins.

    `then` is called on the writer's thread with the result, or with the error that a job ended in. A job that meets
    one of the `TROUBLES` is tried again until it is through, and the jobs behind it wait: nothing is lost and nothing
    overtaken. `stuck` hears of the trouble once, on the writer's thread.
    """

    def __init__(self, register: Register, stuck: Stuck = lambda _: None) -> None:
        self._register = register
        self._stuck = stuck
        self.is_stuck = False
        self._closing = threading.Event()
        self._jobs: queue.SimpleQueue[tuple[Job, Then] | None] = queue.SimpleQueue()
        self._drafts: dict[tuple[str, str], _Draft] = {}
        self._guard = threading.Lock()
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
        """Finish what waits, as far as it can be done, close the register, and return when both are done."""
        with self._guard:
            self._closing.set()
            self._jobs.put(None)
        self._thread.join()
        with suppress(*TROUBLES):  # what cannot be sealed now stays a draft, for the next start
            self._register.close()

    def _put(self, job: Job, then: Then) -> None:
        if self._closing.is_set():
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
            result, error = self._do(job)
            try:
                then(result, error)
            except Exception:  # whoever asked may be gone; the next job must still be done
                logger.exception("the answer to a job could not be handed over")

    def _do(self, job: Job) -> tuple[Any, Exception | None]:
        done: tuple[Any, Exception | None] | None = None
        while done is None:
            try:
                done = job(self._register), None
            except TROUBLES as trouble:
                if self._closing.is_set():
                    done = None, trouble
                else:
                    self._wait(trouble)
            except Exception as caught:  # handed on to whoever asked, who shows it
                done = None, caught
        self.is_stuck = False
        return done

    def _wait(self, trouble: Refusal) -> None:
        if not self.is_stuck:
            self.is_stuck = True
            self._stuck(trouble)
        self._closing.wait(RETRY_SECONDS)
