from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, TEACHING_STAFF
from jurydesk.domain.changes import Kind
from jurydesk.domain.session import Jury, SessionStatus
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import adjusting
from jurydesk.services.sessions import open_session
from tests.builders import CODE, DAY, a_candidacy, a_hearing, a_session, an_examiner
from tests.fakes import FakeOffice

A = "2026-12-A"


def test_move_places_a_candidacy_for_its_own_length(planned: FakeOffice) -> None:
    planned.store(a_candidacy(2, extra_time=True))
    outcome = adjusting.move_hearing(
        planned.desk, code=A, candidacy_id=2, jury=1, start=time(10, 0)
    )
    assert outcome.value.session.hearings == (a_hearing(1), a_hearing(2, at="10:00", minutes=60))
    assert outcome.findings == ()
    assert planned.acts == [EventType.SESSION_CHANGED]


def test_move_that_overlaps_is_kept_with_its_findings(planned: FakeOffice) -> None:
    start = datetime.combine(DAY, time(9, 15))
    outcome = adjusting.move_hearing(planned.desk, code=A, candidacy_id=2, jury=1, start=start)
    assert {finding.code for finding in outcome.findings} == {"HEAR-01"}
    assert len(planned.all(Kind.SESSION)[0].hearings) == 2


def test_move_again_replaces_the_place(planned: FakeOffice) -> None:
    adjusting.move_hearing(planned.desk, code=A, candidacy_id=1, jury=1, start=time(11))
    (session,) = planned.all(Kind.SESSION)
    assert session.hearings == (a_hearing(1, at="11:00"),)


def test_move_recuses_whoever_is_tied(planned: FakeOffice) -> None:
    planned.store(Tie(2, 3, TieKind.TRAINER, id=1))
    board = adjusting.move_hearing(
        planned.desk, code=A, candidacy_id=2, jury=1, start=time(10)
    ).value
    hearing = board.session.hearing(2)
    assert hearing is not None
    assert hearing.recused == (3,)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"candidacy_id": 9}, "CANDIDACY-NOT-IN-SESSION"),
        ({"jury": 9}, "JURY-UNKNOWN"),
        ({"start": datetime.combine(DAY + timedelta(days=1), time(9))}, "HEARING-OTHER-DAY"),
    ],
)
def test_move_refuses_what_means_nothing(
    planned: FakeOffice, changes: dict[str, Any], code: str
) -> None:
    act = {"candidacy_id": 1, "jury": 1, "start": time(9)} | changes
    with pytest.raises(WrongUsage, match=code):
        adjusting.move_hearing(planned.desk, code=A, **act)


def test_unplace_keeps_the_candidacy_in_the_session(planned: FakeOffice) -> None:
    session = adjusting.unplace_hearing(planned.desk, code=A, candidacy_id=1).value.session
    assert (session.hearings, session.unplaced) == ((), (1, 2, 3))


def test_unplace_refuses_what_has_no_place(planned: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
        adjusting.unplace_hearing(planned.desk, code=A, candidacy_id=2)


def test_seat_takes_the_place_of_its_holder_in_the_order_of_the_sheet(
    planned: FakeOffice,
) -> None:
    planned.store(an_examiner(5, seat=EMPLOYEES))
    board = adjusting.seat_examiner(
        planned.desk, code=A, jury=1, seat=EMPLOYEES, examiner_id=5
    ).value
    jury = board.session.juries[0]
    assert [juror.examiner_id for juror in jury.jurors] == [1, 5, 3, 4]
    assert jury.president_id == 1


def test_seat_emptied_by_the_president_names_another(planned: FakeOffice) -> None:
    board = adjusting.seat_examiner(
        planned.desk, code=A, jury=1, seat=EMPLOYERS, examiner_id=None
    ).value
    assert board.session.juries[0].president_id == 2
    assert "JURY-01" in {finding.code for finding in board.findings}


def test_seat_moves_somebody_within_the_jury(planned: FakeOffice) -> None:
    board = adjusting.seat_examiner(
        planned.desk, code=A, jury=1, seat=EMPLOYEES, examiner_id=1
    ).value
    seats = {juror.seat: juror.examiner_id for juror in board.session.juries[0].jurors}
    assert seats[EMPLOYEES] == 1
    assert EMPLOYERS not in seats
    assert "JURY-07" in {finding.code for finding in board.findings}


def test_seat_renews_the_recusals_of_the_hearings(planned: FakeOffice) -> None:
    planned.store(an_examiner(5, seat=EMPLOYEES), Tie(1, 5, TieKind.TRAINER, id=1))
    board = adjusting.seat_examiner(
        planned.desk, code=A, jury=1, seat=EMPLOYEES, examiner_id=5
    ).value
    assert board.session.hearings[0].recused == (5,)


@pytest.mark.parametrize(
    ("seat", "examiner", "code"),
    [("CHAIR", 1, "SEAT-UNKNOWN"), (EMPLOYERS, 99, "EXAMINER-UNKNOWN")],
)
def test_seat_refuses_what_does_not_exist(
    planned: FakeOffice, seat: str, examiner: int, code: str
) -> None:
    with pytest.raises(WrongUsage, match=code):
        adjusting.seat_examiner(planned.desk, code=A, jury=1, seat=seat, examiner_id=examiner)


def test_president_must_sit_there(planned: FakeOffice) -> None:
    outcome = adjusting.set_president(planned.desk, code=A, jury=1, examiner_id=3)
    assert outcome.value.session.juries[0].president_id == 3
    with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
        adjusting.set_president(planned.desk, code=A, jury=1, examiner_id=9)


def test_president_without_a_vote_is_shown_as_blocking(planned: FakeOffice) -> None:
    outcome = adjusting.set_president(planned.desk, code=A, jury=1, examiner_id=4)
    assert "JURY-13" in {finding.code for finding in outcome.findings}


def test_reason_is_kept_without_its_outer_spaces(planned: FakeOffice) -> None:
    board = adjusting.set_one_sex_reason(planned.desk, code=A, jury=1, reason=" désistement ").value
    assert board.session.juries[0].one_sex_reason == "désistement"


def test_jury_is_added_with_the_next_number(planned: FakeOffice) -> None:
    board = adjusting.add_jury(
        planned.desk, code=A, day=DAY, half_day=HalfDay.PM, room="Salle 1"
    ).value
    assert board.session.juries[1] == Jury(2, DAY, HalfDay.PM, "Salle 1", CODE)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": DAY + timedelta(days=1)}, "SESSION-OTHER-DAY"),
        ({"room": "Salle 9"}, "SESSION-OTHER-ROOM"),
    ],
)
def test_jury_stays_within_days_and_rooms(
    planned: FakeOffice, changes: dict[str, Any], code: str
) -> None:
    place = {"day": DAY, "half_day": HalfDay.PM, "room": "Salle 1"} | changes
    with pytest.raises(WrongUsage, match=code):
        adjusting.add_jury(planned.desk, code=A, **place)


