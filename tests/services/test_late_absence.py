"""A member does not come or leaves: what each candidate can expect, and the three ways out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Deliberation,
    Incident,
    Recusal,
)
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import deliberating
from jurydesk.services.freezing import freeze_session
from jurydesk.services.late_absence import (
    Missing,
    able_to_preside,
    adjourn_remaining,
    effects_of,
    go_on_without,
    hearings_left,
)
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.replacing import Newcomer, possible_substitutes, replace_juror
from jurydesk.services.room_board import DeliberationBoard
from jurydesk.wording import Wording
from tests.builders import (
    DAY,
    a_candidacy,
    a_candidate,
    a_hearing,
    a_record,
    a_session,
    an_examiner,
)
from tests.fakes import FakeOffice

A = "2026-12-A"
WORDS = Wording("fr")
PRESENT = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
TRAIN = "Train annulé"
PRESIDENT, EMPLOYEE, TEACHER, SUBSTITUTE = 1, 2, 4, 9
NINE = time(9)


@pytest.fixture
def room(office: FakeOffice) -> FakeOffice:
    """Three candidates in one morning; one more person may sit for the employees."""
    for number in (2, 3):
        office.store(a_candidate(number), a_candidacy(number))
    hours = {1: "09:00", 2: "09:45", 3: "10:30"}
    hearings = tuple(a_hearing(number, at=at) for number, at in hours.items())
    office.store(a_session(candidacies=(1, 2, 3), hearings=hearings))
    office.store(an_examiner(SUBSTITUTE, seat=EMPLOYEES))
    office.clock.move_to(datetime.combine(DAY, NINE))
    freeze_session(office.desk, code=A)
    return office


def board(office: FakeOffice) -> DeliberationBoard:
    return deliberating.open_deliberation(office.desk, code=A)


def session(office: FakeOffice) -> Session:
    return board(office).board.session


def deliberation(office: FakeOffice) -> Deliberation:
    return board(office).deliberation


def missing(examiner: int = EMPLOYEE, at: time = NINE, reason: str = TRAIN) -> Missing:
    return Missing(1, examiner, at, reason)


def hear_first(office: FakeOffice) -> None:
    """The first candidate was heard by all and judged; it is ten o'clock."""
    deliberating.record_attendance(office.desk, code=A, attendance=PRESENT)
    office.clock.move_to(datetime.combine(DAY, time(10)))
    deliberating.record_hearing(office.desk, code=A, record=a_record(1))


def told(
    office: FakeOffice, *, substitute_id: int | None = None
) -> list[tuple[int, int, bool, list[str]]]:
    effects = effects_of(board(office), missing(), substitute_id=substitute_id)
    return [
        (
            one.hearing.candidacy_id,
            one.regularity.deliberating,
            one.regularity.is_regular,
            [finding.code for finding in one.regularity.reasons],
        )
        for one in effects
    ]


class TestEffects:
    def test_two_of_three_still_decide(self, room: FakeOffice) -> None:
        assert told(room) == [(1, 2, True, []), (2, 2, True, []), (3, 2, True, [])]

    def test_below_the_quorum_nobody_is_judged_and_the_reason_is_named(
        self, room: FakeOffice
    ) -> None:
        absent = Attendance(1, 3, present=False)
        deliberating.record_attendance(room.desk, code=A, attendance=(absent,))
        assert told(room)[0] == (1, 1, False, ["DELIB-04"])

    def test_with_a_substitute_three_decide(self, room: FakeOffice) -> None:
        assert told(room, substitute_id=SUBSTITUTE)[0] == (1, 3, True, [])

    def test_who_was_judged_already_is_not_concerned(self, room: FakeOffice) -> None:
        hear_first(room)
        left = hearings_left(session(room), deliberation(room), jury=1, at=time(10))
        assert [hearing.candidacy_id for hearing in left] == [2, 3]

    def test_who_is_being_heard_still_is(self, room: FakeOffice) -> None:
        deliberating.record_attendance(room.desk, code=A, attendance=PRESENT)
        record = a_record(1, results=())
        deliberating.record_hearing(room.desk, code=A, record=record)
        there = deliberation(room)
        assert len(hearings_left(session(room), there, jury=1, at=time(9, 44))) == 3
        assert len(hearings_left(session(room), there, jury=1, at=time(9, 45))) == 2

    def test_without_the_president_somebody_has_to_preside(self, room: FakeOffice) -> None:
        gone = missing(PRESIDENT)
        (first, *_) = effects_of(board(room), gone)
        assert [finding.code for finding in first.regularity.reasons] == ["DELIB-20"]
        able = [juror.examiner_id for juror in able_to_preside(board(room), gone)]
        assert able == [2, 3]
        (first, *_) = effects_of(board(room), gone, acting_id=able[0])
        assert first.regularity.is_regular

    def test_nobody_is_asked_to_preside_who_is_away(self, room: FakeOffice) -> None:
        away = (Attendance(1, 2, present=False), Attendance(1, 3, True, None, time(8, 50)))
        deliberating.record_attendance(room.desk, code=A, attendance=away)
        assert able_to_preside(board(room), missing(PRESIDENT)) == ()

    def test_of_somebody_who_has_no_seat_nothing_can_be_said(self, room: FakeOffice) -> None:
        with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
            effects_of(board(room), missing(SUBSTITUTE))


