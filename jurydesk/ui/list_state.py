"""What a list shows: the words looked for, the filters, the order, the columns."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class KeptFilter:
    """One filter that is on, known again by its name; the rest shows it where nothing has it."""

    name: str
    text: str = field(default="", compare=False)
    group: str = field(default="", compare=False)


@dataclass(frozen=True)
class ListState:
    """One way of looking at a list."""

    search: str = ""
    filters: tuple[KeptFilter, ...] = ()
    """In the order of their names."""
    sorts: tuple[tuple[str, bool], ...] = ()
    """Names of columns with whether they go down; the last one counts most."""
    columns: tuple[str, ...] = ()
    """Names of the columns shown, from the left; none: as they are."""
    way: str = ""
    """How the page groups its rows, where it can do so in several ways."""
