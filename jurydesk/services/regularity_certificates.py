"""The certificate of regularity: what proves, years later, that a session was regular."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from jurydesk.documents.filenames import aftermath_name
from jurydesk.documents.regularity_certificate import render_regularity
from jurydesk.domain.audit import EventType
from jurydesk.domain.regularity_certificate import RegularityContent, RuleInForce
from jurydesk.domain.rules import RULES
from jurydesk.services.facts import session_by_code
from jurydesk.services.issued import minutes_of
from jurydesk.services.printing import PrintedPaper

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


def print_regularity(
    desk: Desk, *, code: str, wording: Wording, certification: str = ""
) -> PrintedPaper:
    """Print the certificate of one session and certification, from what was frozen.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByRule: the minutes are not issued.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        content = regularity_of(unit, session, certification)
    named = content.minutes.certification.code if session.has_several else ""
    name = aftermath_name("regularite", session.code, named)
    return PrintedPaper(name, render_regularity(content, wording=wording), content.minutes)


def regularity_of(unit: UnitOfWork, session: Session, certification: str) -> RegularityContent:
    """Return what the certificate shows.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByRule: the minutes are not issued.
    """
    issued = minutes_of(unit, session, certification)
    fixed = _fixed(unit, session)
    return RegularityContent(
        minutes=issued.content,
        number=issued.number,
        content_hash=issued.content_hash,
        session_hash=fixed.get("session_hash", ""),
        deliberation_hash=fixed.get("deliberation_hash", ""),
        frozen_at=session.frozen_at,
        closed_at=session.closed_at,
        rules=_rules(issued.content.findings),
        declared=_declared(unit, session),
        annulled=tuple(
            jury.number
            for jury in session.juries
            if jury.annulled and jury.certification == issued.certification
        ),
    )


def _fixed(unit: UnitOfWork, session: Session) -> dict[str, str]:
    """Return the fingerprints that the trail holds since the deliberation was closed."""
    for event in reversed(unit.audit.events(type_=EventType.DELIBERATION_CLOSED)):
        details: dict[str, str] = json.loads(event.details)
        if details.get("session") == session.code:
            return details
    return {}


def _declared(unit: UnitOfWork, session: Session) -> frozenset[tuple[int, int]]:
    """Return which members declared both; of an older deliberation nothing is recorded."""
    deliberation = unit.deliberations.of_session(session.id)
    return frozenset(
        (one.jury, one.examiner_id)
        for one in getattr(deliberation, "declarations", ())
        if one.read_files and one.no_tie
    )


def _rules(findings: tuple[Finding, ...]) -> tuple[RuleInForce, ...]:
    counted = Counter((finding.code, finding.version) for finding in findings)
    return tuple(
        RuleInForce(
            code,
            version,
            RULES[code].holds_from if code in RULES else None,
            RULES[code].holds_until if code in RULES else None,
            count,
        )
        for (code, version), count in sorted(counted.items())
    )
