"""Fields of a form: a label, an editor, a hint, and the error at the field itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTime, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from typing_extensions import override

from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.calm import guard_wheel
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import time

    from PySide6.QtGui import QResizeEvent

    from jurydesk.ui.theme.tokens import Tone

FORM_WIDTH = 720
COLUMNS = 2
TWO_COLUMNS_FROM = 480
ONE_COLUMN = 240


@dataclass(frozen=True)
class FieldNote:
    """What a rule says of one answer: it may be kept as it is."""

    text: str
    is_blocking: bool = False


class FormField(QWidget):
    """One question of a form. `set_error("")` takes the error away; a note waits behind it."""

    def __init__(self, text: str, editor: QWidget, *, hint: str = "", needed: bool = False) -> None:
        """Put the label over the editor; `needed` is said in words, not by a star."""
        super().__init__()
        self.editor = editor
        self._hint = hint
        self._error = ""
        self._note: FieldNote | None = None
        layout = column(self, spacing=Space.XS)
        self.label = label(text)
        self.label.setBuddy(editor)
        editor.setAccessibleName(text)
        head = row(spacing=Space.XS)
        head.addWidget(self.label)
        if needed:
            head.addWidget(label(self.tr("(needed)"), "caption", tone="muted"))
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(editor)
        layout.addWidget(self._build_foot())
        layout.addStretch(1)
        self.set_error("")

    def set_error(self, text: str) -> None:
        """Show what is wrong with this answer, right under it."""
        self._error = text
        self._show_foot()

    def set_note(self, note: FieldNote | None) -> None:
        """Show what a rule says of this answer, where no error stands."""
        self._note = note
        self._show_foot()

    def set_hint(self, hint: str) -> None:
        """Show another hint under the answer."""
        self._hint = hint
        self._show_foot()

    def error(self) -> str:
        """Return the error shown, empty when there is none."""
        return self._error

    def note(self) -> str:
        """Return what a rule says of this answer, empty when none does."""
        return self._note.text if self._note else ""

    def _show_foot(self) -> None:
        is_wrong = bool(self._error) or (self._note is not None and self._note.is_blocking)
        said = self._error or self.note()
        set_tone(self.editor, "error" if is_wrong else "", "state")
        tone: Tone = "danger" if is_wrong else "warning"
        self.foot_label.setText(said or self._hint)
        set_tone(self.foot_label, tone if said else "muted")
        self._foot_icon.show_icon("blocked" if is_wrong else "warning", tone)
        self._foot_icon.setVisible(bool(said))
        self._foot.setVisible(bool(said or self._hint))
        self.editor.setAccessibleDescription(said or self._hint)

    def _build_foot(self) -> QWidget:
        self._foot = QWidget()
        layout = row(self._foot, spacing=Space.XS)
        self._foot_icon = IconLabel("blocked", "danger", ICON_SMALL - 2)
        self.foot_label = label("", "caption", tone="muted", wraps=True)
        layout.addWidget(self._foot_icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.foot_label, 1)
        return self._foot


class FieldGroup(QWidget):
    """One titled part of a form: fields in two columns."""

    def __init__(self, title: str = "", text: str = "") -> None:
        """Show the title and a sentence about the part."""
        super().__init__()
        outer = column(self, spacing=Space.M)
        if title:
            head = column(spacing=Space.XS)
            head.addWidget(label(title, "heading"))
            if text:
                head.addWidget(label(text, tone="muted", wraps=True))
            outer.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        outer.addLayout(self._grid)
        self._widgets: list[tuple[QWidget, bool]] = []
        self._columns = COLUMNS

    def add(self, widget: QWidget, *, is_wide: bool = False) -> None:
        """Add a field in the next free place, or over the full width."""
        self._widgets.append((widget, is_wide))
        self._arrange()

    def _arrange(self) -> None:
        line, place = 0, 0
        for widget, is_wide in self._widgets:
            span = self._columns if is_wide else 1
            if place + span > self._columns:
                line, place = line + 1, 0
            self._grid.addWidget(widget, line, place, 1, span)
            place += span
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1 if at < self._columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where two do not fit."""
        super().resizeEvent(event)
        columns = COLUMNS if self.width() >= TWO_COLUMNS_FROM else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for one column at least."""
        return QSize(ONE_COLUMN, super().minimumSizeHint().height())


class Form(QScrollArea):
    """Titled parts of fields, scrolling when long; a part can be hidden where it does not apply.

    Signals:
        edited: some answer changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        """Start empty; tab order is the order of adding."""
        super().__init__()
        self.fields: dict[str, FormField] = {}
        self.groups: dict[str, FieldGroup] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setMaximumWidth(FORM_WIDTH)
        self._parts = column(
            content, spacing=Space.XL, margins=(Space.XL, Space.S, Space.XL, Space.XL)
        )
        self._parts.addStretch(1)
        self.setWidget(content)
        self._group: FieldGroup | None = None

    def add_section(self, title: str, text: str = "", *, name: str = "") -> None:
        """Begin a titled part; `name` is how `show_section` finds it."""
        self._group = FieldGroup(title, text)
        self.groups[name or title] = self._group
        self._parts.insertWidget(self._parts.count() - 1, self._group)

    def show_section(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a part."""
        self.groups[name].setVisible(is_shown)

    def add(self, name: str, field: FormField, *, is_wide: bool = False) -> FormField:
        """Add a field to the part begun last; `name` is how errors find it."""
        self.fields[name] = field
        self._part().add(field, is_wide=is_wide)
        connect_edited(field.editor, self.edited)
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Add any other widget over the full width."""
        self._part().add(widget, is_wide=True)
        connect_edited(widget, self.edited)

    def show_errors(self, errors: Mapping[str, str], *, moves_focus: bool = True) -> None:
        """Show these errors at their fields; at the end of typing go to the first one."""
        first: FormField | None = None
        for name, field in self.fields.items():
            field.set_error(errors.get(name, ""))
            if name in errors and first is None:
                first = field
        if first is not None and moves_focus:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)

    def show_notes(self, notes: Mapping[str, FieldNote]) -> None:
        """Show what the rules say at their fields; the focus stays where it is."""
        for name, field in self.fields.items():
            field.set_note(notes.get(name))

    def focus_field(self, name: str) -> None:
        """Put the cursor into one field and bring it into view."""
        field = self.fields[name]
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        for field in self.fields.values():
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _part(self) -> FieldGroup:
        if self._group is None:
            self.add_section("")
        if self._group is None:
            raise RuntimeError("a form needs a part")
        return self._group


