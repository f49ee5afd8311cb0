"""The contact sheet of a session: whom to call on the day, for the secretary alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.session_facts import SessionFacts


@dataclass(frozen=True, slots=True)
class Presence:
    """When and where somebody is expected."""

    day: date
    half_day: HalfDay
    start: time
    room: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One person, how to reach them, and when they are expected first."""

    name: str
    seat: str
    """Kind of seat; empty: a candidate."""
    organisation: str
    phone: str
    email: str
    expected: Presence | None
    """None: not placed yet."""


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """Everybody of one session. Confidential: telephones and addresses are in it."""

    certifier: CertifierStatement
    session_code: str
    days: tuple[date, ...]
    members: tuple[Contact, ...]
    candidates: tuple[Contact, ...]


def contact_sheet(facts: SessionFacts, *, certifier: CertifierStatement) -> ContactSheet:
    """Return whom to call: members by name, candidates in the order of the day."""
    session = facts.session
    members = sorted(_members(facts).values(), key=_by_name)
    candidates = sorted(_candidates(facts), key=_by_hour)
    return ContactSheet(certifier, session.code, session.days, tuple(members), tuple(candidates))


def _by_name(contact: Contact) -> tuple[str, str]:
    return contact.name.casefold(), contact.email


def _by_hour(contact: Contact) -> tuple[bool, date, time, str]:
    when = contact.expected
    if when is None:
        return True, date.max, time.max, contact.name.casefold()
    return False, when.day, when.start, contact.name.casefold()


def _members(facts: SessionFacts) -> dict[int, Contact]:
    """Whoever sits in several juries is called once: when they are expected first."""
    found: dict[int, Contact] = {}
    for jury in sorted(facts.session.juries, key=lambda jury: (jury.half, jury.number)):
        if jury.annulled:
            continue
        start, _ = facts.session.hours.bounds(jury.half_day)
        hearings = facts.session.hearings_of(jury.number)
        first = min(start, hearings[0].start.time()) if hearings else start
        for juror in jury.jurors:
            examiner = facts.examiners.get(juror.examiner_id)
            if examiner is None or examiner.id in found:
                continue
            found[examiner.id] = Contact(
                name=facts.examiner_subject(examiner.id).name,
                seat=juror.seat,
                organisation=examiner.organisation,
                phone=examiner.phone,
                email=examiner.email,
                expected=Presence(jury.day, jury.half_day, first, jury.room),
            )
    return found


def _candidates(facts: SessionFacts) -> list[Contact]:
    standing = facts.session.standing_hearings
    found: list[Contact] = []
    for number in facts.session.candidacies:
        candidacy = facts.candidacies.get(number)
        if candidacy is None:
            continue
        candidate = facts.candidate_of(candidacy)
        hearing = standing.get(number)
        jury = facts.session.jury(hearing.jury) if hearing else None
        found.append(
            Contact(
                name=facts.candidacy_subject(candidacy).name,
                seat="",
                organisation="",
                phone=candidate.phone,
                email=candidate.email,
                expected=Presence(jury.day, jury.half_day, hearing.start.time(), jury.room)
                if hearing and jury
                else None,
            )
        )
    return found
