"""Sessions as a whole: list, create with the candidacies that are ready, open, change, remove."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure, Intake
from jurydesk.domain.findings import blocking
from jurydesk.domain.session import Hours, JurySpan, Modality, Session
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import (
    Standpoint,
    board_of,
    candidacy_row,
    findings_of,
    holding_sessions,
    session_by_code,
    session_facts,
    sheet_or_bare,
)
from jurydesk.services.judged import check_enrolled, sheets_named
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.settings import settings_in
from jurydesk.services.site_facts import site_map
from jurydesk.services.views import CandidacyRow, SessionBoard, SessionRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.certification import Certification
    from jurydesk.services.ports import Desk, UnitOfWork


# The code names files on every platform, and is read aloud
_CODE = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ][0-9A-Za-zÀ-ÖØ-öø-ÿ _-]*")
_RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"})
_MOST_LETTERS = 40
_MOST_DAYS = 60
_MOST_ROOMS = 30
_FIRST_YEAR, _LAST_YEAR = 2008, 2100
"""From the first registration of CEFPF's titles on: past sessions are typed in too."""
_LEAST_MINUTES, _MOST_MINUTES = 5, 480


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """What a person fills in to create a session."""

    code: str
    certifications: tuple[str, ...]
    """Codes of what is judged, one or several."""
    days: tuple[date, ...]
    rooms: tuple[str, ...] = ("Salle 1",)
    hours: Hours = field(default_factory=Hours)
    place: str = ""
    """Empty: the address of the sites of the rooms, or else the office's own place."""
    modality: Modality = Modality.ON_SITE
    title: str = ""
    jury_span: JurySpan = JurySpan.HALF_DAY
    candidacies: tuple[int, ...] | None = None
    """None: every candidacy to one of them that is ready on the first day."""


def list_sessions(desk: Desk) -> tuple[SessionRow, ...]:
    """Return every session, the latest first."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        rows = [session_row(unit, session, today=today) for session in unit.sessions.all()]
    return tuple(sorted(rows, key=lambda r: (r.session.days, r.session.code), reverse=True))


def session_row(unit: UnitOfWork, session: Session, *, today: date) -> SessionRow:
    """Return one session as a line of a list; a past one is not judged again."""
    planned = session.can_be_planned
    findings = session.frozen_findings
    if planned:
        findings = findings_of(session_facts(unit, session, today=today))
    return SessionRow(
        session=session,
        certification_titles=tuple(
            sheet_or_bare(unit, judged).title for judged in session.certifications
        ),
        juries=len(session.juries),
        placed=len(session.hearings),
        unplaced=len(session.unplaced),
        blocking=len(blocking(findings)),
    )


def suggest_code(desk: Desk, *, day: date) -> str:
    """Return a code not yet taken for a session that begins on `day`, such as `2026-12-A`."""
    with desk.open_unit() as unit:
        return free_code({session.code for session in unit.sessions.all()}, day)


def free_code(taken: set[str], day: date) -> str:
    """Return a code that is not among those taken."""
    letters = (f"{day:%Y-%m}-{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next((code for code in letters if code not in taken), f"{day:%Y-%m-%d}-{len(taken)}")


def ready_candidacies(
    desk: Desk, *, certifications: tuple[str, ...], on: date
) -> tuple[CandidacyRow, ...]:
    """Return the candidacies that may be heard on that day and that no session holds."""
    with desk.open_unit() as unit:
        return _ready(unit, sheets_named(unit, certifications), on, desk)


def create_session(desk: Desk, *, draft: SessionDraft) -> Outcome[Session]:
    """Create a session with the candidacies named, or with every one that is ready.

    Raises:
        WrongUsage: the draft does not describe a session.
        RefusedByRule: the code is taken.
    """
    with desk.open_unit() as unit:
        sheets = sheets_named(unit, draft.certifications)
        codes = tuple(sheet.code for sheet in sheets)
        _check_draft(unit, draft, codes)
        chosen = draft.candidacies
        if chosen is None:
            chosen = tuple(row.key for row in _ready(unit, sheets, min(draft.days), desk))
        session = unit.sessions.add(
            Session(
                code=draft.code.strip(),
                certifications=codes,
                days=tuple(sorted(set(draft.days))),
                rooms=draft.rooms,
                hours=draft.hours,
                place=draft.place or _usual_place(unit, draft.rooms),
                modality=draft.modality,
                title=draft.title,
                jury_span=draft.jury_span,
                candidacies=tuple(dict.fromkeys(chosen)),
            )
        )
        finish(
            unit,
            EventType.SESSION_CREATED,
            {
                "session": session.code,
                "certifications": list(codes),
                "candidacies": len(session.candidacies),
            },
        )
        findings = findings_of(session_facts(unit, session, today=desk.clock.today()))
        return Outcome(session, unit.changes, findings, "ACT-SESSION-CREATED")


def open_session(desk: Desk, *, session_id: int = 0, code: str = "") -> SessionBoard:
    """Return one session, by number or by code, with all that is needed to work on it."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code) if code else unit.sessions.get(session_id)
        return board_of(unit, session, today=desk.clock.today())


