"""The board of legal clocks: every act that is due, exactly once, in the order of its last day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.domain.clocks import ClockKind, clocks_of
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import WrongUsage
from jurydesk.exchange.public_holidays import is_working_day, last_working_day, zones
from jurydesk.services.clock_facts import clock_facts
from jurydesk.services.judged import judged_by
from jurydesk.services.session_clocks import session_clocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jurydesk.domain.clocks import Expiry, LegalClock
    from jurydesk.domain.session import Session
    from jurydesk.domain.steps import StepKind
    from jurydesk.services.clock_facts import ClockFacts
    from jurydesk.services.ports import Desk

SOON = timedelta(days=15)
"""What is due within this time is urgent."""
_ORDER = {kind: at for at, kind in enumerate(ClockKind)}


class Urgency(StrEnum):
    """How much a clock presses, the most first."""

    LATE = "LATE"
    """The last day has gone by."""
    SOON = "SOON"
    """Due within fifteen days."""
    LATER = "LATER"
    STILL = "STILL"
    """It stands still, or has not started: nothing is due."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One act that the law asks for, with whom it concerns and where it is done."""

    clock: LegalClock
    person: str
    """Name of the candidate, or of the juror."""
    person_id: int
    certification: str
    urgency: Urgency
    left: int | None = None
    """Days until the last one; below zero: days late; None while the clock stands still."""
    act: StepKind | None = None
    """The step that stops it; None: a hearing or a deliberation does."""
    session_code: str = ""
    session_number: int = 0
    """The session that started it, or that is to stop it."""
    planned: date | None = None
    """The day on which the candidate is to be heard."""
    working_day: date | None = None
    """The last working day before, where the last day itself is none."""
    is_corrected: bool = False
    """Whether an amendment changed what was told: there is no step for that, but a new letter."""

    @property
    def key(self) -> str:
        """Return what identifies the clock for as long as it lives."""
        clock = self.clock
        who = f"e{clock.examiner_id}" if clock.examiner_id else f"c{clock.candidacy_id}"
        return f"{clock.kind}-{who}" + (f"-s{clock.session_id}" if clock.session_id else "")

    @property
    def due(self) -> date | None:
        """Return the last day on which the act is in time."""
        return self.clock.due

    @property
    def article(self) -> str:
        """Return the article that says so."""
        return self.clock.article

    @property
    def expiry(self) -> Expiry:
        """Return what follows when the last day goes by."""
        return self.clock.expiry

    @property
    def is_of_juror(self) -> bool:
        """Tell whether it concerns somebody of the pool."""
        return bool(self.clock.examiner_id)

    @property
    def page(self) -> str:
        """Return the page on which the act is done where no step does it."""
        if self.clock.kind is ClockKind.JURY:
            return "sessions"
        if self.act is None and self.clock.kind is ClockKind.NOTIFICATION:
            return "aftermath" if self.is_corrected else "deliberation"
        return "examiners" if self.is_of_juror else "candidates"


def deadlines(desk: Desk, *, zone: str = "") -> tuple[Deadline, ...]:
    """Return the board of today; what stands still comes last.

    Raises:
        WrongUsage: there is no zone of public holidays of that name.
    """
    if zone and zone not in zones():
        raise WrongUsage("DEADLINE-ZONE", {"zone": zone, "known": ", ".join(zones())})
    with desk.open_unit() as unit:
        facts = clock_facts(unit, desk.clock.today())
    return tuple(hinted(one, zone=zone) for one in board_of_clocks(facts))


def board_of_clocks(facts: ClockFacts) -> tuple[Deadline, ...]:
    """Return every clock that waits for an act, in the order of the last days."""
    return tuple(sorted((*_of_paths(facts), *_of_sessions(facts)), key=_rank))


def hinted(one: Deadline, *, zone: str = "") -> Deadline:
    """Return the deadline with the last working day before, if its own day is none."""
    if one.due is None or is_working_day(one.due, zone=zone):
        return one
    return replace(one, working_day=last_working_day(one.due, zone=zone))


def due_until(board: Iterable[Deadline], until: date) -> tuple[Deadline, ...]:
    """Return what is due on that day at the latest, late acts included."""
    return tuple(one for one in board if one.due is not None and one.due <= until)


def _rank(one: Deadline) -> tuple[bool, int, int, str, str]:
    due = one.due.toordinal() if one.due else 0
    return one.due is None, due, _ORDER[one.clock.kind], one.person, one.key


def _of_paths(facts: ClockFacts) -> Iterator[Deadline]:
    for candidacy in facts.candidacies.values():
        heard = facts.is_heard(candidacy)
        for clock in clocks_of(candidacy, facts.today, heard=heard):
            found = _deadline(facts, clock)
            if clock.kind is ClockKind.JURY and candidacy.id in facts.planned:
                session, day = facts.planned[candidacy.id]
                found = replace(
                    found, session_code=session.code, session_number=session.id, planned=day
                )
            yield found


def _of_sessions(facts: ClockFacts) -> Iterator[Deadline]:
    for clock, session in session_clocks(facts):
        found = _deadline(facts, clock, session)
        is_open = session.status is not SessionStatus.CLOSED
        if clock.kind is ClockKind.NOTIFICATION and is_open:
            # There is no result to notify before the deliberation is closed
            found = replace(found, act=None)
        elif (session.id, clock.candidacy_id) in facts.corrected and _is_notification(clock):
            found = replace(found, act=None, is_corrected=True)
        yield found


def _is_notification(clock: LegalClock) -> bool:
    return clock.kind is ClockKind.NOTIFICATION


def _deadline(facts: ClockFacts, clock: LegalClock, session: Session | None = None) -> Deadline:
    left = None if clock.due is None else (clock.due - facts.today).days
    name, number, certification = _whom(facts, clock, session)
    return Deadline(
        clock=clock,
        person=name,
        person_id=number,
        certification=certification,
        urgency=_urgency(left),
        left=left,
        act=next(iter(clock.acts), None),
        session_code=session.code if session else "",
        session_number=session.id if session else 0,
    )


def _whom(facts: ClockFacts, clock: LegalClock, session: Session | None) -> tuple[str, int, str]:
    if clock.examiner_id:
        examiner = facts.examiners[clock.examiner_id]
        judged = judged_by(session, examiner.id) if session else ()
        return examiner.full_name, examiner.id, " · ".join(judged)
    candidacy = facts.candidacies[clock.candidacy_id]
    candidate = facts.candidates[candidacy.candidate_id]
    return candidate.full_name, candidate.id, candidacy.certification


def _urgency(left: int | None) -> Urgency:
    if left is None:
        return Urgency.STILL
    if left < 0:
        return Urgency.LATE
    return Urgency.SOON if left <= SOON.days else Urgency.LATER
