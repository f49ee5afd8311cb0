"""The entry conditions of the sheets, and what is found of them in each candidacy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.entry_conditions import (
    Answer,
    ConditionAnswer,
    ConditionGroup,
    EntryCondition,
    is_lawful,
    is_same_matter,
    next_code,
    put,
    taken_out,
    with_answer,
    without_answer,
)
from jurydesk.domain.entry_rules import condition_groups
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import certification_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.certification import Certification
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class EntryView:
    """The entry conditions of one candidacy, alternatives together."""

    candidacy: Candidacy
    groups: tuple[ConditionGroup, ...]


def conditions_of(desk: Desk, *, candidacy_id: int) -> EntryView:
    """Return how the entry conditions stand for one candidacy."""
    with desk.open_unit() as unit:
        candidacy = unit.candidacies.get(candidacy_id)
        sheet = unit.certifications.by_code(candidacy.certification)
    return EntryView(candidacy, condition_groups(candidacy, sheet))


def put_condition(
    desk: Desk, *, certification: str, condition: EntryCondition
) -> Outcome[EntryCondition]:
    """Add an entry condition to a sheet (no code), or change the one of that code.

    With another kind or threshold it becomes another condition, which nobody has answered yet.

    Raises:
        WrongUsage: it has no words, no route or an impossible threshold, or names none to stand
            in for.
        RefusedByRule: it would ask a level or a length of time of a VAE.
    """
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, certification)
        wanted = _checked(sheet, condition)
        before = sheet.condition(wanted.code) if wanted.code else None
        if before is None or not is_same_matter(before, wanted):
            wanted = replace(wanted, code=_new_code(unit, sheet))
        changed = put(sheet.conditions, wanted, in_place_of=before.code if before else "")
        stored = unit.certifications.save(_with(sheet, changed))
        finish(unit, EventType.CONDITIONS_CHANGED, _told(sheet, wanted))
        kept = stored.condition(wanted.code) or wanted
        return Outcome(kept, unit.changes, label="ACT-CONDITION-SAVED")


def remove_condition(desk: Desk, *, certification: str, condition: str) -> Outcome[None]:
    """Take an entry condition out of a sheet; what was answered to it counts no more.

    Raises:
        WrongUsage: the sheet has no such condition.
    """
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, certification)
        one = _condition(sheet, condition)
        unit.certifications.save(_with(sheet, taken_out(sheet.conditions, one.code)))
        finish(unit, EventType.CONDITIONS_CHANGED, _told(sheet, one))
        return Outcome(None, unit.changes, label="ACT-CONDITION-REMOVED")


def settle_condition(
    desk: Desk,
    *,
    candidacy_ids: Iterable[int],
    condition: str,
    answer: Answer,
    by: str = "",
    told: str = "",
) -> Outcome[tuple[Candidacy, ...]]:
    """Say that candidacies meet a condition, do not meet it, or are let in without it.

    `told` is the evidence, or the reason; `by` is who answers for it, else who works here.

    Raises:
        WrongUsage: the sheet has no such condition on that route.
        RefusedByRule: it is not met or waived without a reason.
    """
    if answer.needs_reason and not told.strip():
        raise RefusedByRule("CONDITION-WITHOUT-REASON")
    signed, today = by.strip() or desk.actor, desk.clock.today()
    with desk.open_unit() as unit:
        after = []
        for candidacy, one in _asked(unit, candidacy_ids, condition):
            found = ConditionAnswer(one.code, answer, told.strip(), signed, today)
            answers = with_answer(candidacy.conditions, found)
            after.append(replace(candidacy, conditions=answers))
        return _settled(unit, after, condition, label=f"ACT-CONDITION-{answer}")


def reopen_condition(
    desk: Desk, *, candidacy_ids: Iterable[int], condition: str
) -> Outcome[tuple[Candidacy, ...]]:
    """Take back what was answered to a condition: it is to be settled again.

    Raises:
        WrongUsage: the sheet has no such condition on that route.
    """
    with desk.open_unit() as unit:
        after = [
            replace(candidacy, conditions=without_answer(candidacy.conditions, one.code))
            for candidacy, one in _asked(unit, candidacy_ids, condition)
        ]
        return _settled(unit, after, condition, label="ACT-CONDITION-REOPENED")


def _settled(
    unit: UnitOfWork, candidacies: Iterable[Candidacy], condition: str, *, label: str
) -> Outcome[tuple[Candidacy, ...]]:
    stored = tuple(unit.candidacies.save(one) for one in candidacies)
    details = {
        "candidacy": [one.id for one in stored],
        "candidate": [one.candidate_id for one in stored],
        "condition": condition,
    }
    finish(unit, EventType.CONDITION_SETTLED, details)
    return Outcome(stored, unit.changes, label=label)


def _asked(
    unit: UnitOfWork, candidacy_ids: Iterable[int], code: str
) -> Iterator[tuple[Candidacy, EntryCondition]]:
    for number in dict.fromkeys(candidacy_ids):
        candidacy = unit.candidacies.get(number)
        one = _condition(certification_by_code(unit, candidacy.certification), code)
        if candidacy.route not in one.routes:
            raise _unknown(candidacy.certification, code)
        yield candidacy, one


def _condition(sheet: Certification, code: str) -> EntryCondition:
    one = sheet.condition(code.strip().upper())
    if one is None:
        raise _unknown(sheet.code, code)
    return one


def _unknown(certification: str, code: str) -> WrongUsage:
    return WrongUsage("CONDITION-UNKNOWN", {"condition": code, "certification": certification})


def _checked(sheet: Certification, condition: EntryCondition) -> EntryCondition:
    """Return the condition tidied, or say what is wrong with it."""
    wanted = replace(condition, wording=condition.wording.strip(), source=condition.source.strip())
    if wanted.code:
        wanted = replace(wanted, code=_condition(sheet, wanted.code).code)
    if not wanted.wording:
        raise WrongUsage("CONDITION-WITHOUT-WORDS")
    if not wanted.routes:
        raise WrongUsage("CONDITION-WITHOUT-ROUTE")
    most = wanted.kind.most
    if most and not (wanted.threshold and 1 <= wanted.threshold <= most):
        raise WrongUsage("CONDITION-THRESHOLD", {"most": most})
    if not is_lawful(wanted):
        raise RefusedByRule("CONDITION-NOT-FOR-VAE")
    if wanted.instead_of:
        wanted = replace(wanted, instead_of=_condition(sheet, wanted.instead_of).code)
    return wanted if most else replace(wanted, threshold=None)


def _new_code(unit: UnitOfWork, sheet: Certification) -> str:
    paths = unit.candidacies.for_certification(sheet.code)
    answered = {answer.condition for path in paths for answer in path.conditions}
    return next_code(sheet.code, sheet.conditions, answered)


def _with(sheet: Certification, conditions: tuple[EntryCondition, ...]) -> Certification:
    """What somebody entered is no longer unknown."""
    unknown = tuple(name for name in sheet.unknown if name != "entry_conditions" or not conditions)
    return replace(sheet, conditions=conditions, unknown=unknown)


def _told(sheet: Certification, condition: EntryCondition) -> dict[str, object]:
    return {"certification": sheet.code, "condition": condition.code}
