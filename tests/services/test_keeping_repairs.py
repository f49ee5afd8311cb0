"""Keeping a change that only a person can decide: a tie set aside, a designation, a recruit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Mandate, Qualification, Sex, Training
from jurydesk.domain.pins import Pins
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import StaleData, WrongUsage
from jurydesk.services.reasons import (
    Reasoned,
    ReasonMemory,
    Trial,
    explain_candidacy,
    explain_one_sex,
    explain_session,
    try_repair,
)
from jurydesk.services.repair_needs import Needs
from jurydesk.services.repairing import Decided, keep_repair
from jurydesk.services.undo import revert
from tests.builders import CODE, DAY, a_pool, a_session, a_vae
from tests.fakes import FakeOffice

A = "2026-12-A"
PROPOSED_TIE = Tie(1, 1, TieKind.EMPLOYER, TieState.PROPOSED, id=1)
ENOUGH = Mandate(date(2026, 12, 1), date(2027, 11, 30), "Décision 2026-14")


@pytest.fixture
def tied(office: FakeOffice) -> FakeOffice:
    """The only holder of a seat may be tied to the only candidate."""
    office.store(a_vae(1), PROPOSED_TIE)
    office.store(a_session(candidacies=(1,), juries=(), hearings=()))
    return office


@pytest.fixture
def ended(office: FakeOffice) -> FakeOffice:
    """The mandate of the only holder of a seat ended the day before."""
    past = Mandate(date(2026, 1, 1), DAY - timedelta(days=1), "Décision 1")
    office.store(*(replace(one, mandates=(past,)) for one in a_pool()[:1]))
    office.store(a_session(candidacies=(1, 2, 3), juries=(), hearings=()))
    return office


def tried(office: FakeOffice, kind: str, candidacy: int = 1) -> Trial:
    told = explain_candidacy(office.desk, code=A, candidacy_id=candidacy)
    (offered,) = (one for one in told.repairs if [found.code for found in one.sentences] == [kind])
    return try_repair(office.desk, code=A, repair=offered.repair)


def test_a_proposed_tie_is_set_aside_with_its_reason(tied: FakeOffice) -> None:
    trial = tried(tied, "REPAIR-TIE")
    assert (trial.can_keep, trial.needs) == (True, {Needs.REASON})

    outcome = keep_repair(tied.desk, code=A, trial=trial, decided=Decided("Homonyme"))
    (tie,) = tied.all(Kind.TIE)
    assert (tie.state, tie.reason, tie.settled_by) == (TieState.SET_ASIDE, "Homonyme", "Camille")
    assert outcome.value.session.unplaced == ()
    assert tied.acts == [EventType.SESSION_PROPOSED]
    details = json.loads(tied.workspace.events[-1].details)
    assert details["set_aside"] == [{"reason": "Homonyme", "tie": 1}]

    revert(tied.desk, outcome_changes=outcome.changes)
    assert [one.state for one in tied.all(Kind.TIE)] == [TieState.PROPOSED]


def test_a_tie_is_not_set_aside_without_a_reason(tied: FakeOffice) -> None:
    trial = tried(tied, "REPAIR-TIE")

    with pytest.raises(WrongUsage, match="TIE-WITHOUT-REASON"):
        keep_repair(tied.desk, code=A, trial=trial)
    assert tied.acts == []


def test_a_declared_tie_is_never_offered_to_be_set_aside(office: FakeOffice) -> None:
    office.store(a_vae(1), replace(PROPOSED_TIE, state=TieState.CONFIRMED))
    office.store(a_session(candidacies=(1,), juries=(), hearings=()))
    told = explain_candidacy(office.desk, code=A, candidacy_id=1)

    assert "BLOCK-TIE" in {found.code for found in told.block}
    assert "REPAIR-TIE" not in {f.code for one in told.repairs for f in one.sentences}


def test_a_tie_that_was_declared_meanwhile_stays(tied: FakeOffice) -> None:
    trial = tried(tied, "REPAIR-TIE")
    tied.store(replace(PROPOSED_TIE, state=TieState.CONFIRMED))

    with pytest.raises(StaleData, match="SESSION-STALE"):
        keep_repair(tied.desk, code=A, trial=trial, decided=Decided("Homonyme"))
    assert [one.state for one in tied.all(Kind.TIE)] == [TieState.CONFIRMED]


def test_somebody_is_designated_by_an_act_between_two_dates(ended: FakeOffice) -> None:
    pool = ended.all(Kind.EXAMINER)
    trial = tried(ended, "REPAIR-MANDATE")
    assert (trial.can_keep, trial.needs, trial.days) == (True, {Needs.DESIGNATION}, (DAY,))

    outcome = keep_repair(ended.desk, code=A, trial=trial, decided=Decided(mandate=ENOUGH))
    mandates = ended.all(Kind.EXAMINER)[0].mandates
    assert (len(mandates), mandates[-1]) == (2, ENOUGH)
    assert outcome.value.session.unplaced == ()
    details = json.loads(ended.workspace.events[-1].details)
    assert details["designated"] == [
        {"act": "Décision 2026-14", "end": "2027-11-30", "examiner": 1, "start": "2026-12-01"}
    ]
    revert(ended.desk, outcome_changes=outcome.changes)
    assert ended.all(Kind.EXAMINER) == pool


@pytest.mark.parametrize(
    ("mandate", "code"),
    [
        (None, "REASON-WITHOUT-DESIGNATION"),
        (replace(ENOUGH, act=" "), "REASON-WITHOUT-DESIGNATION"),
        (replace(ENOUGH, end=date(2026, 11, 1)), "REASON-DATES-BACKWARDS"),
        (replace(ENOUGH, start=DAY + timedelta(days=1)), "REASON-MANDATE-TOO-SHORT"),
    ],
)
def test_a_designation_that_does_not_do_is_refused(
    ended: FakeOffice, mandate: Mandate | None, code: str
) -> None:
    trial = tried(ended, "REPAIR-MANDATE")

    with pytest.raises(WrongUsage, match=code):
        keep_repair(ended.desk, code=A, trial=trial, decided=Decided(mandate=mandate))
    assert ended.acts == []


def test_a_mandate_that_begins_on_the_day_is_enough(ended: FakeOffice) -> None:
    trial = tried(ended, "REPAIR-MANDATE")
    border = replace(ENOUGH, start=DAY, end=DAY)

    board = keep_repair(ended.desk, code=A, trial=trial, decided=Decided(mandate=border)).value
    assert board.session.unplaced == ()


def test_a_recruit_comes_as_a_draft_with_seat_and_certification(office: FakeOffice) -> None:
    office.store(a_vae(1), replace(PROPOSED_TIE, state=TieState.CONFIRMED))
    office.store(a_session(candidacies=(1,), juries=(), hearings=()))
    trial = tried(office, "REPAIR-NOBODY_ELSE")

    (draft,) = trial.recruits
    assert (trial.can_keep, trial.needs) == (False, {Needs.PERSON})
    assert (draft.id, draft.last_name, draft.sex) == (0, "", Sex.NOT_STATED)
    assert draft.qualifications == (Qualification("EMPLOYERS", ""),)
    assert (draft.judges, draft.training) == ((CODE,), Training.UNKNOWN)
    assert draft.mandates == (Mandate(DAY, DAY),)


def test_a_recruit_who_is_to_be_a_woman_says_so(office: FakeOffice) -> None:
    office.store(
        *(replace(one, sex=Sex.MALE) for one in a_pool()),
        a_vae(1),
        a_session(candidacies=(1,), juries=(), hearings=()),
    )
    plan = explain_one_sex(office.desk, code=A)
    assert plan.block == ()  # nobody is heard yet

    from jurydesk.services.planning import propose

    propose(office.desk, code=A, seconds=5)
    told = explain_one_sex(office.desk, code=A)
    (woman, *_) = (
        one
        for one in told.repairs
        if [found.code for found in one.sentences] == ["REPAIR-NOBODY_ELSE-WOMAN"]
    )
    trial = try_repair(office.desk, code=A, repair=woman.repair)
    assert [one.sex for one in trial.recruits] == [Sex.FEMALE]
    assert (told.candidacy_id, told.route) == (0, None)


def test_somebody_set_aside_by_the_office_is_admitted_again(office: FakeOffice) -> None:
    pins = Pins(barred=(1,))
    office.store(a_session(candidacies=(1, 2, 3), juries=(), hearings=(), pins=pins))
    trial = tried(office, "REPAIR-BAN-SESSION")
    outcome = keep_repair(office.desk, code=A, trial=trial)

    assert outcome.value.session.pins == Pins()
    assert outcome.value.session.unplaced == ()


def test_what_is_known_is_told_before_the_end(ended: FakeOffice) -> None:
    parts: list[Reasoned] = []
    told = explain_candidacy(ended.desk, code=A, candidacy_id=1, tell=parts.append)

    first, *_, last = parts
    assert (first.block, first.repairs, first.is_complete) == (told.block, (), False)
    assert last.repairs == told.repairs
    assert told.is_complete


def test_what_was_worked_out_is_remembered_until_the_session_changes(ended: FakeOffice) -> None:
    memory = ReasonMemory()

    def asked(candidacy: int) -> tuple[int, Reasoned]:
        parts: list[Reasoned] = []
        told = explain_candidacy(
            ended.desk, code=A, candidacy_id=candidacy, memory=memory, tell=parts.append
        )
        return len(parts), told

    (parts, first), (no_more, second) = asked(1), asked(2)
    assert (parts > 0, no_more) == (True, 0)
    assert (first.block, second.candidacy_id) == (second.block, 2)
    ended.store(replace(a_pool()[1], absences=(Absence(DAY, DAY),)))
    again, other = asked(2)
    assert again > 0
    assert other != second


def test_a_whole_session_says_the_same(ended: FakeOffice) -> None:
    told = explain_session(ended.desk, code=A)
    assert told == tuple(
        explain_candidacy(ended.desk, code=A, candidacy_id=number) for number in (1, 2, 3)
    )
