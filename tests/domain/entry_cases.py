"""Situations of entry conditions, and what the rules find of each before a jury."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_rules import check_readiness
from jurydesk.domain.certification import Certification
from jurydesk.domain.entry_conditions import (
    Answer,
    ConditionAnswer,
    ConditionKind,
    EntryCondition,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.routes import AccessRoute
from tests.builders import CODE, DAY, TODAY, a_candidacy, a_candidate, a_certification, a_vae
from tests.domain.case import case

TRAINED = tuple(route for route in AccessRoute if route.is_training)
LEVEL, YEARS, TALK = (f"{CODE}C0{n}" for n in range(1, 4))


def a_condition(code: str = LEVEL, **changes: Any) -> EntryCondition:
    """Level 5 on the routes of training."""
    condition = EntryCondition(code, ConditionKind.LEVEL, "Niveau 5 validé", TRAINED, 5, "fiche")
    return replace(condition, **changes)


def years(**changes: Any) -> EntryCondition:
    """Two years of experience, which can stand in for the level."""
    return a_condition(
        changes.pop("code", YEARS),
        kind=ConditionKind.EXPERIENCE,
        wording="2 ans d’expérience",
        threshold=2,
        **{"instead_of": LEVEL, **changes},
    )


def an_answer(
    condition: str = LEVEL, answer: Answer = Answer.MET, **changes: Any
) -> ConditionAnswer:
    return replace(ConditionAnswer(condition, answer, "diplôme", "Camille", TODAY), **changes)


def a_demanding_sheet(*conditions: EntryCondition) -> Certification:
    return a_certification(conditions=conditions or (a_condition(),))


def found_of(
    sheet: Certification, *answers: ConditionAnswer, path: Candidacy | None = None
) -> partial[Iterable[Finding]]:
    candidacy = replace(path or a_candidacy(), conditions=answers)
    return partial(check_readiness, candidacy, a_candidate(), sheet, on=DAY)


_ONE, _EITHER = a_demanding_sheet(), a_demanding_sheet(a_condition(), years())
_BOTH = a_demanding_sheet(a_condition(), years(instead_of=""))
_NO = Answer.NOT_MET

CASES = (
    case("the sheet sets none", "", found_of(a_certification())),
    case("nobody settled it", "ENTRY-01", found_of(_ONE)),
    case("met", "", found_of(_ONE, an_answer())),
    case("waived", "", found_of(_ONE, an_answer(answer=Answer.WAIVED))),
    case("not met", "ENTRY-02", found_of(_ONE, an_answer(answer=_NO))),
    case("one of two that are both asked", "ENTRY-01", found_of(_BOTH, an_answer())),
    case("both of two", "", found_of(_BOTH, an_answer(), an_answer(YEARS))),
    case("one of two that are both asked, the other not met", "ENTRY-02",
         found_of(_BOTH, an_answer(), an_answer(YEARS, _NO))),
    case("the first of two alternatives", "", found_of(_EITHER, an_answer())),
    case("the second of two alternatives", "", found_of(_EITHER, an_answer(YEARS))),
    case("one alternative not met, the other open", "ENTRY-01",
         found_of(_EITHER, an_answer(answer=_NO))),
    case("one alternative not met, the other met", "",
         found_of(_EITHER, an_answer(answer=_NO), an_answer(YEARS))),
    case("neither alternative met", "ENTRY-02",
         found_of(_EITHER, an_answer(answer=_NO), an_answer(YEARS, _NO))),
    case("an answer to another sheet does not count", "ENTRY-01",
         found_of(_ONE, an_answer("RNCP1C01"))),
    case("asked on another route", "", found_of(_ONE, path=a_vae())),
    case("of the routes asked, the last one", "ENTRY-01",
         found_of(_ONE, path=a_candidacy(route=TRAINED[-1]))),
)  # fmt: skip
