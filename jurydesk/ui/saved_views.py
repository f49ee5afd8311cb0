"""The views that a person saved of a list, kept on this machine beside its columns."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from jurydesk.ui.list_state import KeptFilter, ListState
from jurydesk.ui.models.columns import folded


@dataclass(frozen=True)
class SavedView:
    """One way of looking, under a name."""

    name: str
    state: ListState
    is_first: bool = False
    """The list opens on it."""


class SavedViews(QObject):
    """The views of one list, in the order of their names; written at once.

    Signals:
        changed: other views are kept.
    """

    changed = Signal()

    def __init__(self, list_name: str) -> None:
        """Keep where the views lie; `list_name` is that of the list's columns."""
        super().__init__()
        self._place = f"lists/{list_name}/views"

    def all(self) -> tuple[SavedView, ...]:
        """Return the views; what cannot be read is none."""
        try:
            kept = json.loads(str(QSettings().value(self._place, "[]")))
            return tuple(map(_view, kept))
        except (ValueError, TypeError, KeyError, AttributeError):
            return ()

    def find(self, name: str) -> SavedView | None:
        """Return the view of that name, however it is written."""
        wanted = folded(name.strip())
        return next((one for one in self.all() if folded(one.name) == wanted), None)

    def first(self) -> SavedView | None:
        """Return the view that the list opens on."""
        return next((one for one in self.all() if one.is_first), None)

    def put(self, view: SavedView, *, instead_of: str = "") -> None:
        """Keep a view in the place of any other of its name, or of the one that was renamed."""
        gone = {folded(view.name), folded(instead_of)}
        others = [one for one in self.all() if folded(one.name) not in gone]
        if view.is_first:
            others = [replace(one, is_first=False) for one in others]
        self.keep((*others, view))

    def remove(self, name: str) -> None:
        """Forget a view."""
        self.keep(tuple(one for one in self.all() if one.name != name))

    def keep(self, views: tuple[SavedView, ...]) -> None:
        """Keep these views and no others."""
        ordered = sorted(views, key=lambda one: folded(one.name))
        text = json.dumps([_document(one) for one in ordered], ensure_ascii=False)
        QSettings().setValue(self._place, text)
        self.changed.emit()


def _document(view: SavedView) -> dict[str, object]:
    state = view.state
    return {
        "name": view.name,
        "first": view.is_first,
        "search": state.search,
        "filters": [[one.name, one.text, one.group] for one in state.filters],
        "sorts": [list(sort) for sort in state.sorts],
        "columns": list(state.columns),
        "way": state.way,
    }


def _view(kept: dict[str, Any]) -> SavedView:
    state = ListState(
        str(kept["search"]),
        tuple(
            KeptFilter(str(name), str(text), str(group)) for name, text, group in kept["filters"]
        ),
        tuple((str(name), bool(goes_down)) for name, goes_down in kept["sorts"]),
        tuple(map(str, kept["columns"])),
        str(kept["way"]),
    )
    return SavedView(str(kept["name"]), state, bool(kept["first"]))
