"""What keeps an amendment from being issued, and what whoever writes it should know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from jurydesk.domain.alterations import Part, Point, Rectification
from jurydesk.domain.amendment import StatedPoint, rectified, stated_points
from jurydesk.domain.amendment_fields import FIELDS
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidate_statement import Identity
from jurydesk.domain.certification import WHOLE, Certification
from jurydesk.domain.corrections import record_of
from jurydesk.domain.deliberation import Appearance, Decision
from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.rules import found
from jurydesk.domain.voting import derive_decision


@dataclass(frozen=True, slots=True)
class AmendmentGround:
    """What an amendment is judged by, beside the minutes themselves."""

    candidacies: Mapping[int, Candidacy] = field(default_factory=dict)
    sheet: Certification | None = None
    annulled: Collection[int] = ()
    """Numbers of the juries that were annulled: their decisions stand no more."""
    quorum: int = 2
    on_file: Mapping[int, Identity] = field(default_factory=dict)
    """Each candidate as their file names them today."""


def following_decision(candidate: CandidateStatement, ground: AmendmentGround) -> Decision | None:
    """Return the decision that follows from what is stated of a candidate (R6412-7)."""
    candidacy = ground.candidacies.get(candidate.candidacy_id)
    sheet = ground.sheet
    if candidacy is None or sheet is None:
        return candidate.decision
    judged = tuple(block.code for block in candidate.blocks if not block.acquired_before)
    if WHOLE in judged:
        # Judged as a whole it stays so, whatever blocks the sheet was given since
        judged, sheet = (), Certification(sheet.code, sheet.title)
    return derive_decision(
        record_of(replace(candidate, decision=None), None),
        replace(candidacy, blocks=judged),
        sheet,
        acquired={block.code for block in candidate.blocks if block.acquired_before},
    )


def with_decisions(
    before: MinutesContent,
    after: MinutesContent,
    ground: AmendmentGround,
    *,
    settled: Collection[int] = (),
) -> MinutesContent:
    """Return the corrected content in which no decision speaks against its blocks.

    Only where results or the appearance were corrected; `settled` are the candidacies whose
    decision is corrected by name.
    """
    earlier = {one.candidacy_id: one for jury in before.juries for one in jury.candidates}
    decided = [
        Rectification(Point(Part.CANDIDATE, "decision", subject=one.candidacy_id), decision)
        for jury in after.juries
        for one in jury.candidates
        if one.candidacy_id not in settled
        and _is_judged_anew(earlier[one.candidacy_id], one)
        and (decision := following_decision(one, ground))
    ]
    return rectified(after, decided) if decided else after


def check_amendment(
    before: MinutesContent, after: MinutesContent, ground: AmendmentGround
) -> tuple[Finding, ...]:
    """Check the corrected content against the minutes that it amends.

    What was missing already, under the rules of another day, is no fault of the amendment.
    """
    findings = list(_reasons(after))
    if not after.alterations:
        findings.append(found("AMEND-03"))
    touched = tuple(one.point for one in after.alterations)
    for jury in after.juries:
        findings += _jury(jury, touched, ground)
    told = set(check_minutes(before))
    findings += [finding for finding in check_minutes(after) if finding not in told]
    return tuple(dict.fromkeys(findings))


def check_points(
    content: MinutesContent, rectifications: Iterable[Rectification]
) -> tuple[Finding, ...]:
    """Check that each point is one of the minutes and may be given its value."""
    stated = {one.point: one for one in stated_points(content)}
    findings = (_point(content, stated.get(one.point), one) for one in rectifications)
    return tuple(finding for finding in findings if finding)


def _reasons(content: MinutesContent) -> Iterator[Finding]:
    if not content.amendment_reason.strip():
        yield found("AMEND-01")
    if not content.asked_by.strip():
        yield found("AMEND-02")


def _point(
    content: MinutesContent, stated: StatedPoint | None, one: Rectification
) -> Finding | None:
    label = f"{one.point.part}.{one.point.field}"
    known = FIELDS.get((one.point.part, one.point.field))
    if stated is None or known is None or known.follows:
        return found("AMEND-07", statement=label)
    try:
        rectified(content, [one])
    except ValueError:
        return found("AMEND-06", statement=label, value=one.value.strip() or "–")
    return None


def _jury(
    jury: JuryStatement, touched: tuple[Point, ...], ground: AmendmentGround
) -> Iterator[Finding]:
    for member in jury.members:
        if member.arrived and member.left and member.left < member.arrived:
            subject = Subject(SubjectKind.EXAMINER, member.examiner_id, member.name)
            yield found("AMEND-08", subject, begins=member.arrived, ends=member.left)
    named = {point.subject for point in touched if point.part in {Part.CANDIDATE, Part.BLOCK}}
    for candidate in jury.candidates:
        if candidate.candidacy_id in named:
            yield from _candidate(candidate, ground)
    if jury.number in ground.annulled and any(_concerns(point, jury) for point in touched):
        subject = Subject(SubjectKind.JURY, jury.number, str(jury.number))
        yield found("AMEND-05", subject, jury=jury.number)


def _concerns(point: Point, jury: JuryStatement) -> bool:
    """Tell whether a point is about a jury, or about somebody whom it heard."""
    if point.part in {Part.CANDIDATE, Part.BLOCK}:
        return any(one.candidacy_id == point.subject for one in jury.candidates)
    return point.jury == jury.number


def _candidate(candidate: CandidateStatement, ground: AmendmentGround) -> Iterator[Finding]:
    subject = Subject(SubjectKind.CANDIDACY, candidate.candidacy_id, candidate.name)
    expected = following_decision(candidate, ground)
    if candidate.decision and expected and candidate.decision is not expected:
        yield found("AMEND-04", subject, decision=candidate.decision, expected=expected)
    if candidate.end <= candidate.start:
        yield found("AMEND-08", subject, begins=candidate.start.time(), ends=candidate.end.time())
    file = ground.on_file.get(candidate.candidacy_id)
    if file and file != _identity(candidate):
        yield found("AMEND-09", subject, name=file.name)
    heard = candidate.appearance is Appearance.PRESENT
    if heard and candidate.deliberating < ground.quorum:
        yield found("AMEND-10", subject, count=candidate.deliberating, quorum=ground.quorum)


def _is_judged_anew(before: CandidateStatement, after: CandidateStatement) -> bool:
    """Tell whether what a decision follows from was corrected."""
    outcomes = [[block.outcome for block in one.blocks] for one in (before, after)]
    return before.appearance is not after.appearance or outcomes[0] != outcomes[1]


def _identity(candidate: CandidateStatement) -> Identity:
    return Identity(candidate.name, candidate.sex, candidate.birth_date, candidate.birth_place)
