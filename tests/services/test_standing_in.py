"""Somebody cannot come: the absence, the vacant seat, and who may stand in at what price."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import EMPLOYEES
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Sex
from jurydesk.domain.pins import Pins
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import standing_in
from jurydesk.services.sessions import open_session
from jurydesk.services.stand_ins import StandIns
from jurydesk.services.undo import revert
from tests.builders import DAY, a_session
from tests.fakes import FakeOffice

A = "2026-12-A"
SEATED = 2
"""Who sits for the employees in the session of the builders."""


def seat_of(office: FakeOffice, examiner: int) -> str:
    juror = open_session(office.desk, code=A).session.juries[0].juror(examiner)
    assert juror is not None
    return juror.seat


def test_who_cannot_come_is_away_and_leaves_the_seat(planned: FakeOffice) -> None:
    planned.store(replace(a_session(pins=Pins(seats=((1, SEATED),))), candidacies=(1, 2, 3)))
    outcome = standing_in.cancel_juror(
        planned.desk, code=A, jury=1, examiner_id=SEATED, reason=" tournage "
    )
    session = outcome.value.session
    assert session.juries[0].juror(SEATED) is None
    assert session.pins == Pins()
    (person,) = [e for e in planned.all(Kind.EXAMINER) if e.id == SEATED]
    assert person.absences == (Absence(DAY, DAY, HalfDay.AM, "tournage"),)
    assert "JURY-01" in {finding.code for finding in outcome.findings}
    assert planned.acts == [EventType.JUROR_CANCELLED]


def test_one_undo_brings_person_and_seat_back(planned: FakeOffice) -> None:
    before = open_session(planned.desk, code=A).session
    outcome = standing_in.cancel_juror(planned.desk, code=A, jury=1, examiner_id=SEATED)
    revert(planned.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert open_session(planned.desk, code=A).session == before
    (person,) = [e for e in planned.all(Kind.EXAMINER) if e.id == SEATED]
    assert person.absences == ()


def test_only_a_member_of_a_session_to_come_can_cancel(planned: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
        standing_in.cancel_juror(planned.desk, code=A, jury=1, examiner_id=99)
    planned.store(a_session(status=SessionStatus.FROZEN))
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        standing_in.cancel_juror(planned.desk, code=A, jury=1, examiner_id=SEATED)


def test_substitutes_are_ranked_by_their_effect(planned: FakeOffice) -> None:
    seat = seat_of(planned, SEATED)
    assert seat == EMPLOYEES
    (holder,) = [e for e in planned.all(Kind.EXAMINER) if e.id == SEATED]
    for number in (11, 12, 13):
        planned.store(replace(holder, id=number, last_name=f"Remplaçant{number}"))
    planned.store(replace(holder, id=14, last_name="Absent", absences=(Absence(DAY, DAY),)))
    placement = Tie(1, 12, TieKind.PLACEMENT, TieState.CONFIRMED, id=1)
    planned.store(placement)
    other = Sex.MALE if holder.sex is Sex.FEMALE else Sex.FEMALE
    planned.store(replace(holder, id=13, last_name="Remplaçant13", sex=other))
    board = standing_in.cancel_juror(planned.desk, code=A, jury=1, examiner_id=SEATED).value
    found = standing_in.substitutes(board, jury=1, seat=seat)
    order = [one.examiner.id for one in found if one.examiner.id >= 11]
    assert order == [11, 13, 12, 14]
    effects = {one.examiner.id: one.effect for one in found}
    assert effects[14] is None
    assert effects[11] is not None
    assert effects[12] is not None
    assert (effects[11].recusals, effects[11].unheard, effects[11].blocking) == (0, 0, 0)
    assert effects[12].recusals == 1
    assert effects[11].women == effects[11].men == 2


def test_each_seat_names_who_could_take_it(planned: FakeOffice) -> None:
    """Of the builders' pool everybody sits, but for those whom the test adds."""
    spare = replace(
        next(e for e in planned.all(Kind.EXAMINER) if e.id == SEATED), last_name="Zola", id=77
    )
    planned.store(spare)
    board = open_session(planned.desk, code=A)
    (jury,) = board.session.juries
    found = StandIns(board)
    assert [one.id for one in found.of(jury, SEATED)] == [77]
    away = replace(spare, absences=(Absence(DAY, DAY),))
    gone = replace(board, examiners=tuple(away if e.id == 77 else e for e in board.examiners))
    assert StandIns(gone).of(jury, SEATED) == ()
    frozen = replace(board.session, status=SessionStatus.FROZEN)
    assert StandIns(replace(board, session=frozen)).of(jury, SEATED) == ()
