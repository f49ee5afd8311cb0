"""Releasing a plan, and telling people: who was told what, and whom a change concerns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.findings import blocking
from jurydesk.domain.outbox import MessageState
from jurydesk.domain.release import (
    Role,
    draft_changes,
    released,
    told,
)
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.summons import (
    Channel,
)
from jurydesk.errors import RefusedByRule
from jurydesk.services.contacts import Contact, Directory
from jurydesk.services.facts import board_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.summonses import check_sent_on, record_sendings

if TYPE_CHECKING:
    from collections.abc import Collection

    from jurydesk.domain.release import Person
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard


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
        return telling_in(unit, code, today=desk.clock.today())


def telling_in(unit: UnitOfWork, code: str, *, today: date) -> Telling:
    """Return whom a session's plan concerns, as one unit of work sees it."""
    session = session_by_code(unit, code)
    directory = Directory(unit, session, today)
    every = map(directory.of_announcement, directory.announced)
    drafts = tuple(map(directory.of_draft, draft_changes(session)))
    return Telling(session, tuple(sorted(every, key=_first_due)), drafts)


def _open(unit: UnitOfWork, code: str) -> Session:
    session = session_by_code(unit, code)
    if not session.can_be_planned:
        raise RefusedByRule("SESSION-FROZEN", {"session": code})
    return session


def _first_due(contact: Contact) -> tuple[bool, bool, Role, str, int]:
    """What must not go out comes first, then who must be told."""
    is_stale = contact.message_state is MessageState.STALE
    return not is_stale, not contact.is_due, contact.role, contact.name, contact.number
