"""What can be put into a text: fields, lists and tables, each in words with an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from jurydesk.ui.widgets.inspector_panel import InspectorPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from jurydesk.services.letter_preview import FieldRow

WRITTEN = int(Qt.ItemDataRole.UserRole)
LEAST_HEIGHT = 460


class FieldList(QListWidget):
    """Enter or a double click puts what is under the cursor into the text.

    Signals:
        wanted: what is to be written.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setWordWrap(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._on_double_clicked)

    def show_fields(self, rows: Sequence[FieldRow]) -> None:
        """Show these, each with an example where it has one."""
        self.clear()
        for row in rows:
            short = row.written.splitlines()[0]
            lines = (row.meaning, short, row.example)
            item = QListWidgetItem("\n".join(filter(None, lines)))
            item.setData(WRITTEN, row.written)
            item.setToolTip(row.written)
            self.addItem(item)
        self.setCurrentRow(0)

    def _on_double_clicked(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(WRITTEN))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the field under the cursor into the text with Enter."""
        chosen = self.selectedItems()
        if chosen and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit(chosen[0].data(WRITTEN))
        else:
            super().keyPressEvent(event)


class FieldsPanel(InspectorPanel):
    """The panel beside the editor."""

    def __init__(self) -> None:
        """Build the list; it stays while the panel is filled anew."""
        super().__init__()
        self.fields = FieldList()
        self.fields.setAccessibleName(self.tr("What can be put into the text"))

    def show_text(self, name: str, about: str, rows: Sequence[FieldRow]) -> None:
        """Show what one kind of text may hold."""
        self.set_heading(name, about)
        self.add_section(self.tr("Put into the text (Enter)"), self.fields)
        self.fields.show_fields(rows)