def test_jury_moved_to_another_half_day_loses_its_hours(planned: FakeOffice) -> None:
    board = adjusting.move_jury(
        planned.desk, code=A, jury=1, half=(DAY, HalfDay.PM), room="Salle 1"
    ).value
    assert board.session.juries[0].half == (DAY, HalfDay.PM)
    assert board.session.hearings == ()


def test_jury_moved_to_another_room_keeps_its_hours(planned: FakeOffice) -> None:
    planned.store(replace(planned.all(Kind.SESSION)[0], rooms=("Salle 1", "Salle 2")))
    board = adjusting.move_jury(
        planned.desk, code=A, jury=1, half=(DAY, HalfDay.AM), room="Salle 2"
    ).value
    assert (board.session.juries[0].room, len(board.session.hearings)) == ("Salle 2", 1)


def test_jury_removed_leaves_its_candidates_waiting(planned: FakeOffice) -> None:
    session = adjusting.remove_jury(planned.desk, code=A, jury=1).value.session
    assert (session.juries, session.unplaced) == ((), (1, 2, 3))


def test_candidacies_are_added_once(office: FakeOffice) -> None:
    office.store(a_session())
    outcome = adjusting.add_candidacies(office.desk, code=A, candidacies=(1, 2))
    assert outcome.value.session.candidacies == (1, 2)


def test_withdrawn_candidacy_is_free(planned: FakeOffice) -> None:
    session = adjusting.withdraw_candidacy(planned.desk, code=A, candidacy_id=1).value.session
    assert (session.candidacies, session.hearings) == ((2, 3), ())
    with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
        adjusting.withdraw_candidacy(planned.desk, code=A, candidacy_id=1)


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: adjusting.unplace_hearing(desk, code=A, candidacy_id=1),
        lambda desk: adjusting.remove_jury(desk, code=A, jury=1),
        lambda desk: adjusting.add_candidacies(desk, code=A, candidacies=(2,)),
    ],
)
def test_frozen_session_is_not_adjusted(office: FakeOffice, act: Callable[[Any], object]) -> None:
    office.store(replace(a_session(), status=SessionStatus.FROZEN))
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        act(office.desk)
    assert office.acts == []


def test_place_check_answers_from_the_board_alone(planned: FakeOffice) -> None:
    board = open_session(planned.desk, code=A)
    opened = planned.workspace.units
    free = adjusting.check_place(board, candidacy_id=2, jury=1, start=time(10))
    taken = adjusting.check_place(board, candidacy_id=2, jury=1, start=time(9, 30))
    assert (free.hearing, free.findings) == (a_hearing(2, at="10:00"), ())
    assert [finding.code for finding in taken.findings] == ["HEAR-01"]
    assert planned.workspace.units == opened


def test_seat_options_put_the_possible_and_the_less_busy_first(planned: FakeOffice) -> None:
    planned.store(an_examiner(5, seat=EMPLOYEES), an_examiner(6, seat=EMPLOYERS))
    board = open_session(planned.desk, code=A)
    options = adjusting.seat_options(board, jury=1, seat=EMPLOYEES)
    possible = [(o.examiner.id, o.load) for o in options if not any(f.blocks for f in o.findings)]
    assert possible == [(5, 0), (2, 1)]
    assert len(options) == 6


def test_seat_options_know_the_teaching_seat(planned: FakeOffice) -> None:
    board = open_session(planned.desk, code=A)
    best = adjusting.seat_options(board, jury=1, seat=TEACHING_STAFF)[0]
    assert (best.examiner.id, best.findings) == (4, ())
