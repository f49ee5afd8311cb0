"""Which decisions are to be told to candidates, which were, and by when (R6412-7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.clocks import is_reformed_vae, notification_clock
from jurydesk.domain.notifications import JUDGED, NotificationState, decision_digest
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import StepKind, standing
from jurydesk.services.facts import session_by_code
from jurydesk.services.issued import stated_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.deliberation import Decision
    from jurydesk.domain.minutes import Minutes
    from jurydesk.domain.notifications import Notification
    from jurydesk.domain.people import Candidate
    from jurydesk.domain.session import Session
    from jurydesk.domain.steps import Step
    from jurydesk.domain.summons import Channel
    from jurydesk.services.issued import Stated
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class Notice:
    """One decision with how the telling of it stands."""

    session: Session
    candidacy: Candidacy
    candidate: Candidate
    decision: Decision
    decided_on: date
    """The day of the hearing; of a corrected decision, that of the amendment."""
    state: NotificationState
    due: date
    """Fifteen days after, whatever the route."""
    left: int
    """Days until then; below zero: days late. Nothing once it is sent."""
    by_law: bool
    """Whether R6412-7 sets that day; for other routes the office keeps to it by itself."""
    minutes: str = ""
    corrects: str = ""
    """Number of the minutes that an amendment corrected; empty: nothing of this decision was."""
    notification: Notification | None = None
    told_on: date | None = None
    channel: Channel | None = None

    @property
    def key(self) -> str:
        """Return what identifies it."""
        return f"{self.session.id}-{self.candidacy.id}"

    @property
    def is_late(self) -> bool:
        """Tell whether the last day has gone by without it."""
        return self.state is not NotificationState.SENT and self.left < 0

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to do something."""
        return self.state in {NotificationState.DUE, NotificationState.PRINTED}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is stored of one session, read at once."""

    session: Session
    minutes: tuple[Minutes, ...]
    notified: tuple[Notification, ...]
    steps: tuple[Step, ...]
    candidacies: Mapping[int, Candidacy]
    candidates: Mapping[int, Candidate]
    decisions: Mapping[int, Decision]
    today: date


def list_notices(desk: Desk, *, code: str = "") -> tuple[Notice, ...]:
    """Return every decision of one closed session, or of all, the most pressing first.

    Raises:
        WrongUsage: there is no session with that code.
    """
    with desk.open_unit() as unit:
        every = (session_by_code(unit, code),) if code else unit.sessions.all()
        found = [
            notice
            for session in every
            if session.status is SessionStatus.CLOSED
            for notice in notices_of(unit, session, today=desk.clock.today())
        ]
    return tuple(sorted(found, key=_rank))


def notices_of(unit: UnitOfWork, session: Session, *, today: date) -> tuple[Notice, ...]:
    """Return every decision that stands of one closed session."""
    read = _read(unit, session, today=today)
    stated = {one.candidate.candidacy_id: one for one in _latest(read.minutes)}
    return tuple(
        _notice(read, number, stated.get(number))
        for number in session.standing_hearings
        if number in read.decisions and number in read.candidacies
    )


def corrected_days(unit: UnitOfWork, sessions: Iterable[Session]) -> Mapping[tuple[int, int], date]:
    """Return since when a decision told before is to be told anew, by session and candidacy."""
    amended = {one.session_id for one in unit.minutes.amendments()}
    return {
        (session.id, notice.candidacy.id): notice.decided_on
        for session in sessions
        if session.id in amended
        for notice in notices_of(unit, session, today=session.days[0])
        if notice.corrects and notice.is_open
    }


def _rank(notice: Notice) -> tuple[bool, date, str, str]:
    done = notice.state is NotificationState.SENT
    return done, notice.due, notice.candidate.full_name, notice.key


def _read(unit: UnitOfWork, session: Session, *, today: date) -> _Reading:
    deliberation = unit.deliberations.of_session(session.id)
    numbers = tuple(session.standing_hearings)
    candidacies = {one.id: one for one in unit.candidacies.some(numbers)}
    people = unit.candidates.some({one.candidate_id for one in candidacies.values()})
    records = deliberation.records if deliberation else ()
    told = unit.steps.of_candidacies(numbers)
    return _Reading(
        session,
        unit.minutes.of_session(session.id),
        unit.notifications.of_session(session.id),
        tuple(s for s in standing(told) if s.kind is StepKind.RESULT_NOTIFIED),
        candidacies,
        {one.id: one for one in people},
        {one.candidacy_id: one.decision for one in records if one.decision},
        today,
    )


def _latest(minutes: tuple[Minutes, ...]) -> Iterator[Stated]:
    """Yield what is said of each candidate, the latest word last."""
    for one in minutes:
        yield from stated_in(one)


def _notice(read: _Reading, number: int, stated: Stated | None) -> Notice:
    candidacy, session = read.candidacies[number], read.session
    heard = session.standing_hearings[number].start.date()
    base = Notice(
        session=session,
        candidacy=candidacy,
        candidate=read.candidates[candidacy.candidate_id],
        decision=read.decisions[number],
        decided_on=heard,
        state=NotificationState.WAITING,
        due=heard,
        left=0,
        by_law=is_reformed_vae(candidacy) and read.decisions[number] in JUDGED,
    )
    if stated is None:
        return _timed(base, read.today)
    told = _told(read, number)
    digest = decision_digest(stated.minutes.content, stated.candidate)
    base = replace(
        base,
        decision=stated.candidate.decision or base.decision,
        minutes=stated.minutes.number,
        notification=next((n for n in _of(read, number) if n.digest == digest), None),
    )
    return _timed(_standing(base, stated, told, digest), read.today)


def _standing(notice: Notice, stated: Stated, told: _Told | None, digest: str) -> Notice:
    """Say how the telling stands: what was told last, against what the minutes say now."""
    if told is not None and told.digest in {digest, ""}:
        return replace(notice, state=NotificationState.SENT, told_on=told.on, channel=told.channel)
    printed = notice.notification is not None
    state = NotificationState.PRINTED if printed else NotificationState.DUE
    if told is None:
        return replace(notice, state=state)
    issued = stated.minutes.issued_at.date()
    return replace(notice, state=state, corrects=stated.minutes.amends, decided_on=issued)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told last: its digest, empty where it cannot be known."""

    digest: str
    on: date
    channel: Channel | None = None


