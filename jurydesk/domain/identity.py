"""Whether the CPF system would accept an identity (R6113-17-1): what is missing, and a score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Candidate, Sex

LONGEST_NAME = 60
"""Characters of a name in the schema of the declaration, version 1.1.2."""
_ABROAD = "99"
_CODE = re.compile(r"(?:\d{5}|2[AB]\d{3})")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that a declaration would lack; `field` is where it is filled in."""

    code: str
    field: str
    weight: int


@dataclass(frozen=True, slots=True)
class IdentityScore:
    """How complete an identity is, from 0 to 100, and what keeps it from being so."""

    points: int
    gaps: tuple[Gap, ...]

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.gaps


def identity_score(candidate: Candidate, *, today: date) -> IdentityScore:
    """Return the score of one identity; the weights of all gaps together are 100."""
    gaps = tuple(_gaps(candidate, today))
    return IdentityScore(max(0, 100 - sum(gap.weight for gap in gaps)), gaps)


def _gaps(candidate: Candidate, today: date) -> Iterator[Gap]:
    yield from _name_gaps(candidate)
    if candidate.sex is Sex.NOT_STATED:
        yield Gap("IDENTITY-SEX", "sex", 15)
    yield from _birth_gaps(candidate, today)
    yield from _place_gaps(candidate)


def _birth_gaps(candidate: Candidate, today: date) -> Iterator[Gap]:
    born = candidate.born
    if born is None:
        yield Gap("IDENTITY-BIRTH-DATE", "birth_date", 20)
    elif (born.earliest if isinstance(born, PartialDate) else born) > today:
        yield Gap("IDENTITY-BIRTH-FUTURE", "birth_date", 20)
    elif isinstance(born, PartialDate):
        # The schema lets month and day be nil; a person is recognised less surely
        yield Gap("IDENTITY-BIRTH-PARTIAL", "birth_date", 5)


def _name_gaps(candidate: Candidate) -> Iterator[Gap]:
    name = candidate.birth_name.strip()
    if not name:
        yield Gap("IDENTITY-NAME", "birth_name", 20)
    elif len(name) > LONGEST_NAME:
        yield Gap("IDENTITY-NAME-LONG", "birth_name", 10)
    if not candidate.first_name.strip():
        yield Gap("IDENTITY-FIRST-NAME", "first_names", 15)
    elif any(len(one) > LONGEST_NAME for one in candidate.first_names):
        yield Gap("IDENTITY-FIRST-NAME-LONG", "first_names", 10)
    elif " " in candidate.first_name.strip() and len(candidate.first_names) == 1:
        # « Marie Anne » is one first name or two: the system compares the first one alone
        yield Gap("IDENTITY-FIRST-NAME-JOINED", "first_names", 5)


def _place_gaps(candidate: Candidate) -> Iterator[Gap]:
    place = candidate.birth_place
    if not place.insee:
        if place.postal_code:
            yield Gap("IDENTITY-POSTAL-ONLY", "birth_code", 10)
        else:
            yield Gap("IDENTITY-BIRTH-CODE", "birth_code", 20)
    elif not _CODE.fullmatch(place.insee):
        yield Gap("IDENTITY-BIRTH-CODE-WRONG", "birth_code", 20)
    if not (place.commune or place.insee.startswith(_ABROAD)):
        yield Gap("IDENTITY-COMMUNE", "birth_commune", 5)
    if place.insee.startswith(_ABROAD) and not place.country:
        yield Gap("IDENTITY-COUNTRY", "birth_country", 5)
