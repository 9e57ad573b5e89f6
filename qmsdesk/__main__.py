"""The door: a command goes to the command line, everything else opens the window."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from qmsdesk import __version__
from qmsdesk.i18n import LANGUAGES
from qmsdesk.log import logger, start_log
from qmsdesk.policy import Policy, read_policy

WINDOW_FLAGS = frozenset({"--demo"})
WINDOW_OPTIONS = frozenset({"--register", "--lang"})
SELF_TEST = "--self-test"


def main(argv: Sequence[str] | None = None) -> int:
    """Run qmsdesk with these words, or those of the command line, and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if SELF_TEST in words:
        from qmsdesk.self_test import run as try_all  # loads everything there is, and leaves no trace in the log

        return try_all([word for word in words if word != SELF_TEST])
    start_log()
    policy = read_policy()
    _log_start(policy)
    if opens_window(words):
        gc.disable()  # nearly all that a start makes is there to stay; the window tidies up when it stands
        from qmsdesk.ui.app import run  # brings in Qt, which no command may need
    else:
        from qmsdesk.cli.commands import run
    code = run(words, policy)
    logger.info("qmsdesk ends: %s", code)
    return code


def _log_start(policy: Policy) -> None:
    """What support asks first; a policy's values are shown by the doctor and in the window."""
    python, keys = ".".join(map(str, sys.version_info[:3])), ", ".join(policy.origins)
    logger.info("qmsdesk %s starts: Python %s, %s, policy: %s", __version__, python, sys.platform, keys)
    for fault in policy.faults:
        logger.warning("fault in the policy %s: %s", Path(fault.place).name, fault.key)


def opens_window(words: Sequence[str]) -> bool:
    """Whether there is nothing among the words but the window's options; a wrong one is for the commands to refuse."""
    left = iter(words)
    for word in left:
        name, joined, value = word.partition("=")
        if name in WINDOW_OPTIONS:
            value = value if joined else next(left, "")
            if not value or (name == "--lang" and value not in LANGUAGES):
                return False
        elif word not in WINDOW_FLAGS:
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
