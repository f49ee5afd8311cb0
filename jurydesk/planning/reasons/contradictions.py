"""Pins that cannot be kept together: the fewest of them, and what the rules find of those."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jurydesk.domain.ban_rules import check_bans
from jurydesk.domain.bans import Ban, BanKind
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.pins import NO_PINS, Pins
from jurydesk.domain.session_rules import SessionFacts, check_session
from jurydesk.planning.pins import keep_pinned
from jurydesk.planning.reasons.core import Asked, smallest_block

_CURED_BY_FILLING = frozenset({"HEAR-03", "JURY-01", "JURY-13", "JURY-17"})
"""What is found of a jury only because seats of it are vacant."""
JURY, HEARING, SEAT, BAN = "jury", "hearing", "seat", "ban"
Pin = tuple[str, object]
"""A jury by its number, a hearing by its candidacy, a seat by jury and examiner, or a ban."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The fewest pins and bans that break a rule together; without any one of them none is."""

    pins: Pins
    """Those, and no others."""
    findings: tuple[Finding, ...]
    """Which rules they break, with the persons and dates."""


def contradictory_pins(facts: SessionFacts, pins: Pins) -> Contradiction | None:
    """Return the fewest pins and bans that cannot be kept together; None where all can."""
    every: list[Pin] = [*((JURY, n) for n in sorted(pins.juries))]
    every += [(HEARING, n) for n in sorted(pins.hearings)]
    every += [(SEAT, seat) for seat in sorted(pins.seats)]
    every += [(BAN, ban) for ban in pins.forbidden]
    without = frozenset(_breaks(facts, frozenset()))

    def can_keep(kept: frozenset[Pin]) -> bool:
        return set(_breaks(facts, kept)) <= without

    block = smallest_block(Asked(tuple(every), can_keep))
    if block is None:
        return None
    found = tuple(f for f in _breaks(facts, block.facts) if f not in without)
    return Contradiction(_together(block.facts), found)


def _breaks(facts: SessionFacts, kept: frozenset[Pin]) -> tuple[Finding, ...]:
    """Return what the rules find of the session with those pins only."""
    pinned = keep_pinned(facts, _together(kept))
    found = blocking(check_session(pinned))
    lawful = tuple(finding for finding in found if finding.code not in _CURED_BY_FILLING)
    return (*lawful, *check_bans(pinned))


def _together(pins: frozenset[Pin]) -> Pins:
    kept = NO_PINS
    for kind, value in pins:
        if kind == JURY and isinstance(value, int):
            kept = replace(kept, juries=tuple(sorted({*kept.juries, value})))
        elif kind == HEARING and isinstance(value, int):
            kept = kept.with_hearing(value, pinned=True)
        elif kind == SEAT and isinstance(value, tuple):
            kept = replace(kept, seats=tuple(sorted({*kept.seats, value})))
        elif isinstance(value, Ban) and value.kind is BanKind.SESSION:
            kept = replace(kept, barred=tuple(sorted({*kept.barred, value.examiner})))
        elif isinstance(value, Ban):
            kept = kept.with_ban(value, forbidden=True)
    return kept
