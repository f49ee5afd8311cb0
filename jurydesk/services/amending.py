"""Amending minutes: what they say is corrected point by point, by minutes that name the earlier.

The deliberation and the minutes stay as they were closed and issued. An amendment of an amendment
names the amendment. Nothing of it is undone: a wrong amendment is amended.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.alterations import Part
from jurydesk.domain.amendment import alterations, rectified, stated_points
from jurydesk.domain.amendment_rules import (
    AmendmentGround,
    check_amendment,
    check_points,
    with_decisions,
)
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidate_statement import identity_of
from jurydesk.domain.corrections import correction_of
from jurydesk.domain.findings import blocking
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.minutes_numbers import next_number
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.conclusions import conclude_anew
from jurydesk.services.facts import session_by_code, sheet_or_bare
from jurydesk.services.judged import judged_in
from jurydesk.services.minutes import latest_minutes
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import settings_in
from jurydesk.services.standing_records import standing_record

if TYPE_CHECKING:
    from jurydesk.domain.alterations import Rectification
    from jurydesk.domain.amendment import StatedPoint
    from jurydesk.domain.candidate_statement import Identity
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class AmendmentDraft:
    """What somebody asks to correct, why, and who asked for it."""

    rectifications: tuple[Rectification, ...]
    reason: str
    asked_by: str
    amends: str = ""
    """Number of the minutes that were read; empty: the latest, whichever they are."""


@dataclass(frozen=True, slots=True)
class AmendableMinutes:
    """The minutes that count, with every point that may be corrected."""

    latest: Minutes
    points: tuple[StatedPoint, ...]
    on_file: dict[int, Identity]
    """Each candidate as their file names them today, by candidacy."""


@dataclass(frozen=True, slots=True)
class AmendmentPreview:
    """What an amendment would say, and what the rules find of it. Nothing is stored."""

    content: MinutesContent
    findings: tuple[Finding, ...]


def open_amendment(desk: Desk, *, code: str, certification: str = "") -> AmendableMinutes:
    """Return what may be corrected of the minutes of a session.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByRule: nothing is issued yet.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        latest = _latest(unit, session, certification)
        points = tuple(one for one in stated_points(latest.content) if not one.field.follows)
        return AmendableMinutes(latest, points, _on_file(unit, latest.content))


def list_minutes(desk: Desk, *, code: str) -> tuple[Minutes, ...]:
    """Return the minutes of a session and their amendments, oldest first."""
    with desk.open_unit() as unit:
        return unit.minutes.of_session(session_by_code(unit, code).id)


