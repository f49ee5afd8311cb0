"""Being summoned to a session: what somebody was sent, and what they answered; all of it is kept.

`release` knows what each person was told last. A summons is the history of that telling: each
sending with its date and its way, each answer, each reminder. Both are written by one act.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.release import Appointment, Person, Role

Half = tuple[date, HalfDay]


class Channel(StrEnum):
    """By which way something was sent, or an answer came."""

    EMAIL = "EMAIL"
    POST = "POST"
    PHONE = "PHONE"
    HAND = "HAND"
    """Given by hand, or said face to face."""
    UNKNOWN = "UNKNOWN"
    """Nobody wrote it down."""


class Reply(StrEnum):
    """What somebody answers."""

    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"


class SummonsState(StrEnum):
    """How a summons stands on one day; what needs somebody comes first."""

    DECLINED = "DECLINED"
    SILENT = "SILENT"
    """The last day of the answer has gone by."""
    PARTLY = "PARTLY"
    """Some half-days are accepted and others declined."""
    WAITING = "WAITING"
    ACCEPTED = "ACCEPTED"
    CANCELLED = "CANCELLED"
    """The person was told that nothing is asked any more."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What was sent to a person once. Its place in the list is the sequence of a calendar file."""

    on: date
    channel: Channel
    asked: tuple[Appointment, ...] = ()
    """What the person was told; empty: that nothing is asked any more."""
    due: date | None = None
    """Last day of the answer, itself included; None: none was set."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was recorded; a later one on the same appointment supersedes it."""

    reply: Reply
    on: date
    """The day on which it came."""
    to: tuple[Appointment, ...]
    channel: Channel = Channel.EMAIL
    note: str = ""
    sequence: int = 0
    """Of the sending that it answers."""
    withdrawn: bool = False
    """Taken back, or recorded by mistake: it is kept and counts no more."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """That somebody was asked again for an answer."""

    on: date
    channel: Channel


@dataclass(frozen=True, slots=True)
class Summons:
    """One person summoned to one session: a candidate (by candidacy) or an examiner."""

    session_id: int
    uid: str
    """The same for ever: calendars of the person know the appointment by it."""
    candidacy_id: int | None = None
    examiner_id: int | None = None
    sendings: tuple[Sending, ...] = ()
    """The oldest first; never empty once stored."""
    answers: tuple[Answer, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def person(self) -> Person:
        """Return who it is, as `release` names persons."""
        if self.examiner_id is not None:
            return Role.EXAMINER, self.examiner_id
        return Role.CANDIDATE, self.candidacy_id or 0

    @property
    def sequence(self) -> int:
        """Return the number of the last sending: 0 for the first (RFC 5545, SEQUENCE)."""
        return max(len(self.sendings) - 1, 0)

    @property
    def last(self) -> Sending | None:
        """Return what was sent last."""
        return self.sendings[-1] if self.sendings else None

    @property
    def asked(self) -> tuple[Appointment, ...]:
        """Return what is asked now."""
        return self.sendings[-1].asked if self.sendings else ()

    @property
    def due(self) -> date | None:
        """Return the last day of the answer."""
        return self.sendings[-1].due if self.sendings else None

    def answer_to(self, appointment: Appointment) -> Answer | None:
        """Return the answer that stands for an appointment; another hour asks anew."""
        given = (one for one in reversed(self.answers) if not one.withdrawn)
        return next((one for one in given if _speaks_of(one, appointment)), None)

    @property
    def unanswered(self) -> tuple[Appointment, ...]:
        """Return the appointments asked that no answer stands for."""
        return tuple(one for one in self.asked if self.answer_to(one) is None)

    @property
    def declined(self) -> tuple[Appointment, ...]:
        """Return the appointments asked that the person declined."""
        return tuple(one for one in self.asked if _says(self.answer_to(one), Reply.DECLINED))

    def has_declined(self, half: Half) -> bool:
        """Tell whether the last word on a half-day was no, whether or not it is still asked."""
        given = (one for one in reversed(self.answers) if not one.withdrawn)
        last = next((one for one in given if half in {_half(a) for a in one.to}), None)
        return _says(last, Reply.DECLINED)

    def asked_since(self, half: Half) -> date | None:
        """Return when the person was first sent that half-day, without a break up to now."""
        since = None
        for sending in reversed(self.sendings):
            if half not in {_half(one) for one in sending.asked}:
                break
            since = sending.on
        return since

    def is_overdue(self, today: date | None) -> bool:
        """Tell whether an answer is missing and its last day has gone by."""
        late = today is not None and self.due is not None and today > self.due
        return late and bool(self.unanswered)

    def state(self, today: date | None) -> SummonsState:
        """Return how it stands."""
        if not self.asked:
            return SummonsState.CANCELLED
        if self.unanswered:
            return SummonsState.SILENT if self.is_overdue(today) else SummonsState.WAITING
        if not self.declined:
            return SummonsState.ACCEPTED
        return SummonsState.DECLINED if self.declined == self.asked else SummonsState.PARTLY


def answer_due(sent: date, first: date, *, days_before: int, at_least: int) -> date:
    """Return the last day of an answer: so many days before the first appointment.

    Whoever is summoned late still has `at_least` days, but never beyond the eve.
    """
    eve = first - timedelta(days=1)
    due = max(first - timedelta(days=days_before), sent + timedelta(days=at_least))
    return max(min(due, eve), sent)


def reminder_due(summons: Summons, *, days: int) -> date | None:
    """Return from which day on a reminder is due; None: an answer is there, or nothing is asked.

    So many days after the last message, and on the last day of the answer at the latest.
    """
    last = summons.last
    if last is None or not summons.unanswered:
        return None
    told = max((last.on, *(one.on for one in summons.reminders)))
    after = told + timedelta(days=days)
    return min(after, last.due) if last.due is not None and told < last.due else after


def sent(summons: Summons, sending: Sending) -> Summons:
    """Return the summons once something more was sent."""
    return replace(summons, sendings=(*summons.sendings, sending))


def reminded(summons: Summons, reminder: Reminder) -> Summons:
    """Return the summons once the person was asked again."""
    return replace(summons, reminders=(*summons.reminders, reminder))


def answered(summons: Summons, answer: Answer) -> Summons:
    """Return the summons with one more answer, which supersedes the earlier ones it speaks of."""
    given = replace(answer, sequence=summons.sequence)
    return replace(summons, answers=(*summons.answers, given))


def standing_answers(summons: Summons) -> tuple[Answer, ...]:
    """Return the answers that count, the oldest first."""
    every = [one for one in summons.answers if not one.withdrawn]
    return tuple(
        one
        for at, one in enumerate(every)
        if any(not any(_speaks_of(later, when) for later in every[at + 1 :]) for when in one.to)
    )


def withdrawn(summons: Summons) -> Summons:
    """Return the summons without its last answer, which is kept as taken back."""
    last = max((at for at, one in enumerate(summons.answers) if not one.withdrawn), default=-1)
    every = tuple(
        replace(one, withdrawn=True) if at == last else one
        for at, one in enumerate(summons.answers)
    )
    return replace(summons, answers=every)


def _speaks_of(answer: Answer, appointment: Appointment) -> bool:
    """An examiner comes for a half-day, whatever the room; a candidate at an hour."""
    wanted = (*_half(appointment), appointment.start)
    return any((*_half(one), one.start) == wanted for one in answer.to)


def _half(appointment: Appointment) -> Half:
    return appointment.day, appointment.half_day


def _says(answer: Answer | None, reply: Reply) -> bool:
    return answer is not None and answer.reply is reply
