"""From "why?" to a kept change: read, tried without a trace, kept as one act, undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Sex
from jurydesk.domain.session import Hours, SessionStatus
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services import adjusting, planning
from jurydesk.services.facts import facts_of
from jurydesk.services.reasons import Reasoned, explain_candidacy, explain_session, try_repair
from jurydesk.services.repairing import keep_repair
from jurydesk.services.undo import revert
from tests.builders import DAY, a_pool, a_session, a_vae
from tests.fakes import FakeOffice
from tests.planning.checker import breaches

A = "2026-12-A"
PROPOSED = [EventType.SESSION_PROPOSED]
SHORT = Hours(minutes=100, end=Hours().lunch_start)
"""Two hearings in the morning, no afternoon."""


@pytest.fixture
def crowded(office: FakeOffice) -> FakeOffice:
    """Three candidates for a morning that hears two."""
    office.store(a_session(candidacies=(1, 2, 3), juries=(), hearings=(), hours=SHORT))
    planning.propose(office.desk, code=A, seconds=5)
    return office


def waiting(office: FakeOffice) -> Reasoned:
    (told,) = explain_session(office.desk, code=A)
    return told


def test_who_waits_is_explained_with_changes_that_can_be_tried(crowded: FakeOffice) -> None:
    told = waiting(crowded)

    codes = {found.code for found in told.block}
    assert codes - {"BLOCK-ROOMS", "BLOCK-NOBODY_ELSE"} == {"BLOCK-HEARD", "BLOCK-HOURS-AM"}
    assert len(codes) == 3
    assert (told.is_smallest, told.is_minimal, told.is_complete) == (True, True, True)
    offered = {found.code: one for one in told.repairs for found in one.sentences}
    assert offered["REPAIR-HOURS-AM"].heard == 1
    assert (offered["REPAIR-HOURS-AM"].can_try, offered["REPAIR-HOURS-AM"].can_keep) == (True, True)
    assert explain_candidacy(crowded.desk, code=A, candidacy_id=told.candidacy_id) == told
    assert crowded.acts == PROPOSED


def test_trying_stores_nothing_and_says_what_changes_for_whom(crowded: FakeOffice) -> None:
    before = crowded.all(Kind.SESSION)
    told = waiting(crowded)
    trial = try_repair(crowded.desk, code=A, repair=told.repairs[0].repair)

    assert len(trial.plan.hearings) == 3
    heard = [found for found in trial.ripple if found.code == "RIPPLE-HEARD"]
    assert [subject.id for found in heard for subject in found.subjects] == [told.candidacy_id]
    assert (crowded.all(Kind.SESSION), crowded.acts) == (before, PROPOSED)


def test_keeping_is_one_act_and_is_undone_as_one(crowded: FakeOffice) -> None:
    before = crowded.all(Kind.SESSION)
    (longer,) = (
        one
        for one in waiting(crowded).repairs
        if [found.code for found in one.sentences] == ["REPAIR-HOURS-AM"]
    )
    trial = try_repair(crowded.desk, code=A, repair=longer.repair)
    outcome = keep_repair(crowded.desk, code=A, trial=trial)

    board = outcome.value
    assert board.session.unplaced == ()
    assert board.session.hours.start < SHORT.start
    assert board.session.status is SessionStatus.PROPOSED
    assert breaches(facts_of(board), board.session.juries, board.session.hearings) == []
    assert (crowded.acts, outcome.label) == (PROPOSED * 2, "ACT-REPAIR-KEPT")
    revert(crowded.desk, outcome_changes=outcome.changes)
    assert crowded.all(Kind.SESSION) == before


def test_somebody_who_frees_a_half_day_is_no_longer_away(office: FakeOffice) -> None:
    office.store(
        *(replace(one, absences=(Absence(DAY, DAY, reason="tournage"),)) for one in a_pool()[:1]),
        a_session(candidacies=(1, 2, 3), juries=(), hearings=()),
    )
    pool = office.all(Kind.EXAMINER)
    best = explain_session(office.desk, code=A)[0].repairs[0]
    trial = try_repair(office.desk, code=A, repair=best.repair)
    outcome = keep_repair(office.desk, code=A, trial=trial)

    assert [found.code for found in best.sentences] == ["REPAIR-AWAY"]
    assert best.heard == 3
    assert [len(one.absences) for one in office.all(Kind.EXAMINER)] == [1, 0, 0, 0]
    assert office.all(Kind.EXAMINER)[0].absences[0].half_day is not None
    assert outcome.value.session.unplaced == ()
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.EXAMINER) == pool


def test_somebody_is_allowed_to_judge_the_certification(office: FakeOffice) -> None:
    office.store(
        *(replace(one, judges=("RNCP6082",)) for one in a_pool()[:1]),
        a_session(candidacies=(1, 2, 3), juries=(), hearings=()),
    )
    best = explain_session(office.desk, code=A)[0].repairs[0]
    trial = try_repair(office.desk, code=A, repair=best.repair)
    outcome = keep_repair(office.desk, code=A, trial=trial)

    assert [found.code for found in best.sentences] == ["REPAIR-SCOPE"]
    assert office.all(Kind.EXAMINER)[0].judges == ("RNCP6082", "RNCP40642")
    assert outcome.value.session.unplaced == ()


def test_a_candidate_comes_earlier_than_asked(office: FakeOffice) -> None:
    asked = replace(office.all(Kind.CANDIDACY)[0], not_before=DAY + timedelta(days=1))
    office.store(asked, a_session(candidacies=(1, 2, 3), juries=(), hearings=()))
    planning.propose(office.desk, code=A, seconds=5)
    best = explain_candidacy(office.desk, code=A, candidacy_id=asked.id).repairs[0]
    trial = try_repair(office.desk, code=A, repair=best.repair)
    outcome = keep_repair(office.desk, code=A, trial=trial)

    assert [found.code for found in best.sentences] == ["REPAIR-EARLIER"]
    assert office.all(Kind.CANDIDACY)[0].not_before is None
    assert outcome.value.session.unplaced == ()


def test_a_recruit_can_be_tried_but_not_kept(office: FakeOffice) -> None:
    office.store(a_vae(1), Tie(1, 1, TieKind.EMPLOYER, TieState.CONFIRMED, id=1))
    office.store(a_session(candidacies=(1,), juries=(), hearings=()))
    best = explain_candidacy(office.desk, code=A, candidacy_id=1).repairs[0]
    trial = try_repair(office.desk, code=A, repair=best.repair)

    assert [found.code for found in best.sentences] == ["REPAIR-NOBODY_ELSE"]
    assert len(trial.plan.hearings) == 1
    with pytest.raises(WrongUsage, match="REASON-NOT-KEPT-HERE"):
        keep_repair(office.desk, code=A, trial=trial)


def test_a_trial_of_a_session_that_changed_is_not_kept(crowded: FakeOffice) -> None:
    trial = try_repair(crowded.desk, code=A, repair=waiting(crowded).repairs[0].repair)
    adjusting.withdraw_candidacy(crowded.desk, code=A, candidacy_id=1)

    with pytest.raises(StaleData, match="SESSION-STALE"):
        keep_repair(crowded.desk, code=A, trial=trial)


def test_a_trial_in_which_somebody_left_meanwhile_is_not_kept(crowded: FakeOffice) -> None:
    trial = try_repair(crowded.desk, code=A, repair=waiting(crowded).repairs[0].repair)
    gone = crowded.all(Kind.EXAMINER)[0]
    crowded.store(replace(gone, absences=(Absence(DAY, DAY),)))

    with pytest.raises(StaleData, match="SESSION-STALE"):
        keep_repair(crowded.desk, code=A, trial=trial)


def test_nothing_is_kept_in_a_frozen_session(crowded: FakeOffice) -> None:
    trial = try_repair(crowded.desk, code=A, repair=waiting(crowded).repairs[0].repair)
    (session,) = crowded.all(Kind.SESSION)
    crowded.store(replace(session, status=SessionStatus.FROZEN))

    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        keep_repair(crowded.desk, code=A, trial=trial)


def test_who_has_an_hour_has_no_reasons(crowded: FakeOffice) -> None:
    heard = crowded.all(Kind.SESSION)[0].hearings[0].candidacy_id

    for number in (heard, 99):
        with pytest.raises(WrongUsage, match="REASON-NOT-WAITING"):
            explain_candidacy(crowded.desk, code=A, candidacy_id=number)


def test_a_session_without_candidates_is_explained_by_its_juries(office: FakeOffice) -> None:
    office.store(
        *(replace(one, absences=(Absence(DAY, DAY),)) for one in a_pool()[:1]),
        a_session(candidacies=(), juries=(), hearings=()),
    )
    (told,) = explain_session(office.desk, code=A)

    assert (told.candidacy_id, told.name) == (0, "")
    assert {found.code for found in told.block} == {"BLOCK-AWAY", "BLOCK-NOBODY_ELSE"}
    assert [found.code for found in told.repairs[0].sentences] == ["REPAIR-AWAY"]


def test_juries_of_one_sex_are_explained_too(office: FakeOffice) -> None:
    office.store(
        *(replace(one, sex=Sex.MALE) for one in a_pool()),
        a_vae(1),
        a_session(candidacies=(1, 2, 3), juries=(), hearings=()),
    )
    planning.propose(office.desk, code=A, seconds=5)
    (told,) = explain_session(office.desk, code=A)

    assert (told.candidacy_id, told.route) == (0, None)
    assert "BLOCK-ONE_SEX" in {found.code for found in told.block}
    helpful = [found.code for one in told.repairs for found in one.sentences]
    assert "REPAIR-NOBODY_ELSE-WOMAN" in helpful
