"""Pins that cannot be kept together: the fewest of them, and what the rules find of those."""

from __future__ import annotations

from dataclasses import dataclass

from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.pins import Pins
from jurydesk.domain.session_rules import SessionFacts, check_session
from jurydesk.planning.pins import keep_pinned
from jurydesk.planning.reasons.core import Asked
from jurydesk.planning.reasons.smallest import smallest_block

_CURED_BY_FILLING = frozenset({"HEAR-03", "JURY-01", "JURY-13", "JURY-17"})
"""What is found of a jury only because seats of it are vacant."""
JURY, HEARING = "jury", "hearing"
Pin = tuple[str, int]
"""A jury by its number, or a hearing by its candidacy."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The fewest pins that break a rule together; without any one of them none is broken."""

    juries: frozenset[int]
    hearings: frozenset[int]
    findings: tuple[Finding, ...]
    """Which rules they break, with the persons and dates."""


def contradictory_pins(facts: SessionFacts, pins: Pins) -> Contradiction | None:
    """Return the fewest pins that cannot be kept together; None where all of them can."""
    every = [*((JURY, n) for n in sorted(pins.juries))]
    every += [(HEARING, n) for n in sorted(pins.hearings)]
    without = frozenset(_breaks(facts, frozenset()))

    def can_keep(kept: frozenset[Pin]) -> bool:
        return set(_breaks(facts, kept)) <= without

    block = smallest_block(Asked(tuple(every), can_keep))
    if block is None:
        return None
    found = tuple(f for f in _breaks(facts, block.facts) if f not in without)
    return Contradiction(_numbers(block.facts, JURY), _numbers(block.facts, HEARING), found)


def _breaks(facts: SessionFacts, kept: frozenset[Pin]) -> tuple[Finding, ...]:
    """Return what the rules find of the session with those pins only."""
    juries, hearings = (tuple(sorted(_numbers(kept, kind))) for kind in (JURY, HEARING))
    pinned = keep_pinned(facts, Pins(juries, hearings))
    found = blocking(check_session(pinned))
    return tuple(finding for finding in found if finding.code not in _CURED_BY_FILLING)


def _numbers(pins: frozenset[Pin], kind: str) -> frozenset[int]:
    return frozenset(number for name, number in pins if name == kind)
