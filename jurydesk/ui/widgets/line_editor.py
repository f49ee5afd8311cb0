"""A short table of lines that are added, filled in and taken away: mandates, absences."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class LineMaker(Protocol):
    """Makes the editors of one line, empty or filled from a value."""

    def __call__(self, value: object) -> tuple[QWidget, ...]:
        """Return one editor for each heading."""
        ...


class LineEditor(QWidget):
    """Lines of editors under headings.

    Signals:
        edited: a line was added, changed or taken away.
    """

    edited = Signal()

    def __init__(self, headings: Sequence[tuple[str, int]], add_text: str, make: LineMaker) -> None:
        """Show the headings; each has a share of the width."""
        super().__init__()
        self._headings = tuple(headings)
        self._make = make
        self.lines: list[tuple[QWidget, tuple[QWidget, ...]]] = []
        layout = column(self, spacing=Space.S)
        self._head = self._build_head()
        layout.addWidget(self._head)
        self._rows: QVBoxLayout = column(spacing=Space.S)
        layout.addLayout(self._rows)
        foot = row()
        self.add_button = act_button(Act(add_text, self.add_empty, "add", manner="quiet"))
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout.addLayout(foot)
        self._head.hide()

    def add_empty(self) -> None:
        """Add a line and go to its first editor."""
        self.add(None)
        self.lines[-1][1][0].setFocus()
        self.edited.emit()

    def add(self, value: object) -> None:
        """Add a line filled from a value."""
        holder = QWidget()
        line = row(holder, spacing=Space.S)
        editors = self._make(value)
        for (heading, share), editor in zip(self._headings, editors, strict=True):
            editor.setAccessibleName(heading)
            line.addWidget(editor, share)
            if isinstance(editor, QLineEdit):
                editor.textChanged.connect(self._on_edited)
            elif isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(self._on_edited)
        remove = icon_button("delete", self.tr("Take this line away"))
        remove.clicked.connect(partial(self._on_remove, holder))
        line.addWidget(remove)
        self._rows.addWidget(holder)
        self.lines.append((holder, editors))
        self._head.show()

    def take_all_away(self) -> None:
        """Take every line away."""
        for holder, _ in tuple(self.lines):
            self._on_remove(holder)

    def values(self, read: Callable[[tuple[QWidget, ...]], object | None]) -> list[object]:
        """Return what each line holds; lines that `read` gives None for are left out."""
        found = (read(editors) for _, editors in self.lines)
        return [value for value in found if value is not None]

    def _build_head(self) -> QWidget:
        head = QWidget()
        line = row(head, spacing=Space.S)
        for text, share in self._headings:
            line.addWidget(label(text, "caption", tone="muted"), share)
        line.addSpacing(Space.XXL + Space.S)
        return head

    def _on_edited(self, *_ignored: object) -> None:
        self.edited.emit()

    def _on_remove(self, holder: QWidget, *_ignored: object) -> None:
        self.lines = [one for one in self.lines if one[0] is not holder]
        self._rows.removeWidget(holder)
        holder.deleteLater()
        self._head.setVisible(bool(self.lines))
        self.edited.emit()
