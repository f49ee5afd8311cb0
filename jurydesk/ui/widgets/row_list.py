"""A list of rows as people work with it: search, filters, columns, density, keys, empty states."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from jurydesk.ui.list_state import ListState
from jurydesk.ui.models.columns import folded
from jurydesk.ui.models.row_table_model import AT_ONCE, RowTableModel
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, icon_button
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.filter_bar import FilterBar
from jurydesk.ui.widgets.layouts import card, column, even, row
from jurydesk.ui.widgets.row_view import RowView
from jurydesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from jurydesk.ui.models.arranging import Wish
    from jurydesk.ui.models.columns import Column
    from jurydesk.ui.widgets.filter_bar import RowFilter

R = TypeVar("R")
SEARCH_WIDTH = 420


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
        self.filters: FilterBar[R] = FilterBar()
        self._wanted: Hashable = None
        self._stack = QStackedWidget()
        self._empty = QWidget()
        self._build()
        self._connect()

    def fill(self, rows: Sequence[R], filters: Sequence[RowFilter[R]]) -> None:
        """Show these rows with the filters that they make sense of."""
        self.filters.offer(filters)
        self.model.hold(rows, self._wish())

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the cursor stays on the row it was on."""
        self.model.set_rows(rows)

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
        self.filters.offer(filters)
        self.model.wish(self._wish())

    def set_filter(self, name: str, *, is_on: bool) -> None:
        """Switch one filter, as a link from another page does."""
        self.filters.chips[name].setChecked(is_on)

    def filters_on(self) -> tuple[str, ...]:
        """Return the names of the filters that are on."""
        return self.filters.names_on()

    def current_row(self) -> R | None:
        """Return the row under the cursor."""
        while self._wanted is not None and not self.model.is_settled():
            self.model.settle()
        return self.model.row_at(self.view.currentIndex().row())

    def selected_rows(self) -> tuple[R, ...]:
        """Return the selected rows, in the order shown."""
        found = (self.model.row_at(at) for at in self.view.selected_positions())
        return tuple(one for one in found if one is not None)

    def shown_rows(self) -> tuple[R, ...]:
        """Return the rows on screen, in order, as an export should hold them."""
        self.model.settle()
        return self.model.rows()

    def select_key(self, key: Hashable) -> bool:
        """Put the cursor on the row of that key, lifting search and filters that hide it."""
        if self.model.is_settled() and self.view.go_to(self.model.position_of(key)):
            return True
        if not self.model.holds(key):
            return False
        self._wanted = key
        if self.model.is_settled():
            self.clear_search_and_filters()
        return True

    def clear_search_and_filters(self) -> None:
        """Show every row again."""
        self.search_field.show_text("")
        self.filters.show_on(())
        self.model.wish(self._wish())

    def state(self) -> ListState:
        """Return what the list shows, to be shown again another day."""
        names = [column.name for column in self.model.columns]
        return ListState(
            self.search_field.text().strip(),
            self.filters.kept(),
            tuple((names[section], goes_down) for section, goes_down in self.model.sorts()),
            self.view.shown_columns(),
        )

    def show_state(self, state: ListState) -> None:
        """Show what was shown before; a filter that no row has any more is shown as such."""
        self.search_field.show_text(state.search)
        self.filters.show_on(state.filters)
        names = [column.name for column in self.model.columns]
        sorts = tuple((names.index(name), down) for name, down in state.sorts if name in names)
        self.view.show_columns(state.columns)
        self.view.show_sorts(sorts)
        self.model.wish(replace(self._wish(), sorts=sorts))

    def add_tool(self, widget: QWidget) -> None:
        """Put one more tool before the others."""
        self._tools.insertWidget(2, widget)

    def focus_search(self) -> None:
        """Put the cursor in the search box (Ctrl+F)."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def _build(self) -> None:
        self._tools = tools = row(spacing=Space.XS, margins=(Space.XL, 0, Space.XL, Space.S))
        self.search_field.setMaximumWidth(SEARCH_WIDTH)
        tools.addWidget(self.search_field, 1)
        tools.addStretch(0)
        for button in self._build_tool_buttons():
            tools.addWidget(button)
        layout: QVBoxLayout = column(self, spacing=0)
        layout.addLayout(tools)
        layout.addWidget(self.filters)
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
        self.search_field.search_changed.connect(self._on_wish_changed)
        self.filters.changed.connect(self._on_wish_changed)
        self.model.modelReset.connect(self._on_reset)
        self.search_field.left.connect(self.view.setFocus)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.cursor_moved.connect(self._on_cursor_moved)
        self.view.opened.connect(self._on_opened)
        self.view.edit_pressed.connect(self._on_edit_pressed)
        self.view.delete_pressed.connect(self._on_delete_pressed)

    def _wish(self) -> Wish[R]:
        words = tuple(folded(self.search_field.text()).split())
        return replace(self.model.wished(), search=words, accepts=self.filters.accepts())

    def _on_wish_changed(self, *_ignored: object) -> None:
        self.model.wish(self._wish())

    def _on_reset(self) -> None:
        """Tell what is shown by now, and count what each filter would leave."""
        wanted, self._wanted = self._wanted, None
        is_hidden = wanted is not None and self.model.holds(wanted)
        if is_hidden and not self.view.go_to(self.model.position_of(wanted)):
            self._wanted = wanted
            self.clear_search_and_filters()
            return
        everything = self.model.all_rows()
        self.filters.count(everything, at_once=len(everything) <= AT_ONCE)
        shown = self.model.rowCount()
        self._stack.setCurrentIndex(0 if shown else (2 if everything else 1))
        self.shown_changed.emit(shown, len(everything))

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
