"""What is found of a file while it is typed, and keeping it: nothing is stored before that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.identity import IdentityScore, identity_score
from jurydesk.services.birth_places import PlaceDoubt, check_place, settled
from jurydesk.services.candidates import check_draft, save_file

if TYPE_CHECKING:
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


def check_answers(
    desk: Desk, *, candidate: Candidate, candidacy: Candidacy, place_before: BirthPlace
) -> DraftCheck:
    """Check answers; the code of a place other than `place_before` was typed by hand."""
    person = _settled(candidate, place_before)
    return DraftCheck(
        check_draft(desk, candidate=person, candidacy=candidacy),
        identity_score(person, today=desk.clock.today()),
        check_place(person.birth_place),
    )


def save_answers(
    desk: Desk, *, candidate: Candidate, candidacy: Candidacy, place_before: BirthPlace
) -> Outcome[Candidacy]:
    """Keep answers as `candidates.save_file` does, the code of the birth place told apart."""
    person = _settled(candidate, place_before)
    return save_file(desk, candidate=person, candidacy=candidacy)


def _settled(candidate: Candidate, before: BirthPlace) -> Candidate:
    place = candidate.birth_place
    # A place that was chosen from the list brings its INSEE code and needs no guess
    if place == before or place.insee or not place.postal_code:
        return candidate
    return replace(candidate, birth_place=settled(place))
