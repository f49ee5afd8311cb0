"""Summonses: what was sent to whom, the answers, and who is to be reminded.

Being sent a summons is being told of the released plan: `releasing.mark_told` records both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from jurydesk.domain.audit import EventType
from jurydesk.domain.outbox import reason_of
from jurydesk.domain.release import Role
from jurydesk.domain.summons import (
    Answer,
    Channel,
    Half,
    Reminder,
    Reply,
    Sending,
    Summons,
    answer_due,
    answered,
    reminded,
    reminder_due,
    sent,
    withdrawn,
)
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.dispatching import close_message, name_of, open_messages
from jurydesk.services.facts import board_of, session_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.release import Announcement, Appointment, Person
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.settings import OfficeSettings
    from jurydesk.services.views import SessionBoard


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """An answer as it is recorded."""

    reply: Reply
    on: date | None = None
    """The day on which it came; None: today."""
    halves: tuple[Half, ...] | None = None
    """Of those asked; None: all of them."""
    channel: Channel = Channel.EMAIL
    note: str = ""


@dataclass(frozen=True, slots=True)
class DueReminder:
    """Somebody who is to be asked again."""

    summons: Summons
    session: Session
    due: date


def record_sendings(
    unit: UnitOfWork,
    session: Session,
    told: Collection[Announcement],
    *,
    on: date,
    channel: Channel,
) -> None:
    """Add what these persons were just told to the history of their summonses.

    Raises:
        RefusedByRule: the draft that was prepared for one of them tells of an earlier plan.
    """
    known = {one.person: one for one in unit.summonses.of_session(session.id)}
    messages = open_messages(unit, session.id)
    office = settings_in(unit)
    for one in told:
        sending = Sending(on, channel, one.planned, answer_day(one.planned, on, office))
        before, message = known.get(one.person), messages.get(one.person)
        if before is not None:
            unit.summonses.save(sent(before, sending))
        else:
            uid = message.uid if message else uuid4().hex
            unit.summonses.add(sent(_new(session.id, one.person, uid), sending))
        if message is not None:
            tells = message.tells(one.planned, reason_of(one.news))
            close_message(unit, message, tells=tells, on=on, channel=channel)


def record_answer(
    desk: Desk, *, code: str, people: Collection[Person], draft: AnswerDraft
) -> Outcome[SessionBoard]:
    """Record what one person or several answered; an earlier answer is kept as superseded.

    Raises:
        RefusedByRule: one of them was sent nothing, or nothing is asked of them any more.
        WrongUsage: the day lies ahead or before the summons, or that half-day was not asked.
    """
    today = desk.clock.today()
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        for summons in _asked_of(unit, session, people):
            unit.summonses.save(answered(summons, _answer(summons, draft, today)))
        details = {"session": code, "reply": draft.reply.value, "count": len(people)}
        finish(unit, EventType.ANSWER_RECORDED, details)
        label = f"ACT-ANSWER-{draft.reply}"
        return _outcome(unit, session, label, today=today)


def withdraw_answer(desk: Desk, *, code: str, people: Collection[Person]) -> Outcome[SessionBoard]:
    """Take the last answer of these persons back; it is kept and counts no more.

    Raises:
        RefusedByRule: one of them has given no answer.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        for summons in _known(unit, session, people):
            after = withdrawn(summons)
            if after == summons:
                raise RefusedByRule("SUMMONS-NO-ANSWER", {"name": _name(unit, summons)})
            unit.summonses.save(after)
        finish(unit, EventType.ANSWER_WITHDRAWN, {"session": code, "count": len(people)})
        return _outcome(unit, session, "ACT-ANSWER-WITHDRAWN", today=desk.clock.today())


