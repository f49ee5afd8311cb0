"""Any value of a dataclass of the domain, made from its type hints, for property tests."""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from jurydesk.domain.money import Euros

# PostgreSQL keeps no NUL in a text, and no half of a character
TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
# As wide as the narrower of the two databases
INTEGERS = st.integers(-(2**31), 2**31 - 1)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: INTEGERS,
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    # The hour that comes twice in October is told apart nowhere
    datetime: st.datetimes().map(lambda moment: moment.replace(fold=0)),
    time: st.times().map(lambda moment: moment.replace(fold=0)),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=2),
    Euros: st.decimals(allow_nan=False, allow_infinity=False, places=2).map(Euros),
}


@cache
def any_of(hint: Any, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for one type; `fixed` says more of the fields of a dataclass."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return st.one_of(*(any_of(member) for member in get_args(hint)))
    if hint is type(None):
        return st.none()
    if origin is tuple:
        return _tuples(get_args(hint))
    if hint in SCALARS:
        return SCALARS[hint]
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    hints = get_type_hints(hint)
    open_fields = (f for f in dataclasses.fields(hint) if f.name not in fixed and not _is_number(f))
    return st.builds(hint, **{f.name: any_of(hints[f.name]) for f in open_fields}, **fixed)


def _is_number(field: dataclasses.Field[Any]) -> bool:
    """Tell whether a field is given by the storage."""
    return field.name in {"id", "version"} and field.default == 0


def _tuples(members: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    if members[-1] is Ellipsis:
        return st.lists(any_of(members[0]), max_size=3).map(tuple)
    return st.tuples(*(any_of(member) for member in members))
