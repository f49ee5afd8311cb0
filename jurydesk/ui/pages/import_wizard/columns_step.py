"""Which column of a sheet holds which field; guessed, remembered, and corrected here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from jurydesk.services.imports import roster_fields
from jurydesk.ui.theme.scale import Row, Space
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, column, even

if TYPE_CHECKING:
    from jurydesk.services.imports import ColumnUse, ImportPreview, RosterKind, SheetPreview
    from jurydesk.wording import Wording

LETTER, HEADING, SAMPLES, FIELD, HOW = range(5)
WIDTHS = {LETTER: 84, HEADING: 230, FIELD: 260, HOW: 230}


class ColumnsStep(QWidget):
    """One line per column: its heading, what stands in it, and the field it is taken for.

    Signals:
        field_chosen: title of the sheet, number of the column, field (empty: not taken over).
    """

    field_chosen = Signal(str, int, str)

    def __init__(self, kind: RosterKind, wording: Wording) -> None:
        """Build the table empty."""
        super().__init__()
        self._wording = wording
        self._preview: ImportPreview | None = None
        self._fields = [("", self.tr("not taken over"))]
        self._fields += sorted(
            ((name, field_name(kind, name, wording)) for name in roster_fields(kind)),
            key=lambda pair: pair[1].casefold(),
        )
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Sheet"))
        self.sentence = label("", tone="muted", wraps=True)
        self.table = self._build_table()
        frame, inside = card(margins=even(1), spacing=0)
        inside.addWidget(self.table)
        layout = column(self, spacing=Space.S, margins=(Space.XL, 0, Space.XL, Space.L))
        layout.addWidget(self.tabs)
        layout.addWidget(self.sentence)
        layout.addWidget(frame, 1)
        self.tabs.currentChanged.connect(self._show_current)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how the columns of each sheet were understood."""
        self._preview = preview
        titles = [sheet.sheet for sheet in _with_headings(preview)]
        if titles != [self.tabs.tabText(at) for at in range(self.tabs.count())]:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for title in titles:
                self.tabs.addTab(title)
            self.tabs.blockSignals(False)
        self.tabs.setVisible(len(titles) > 1)
        self._show_current()

    def take_focus(self) -> None:
        """Put the focus on the field of the first column."""
        boxes = self._boxes()
        (boxes[0] if boxes else self.tabs).setFocus()

    def box(self, heading: str) -> QComboBox:
        """Return the choice of the column with that heading."""
        sheet = self._current_sheet()
        headings = [use.heading for use in sheet.columns] if sheet else []
        return self._boxes()[headings.index(heading)]

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, len(WIDTHS) + 1)
        table.setHorizontalHeaderLabels(
            [
                self.tr("Column"),
                self.tr("Heading"),
                self.tr("What stands in it"),
                self.tr("Taken for"),
                self.tr("How it was found"),
            ]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(Row.NORMAL + Space.S)
        for section, width in WIDTHS.items():
            table.setColumnWidth(section, width)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        return table

    def _current_sheet(self) -> SheetPreview | None:
        sheets = _with_headings(self._preview) if self._preview else ()
        return (
            sheets[self.tabs.currentIndex()]
            if 0 <= self.tabs.currentIndex() < len(sheets)
            else None
        )

    def _show_current(self) -> None:
        sheet = self._current_sheet()
        columns = sheet.columns if sheet else ()
        self.sentence.setText(self._problem(sheet))
        self.table.setRowCount(len(columns))
        for at, use in enumerate(columns):
            if sheet is not None:
                self._fill_line(at, use, sheet)

    def _boxes(self) -> list[QComboBox]:
        found = (self.table.cellWidget(at, FIELD) for at in range(self.table.rowCount()))
        return [box for box in found if isinstance(box, QComboBox)]

    def _fill_line(self, at: int, use: ColumnUse, sheet: SheetPreview) -> None:
        texts = {
            LETTER: use.letter,
            HEADING: use.heading,
            SAMPLES: " · ".join(sheet.samples(use.position)),
            HOW: found_name(use),
        }
        for section, text in texts.items():
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(at, section, item)
        box = self.table.cellWidget(at, FIELD)
        if not isinstance(box, QComboBox):
            box = self._new_box(at)
        box.setAccessibleName(self.tr("Field of column {letter}").format(letter=use.letter))
        box.setCurrentIndex(box.findData(use.field))

    def _new_box(self, at: int) -> QComboBox:
        """Make the choice of a line; it stays there, so that arrows may go on through it."""
        box = QComboBox()
        for name, text in self._fields:
            box.addItem(text, name)
        box.activated.connect(partial(self._on_chosen, at, box))
        self.table.setCellWidget(at, FIELD, box)
        return box

    def _problem(self, sheet: SheetPreview | None) -> str:
        if sheet is None:
            return self.tr("No row of headings was found: go back to the sheets.")
        grave = [issue for issue in sheet.problems if issue.grave]
        if grave:
            return " ".join(self._wording.text(one.code, **dict(one.figures)) for one in grave)
        return self.tr("What you change here is remembered for the next file of this layout.")

    def _on_chosen(self, at: int, box: QComboBox, *_ignored: object) -> None:
        sheet = self._current_sheet()
        if sheet is not None:
            position = sheet.columns[at].position
            self.field_chosen.emit(sheet.sheet, position, str(box.currentData()))


def field_name(kind: RosterKind, name: str, wording: Wording) -> str:
    """Return the name of a field as the template of a roster calls it."""
    return wording.text(f"COLUMN-{kind.lower()}-{name}")


def found_name(use: ColumnUse) -> str:
    """Say how a column was recognised."""
    names = {
        "HEADING": translate("Import", "by its heading"),
        "CONTENT": translate("Import", "by what stands in it"),
        "MAP": translate("Import", "by you"),
        "REMEMBERED": translate("Import", "as last time"),
        "DUPLICATE": translate("Import", "another column says the same"),
        "NOT_FOUND": translate("Import", "not recognised"),
    }
    return names[use.found]


def _with_headings(preview: ImportPreview) -> list[SheetPreview]:
    return [sheet for sheet in preview.sheets if sheet.header_row]


def is_double(use: ColumnUse) -> bool:
    """Tell whether a column was left out because another one is taken for its field."""
    return use.found == "DUPLICATE"
