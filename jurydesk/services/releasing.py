"""Releasing a plan, and telling people: who was told what, and whom a change concerns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.findings import blocking
from jurydesk.domain.release import (
    Announcement,
    Role,
    draft_changes,
    released,
    told,
)
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.summons import (
    Answer,
    Channel,
    Summons,
    SummonsState,
    reminder_due,
    standing_answers,
)
from jurydesk.domain.summons_rules import employer_deadline
from jurydesk.errors import RefusedByRule
from jurydesk.services.facts import board_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import settings_in
from jurydesk.services.summonses import check_sent_on, record_sendings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.release import Appointment, DraftChange, News, Person
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard


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
    def is_to_remind(self) -> bool:
        """Tell whether a reminder is due today, or was."""
        due, today = self.reminder, self.today
        return due is not None and today is not None and due <= today


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom a session's plan concerns."""

    session: Session
    contacts: tuple[Contact, ...] = ()
    """Of the released plan: those to be told first, candidates before jurors, by name."""
    drafts: tuple[Contact, ...] = ()
    """Whom the plan on the screen treats in another way than the released one."""

    @property
    def due(self) -> tuple[Contact, ...]:
        """Return those who must still be told."""
        return tuple(contact for contact in self.contacts if contact.is_due)


def release_plan(desk: Desk, *, code: str) -> Outcome[SessionBoard]:
    """Give the plan out as it stands: from now on changes to it are told to whom they concern.

    Raises:
        RefusedByFindings: a finding blocks; such a plan is not announced to anybody.
        RefusedByRule: the session is frozen, or it has no hearing.
    """
    with desk.open_unit() as unit:
        session = _open(unit, code)
        if not session.hearings:
            raise RefusedByRule("SESSION-EMPTY", {"session": code})
        standing = blocking(check_session(session_facts(unit, session, today=desk.clock.today())))
        if standing:
            raise RefusedByFindings("SESSION-NOT-RELEASED", standing, {"session": code})
        release = released(session, at=desk.clock.now())
        stored = unit.sessions.save(replace(session, release=release))
        details = {"session": code, "people": len(release.announcements), "due": len(release.due)}
        finish(unit, EventType.SESSION_RELEASED, details)
        board = board_of(unit, stored, today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-SESSION-RELEASED")


def mark_told(
    desk: Desk,
    *,
    code: str,
    people: Collection[Person],
    channel: Channel = Channel.UNKNOWN,
    on: date | None = None,
) -> Outcome[SessionBoard]:
    """Record that these people were sent what the released plan asks of them: their summons.

    Raises:
        RefusedByRule: no plan of that session was released.
        WrongUsage: the day lies ahead.
    """
    day = on or desk.clock.today()
    check_sent_on(day, desk.clock.today())
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        if session.release is None:
            raise RefusedByRule("SESSION-NO-RELEASE", {"session": code})
        release = told(session.release, people, on=day)
        stored = unit.sessions.save(replace(session, release=release))
        reached = [one for one in session.release.due if one.person in people]
        record_sendings(unit, session, reached, on=day, channel=channel)
        count = len(session.release.due) - len(release.due)
        finish(unit, EventType.PEOPLE_TOLD, {"session": code, "count": count})
        board = board_of(unit, stored, today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-PEOPLE-TOLD")


def read_telling(desk: Desk, *, code: str) -> Telling:
    """Return whom the released plan and the draft concern, with how to reach them."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        directory = _Directory(unit, session, desk.clock.today())
        announced = session.release.announcements if session.release else ()
        every = map(directory.of_announcement, announced)
        drafts = tuple(map(directory.of_draft, draft_changes(session)))
        return Telling(session, tuple(sorted(every, key=_first_due)), drafts)


def _open(unit: UnitOfWork, code: str) -> Session:
    session = session_by_code(unit, code)
    if not session.can_be_planned:
        raise RefusedByRule("SESSION-FROZEN", {"session": code})
    return session


def _first_due(contact: Contact) -> tuple[bool, Role, str, int]:
    return not contact.is_due, contact.role, contact.name, contact.number


class _Directory:
    """Finds the persons behind the numbers, those who left the session too."""

    def __init__(self, unit: UnitOfWork, session: Session, today: date) -> None:
        self._today = today
        changes = draft_changes(session)
        announced = session.release.announcements if session.release else ()
        people = {one.person for one in announced} | {(one.role, one.number) for one in changes}
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