def remind(
    desk: Desk,
    *,
    code: str,
    people: Collection[Person],
    channel: Channel = Channel.EMAIL,
    on: date | None = None,
) -> Outcome[SessionBoard]:
    """Record that these persons were asked again for an answer.

    Raises:
        RefusedByRule: one of them has answered, or nothing is asked of them.
        WrongUsage: the day lies ahead, or before the summons.
    """
    today = desk.clock.today()
    day = on or today
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        messages = open_messages(unit, session.id)
        for summons in _asked_of(unit, session, people):
            if not summons.unanswered:
                raise RefusedByRule("SUMMONS-ANSWERED", {"name": _name(unit, summons)})
            _check_day(summons, day, today)
            unit.summonses.save(reminded(summons, Reminder(day, channel)))
            message = messages.get(summons.person)
            if message is not None and message.is_reminder:
                tells = message.tells(summons.asked, message.reason)
                close_message(unit, message, tells=tells, on=day, channel=channel)
        finish(unit, EventType.PEOPLE_REMINDED, {"session": code, "count": len(people)})
        return _outcome(unit, session, "ACT-PEOPLE-REMINDED", today=today)


def due_reminders(unit: UnitOfWork, *, today: date, until: date) -> Iterator[DueReminder]:
    """Yield whom to remind until that day, of half-days that have not come yet."""
    days = settings_in(unit).reminder_days
    sessions = {session.id: session for session in unit.sessions.all() if session.can_be_planned}
    for summons in unit.summonses.all():
        session, due = sessions.get(summons.session_id), reminder_due(summons, days=days)
        if session is None or due is None or due > until:
            continue
        if max(one.day for one in summons.unanswered) > today:
            yield DueReminder(summons, session, due)


def check_sent_on(day: date, today: date) -> None:
    """Refuse a sending that lies ahead.

    Raises:
        WrongUsage: it does.
    """
    if day > today:
        raise WrongUsage("SUMMONS-AHEAD", {"day": day})


def answer_day(asked: tuple[Appointment, ...], on: date, office: OfficeSettings) -> date | None:
    """Return the last day of an answer to what is sent on that day; None: nothing is asked."""
    if not asked:
        return None
    first = min(one.day for one in asked)
    return answer_due(on, first, days_before=office.answer_days, at_least=office.reminder_days)


def _outcome(
    unit: UnitOfWork, session: Session, label: str, *, today: date
) -> Outcome[SessionBoard]:
    board = board_of(unit, session, today=today)
    return Outcome(board, unit.changes, board.findings, label)


def _new(session_id: int, person: Person, uid: str) -> Summons:
    role, number = person
    if role is Role.EXAMINER:
        return Summons(session_id, uid, examiner_id=number)
    return Summons(session_id, uid, candidacy_id=number)


def _known(unit: UnitOfWork, session: Session, people: Collection[Person]) -> Iterator[Summons]:
    every: Mapping[Person, Summons] = {
        one.person: one for one in unit.summonses.of_session(session.id)
    }
    for person in dict.fromkeys(people):
        if person not in every:
            _check_exists(unit, person)
            raise RefusedByRule("SUMMONS-NOT-SENT", {"name": name_of(unit, person)})
        yield every[person]


def _asked_of(unit: UnitOfWork, session: Session, people: Collection[Person]) -> Iterator[Summons]:
    for summons in _known(unit, session, people):
        if not summons.asked:
            raise RefusedByRule("SUMMONS-NOTHING-ASKED", {"name": _name(unit, summons)})
        yield summons


def _answer(summons: Summons, draft: AnswerDraft, today: date) -> Answer:
    day = draft.on or today
    _check_day(summons, day, today)
    to = summons.asked
    if draft.halves is not None:
        to = tuple(one for one in summons.asked if (one.day, one.half_day) in draft.halves)
        strange = set(draft.halves) - {(one.day, one.half_day) for one in to}
        if strange or not to:
            raise WrongUsage("SUMMONS-OTHER-HALF", {"day": min(strange)[0] if strange else day})
    return Answer(draft.reply, day, to, draft.channel, draft.note.strip())


def _check_day(summons: Summons, day: date, today: date) -> None:
    check_sent_on(day, today)
    if summons.last is not None and day < summons.last.on:
        raise WrongUsage("SUMMONS-BEFORE", {"day": day, "sent": summons.last.on})


def _name(unit: UnitOfWork, summons: Summons) -> str:
    return name_of(unit, summons.person)


def _check_exists(unit: UnitOfWork, person: Person) -> None:
    """Refuse a number that nobody has, in the words of the store."""
    role, number = person
    if role is Role.EXAMINER:
        unit.examiners.get(number)
    else:
        unit.candidacies.get(number)
