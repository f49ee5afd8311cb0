"""Which sheets of the file are read, and in which row their headings stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from jurydesk.ui.theme.scale import Row, Space
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, column, even, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from jurydesk.services.imports import ImportPreview, SheetPreview
    from jurydesk.wording import Wording

LIST_WIDTH = 280
SHEET = int(Qt.ItemDataRole.UserRole)


class SheetsStep(QWidget):
    """Sheets at the left with a tick each; at the right the first rows of the one chosen.

    Signals:
        sheet_added: title of a sheet that is to be read.
        sheet_left_out: title of a sheet that is not.
        header_chosen: title of a sheet, and the row of its headings.
    """

    sheet_added = Signal(str)
    sheet_left_out = Signal(str)
    header_chosen = Signal(str, int)

    def __init__(self, wording: Wording) -> None:
        """Build both sides empty."""
        super().__init__()
        self._wording = wording
        self._preview: ImportPreview | None = None
        self.sheets = QListWidget()
        self.sheets.setAccessibleName(self.tr("Sheets of the file"))
        self.sheets.setFrameShape(QFrame.Shape.NoFrame)
        self.rows = FirstRows()
        self.sentence = label("", tone="muted", wraps=True)
        frame, inside = card(margins=even(1), spacing=0)
        inside.addWidget(self.rows)
        right = column(spacing=Space.S)
        right.addWidget(self.sentence)
        right.addWidget(frame, 1)
        layout = row(self, spacing=Space.L, margins=(Space.XL, 0, Space.XL, Space.L))
        left, inside_left = card(margins=even(Space.XS), spacing=0)
        left.setFixedWidth(LIST_WIDTH)
        inside_left.addWidget(self.sheets)
        layout.addWidget(left)
        layout.addLayout(right, 1)
        self.sheets.currentItemChanged.connect(self._on_current_changed)
        self.sheets.itemChanged.connect(self._on_ticked)
        self.rows.chosen.connect(self._on_header_chosen)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the sheets as they were understood; the cursor stays where it was."""
        self._preview = preview
        at = max(self.sheets.currentRow(), 0)
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for sheet in preview.sheets:
            self._add(sheet.sheet, is_read=preview.choices.file.sheet(sheet.sheet).is_read)
        for issue in preview.skipped:
            self._add(str(dict(issue.figures)["sheet"]), is_read=False, is_hidden=True)
        self.sheets.blockSignals(False)
        self.sheets.setCurrentRow(min(at, self.sheets.count() - 1))
        self._show_current()

    def take_focus(self) -> None:
        """Put the focus on the sheets."""
        self.sheets.setFocus()

    def _add(self, title: str, *, is_read: bool, is_hidden: bool = False) -> None:
        text = self.tr("{sheet} (hidden)").format(sheet=title) if is_hidden else title
        item = QListWidgetItem(text)
        item.setData(SHEET, title)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_read else Qt.CheckState.Unchecked)
        self.sheets.addItem(item)

    def _current_title(self) -> str:
        if self.sheets.currentRow() < 0:
            return ""
        return str(self.sheets.currentItem().data(SHEET))

    def _current_sheet(self) -> SheetPreview | None:
        sheets = self._preview.sheets if self._preview else ()
        return next((one for one in sheets if one.sheet == self._current_title()), None)

    def _show_current(self) -> None:
        sheet = self._current_sheet()
        if sheet is None:
            self.rows.show_rows((), 0)
            self.sentence.setText(self.tr("This sheet is hidden. Tick it to read it."))
            return
        self.rows.show_rows(sheet.beginning(), sheet.header_row)
        problems = [p for p in sheet.problems if p.grave]
        if problems:
            self.sentence.setText(self._wording.text(problems[0].code, **dict(problems[0].figures)))
        else:
            text = self.tr(
                "Headings: row {row} · persons: {count}. "
                "Click another row, or press Enter on it, if the headings stand there."
            )
            self.sentence.setText(text.format(row=sheet.header_row, count=sheet.read))

    def _on_current_changed(self) -> None:
        self._show_current()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        is_read = item.checkState() is Qt.CheckState.Checked
        told = self.sheet_added if is_read else self.sheet_left_out
        told.emit(str(item.data(SHEET)))

    def _on_header_chosen(self, number: int) -> None:
        self.header_chosen.emit(self._current_title(), number)


class FirstRows(QTableWidget):
    """The first rows of a sheet, the row of headings marked.

    Signals:
        chosen: number of the row that somebody says holds the headings.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName(self.tr("First rows of the sheet"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Row.COMPACT)
        self.cellClicked.connect(self._on_clicked)
        self._numbers: tuple[int, ...] = ()

    def show_rows(self, rows: tuple[tuple[int, tuple[str, ...]], ...], header: int) -> None:
        """Show these rows; `header` is the number of the row of headings, 0: none."""
        self._numbers = tuple(number for number, _ in rows)
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(max((len(texts) for _, texts in rows), default=0))
        self.setVerticalHeaderLabels([str(number) for number in self._numbers])
        for at, (number, texts) in enumerate(rows):
            for section, text in enumerate(texts):
                self.setItem(at, section, _item(text, is_header=number == header))
        if header in self._numbers:
            self.setCurrentCell(self._numbers.index(header), 0)

    def _on_clicked(self, at: int, _section: int) -> None:
        self.chosen.emit(self._numbers[at])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row under the cursor for the headings with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.chosen.emit(self._numbers[self.currentRow()])
        else:
            super().keyPressEvent(event)


def _item(text: str, *, is_header: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text.replace("\n", " "))
    if is_header:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QColor(current_tokens().accent))
    return item
