"""The presentation: a window for everybody, with what was found in large words, changed before their eyes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qmsdesk.domain.actions import Action
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.closings import takes_action
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.people import ROLE_NAMES, PersonRole
from qmsdesk.domain.records import creation_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.closings.controls import Controls
from qmsdesk.ui.closings.drawing import draw_finding, draw_list, finding_of, scrolling
from qmsdesk.ui.closings.editing import OPINION, WORDING, ActionEditing, Editing, TextEditing
from qmsdesk.ui.closings.places import screen_after
from qmsdesk.ui.closings.shown import Press
from qmsdesk.ui.closings.slides import Slide, SlideKind, slides_of
from qmsdesk.ui.closings.stage import USUAL, Stage
from qmsdesk.ui.closings.wording import say_title
from qmsdesk.ui.commands import COMMANDS, bind
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk

KINDS = frozenset({"action", "audit", "finding", "main_message", "unit"})
RESIZE_REST_MS = 80
SEEN_AGAIN = 60
WHILE_EDITING = ("full_screen", "leave")
EDITS = ("wording", "action", "opinion")


class Presentation(QWidget):
    """`closed` follows when everybody has seen enough. Nothing confidential and no note ever comes in here."""

    closed = Signal()

    def __init__(self, desk: Desk, audit_id: str, finding_id: str = "", parent: QWidget | None = None) -> None:
        """A window of its own that goes with the one it was opened from."""
        super().__init__(parent, Qt.WindowType.Window)
        self._desk = desk
        self._ = desk.words
        self._audit_id = audit_id
        self._dossier: Dossier = load_dossier(desk.session.db, audit_id)
        self._slides: list[Slide] = slides_of(self._dossier)
        self._stage = Stage(USUAL, desk.theme.scale)
        self._scroll: QScrollArea | None = None
        self.editing: Editing | None = None
        self.place = next((n for n, slide in enumerate(self._slides) if slide.finding_id == finding_id != ""), 0)
        self.setWindowTitle(self._("What we saw today"))
        self.setProperty("kind", "stage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(USUAL)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rest = QTimer(self, singleShot=True, interval=RESIZE_REST_MS)
        self._rest.timeout.connect(self._fit)
        runs = {command.name: getattr(self, f"_{command.name}") for command in COMMANDS["presentation"]}
        self._commands = bind(self, "presentation", self._, runs)
        self._runs = runs
        desk.session.changed.connect(self._on_changed)
        self._fit()

    # Where it stands

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        room = screen.availableGeometry()
        air = room.width() // 10, room.height() // 10
        self.setGeometry(room.adjusted(air[0], air[1], -air[0], -air[1]))  # its place when it fills it no longer
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def _screen(self) -> None:
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            now = self.screen()
            self.setWindowState(Qt.WindowState.WindowNoState)  # a window that fills a screen cannot be moved
            self.show_on(screen_after(screens, now))

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _leave(self) -> None:
        """Out of what is being changed first, then out of the presentation."""
        if self.editing is not None:
            self._stop_editing()
        else:
            self.close()

    # The way through

    @property
    def slide(self) -> Slide:
        return self._slides[self.place]

    @property
    def finding(self) -> Finding | None:
        """The finding that is shown alone."""
        return finding_of(self._dossier, self.slide)

    def _next(self) -> None:
        if not self._scroll_on():
            self._go(self.place + 1)

    def _scroll_on(self) -> bool:
        """Show more of a slide that is longer than its window, before the next one comes."""
        bar = self._scroll.verticalScrollBar() if self._scroll else None
        if bar is None or self.editing is not None or bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + bar.pageStep() - self._stage.px(SEEN_AGAIN))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move a slide that is longer than its window."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if steps and self._scroll is not None:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + steps * self._stage.px(SEEN_AGAIN))
        else:
            super().keyPressEvent(event)

    def _previous(self) -> None:
        self._go(self.place - 1)

    def _overview(self) -> None:
        self._go(self._slides.index(Slide(SlideKind.OVERVIEW)))

    def open_finding(self, finding_id: str) -> None:
        self._go(self._slides.index(Slide(SlideKind.FINDING, finding_id)))

    def _go(self, place: int) -> None:
        if self.editing is None and 0 <= place < len(self._slides) and place != self.place:
            self.place = place
            self._show()

    # Changing

    def _wording(self) -> None:
        if finding := self._changeable():
            kept = {name: text for name, text in WORDING.items() if name != "evidence" or finding.evidence.strip()}
            self._edit(TextEditing(self._desk, self._stage, kept, finding))

    def _opinion(self) -> None:
        if finding := self._changeable():
            self._edit(TextEditing(self._desk, self._stage, OPINION, finding))

    def _action(self) -> None:
        """Go on with one that lacks owner or date, else add one."""
        finding = self._changeable()
        if finding is None or not takes_action(finding):
            return
        begun = (a for a in self._dossier.actions_of(finding) if not (a.owner.strip() and a.due_on))
        self._edit_action(next(begun, None) or self._new_action(finding))

    def _new_action(self, finding: Finding) -> Action:
        """Written before it is opened, so that its fields know what they show."""
        action = Action(new_id(), self._audit_id, finding.id, text=say_title(self._, finding))
        self._desk.session.write(creation_of(action))
        self._desk.session.flush()
        return action

    def _edit_action(self, action: Action) -> None:
        if self._changeable():
            roles = [*(each.owner for each in self._dossier.actions), self._(ROLE_NAMES[PersonRole.MANAGER])]
            self._edit(ActionEditing(self._desk, self._stage, action, filter(None, roles)))

    def _changeable(self) -> Finding | None:
        return None if self.editing is not None or self._dossier.audit.is_locked else self.finding

    def _edit(self, editing: Editing) -> None:
        self.editing = editing
        self._show()
        editing.begin()
        QTimer.singleShot(0, editing, lambda: self._bring_into_sight(editing))

    def _bring_into_sight(self, editing: QWidget) -> None:
        """Of an editor that is higher than the page, where one begins to write."""
        focus = editing.focusWidget() or editing
        if self._scroll is not None and self.editing is editing:
            self._scroll.ensureWidgetVisible(editing, 0, 0)
            self._scroll.ensureWidgetVisible(focus, 0, 0)

    def _stop_editing(self) -> None:
        """Hand in what was typed and show the finding as it reads now."""
        if self.editing is not None:
            self.editing.commit()
            self._desk.session.flush()
            self.editing = None
            self._reload()

    # Showing

    def _on_changed(self, changed: Changed) -> None:
        if not changed.kinds & KINDS:
            return
        if self.editing is None:
            self._reload()
        else:
            self._dossier = load_dossier(self._desk.session.db, self._audit_id)
            if not self.editing.show_dossier(self._dossier):
                self.editing = None
                self._reload()

    def _reload(self) -> None:
        """Stay at the finding that is shown, wherever it has gone; where it is gone, at what follows."""
        slide = self.slide
        self._dossier = load_dossier(self._desk.session.db, self._audit_id)
        self._slides = slides_of(self._dossier)
        place = self._slides.index(slide) if slide in self._slides else self.place
        self.place = min(place, len(self._slides) - 1)
        self._show()

    def _fit(self) -> None:
        """Draw for the size the window has now; what is being typed in is left alone until it is closed."""
        if self.editing is None:
            self._stage = Stage(self.size(), self._desk.theme.scale)
            self.setStyleSheet(self._stage.sheet)
            self._show()

    def _show(self) -> None:
        for name, command in self._commands.items():
            command.setEnabled(self.editing is None or name in WHILE_EDITING)
        for n in reversed(range(self._layout.count())):
            item = self._layout.takeAt(n)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        controls = Controls(self._stage, self._, {k: action.text() for k, action in self._commands.items()}, self._runs)
        top = controls.top(self._say_where(), self._top_keys())
        bottom = controls.while_editing() if self.editing else controls.bottom(*self._bottom_keys())
        room = self.height() - top.sizeHint().height() - bottom.sizeHint().height()
        self._scroll = scrolling(self._body(room))
        for part in (top, self._scroll, bottom):
            self._layout.addWidget(part, 1 if part is self._scroll else 0)
            part.show()  # now: Qt would wait a moment, and everybody see an empty window
        self._layout.activate()
        self.setFocus()

    def _body(self, room: int) -> QWidget:
        stage, _, dossier, finding = self._stage, self._, self._dossier, self.finding
        if finding is None:
            return draw_list(stage, _, dossier, self.slide, room, self.open_finding)
        return draw_finding(stage, _, dossier, finding, room, self._presses(finding), self.editing)

    def _presses(self, finding: Finding) -> dict[str, Press]:
        """What can be pressed on the slide to change it."""
        if self._dossier.audit.is_locked or self.editing is not None:
            return {}
        actions: dict[str, Press] = {
            f"action {action.id}": lambda action=action: self._edit_action(action)  # type: ignore[misc]
            for action in self._dossier.actions_of(finding)
        }
        return actions | {"wording": self._wording, "opinion": self._opinion}

    def _say_where(self) -> str:
        audit, unit = self._dossier.audit, self._dossier.unit
        return " · ".join((self._("Closing meeting"), self._.pick(unit, "name"), say_date(self._, audit.date)))

    def _top_keys(self) -> list[str]:
        return [*(["screen"] if len(QGuiApplication.screens()) > 1 else []), "full_screen", "leave"]

    def _bottom_keys(self) -> tuple[list[str], int, int]:
        finding = None if self._dossier.audit.is_locked else self.finding
        keys = [key for key in EDITS if finding and (key != "action" or takes_action(finding))]
        return keys, self.place, len(self._slides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.editing is not None:
            self.editing.commit()
        self._desk.session.changed.disconnect(self._on_changed)
        self.closed.emit()
        super().closeEvent(event)