def connect_edited(editor: QWidget, edited: SignalInstance) -> None:
    """Emit `edited` whenever the answer in a widget changes."""
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.textChanged.connect(lambda *_: edited.emit())
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda *_: edited.emit())
    elif isinstance(editor, QAbstractButton):
        editor.toggled.connect(lambda *_: edited.emit())


class ChoiceBox(QComboBox):
    """One of several values, each with its words.

    Signals:
        chosen: the value.
    """

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]] = (), value: object = None) -> None:
        """Offer these choices."""
        super().__init__()
        guard_wheel(self)
        # Qt would turn an enumeration of strings into plain strings: the values stay here
        self._values: list[object] = []
        self.set_choices(choices, value)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[tuple[object, str]], value: object = None) -> None:
        """Offer other choices."""
        self._values = [one for one, _ in choices]
        self.clear()
        self.addItems([text for _, text in choices])
        self.set_value(value)

    def value(self) -> object:
        """Return the value chosen; None when nothing is offered."""
        position = self.currentIndex()
        return self._values[position] if 0 <= position < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose a value; the first when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def _on_activated(self, _position: int) -> None:
        self.chosen.emit(self.value())


def text_edit(value: str = "", placeholder: str = "") -> QLineEdit:
    """Return a line of text."""
    edit = QLineEdit(value)
    edit.setPlaceholderText(placeholder)
    return edit


def long_text_edit(value: str = "", lines: int = 4) -> QPlainTextEdit:
    """Return a text of several lines; Tab goes on to the next field."""
    edit = QPlainTextEdit(value)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + 2 * Space.S)
    return edit


def figure_edit(least: int, most: int, value: int = 0, *, unit: str = "") -> QSpinBox:
    """Return a whole number between two others; the arrow keys count up and down."""
    edit = QSpinBox()
    edit.setRange(least, most)
    edit.setValue(value)
    edit.setSuffix(unit)
    guard_wheel(edit)
    edit.lineEdit().setTextMargins(Space.S, 0, Space.S, 0)
    return edit


def hour_edit(value: time) -> QTimeEdit:
    """Return an hour of the day."""
    edit = QTimeEdit(QTime(value.hour, value.minute))
    edit.setDisplayFormat("HH:mm")
    guard_wheel(edit)
    edit.lineEdit().setTextMargins(Space.S, 0, Space.S, 0)
    return edit


def tick(text: str, *, is_on: bool = False) -> QCheckBox:
    """Return a yes or no."""
    box = QCheckBox(text)
    box.setChecked(is_on)
    return box
