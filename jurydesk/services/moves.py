"""Moving a jury with its hearings, or a member from seat to seat; and every place they could go.

What a move would newly break is asked of the rules for the juries that it touches.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.domain.ban_rules import broken_in, finding_of
from jurydesk.domain.findings import Finding, Severity, blocking
from jurydesk.domain.session_rules import check_hearing, check_jury
from jurydesk.errors import WrongUsage
from jurydesk.planning.pins import CURED_BY_FILLING
from jurydesk.planning.readiness import session_halves
from jurydesk.services.adjusting import adjust, check_half_day
from jurydesk.services.facts import facts_of
from jurydesk.services.placing import jury_of
from jurydesk.services.seating import seated, with_jury

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jurydesk.domain.availability import HalfDay
    from jurydesk.domain.session import Hearing, Jury, Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard

    Half = tuple[date, HalfDay]


@dataclass(frozen=True, slots=True)
class PlaceTarget:
    """A half-day and room for a jury, and what would be new if it sat there."""

    half: Half
    room: str
    findings: tuple[Finding, ...]
    swaps: int | None
    """The jury that sits there and would take the other's place; None: the room is free."""

    @property
    def is_legal(self) -> bool:
        """Tell whether nothing blocks."""
        return not blocking(self.findings)


@dataclass(frozen=True, slots=True)
class SeatTarget:
    """A seat for a person, and what would be new if they took it."""

    jury: int
    seat: str
    findings: tuple[Finding, ...]
    swaps: int | None
    """Who sits there now and would go where the person comes from; None: the seat is free."""

    @property
    def is_legal(self) -> bool:
        """Tell whether nothing blocks."""
        return not blocking(self.findings)


def carry_jury(desk: Desk, *, code: str, jury: int, half: Half, room: str) -> Outcome[SessionBoard]:
    """Move a jury with its hearings; one that sits there takes its place.

    Hearings keep their distance from the beginning of the half-day.

    Raises:
        WrongUsage: the session has no such jury, day or room.
    """

    def change(facts: SessionFacts) -> Session:
        check_half_day(facts.session, half[0], room)
        return _carried(facts, jury_of(facts.session, jury), half, room)

    return adjust(desk, code, "ACT-JURY-CARRIED", change)


def move_member(
    desk: Desk, *, code: str, examiner_id: int, source: int | None, jury: int, seat: str
) -> Outcome[SessionBoard]:
    """Seat somebody, out of the jury they come from; whoever sat there goes into their seat.

    Raises:
        WrongUsage: the person is not in the pool, or not in the jury they are to leave.
    """

    def change(facts: SessionFacts) -> Session:
        if examiner_id not in facts.examiners:
            raise WrongUsage("EXAMINER-UNKNOWN", {"examiner": examiner_id})
        left = jury_of(facts.session, source) if source is not None else None
        if left is not None and left.juror(examiner_id) is None:
            raise WrongUsage("EXAMINER-NOT-SEATED", {"jury": left.number, "session": code})
        return _moved(facts, examiner_id, left, jury=jury_of(facts.session, jury), seat=seat)

    return adjust(desk, code, "ACT-MEMBER-MOVED", change)


def place_targets(board: SessionBoard, *, jury: int) -> tuple[PlaceTarget, ...]:
    """Return every half-day and room of the session but its own, for one jury."""
    return places_for(facts_of(board), jury)


def places_for(facts: SessionFacts, jury: int) -> tuple[PlaceTarget, ...]:
    """Return the same from what the rules need."""
    session = facts.session
    place = jury_of(session, jury)
    halves, rooms = session_halves(session), tuple(dict.fromkeys(session.rooms))
    found = []
    for half, room in ((half, room) for half in halves for room in rooms):
        if (half, room) == (place.half, place.room):
            continue
        other = _occupant(session, half, room)
        after = replace(facts, session=_carried(facts, place, half, room))
        numbers = (jury, *((other.number,) if other else ()))
        told = tuple(_new(facts, after, numbers))
        found.append(PlaceTarget(half, room, told, other.number if other else None))
    return tuple(found)


