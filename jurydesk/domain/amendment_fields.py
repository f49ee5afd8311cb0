"""Which statements of minutes an amendment may correct, and how each value is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.alterations import Part
from jurydesk.domain.deliberation import Appearance, Decision, Outcome
from jurydesk.domain.people import Sex


class ValueKind(StrEnum):
    """How the value of a field is written, and typed."""

    TEXT = "TEXT"
    LINES = "LINES"
    """A text of several lines."""
    DAY = "DAY"
    """`2026-12-01`."""
    HOUR = "HOUR"
    """`09:05`."""
    CHOICE = "CHOICE"
    """One of the codes of an enumeration."""
    FLAG = "FLAG"
    """`YES` or `NO`."""
    COUNT = "COUNT"
    """A whole number; it follows from other statements."""


YES, NO = "YES", "NO"


@dataclass(frozen=True, slots=True)
class AmendedField:
    """One kind of statement: where it stands, how it is written, whether it may be corrected."""

    part: Part
    name: str
    kind: ValueKind = ValueKind.TEXT
    choices: type[StrEnum] | None = None
    follows: bool = False
    """It follows from other statements and is never corrected by itself."""
    may_be_empty: bool = False
    per_jury: bool = False
    """Of a member: said anew before each jury."""

    @property
    def key(self) -> tuple[Part, str]:
        """Return what tells the field from every other."""
        return self.part, self.name


_TEXT, _LINES, _DAY, _HOUR, _CHOICE, _FLAG, _COUNT = ValueKind
_S, _J, _M, _C, _B, _T = Part
_FIELDS = (
    AmendedField(_S, "place"),
    AmendedField(_S, "incidents", _LINES, may_be_empty=True),
    AmendedField(_J, "room"),
    AmendedField(_J, "one_sex_reason", _LINES, may_be_empty=True),
    AmendedField(_J, "start", _HOUR, follows=True),
    AmendedField(_J, "end", _HOUR, follows=True),
    AmendedField(_M, "name"),
    AmendedField(_M, "sex", _CHOICE, Sex),
    AmendedField(_M, "occupation"),
    AmendedField(_M, "organisation"),
    AmendedField(_M, "present", _FLAG, per_jury=True),
    AmendedField(_M, "arrived", _HOUR, may_be_empty=True, per_jury=True),
    AmendedField(_M, "left", _HOUR, may_be_empty=True, per_jury=True),
    AmendedField(_C, "name"),
    AmendedField(_C, "sex", _CHOICE, Sex),
    AmendedField(_C, "birth_date", _DAY),
    AmendedField(_C, "birth_place", may_be_empty=True),
    AmendedField(_C, "start", _HOUR),
    AmendedField(_C, "end", _HOUR),
    AmendedField(_C, "appearance", _CHOICE, Appearance),
    AmendedField(_C, "decision", _CHOICE, Decision),
    AmendedField(_C, "recommendation", _LINES, may_be_empty=True),
    AmendedField(_C, "observations", _LINES, may_be_empty=True),
    AmendedField(_C, "deliberating", _COUNT, follows=True),
    AmendedField(_B, "outcome", _CHOICE, Outcome, may_be_empty=True),
    AmendedField(_B, "reason", _LINES, may_be_empty=True),
    AmendedField(_B, "evidence", _LINES, may_be_empty=True),
    AmendedField(_B, "advice", _LINES, may_be_empty=True),
    *(
        AmendedField(_T, name, _COUNT, follows=True)
        for name in ("present", "full", "partial", "refused", "absent", "excused", "adjourned")
    ),
)
FIELDS: Mapping[tuple[Part, str], AmendedField] = MappingProxyType(
    {field.key: field for field in _FIELDS}
)
"""Every statement that amendments speak of, in the order of the minutes."""


def fields_of(part: Part) -> tuple[AmendedField, ...]:
    """Return the fields of one part, in the order of the minutes."""
    return tuple(field for field in FIELDS.values() if field.part is part)


def written(statement: object, field: AmendedField) -> str:
    """Return the value that a statement has in a field, as the field writes it."""
    value = getattr(statement, field.name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime | time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def read(text: str, field: AmendedField, statement: object) -> object:
    """Return the value that a text means for a statement; the hour of a hearing keeps its day.

    Raises:
        ValueError: it is no value of that field.
    """
    given = text.strip()
    if not given:
        return _nothing(field)
    match field.kind:
        case ValueKind.DAY:
            return date.fromisoformat(given)
        case ValueKind.HOUR:
            return _hour(given, getattr(statement, field.name))
        case ValueKind.CHOICE:
            return field.choices(given) if field.choices else given
        case ValueKind.FLAG:
            return {YES: True, NO: False}[given] if given in {YES, NO} else _refuse(given)
        case _:
            return given


def _nothing(field: AmendedField) -> object:
    if not field.may_be_empty:
        raise ValueError(f"{field.name} says something")
    return "" if field.kind in {ValueKind.TEXT, ValueKind.LINES} else None


def _hour(text: str, before: object) -> object:
    hour = time.fromisoformat(text)
    return datetime.combine(before.date(), hour) if isinstance(before, datetime) else hour


def _refuse(text: str) -> object:
    raise ValueError(f"{text} is neither {YES} nor {NO}")
