"""A list of rows as people work with it: search, filters, columns, density, keys, empty states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from jurydesk.ui.models.leftovers import SLICE_SECONDS
from jurydesk.ui.models.row_table_model import RowTableModel
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, icon_button
from jurydesk.ui.widgets.chips import FilterChip
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.layouts import card, column, even, row
from jurydesk.ui.widgets.row_view import RowView
from jurydesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from jurydesk.ui.models.columns import Column

R = TypeVar("R")
SEARCH_WIDTH = 420
SLICE = 50
"""Rows counted in one go: every filter over that many takes some milliseconds."""


@dataclass(frozen=True)
class RowFilter(Generic[R]):
    """One filter chip: filters of one group widen each other, groups narrow each other."""

    name: str
    text: str
    accepts: Callable[[R], bool]
    group: str = ""


class RowList(QWidget, Generic[R]):
    """A table of rows with its tools above it.

    `name` keeps the person's columns, widths, order and density between two runs.

    Signals:
        current_changed: the row under the cursor (or None).
        activated: a row was opened, by Enter or a double click.
        edit_requested: F2 on a row.
        delete_requested: Delete on one or several rows (a tuple of rows).
        export_requested: the export act was pressed; `shown_rows()` is what is on screen.
        selection_changed: other rows are selected (see `selected_rows`).
        shown_changed: how many rows are shown, and how many there are.
    """

    current_changed = Signal(object)
    activated = Signal(object)
    edit_requested = Signal(object)
    delete_requested = Signal(object)
    export_requested = Signal()
    selection_changed = Signal()
    shown_changed = Signal(int, int)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        name: str,
        placeholder: str,
    ) -> None:
        """Build an empty list; `set_rows` fills it."""
        super().__init__()
        self.model: RowTableModel[R] = RowTableModel(columns, key, self)
        self.view = RowView(self.model, name)
        self.search_field = SearchField(placeholder)
        self._filters: dict[str, RowFilter[R]] = {}
        self._counting: Iterator[bool] = iter(())
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(0)
        self._count_timer.timeout.connect(self._count_on)
        self._chips: dict[str, FilterChip] = {}
        self._chip_row = FlowRow()
        self._stack = QStackedWidget()
        self._empty = QWidget()
        self._build()
        self._connect()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the cursor stays on the row it was on."""
        with self.view.kept_cursor():
            self.model.set_rows(rows)
        self._show_counts()

    def set_empty(self, name: str, title: str, text: str, *, acts: tuple[Act, ...] = ()) -> None:
        """Say what stands here while there are no rows at all."""
        shown = self._stack.currentIndex()
        self._stack.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = EmptyState(name, title, text, acts)
        self._stack.insertWidget(1, self._empty)
        self._stack.setCurrentIndex(shown)

    def set_filters(self, filters: Sequence[RowFilter[R]]) -> None:
        """Offer these filter chips, replacing those there were; what was on stays on."""
        was_on = set(self.filters_on())
        self._filters = {one.name: one for one in filters}
        self._chips = {one.name: FilterChip(one.text) for one in filters}
        for name, chip in self._chips.items():
            chip.setChecked(name in was_on)
            chip.toggled.connect(self._on_filter_toggled)
        self._chip_row.set_widgets(tuple(self._chips.values()))
        self._chip_holder.setVisible(bool(filters))
        self._apply_filters()

    def set_filter(self, name: str, *, is_on: bool) -> None:
        """Switch one filter, as a link from another page does."""
        self._chips[name].setChecked(is_on)

    def filters_on(self) -> tuple[str, ...]:
        """Return the names of the filters that are on."""
        return tuple(name for name, chip in self._chips.items() if chip.isChecked())

    def current_row(self) -> R | None:
        """Return the row under the cursor."""
        return self.model.row_at(self.view.currentIndex().row())

    def selected_rows(self) -> tuple[R, ...]:
        """Return the selected rows, in the order shown."""
        found = (self.model.row_at(at) for at in self.view.selected_positions())
        return tuple(one for one in found if one is not None)

    def shown_rows(self) -> tuple[R, ...]:
        """Return the rows on screen, in order, as an export should hold them."""
        return self.model.rows()

    def select_key(self, key: Hashable) -> bool:
        """Put the cursor on the row of that key, lifting search and filters that hide it."""
        if self.model.position_of(key) < 0:
            self.clear_search_and_filters()
        return self.view.go_to(self.model.position_of(key))

    def clear_search_and_filters(self) -> None:
        """Show every row again."""
        self.search_field.clear()
        for chip in self._chips.values():
            chip.setChecked(False)

    def focus_search(self) -> None:
        """Put the cursor in the search box (Ctrl+F)."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def _build(self) -> None:
        tools = row(spacing=Space.XS, margins=(Space.XL, 0, Space.XL, Space.S))
        self.search_field.setMaximumWidth(SEARCH_WIDTH)
        tools.addWidget(self.search_field, 1)
        tools.addStretch(0)
        for button in self._build_tool_buttons():
            tools.addWidget(button)
        self._chip_holder = QWidget()
        chips = column(self._chip_holder, margins=(Space.XL, 0, Space.XL, Space.M))
        chips.addWidget(self._chip_row)
        self._chip_holder.hide()
        layout: QVBoxLayout = column(self, spacing=0)
        layout.addLayout(tools)
        layout.addWidget(self._chip_holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_no_match())
        frame, inside = card(margins=even(1), spacing=0)
        inside.addWidget(self._stack)
        outer = row(margins=(Space.XL, 0, Space.XL, Space.L))
        outer.addWidget(frame)
        layout.addLayout(outer, 1)

    def _build_tool_buttons(self) -> tuple[QToolButton, ...]:
        columns_button = icon_button("columns", self.tr("Choose columns"))
        columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(columns_button)
        menu.aboutToShow.connect(partial(self.view.fill_columns_menu, menu))
        columns_button.setMenu(menu)
        density_button = icon_button("density", self.tr("Compact rows"))
        density_button.setCheckable(True)
        density_button.setChecked(self.view.is_compact())
        density_button.toggled.connect(self.view.set_compact)
        self.export_button = icon_button("export", self.tr("Export this list"))
        self.export_button.clicked.connect(self.export_requested)
        return columns_button, density_button, self.export_button

    def _build_no_match(self) -> EmptyState:
        clear = Act(self.tr("Show all"), self.clear_search_and_filters, "close")
        text = self.tr("No row holds these words and passes these filters.")
        return EmptyState("search", self.tr("Nothing found"), text, (clear,))

    def _connect(self) -> None:
        self.search_field.search_changed.connect(self._on_search_changed)
        self.search_field.left.connect(self.view.setFocus)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.cursor_moved.connect(self._on_cursor_moved)
        self.view.opened.connect(self._on_opened)
        self.view.edit_pressed.connect(self._on_edit_pressed)
        self.view.delete_pressed.connect(self._on_delete_pressed)

    def _groups_on(self) -> dict[str, list[RowFilter[R]]]:
        groups: dict[str, list[RowFilter[R]]] = {}
        for name in self.filters_on():
            one = self._filters[name]
            groups.setdefault(one.group or one.name, []).append(one)
        return groups

    def _apply_filters(self) -> None:
        accepts = [partial(_any_accepts, tuple(group)) for group in self._groups_on().values()]
        with self.view.kept_cursor():
            self.model.set_filters(accepts)
        self._show_counts()

    def _show_counts(self) -> None:
        everything = self.model.all_rows()
        self._counting = self._count_slices()
        self._count_on()
        shown = self.model.rowCount()
        self._stack.setCurrentIndex(0 if shown else (2 if everything else 1))
        self.shown_changed.emit(shown, len(everything))

    def _count_on(self) -> None:
        """Count for a moment; a long list is counted between two events, not at once."""
        end = monotonic() + SLICE_SECONDS
        while next(self._counting, False):
            if monotonic() > end:
                self._count_timer.start()
                return

    def _count_slices(self) -> Iterator[bool]:
        """Count how many rows each filter would leave; yield after each slice."""
        everything = self.model.all_rows()
        counts = dict.fromkeys(self._chips, 0)
        for start in range(0, len(everything), SLICE):
            part = everything[start : start + SLICE]
            for name in counts:
                counts[name] += sum(map(self._filters[name].accepts, part))
            if start + SLICE < len(everything):
                yield True
        for name, count in counts.items():
            self._chips[name].show_count(count)

    def _on_search_changed(self, text: str) -> None:
        with self.view.kept_cursor():
            self.model.set_search(text)
        self._show_counts()

    def _on_filter_toggled(self) -> None:
        self._apply_filters()

    def _on_selection_changed(self, *_ignored: object) -> None:
        self.selection_changed.emit()

    def _on_cursor_moved(self, position: int) -> None:
        self.current_changed.emit(self.model.row_at(position))

    def _on_opened(self, position: int) -> None:
        self.activated.emit(self.model.row_at(position))

    def _on_edit_pressed(self, position: int) -> None:
        self.edit_requested.emit(self.model.row_at(position))

    def _on_delete_pressed(self) -> None:
        self.delete_requested.emit(self.selected_rows())


def _any_accepts(group: tuple[RowFilter[R], ...], one: R) -> bool:
    return any(row_filter.accepts(one) for row_filter in group)