def seat_targets(
    board: SessionBoard, *, examiner_id: int, source: int | None
) -> tuple[SeatTarget, ...]:
    """Return every seat of every jury for one person, but the one they come from."""
    return seats_for(facts_of(board), examiner_id, source)


def seats_for(facts: SessionFacts, examiner_id: int, source: int | None) -> tuple[SeatTarget, ...]:
    """Return the same from what the rules need."""
    left = jury_of(facts.session, source) if source is not None else None
    found = []
    for jury in facts.session.juries:
        for seat in dict.fromkeys(s.kind for c in facts.compositions_of(jury)[:1] for s in c.seats):
            holder = next((j.examiner_id for j in jury.jurors if j.seat == seat), None)
            if holder == examiner_id:
                continue
            after = replace(facts, session=_moved(facts, examiner_id, left, jury=jury, seat=seat))
            told = tuple(_seat_findings(facts, after, jury, left))
            swaps = holder if left is not None else None
            found.append(SeatTarget(jury.number, seat, told, swaps))
    return tuple(found)


def _carried(facts: SessionFacts, jury: Jury, half: Half, room: str) -> Session:
    session = facts.session
    other = _occupant(session, half, room)
    moved = {jury.number: replace(jury, day=half[0], half_day=half[1], room=room)}
    if other is not None and other.number != jury.number:
        day, half_day = jury.half
        moved[other.number] = replace(other, day=day, half_day=half_day, room=jury.room)
    return replace(
        session,
        juries=tuple(moved.get(one.number, one) for one in session.juries),
        hearings=tuple(
            _shifted(session, hearing, moved.get(hearing.jury)) for hearing in session.hearings
        ),
    )


def _shifted(session: Session, hearing: Hearing, jury: Jury | None) -> Hearing:
    before = session.jury(hearing.jury)
    if jury is None or before is None:
        return hearing
    later = _opening(session, jury) - _opening(session, before)
    return replace(hearing, start=hearing.start + later, end=hearing.end + later)


def _opening(session: Session, jury: Jury) -> datetime:
    return datetime.combine(jury.day, session.hours.bounds(jury.half_day)[0])


def _occupant(session: Session, half: Half, room: str) -> Jury | None:
    return next((j for j in session.juries if (j.half, j.room) == (half, room)), None)


def _moved(
    facts: SessionFacts, examiner_id: int, left: Jury | None, *, jury: Jury, seat: str
) -> Session:
    holder = next((j.examiner_id for j in jury.jurors if j.seat == seat), None)
    after = seated(facts, jury, seat, examiner_id)
    if left is None:
        return with_jury(facts, after)
    (free,) = (juror.seat for juror in left.jurors if juror.examiner_id == examiner_id)
    if left.number == jury.number:
        return with_jury(facts, seated(facts, after, free, holder))
    emptied = with_jury(facts, seated(facts, left, free, holder))
    return with_jury(replace(facts, session=emptied), after)


def _seat_findings(
    before: SessionFacts, after: SessionFacts, jury: Jury, left: Jury | None
) -> Iterator[Finding]:
    """Yield what is new; a seat that falls vacant is no more than a warning, for it is filled."""
    for finding in _new(before, after, (jury.number,)):
        if finding.code not in CURED_BY_FILLING:
            yield finding
    for finding in _new(before, after, (left.number,)) if left and left != jury else ():
        is_vacancy = finding.code in CURED_BY_FILLING
        yield replace(finding, severity=Severity.WARNING) if is_vacancy else finding


def _new(before: SessionFacts, after: SessionFacts, juries: Iterable[int]) -> Iterator[Finding]:
    numbers = tuple(juries)
    known = frozenset(_about(before, numbers))
    yield from dict.fromkeys(one for one in _about(after, numbers) if one not in known)


def _about(facts: SessionFacts, numbers: tuple[int, ...]) -> Iterator[Finding]:
    juries = [jury for jury in facts.session.juries if jury.number in numbers]
    for ban in facts.session.pins.forbidden:
        if any(jury in juries for jury in broken_in(facts.session, ban)):
            yield finding_of(facts, ban)
    for jury in juries:
        yield from check_jury(facts, jury)
        for hearing in facts.session.hearings_of(jury.number):
            yield from check_hearing(facts, hearing)
