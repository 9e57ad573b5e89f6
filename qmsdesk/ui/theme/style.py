"""The style sheet, made from the tokens: what Fusion and the palette cannot say. `kind` is the property it reads."""

from collections.abc import Callable

from qmsdesk.paths import resource
from qmsdesk.ui.theme.tokens import CONTROL_HEIGHT, DARK, RADIUS, TARGET_HEIGHT, TYPE, Colours

Px = Callable[[float], int]


def style_sheet(c: Colours, px: Px) -> str:
    """The whole sheet for one mode and scale."""
    return "".join((_surfaces(c, px), _labels(c, px), _buttons(c, px), _answers(c, px), _fields(c, px), _lists(c, px)))


def _type(role: str, px: Px) -> str:
    size, weight = TYPE[role]
    return f"font-size:{px(size)}px;font-weight:{weight};"


def _surfaces(c: Colours, px: Px) -> str:
    card = f"border:1px solid {c.line};border-radius:{px(RADIUS['card'])}px;"
    return (
        f'*[kind="page"]{{background:{c.ground};}}'
        f'*[kind="bar"]{{background:{c.surface};border:0;border-bottom:1px solid {c.line};}}'
        f'*[kind="footer"]{{background:{c.surface};border:0;border-top:1px solid {c.line};}}'
        f'*[kind="side"]{{background:{c.raised};border:0;border-left:1px solid {c.line};}}'
        f'*[kind="card"]{{background:{c.surface};{card}}}'
        f'*[kind="card"][look="accent"]{{border-color:{c.accent_line};}}'
        '*[kind="card"][look="flat"]{background:transparent;border-color:transparent;}'
        f'*[kind="card"][look="dashed"]{{background:transparent;border:1px dashed {c.control_line};}}'
        f'*[kind="card"][look="current"]{{border:2px solid {c.accent};}}'
        f'*[kind="card"][clickable="true"]:hover{{background:{c.hover};border-color:{c.accent_line};}}'
        f'*[kind="line"]{{background:{c.line};border:0;}}'
        f'*[kind="nav"]{{background:{c.nav_ground};}}'
        f"QToolTip{{background:{c.surface};color:{c.text};border:1px solid {c.control_line};padding:{px(4)}px;}}"
        f"QSplitter::handle{{background:{c.line};}}"
        f"QMenu{{background:{c.surface};border:1px solid {c.line};padding:{px(4)}px;}}"
        f"QMenu::item{{padding:{px(6)}px {px(16)}px;border-radius:{px(4)}px;}}"
        f"QMenu::item:selected{{background:{c.accent_soft};color:{c.text};}}"
        f"QMenu::item:disabled{{color:{c.disabled};}}"
        f"QMenu::indicator{{width:{px(16)}px;height:{px(16)}px;margin-left:{px(6)}px;}}"
        f"QMenu::indicator:checked{{background:{c.accent};border-radius:{px(RADIUS['key'])}px;image:url({_tick(c)});}}"
    )


def _labels(c: Colours, px: Px) -> str:
    roles = ("huge", "figure", "title", "heading", "subheading", "aloud")
    sizes = "".join(f'QLabel[kind="{role}"]{{{_type(role, px)}}}' for role in roles)
    return sizes + (
        f"QLabel:disabled{{color:{c.muted};}}"
        f'QLabel[kind="strong"]{{{_type("strong", px)}}}'
        f'QLabel[kind="muted"]{{color:{c.muted};}}'
        f'QLabel[kind="small"]{{{_type("small", px)}color:{c.muted};}}'
        f'QLabel[kind="key"]{{{_type("key", px)}color:{c.muted};background:{c.surface};'
        f"border:1px solid {c.line};border-bottom:2px solid {c.line};border-radius:{px(RADIUS['key'])}px;"
        f"padding:0 {px(4)}px;}}"
        f'*[kind="nav"] QLabel{{color:{c.nav_text};{_type("small", px)}}}'
        f'*[kind="nav"] QLabel[kind="subheading"]{{color:{c.nav_strong};{_type("subheading", px)}}}'
        f'*[kind="nav"] QLabel[kind="count"]{{background:{c.nav_badge};color:{c.nav_strong};'
        f"border-radius:{px(10)}px;padding:0 {px(8)}px;min-height:{px(20)}px;max-height:{px(20)}px;}}"
    )


