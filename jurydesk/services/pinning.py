"""Pinning: what of a plan stays when juries are proposed again, and who is not to be seated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.pins import NO_PINS
from jurydesk.errors import WrongUsage
from jurydesk.planning.reasons.contradictions import Contradiction, contradictory_pins
from jurydesk.services.adjusting import adjust
from jurydesk.services.facts import facts_of
from jurydesk.services.placing import jury_of

__all__ = [
    "Contradiction",
    "bar_examiner",
    "contradiction",
    "let_go",
    "let_these_go",
    "pin_hearing",
    "pin_juror",
    "pin_jury",
]

if TYPE_CHECKING:
    from jurydesk.domain.pins import Pins
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard


def contradiction(board: SessionBoard) -> Contradiction | None:
    """Return the pins and bans of a session that cannot be kept together; None where all can."""
    return contradictory_pins(facts_of(board), board.session.pins)


def let_these_go(desk: Desk, *, code: str, pins: Pins) -> Outcome[SessionBoard]:
    """Drop these pins and bans, and no others."""

    def change(facts: SessionFacts) -> Session:
        return replace(facts.session, pins=facts.session.pins.without(pins))

    return adjust(desk, code, "ACT-PINS-DROPPED", change)


def pin_jury(desk: Desk, *, code: str, jury: int, pinned: bool = True) -> Outcome[SessionBoard]:
    """Keep a jury whole (its half-day, room and members), or let it go."""

    def change(facts: SessionFacts) -> Session:
        number = jury_of(facts.session, jury).number
        pins = facts.session.pins.with_jury(number, pinned=pinned)
        return replace(facts.session, pins=pins)

    return adjust(desk, code, "ACT-JURY-PINNED" if pinned else "ACT-JURY-UNPINNED", change)


def pin_hearing(
    desk: Desk, *, code: str, candidacy_id: int, pinned: bool = True
) -> Outcome[SessionBoard]:
    """Keep a hearing at its time before its jury, or let it go.

    Raises:
        WrongUsage: the candidacy has no hearing in this session.
    """

    def change(facts: SessionFacts) -> Session:
        if facts.session.hearing(candidacy_id) is None:
            raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": code})
        pins = facts.session.pins.with_hearing(candidacy_id, pinned=pinned)
        return replace(facts.session, pins=pins)

    return adjust(desk, code, "ACT-HEARING-PINNED" if pinned else "ACT-HEARING-UNPINNED", change)


def pin_juror(
    desk: Desk, *, code: str, jury: int, examiner_id: int, pinned: bool = True
) -> Outcome[SessionBoard]:
    """Keep a person in a jury, or let them go; the other seats stay open.

    Raises:
        WrongUsage: the person does not sit in that jury.
    """

    def change(facts: SessionFacts) -> Session:
        place = jury_of(facts.session, jury)
        if place.juror(examiner_id) is None:
            raise WrongUsage("EXAMINER-NOT-SEATED", {"jury": jury, "session": code})
        pins = facts.session.pins.with_seat(jury, examiner_id, pinned=pinned)
        return replace(facts.session, pins=pins)

    return adjust(desk, code, "ACT-JUROR-PINNED" if pinned else "ACT-JUROR-UNPINNED", change)


def let_go(desk: Desk, *, code: str) -> Outcome[SessionBoard]:
    """Drop every pin of a session, and admit everybody."""

    def change(facts: SessionFacts) -> Session:
        return replace(facts.session, pins=NO_PINS)

    return adjust(desk, code, "ACT-PINS-DROPPED", change)


def bar_examiner(
    desk: Desk, *, code: str, examiner_id: int, barred: bool = True
) -> Outcome[SessionBoard]:
    """Say that a person is not to be seated when juries are proposed again, or may be.

    Who sits now stays seated until then: a seat is given up by `adjusting.seat_examiner`.

    Raises:
        WrongUsage: nobody of the pool has that number.
    """

    def change(facts: SessionFacts) -> Session:
        if examiner_id not in facts.examiners:
            raise WrongUsage("EXAMINER-UNKNOWN", {"examiner": examiner_id})
        pins = facts.session.pins.with_barred(examiner_id, barred=barred)
        return replace(facts.session, pins=pins)

    return adjust(desk, code, "ACT-EXAMINER-BARRED" if barred else "ACT-EXAMINER-ADMITTED", change)
