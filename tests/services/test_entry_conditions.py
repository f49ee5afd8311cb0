"""Entry conditions through the services: kept on the sheet, settled in the file, undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.certification import Certification
from jurydesk.domain.changes import Kind
from jurydesk.domain.entry_conditions import Answer, ConditionAnswer, ConditionKind, EntryCondition
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import JurydeskError, RefusedByRule, WrongUsage
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.entry_conditions import (
    conditions_of,
    put_condition,
    remove_condition,
    reopen_condition,
    settle_condition,
)
from jurydesk.services.timeline import timeline_of
from jurydesk.services.undo import revert
from tests.builders import CODE, TODAY, a_vae
from tests.domain.entry_cases import LEVEL, TRAINED, YEARS, a_condition, years
from tests.fakes import FakeOffice


def sheet_of(office: FakeOffice) -> Certification:
    (sheet,) = office.all(Kind.CERTIFICATION)
    assert isinstance(sheet, Certification)
    return sheet


def path(office: FakeOffice, number: int = 1) -> Candidacy:
    (found,) = [one for one in office.all(Kind.CANDIDACY) if one.id == number]
    assert isinstance(found, Candidacy)
    return found


def stages(office: FakeOffice) -> list[Stage]:
    return [row.stage for row in list_candidacies(office.desk)]


def enter(office: FakeOffice, **changes: Any) -> EntryCondition:
    condition = a_condition("", **changes)
    return put_condition(office.desk, certification=CODE, condition=condition).value


def settle(office: FakeOffice, answer: Answer = Answer.MET, *numbers: int, told: str = "") -> Any:
    return settle_condition(
        office.desk,
        candidacy_ids=numbers or (1,),
        condition="C01",
        answer=answer,
        told=told,
    )


class TestOfASheet:
    def test_a_condition_is_added_changed_and_taken_out_each_with_undo(
        self, office: FakeOffice
    ) -> None:
        added = put_condition(office.desk, certification=CODE, condition=a_condition(""))
        assert (added.value, added.label) == (a_condition(), "ACT-CONDITION-SAVED")
        mended = a_condition("C01", wording=" Bac + 2 ", source="arrêté")
        put_condition(office.desk, certification=CODE, condition=mended)
        kept = a_condition(wording="Bac + 2", source="arrêté")
        assert sheet_of(office).conditions == (kept,)
        removed = remove_condition(office.desk, certification=CODE, condition="C01")
        assert sheet_of(office).conditions == ()
        revert(office.desk, outcome_changes=removed.changes)
        assert sheet_of(office).conditions == (kept,)
        acts = [EventType.CONDITIONS_CHANGED] * 3 + [EventType.UNDONE]
        assert office.acts == acts

    def test_what_somebody_entered_is_no_longer_unknown(self, office: FakeOffice) -> None:
        office.store(replace(sheet_of(office), unknown=("rome", "entry_conditions")))
        enter(office)
        assert sheet_of(office).unknown == ("rome",)

    def test_another_threshold_is_another_condition_that_nobody_answered(
        self, office: FakeOffice
    ) -> None:
        enter(office)
        settle(office, Answer.MET, 1, 2, 3)
        assert stages(office) == [Stage.READY] * 3
        higher = put_condition(
            office.desk, certification=CODE, condition=a_condition("C01", threshold=6)
        ).value
        assert (higher.code, stages(office)) == (YEARS, [Stage.PREPARING] * 3)

    def test_an_alternative_names_the_one_that_it_stands_in_for(self, office: FakeOffice) -> None:
        enter(office)
        second = put_condition(office.desk, certification=CODE, condition=years(code=""))
        assert second.value == years()

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"wording": "  "}, "CONDITION-WITHOUT-WORDS"),
            ({"routes": ()}, "CONDITION-WITHOUT-ROUTE"),
            ({"threshold": None}, "CONDITION-THRESHOLD"),
            ({"threshold": 0}, "CONDITION-THRESHOLD"),
            ({"threshold": 9}, "CONDITION-THRESHOLD"),
            ({"kind": ConditionKind.EXPERIENCE, "threshold": 41}, "CONDITION-THRESHOLD"),
            ({"routes": tuple(AccessRoute)}, "CONDITION-NOT-FOR-VAE"),
            ({"instead_of": "C07"}, "CONDITION-UNKNOWN"),
            ({"code": "C07"}, "CONDITION-UNKNOWN"),
        ],
    )
    def test_what_cannot_be_asked(
        self, office: FakeOffice, changes: dict[str, Any], code: str
    ) -> None:
        with pytest.raises(JurydeskError) as caught:
            enter(office, **changes) if "code" not in changes else put_condition(
                office.desk, certification=CODE, condition=a_condition(**changes)
            )
        assert (caught.value.code, sheet_of(office).conditions) == (code, ())

    @pytest.mark.parametrize("threshold", [1, 8])
    def test_the_first_and_the_last_level(self, office: FakeOffice, threshold: int) -> None:
        assert enter(office, threshold=threshold).threshold == threshold

    def test_words_alone_may_be_asked_of_a_vae_and_have_no_threshold(
        self, office: FakeOffice
    ) -> None:
        asked = enter(office, kind=ConditionKind.OTHER, routes=(AccessRoute.EXPERIENCE,))
        assert asked.threshold is None


class TestOfAFile:
    def test_nobody_is_ready_before_it_is_settled(self, office: FakeOffice) -> None:
        assert stages(office) == [Stage.READY] * 3
        enter(office)
        assert stages(office) == [Stage.PREPARING] * 3
        settle(office, Answer.MET, 1, 2)
        assert sorted(stages(office)) == [Stage.PREPARING, Stage.READY, Stage.READY]

    def test_who_found_what_and_when_is_kept_and_undone(self, office: FakeOffice) -> None:
        enter(office)
        outcome = settle(office, Answer.WAIVED, told="parcours reconnu")
        found = ConditionAnswer(LEVEL, Answer.WAIVED, "parcours reconnu", "Camille", TODAY)
        assert path(office).conditions == (found,)
        assert outcome.label == "ACT-CONDITION-WAIVED"
        (act,) = timeline_of(office.desk, candidate_id=1)
        assert act.code == "AUDIT-CONDITION_SETTLED"
        assert "reconnu" not in str(act.figures)
        revert(office.desk, outcome_changes=outcome.changes)
        assert path(office).conditions == ()

    def test_several_at_once_are_one_act(self, office: FakeOffice) -> None:
        enter(office)
        settle(office, Answer.MET, 1, 2, 3)
        assert office.acts == [EventType.CONDITIONS_CHANGED, EventType.CONDITION_SETTLED]

    def test_taken_back_it_is_open_again(self, office: FakeOffice) -> None:
        enter(office)
        settle(office, Answer.NOT_MET, told="bac seul")
        reopen_condition(office.desk, candidacy_ids=(1,), condition=LEVEL)
        assert path(office).conditions == ()

    @pytest.mark.parametrize("answer", [Answer.NOT_MET, Answer.WAIVED])
    def test_a_refusal_and_a_waiver_need_a_reason(self, office: FakeOffice, answer: Answer) -> None:
        enter(office)
        with pytest.raises(RefusedByRule) as caught:
            settle(office, answer, told=" ")
        assert caught.value.code == "CONDITION-WITHOUT-REASON"

    def test_another_route_has_no_such_condition_and_none_is_settled(
        self, office: FakeOffice
    ) -> None:
        office.store(a_vae(4, candidate_id=3))
        enter(office)
        with pytest.raises(WrongUsage) as caught:
            settle(office, Answer.MET, 1, 4)
        assert caught.value.code == "CONDITION-UNKNOWN"
        assert path(office).conditions == ()

    def test_the_view_holds_the_alternatives_together(self, office: FakeOffice) -> None:
        enter(office)
        put_condition(office.desk, certification=CODE, condition=years(code=""))
        settle(office)
        (group,) = conditions_of(office.desk, candidacy_id=1).groups
        assert [line.condition.code for line in group.lines] == [LEVEL, YEARS]
        assert (group.lets_in, group.is_spared(group.lines[1])) == (True, True)
        assert conditions_of(office.desk, candidacy_id=1).candidacy.route in TRAINED