def _told(read: _Reading, number: int) -> _Told | None:
    sent = [one for one in _of(read, number) if one.sent_on is not None]
    if sent:
        last = sent[-1]
        return _Told(last.digest, last.sent_on or last.printed_at.date(), last.channel)
    heard = read.session.standing_hearings[number].start.date()
    steps = [s for s in read.steps if s.candidacy_id == number and _speaks_of(s, read, heard)]
    if not steps:
        return None
    # Written down as a step alone: what it said is what the minutes of that day said
    then = [m for m in read.minutes if m.issued_at.date() <= steps[-1].day] or read.minutes[:1]
    said = [one for one in _latest(tuple(then)) if one.candidate.candidacy_id == number]
    digest = decision_digest(said[-1].minutes.content, said[-1].candidate) if said else ""
    return _Told(digest, steps[-1].day)


def _speaks_of(step: Step, read: _Reading, heard: date) -> bool:
    return step.session_id == read.session.id or (step.session_id is None and step.day >= heard)


def _of(read: _Reading, number: int) -> list[Notification]:
    return [one for one in read.notified if one.candidacy_id == number]


def _timed(notice: Notice, today: date) -> Notice:
    clock = notification_clock(notice.candidacy.id, heard_on=notice.decided_on, today=today)
    due = clock.due or notice.decided_on
    return replace(notice, due=due, left=(due - today).days)
