"""Minutes as an amendment corrects them: the points named, and what follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, TypeVar

from jurydesk.domain.alterations import Alteration, Part, Point, Rectification
from jurydesk.domain.amendment_fields import AmendedField, fields_of, read, written
from jurydesk.domain.deliberation import Appearance, Decision
from jurydesk.domain.minutes import (
    BlockStatement,
    CandidateStatement,
    JuryStatement,
    MemberStatement,
    MinutesContent,
    Totals,
)

S = TypeVar("S", MinutesContent, JuryStatement, MemberStatement, CandidateStatement, BlockStatement)
Texts = Mapping[Point, str]


@dataclass(frozen=True, slots=True)
class StatedPoint:
    """One point with what the minutes say there, and of whom."""

    point: Point
    field: AmendedField
    name: str
    value: str


def stated_points(content: MinutesContent) -> tuple[StatedPoint, ...]:
    """Return every point of minutes in their order; a member of several juries is named once."""
    found: dict[Point, StatedPoint] = {}
    for stated in _every_point(content):
        found.setdefault(stated.point, stated)
    return tuple(found.values())


def rectified(content: MinutesContent, rectifications: Iterable[Rectification]) -> MinutesContent:
    """Return the content with these points corrected, and what follows from them.

    The hours of a jury, who deliberated, the totals follow; a decision only where the caller
    corrects it too. Whoever did not come has no results.

    Raises:
        ValueError: a value is none of its field.
    """
    texts = {one.point: one.value for one in rectifications}
    changed = _changed(content, Part.SESSION, texts)
    juries = tuple(_jury(jury, texts) for jury in changed.juries)
    return replace(changed, juries=juries, totals=_totals(changed.totals, juries))


def alterations(before: MinutesContent, after: MinutesContent) -> tuple[Alteration, ...]:
    """Return every point in which two contents differ, in the order of the minutes."""
    earlier = {stated.point: stated.value for stated in stated_points(before)}
    return tuple(
        Alteration(stated.point, stated.name, earlier.get(stated.point, ""), stated.value)
        for stated in stated_points(after)
        if stated.value != earlier.get(stated.point, "")
    )


def _every_point(content: MinutesContent) -> Iterator[StatedPoint]:
    yield from _points(content, Part.SESSION)
    for jury in content.juries:
        yield from _points(jury, Part.JURY, name=str(jury.number), jury=jury.number)
        for member in jury.members:
            yield from _points(
                member, Part.MEMBER, name=member.name, jury=jury.number, subject=member.examiner_id
            )
        for candidate in jury.candidates:
            number, name = candidate.candidacy_id, candidate.name
            yield from _points(candidate, Part.CANDIDATE, name=name, subject=number)
            for block in _judged(candidate):
                yield from _points(block, Part.BLOCK, name=name, subject=number, block=block.code)
    yield from _points(content.totals, Part.TOTALS)


def _points(
    statement: object,
    part: Part,
    *,
    name: str = "",
    jury: int = 0,
    subject: int = 0,
    block: str = "",
) -> Iterator[StatedPoint]:
    for field in fields_of(part):
        place = Point(part, field.name, _jury_of(field, jury), subject, block)
        yield StatedPoint(place, field, name, written(statement, field))


def _jury_of(field: AmendedField, jury: int) -> int:
    """Who a member is does not change from one jury to the next; when they were there does."""
    return jury if field.part is not Part.MEMBER or field.per_jury else 0


def _judged(candidate: CandidateStatement) -> tuple[BlockStatement, ...]:
    return tuple(block for block in candidate.blocks if not block.acquired_before)


def _changed(
    statement: S, part: Part, texts: Texts, *, jury: int = 0, subject: int = 0, block: str = ""
) -> S:
    values: dict[str, Any] = {}
    for field in fields_of(part):
        text = texts.get(Point(part, field.name, _jury_of(field, jury), subject, block))
        if text is not None and not field.follows:
            values[field.name] = read(text, field, statement)
    return replace(statement, **values)


def _jury(jury: JuryStatement, texts: Texts) -> JuryStatement:
    number = jury.number
    members = tuple(
        _changed(member, Part.MEMBER, texts, jury=number, subject=member.examiner_id)
        for member in jury.members
    )
    renamed = {old.name: new.name for old, new in zip(jury.members, members, strict=True)}
    candidates = tuple(_candidate(one, texts, renamed) for one in jury.candidates)
    corrected = replace(
        _changed(jury, Part.JURY, texts, jury=number), members=members, candidates=candidates
    )
    return _following(jury, corrected)


def _candidate(
    candidate: CandidateStatement, texts: Texts, renamed: Mapping[str, str]
) -> CandidateStatement:
    number = candidate.candidacy_id
    corrected = _changed(candidate, Part.CANDIDATE, texts, subject=number)
    heard = corrected.appearance is Appearance.PRESENT
    blocks = tuple(_block(block, texts, number, is_heard=heard) for block in candidate.blocks)
    recused = tuple((renamed.get(name, name), reason) for name, reason in candidate.recused)
    vote = candidate.vote if heard else None
    presided_by = renamed.get(candidate.presided_by, candidate.presided_by)
    return replace(corrected, blocks=blocks, recused=recused, vote=vote, presided_by=presided_by)


def _block(block: BlockStatement, texts: Texts, number: int, *, is_heard: bool) -> BlockStatement:
    if block.acquired_before:
        return block
    if not is_heard:
        return BlockStatement(block.code, block.title, None)
    return _changed(block, Part.BLOCK, texts, subject=number, block=block.code)


def _following(before: JuryStatement, after: JuryStatement) -> JuryStatement:
    """Let the hours of the jury, and who deliberated, follow from what was corrected."""
    hours = [(one.start, one.end) for one in after.candidates]
    if hours != [(one.start, one.end) for one in before.candidates]:
        first, last = min(start for start, _ in hours), max(end for _, end in hours)
        after = replace(after, start=first.time(), end=last.time())
    elif _presences(before) == _presences(after):
        # Only a presence or an hour changes who deliberated: nothing is counted anew for nothing
        return after
    return replace(after, candidates=tuple(_recounted(after, one) for one in after.candidates))


def _recounted(jury: JuryStatement, candidate: CandidateStatement) -> CandidateStatement:
    """Count anew who deliberated; what was found against it on the day stays as it was found."""
    if candidate.appearance is not Appearance.PRESENT:
        return candidate
    count = _deliberating(jury, candidate)
    regularity = candidate.regularity
    if regularity is not None:
        regularity = replace(regularity, deliberating=count)
    return replace(candidate, deliberating=count, regularity=regularity)


def _presences(jury: JuryStatement) -> list[tuple[bool | None, time | None, time | None]]:
    return [(member.present, member.arrived, member.left) for member in jury.members]


def _deliberating(jury: JuryStatement, candidate: CandidateStatement) -> int:
    recused = {name for name, _ in candidate.recused}
    start, end = candidate.start.time(), candidate.end.time()
    return sum(
        member.deliberates
        and bool(member.present)
        and member.name not in recused
        and (member.arrived is None or member.arrived <= start)
        and (member.left is None or member.left >= end)
        for member in jury.members
    )


def _totals(before: Totals, juries: tuple[JuryStatement, ...]) -> Totals:
    candidates = [candidate for jury in juries for candidate in jury.candidates]
    decisions = Counter(candidate.decision for candidate in candidates)
    return replace(
        before,
        present=sum(one.appearance is Appearance.PRESENT for one in candidates),
        full=decisions[Decision.FULL],
        partial=decisions[Decision.PARTIAL],
        refused=decisions[Decision.NONE],
        absent=decisions[Decision.ABSENT],
        excused=decisions[Decision.EXCUSED],
        adjourned=decisions[Decision.ADJOURNED],
    )
