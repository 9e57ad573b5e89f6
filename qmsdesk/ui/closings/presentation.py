"""The presentation: a window for everybody, with what was found in large words, changed before their eyes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QVBoxLayout, QWidget

from qmsdesk.domain.actions import Action
from qmsdesk.domain.changes import Changed
from qmsdesk.domain.closings import presented, takes_action
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.domain.identity import new_id
from qmsdesk.domain.people import ROLE_NAMES, PersonRole
from qmsdesk.domain.records import creation_of
from qmsdesk.store.dossiers import load_dossier
from qmsdesk.ui.closings.controls import Controls
from qmsdesk.ui.closings.editing import OPINION, WORDING, ActionEditing, Editing, TextEditing
from qmsdesk.ui.closings.overview import Overview
from qmsdesk.ui.closings.places import screen_after
from qmsdesk.ui.closings.shown import FindingSlide, Press
from qmsdesk.ui.closings.slides import Slide, SlideKind, agreed_of, list_slide, messages_of, slides_of
from qmsdesk.ui.closings.stage import USUAL, Stage
from qmsdesk.ui.closings.wording import say_owner, say_title
from qmsdesk.ui.commands import COMMANDS, bind
from qmsdesk.ui.dates import say_date
from qmsdesk.ui.desk import Desk

KINDS = frozenset({"action", "audit", "finding", "main_message", "unit"})
RESIZE_REST_MS = 80
EDITS = ("wording", "action", "opinion")


class Presentation(QWidget):
    """`closed` follows when everybody has seen enough. Nothing confidential and no note ever comes in here."""

    closed = Signal()

    def __init__(self, desk: Desk, audit_id: str, finding_id: str = "") -> None:
        super().__init__(None, Qt.WindowType.Window)
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
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def _screen(self) -> None:
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            self.showNormal()
            self.show_on(screen_after(screens, self.screen()))

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
        return next((each for each in presented(self._dossier) if each.id == self.slide.finding_id), None)

    def _next(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()  # Space presses what has the focus
        else:
            self._go(self.place + 1)

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
        for n in reversed(range(self._layout.count())):
            item = self._layout.takeAt(n)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        controls = Controls(self._stage, self._, {k: action.text() for k, action in self._commands.items()}, self._runs)
        top, bottom = controls.top(self._say_where(), self._top_keys()), controls.bottom(*self._bottom_keys())
        room = self.height() - top.sizeHint().height() - bottom.sizeHint().height()
        self._scroll = self._scrolling(self._body(room))
        self._layout.addWidget(top)
        self._layout.addWidget(self._scroll, 1)
        self._layout.addWidget(bottom)
        self._layout.activate()
        self.setFocus()

    def _scrolling(self, body: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        body.setProperty("kind", "stage")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scroll.setWidget(body)
        return scroll

    def _body(self, room: int) -> QWidget:
        slide, stage, _, dossier = self.slide, self._stage, self._, self._dossier
        if slide.kind is SlideKind.OVERVIEW:
            return Overview(stage, _, dossier, room, self.open_finding)
        if slide.kind is SlideKind.MESSAGES:
            messages = [(text, "") for text in messages_of(dossier)]
            return list_slide(stage, _("Our main messages"), messages, room)
        if slide.kind is SlideKind.AGREED:
            agreed = [(action.text.strip(), say_owner(_, action)) for action in agreed_of(dossier)]
            return list_slide(stage, _("This comes first"), agreed, room)
        finding = self.finding
        assert finding is not None, "slides are made of the findings that are shown"
        shown = FindingSlide(stage, _, dossier, finding, room, self._presses(finding))
        if isinstance(self.editing, TextEditing) and "title" in self.editing.editors:
            shown.show_editor(self.editing)
        else:
            shown.show_texts(self.editing)
        return shown

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
