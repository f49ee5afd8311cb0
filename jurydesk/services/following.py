"""What refers to a person goes to another: nothing twice, the stronger of two ties stays."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.acquisitions import Acquisition
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.ties import Tie, TieState
from jurydesk.services.belongings import of_person

if TYPE_CHECKING:
    from jurydesk.services.ports import UnitOfWork

_STRENGTH = {TieState.CONFIRMED: 2, TieState.PROPOSED: 1, TieState.SET_ASIDE: 0}
"""Rather a tie too many than one too few."""


def hand_over(unit: UnitOfWork, origin: int, target: int) -> None:
    """Let everything that refers to one person refer to another, candidacies first."""
    for candidacy in unit.candidacies.of_candidate(origin):
        unit.candidacies.save(replace(candidacy, candidate_id=target))
    _hand_over_belongings(unit, origin, target)


def _hand_over_belongings(unit: UnitOfWork, origin: int, target: int) -> None:
    known = {_meaning(one): (repository, one) for repository, one in of_person(unit, target)}
    for repository, one in tuple(of_person(unit, origin)):
        if isinstance(one, Distinction):
            _hand_over_distinction(unit, one, origin, target)
            continue
        there = known.get(_meaning(one))
        if there is None or _is_stronger(one, there[1]):
            if there is not None:
                repository.remove(there[1].id)
            repository.save(replace(one, candidate_id=target))
        else:
            repository.remove(one.id)


def _meaning(one: object) -> Hashable:
    """Return what makes two things of two files the same thing."""
    if isinstance(one, Tie):
        return "tie", one.examiner_id, one.kind
    if isinstance(one, Attachment):
        return "attachment", one.digest, one.requirement, one.candidacy_id
    if isinstance(one, Acquisition):
        return "acquisition", one.certification, one.block, one.acquired_on, one.evidence
    return getattr(one, "id", None), type(one)


def _is_stronger(one: object, there: object) -> bool:
    if isinstance(one, Tie) and isinstance(there, Tie):
        return _STRENGTH[one.state] > _STRENGTH[there.state]
    return False


def _hand_over_distinction(unit: UnitOfWork, one: Distinction, origin: int, target: int) -> None:
    third = one.other(origin)
    first, second = sorted((third, target))
    known = {other.pair for other in unit.distinctions.of_candidates([target])}
    if third == target or (first, second) in known:
        unit.distinctions.remove(one.id)
    else:
        unit.distinctions.save(replace(one, first_id=first, second_id=second))
