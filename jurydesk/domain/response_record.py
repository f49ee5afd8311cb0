"""How quickly a person answers when summoned, session by session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from jurydesk.domain.summons import Answer, Reply, Sending, Summons


@dataclass(frozen=True, slots=True)
class Response:
    """One question and its answer, if there is one."""

    session_id: int
    sent: date
    due: date | None
    answer: Answer | None = None
    silent: bool = False
    """No answer came, and its last day has gone by."""

    @property
    def days(self) -> int | None:
        """Return how many days the answer took."""
        return None if self.answer is None else (self.answer.on - self.sent).days

    @property
    def is_late(self) -> bool:
        """Tell whether the answer came after its last day; on that day it is in time."""
        return self.answer is not None and self.due is not None and self.answer.on > self.due

    @property
    def late_by(self) -> int:
        """Return by how many days the answer was late; 0: it was not."""
        return (self.answer.on - self.due).days if self.is_late and self.answer and self.due else 0


@dataclass(frozen=True, slots=True)
class ResponseRecord:
    """All questions put to one person, the latest first."""

    responses: tuple[Response, ...] = ()

    @property
    def median(self) -> int | None:
        """Return the days that an answer usually takes: a value that was seen (low median)."""
        days = [one.days for one in self.responses if one.days is not None]
        return median_low(days) if days else None

    @property
    def late(self) -> int:
        """Return how many answers came late."""
        return sum(one.is_late for one in self.responses)

    @property
    def silent(self) -> int:
        """Return how many questions were left without an answer."""
        return sum(one.silent for one in self.responses)

    @property
    def declined(self) -> int:
        """Return how many times the person said no."""
        given = (one.answer for one in self.responses if one.answer)
        return sum(answer.reply is Reply.DECLINED for answer in given)

    @property
    def last(self) -> Answer | None:
        """Return the latest answer."""
        given = [one.answer for one in self.responses if one.answer]
        return max(given, key=lambda answer: answer.on, default=None)


def response_record(summonses: Iterable[Summons], *, today: date) -> ResponseRecord:
    """Return how one person answered these summonses of theirs."""
    every = (one for summons in summonses for one in _responses(summons, today))
    return ResponseRecord(tuple(sorted(every, key=lambda one: one.sent, reverse=True)))


def _responses(summons: Summons, today: date) -> Iterator[Response]:
    for sequence, sending in enumerate(summons.sendings):
        if not sending.asked or _was_answered(summons, sending, sequence):
            continue
        answer = _answer(summons, sequence)
        is_last = sequence == summons.sequence
        # A question that was changed before anybody answered it is no silence
        if answer is None and not is_last:
            continue
        silent = answer is None and summons.is_overdue(today)
        yield Response(summons.session_id, sending.on, sending.due, answer, silent)


def _answer(summons: Summons, sequence: int) -> Answer | None:
    """The first one counts: a change of mind is not a late answer."""
    given = (one for one in summons.answers if not one.withdrawn and one.sequence == sequence)
    return next(given, None)


def _was_answered(summons: Summons, sending: Sending, sequence: int) -> bool:
    """Tell whether nothing new was asked: another room, or fewer half-days."""
    before = [one for one in summons.answers if not one.withdrawn and one.sequence < sequence]
    known = {(a.day, a.half_day, a.start) for one in before for a in one.to}
    return all((one.day, one.half_day, one.start) in known for one in sending.asked)
