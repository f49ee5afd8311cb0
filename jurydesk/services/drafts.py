"""What is found of a file while it is typed, and keeping it: nothing is stored before that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.changes import Kind
from jurydesk.domain.identity import IdentityScore, identity_score
from jurydesk.exchange.folding import fold
from jurydesk.services.birth_places import PlaceDoubt, check_place, settled
from jurydesk.services.candidates import check_draft, save_file
from jurydesk.services.search import matching

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import BirthPlace, Candidate
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """What the rules, the CPF system and the list of communes say of the answers so far."""

    findings: tuple[Finding, ...]
    score: IdentityScore
    doubts: tuple[PlaceDoubt, ...]
    twin: Candidate | None = None
    """Somebody of the same name, born on the same day, where the person is a new one."""


def check_answers(
    desk: Desk, *, candidate: Candidate, candidacy: Candidacy, place_before: BirthPlace
) -> DraftCheck:
    """Check answers; the code of a place other than `place_before` was typed by hand.

    A new person who seems to be known already is checked with the files of the known one: a
    second file of the year is one, whoever types it.
    """
    person = _settled(candidate, place_before)
    twin = _twin_of(desk, person)
    known = replace(person, id=twin.id) if twin else person
    return DraftCheck(
        check_draft(desk, candidate=known, candidacy=candidacy),
        identity_score(person, today=desk.clock.today()),
        check_place(person.birth_place),
        twin,
    )


def save_answers(
    desk: Desk, *, candidate: Candidate, candidacy: Candidacy, place_before: BirthPlace
) -> Outcome[Candidacy]:
    """Keep answers as `candidates.save_file` does, the code of the birth place told apart."""
    person = _settled(candidate, place_before)
    return save_file(desk, candidate=person, candidacy=candidacy)


def _twin_of(desk: Desk, person: Candidate) -> Candidate | None:
    if person.id or person.birth_date is None or not (person.birth_name and person.first_name):
        return None
    with desk.open_unit() as unit:
        name = f"{person.birth_name} {person.first_name}"
        found = matching(unit, unit.candidates, Kind.CANDIDATE, query=name)
    return next((one for one in found if _key(one) == _key(person)), None)


def _key(person: Candidate) -> tuple[str, str, date | None]:
    return fold(person.birth_name), fold(person.first_name), person.birth_date


def _settled(candidate: Candidate, before: BirthPlace) -> Candidate:
    place = candidate.birth_place
    # A place that was chosen from the list brings its INSEE code and needs no guess
    if place == before or place.insee or not place.postal_code:
        return candidate
    return replace(candidate, birth_place=settled(place))
