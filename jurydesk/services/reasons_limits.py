"""What rooms, journeys, pins and juries of a day add to reasons, whose model knows none of them.

It takes rooms for alike, half-days for apart, and every jury for open. What it finds to block does
block all the same. What it does not find may still be kept out: then a look says so, and nothing is
claimed to be proved.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.session import JurySpan
from jurydesk.planning.competition import ALL_FULL, TOO_FAR_AWAY
from jurydesk.planning.explain import NO_ROOM, why_unplaced
from jurydesk.planning.sites import has_limits

if TYPE_CHECKING:
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.reasons import OfferedRepair, Reasoned

_OF_ROOMS = frozenset({NO_ROOM, ALL_FULL, TOO_FAR_AWAY})


def within_limits(facts: SessionFacts, told: Reasoned) -> Reasoned:
    """Return the answer with what rooms, sites, pins and juries of a day add to it."""
    pins = facts.session.pins
    is_bound = bool(pins.kept_juries or pins.hearings) or facts.session.jury_span is JurySpan.DAY
    if not is_bound and not has_limits(facts):
        return told
    looked = why_unplaced(facts, told.candidacy_id) if not told.block else ()
    is_of_rooms = any(finding.code in _OF_ROOMS for finding in looked)
    return replace(
        told,
        block=looked if is_of_rooms else told.block,
        is_known=told.is_known or is_of_rooms,
        is_smallest=False,
        is_minimal=False,
        is_complete=False,
        repairs=tuple(map(_unproved, told.repairs)),
    )


def _unproved(offered: OfferedRepair) -> OfferedRepair:
    """Return the change with nothing promised of others: trying it shows what it does."""
    return replace(offered, repair=replace(offered.repair, others=None, is_verified=False))
