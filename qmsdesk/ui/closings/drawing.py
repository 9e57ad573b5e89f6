"""Drawing a slide: each kind by its own widget, within a page that scrolls where a text is too long for its window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from qmsdesk.domain.closings import presented
from qmsdesk.domain.dossiers import Dossier
from qmsdesk.domain.findings import Finding
from qmsdesk.i18n import Words
from qmsdesk.ui.closings.editing import Editing, TextEditing
from qmsdesk.ui.closings.overview import Open, Overview
from qmsdesk.ui.closings.shown import FindingSlide, Press
from qmsdesk.ui.closings.slides import Slide, SlideKind, agreed_of, list_slide, messages_of
from qmsdesk.ui.closings.stage import Stage
from qmsdesk.ui.closings.wording import say_owner


def finding_of(dossier: Dossier, slide: Slide) -> Finding | None:
    """The finding that a slide shows alone."""
    return next((finding for finding in presented(dossier) if finding.id == slide.finding_id), None)


def draw_list(stage: Stage, _: Words, dossier: Dossier, slide: Slide, room: int, open_: Open) -> QWidget:
    """A slide that shows more than one thing."""
    if slide.kind is SlideKind.OVERVIEW:
        return Overview(stage, _, dossier, room, open_)
    if slide.kind is SlideKind.MESSAGES:
        return list_slide(stage, _("Our main messages"), [(text, "") for text in messages_of(dossier)], room)
    agreed = [(action.text.strip(), say_owner(_, action)) for action in agreed_of(dossier)]
    return list_slide(stage, _("This comes first"), agreed, room)


def draw_finding(
    stage: Stage,
    _: Words,
    dossier: Dossier,
    finding: Finding,
    room: int,
    presses: dict[str, Press],
    editing: Editing | None,
) -> QWidget:
    """One finding, with what is being changed of it."""
    shown = FindingSlide(stage, _, dossier, finding, room, presses)
    if isinstance(editing, TextEditing) and "title" in editing.editors:
        shown.show_editor(editing)
    else:
        shown.show_texts(editing)
    return shown


def scrolling(body: QWidget) -> QScrollArea:
    """A page for a slide, on the ground of the stage."""
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setFrameShape(QScrollArea.Shape.NoFrame)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.viewport().setAutoFillBackground(False)
    body.setProperty("kind", "stage")
    body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setWidget(body)
    return page
