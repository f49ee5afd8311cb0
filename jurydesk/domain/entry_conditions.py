"""What a sheet asks before somebody comes in, route by route, and how a candidacy answers it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jurydesk.domain.routes import AccessRoute


class ConditionKind(StrEnum):
    """What a condition is about; the first two have a threshold."""

    LEVEL = "LEVEL"
    """A certification of that level, 1 to 8 of the national framework, or above."""
    EXPERIENCE = "EXPERIENCE"
    """Years of professional experience, whole ones."""
    SELECTION = "SELECTION"
    """An interview or a test."""
    OTHER = "OTHER"
    """Anything else, in the words of the sheet."""

    @property
    def most(self) -> int:
        """Return the highest threshold that makes sense; 0: it has none."""
        return {ConditionKind.LEVEL: 8, ConditionKind.EXPERIENCE: 40}.get(self, 0)


class Answer(StrEnum):
    """What somebody of the office found of one condition in one file."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    WAIVED = "WAIVED"
    """The person is let in without it, for a reason that somebody answers for."""

    @property
    def lets_in(self) -> bool:
        """Tell whether the condition stands in nobody's way any more."""
        return self is not Answer.NOT_MET

    @property
    def needs_reason(self) -> bool:
        """Tell whether the answer must be explained."""
        return self is not Answer.MET


@dataclass(frozen=True, slots=True)
class EntryCondition:
    """One condition of a sheet on some routes."""

    code: str
    """Unique among all sheets, as a block's is: `RNCP40642C01`."""
    kind: ConditionKind
    wording: str
    """The words of the sheet, French."""
    routes: tuple[AccessRoute, ...]
    threshold: int | None = None
    """The level, or the years; None where the kind has none."""
    source: str = ""
    """Where it was read."""
    instead_of: str = ""
    """Code of the condition that this one can stand in for: one of them is enough."""


@dataclass(frozen=True, slots=True)
class ConditionAnswer:
    """What was found of one condition, by whom and when."""

    condition: str
    answer: Answer
    told: str
    """On what evidence, or why it is not met or waived."""
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition as it stands for one candidacy."""

    condition: EntryCondition
    answer: ConditionAnswer | None = None

    @property
    def lets_in(self) -> bool:
        """Tell whether it was found met, or waived."""
        return self.answer is not None and self.answer.answer.lets_in

    @property
    def is_refused(self) -> bool:
        """Tell whether it was found not met."""
        return self.answer is not None and not self.answer.answer.lets_in


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Conditions that can stand in for one another: one of them is enough."""

    lines: tuple[ConditionLine, ...]

    @property
    def lets_in(self) -> bool:
        """Tell whether one of them is met or waived."""
        return any(line.lets_in for line in self.lines)

    @property
    def is_refused(self) -> bool:
        """Tell whether every one of them was found not met."""
        return all(line.is_refused for line in self.lines)

    def is_spared(self, line: ConditionLine) -> bool:
        """Tell whether nobody need answer that condition: another one is enough."""
        return self.lets_in and not line.lets_in

    @property
    def wording(self) -> str:
        """Return the words of all of them."""
        return " / ".join(line.condition.wording for line in self.lines)


def groups_on(
    route: AccessRoute, conditions: Iterable[EntryCondition], answers: Iterable[ConditionAnswer]
) -> tuple[ConditionGroup, ...]:
    """Return how the conditions of a route stand, alternatives together, in the sheet's order."""
    given = {answer.condition: answer for answer in answers}
    groups: dict[str, list[ConditionLine]] = {}
    for one in conditions:
        if route in one.routes:
            line = ConditionLine(one, given.get(one.code))
            groups.setdefault(one.instead_of or one.code, []).append(line)
    return tuple(ConditionGroup(tuple(lines)) for lines in groups.values())


def with_answer(
    answers: Iterable[ConditionAnswer], new: ConditionAnswer
) -> tuple[ConditionAnswer, ...]:
    """Return the answers with a new one in the place of that to the same condition."""
    return (*without_answer(answers, new.condition), new)


def without_answer(
    answers: Iterable[ConditionAnswer], condition: str
) -> tuple[ConditionAnswer, ...]:
    """Return the answers without that to one condition: it is open again."""
    return tuple(one for one in answers if one.condition != condition)


def next_code(sheet: str, conditions: Iterable[EntryCondition], used: Iterable[str] = ()) -> str:
    """Return a code that no condition has, and none had that a candidacy still answers."""
    own = {one.code for one in conditions} | set(used)
    endings = [code.removeprefix(f"{sheet}C") for code in own if code.startswith(f"{sheet}C")]
    last = max((int(ending) for ending in endings if ending.isdecimal()), default=0)
    return f"{sheet}C{last + 1:02d}"


def is_same_matter(one: EntryCondition, other: EntryCondition) -> bool:
    """Tell whether what was answered to the one still answers the other.

    Words, source and routes may be mended; another kind or threshold is another condition.
    """
    return (one.kind, one.threshold) == (other.kind, other.threshold)


def is_lawful(condition: EntryCondition) -> bool:
    """Tell whether the routes may ask for it: no level and no length of time is asked of a VAE.

    Source: L6411-1, any activity in direct relation with the certification gives access to it.
    """
    measured = condition.kind.most > 0
    return not (measured and AccessRoute.EXPERIENCE in condition.routes)


def put(
    conditions: Iterable[EntryCondition], new: EntryCondition, *, in_place_of: str = ""
) -> tuple[EntryCondition, ...]:
    """Return the conditions with a new one at the end, or where the one of that code stood."""
    kept = tuple(conditions)
    if not any(one.code == in_place_of for one in kept):
        return _regrouped((*kept, new), {})
    changed = tuple(new if one.code == in_place_of else one for one in kept)
    renamed = {in_place_of: new.instead_of or new.code}
    return _regrouped(changed, renamed)


def taken_out(conditions: Iterable[EntryCondition], code: str) -> tuple[EntryCondition, ...]:
    """Return the conditions without one; those that stood in for it stay alternatives."""
    kept = tuple(conditions)
    orphans = [one.code for one in kept if one.instead_of == code]
    left = tuple(one for one in kept if one.code != code)
    return _regrouped(left, {code: orphans[0]} if orphans else {})


def _regrouped(
    conditions: tuple[EntryCondition, ...], renamed: Mapping[str, str]
) -> tuple[EntryCondition, ...]:
    """Let each alternative name the first of its group, and no alternative be named itself."""
    now = {one.code: renamed.get(one.instead_of, one.instead_of) for one in conditions}
    result = []
    for one in conditions:
        target = now[one.code]
        target = now.get(target, "") or target
        result.append(replace(one, instead_of="" if target == one.code else target))
    return tuple(result)
