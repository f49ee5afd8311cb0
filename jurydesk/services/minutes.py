"""The minutes of a session: read, printed as a draft, issued for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.documents.filenames import minutes_name
from jurydesk.documents.minutes import render_minutes
from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.minutes_content import build_minutes, content_hash
from jurydesk.domain.minutes_numbers import next_number
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule
from jurydesk.services.annulments import annulments_of
from jurydesk.services.closing import close_in
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.judged import judged_in
from jurydesk.services.outcome import Outcome
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


def preview_minutes(
    desk: Desk, *, code: str, certification: str = ""
) -> tuple[MinutesContent, tuple[Finding, ...]]:
    """Return what the minutes would show now, and which mandatory statements are missing.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        content = content_now(unit, session, judged_in(session, certification))
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
        issued = latest_minutes(unit, session, judged)
        if issued is None and final:
            issued = _final(unit, session, judged, desk, close=close)
        content = issued.content if issued else content_now(unit, session, judged)
        annulments = annulments_of(unit, session, judged) if content.number else ()
        changes = unit.changes
    missing = () if issued else check_minutes(content)
    pdf = render_minutes(content, wording=wording, missing=missing, annulments=annulments)
    named = judged if session.has_several else ""
    return PrintedPaper(minutes_name(session.code, named), pdf, content, missing, changes)


def issue_minutes(
    desk: Desk, *, code: str, certification: str = "", close: bool = False
) -> Outcome[Minutes]:
    """Issue the final minutes without printing them; those that are there are given back.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByFindings: a decision or a mandatory statement is missing.
        RefusedByRule: the deliberation is not closed, and `close` does not ask for it.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        judged = judged_in(session, certification)
        issued = latest_minutes(unit, session, judged)
        issued = issued or _final(unit, session, judged, desk, close=close)
        return Outcome(issued, unit.changes, label="ACT-MINUTES-ISSUED", is_final=True)


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


def content_now(unit: UnitOfWork, session: Session, certification: str) -> MinutesContent:
    """Return what the minutes of one certification show now: as issued, or as recorded so far."""
    issued = latest_minutes(unit, session, certification)
    if issued is not None:
        return issued.content
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    facts = session_facts(unit, session, today=None)
    return content_of(unit, facts, deliberation, certification)


def latest_minutes(unit: UnitOfWork, session: Session, certification: str) -> Minutes | None:
    """Return the minutes that count: as issued, or the amendment that came after them."""
    stored = unit.minutes.of_session(session.id)
    return next((one for one in reversed(stored) if one.certification == certification), None)


def _final(
    unit: UnitOfWork, session: Session, certification: str, desk: Desk, *, close: bool
) -> Minutes:
    """Issue the minutes, unless another office did while this one waited for its turn."""
    unit.minutes.hold_series()
    issued = latest_minutes(unit, session, certification)
    if issued is not None:
        return issued
    if close and session.status is SessionStatus.FROZEN:
        session = close_in(unit, session, at=desk.clock.now())
    return _issue(unit, session, certification, desk)


def _issue(unit: UnitOfWork, session: Session, certification: str, desk: Desk) -> Minutes:
    """Give the minutes their number and keep them for good."""
    draft = content_now(unit, session, certification)
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