def update_session(desk: Desk, *, session: Session) -> Outcome[Session]:
    """Keep a changed frame of a session not yet frozen: what it judges, days, rooms, hours, place.

    Juries and hearings on days, in rooms or for certifications that are no longer the session's
    are let go.

    Raises:
        WrongUsage: the frame does not describe a session.
        RefusedByRule: it is frozen, the code is taken, or candidacies of the session aim at a
            certification that it would no longer judge.
    """
    with desk.open_unit() as unit:
        before = unit.sessions.get(session.id)
        if not before.can_be_planned:
            raise RefusedByRule("SESSION-FROZEN", {"session": before.code})
        other = unit.sessions.by_code(session.code)
        if other is not None and other.id != session.id:
            raise RefusedByRule("SESSION-CODE-TAKEN", {"session": session.code})
        codes = tuple(sheet.code for sheet in sheets_named(unit, session.certifications))
        session = replace(session, certifications=codes)
        check_enrolled(unit, before, session)
        _check_frame(session.code, session.days, session.rooms, session.hours)
        stored = unit.sessions.save(_within_frame(session))
        finish(unit, EventType.SESSION_CHANGED, {"session": stored.code, "what": "frame"})
        findings = findings_of(session_facts(unit, stored, today=desk.clock.today()))
        return Outcome(stored, unit.changes, findings, "ACT-SESSION-CHANGED")


def set_place(desk: Desk, *, code: str, place: str) -> Outcome[Session]:
    """Write the address of a session, held or not, until its minutes are issued.

    Raises:
        RefusedByRule: the minutes are issued: they are amended, not changed.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        if unit.minutes.of_session(session.id):
            raise RefusedByRule("MINUTES-ISSUED", {"session": session.code})
        stored = unit.sessions.save(replace(session, place=place.strip()))
        finish(unit, EventType.SESSION_CHANGED, {"session": stored.code, "what": "place"})
        findings = findings_of(session_facts(unit, stored, today=desk.clock.today()))
        return Outcome(stored, unit.changes, findings, "ACT-SESSION-CHANGED")


def remove_session(desk: Desk, *, session_id: int) -> Outcome[None]:
    """Delete a session that is not frozen; its candidacies are free again."""
    with desk.open_unit() as unit:
        session = unit.sessions.get(session_id)
        if not session.can_be_planned:
            raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
        for owned in (unit.outbox, unit.summonses):
            for told in owned.of_session(session_id):
                owned.remove(told.id)
        unit.sessions.remove(session_id)
        finish(unit, EventType.SESSION_REMOVED, {"session": session.code})
        return Outcome(None, unit.changes, label="ACT-SESSION-REMOVED")


def _usual_place(unit: UnitOfWork, rooms: tuple[str, ...]) -> str:
    """Return the address of the sites of these rooms, or else the office's own place."""
    return site_map(unit).addresses(rooms) or settings_in(unit).place


