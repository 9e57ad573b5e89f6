"""The desk: what every page is handed when it is built."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from qmsdesk.i18n import Words
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.messages import Messages
from qmsdesk.ui.session import Session
from qmsdesk.ui.spelling import Spelling
from qmsdesk.ui.theme.theme import Theme


class Desk(NamedTuple):
    """`words` is the language of the screen; `now` is the clock, aware of its time zone; `policy` is that of IT.

    Without `spelling` no words are looked up.
    """

    session: Session
    theme: Theme
    words: Words
    messages: Messages
    jobs: Jobs
    now: Callable[[], dt.datetime]
    policy: Policy = NO_POLICY
    spelling: Spelling | None = None

    @property
    def today(self) -> dt.date:
        return self.now().date()
