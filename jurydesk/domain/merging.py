"""Two files of one person made one: which fields differ, what is proposed, what comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jurydesk.domain.people import BirthPlace, Candidate, Employment, Sex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Take(StrEnum):
    """Which of two values a merged file holds."""

    KEPT = "KEPT"
    """That of the file that stays."""
    OTHER = "OTHER"
    BOTH = "BOTH"
    """Lists and remarks only."""


FIELDS = (
    "birth_name", "first_names", "usage_name", "sex", "birth_date", "birth_partial", "birth_place",
    "email", "phone", "employer", "employments", "notes",
)  # fmt: skip
UNITED = frozenset({"employments", "notes"})
"""Fields of which both values can be kept."""


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One field in which the two files differ."""

    field: str
    kept: object
    other: object
    proposed: Take

    @property
    def can_unite(self) -> bool:
        """Tell whether both values can be kept."""
        return self.field in UNITED

    @property
    def is_conflict(self) -> bool:
        """Tell whether both files say something, and not the same."""
        return not (is_empty(self.kept) or is_empty(self.other))


def choices(kept: Candidate, other: Candidate) -> tuple[FieldChoice, ...]:
    """Return each field in which the two differ, with what is proposed."""
    return tuple(_choices(kept, other))


def same_fields(kept: Candidate, other: Candidate) -> tuple[str, ...]:
    """Return the fields that say something, and the same, in both files."""
    return tuple(
        name
        for name in FIELDS
        if getattr(kept, name) == getattr(other, name) and not is_empty(getattr(kept, name))
    )


def merged_person(kept: Candidate, other: Candidate, taken: Mapping[str, Take]) -> Candidate:
    """Return the person as one file; what `taken` does not name is as proposed.

    An employer who is not kept as the one of today stays among the others: a tie may rest on it.
    """
    values: dict[str, Any] = {
        choice.field: _value(choice, taken.get(choice.field, choice.proposed))
        for choice in _choices(kept, other)
    }
    result = replace(kept, **values)
    left_out = (one.employer for one in (kept, other) if one.employer != result.employer)
    return replace(result, employments=_with_employers(result.employments, left_out))


def is_empty(value: object) -> bool:
    """Tell whether a field says nothing."""
    return not value or value in (Sex.NOT_STATED, BirthPlace())


def _choices(kept: Candidate, other: Candidate) -> Iterator[FieldChoice]:
    for name in FIELDS:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if mine != theirs:
            yield FieldChoice(name, mine, theirs, _proposed(name, mine, theirs))


def _proposed(name: str, kept: object, other: object) -> Take:
    if is_empty(other):
        return Take.KEPT
    if is_empty(kept):
        return Take.OTHER
    if name in UNITED:
        return Take.BOTH
    if isinstance(kept, tuple) and isinstance(other, tuple) and set(kept) < set(other):
        # The other file knows more of the first names
        return Take.OTHER
    return Take.KEPT


def _value(choice: FieldChoice, take: Take) -> object:
    if take is Take.BOTH and choice.can_unite:
        return _united(choice.kept, choice.other)
    return choice.other if take is Take.OTHER else choice.kept


def _united(kept: object, other: object) -> object:
    if isinstance(kept, tuple) and isinstance(other, tuple):
        return tuple(dict.fromkeys((*kept, *other)))
    texts = dict.fromkeys(text for text in (str(kept).strip(), str(other).strip()) if text)
    return "\n".join(texts)


def _with_employers(known: tuple[Employment, ...], names: Iterable[str]) -> tuple[Employment, ...]:
    listed = {one.organisation for one in known}
    new = dict.fromkeys(name for name in names if name and name not in listed)
    return (*known, *(Employment(name) for name in new))