def preview_amendment(
    desk: Desk, *, code: str, draft: AmendmentDraft, certification: str = ""
) -> AmendmentPreview:
    """Return what an amendment would say, and what stands against it.

    Raises:
        RefusedByRule: nothing is issued yet, or others amended it since it was read.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        latest = _latest(unit, session, certification)
        return _preview(unit, session, latest, draft)


def amend_minutes(
    desk: Desk, *, code: str, draft: AmendmentDraft, certification: str = ""
) -> Outcome[Minutes]:
    """Issue minutes that correct the latest in the points named; for good.

    What they correct counts from then on wherever results are read: the ledger, candidacies,
    clocks, expenses. What was closed is not touched.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByRule: nothing is issued yet, or others amended it since it was read.
        RefusedByFindings: no reason, nothing differs, or the corrected minutes do not hold.
    """
    with desk.open_unit() as unit:
        unit.minutes.hold_series()
        session = session_by_code(unit, code)
        latest = _latest(unit, session, certification)
        preview = _preview(unit, session, latest, draft)
        standing = blocking(preview.findings)
        if standing:
            raise RefusedByFindings("AMENDMENT-BLOCKED", standing, {"number": latest.number})
        issued = _issue(unit, session, preview.content, desk)
        finish(unit, EventType.MINUTES_AMENDED, _details(session, issued))
        return Outcome(issued, unit.changes, preview.findings, "ACT-MINUTES-AMENDED", is_final=True)


def _latest(unit: UnitOfWork, session: Session, certification: str) -> Minutes:
    judged = judged_in(session, certification)
    latest = latest_minutes(unit, session, judged)
    if latest is None:
        raise RefusedByRule("AMENDMENT-NOT-ISSUED", {"session": session.code})
    return latest


def _preview(
    unit: UnitOfWork, session: Session, latest: Minutes, draft: AmendmentDraft
) -> AmendmentPreview:
    if draft.amends and draft.amends != latest.number:
        figures = {"number": draft.amends, "latest": latest.number}
        raise RefusedByRule("AMENDMENT-NOT-LATEST", figures)
    wrong = check_points(latest.content, draft.rectifications)
    if wrong:
        return AmendmentPreview(latest.content, wrong)
    ground = _ground(unit, session, latest.content)
    content = _amended(latest.content, draft, ground)
    return AmendmentPreview(content, check_amendment(latest.content, content, ground))


def _amended(
    before: MinutesContent, draft: AmendmentDraft, ground: AmendmentGround
) -> MinutesContent:
    settled = {
        one.point.subject
        for one in draft.rectifications
        if (one.point.part, one.point.field) == (Part.CANDIDATE, "decision")
    }
    corrected = rectified(before, draft.rectifications)
    corrected = with_decisions(before, corrected, ground, settled=settled)
    return replace(
        corrected,
        number="",
        amends=before.number,
        amendment_reason=draft.reason.strip(),
        asked_by=draft.asked_by.strip(),
        alterations=alterations(before, corrected),
    )


def _ground(unit: UnitOfWork, session: Session, content: MinutesContent) -> AmendmentGround:
    numbers = [one.candidacy_id for jury in content.juries for one in jury.candidates]
    return AmendmentGround(
        candidacies={one.id: one for one in unit.candidacies.some(numbers)},
        sheet=sheet_or_bare(unit, content.certification.code),
        annulled={jury.number for jury in session.juries if jury.annulled},
        quorum=settings_in(unit).limits.quorum,
        on_file=_on_file(unit, content),
    )


def _on_file(unit: UnitOfWork, content: MinutesContent) -> dict[int, Identity]:
    numbers = [one.candidacy_id for jury in content.juries for one in jury.candidates]
    paths = unit.candidacies.some(numbers)
    people = {one.id: one for one in unit.candidates.some({c.candidate_id for c in paths})}
    known = ((path.id, people.get(path.candidate_id)) for path in paths)
    return {number: identity_of(person) for number, person in known if person}


def _issue(unit: UnitOfWork, session: Session, draft: MinutesContent, desk: Desk) -> Minutes:
    """Number the amendment, keep it, and let what it corrects count."""
    today = desk.clock.today()
    number = next_number(today.year, unit.minutes.numbers_of_year(today.year))
    content = replace(draft, number=number, drawn_up_on=today)
    before = standing_record(unit, session.id)
    if before is None:
        raise WrongUsage("SESSION-UNKNOWN", {"session": session.code})
    issued = unit.minutes.add(
        Minutes(
            session.id, number, content, content_hash(content), desk.clock.now(), content.amends
        )
    )
    correction = unit.corrections.add(correction_of(before, content))
    for record in correction.records:
        conclude_anew(unit, record.candidacy_id)
    return issued


def _details(session: Session, issued: Minutes) -> dict[str, object]:
    points = [one.point for one in issued.content.alterations]
    return {
        "session": session.code,
        "certification": issued.certification,
        "number": issued.number,
        "amends": issued.amends,
        "reason": issued.content.amendment_reason,
        "candidacies": sorted(
            {p.subject for p in points if p.part in {Part.CANDIDATE, Part.BLOCK}}
        ),
        "hash": issued.content_hash,
        "issued_at": issued.issued_at.isoformat(),
    }