def _buttons(c: Colours, px: Px) -> str:
    radius = px(RADIUS["control"])
    return (
        f"QPushButton{{background:{c.surface};color:{c.accent_ink};border:1px solid {c.control_line};"
        f"border-radius:{radius}px;padding:0 {px(14)}px;min-height:{px(CONTROL_HEIGHT) - 2}px;font-weight:600;"
        f"icon-size:{px(18)}px;outline:0;}}"
        f"QPushButton:hover{{background:{c.hover};border-color:{c.accent};}}"
        f"QPushButton:pressed{{background:{c.accent_soft};}}"
        f"QPushButton:disabled{{color:{c.disabled};border-color:{c.line};}}"
        f'QPushButton[kind="primary"]{{background:{c.accent};color:{c.accent_text};border-color:{c.accent};}}'
        f'QPushButton[kind="primary"]:hover,QPushButton[kind="primary"]:pressed{{background:{c.accent_hover};}}'
        f'QPushButton[kind="primary"]:disabled{{background:{c.track};color:{c.disabled};border-color:{c.track};}}'
        f'QPushButton[kind="danger"]{{color:{c.tones["major"].text};border-color:{c.tones["major"].mark};}}'
        f'QPushButton[kind="quiet"]{{background:transparent;border-color:transparent;padding:0 {px(8)}px;}}'
        f'QPushButton[kind="quiet"]:hover{{background:{c.accent_soft};}}'
        f'QPushButton[kind="search"]{{background:{c.sunken};color:{c.muted};border-color:{c.sunken};text-align:left;'
        "font-weight:400;}"
        f'QPushButton[kind="search"]:hover{{border-color:{c.control_line};}}'
        f'QPushButton[kind="step"]{{background:transparent;border-color:transparent;color:{c.muted};font-weight:400;'
        f"padding:0 {px(13)}px;}}"
        f'QPushButton[kind="step"][done="true"]{{padding:0 {px(7)}px;}}'
        f'QPushButton[kind="step"]:hover{{background:{c.hover};}}'
        f'QPushButton[kind="step"]:checked{{background:{c.accent_soft};color:{c.accent_ink};font-weight:600;}}'
        'QPushButton[keyed="true"]{text-align:left;}'
        f'QPushButton[kind="nav"]{{background:transparent;border:0;color:{c.nav_text};text-align:left;'
        f"font-weight:400;padding:0 {px(12)}px;min-height:{px(40)}px;}}"
        f'QPushButton[kind="nav"]:hover{{background:{c.nav_hover};}}'
        f'QPushButton[kind="nav"]:checked{{background:{c.nav_current};color:{c.nav_strong};font-weight:600;}}'
    )


def _answers(c: Colours, px: Px) -> str:
    height = px(TARGET_HEIGHT)
    answer = (
        f'QPushButton[kind="answer"]{{color:{c.text};font-weight:400;text-align:left;padding:0 {px(12)}px;'
        f"min-height:{height - 2}px;}}"
        f'QPushButton[kind="answer"]:checked{{font-weight:600;padding:0 {px(12) - 1}px;min-height:{height - 4}px;}}'
    )
    tones = "".join(
        f'QPushButton[tone="{name}"]:checked{{background:{tone.soft};color:{tone.text};border:2px solid {tone.mark};}}'
        for name, tone in c.tones.items()
    )
    banners = "".join(
        f'*[kind="banner"][tone="{name}"]{{background:{c.tones[name].soft};border:0;'
        f"border-radius:{px(RADIUS['control'])}px;}}"
        f'*[kind="banner"][tone="{name}"] QLabel{{color:{c.tones[name].text};}}'
        for name in ("neutral", "info", "success", "warning", "danger")
    )
    return answer + tones + banners


def _fields(c: Colours, px: Px) -> str:
    boxes = "QComboBox,QAbstractSpinBox"
    down = resource("style", "chevron-down.svg").as_posix()
    up = resource("style", "chevron-up.svg").as_posix()
    step = f"subcontrol-origin:border;border:0;background:transparent;width:{px(28)}px;"
    arrow = f"width:{px(16)}px;height:{px(16)}px;"
    return (
        f"QLineEdit,QPlainTextEdit,QTextEdit,{boxes}{{background:{c.surface};color:{c.text};"
        f"border:1px solid {c.control_line};border-radius:{px(RADIUS['control'])}px;padding:{px(1)}px {px(10)}px;"
        f"selection-background-color:{c.accent};selection-color:{c.accent_text};placeholder-text-color:{c.muted};}}"
        f"QLineEdit,{boxes}{{min-height:{px(CONTROL_HEIGHT) - 2 - 2 * px(1)}px;}}"
        f"QPlainTextEdit,QTextEdit{{padding:{px(6)}px {px(8)}px;}}"
        f"QLineEdit:focus{{border:2px solid {c.focus};padding:{px(1) - 1}px {px(10) - 1}px;}}"
        f"QPlainTextEdit:focus,QTextEdit:focus{{border:2px solid {c.focus};padding:{px(6) - 1}px {px(8) - 1}px;}}"
        f"QLineEdit:disabled,QPlainTextEdit:disabled,QTextEdit:disabled,QComboBox:disabled,"
        f"QAbstractSpinBox:disabled{{background:{c.sunken};color:{c.disabled};border-color:{c.line};}}"
        f"QLineEdit:read-only,QPlainTextEdit:read-only{{background:{c.raised};border-color:{c.line};}}"
        f"QLineEdit:read-only:focus,QPlainTextEdit:read-only:focus{{border-color:{c.focus};}}"
        "QAbstractSpinBox QLineEdit,QComboBox QLineEdit{border:0;padding:0;min-height:0;background:transparent;}"
        "QSpinBox,QDoubleSpinBox,QTimeEdit{qproperty-alignment:AlignCenter;}"
        f"QAbstractSpinBox,QComboBox{{max-height:{px(CONTROL_HEIGHT) - 2 - 2 * px(1)}px;}}"
        f'QAbstractSpinBox[tall="true"]{{min-height:{px(TARGET_HEIGHT) - 4}px;max-height:{px(TARGET_HEIGHT) - 4}px;}}'
        f"QComboBox::drop-down{{{step}subcontrol-position:center right;}}"
        f"QComboBox::down-arrow,QAbstractSpinBox::down-arrow{{image:url({down});{arrow}}}"
        f"QAbstractSpinBox::up-arrow{{image:url({up});{arrow}}}"
        f"QAbstractSpinBox::up-button{{{step}subcontrol-position:top right;}}"
        f"QAbstractSpinBox::down-button{{{step}subcontrol-position:bottom right;}}"
        f"QDateEdit::drop-down{{{step}subcontrol-position:center right;}}"
        f'QAbstractSpinBox[readOnly="true"],QComboBox[readOnly="true"]{{background:{c.raised};border-color:{c.line};}}'
        '*[readOnly="true"]::down-arrow,*[readOnly="true"]::up-arrow{image:none;}'
        f"QComboBox QAbstractItemView{{border:1px solid {c.control_line};outline:0;background:{c.surface};"
        f"selection-background-color:{c.accent_soft};selection-color:{c.text};}}"
        f"QCheckBox,QRadioButton{{spacing:{px(8)}px;min-height:{px(24)}px;}}"
        f"QCheckBox:disabled,QRadioButton:disabled{{color:{c.muted};}}"
    ) + _marks(c, px)


