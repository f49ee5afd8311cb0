"""Pins that cannot be kept together: the fewest of them, and what the rules find of those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from jurydesk.domain.ban_rules import check_bans
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.pins import NO_PINS, Pins
from jurydesk.domain.session_rules import SessionFacts, check_session
from jurydesk.planning.pins import CURED_BY_FILLING, keep_pinned
from jurydesk.planning.reasons.core import Asked
from jurydesk.planning.reasons.smallest import smallest_block


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The fewest pins and bans that break a rule together; without any one of them none is."""

    pins: Pins
    """Those, and no others."""
    findings: tuple[Finding, ...]
    """Which rules they break, with the persons and dates."""


def contradictory_pins(facts: SessionFacts, pins: Pins) -> Contradiction | None:
    """Return the fewest pins and bans that cannot be kept together; None where all can."""
    every = tuple(_one_by_one(pins))
    without = frozenset(_breaks(facts, frozenset()))

    def can_keep(kept: frozenset[Pins]) -> bool:
        return set(_breaks(facts, kept)) <= without

    block = smallest_block(Asked(every, can_keep))
    if block is None:
        return None
    found = tuple(f for f in _breaks(facts, block.facts) if f not in without)
    return Contradiction(_together(block.facts), found)


def _breaks(facts: SessionFacts, kept: frozenset[Pins]) -> tuple[Finding, ...]:
    """Return what the rules find of the session with those pins only."""
    pinned = keep_pinned(facts, _together(kept))
    found = blocking(check_session(pinned))
    lawful = tuple(finding for finding in found if finding.code not in CURED_BY_FILLING)
    return (*lawful, *check_bans(pinned))


def _one_by_one(pins: Pins) -> Iterator[Pins]:
    yield from (Pins(juries=(number,)) for number in pins.juries)
    yield from (Pins(hearings=(number,)) for number in pins.hearings)
    yield from (Pins(seats=(seat,)) for seat in pins.seats)
    yield from (Pins(barred=(number,)) for number in pins.barred)
    yield from (Pins(bans=(ban,)) for ban in pins.bans)


def _together(pins: Iterable[Pins]) -> Pins:
    return reduce(Pins.joined, pins, NO_PINS)
