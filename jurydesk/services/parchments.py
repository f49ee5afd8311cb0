"""The parchments: who is to have one, issued for good, duplicates, and the register of issue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.parchments import (
    Parchment,
    ParchmentContent,
    ParchmentMark,
    missing_numbers,
    next_parchment,
    parchment_hash,
)
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.issued import latest, stated_in, stated_of
from jurydesk.services.notifying import closed_session
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jurydesk.domain.people import Candidate
    from jurydesk.domain.session import Session
    from jurydesk.services.issued import Stated
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of the register, with what happened since to the decision it rests on."""

    parchment: Parchment
    session: Session
    candidate: Candidate
    mark: ParchmentMark

    @property
    def key(self) -> str:
        """Return what identifies it."""
        return self.parchment.number


@dataclass(frozen=True, slots=True)
class Awaited:
    """A title obtained for which no parchment was issued yet."""

    session: Session
    candidacy_id: int
    candidate: Candidate
    certification: str
    title: str
    decided_on: date
    minutes: str

    @property
    def key(self) -> str:
        """Return what identifies it."""
        return f"{self.session.id}-{self.candidacy_id}"


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register: lines in the order of issue, who waits, numbers that are not there."""

    lines: tuple[RegisterLine, ...]
    awaited: tuple[Awaited, ...]
    missing: tuple[str, ...] = ()


def read_register(desk: Desk) -> Register:
    """Return the register of issue, and whose parchment is still to be made out."""
    with desk.open_unit() as unit:
        issued = unit.parchments.all()
        sessions = {one.id: one for one in unit.sessions.all()}
        full = dict(_full(unit, sessions.values()))
        paths = {c.id: c for c in unit.candidacies.some({*(p.candidacy_id for p in issued), *full})}
        people = {c.id: c for c in unit.candidates.some({c.candidate_id for c in paths.values()})}
        # One that an annulled jury stands behind is none: heard again, the person waits anew
        done = {(one.session_id, one.candidacy_id) for one in issued}
        lines = tuple(
            RegisterLine(
                one,
                sessions[one.session_id],
                people[paths[one.candidacy_id].candidate_id],
                _mark(one, sessions[one.session_id], full),
            )
            for one in issued
        )
        awaited = tuple(
            _awaited(session, stated, people[paths[number].candidate_id])
            for number, (session, stated) in full.items()
            if (session.id, number) not in done
        )
    ordered = sorted(awaited, key=lambda one: (one.decided_on, one.candidate.full_name))
    return Register(lines, tuple(ordered), missing_numbers(p.number for p in issued))


def issue_parchments(
    desk: Desk,
    *,
    code: str,
    candidacies: Iterable[int] | None = None,
    delivered_on: date | None = None,
) -> Outcome[tuple[Parchment, ...]]:
    """Issue parchments of a session for good: to all who wait for one, or to those named.

    `delivered_on` None: today. The CPF declaration counts from that day (R6113-17-2).

    Raises:
        WrongUsage: nobody waits for one, a day to come, or before the decision.
        RefusedByRule: the title was not obtained, the minutes are not issued, the jury was
            annulled, or there is one already.
    """
    with desk.open_unit() as unit:
        session = closed_session(unit, code)
        numbers = tuple(dict.fromkeys(candidacies or _waiting(unit, session)))
        if not numbers:
            raise WrongUsage("PARCHMENT-NOBODY", {"session": session.code})
        day = delivered_on or desk.clock.today()
        stored = tuple(_issue(unit, session, number, desk, delivered=day) for number in numbers)
        for one in stored:
            unit.audit.record(EventType.PARCHMENT_ISSUED, _details(one, session))
        unit.commit()
        return Outcome(stored, unit.changes, label="ACT-PARCHMENTS-ISSUED")


def issue_duplicate(
    desk: Desk, *, number: str, reason: str, delivered_on: date | None = None
) -> Outcome[Parchment]:
    """Make out a duplicate: a line of its own in the register, which names the first number.

    Raises:
        WrongUsage: no reason, a day to come, or before the first was delivered.
        RefusedByRule: there is no first one, or the decision does not stand any more.
    """
    if not reason.strip():
        raise WrongUsage("PARCHMENT-WITHOUT-REASON")
    with desk.open_unit() as unit:
        first = _first(unit, number)
        session = unit.sessions.get(first.session_id)
        mark = _mark(first, session, dict(_full(unit, [session])))
        if mark is not ParchmentMark.HOLDS:
            raise RefusedByRule(f"PARCHMENT-{mark}", {"number": first.number})
        day = delivered_on or desk.clock.today()
        _check_day(desk, day, since=first.delivered_on)
        stored = unit.parchments.add(
            Parchment(
                number=_next(unit, desk),
                candidacy_id=first.candidacy_id,
                session_id=first.session_id,
                content=first.content,
                content_hash=first.content_hash,
                delivered_on=day,
                issued_at=desk.clock.now(),
                issued_by=desk.actor,
                duplicate_of=first.number,
                reason=reason.strip(),
            )
        )
        finish(unit, EventType.PARCHMENT_ISSUED, _details(stored, session))
        return Outcome(stored, unit.changes, label="ACT-PARCHMENT-DUPLICATE")


def parchment_by_number(unit: UnitOfWork, number: str) -> Parchment:
    """Return one line of the register.

    Raises:
        WrongUsage: there is none with that number.
    """
    wanted = number.strip().upper()
    found = next((one for one in unit.parchments.all() if one.number == wanted), None)
    if found is None:
        raise WrongUsage("PARCHMENT-UNKNOWN", {"number": number})
    return found


def _full(
    unit: UnitOfWork, sessions: Iterable[Session]
) -> Iterator[tuple[int, tuple[Session, Stated]]]:
    """Yield every title obtained that stands, by candidacy, as the minutes say it."""
    for session in sessions:
        if session.status is not SessionStatus.CLOSED:
            continue
        standing = session.standing_hearings
        for minutes in latest(unit.minutes.of_session(session.id)):
            for stated in stated_in(minutes):
                number = stated.candidate.candidacy_id
                if stated.candidate.decision is Decision.FULL and number in standing:
                    yield number, (session, stated)


def _mark(
    parchment: Parchment, session: Session, full: dict[int, tuple[Session, Stated]]
) -> ParchmentMark:
    if parchment.candidacy_id not in session.standing_hearings:
        return ParchmentMark.ANNULLED
    found = full.get(parchment.candidacy_id)
    return ParchmentMark.HOLDS if found else ParchmentMark.CORRECTED


def _awaited(session: Session, stated: Stated, candidate: Candidate) -> Awaited:
    return Awaited(
        session,
        stated.candidate.candidacy_id,
        candidate,
        stated.minutes.certification,
        stated.minutes.content.certification.title,
        stated.candidate.start.date(),
        stated.minutes.number,
    )


def _waiting(unit: UnitOfWork, session: Session) -> list[int]:
    issued = {one.candidacy_id for one in unit.parchments.of_session(session.id)}
    full = [number for number, _ in _full(unit, [session])]
    if not full and not unit.minutes.of_session(session.id):
        judged = ", ".join(session.recorded)
        raise RefusedByRule("AFTER-NOT-ISSUED", {"session": session.code, "certification": judged})
    return [number for number in full if number not in issued]


def _issue(
    unit: UnitOfWork, session: Session, number: int, desk: Desk, *, delivered: date
) -> Parchment:
    stated = stated_of(unit, session, number)
    name = stated.candidate.name
    if number not in session.standing_hearings:
        raise RefusedByRule("PARCHMENT-JURY-ANNULLED", {"candidate": name})
    if stated.candidate.decision is not Decision.FULL:
        raise RefusedByRule("PARCHMENT-NOT-FULL", {"candidate": name})
    already = [p for p in unit.parchments.of_session(session.id) if p.candidacy_id == number]
    if already:
        figures = {"candidate": name, "number": already[0].number}
        raise RefusedByRule("PARCHMENT-ISSUED", figures)
    _check_day(desk, delivered, since=stated.candidate.start.date())
    content = _content(unit, stated)
    return unit.parchments.add(
        Parchment(
            number=_next(unit, desk),
            candidacy_id=number,
            session_id=session.id,
            content=content,
            content_hash=parchment_hash(content),
            delivered_on=delivered,
            issued_at=desk.clock.now(),
            issued_by=desk.actor,
        )
    )


def _content(unit: UnitOfWork, stated: Stated) -> ParchmentContent:
    told, content = stated.candidate, stated.minutes.content
    person = unit.candidates.get(unit.candidacies.get(told.candidacy_id).candidate_id)
    civil = f"{' '.join(person.first_names)} {person.birth_name.upper()}"
    # Whoever was named otherwise since is named as the jury knew them, until that is amended
    if f"{person.birth_name.upper()} {', '.join(person.first_names)}" not in told.name:
        raise RefusedByRule("PARCHMENT-OTHER-NAME", {"candidate": told.name, "now": civil})
    sheet, office = content.certification, settings_in(unit)
    return ParchmentContent(
        holder=civil,
        sex=told.sex,
        birth_date=told.birth_date,
        birth_partial=told.birth_partial,
        birth_place=told.birth_place,
        certification=sheet.code,
        title=sheet.title,
        level=sheet.level,
        registered_until=sheet.registered_until,
        ground=told.ground,
        decided_on=told.start.date(),
        minutes=stated.minutes.number,
        certifier=content.certifier.name,
        siret=content.certifier.siret,
        address=content.certifier.address,
        signatory=office.representative or content.certifier.representative,
        signatory_role=office.representative_role or content.certifier.representative_role,
    )


def _check_day(desk: Desk, day: date, *, since: date) -> None:
    if day > desk.clock.today():
        raise WrongUsage("PARCHMENT-IN-FUTURE", {"day": day})
    if day < since:
        raise WrongUsage("PARCHMENT-TOO-EARLY", {"day": day, "since": since})


def _first(unit: UnitOfWork, number: str) -> Parchment:
    """Return the first parchment that a number leads to, whatever duplicate was named."""
    wanted = number.strip().upper()
    lines = {one.number: one for one in unit.parchments.all()}
    if wanted not in lines:
        raise RefusedByRule("PARCHMENT-NO-FIRST", {"number": number})
    return lines[lines[wanted].first_number]


def _next(unit: UnitOfWork, desk: Desk) -> str:
    return next_parchment(desk.clock.today().year, unit.parchments.numbers())


def _details(parchment: Parchment, session: Session) -> dict[str, object]:
    return {
        "session": session.code,
        "candidacy": parchment.candidacy_id,
        "number": parchment.number,
        "hash": parchment.content_hash,
        "delivered_on": parchment.delivered_on.isoformat(),
        "duplicate_of": parchment.duplicate_of,
    }
