"""Fields of a form: a label, an editor, a hint, and the error at the field itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORM_WIDTH = 720
COLUMNS = 2


class FormField(QWidget):
    """One question of a form. `set_error("")` takes the error away."""

    def __init__(self, text: str, editor: QWidget, *, hint: str = "", needed: bool = False) -> None:
        """Put the label over the editor; `needed` is said in words, not by a star."""
        super().__init__()
        self.editor = editor
        self._hint = hint
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
        set_tone(self.editor, "error" if text else "", "state")
        self.foot_label.setText(text or self._hint)
        set_tone(self.foot_label, "danger" if text else "muted")
        self._foot_icon.setVisible(bool(text))
        self._foot.setVisible(bool(text or self._hint))
        self.editor.setAccessibleDescription(text or self._hint)

    def error(self) -> str:
        """Return the error shown, empty when there is none."""
        return self.foot_label.text() if not self._foot_icon.isHidden() else ""

    def _build_foot(self) -> QWidget:
        self._foot = QWidget()
        layout = row(self._foot, spacing=Space.XS)
        self._foot_icon = IconLabel("blocked", "danger", ICON_SMALL - 2)
        self.foot_label = label("", "caption", tone="muted", wraps=True)
        layout.addWidget(self._foot_icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.foot_label, 1)
        return self._foot


class Form(QScrollArea):
    """Sections of fields in two columns (one on a narrow page), scrolling when long."""

    def __init__(self) -> None:
        """Start empty; tab order is the order of adding."""
        super().__init__()
        self.fields: dict[str, FormField] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setMaximumWidth(FORM_WIDTH)
        outer = column(content, margins=(Space.XL, Space.S, Space.XL, Space.L))
        self._grid = QGridLayout()
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        self._line, self._column = 0, 0
        self.setWidget(content)

    def add_section(self, title: str, text: str = "") -> None:
        """Begin a titled part."""
        self._next_line()
        heading = label(title, "heading")
        heading.setContentsMargins(0, Space.S if self._line else 0, 0, 0)
        self._grid.addWidget(heading, self._line, 0, 1, COLUMNS)
        self._line += 1
        if text:
            self._grid.addWidget(label(text, tone="muted", wraps=True), self._line, 0, 1, COLUMNS)
            self._line += 1

    def add(self, name: str, field: FormField, *, is_wide: bool = False) -> FormField:
        """Add a field; `name` is how errors find it."""
        self.fields[name] = field
        if is_wide:
            self._next_line()
        self._grid.addWidget(field, self._line, self._column, 1, COLUMNS if is_wide else 1)
        self._column += COLUMNS if is_wide else 1
        if self._column >= COLUMNS:
            self._next_line()
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Add any other widget over the full width."""
        self._next_line()
        self._grid.addWidget(widget, self._line, 0, 1, COLUMNS)
        self._line += 1

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show these errors at their fields and go to the first one."""
        first: FormField | None = None
        for name, field in self.fields.items():
            field.set_error(errors.get(name, ""))
            if name in errors and first is None:
                first = field
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)

    def _next_line(self) -> None:
        if self._column:
            self._line += 1
            self._column = 0


class ChoiceBox(QComboBox):
    """One of several values, each with its words.

    Signals:
        chosen: the value.
    """

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]] = (), value: object = None) -> None:
        """Offer these choices."""
        super().__init__()
        self.set_choices(choices, value)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[tuple[object, str]], value: object = None) -> None:
        """Offer other choices."""
        self.clear()
        for one, text in choices:
            self.addItem(text, one)
        self.set_value(value)

    def value(self) -> object:
        """Return the value chosen."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose a value; the first when it is not offered."""
        found = [at for at in range(self.count()) if self.itemData(at) == value]
        self.setCurrentIndex(found[0] if found else 0)

    def _on_activated(self, _position: int) -> None:
        self.chosen.emit(self.currentData())


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


def tick(text: str, *, is_on: bool = False) -> QCheckBox:
    """Return a yes or no."""
    box = QCheckBox(text)
    box.setChecked(is_on)
    return box
