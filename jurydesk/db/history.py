"""Compares what the audit trail says was fixed for good with what the tables say now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session as Database

from jurydesk.db.audit import found_end, kept_end
from jurydesk.db.failures import (
    ALTERED_CORRECTION,
    ALTERED_DELIBERATION,
    ALTERED_SESSION,
    HOLE_IN_SERIES,
    MISSING_MINUTES,
    MOVED_MINUTES,
    TRAIL_CUT,
    UNRECORDED_MINUTES,
)
from jurydesk.db.mapping.correction import CORRECTIONS
from jurydesk.db.mapping.deliberation import DELIBERATIONS
from jurydesk.db.mapping.minutes import MINUTES
from jurydesk.db.mapping.session import SESSIONS
from jurydesk.db.queries import table_of
from jurydesk.db.repository import SqlRepository
from jurydesk.db.tables import AuditRow, MinutesRow, SessionRow
from jurydesk.domain.audit import EventType
from jurydesk.domain.corrections import agrees
from jurydesk.domain.fingerprint import (
    decisions_of,
    deliberation_fingerprint,
    session_fingerprint,
)
from jurydesk.domain.minutes_numbers import holes
from jurydesk.domain.session import SessionStatus

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Row

    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.session import Session

Problem = tuple[str, str]
Details = Mapping[str, Any]


def trail_problems(connection: Connection) -> Iterator[Problem]:
    """Yield a problem where the trail no longer ends with the event that was written last."""
    kept = kept_end(connection)
    if found_end(connection) != kept:
        yield TRAIL_CUT, str(kept.sequence)


def history_problems(connection: Connection) -> Iterator[Problem]:
    """Yield a problem for each session and each minutes that are not what the trail says."""
    closings = {d.get("session"): d for d in _details(connection, EventType.DELIBERATION_CLOSED)}
    annulled = {
        (d.get("session"), d.get("jury")) for d in _details(connection, EventType.JURY_ANNULLED)
    }
    try:
        sessions, deliberations = _read(connection)
    except (ValueError, TypeError):
        # Named already, as a value that nobody can read
        return
    for code in sorted({*sessions, *filter(None, closings)}, key=str):
        session = sessions.get(code)
        deliberation = None if session is None else deliberations.get(session.id)
        details = closings.get(code)
        if not _deliberation_holds(deliberation, details):
            yield ALTERED_DELIBERATION, str(code)
        if not _session_holds(session, details, annulled):
            yield ALTERED_SESSION, str(code)
    yield from _minutes_problems(connection)


def _read(connection: Connection) -> tuple[dict[str, Session], dict[int, Deliberation]]:
    with Database(connection) as database:
        sessions = SqlRepository(database, lambda _change: None, SESSIONS).all()
        deliberations = SqlRepository(database, lambda _change: None, DELIBERATIONS).all()
    return {s.code: s for s in sessions}, {d.session_id: d for d in deliberations}


def _deliberation_holds(deliberation: Deliberation | None, details: Details | None) -> bool:
    if details is None:
        return deliberation is None or not deliberation.is_closed
    if deliberation is None or not deliberation.is_closed:
        return False
    if "deliberation_hash" in details:
        same: bool = details["deliberation_hash"] == deliberation_fingerprint(deliberation)
        return same
    # Earlier releases kept the decisions only
    return bool(details.get("decisions", {}) == decisions_of(deliberation))


def _session_holds(
    session: Session | None, details: Details | None, annulled: set[tuple[Any, Any]]
) -> bool:
    if session is None:
        return False
    closed = session.status is SessionStatus.CLOSED and session.closed_at is not None
    if details is None:
        return session.status is not SessionStatus.CLOSED and session.closed_at is None
    told = {jury for code, jury in annulled if code == session.code}
    if told != {jury.number for jury in session.juries if jury.annulled}:
        return False
    hash_ = details.get("session_hash")
    return closed and hash_ in {None, session_fingerprint(session)}


def _minutes_problems(connection: Connection) -> Iterator[Problem]:
    told = (EventType.MINUTES_ISSUED, EventType.MINUTES_AMENDED)
    issued = {d.get("number"): d for type_ in told for d in _details(connection, type_)}
    stored = {row.number: row for row in _minutes_rows(connection)}
    for number in sorted({*stored, *filter(None, issued)}, key=str):
        if number not in stored:
            yield MISSING_MINUTES, str(number)
        elif number not in issued:
            yield UNRECORDED_MINUTES, number
        elif not _as_issued(stored[number], issued[number]):
            yield MOVED_MINUTES, number
    known = {*stored, *(str(number) for number in issued)}
    for number in holes(known):
        yield HOLE_IN_SERIES, number
    yield from _correction_problems(connection)


def _correction_problems(connection: Connection) -> Iterator[Problem]:
    """Yield the amendments whose corrections are gone, came from nowhere, or say otherwise."""
    with Database(connection) as database:
        try:
            minutes = SqlRepository(database, lambda _change: None, MINUTES).all()
            corrections = SqlRepository(database, lambda _change: None, CORRECTIONS).all()
        except (ValueError, TypeError):
            # Named already, by the hash or as a value that nobody can read
            return
    amendments = {one.number: one.content for one in minutes if one.amends}
    kept = {one.number: one for one in corrections}
    for number in sorted({*amendments, *kept}):
        content, correction = amendments.get(number), kept.get(number)
        if content is None or correction is None or not agrees(correction, content):
            yield ALTERED_CORRECTION, number


def _minutes_rows(connection: Connection) -> list[Row[Any]]:
    minutes, session = table_of(MinutesRow), table_of(SessionRow)
    # As text: a date that is none must not keep the others from being compared
    issued_at = cast(minutes.c.issued_at, Text).label("issued_at")
    query = select(minutes.c.number, minutes.c.content_hash, issued_at, session.c.code)
    joined = minutes.outerjoin(session, session.c.id == minutes.c.session_id)
    return list(connection.execute(query.select_from(joined).order_by(minutes.c.id)))


def _as_issued(row: Row[Any], details: Details) -> bool:
    if (row.code, row.content_hash) != (details.get("session"), details.get("hash")):
        return False
    told = details.get("issued_at")
    try:
        # Earlier releases did not tell when
        return told is None or datetime.fromisoformat(row.issued_at) == datetime.fromisoformat(told)
    except (ValueError, TypeError):
        return False


def _details(connection: Connection, type_: EventType) -> Iterator[Details]:
    """Yield what the events of one kind hold; one that was altered is named by the chain."""
    event = table_of(AuditRow).c
    query = select(event.details).where(event.type == type_.value).order_by(event.sequence)
    for written in connection.scalars(query):
        try:
            read = json.loads(written)
        except (ValueError, TypeError):
            continue
        if isinstance(read, dict):
            yield read
