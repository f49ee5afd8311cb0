"""Adjusting a session by hand, while it is not frozen: hearings, seats, juries, enrolment.

A place that breaks a rule is kept and shown with its findings, like any draft; only what means
nothing (a jury that does not exist, another day) is refused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.pins import standing_pins
from jurydesk.domain.session import Jury
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.candidates import withdraw_from
from jurydesk.services.facts import board_of, judged_in, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.placing import check_place, hearing_at, jury_of, seat_options
from jurydesk.services.recording import finish
from jurydesk.services.seating import seated, with_jury
from jurydesk.services.sessions import check_belongs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, time

    from jurydesk.domain.availability import HalfDay
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard

__all__ = [
    "add_candidacies",
    "add_jury",
    "adjust",
    "check_place",
    "move_hearing",
    "move_jury",
    "remove_jury",
    "seat_examiner",
    "seat_options",
    "set_one_sex_reason",
    "set_president",
    "unplace_hearing",
    "withdraw_candidacy",
]


def move_hearing(
    desk: Desk, *, code: str, candidacy_id: int, jury: int, start: datetime | time
) -> Outcome[SessionBoard]:
    """Place a candidacy before a jury at a time, wherever it was before."""

    def change(facts: SessionFacts) -> Session:
        hearing = hearing_at(facts, candidacy_id=candidacy_id, jury=jury, start=start)
        others = (h for h in facts.session.hearings if h.candidacy_id != candidacy_id)
        placed = tuple(sorted((*others, hearing), key=lambda h: (h.start, h.jury)))
        return replace(facts.session, hearings=placed)

    return adjust(desk, code, "ACT-HEARING-MOVED", change)


def unplace_hearing(desk: Desk, *, code: str, candidacy_id: int) -> Outcome[SessionBoard]:
    """Take a candidacy off the timetable; it stays in the session."""

    def change(facts: SessionFacts) -> Session:
        if facts.session.hearing(candidacy_id) is None:
            raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": code})
        hearings = (h for h in facts.session.hearings if h.candidacy_id != candidacy_id)
        return replace(facts.session, hearings=tuple(hearings))

    return adjust(desk, code, "ACT-HEARING-UNPLACED", change)


def seat_examiner(
    desk: Desk, *, code: str, jury: int, seat: str, examiner_id: int | None
) -> Outcome[SessionBoard]:
    """Give a seat to somebody in place of its holder; None leaves it empty."""

    def change(facts: SessionFacts) -> Session:
        place = jury_of(facts.session, jury)
        if examiner_id is not None and examiner_id not in facts.examiners:
            raise WrongUsage("EXAMINER-UNKNOWN", {"examiner": examiner_id})
        return with_jury(facts, seated(facts, place, seat, examiner_id))

    return adjust(desk, code, "ACT-EXAMINER-SEATED", change)


def set_president(
    desk: Desk, *, code: str, jury: int, examiner_id: int | None
) -> Outcome[SessionBoard]:
    """Name who presides; the person must sit in that jury."""

    def change(facts: SessionFacts) -> Session:
        place = jury_of(facts.session, jury)
        if examiner_id is not None and place.juror(examiner_id) is None:
            raise WrongUsage("EXAMINER-NOT-SEATED", {"jury": jury, "session": code})
        return with_jury(facts, replace(place, president_id=examiner_id))

    return adjust(desk, code, "ACT-PRESIDENT-SET", change)


def set_one_sex_reason(desk: Desk, *, code: str, jury: int, reason: str) -> Outcome[SessionBoard]:
    """Write why nobody of the other sex could sit; the minutes print it."""

    def change(facts: SessionFacts) -> Session:
        place = jury_of(facts.session, jury)
        return with_jury(facts, replace(place, one_sex_reason=reason.strip()))

    return adjust(desk, code, "ACT-REASON-SET", change)


def add_jury(
    desk: Desk, *, code: str, day: date, half_day: HalfDay, room: str, certification: str = ""
) -> Outcome[SessionBoard]:
    """Add an empty jury on a half-day in a room of the session.

    `certification` says what it judges; it may be left out where the session judges one only.

    Raises:
        WrongUsage: the session has no such day, room or certification, or it has several and
            none is named.
    """

    def change(facts: SessionFacts) -> Session:
        session = facts.session
        _check_half_day(session, day, room)
        number = max((jury.number for jury in session.juries), default=0) + 1
        jury = Jury(number, day, half_day, room, judged_in(session, certification))
        return replace(session, juries=(*session.juries, jury))

    return adjust(desk, code, "ACT-JURY-ADDED", change)


def move_jury(
    desk: Desk, *, code: str, jury: int, half: tuple[date, HalfDay], room: str
) -> Outcome[SessionBoard]:
    """Move a jury to another half-day or room.

    Where the half-day changes its hearings leave the timetable: their hours mean nothing there.
    """

    def change(facts: SessionFacts) -> Session:
        place = jury_of(facts.session, jury)
        _check_half_day(facts.session, half[0], room)
        moved = with_jury(facts, replace(place, day=half[0], half_day=half[1], room=room))
        if half == place.half:
            return moved
        return replace(moved, hearings=tuple(h for h in moved.hearings if h.jury != jury))

    return adjust(desk, code, "ACT-JURY-MOVED", change)


def remove_jury(desk: Desk, *, code: str, jury: int) -> Outcome[SessionBoard]:
    """Take a jury away; its candidates stay in the session, without a place."""

    def change(facts: SessionFacts) -> Session:
        jury_of(facts.session, jury)
        return replace(
            facts.session,
            juries=tuple(j for j in facts.session.juries if j.number != jury),
            hearings=tuple(h for h in facts.session.hearings if h.jury != jury),
        )

    return adjust(desk, code, "ACT-JURY-REMOVED", change)


def add_candidacies(
    desk: Desk, *, code: str, candidacies: tuple[int, ...]
) -> Outcome[SessionBoard]:
    """Enrol candidacies in a session; they have no place yet."""
    with desk.open_unit() as unit:
        session = _planned(unit, code)
        known = {candidacy.id: candidacy for candidacy in unit.candidacies.some(candidacies)}
        for identifier in candidacies:
            check_belongs(known.get(identifier), identifier, session.certifications)
        joined = tuple(dict.fromkeys((*session.candidacies, *candidacies)))
        changed = replace(session, candidacies=joined)
        return _keep(unit, changed, "ACT-CANDIDACIES-ADDED", desk)


def withdraw_candidacy(desk: Desk, *, code: str, candidacy_id: int) -> Outcome[SessionBoard]:
    """Take a candidacy out of a session; it is free for another one."""

    def change(facts: SessionFacts) -> Session:
        if candidacy_id not in facts.session.candidacies:
            raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": code})
        return withdraw_from(facts.session, [candidacy_id])

    return adjust(desk, code, "ACT-CANDIDACY-WITHDRAWN", change)


def adjust(
    desk: Desk, code: str, label: str, change: Callable[[SessionFacts], Session]
) -> Outcome[SessionBoard]:
    """Change a session that is not frozen, and keep it with what the rules find."""
    with desk.open_unit() as unit:
        session = _planned(unit, code)
        facts = session_facts(unit, session, today=desk.clock.today())
        return _keep(unit, change(facts), label, desk)


def _planned(unit: UnitOfWork, code: str) -> Session:
    session = session_by_code(unit, code)
    if not session.can_be_planned:
        raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
    return session


def _keep(unit: UnitOfWork, session: Session, label: str, desk: Desk) -> Outcome[SessionBoard]:
    stored = unit.sessions.save(replace(session, pins=standing_pins(session)))
    what = label.removeprefix("ACT-")
    finish(unit, EventType.SESSION_CHANGED, {"session": stored.code, "what": what})
    board = board_of(unit, stored, today=desk.clock.today())
    return Outcome(board, unit.changes, board.findings, label)


def _check_half_day(session: Session, day: date, room: str) -> None:
    if day not in session.days:
        raise WrongUsage("SESSION-OTHER-DAY", {"session": session.code, "day": f"{day:%d/%m/%Y}"})
    if room not in session.rooms:
        raise WrongUsage("SESSION-OTHER-ROOM", {"session": session.code, "room": room})
