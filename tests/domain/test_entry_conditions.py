"""Entry conditions as data: alternatives, codes, what a change leaves of an answer."""

from __future__ import annotations

from datetime import date

import pytest

from jurydesk.domain.entry_conditions import (
    Answer,
    ConditionKind,
    EntryCondition,
    groups_on,
    is_lawful,
    is_same_matter,
    next_code,
    put,
    taken_out,
    with_answer,
    without_answer,
)
from jurydesk.domain.moves import StepDraft
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.step_rules import StepFacts, check_step
from jurydesk.domain.steps import StepKind
from tests.builders import CODE, TODAY, a_candidacy, a_certification
from tests.domain.case import Case, codes
from tests.domain.entry_cases import (
    CASES,
    LEVEL,
    TALK,
    TRAINED,
    YEARS,
    a_condition,
    a_demanding_sheet,
    an_answer,
    years,
)

EVERY = tuple(AccessRoute)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_the_rules_find(case: Case) -> None:
    assert codes(case.find()) == case.expected


def test_the_finding_names_every_alternative() -> None:
    (case,) = [one for one in CASES if one.name == "neither alternative met"]
    (finding,) = case.find()
    assert dict(finding.figures) == {"condition": "Niveau 5 validé / 2 ans d’expérience"}


@pytest.mark.parametrize("kind", ConditionKind)
@pytest.mark.parametrize("routes", [TRAINED, (AccessRoute.EXPERIENCE,), EVERY])
def test_no_level_and_no_years_are_asked_of_a_vae(
    kind: ConditionKind, routes: tuple[AccessRoute, ...]
) -> None:
    measured = kind in {ConditionKind.LEVEL, ConditionKind.EXPERIENCE}
    condition = a_condition(kind=kind, routes=routes)
    assert is_lawful(condition) is not (measured and AccessRoute.EXPERIENCE in routes)


@pytest.mark.parametrize(
    ("conditions", "used", "expected"),
    [
        ((), (), "C01"),
        ((a_condition(),), (), "C02"),
        ((a_condition(),), (f"{CODE}C07",), "C08"),
        ((), ("RNCP1C05", f"{CODE}Cx"), "C01"),
        ((a_condition(f"{CODE}C09"),), (), "C10"),
    ],
)
def test_a_code_is_never_given_twice(
    conditions: tuple[EntryCondition, ...], used: tuple[str, ...], expected: str
) -> None:
    assert next_code(CODE, conditions, used) == CODE + expected


def test_mended_words_keep_the_answer_and_another_threshold_does_not() -> None:
    one = a_condition()
    assert is_same_matter(one, a_condition(wording="Bac+2", source="arrêté", routes=EVERY))
    assert not is_same_matter(one, a_condition(threshold=6))
    assert not is_same_matter(one, a_condition(kind=ConditionKind.EXPERIENCE))


def test_a_changed_condition_stands_where_it_stood_and_its_alternatives_follow() -> None:
    new = a_condition(TALK, threshold=6)
    changed = put((a_condition(), years()), new, in_place_of=LEVEL)
    assert changed == (new, years(instead_of=TALK))


def test_an_alternative_of_an_alternative_is_one_of_the_same_group() -> None:
    talk = a_condition(TALK, instead_of=YEARS)
    assert put((a_condition(), years()), talk)[-1].instead_of == LEVEL


def test_a_condition_does_not_stand_in_for_itself() -> None:
    mended = a_condition(instead_of=LEVEL)
    assert put((a_condition(),), mended, in_place_of=LEVEL) == (a_condition(),)


def test_the_first_of_a_group_may_join_another() -> None:
    talk = a_condition(TALK)
    joined = put((a_condition(), years(), talk), a_condition(instead_of=TALK), in_place_of=LEVEL)
    assert joined == (a_condition(instead_of=TALK), years(instead_of=TALK), talk)


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        (LEVEL, (years(instead_of=""), a_condition(TALK, instead_of=YEARS))),
        (YEARS, (a_condition(), a_condition(TALK, instead_of=LEVEL))),
        ("C99", (a_condition(), years(), a_condition(TALK, instead_of=LEVEL))),
    ],
)
def test_what_is_left_of_a_group(gone: str, left: tuple[EntryCondition, ...]) -> None:
    every = (a_condition(), years(), a_condition(TALK, instead_of=LEVEL))
    assert taken_out(every, gone) == left


def test_an_answer_replaces_the_one_before() -> None:
    first, other = an_answer(), an_answer(YEARS)
    new = an_answer(answer=Answer.WAIVED, on=date(2026, 12, 1))
    assert with_answer((first, other), new) == (other, new)
    assert without_answer((other, new), LEVEL) == (other,)


def test_who_is_let_in_by_one_is_spared_the_other() -> None:
    (group,) = groups_on(TRAINED[0], (a_condition(), years()), (an_answer(YEARS),))
    assert [group.is_spared(line) for line in group.lines] == [True, False]


class TestEntranceOfAnIndividualApplication:
    ALONE = a_condition(routes=(AccessRoute.INDIVIDUAL,))

    def attempt(self, *answers: Answer) -> str | None:
        given = tuple(an_answer(answer=answer) for answer in answers)
        path = a_candidacy(route=AccessRoute.INDIVIDUAL, conditions=given)
        draft = StepDraft(StepKind.ENTRANCE_MET, TODAY, detail="diplôme")
        sheet = a_demanding_sheet(self.ALONE)
        refusal = check_step(path, draft, StepFacts(TODAY, sheet))
        return refusal.code if refusal else None

    def test_is_not_declared_met_while_one_is_open(self) -> None:
        assert self.attempt() == "STEP-25"

    @pytest.mark.parametrize(
        ("answer", "code"),
        [(Answer.MET, None), (Answer.WAIVED, None), (Answer.NOT_MET, "STEP-25")],
    )
    def test_follows_the_answer(self, answer: Answer, code: str | None) -> None:
        assert self.attempt(answer) == code

    def test_where_the_sheet_lists_none_the_office_says_on_what(self) -> None:
        path = a_candidacy(route=AccessRoute.INDIVIDUAL)
        draft = StepDraft(StepKind.ENTRANCE_MET, TODAY, detail="diplôme")
        assert check_step(path, draft, StepFacts(TODAY, a_certification())) is None
