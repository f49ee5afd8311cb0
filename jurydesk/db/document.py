"""Writes frozen dataclasses as JSON values and reads back exactly what was written.

pydantic could do it but for one thing: a figure of a finding is text or a date, and it would read
the text "2026-12-01" and the day alike. Here such a union says which of its types was meant.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from jurydesk.domain.money import Euros

T = TypeVar("T")


class Codec(NamedTuple):
    """How values of one type become JSON and come back."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def encode(type_: type[T], value: T) -> Any:
    """Return a value of that type as what `json` can write."""
    return _codec(type_).encode(value)


def decode(type_: type[T], data: Any) -> T:
    """Return the value that `encode` was given.

    Raises:
        ValueError: the data was not written by `encode` for that type.
    """
    try:
        value: T = _codec(type_).decode(data)
    except (TypeError, KeyError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"not a stored {type_}: {error}") from error
    return value


def to_text(data: Any) -> str:
    """Write JSON as people read it: accents as they are, no spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _same(value: Any) -> Any:
    return value


_PLAIN = Codec(_same, _same)
_CODECS: dict[Any, Codec] = {
    **dict.fromkeys((str, int, float, bool), _PLAIN),
    date: Codec(date.isoformat, date.fromisoformat),
    datetime: Codec(datetime.isoformat, datetime.fromisoformat),
    time: Codec(time.isoformat, time.fromisoformat),
    Decimal: Codec(str, Decimal),
    Euros: Codec(str, Euros),
}


def _codec(hint: Any) -> Codec:
    if hint not in _CODECS:
        _CODECS[hint] = _built(hint)
    return _CODECS[hint]


def _built(hint: Any) -> Codec:
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Codec(lambda member: member.value, hint)
    if dataclasses.is_dataclass(hint):
        return _dataclass(hint)
    raise TypeError(f"no way to store {hint}")


def _union(members: tuple[Any, ...]) -> Codec:
    kinds = [member for member in members if member is not type(None)]
    inner = _codec(kinds[0]) if len(kinds) == 1 else _tagged(kinds)
    return Codec(
        lambda value: None if value is None else inner.encode(value),
        lambda data: None if data is None else inner.decode(data),
    )


def _tagged(kinds: list[type]) -> Codec:
    """Write what JSON knows as it is, anything else under the name of its type."""
    by_name = {kind.__name__: kind for kind in kinds}

    def encode_one(value: Any) -> Any:
        # A member of a StrEnum is a text: it is written, and comes back, as that text
        kind = next((k for k in kinds if type(value) is k), None)
        kind = kind or next(k for k in kinds if isinstance(value, k))
        codec = _codec(kind)
        return kind(value) if codec is _PLAIN else {kind.__name__: codec.encode(value)}

    def decode_one(data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        ((name, inner),) = data.items()
        return _codec(by_name[name]).decode(inner)

    return Codec(encode_one, decode_one)


def _tuple(members: tuple[Any, ...]) -> Codec:
    if members[-1] is Ellipsis:
        each = _codec(members[0])
        return Codec(
            lambda value: [each.encode(item) for item in value],
            lambda data: tuple(each.decode(item) for item in data),
        )
    codecs = [_codec(member) for member in members]
    return Codec(
        lambda value: [c.encode(item) for c, item in zip(codecs, value, strict=True)],
        lambda data: tuple(c.decode(item) for c, item in zip(codecs, data, strict=True)),
    )


def _dataclass(class_: Any) -> Codec:
    hints = get_type_hints(class_)
    codecs = {field.name: _codec(hints[field.name]) for field in dataclasses.fields(class_)}

    def encode_fields(value: Any) -> dict[str, Any]:
        return {name: codec.encode(getattr(value, name)) for name, codec in codecs.items()}

    def decode_fields(data: dict[str, Any]) -> Any:
        # A field that is missing takes its default: a new field needs no migration
        return class_(**{name: codecs[name].decode(item) for name, item in data.items()})

    return Codec(encode_fields, decode_fields)
