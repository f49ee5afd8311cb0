"""Which changes are kept from the plan, and what a person must decide for that."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.domain.people import Training
from jurydesk.planning.reasons.facts import NOT_BEFORE, FactKind
from jurydesk.planning.reasons.repair import recruits

if TYPE_CHECKING:
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.planning.reasons.repair import Repair


class Needs(StrEnum):
    """What keeping a change asks of a person: only they can decide it."""

    REASON = "REASON"
    """Why a proposed tie is set aside."""
    DESIGNATION = "DESIGNATION"
    """The dates of a mandate, and the act that designates the person."""
    PERSON = "PERSON"
    """Somebody to be entered into the pool first."""


_NEEDS = {
    FactKind.TIE: Needs.REASON,
    FactKind.MANDATE: Needs.DESIGNATION,
    FactKind.NOBODY_ELSE: Needs.PERSON,
}
_KEPT_HERE = frozenset(
    {
        FactKind.BAN,
        FactKind.AWAY,
        FactKind.LAPSED,
        FactKind.UNANSWERED,
        FactKind.HOURS,
        FactKind.ROOMS,
        FactKind.SCOPE,
        FactKind.TIE,
        FactKind.MANDATE,
    }
)


def is_kept_here(repair: Repair) -> bool:
    """Tell whether keeping it is one act; else it is made where it belongs."""
    return all(fact.kind in _KEPT_HERE or fact.code == NOT_BEFORE for fact in repair.facts)


def needs_of(repair: Repair) -> frozenset[Needs]:
    """Return what a person must decide for it."""
    return frozenset(_NEEDS[fact.kind] for fact in repair.facts if fact.kind in _NEEDS)


def drafts_of(facts: SessionFacts, repair: Repair) -> tuple[Examiner, ...]:
    """Return the persons to be found as a form shows them: without what is made up."""
    return tuple(_draft(one) for change in repair.changes for one in recruits(facts, change))


def _draft(found: Examiner) -> Examiner:
    seats = tuple(replace(one, document="") for one in found.qualifications)
    unknown = Training.UNKNOWN
    return replace(found, last_name="", qualifications=seats, training=unknown, id=0)
