"""The one style sheet, generated from tokens, sizes and the person's own text size."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from jurydesk.ui.theme.scale import SIZES, Radius, Row, Space

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.ui.theme.scale import TextRole
    from jurydesk.ui.theme.tokens import Tokens, Tone

_TEXT = """
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="caption"] { font-size: ${caption}pt; }
QLabel[role="figure"] { font-size: ${figure}pt; font-weight: 600; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="success"] { color: $success; }
QToolTip { background: $text; color: $surface; border: none; padding: 6px 8px; }
"""

_SURFACES = """
QWidget#shell, QDialog { background: $bg; }
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: ${card}px; }
QFrame[veil="true"] { background: $accent_soft; border: 2px dashed $accent;
  border-radius: ${card}px; }
QFrame[rule="true"] { background: $line; border: none; }
QWidget#rail { background: $bg; border-right: 1px solid $line; }
QWidget#topBar { background: $bg; border-bottom: 1px solid $line; }
QWidget#statusBar { background: $bg; border-top: 1px solid $line; }
QWidget#inspector { background: $surface; border-left: 1px solid $line; }
QWidget#inspectorActs { background: $surface; border-top: 1px solid $line; }
QWidget[canvas="true"] { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: $line; }
"""

_BUTTONS = """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { background: $surface; border: 1px solid $control_line; border-radius: ${control}px;
  padding: 0 ${m}px; min-height: ${button}px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $control_line; border-color: $line; background: $bg; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 ${focus_pad}px; }
QPushButton[manner="primary"] { background: $accent; color: $on_accent;
  border: 1px solid $accent; font-weight: 600; }