class TestGoingOn:
    def test_an_absence_stands_in_the_record_and_among_the_incidents(
        self, room: FakeOffice
    ) -> None:
        go_on_without(room.desk, code=A, missing=missing(), wording=WORDS)
        noted = deliberation(room)
        assert noted.attendance == (Attendance(1, EMPLOYEE, present=False),)
        (incident,) = noted.incidents
        assert (incident.jury, incident.at) == (1, NINE)
        assert incident.text == (
            "BELLEC Yves, qui avait reçu une convocation, n’a pas siégé\u00a0: Train annulé"
        )
        assert room.acts[-1] is EventType.DELIBERATION_RECORDED

    def test_whoever_was_there_left_at_that_hour(self, room: FakeOffice) -> None:
        deliberating.record_attendance(room.desk, code=A, attendance=PRESENT)
        go_on_without(room.desk, code=A, missing=missing(at=time(10)), wording=WORDS)
        noted = deliberation(room)
        assert noted.presence(1, EMPLOYEE) == Attendance(1, EMPLOYEE, True, None, time(10))
        assert noted.incidents[0].text == "BELLEC Yves a quitté le jury\u00a0: Train annulé"

    def test_somebody_presides_in_the_same_act(self, room: FakeOffice) -> None:
        deliberating.record_attendance(room.desk, code=A, attendance=PRESENT)
        gone = missing(PRESIDENT, time(10))
        go_on_without(room.desk, code=A, missing=gone, wording=WORDS, acting_id=3)
        assert deliberation(room).acting_presidents == (ActingPresident(1, 3, TRAIN),)

    def test_without_a_reason_nothing_is_recorded(self, room: FakeOffice) -> None:
        with pytest.raises(RefusedByRule, match="ABSENCE-WITHOUT-REASON"):
            go_on_without(room.desk, code=A, missing=missing(reason="  "), wording=WORDS)
        assert room.all(Kind.DELIBERATION) == ()


class TestAdjourning:
    def test_only_who_was_not_heard_is_put_off(self, room: FakeOffice) -> None:
        hear_first(room)
        adjourn_remaining(room.desk, code=A, missing=missing(at=time(10)), wording=WORDS)
        noted = deliberation(room)
        assert [(r.candidacy_id, r.appearance) for r in noted.records] == [
            (1, Appearance.PRESENT),
            (2, Appearance.ADJOURNED),
            (3, Appearance.ADJOURNED),
        ]
        assert {r.observations for r in noted.records[1:]} == {TRAIN}
        assert noted.incidents[-1] == Incident(
            "2 passages sont ajournés et feront l’objet de nouvelles convocations.", 1, time(10)
        )

    def test_what_was_noted_of_a_recusal_stays(self, room: FakeOffice) -> None:
        recusal = Recusal(3, "Ami")
        record = a_record(1, appearance=Appearance.EXPECTED, results=(), recusals=(recusal,))
        deliberating.record_hearing(room.desk, code=A, record=record)
        adjourn_remaining(room.desk, code=A, missing=missing(), wording=WORDS)
        found = deliberation(room).record(1)
        assert found is not None
        assert found.recusals == (recusal,)

    def test_where_everybody_was_heard_there_is_nothing_to_put_off(self, room: FakeOffice) -> None:
        hear_first(room)
        for number in (2, 3):
            deliberating.record_hearing(
                room.desk,
                code=A,
                record=a_record(number, appearance=Appearance.ABSENT, results=()),
            )
        with pytest.raises(RefusedByRule, match="NOBODY-TO-ADJOURN"):
            adjourn_remaining(room.desk, code=A, missing=missing(at=time(10)), wording=WORDS)

    def test_nobody_is_put_off_before_the_day(self, room: FakeOffice) -> None:
        room.clock.move_to(datetime.combine(DAY.replace(day=DAY.day - 1), NINE))
        with pytest.raises(RefusedByRule, match="HEARING-NOT-YET"):
            adjourn_remaining(room.desk, code=A, missing=missing(), wording=WORDS)


