"""Every row of the file with its fate; cells are corrected in place, doubtful rows decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from jurydesk.services.imports import Fate
from jurydesk.ui.models.columns import Column
from jurydesk.ui.pages.import_wizard.columns_step import field_name
from jurydesk.ui.pages.import_wizard.row_looks import (
    ImportLine,
    SheetLines,
    fate_name,
    leading_columns,
)
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from jurydesk.services.imports import ColumnUse, ImportPreview, RosterKind, SheetPreview
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

NARROWEST, WIDEST = 9, 26
EDITABLE = frozenset(Fate) - {Fate.IGNORED, Fate.MISSING}


class RowsStep(QWidget):
    """One list per sheet, and one of who is in the file no more.

    Signals:
        current_changed: the `ImportLine` under the cursor, or None.
        cell_edited: the line, number of the column, the text typed.
    """

    current_changed = Signal(object)
    cell_edited = Signal(object, int, str)

    def __init__(self, kind: RosterKind, wording: Wording) -> None:
        """Start without lists: they come with the first preview."""
        super().__init__()
        self._kind = kind
        self._wording = wording
        self._layouts: list[tuple[str, tuple[ColumnUse, ...]]] = []
        self.lists: list[RowList[ImportLine]] = []
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Sheet"))
        self.tabs.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._stack = QStackedWidget()
        self.empty = label("", tone="muted", wraps=True)
        layout = column(self, spacing=Space.S)
        layout.addWidget(self.tabs)
        layout.addWidget(self.empty)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    @property
    def shown(self) -> RowList[ImportLine]:
        """Return the list in view."""
        return self.lists[max(self._stack.currentIndex(), 0)]

    def show_preview(self, preview: ImportPreview, lines: tuple[SheetLines, ...]) -> None:
        """Show the rows anew; lists whose columns did not change keep their cursor and filters."""
        sheets = [sheet for sheet in preview.sheets if sheet.rows]
        layouts = [(sheet.sheet, sheet.columns) for sheet in sheets]
        if preview.missing:
            layouts.append(("", ()))
        if not self.lists or layouts != self._layouts:
            self._rebuild(sheets, layouts)
        for shown, of_list in zip(self.lists, lines, strict=False):
            self._fill(shown, of_list)
        for shown in self.lists[len(lines) :]:
            shown.set_rows(())
        self._name_tabs(sheets, len(preview.missing))
        self.current_changed.emit(self.shown.current_row())

    def selected(self) -> tuple[ImportLine, ...]:
        """Return the lines that an act would concern."""
        return self.shown.selected_rows()

    def take_focus(self) -> None:
        """Put the focus on the list in view."""
        self.shown.view.setFocus()

    def go_to_fate(self, fate: Fate) -> bool:
        """Show the rows of one fate alone, on the first sheet that has some."""
        for at, shown in enumerate(self.lists):
            if any(line.row.fate is fate for line in shown.model.all_rows()):
                self.tabs.setCurrentIndex(at)
                shown.set_filter(fate, is_on=True)
                return True
        return False

    def _rebuild(
        self, sheets: list[SheetPreview], layouts: list[tuple[str, tuple[ColumnUse, ...]]]
    ) -> None:
        at = self._stack.currentIndex()
        for shown in self.lists:
            self._stack.removeWidget(shown)
            shown.deleteLater()
        self._layouts = layouts
        self.lists = [self._build_list(sheet.columns) for sheet in sheets]
        if len(layouts) > len(sheets) or not self.lists:
            self.lists.append(self._build_list(()))
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for shown in self.lists:
            self._stack.addWidget(shown)
            self.tabs.addTab("")
        self.tabs.blockSignals(False)
        self.tabs.setCurrentIndex(min(max(at, 0), len(self.lists) - 1))
        self._stack.setCurrentIndex(self.tabs.currentIndex())

    def _build_list(self, uses: tuple[ColumnUse, ...]) -> RowList[ImportLine]:
        kept = [(at, use) for at, use in enumerate(uses) if use.field and use.field != "number"]
        columns = [self._file_column(at, use) for at, use in kept]
        if not columns:
            columns = [Column("name", self.tr("Name"), lambda line: line.row.name, stretches=True)]
        shown: RowList[ImportLine] = RowList(
            (*leading_columns(self._wording), *columns),
            lambda line: line.key,
            name="import-" + "-".join(use.field for _, use in kept),
            placeholder=self.tr("Any word of a row"),
        )
        shown.view.let_cells_be_edited()
        shown.export_button.hide()
        shown.current_changed.connect(self.current_changed)
        shown.activated.connect(partial(self._on_activated, shown))
        shown.model.cell_edited.connect(self._on_cell_edited)
        shown.set_empty("import", self.tr("No row"), self.tr("No sheet of the file is read."))
        return shown

    def _file_column(self, at: int, use: ColumnUse) -> Column[ImportLine]:
        wording, position = self._wording, use.position

        def text(line: ImportLine) -> str:
            return line.row.texts[at] if at < len(line.row.texts) else ""

        def tooltip(line: ImportLine) -> str:
            bad = line.bad_cell(position)
            return wording.text(bad.code, **dict(bad.figures)) if bad else text(line)

        return Column(
            str(position),
            use.heading or field_name(self._kind, use.field, wording),
            text,
            tooltip=tooltip,
            ground=partial(_ground, position),
            is_editable=_is_editable,
            width=min(max(len(use.heading) + 2, NARROWEST), WIDEST),
        )

    def _fill(self, shown: RowList[ImportLine], of_list: SheetLines) -> None:
        filters = [
            RowFilter[ImportLine](fate, _capital(fate_name(fate)), partial(_has_fate, fate), "fate")
            for fate in of_list.fates
        ]
        if of_list.has_drafts:
            text = self.tr("Kept as a draft")
            filters.append(RowFilter("draft", text, lambda line: line.row.kept_as_draft))
        shown.set_filters(filters)
        shown.set_rows(of_list.lines)

    def _name_tabs(self, sheets: list[SheetPreview], missing: int) -> None:
        for at, sheet in enumerate(sheets):
            self.tabs.setTabText(at, f"{sheet.sheet} ({sheet.read})")
        if missing:
            text = self.tr("No more in the file ({count})").format(count=missing)
            self.tabs.setTabText(len(self.lists) - 1, text)
        self.tabs.setVisible(len(self.lists) > 1)

    def _on_tab_changed(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.current_changed.emit(self.shown.current_row())

    def _on_activated(self, shown: RowList[ImportLine], line: ImportLine) -> None:
        """Go from the row to its first cell that is wrong, or changed, ready to be typed into."""
        wanted = [cell.position for cell in line.row.cells] or sorted(line.changed)
        names = [column.name for column in shown.model.columns]
        at = next((names.index(str(one)) for one in wanted if str(one) in names), -1)
        if at >= 0:
            index = shown.model.index(shown.view.currentIndex().row(), at)
            shown.view.setCurrentIndex(index)
            shown.view.scrollTo(index)
            shown.view.edit(index)

    def _on_cell_edited(self, line: ImportLine, name: str, text: str) -> None:
        self.cell_edited.emit(line, int(name), text)


def _ground(position: int, line: ImportLine) -> Tone | None:
    if line.bad_cell(position) is not None:
        return "danger" if line.row.fate is Fate.REJECTED else "warning"
    return "accent" if position in line.changed else None


def _is_editable(line: ImportLine) -> bool:
    return line.row.fate in EDITABLE


def _has_fate(fate: Fate, line: ImportLine) -> bool:
    return line.row.fate is fate


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