QPushButton[manner="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[manner="primary"]:focus { border: 2px solid $text; }
QPushButton[manner="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[manner="danger"] { color: $danger; border-color: $danger; }
QPushButton[manner="danger"]:hover { background: $danger_soft; }
QPushButton[manner="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
  border-radius: ${control}px; padding: 0 ${s}px; min-height: ${button}px; }
QPushButton[manner="quiet"]:hover, QToolButton:hover { background: $raised; }
QPushButton[manner="quiet"]:focus { border: 2px solid $accent; }
QPushButton[manner="link"] { background: transparent; border: none; color: $accent;
  padding: 0 2px; min-height: 0; font-weight: 600; text-align: left; }
QPushButton[manner="link"]:hover { text-decoration: underline; }
QPushButton[manner="link"]:focus { border: 2px solid $accent; }
QToolButton { padding: 0 6px; min-width: 20px; }
QToolButton:focus { padding: 0 5px; }
QToolButton[small="true"] { min-height: 22px; padding: 0 2px; }
QToolButton:pressed, QToolButton:open { background: $line; }
QToolButton:checked { background: $accent_soft; }
QToolButton:disabled { color: $control_line; }
QPushButton[target="large"] { min-height: 42px; min-width: 116px; }
QPushButton[verdict="good"] { background: $success_soft; border: 2px solid $success;
  color: $success; font-weight: 600; }
QPushButton[verdict="bad"] { background: $danger_soft; border: 2px solid $danger;
  color: $danger; font-weight: 600; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: $surface; color: $text; border: 1px solid $control_line; border-radius: ${control}px;
  padding: 0 ${s}px; min-height: ${button}px; selection-background-color: $accent;
  selection-color: $on_accent; }
QSpinBox, QTimeEdit { min-height: ${spin}px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:hover, QComboBox:hover, QPlainTextEdit:hover { border-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus { border: 2px solid $accent; padding: 0 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled { background: $bg; color: $muted;
  border-color: $line; }
QLineEdit:read-only { background: $bg; border-color: $line; }
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"],
QDateEdit[state="error"] { border: 2px solid $danger; padding: 0 7px; }
QLineEdit#globalSearch { background: $surface; border-radius: ${control}px; }
QLineEdit QToolButton { min-height: 0; min-width: 0; padding: 0; border: none;
  background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; outline: 0;
  padding: 4px; selection-background-color: $accent_soft; selection-color: $text; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
  subcontrol-origin: border; width: 0; border: none; }
QCheckBox, QRadioButton { spacing: ${s}px; min-height: 24px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $control_line;
  border-radius: 4px; background: $surface; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control_line;
  border-radius: 9px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { background: $accent; border: 5px solid $accent_soft; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
"""

_LISTS = """
QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $surface;
  outline: 0; gridline-color: $line; selection-background-color: $accent_soft;
  selection-color: $text; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 ${s}px; }
QTableView::item:hover { background: $raised; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView { border: 2px solid transparent; border-radius: 9px; }
QTableView:focus { border: 2px solid $accent; }
QListView::item { padding: 4px ${s}px; border-radius: 4px; }
QListView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 0 11px; font-weight: 600;
  font-size: ${caption}pt; }
QHeaderView::section:hover { color: $text; background: $raised; }
QHeaderView::up-arrow { image: url("$arrow_up"); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; }
"""

_CHROME = """
QMenu { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $control_line; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_line; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabBar::tab { background: transparent; color: $muted; border: none; padding: 6px 12px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QGroupBox { border: none; margin-top: 0; padding: 0; }
"""

_PIECES = """
QLabel[key="true"] { background: $surface; border: 1px solid $control_line; border-radius: 4px;
  padding: 2px 6px; }
QToolButton[nav="true"] { text-align: left; padding: 0 ${s}px; min-height: 36px; color: $text;
  border: 1px solid transparent; }
QToolButton[nav="true"]:hover { background: $raised; }
QToolButton[nav="true"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[nav="true"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[filter="true"] { border-radius: 15px; min-height: 28px; padding: 0 ${m}px;
  border-color: $line; background: transparent; color: $text; }
QPushButton[filter="true"]:hover { background: $raised; border-color: $control_line; }
QPushButton[filter="true"]:checked { background: $accent_soft; border-color: $accent;
  color: $accent; font-weight: 600; }
QPushButton[filter="true"]:focus { border: 2px solid $accent; }
QPushButton[segment] { border-radius: 0; border-right-width: 0; }
QPushButton[segment="first"] { border-top-left-radius: ${control}px;
  border-bottom-left-radius: ${control}px; }
QPushButton[segment="last"] { border-right-width: 1px; border-top-right-radius: ${control}px;
  border-bottom-right-radius: ${control}px; }
QPushButton[segment="only"] { border-radius: ${control}px; border-right-width: 1px; }
QPushButton[segment]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QFrame[task="true"] { background: transparent; border: 2px solid transparent;
  border-radius: ${control}px; }
QFrame[task="true"]:hover { background: $raised; }
QFrame[document="true"] { background: transparent; border: 2px solid transparent;
  border-radius: ${control}px; }
QFrame[document="true"]:hover { background: $raised; }
QFrame[document="true"]:focus { border: 2px solid $accent; }
QFrame[task="true"]:focus { border: 2px solid $accent; }
QFrame[toast="true"] { background: $surface; border: 1px solid $control_line;
  border-radius: ${card}px; }
QFrame[seat] { background: $surface; border: 1px solid $line; border-radius: ${card}px; }
QFrame[seat="empty"] { background: transparent; border: 1px dashed $control_line; }
QFrame[seat="problem"], QFrame[seat="declined"] { border: 1px solid $danger; }
QFrame[seat="target"] { background: $accent_soft; border: 2px solid $accent; }
QFrame[seat="legal"] { background: $success_soft; border: 2px solid $success; }
QFrame[seat="warned"] { background: $warning_soft; border: 2px dashed $warning; }
QFrame[seat="refused"] { background: transparent; border: 1px dotted $danger; }
QFrame[seat="home"] { background: transparent; border: 2px dashed $control_line; }
QFrame[seat]:focus { border: 2px solid $accent; }
QFrame[choices="true"] { background: transparent; border: 2px solid transparent;
  border-radius: ${card}px; }
QFrame[choices="true"]:focus { border: 2px solid $accent; }
QFrame[choice="on"] { background: $accent_soft; border: 1px solid $accent;
  border-radius: ${control}px; }
QFrame[choice="off"] { background: $surface; border: 1px solid $line;
  border-radius: ${control}px; }
QFrame[choice="off"]:hover { background: $raised; border: 1px solid $control_line; }
"""

_TONED = """
QFrame[chip="$tone"] { background: $soft; border: none; border-radius: 11px; }
QFrame[finding="$tone"] { background: $soft; border: 1px solid $soft; border-radius: ${control}px; }
QFrame[finding="$tone"]:focus { border: 2px solid $ink; }
"""
SPIN_FRAME = 5
"""What Qt adds around the line inside a spin box, so that it stands as high as a line of text."""
_TONES: tuple[Tone, ...] = ("plain", "muted", "accent", "danger", "warning", "success")
_TEXT_ROLES: tuple[TextRole, ...] = ("title", "heading", "caption", "figure")


def style_sheet(tokens: Tokens, *, point_size: float, pictures: Mapping[str, str]) -> str:
    """Return the style sheet of one theme for one text size.

    `pictures` are files for `arrow`, `arrow_up` and `tick`: a style sheet takes no drawing.
    """
    sizes = {role: f"{point_size * factor:.1f}" for role, factor in SIZES.items()}
    colours = {name: value for name, value in vars(tokens).items() if name != "name"}
    sheet = Template(
        _TEXT + _SURFACES + _BUTTONS + _FIELDS + _LISTS + _CHROME + _PIECES
    ).substitute(
        colours,
        **{role: size for role, size in sizes.items() if role in _TEXT_ROLES},
        **pictures,
        control=int(Radius.CONTROL),
        card=int(Radius.CARD),
        button=Row.CONTROL - 2,
        spin=Row.CONTROL - SPIN_FRAME,
        s=int(Space.S),
        m=int(Space.M),
        focus_pad=Space.M - 1,
    )
    return sheet + "".join(_toned(tokens, tone) for tone in _TONES)


def text_sheet(point_size: float) -> str:
    """Return what makes the texts of one part of the window another size than the rest."""
    sizes = {role: f"{point_size * SIZES[role]:.1f}" for role in _TEXT_ROLES}
    roles = (f'QLabel[role="{role}"] {{ font-size: {sizes[role]}pt; }}' for role in _TEXT_ROLES)
    return "\n".join((f"* {{ font-size: {point_size:.1f}pt; }}", *roles))


def _toned(tokens: Tokens, tone: Tone) -> str:
    """Return the rules of the pieces that exist in every tone."""
    return Template(_TONED).substitute(
        tone=tone, soft=tokens.soft(tone), ink=tokens.ink(tone), control=int(Radius.CONTROL)
    )
