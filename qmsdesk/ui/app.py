"""The application: everything the window needs is built here, once, and handed on."""

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from qmsdesk.domain.changes import Changed, Edit
from qmsdesk.domain.errors import (
    BackupNotCopied,
    DemoIsOff,
    DiskFails,
    DiskIsFull,
    FileNotWritable,
    Refusal,
    RegisterIsAway,
    RegisterIsDamaged,
    RegisterIsDecided,
    RegisterIsMissing,
    reason_of,
)
from qmsdesk.i18n import Words, words
from qmsdesk.log import logger
from qmsdesk.paths import default_register, demo_register
from qmsdesk.policy import NO_POLICY, Policy
from qmsdesk.settings import Settings, is_there, load_settings, may_write, register_of, save_settings, settings_file
from qmsdesk.store.organisation import the_organisation
from qmsdesk.store.register import Register, create_register, open_reader
from qmsdesk.store.spelling import KINDS as NAMED_KINDS
from qmsdesk.ui.collector import Collector
from qmsdesk.ui.crash import catch_crashes
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.jobs import Jobs
from qmsdesk.ui.messages import Messages
from qmsdesk.ui.session import Session
from qmsdesk.ui.spelling import Spelling, names_known
from qmsdesk.ui.theme.theme import Mode, Theme, system_mode
from qmsdesk.ui.window import MainWindow

Clock = Callable[[], dt.datetime]
DISK_TROUBLES = (DiskFails, DiskIsFull, RegisterIsAway, RegisterIsMissing)


def local_time() -> dt.datetime:
    return dt.datetime.now().astimezone()


def run(argv: list[str], policy: Policy = NO_POLICY) -> int:
    """Open the window and return when it is closed, with the exit code."""
    options = _options(argv)
    qt = QApplication.instance() or QApplication(["qmsdesk", "-style", "Fusion"])
    assert isinstance(qt, QApplication)
    settings = load_settings(policy)
    if options.lang and not policy.locks("language"):
        settings = replace(settings, language=options.lang)
    app = App(qt, settings, policy=policy)
    if options.register and not may_write(options.register, settings, policy):
        app.messages.refuse(RegisterIsDecided(path=register_of(settings, policy)))
        options.register = None
    if options.demo and policy.forbids("demo"):
        app.messages.refuse(DemoIsOff())
        options.demo = False
    if not app.open(_wanted(options, settings, policy), demo=options.demo):
        return 1
    code = qt.exec()
    app.close()
    return code


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="qmsdesk", add_help=False)
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--register", type=Path)
    parser.add_argument("--lang", choices=("sv", "en"))
    return parser.parse_args(argv)


def _wanted(options: argparse.Namespace, settings: Settings, policy: Policy) -> Path | None:
    """The register to open; none where it is the first start."""
    if options.demo:
        return options.register or demo_register()
    own = register_of(settings, policy)
    is_chosen = bool(settings.register) and Path(settings.register) == own
    return options.register or (own if is_chosen or (policy.register == own and is_there(own)) else None)


