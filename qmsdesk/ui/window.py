"""The main window: navigation at the left, one page at the right, built when it is first shown."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from qmsdesk.i18n import N_
from qmsdesk.paths import settings_folder
from qmsdesk.settings import Settings
from qmsdesk.store.actions import count_overdue
from qmsdesk.store.audits import count_audits
from qmsdesk.ui.bars import PageBar
from qmsdesk.ui.commands import bind, key_of
from qmsdesk.ui.desk import Desk
from qmsdesk.ui.logs import show_log
from qmsdesk.ui.rooms import Room
from qmsdesk.ui.theme.buttons import Button
from qmsdesk.ui.theme.layouts import row
from qmsdesk.ui.theme.navigation import NavList

if TYPE_CHECKING:
    from qmsdesk.ui.help.dialog import HelpDialog
    from qmsdesk.ui.palette.known import Known
    from qmsdesk.ui.palette.overlay import Palette

PAGES = (
    ("today", "sun", N_("Today")),
    ("programme", "clipboard-list", N_("Programme")),
    ("checklists", "list-checks", N_("Checklists")),
    ("actions", "circle-check-big", N_("Actions")),
    ("settings", "settings", N_("Settings")),
)
MODULES = {
    "today": ("qmsdesk.ui.today.page",),
    "programme": ("qmsdesk.ui.audits.programme",),
    "checklists": ("qmsdesk.ui.checklists.reader", "qmsdesk.ui.checklists.page"),
    "actions": ("qmsdesk.ui.actions.page",),
    "settings": ("qmsdesk.ui.settings.page",),
}
"""What the pages stand on that come in turns."""
COMPACT_BELOW = 1180
SEARCH_WIDTH = 200
USUAL_SIZE = QSize(1366, 768)
TITLE_BAR = QSize(0, 40)


class MainWindow(QMainWindow):
    """`settings_changed` carries the new `Settings`; `closed` says that the person is leaving."""

    settings_changed = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self._ = desk.words
        self._pages: dict[str, QWidget] = {}
        self._palette: tuple[Palette, Known] | None = None
        self._help: HelpDialog | None = None
        self.setWindowTitle("qmsdesk")
        self._nav = NavList(desk.theme, "qmsdesk")
        for key, icon, text in PAGES:
            self._nav.add(key, icon, self._(text))
        self._stack = QStackedWidget()
        frame = QWidget()
        layout = row(desk.theme, frame, gap=0)
        layout.addWidget(self._nav)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self.setMinimumSize(640, 400)
        self._wire()
        self._show_saved()
        self._count_actions()
        self._restore_geometry()

    def _wire(self) -> None:
        session = self._desk.session
        self._nav.chosen.connect(self.open_place)
        self._desk.theme.changed.connect(self._fit)
        session.changed.connect(self._count_actions)
        session.saved.connect(self._show_saved)
        session.saving.connect(self._show_saving)
        session.stuck.connect(self._show_stuck)
        runs = {
            "palette": self.open_palette,
            "undo": session.undo,
            "redo": session.redo,
            "today": lambda: self.open_place("today"),
            "back": lambda: self.open_place("programme"),
            "help": self.open_help,
            "log": show_log,
            "quit": self.close,
        }
        self._commands = bind(self, "window", self._, runs)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert page is not None, "a page is always shown"
        return page.page if isinstance(page, Room) else page

    def open_place(self, place: str) -> None:
        """Show a page by its key, `today`, or one step of an audit, `audit/ID/conduct`."""
        key, audit_id, step = [*place.split("/"), "", ""][:3]
        if key == "audit":
            self._show_audit(audit_id, step)
        else:
            is_start = key == "today" and not self.isVisible()  # a window comes up with its page
            self._show(key, self._builders()[key], () if is_start else MODULES.get(key, ()))
            self._nav.set_current(key)
        self._desk.session.set_bookmark("place", place)

    def open_palette(self) -> None:
        """Search and do, from wherever one is."""
        from qmsdesk.ui.audits.page import AuditPage  # most starts are for the page alone
        from qmsdesk.ui.palette.entries import gather_useful
        from qmsdesk.ui.palette.texts import TextSearch

        places = {key: (icon, self._(text)) for key, icon, text in PAGES}
        palette, known = self._palette = self._palette or self._new_palette()
        near = self.page.audit_id if isinstance(self.page, AuditPage) else ""
        texts = TextSearch(self._desk, self.open_place, lambda: self.page, near)
        useful = gather_useful(self._, self, self.page, self.open_place, places)
        palette.open(useful, known.parts(self.page), texts.find)

    def _new_palette(self) -> "tuple[Palette, Known]":
        from qmsdesk.ui.palette.known import Known
        from qmsdesk.ui.palette.overlay import Palette

        palette, known = Palette(self._desk.theme, self._, self), Known(self._desk, self.open_place, self)
        known.changed.connect(palette.renew)
        return palette, known

    def open_help(self) -> None:
        """The guide, where it speaks of the page that is shown."""
        from qmsdesk.ui.help.dialog import HelpDialog  # as above
        from qmsdesk.ui.help.sections import section_of

        self._help = self._help or HelpDialog(self._desk.theme, self._, self)
        self._help.open_at(section_of(self.place, is_new=count_audits(self._desk.session.db) == 0))

    @property
    def place(self) -> str:
        """Where one is, as `open_place` takes it."""
        key = next(key for key, page in self._pages.items() if page is self._stack.currentWidget())
        step = getattr(self.page, "step_key", "")
        return f"{key}/{step}" if step else key

    def _show_audit(self, audit_id: str, step: str) -> None:
        from qmsdesk.ui.audits.page import AuditPage  # pages come in when they are first shown

        def build() -> QWidget:
            page = AuditPage(self._desk, audit_id)
            page.step_shown.connect(lambda shown: self._desk.session.set_bookmark("place", f"audit/{audit_id}/{shown}"))
            return page

        key = f"audit/{audit_id}"
        self._add(key, build)
        page = self._pages[key]
        assert isinstance(page, AuditPage)
        page.show_step(step or page.usual_step())  # before it is seen, or the step of last time would be shown first
        self._stack.setCurrentWidget(page)
        self._nav.set_current("today" if page.is_today() else "programme")

    def _show(self, key: str, build: Callable[[], QWidget], modules: Sequence[str] = ()) -> None:
        self._add(key, build, modules)
        self._stack.setCurrentWidget(self._pages[key])

    def _add(self, key: str, build: Callable[[], QWidget], modules: Sequence[str] = ()) -> None:
        """A page that stands on modules of its own comes in turns."""
        if key not in self._pages:
            whole = partial(self._add_search, build)
            self._pages[key] = Room(self._desk.theme, modules, whole) if modules else whole()
            self._stack.addWidget(self._pages[key])

    def _add_search(self, build: Callable[[], QWidget]) -> QWidget:
        page = build()
        for bar in page.findChildren(PageBar):
            key = key_of("window", "palette")
            search = Button(self._desk.theme, self._("Search or do…"), "search", "search", key)
            search.setAccessibleDescription(key)
            search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            search.clicked.connect(self.open_palette)
            self._desk.theme.size(search, min_width=SEARCH_WIDTH)
            bar.add_search(search)
        return page

    def _builders(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "today": self._build_today,
            "programme": self._build_programme,
            "checklists": self._build_checklists,
            "actions": self._build_actions,
            "settings": self._build_settings,
        }

    def _build_today(self) -> QWidget:
        from qmsdesk.ui.today.page import TodayPage

        page = TodayPage(self._desk)
        page.audit_requested.connect(self._open_audit)
        page.place_requested.connect(self.open_place)
        return page

    def _build_programme(self) -> QWidget:
        from qmsdesk.ui.audits.programme import ProgrammePage

        page = ProgrammePage(self._desk)
        page.audit_requested.connect(self._open_audit)
        return page

    def _build_checklists(self) -> QWidget:
        from qmsdesk.ui.checklists.page import ChecklistsPage

        page = ChecklistsPage(self._desk)
        page.audit_requested.connect(self._open_audit)
        return page

    def _build_actions(self) -> QWidget:
        from qmsdesk.ui.actions.page import ActionsPage

        page = ActionsPage(self._desk)
        page.audit_requested.connect(self._open_audit)
        return page

    def _build_settings(self) -> QWidget:
        from qmsdesk.ui.settings.page import SettingsPage

        page = SettingsPage(self._desk, self._settings)
        page.settings_changed.connect(self.settings_changed)
        return page

    def _open_audit(self, audit_id: str, step: str) -> None:
        self.open_place(f"audit/{audit_id}/{step}")

    def _count_actions(self) -> None:
        count = count_overdue(self._desk.session.db, self._desk.today.isoformat())
        spoken = self._.plural("Actions, {count} overdue", "Actions, {count} overdue", count) if count else ""
        self._nav.set_count("actions", count, spoken)

    def _show_saved(self) -> None:
        self._nav.set_footer(
            self._("Offline – all saved {time}", time=self._.time(self._desk.now())), self._desk.session.owner.name
        )

    def _show_saving(self) -> None:
        self._nav.set_footer(self._("Offline – saving"), self._desk.session.owner.name)

    def _show_stuck(self) -> None:
        self._nav.set_footer(self._("Not saved yet"), self._desk.session.owner.name)

    def _fit(self) -> None:
        self._nav.set_compact(self.width() < self._desk.theme.px(COMPACT_BELOW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._desk.session.is_stuck and not self._leaves_anyway():
            event.ignore()
            return
        self._geometry().setValue("window", self.saveGeometry())
        self.closed.emit()
        super().closeEvent(event)

    def _leaves_anyway(self) -> bool:
        """Whether the person leaves although what was written last cannot be saved."""
        return self._desk.messages.ask(
            self._("What you wrote last is not saved yet: the register cannot be written to. Leave anyway?"),
            self._("Leave without saving"),
            self._("Stay"),
            is_risky=True,
        )

    def _restore_geometry(self) -> None:
        held = self._geometry().value("window")
        if held is None or not self.restoreGeometry(held):
            self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize() - TITLE_BAR))

    def _geometry(self) -> QSettings:
        return QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
