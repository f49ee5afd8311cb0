"""Whom a released plan, or the draft on the screen, concerns: how to reach them, where they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.outbox import (
    MessageReason,
    MessageState,
    OutboxMessage,
    reason_of,
    state_of,
)
from jurydesk.domain.release import Announcement, Role, draft_changes
from jurydesk.domain.summons import (
    Answer,
    Summons,
    SummonsState,
    reminder_due,
    standing_answers,
)
from jurydesk.domain.summons_rules import employer_deadline
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.release import Appointment, DraftChange, News, Person
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Contact:
    """One person whom a released plan, or the draft on the screen, concerns."""

    role: Role
    number: int
    name: str
    email: str
    phone: str
    news: News
    before: tuple[Appointment, ...]
    after: tuple[Appointment, ...]
    announcement: Announcement | None = None
    """None: the change is a draft, nobody is to be told yet."""
    summons: Summons | None = None
    """What the person was sent so far, and answered."""
    reminder: date | None = None
    """From when on the person is to be asked again; None: there is no need."""
    notice: date | None = None
    """Last day on which a summons leaves an employer the fifteen days (D3142-32)."""
    today: date | None = None
    """The day on which it was read."""
    message: OutboxMessage | None = None
    """What is being written to the person; else what was written last."""

    @property
    def key(self) -> Person:
        """Return who it is."""
        return self.role, self.number

    @property
    def is_draft(self) -> bool:
        """Tell whether the change is on the screen only."""
        return self.announcement is None

    @property
    def is_due(self) -> bool:
        """Tell whether the person must still be told."""
        return self.announcement is not None and self.announcement.is_due

    @property
    def told_on(self) -> date | None:
        """Return when the person was told of what is planned now."""
        if self.announcement is None or self.is_due:
            return None
        return self.announcement.told_on

    @property
    def answer(self) -> Answer | None:
        """Return the last answer that stands."""
        given = standing_answers(self.summons) if self.summons else ()
        return given[-1] if given else None

    @property
    def state(self) -> SummonsState | None:
        """Return how the summons stands; None: nothing was sent."""
        return None if self.summons is None else self.summons.state(self.today)

    @property
    def is_asked(self) -> bool:
        """Tell whether the person was sent something that can be answered."""
        return self.summons is not None and bool(self.summons.asked) and not self.is_draft

    @property
    def reason(self) -> MessageReason | None:
        """Return why the person is to be written to now; None: there is no need."""
        if self.is_due:
            return reason_of(self.news)
        return MessageReason.REMINDER if self.is_to_remind else None

    @property
    def open_message(self) -> OutboxMessage | None:
        """Return what was begun for the person and has not left."""
        return self.message if self.message is not None and self.message.is_open else None

    @property
    def message_state(self) -> MessageState | None:
        """Return how far the message to the person is; None: there is none and none is needed."""
        if self.reason is not None:
            return state_of(self.open_message, self.after, self.reason)
        one = self.message
        if one is None or self.is_draft:
            return None
        if not one.is_open:
            return MessageState.SENT
        return MessageState.STALE if one.prepared_at is not None else None

    @property
    def is_to_remind(self) -> bool:
        """Tell whether a reminder is due today, or was."""
        due, today = self.reminder, self.today
        return due is not None and today is not None and due <= today


class Directory:
    """Finds the persons behind the numbers, those who left the session too."""

    def __init__(self, unit: UnitOfWork, session: Session, today: date) -> None:
        """Read whom the released plan and the draft concern."""
        self._today = today
        every = sorted(unit.outbox.of_session(session.id), key=lambda one: (one.is_open, one.id))
        self._messages = {one.person: one for one in every}
        self.announced = _announced(session, self._messages)
        changes = draft_changes(session)
        people = {one.person for one in self.announced}
        people |= {(one.role, one.number) for one in changes}
        numbers = sorted(number for role, number in people if role is Role.CANDIDATE)
        candidacies = {c.id: c for c in unit.candidacies.some(numbers)}
        persons = sorted({c.candidate_id for c in candidacies.values()})
        candidates = {c.id: c for c in unit.candidates.some(persons)}
        self._candidates = {n: candidates[c.candidate_id] for n, c in candidacies.items()}
        examiners = sorted(number for role, number in people if role is Role.EXAMINER)
        self._examiners = {e.id: e for e in unit.examiners.some(examiners)}
        self._summonses = {one.person: one for one in unit.summonses.of_session(session.id)}
        self._reminder_days = settings_in(unit).reminder_days

    def of_announcement(self, one: Announcement) -> Contact:
        """Return the contact of somebody in the released plan."""
        reached = self._reached(one.role, one.number)
        summons = self._summonses.get(one.person)
        return Contact(
            *one.person,
            *reached,
            one.news,
            one.known,
            one.planned,
            one,
            summons,
            None if summons is None else reminder_due(summons, days=self._reminder_days),
            self._notice(one),
            self._today,
            self._messages.get(one.person),
        )

    def _notice(self, one: Announcement) -> date | None:
        """Of whom it is not known whether they are employed, they might be."""
        examiner = self._examiners.get(one.number) if one.role is Role.EXAMINER else None
        if examiner is None or examiner.is_employee is False or not one.planned:
            return None
        return employer_deadline(min(when.day for when in one.planned))

    def of_draft(self, one: DraftChange) -> Contact:
        """Return the contact of somebody whom the draft concerns."""
        reached = self._reached(one.role, one.number)
        return Contact(one.role, one.number, *reached, one.news, one.released, one.drafted)

    def _reached(self, role: Role, number: int) -> tuple[str, str, str]:
        """Return the name, e-mail and telephone; nothing of somebody who was erased."""
        people: Mapping[int, Candidate | Examiner] = (
            self._candidates if role is Role.CANDIDATE else self._examiners
        )
        found = people.get(number)
        return (found.full_name, found.email, found.phone) if found else ("", "", "")


def _announced(
    session: Session, messages: Mapping[Person, OutboxMessage]
) -> tuple[Announcement, ...]:
    """Return who is in the released plan, and who left it with a draft that must not go out."""
    announced = session.release.announcements if session.release else ()
    known = {one.person for one in announced}
    written = (p for p, one in messages.items() if one.is_open and one.prepared_at is not None)
    strays = sorted(person for person in written if person not in known)
    return (*announced, *(Announcement(*person) for person in strays))