class TestReplacing:
    def test_both_stay_in_the_jury_one_absent_one_there(self, room: FakeOffice) -> None:
        outcome = replace_juror(
            room.desk,
            code=A,
            missing=missing(),
            newcomer=Newcomer(SUBSTITUTE, time(9, 30)),
            wording=WORDS,
        )
        jury = outcome.value.board.session.juries[0]
        seats = [(juror.examiner_id, juror.seat) for juror in jury.jurors]
        assert seats[1:3] == [(EMPLOYEE, EMPLOYEES), (SUBSTITUTE, EMPLOYEES)]
        assert len(jury.jurors) == 5
        noted = outcome.value.deliberation
        assert noted.attendance == (
            Attendance(1, EMPLOYEE, present=False),
            Attendance(1, SUBSTITUTE, True, time(9, 30), None),
        )
        assert [one.text for one in noted.incidents][1] == (
            "MEMBRE9 Alex prend la place de BELLEC Yves (siège «\u00a0salariés\u00a0»)."
        )
        assert room.acts[-1] is EventType.JUROR_REPLACED

    def test_the_substitute_decides_on_those_heard_from_then_on(self, room: FakeOffice) -> None:
        deliberating.record_attendance(room.desk, code=A, attendance=PRESENT)
        replace_juror(
            room.desk,
            code=A,
            missing=missing(at=time(9, 45)),
            newcomer=Newcomer(SUBSTITUTE, time(9, 45)),
            wording=WORDS,
        )
        found = board(room).regularity
        assert {key: one.deliberating for key, one in found.items()} == {1: 3, 2: 3, 3: 3}

    def test_a_tie_of_the_substitute_recuses_them_for_that_candidate(
        self, room: FakeOffice
    ) -> None:
        room.store(Tie(2, SUBSTITUTE, TieKind.EMPLOYER, TieState.CONFIRMED, evidence="Stage"))
        replace_juror(
            room.desk,
            code=A,
            missing=missing(),
            newcomer=Newcomer(SUBSTITUTE, NINE),
            wording=WORDS,
        )
        recused = {hearing.candidacy_id: hearing.recused for hearing in session(room).hearings}
        assert recused == {1: (), 2: (SUBSTITUTE,), 3: ()}

    def test_somebody_the_rules_keep_from_the_seat_does_not_take_it(self, room: FakeOffice) -> None:
        room.store(an_examiner(SUBSTITUTE, seat=EMPLOYERS))
        before = session(room)
        with pytest.raises(RefusedByFindings, match="SUBSTITUTE-REFUSED") as refusal:
            replace_juror(
                room.desk,
                code=A,
                missing=missing(),
                newcomer=Newcomer(SUBSTITUTE, NINE),
                wording=WORDS,
            )
        assert "JURY-07" in {finding.code for finding in refusal.value.findings}
        assert session(room) == before
        assert room.all(Kind.DELIBERATION) == ()

    def test_a_member_takes_no_second_seat(self, room: FakeOffice) -> None:
        with pytest.raises(RefusedByRule, match="SUBSTITUTE-SITS-ALREADY"):
            replace_juror(
                room.desk,
                code=A,
                missing=missing(),
                newcomer=Newcomer(PRESIDENT, NINE),
                wording=WORDS,
            )

    def test_a_jury_of_one_sex_says_why(self, room: FakeOffice) -> None:
        """The only man goes, a woman stands in: what kept him away is the written reason."""
        room.store(an_examiner(TEACHER, seat="TEACHING_STAFF", sex=an_examiner(1).sex))
        replace_juror(
            room.desk,
            code=A,
            missing=missing(),
            newcomer=Newcomer(SUBSTITUTE, NINE),
            wording=WORDS,
        )
        assert session(room).juries[0].one_sex_reason == TRAIN

    def test_those_who_may_come_are_offered_and_no_member(self, room: FakeOffice) -> None:
        found = possible_substitutes(board(room), missing())
        assert [one.examiner.id for one in found] == [SUBSTITUTE]

    def test_nobody_is_replaced_once_it_is_closed(self, room: FakeOffice) -> None:
        held = room.all(Kind.SESSION)[0]
        assert isinstance(held, Session)
        room.store(replace(held, status=SessionStatus.CLOSED))
        with pytest.raises(RefusedByRule, match="SESSION-CLOSED"):
            replace_juror(
                room.desk,
                code=A,
                missing=missing(),
                newcomer=Newcomer(SUBSTITUTE, NINE),
                wording=WORDS,
            )
