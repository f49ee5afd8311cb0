"""Offers saved views on a list: choose, keep, replace, rename, delete; each undone like any act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject

from jurydesk.ui.dialogs.view_dialog import ViewDialog
from jurydesk.ui.list_state import ListState
from jurydesk.ui.saved_views import SavedView, SavedViews
from jurydesk.ui.widgets.acts import Act, fill_menu
from jurydesk.ui.widgets.view_button import ViewButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from jurydesk.ui.operations.operations import Operations
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.row_list import RowList

R = TypeVar("R")
DIGITS = 9


@dataclass(frozen=True)
class Ways:
    """How a page that groups its rows in several ways tells and changes the way."""

    read: Callable[[], str]
    show: Callable[[str], None]


class ListViews(QObject, Generic[R]):
    """The saved views of one list."""

    def __init__(self, rows: RowList[R], operations: Operations, ways: Ways | None = None) -> None:
        """Put the button into the list, and open the list on the view that was chosen for it."""
        super().__init__(rows)
        self._rows = rows
        self._operations = operations
        self._ways = ways
        self._name = ""
        self.views = SavedViews(rows.view.name)
        self.dialog: ViewDialog | None = None
        self.button = ViewButton(self._fill)
        rows.add_tool(self.button)
        rows.shown_changed.connect(self._on_looked_at)
        rows.view.layout_changed.connect(self._on_looked_at)
        self.views.changed.connect(self._on_looked_at)
        first = self.views.first()
        if first is not None:
            self.show_view(first)

    def show_view(self, view: SavedView) -> None:
        """Look at the list as it was saved."""
        self._name = view.name
        self._show(view.state)

    def show_all(self) -> None:
        """Look at the whole list in its usual order; the columns stay."""
        self._name = ""
        self._show(ListState())

    def ask_name(self, renamed: SavedView | None = None) -> None:
        """Ask for a name for what is shown, or for another name of a view."""
        dialog = ViewDialog(self.views, renamed, self._rows.window())
        dialog.submitted.connect(partial(self._on_named, dialog, renamed))
        dialog.open()
        self.dialog = dialog

    def replace_view(self, view: SavedView) -> None:
        """Keep what is shown now under the name of a view."""
        changed = replace(view, state=self._state())
        self._do("ACT-VIEW-REPLACED", partial(self.views.put, changed))

    def open_on(self, view: SavedView) -> None:
        """Let the list open on a view, or no longer."""
        changed = replace(view, is_first=not view.is_first)
        self._do(
            "ACT-VIEW-FIRST" if changed.is_first else "ACT-VIEW-NOT-FIRST",
            partial(self.views.put, changed),
        )

    def remove(self, view: SavedView) -> None:
        """Forget a view; what is shown stays."""
        self._do("ACT-VIEW-REMOVED", partial(self.views.remove, view.name))

    def _do(self, label: str, act: Callable[[], None]) -> None:
        before = self.views.all()
        act()
        after = self.views.all()
        keep = self.views.keep
        self._operations.note_own(label, partial(keep, before), again=partial(keep, after))

    def _on_named(self, dialog: ViewDialog, renamed: SavedView | None, name: str) -> None:
        state = renamed.state if renamed else self._state()
        view = SavedView(name, state, dialog.is_first())
        taken = self.views.find(name)
        is_new = renamed is None and taken is None
        put = partial(self.views.put, view, instead_of=renamed.name if renamed else "")
        self._name = name
        self._do("ACT-VIEW-SAVED" if is_new else "ACT-VIEW-CHANGED", put)

    def _state(self) -> ListState:
        way = self._ways.read() if self._ways else ""
        return replace(self._rows.state(), way=way)

    def _show(self, state: ListState) -> None:
        if self._ways is not None and state.way and state.way != self._ways.read():
            self._ways.show(state.way)
        self._rows.show_state(state)
        self._on_looked_at()

    def _on_looked_at(self, *_ignored: object) -> None:
        view = self.views.find(self._name) if self._name else None
        is_changed = view is not None and view.state != self._state()
        self.button.show_view(view.name if view else "", is_changed=is_changed)

    def _fill(self, menu: QMenu) -> None:
        shown = self.views.find(self._name) if self._name else None
        views = self.views.all()
        fill_menu(menu, tuple(self._choice(at, one) for at, one in enumerate(views, start=1)))
        if not views:
            none = Act(self.tr("No view saved yet"), self.show_all, why_not=self.tr("Save one."))
            fill_menu(menu, (none,))
        menu.addSeparator()
        fill_menu(menu, (Act(self.tr("Whole list"), self.show_all, "eye"),))
        menu.addSeparator()
        fill_menu(menu, (Act(self.tr("Save as a view…"), self.ask_name, "bookmark"),))
        if shown is not None:
            fill_menu(menu, self._acts(shown))

    def _choice(self, at: int, view: SavedView) -> Act:
        key = f"&{at}" if at <= DIGITS else ""
        name = view.name.replace("&", "&&")
        said = self.tr("{name} (at opening)").format(name=name) if view.is_first else name
        is_shown = view.name == self._name
        return Act(f"{key}  {said}", partial(self.show_view, view), "check" if is_shown else "")

    def _acts(self, view: SavedView) -> tuple[Act, ...]:
        """Return what can be done with the view that is ticked."""
        same = self.tr("It is shown as it was saved.") if view.state == self._state() else ""
        opens = (
            self.tr("Do not open the list on this view")
            if view.is_first
            else self.tr("Open the list on this view")
        )
        replace_it = partial(self.replace_view, view)
        return (
            Act(self.tr("Replace the view by what is shown"), replace_it, "save", why_not=same),
            Act(self.tr("Rename the view…"), partial(self.ask_name, view), "edit"),
            Act(opens, partial(self.open_on, view), "star"),
            Act(self.tr("Delete the view"), partial(self.remove, view), "delete", manner="danger"),
        )


def offer_views(rows: RowList[R], context: PageContext, ways: Ways | None = None) -> ListViews[R]:
    """Offer saved views on a list."""
    return ListViews(rows, context.operations, ways)
