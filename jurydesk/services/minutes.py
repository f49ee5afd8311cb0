"""The papers of a session: minutes as a draft or final, attendance sheets, all into a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.filenames import attendance_name, minutes_name, passage_name
from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.minutes_content import (
    build_minutes,
    content_hash,
    next_number,
)
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import EnvironmentFailure, RefusedByRule
from jurydesk.exchange.safe_files import ensure_writable, write_file
from jurydesk.services.closing import close_in
from jurydesk.services.facts import judged_in, session_by_code, session_facts
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.changes import Change
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper as a PDF, with what it shows and what it still lacks."""

    name: str
    """Name of its file; no name of a person in it."""
    pdf: bytes
    content: MinutesContent | None = None
    missing: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    """What printing it stored: the final minutes, the first time."""


def preview_minutes(
    desk: Desk, *, code: str, certification: str = ""
) -> tuple[MinutesContent, tuple[Finding, ...]]:
    """Return what the minutes would show now, and which mandatory statements are missing.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        content = _current(unit, session, judged_in(session, certification))
        return content, check_minutes(content)


def print_minutes(
    desk: Desk,
    *,
    code: str,
    wording: Wording,
    certification: str = "",
    final: bool = False,
    close: bool = False,
) -> PrintedPaper:
    """Print the minutes; once final they are always printed from what was frozen.

    A session has minutes for each `certification` that it judges; it need not be named where
    there is one. `close`: final minutes close the deliberation first where it is still open,
    both or neither.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByFindings: `final`, and a decision or a mandatory statement is missing.
        RefusedByRule: `final`, and the deliberation is not closed.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        judged = judged_in(session, certification)
        issued = _issued(unit, session, judged)
        if issued is None and final:
            if close and session.status is SessionStatus.FROZEN:
                session = close_in(unit, session, at=desk.clock.now())
            issued = _issue(unit, session, judged, desk)
        content = issued.content if issued else _current(unit, session, judged)
        changes = unit.changes
    missing = () if issued else check_minutes(content)
    pdf = render_minutes(content, wording=wording, missing=missing)
    named = judged if session.has_several else ""
    return PrintedPaper(minutes_name(session.code, named), pdf, content, missing, changes)


def print_attendance(desk: Desk, *, code: str, wording: Wording) -> PrintedPaper:
    """Print the attendance sheets of a session, one per jury."""
    contents = _contents(desk, code)
    pdf = render_attendance(contents, wording=wording)
    return PrintedPaper(attendance_name(contents[0].session_code), pdf)


def print_passage(desk: Desk, *, code: str, wording: Wording) -> PrintedPaper:
    """Print the order of passage of a session."""
    contents = _contents(desk, code)
    pdf = render_passage(contents, wording=wording)
    return PrintedPaper(passage_name(contents[0].session_code), pdf)


def print_documents(desk: Desk, *, code: str, folder: Path, wording: Wording) -> tuple[Path, ...]:
    """Write every paper of a session into a folder; return their paths.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    with desk.open_unit() as unit:
        recorded = session_by_code(unit, code).recorded
    papers = (
        *(print_minutes(desk, code=code, wording=wording, certification=c) for c in recorded),
        print_attendance(desk, code=code, wording=wording),
        print_passage(desk, code=code, wording=wording),
    )
    return tuple(write_paper(folder / paper.name, paper) for paper in papers)


def ensure_paper(path: Path) -> None:
    """Try out that a paper can be written there, before minutes are issued for good.

    Raises:
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    folder = path.parent
    # The folders on the way are made only once there is something to put in
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    ensure_writable(folder / path.name)


def write_paper(path: Path, paper: PrintedPaper) -> Path:
    """Write one paper; an earlier one is replaced only once the new one is complete.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFailure("FOLDER-NOT-MADE", {"path": str(path.parent)}) from error
    write_file(path, paper.pdf)
    return path


def content_of(
    unit: UnitOfWork, facts: SessionFacts, deliberation: Deliberation, certification: str
) -> MinutesContent:
    """Return what the minutes of one certification show, as a draft without a number."""
    settings = settings_in(unit)
    return build_minutes(
        facts,
        deliberation,
        certification=certification,
        certifier=settings.certifier(facts.sheet(certification)),
        recourse=settings.recourse,
    )


def _contents(desk: Desk, code: str) -> tuple[MinutesContent, ...]:
    """Return what is shown of each certification that the juries of a session judge."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        return tuple(_current(unit, session, judged) for judged in session.recorded)


def _current(unit: UnitOfWork, session: Session, certification: str) -> MinutesContent:
    issued = _issued(unit, session, certification)
    if issued is not None:
        return issued.content
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    facts = session_facts(unit, session, today=None)
    return content_of(unit, facts, deliberation, certification)


def _issued(unit: UnitOfWork, session: Session, certification: str) -> Minutes | None:
    """The latest: minutes, or the amendment that came after them."""
    stored = unit.minutes.of_session(session.id)
    return next((one for one in reversed(stored) if one.certification == certification), None)


def _issue(unit: UnitOfWork, session: Session, certification: str, desk: Desk) -> Minutes:
    """Give the minutes their number and keep them for good."""
    draft = _current(unit, session, certification)
    missing = check_minutes(draft)
    if session.closed_at is None:
        if missing:
            raise RefusedByFindings("MINUTES-INCOMPLETE", missing, {"session": session.code})
        raise RefusedByRule("MINUTES-NOT-CLOSED", {"session": session.code})
    today = desk.clock.today()
    number = next_number(today.year, unit.minutes.numbers_of_year(today.year))
    content = replace(draft, number=number, drawn_up_on=today)
    missing = check_minutes(content)
    if missing:
        raise RefusedByFindings("MINUTES-INCOMPLETE", missing, {"session": session.code})
    issued = unit.minutes.add(
        Minutes(session.id, number, content, content_hash(content), desk.clock.now())
    )
    finish(
        unit,
        EventType.MINUTES_ISSUED,
        {
            "session": session.code,
            "certification": certification,
            "number": number,
            "hash": issued.content_hash,
            "issued_at": issued.issued_at.isoformat(),
        },
    )
    return issued
