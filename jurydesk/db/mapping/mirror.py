"""Mappers of the entities whose columns are their fields, name by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import EntityRow
from jurydesk.domain.changes import Entity, Kind

E = TypeVar("E", bound=Entity)

_OWN = frozenset({"id", "version"})


def mirror(kind: Kind, row: type[EntityRow], entity: Callable[..., E]) -> Mapper[E]:
    """Return the mapper of a flat entity: texts, numbers, days, enumerations."""

    def values(stored: E) -> Values:
        return {name: _plain(getattr(stored, name)) for name in _enums(entity) if name not in _OWN}

    def build(read: EntityRow, _parts: Parts) -> E:
        return entity(
            **{name: _typed(getattr(read, name), enum) for name, enum in _enums(entity).items()}
        )

    return Mapper(kind, row, values, build)


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _typed(value: object, enum: type[Enum] | None) -> object:
    return value if enum is None or value is None else enum(value)


@cache
def _enums(entity: Callable[..., Entity]) -> dict[str, type[Enum] | None]:
    """Return each field with its enumeration, if it is one."""
    hints = get_type_hints(entity)
    fields = dataclasses.fields(cast("type[Any]", entity))
    return {field.name: _enum(hints[field.name]) for field in fields}


def _enum(hint: object) -> type[Enum] | None:
    kinds = get_args(hint) or (hint,)
    return next((k for k in kinds if isinstance(k, type) and issubclass(k, Enum)), None)