def _marks(c: Colours, px: Px) -> str:
    side, dot = px(18), px(6)
    return (
        f"QCheckBox::indicator,QRadioButton::indicator,QAbstractItemView::indicator{{width:{side}px;height:{side}px;"
        f"background:{c.surface};border:1px solid {c.control_line};border-radius:{px(RADIUS['key'])}px;}}"
        f"QRadioButton::indicator{{border-radius:{side // 2 + 1}px;}}"
        f"QCheckBox::indicator:hover,QRadioButton::indicator:hover{{border-color:{c.accent};}}"
        f"QCheckBox::indicator:checked,QAbstractItemView::indicator:checked{{background:{c.accent};"
        f"border-color:{c.accent};image:url({_tick(c)});}}"
        f"QCheckBox::indicator:indeterminate,QAbstractItemView::indicator:indeterminate{{background:{c.accent_line};}}"
        f"QRadioButton::indicator:checked{{width:{side + 2 - 2 * dot}px;height:{side + 2 - 2 * dot}px;"
        f"border:{dot}px solid {c.accent};}}"
        f"QCheckBox::indicator:disabled,QRadioButton::indicator:disabled{{border-color:{c.line};"
        f"background:{c.sunken};}}"
        f"QCheckBox::indicator:checked:disabled{{background:{c.muted};border-color:{c.muted};}}"
    )


def _tick(c: Colours) -> str:
    return resource("style", "check-dark.svg" if c is DARK else "check-light.svg").as_posix()


def _lists(c: Colours, px: Px) -> str:
    bar = px(10)
    handle = f"background:{c.control_line};margin:{px(2)}px;border-radius:{(bar - 2 * px(2)) // 2}px;"
    return (
        "QAbstractScrollArea::corner{background:transparent;border:0;}"
        "QScrollArea{background:transparent;border:0;}"
        f"QAbstractItemView{{background:{c.surface};border:{px(2)}px solid transparent;outline:0;"
        f"selection-background-color:{c.accent_soft};"
        f"selection-color:{c.text};alternate-background-color:{c.raised};}}"
        'QAbstractItemView[kind="bare"],QAbstractItemView[kind="contents"]{background:transparent;}'
        f'QAbstractItemView[kind="contents"]::item{{padding:{px(8)}px {px(10)}px;border-radius:{px(4)}px;}}'
        f'QAbstractItemView[kind="contents"]::item:selected{{background:{c.accent_soft};color:{c.text};}}'
        f"QAbstractItemView:focus{{border-color:{c.focus};border-radius:{px(4)}px;}}"
        f"QTableView::item{{border:0;border-bottom:1px solid {c.line};padding:0 {px(8)}px;}}"
        f"QTableView::item:focus{{border:1px solid {c.focus};}}"
        f"QHeaderView{{background:{c.surface};border:0;}}"
        f"QHeaderView::section{{background:{c.surface};color:{c.muted};{_type('small', px)}border:0;"
        f"border-bottom:1px solid {c.control_line};padding:{px(6)}px {px(8) + 3}px;}}"
        f"QTableCornerButton::section{{background:{c.surface};border:0;border-bottom:1px solid {c.control_line};}}"
        f"QScrollBar{{background:transparent;width:{bar}px;height:{bar}px;margin:0;}}"
        f"QScrollBar::handle{{{handle}min-width:{px(32)}px;min-height:{px(32)}px;}}"
        "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0;}"
        "QScrollBar::add-page,QScrollBar::sub-page{background:transparent;}"
    )
