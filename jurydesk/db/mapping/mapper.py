"""What a mapper is: how one kind of entity becomes rows and is put together from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from jurydesk.db.tables import EntityRow, Row
from jurydesk.domain.changes import Entity, Kind

E = TypeVar("E", bound=Entity)

Values = dict[str, Any]
"""The columns of one row by name."""


@dataclass(frozen=True)
class Part:
    """The rows of one table that belong to an entity, in the order of the domain's tuple."""

    row: type[Row]
    parent: str
    """The column that holds the entity's number."""
    order: tuple[str, ...] = ("position",)


Parts = Mapping[type[Row], Sequence[Any]]
"""The rows of each part that belong to one entity."""


@dataclass(frozen=True)
class Mapper(Generic[E]):
    """How one kind of entity is stored: one first row, and the rows of its parts."""

    kind: Kind
    row: type[EntityRow]
    to_values: Callable[[E], Values]
    to_entity: Callable[[Any, Parts], E]
    parts: tuple[Part, ...] = ()
    """In the order in which they can be inserted."""
    to_parts: Callable[[E], Mapping[type[Row], list[Values]]] = lambda _entity: {}
    to_words: Callable[[E], frozenset[str]] = lambda _entity: frozenset()
    """The words under which the search finds it."""


def positioned(rows: Sequence[Values]) -> list[Values]:
    """Number the rows, so that they come back in this order."""
    return [{"position": position, **values} for position, values in enumerate(rows)]


def grouped(rows: Sequence[Any], column: str) -> dict[Any, list[Any]]:
    """Put rows together that have the same value in one column, each group in its order."""
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, column), []).append(row)
    return groups
