"""The acts of a notification: printed, sent, and its sending taken back with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.notifications import (
    JUDGED,
    Notification,
    NotificationState,
    decision_digest,
)
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import Step, StepKind, standing
from jurydesk.domain.summons import Channel
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import session_by_code
from jurydesk.services.issued import stated_of
from jurydesk.services.journeys import take_back, write_step
from jurydesk.services.notification_letters import letters_of
from jurydesk.services.notifications import Notice, notices_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.wording import Wording

Papers = tuple["PrintedPaper", ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """When and by which way something was sent."""

    on: date
    channel: Channel = Channel.EMAIL


def print_notifications(
    desk: Desk, *, code: str, wording: Wording, candidacies: Iterable[int] | None = None
) -> Outcome[Papers]:
    """Print the notifications that are due after a session, or those of some candidates.

    Each decision is printed once in the register; printing it again changes nothing. A copy for
    whoever accompanied the candidate comes with it.

    Raises:
        WrongUsage: a candidate was not heard by that session.
        RefusedByRule: the session is not closed, or its minutes are not issued.
    """
    with desk.open_unit() as unit:
        session = closed_session(unit, code)
        chosen = _chosen(unit, session, desk, candidacies)
        for notice in chosen:
            if notice.notification is None and notice.state is not NotificationState.SENT:
                unit.notifications.add(_printed(unit, notice, desk))
        papers = tuple(
            paper
            for notice in chosen
            for paper in letters_of(unit, notice, on=desk.clock.today(), wording=wording)
        )
        finish(unit, EventType.NOTIFICATIONS_PRINTED, _details(session, chosen))
        return Outcome(papers, unit.changes, label="ACT-NOTIFICATIONS-PRINTED")


def mark_sent(
    desk: Desk, *, code: str, candidacies: Iterable[int], sending: Sending
) -> Outcome[tuple[Notification, ...]]:
    """Record that notifications went out: the clock of fifteen days stops (R6412-7).

    Raises:
        WrongUsage: the day is to come or before the letter was printed; nobody is named.
        RefusedByRule: a letter was not printed, or went out already.
    """
    numbers = tuple(dict.fromkeys(candidacies))
    if not numbers:
        raise WrongUsage("NOTIFICATION-NOBODY")
    if sending.on > desk.clock.today():
        raise WrongUsage("NOTIFICATION-IN-FUTURE", {"day": sending.on})
    with desk.open_unit() as unit:
        session = closed_session(unit, code)
        chosen = _chosen(unit, session, desk, numbers)
        stored = tuple(_send(unit, notice, sending, desk) for notice in chosen)
        details = _details(session, chosen)
        details |= {"day": sending.on.isoformat(), "channel": sending.channel}
        finish(unit, EventType.NOTIFICATIONS_SENT, details)
        return Outcome(stored, unit.changes, label="ACT-NOTIFICATIONS-SENT")


def withdraw_sending(
    desk: Desk, *, code: str, candidacy_id: int, reason: str
) -> Outcome[Notification]:
    """Take back that a notification went out: the clock runs again, and the trail keeps why.

    Raises:
        WrongUsage: no reason is given.
        RefusedByRule: it did not go out.
    """
    if not reason.strip():
        raise WrongUsage("NOTIFICATION-WITHOUT-REASON")
    with desk.open_unit() as unit:
        session = closed_session(unit, code)
        (notice,) = _chosen(unit, session, desk, (candidacy_id,))
        sent = notice.notification
        if sent is None or sent.sent_on is None:
            raise RefusedByRule("NOTIFICATION-NOT-SENT", {"candidate": notice.candidate.full_name})
        for step in _steps(unit, session, candidacy_id):
            take_back(unit, step, desk, reason=reason)
        stored = unit.notifications.save(replace(sent, sent_on=None, channel=Channel.UNKNOWN))
        finish(unit, EventType.NOTIFICATION_WITHDRAWN, _details(session, (notice,)))
        return Outcome(stored, unit.changes, label="ACT-NOTIFICATION-WITHDRAWN", is_final=True)


def closed_session(unit: UnitOfWork, code: str) -> Session:
    """Return a session whose deliberation is closed.

    Raises:
        WrongUsage: there is none with that code.
        RefusedByRule: it is not closed.
    """
    session = session_by_code(unit, code)
    if session.status is not SessionStatus.CLOSED:
        raise RefusedByRule("SESSION-NOT-CLOSED", {"session": session.code})
    return session


def _chosen(
    unit: UnitOfWork, session: Session, desk: Desk, candidacies: Iterable[int] | None
) -> tuple[Notice, ...]:
    """Return the decisions meant, none of which may wait for its minutes."""
    every = {n.candidacy.id: n for n in notices_of(unit, session, today=desk.clock.today())}
    if candidacies is None:
        found = tuple(notice for notice in every.values() if notice.is_open)
        waiting = any(n.state is NotificationState.WAITING for n in every.values())
        if waiting and not found:
            raise _not_issued(session)
        return found
    chosen = []
    for number in dict.fromkeys(candidacies):
        if number not in every:
            raise WrongUsage("AFTER-NOT-HEARD", {"session": session.code, "number": number})
        if every[number].state is NotificationState.WAITING:
            raise _not_issued(session, every[number].candidacy.certification)
        chosen.append(every[number])
    return tuple(chosen)


def _not_issued(session: Session, certification: str = "") -> RefusedByRule:
    judged = certification or ", ".join(session.recorded)
    return RefusedByRule("AFTER-NOT-ISSUED", {"session": session.code, "certification": judged})


def _printed(unit: UnitOfWork, notice: Notice, desk: Desk) -> Notification:
    stated = stated_of(unit, notice.session, notice.candidacy.id)
    return Notification(
        candidacy_id=notice.candidacy.id,
        session_id=notice.session.id,
        minutes=stated.minutes.number,
        decision=notice.decision,
        digest=decision_digest(stated.minutes.content, stated.candidate),
        printed_at=desk.clock.now(),
        printed_by=desk.actor,
        copy_to=notice.candidacy.accompanist.strip(),
    )


def _send(unit: UnitOfWork, notice: Notice, sending: Sending, desk: Desk) -> Notification:
    name = {"candidate": notice.candidate.full_name}
    if notice.state is NotificationState.SENT:
        raise RefusedByRule("NOTIFICATION-SENT", name)
    printed = notice.notification
    if printed is None:
        raise RefusedByRule("NOTIFICATION-NOT-PRINTED", name)
    if sending.on < printed.printed_at.date():
        day = printed.printed_at.date()
        raise WrongUsage("NOTIFICATION-BEFORE-PRINTED", {"day": sending.on, "printed": day, **name})
    # A corrected decision was told before: the step of the first telling stands, and is true
    if notice.decision in JUDGED and not _steps(unit, notice.session, notice.candidacy.id):
        write_step(unit, _step(notice, sending, desk), desk)
    return unit.notifications.save(replace(printed, sent_on=sending.on, channel=sending.channel))


def _step(notice: Notice, sending: Sending, desk: Desk) -> Step:
    return Step(
        StepKind.RESULT_NOTIFIED,
        sending.on,
        desk.clock.now(),
        desk.actor,
        candidacy_id=notice.candidacy.id,
        session_id=notice.session.id,
        detail=notice.minutes,
    )


def _steps(unit: UnitOfWork, session: Session, candidacy_id: int) -> list[Step]:
    kept = standing(unit.steps.of_candidacies([candidacy_id]))
    return [
        step
        for step in kept
        if step.kind is StepKind.RESULT_NOTIFIED and step.session_id == session.id
    ]


def _details(session: Session, notices: Iterable[Notice]) -> dict[str, object]:
    chosen = [notice.candidacy.id for notice in notices]
    return {"session": session.code, "count": len(chosen), "candidacy": chosen}
