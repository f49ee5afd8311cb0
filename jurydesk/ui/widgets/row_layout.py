"""How the columns of a table lie: widths, order, hidden ones, density; kept between two runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView
from typing_extensions import override

from jurydesk.ui.models.chip_delegate import ChipDelegate
from jurydesk.ui.theme.scale import Row, Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent

    from jurydesk.ui.models.arranging import Sorts
    from jurydesk.ui.models.columns import Column


class RowLayout(QTableView):
    """A table whose columns stay as the person left them.

    Signals:
        layout_changed: other columns are shown, or in another order.
    """

    layout_changed = Signal()

    def __init__(self, columns: Sequence[Column[Any]], name: str) -> None:
        """Keep the columns; `name` is where their layout is kept."""
        super().__init__()
        self.columns = tuple(columns)
        self.name = name
        self._letter = 0
        """Width of a letter, in pixels, for which the columns are as wide as they are."""

    def is_compact(self) -> bool:
        """Tell whether the rows are low."""
        return bool(self._settings().value(f"{self.name}/compact", False, bool))

    def set_compact(self, is_on: bool) -> None:
        """Show low rows or rows of the usual height."""
        self._settings().setValue(f"{self.name}/compact", is_on)
        self._set_row_height()

    def fill_columns_menu(self, menu: QMenu) -> None:
        """Offer every column as a tick, and the way back to the usual layout."""
        menu.clear()
        for section, column in enumerate(self.columns):
            action = QAction(column.title or column.name, menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.setEnabled(section != 0)
            action.toggled.connect(partial(self._show_column, section))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Usual layout"), self.reset_layout)

    def reset_layout(self) -> None:
        """Forget the person's widths, order and hidden columns."""
        self._settings().remove(f"{self.name}/header")
        header = self.horizontalHeader()
        for section in range(len(self.columns)):
            header.moveSection(header.visualIndex(section), section)
        self._set_columns()
        self.layout_changed.emit()

    def shown_columns(self) -> tuple[str, ...]:
        """Return the names of the columns shown, from the left."""
        header = self.horizontalHeader()
        order = map(header.logicalIndex, range(header.count()))
        return tuple(self.columns[at].name for at in order if not self.isColumnHidden(at))

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns in this order, and no others; none named: leave them as they are."""
        sections = {column.name: at for at, column in enumerate(self.columns)}
        known = [sections[name] for name in names if name in sections]
        if not known:
            return
        header = self.horizontalHeader()
        for place, section in enumerate(known):
            header.moveSection(header.visualIndex(section), place)
        for section in sections.values():
            # The first one names the row: as in the menu, it cannot be hidden
            self.setColumnHidden(section, section not in known and section != 0)
        self._save()

    def show_sorts(self, sorts: Sorts) -> None:
        """Mark the column that the rows are ordered by; ordering them is the model's."""
        section, goes_down = sorts[-1] if sorts else (-1, False)
        order = Qt.SortOrder.DescendingOrder if goes_down else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(section, order)
        header.viewport().update()
        self._save()

    def _set_row_height(self) -> None:
        height = Row.COMPACT if self.is_compact() else Row.NORMAL
        self.verticalHeader().setDefaultSectionSize(
            max(int(height), self.fontMetrics().height() + Space.S)
        )

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        letter = self._letter = self.fontMetrics().averageCharWidth()
        for section, column in enumerate(self.columns):
            self.setColumnHidden(section, column.is_hidden)
            self.setColumnWidth(section, column.width * letter + 2 * Space.S)
            if column.stretches:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
            if column.is_chip:
                self.setItemDelegateForColumn(section, ChipDelegate(self))

    def _fit_letters(self) -> None:
        """Make columns and rows wider or lower with the text, which a person may enlarge."""
        letter = self.fontMetrics().averageCharWidth()
        if not self._letter or letter == self._letter:
            return
        for section, column in enumerate(self.columns):
            if not column.stretches:
                width = self.horizontalHeader().sectionSize(section)
                self.setColumnWidth(section, round(width * letter / self._letter))
        self._letter = letter
        self._set_row_height()

    def _settings(self) -> QSettings:
        settings = QSettings()
        settings.beginGroup("lists")
        return settings

    def _restore(self) -> None:
        settings = self._settings()
        state = settings.value(f"{self.name}/header")
        # Columns that came or went since make the kept layout worthless
        is_ours = settings.value(f"{self.name}/columns") == self._column_names()
        if isinstance(state, QByteArray) and is_ours:
            self.horizontalHeader().restoreState(state)
            self._letter = int(str(settings.value(f"{self.name}/letter", self._letter)))
            self._fit_letters()

    def _save(self) -> None:
        settings = self._settings()
        settings.setValue(f"{self.name}/columns", self._column_names())
        settings.setValue(f"{self.name}/header", self.horizontalHeader().saveState())
        settings.setValue(f"{self.name}/letter", self._letter)

    def _column_names(self) -> str:
        return " ".join(column.name for column in self.columns)

    def _show_column(self, section: int, is_shown: bool) -> None:
        self.setColumnHidden(section, not is_shown)
        self._save()
        self.layout_changed.emit()

    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_columns_menu(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_letters()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the layout as the person leaves it."""
        super().hideEvent(event)
        self._save()