def _check_draft(unit: UnitOfWork, draft: SessionDraft, codes: tuple[str, ...]) -> None:
    _check_frame(draft.code, draft.days, draft.rooms, draft.hours)
    if unit.sessions.by_code(draft.code.strip()) is not None:
        raise RefusedByRule("SESSION-CODE-TAKEN", {"session": draft.code.strip()})
    named = draft.candidacies or ()
    known = {candidacy.id: candidacy for candidacy in unit.candidacies.some(named)}
    for identifier in named:
        check_belongs(known.get(identifier), identifier, codes)


def check_belongs(
    candidacy: Candidacy | None, identifier: int, certifications: tuple[str, ...]
) -> None:
    """Refuse a candidacy that does not exist or is to none of these certifications."""
    if candidacy is None:
        raise WrongUsage("CANDIDACY-UNKNOWN", {"candidacy": identifier})
    if candidacy.certification not in certifications:
        raise RefusedByRule(
            "CANDIDACY-OTHER-CERTIFICATION",
            {"candidacy": identifier, "certification": candidacy.certification},
        )


def _is_code(code: str) -> bool:
    fits = _CODE.fullmatch(code) is not None and len(code) <= _MOST_LETTERS
    return fits and code.upper() not in _RESERVED


def _check_frame(code: str, days: tuple[date, ...], rooms: tuple[str, ...], hours: Hours) -> None:
    if not _is_code(code.strip()):
        raise WrongUsage("SESSION-CODE-WRONG", {"session": code.strip()[:_MOST_LETTERS]})
    if not days:
        raise WrongUsage("SESSION-WITHOUT-DAY")
    if len(days) > _MOST_DAYS or not all(_FIRST_YEAR <= day.year <= _LAST_YEAR for day in days):
        raise WrongUsage("SESSION-DAYS-WRONG", {"most": _MOST_DAYS})
    if not rooms or len(set(rooms)) < len(rooms) or not all(room.strip() for room in rooms):
        raise WrongUsage("SESSION-ROOMS-WRONG")
    if len(rooms) > _MOST_ROOMS:
        raise WrongUsage("SESSION-ROOMS-MANY", {"most": _MOST_ROOMS})
    _check_hours(hours)


def _check_hours(hours: Hours) -> None:
    zoned = hours.start.tzinfo or hours.end.tzinfo
    if zoned or hours.start >= hours.end or hours.lunch_start > hours.lunch_end:
        raise WrongUsage("SESSION-HOURS-WRONG")
    if not _LEAST_MINUTES <= hours.minutes <= _MOST_MINUTES:
        figures = {"least": _LEAST_MINUTES, "most": _MOST_MINUTES}
        raise WrongUsage("SESSION-MINUTES-WRONG", figures)


def _ready(
    unit: UnitOfWork, sheets: tuple[Certification, ...], on: date, desk: Desk
) -> tuple[CandidacyRow, ...]:
    held = _open_or_certified(unit)
    known = {sheet.code: sheet for sheet in sheets}
    free = [
        candidacy
        for code in known
        for candidacy in unit.candidacies.for_certification(code)
        if candidacy.intake is Intake.COMPLETE
        and candidacy.closure is Closure.IN_PROGRESS
        and candidacy.id not in held
    ]
    people = {c.id: c for c in unit.candidates.some({c.candidate_id for c in free})}
    seen = Standpoint(today=desk.clock.today(), on=on)
    rows = [
        candidacy_row(c, people[c.candidate_id], known[c.certification], seen=seen) for c in free
    ]
    return tuple(row for row in rows if not blocking(row.findings))


def _open_or_certified(unit: UnitOfWork) -> Mapping[int, Session]:
    """A closed session holds nobody: whoever was absent or refused may come again."""
    return holding_sessions(s for s in unit.sessions.all() if s.closed_at is None)


def _within_frame(session: Session) -> Session:
    juries = tuple(
        jury
        for jury in session.juries
        if jury.day in session.days
        and jury.room in session.rooms
        and jury.certification in session.certifications
    )
    numbers = {jury.number for jury in juries}
    hearings = tuple(h for h in session.hearings if h.jury in numbers)
    return replace(session, juries=juries, hearings=hearings)