class App(QObject):
    """Settings, theme, session and window, and what joins them."""

    def __init__(
        self, qt: QApplication, settings: Settings, now: Clock = local_time, *, policy: Policy = NO_POLICY
    ) -> None:
        super().__init__()
        self._qt = qt
        self._now = now
        self._policy = policy
        self.settings = settings
        self.theme = Theme(self._mode(), settings.text_scale / 100)
        self.theme.apply(qt)
        self.words: Words = words(settings.language)
        self.jobs = Jobs()
        self.messages = Messages(self.words)
        self.spelling = Spelling(settings.spelling == "on")
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self._newcomer = ""
        self._collector = Collector(self.jobs)
        self._translator = QTranslator()
        self._speak()
        qt.styleHints().colorSchemeChanged.connect(lambda _: self.theme.set_mode(self._mode()))

    def open(self, path: Path | None, demo: bool = False) -> bool:
        """Open a register, or ask which at the first start, and show the window; False where the person gave up."""
        while self.session is None:
            if path is None:
                path, demo = self._welcome()
            if path is None:
                return False
            try:
                self.session = Session(self._register(path, demo))
            except Refusal as refusal:
                self.messages.refuse(refusal)
                if not (isinstance(refusal, RegisterIsDamaged) and self._offer_backup(path)):
                    path = None
        self.session.changed.connect(self._on_changed)
        self.session.failed.connect(self._on_failed)
        self.session.stuck.connect(self._on_failed)
        self._show_window()
        if not demo and path != demo_register():
            QTimer.singleShot(1000, self._follow_policy)
        QTimer.singleShot(2000, self._back_up)
        return True

    def close(self) -> None:
        """Save everything, and end what runs beside the window."""
        self.jobs.wait()
        if self.session:
            self.session.flush()
            self._take_window_away()
            self.session.close()
            self.session = None
        self._collector.stop()

    def _take_window_away(self) -> None:
        """With its timers, which would go on reading from a register that is closed."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def change_settings(self, settings: Settings) -> None:
        """Keep the settings and show the window in them, at the same place."""
        before, self.settings = self.settings, settings
        try:
            save_settings(settings, self._policy)
        except OSError as error:
            self.messages.refuse(FileNotWritable(path=settings_file(), reason=reason_of(error)))
        self.theme.set_mode(self._mode())
        self.theme.set_scale(settings.text_scale / 100)
        self.spelling.set_on(settings.spelling == "on")
        if settings.language != before.language:
            self.words = words(settings.language)
            self._speak()
            if self.session is not None:
                self._show_window()

    def _register(self, path: Path, demo: bool) -> Register:
        if demo and not path.exists():
            return self._new_demo(path)
        if self._newcomer and not path.exists():
            return self._new_register(path)
        return Register(path, self.settings.device)

    def _new_demo(self, path: Path) -> Register:
        from qmsdesk.exchange.demo import fill_demo  # YAML and the demo's content are needed only here

        today, language = self._now().date(), self.settings.language
        return create_register(path, self.settings.device, lambda register: fill_demo(register, today, language))

    def _new_register(self, path: Path) -> Register:
        from qmsdesk.exchange.first_start import new_register  # see `_new_demo`

        return new_register(path, self.settings.device, self._newcomer, self._policy)

    def _welcome(self) -> tuple[Path | None, bool]:
        from qmsdesk.ui.welcome.dialog import WelcomeDialog  # seen once in the life of an installation

        dialog = WelcomeDialog(self.theme, self.settings, self._policy.register or default_register(), self._policy)
        if not dialog.exec():
            return None, False
        self._newcomer = dialog.person
        if dialog.wants_demo:
            self.change_settings(replace(self.settings, language=dialog.language))
            return demo_register(), True
        self.change_settings(replace(self.settings, language=dialog.language, register=str(dialog.register)))
        return dialog.register, False

    def _offer_backup(self, path: Path) -> bool:
        from qmsdesk.store.backups import keeping_of, last_good_backup, restore  # a start does without

        backup = last_good_backup(path, keeping_of(self._policy))
        if backup is None:
            return False
        _ = self.words
        question = _(
            "The last good backup is {backup}. Continue with it? The damaged file is kept.", backup=backup.name
        )
        if not self.messages.ask(question, _("Restore the backup"), _("Leave everything as it is")):
            return False
        restore(path, backup)
        return True

    def _show_window(self) -> None:
        assert self.session is not None
        self.session.flush()
        self.session.words = self.words
        db = self.session.db
        self.spelling.names = lambda language: names_known(db, language)
        spelling = self.spelling
        desk = Desk(self.session, self.theme, self.words, self.messages, self.jobs, self._now, self._policy, spelling)
        old, self.window = self.window, MainWindow(desk, self.settings)
        self.messages.parent = self.window
        self.window.settings_changed.connect(self.change_settings)
        self.window.open_place(self.session.bookmark("place") or "today")
        self.window.show()
        if old is not None:
            old.deleteLater()
            old.hide()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & NAMED_KINDS:
            self.spelling.look_again()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refusal):
            self.messages.refuse(error)
        else:
            raise error

    def _follow_policy(self) -> None:
        """What IT has locked of the organisation is written once; its logo is read beside the window."""
        if not self._policy.locks_organisation or self.session is None:
            return
        from qmsdesk.exchange.policies import organisation_edits  # see `_offer_backup`

        path, policy = self.session.path, self._policy

        def job() -> list[Edit]:
            reader = open_reader(path)
            try:
                return organisation_edits(the_organisation(reader), path, policy)
            finally:
                reader.close()

        self.jobs.run(job, self._on_decided, self._on_failed)

    def _on_decided(self, edits: list[Edit]) -> None:
        if edits and self.session is not None:
            self.session.write(edits, can_undo=False)

    def _back_up(self) -> None:
        from qmsdesk.store.backups import back_up_daily, keeping_of  # see `_offer_backup`

        if self.session is None:
            return
        path, today, policy = self.session.path, self._now().date(), self._policy

        def job() -> None:
            reader = open_reader(path)
            try:
                back_up_daily(reader, path, today, keeping_of(policy))
            finally:
                reader.close()

        self.jobs.run(job, lambda _: None, self._on_backup_failed)

    def _on_backup_failed(self, error: Exception) -> None:
        """Trouble with the disk is left to the session to tell: it does so once, when something is written.

        A share that is away, as on most days out, waits until it is there; Settings and the doctor tell.
        """
        if isinstance(error, (*DISK_TROUBLES, BackupNotCopied)):
            logger.warning("no backup: %s", type(error).__name__)
        else:
            self._on_failed(error)

    def _mode(self) -> Mode:
        chosen: dict[str, Mode] = {"light": "light", "dark": "dark"}
        return chosen.get(self.settings.mode) or system_mode() or "light"

    def _speak(self) -> None:
        """Everything from here on in the language of the settings, Qt's own buttons too."""
        self.messages._ = self.words
        catch_crashes(self.words)
        self._qt.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.settings.language}", folder):
            self._qt.installTranslator(self._translator)
