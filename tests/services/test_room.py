"""What the room refuses, in words and with the rule; who presides, declared, what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Ballot,
    Declaration,
    HearingRecord,
    Incident,
    Recusal,
    Voice,
    Vote,
)
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services import deliberating
from jurydesk.services.freezing import freeze_session
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.wording import Wording
from tests.builders import DAY, a_record, declared
from tests.fakes import FakeOffice

A = "2026-12-A"
PRESENT = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
FOR, AGAINST = Voice.IN_FAVOUR, Voice.AGAINST


@pytest.fixture
def room(on_the_day: FakeOffice) -> FakeOffice:
    freeze_session(on_the_day.desk, code=A)
    deliberating.record_attendance(on_the_day.desk, code=A, attendance=PRESENT)
    return on_the_day


def stored(office: FakeOffice) -> object:
    return office.all(Kind.DELIBERATION)


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        (a_record(1, appearance=Appearance.ABSENT), ["DELIB-05"]),
        (
            a_record(1, appearance=Appearance.EXCUSED, results=(), vote=Vote(2, 1)),
            ["DELIB-05"],
        ),
        (
            a_record(
                1, vote=Vote.of((Ballot(1, FOR), Ballot(2, FOR), Ballot(3, FOR), Ballot(4, FOR)))
            ),
            ["DELIB-25"],
        ),
        (
            a_record(
                1,
                recusals=(Recusal(2, "Lien"),),
                vote=Vote.of((Ballot(1, FOR), Ballot(2, AGAINST), Ballot(3, FOR))),
            ),
            ["DELIB-25"],
        ),
        (a_record(1, vote=Vote(3, 0, ballots=(Ballot(1, FOR),))), ["DELIB-24"]),
    ],
    ids=["absent", "excused", "teaching member", "recused member", "too few ballots"],
)
def test_what_no_record_may_say_is_refused_with_its_rule(
    room: FakeOffice, record: HearingRecord, codes: list[str]
) -> None:
    before = stored(room)
    with pytest.raises(RefusedByFindings, match="RECORD-REFUSED") as refusal:
        deliberating.record_hearing(room.desk, code=A, record=record)
    assert [finding.code for finding in refusal.value.findings] == codes
    assert stored(room) == before


def test_a_result_before_the_hearing_began_is_refused(room: FakeOffice) -> None:
    office = room
    with office.unit() as unit:
        deliberation = unit.deliberations.get(1)
    start = datetime.combine(DAY, time(9))
    office.store(replace(deliberation, opened_at=start - timedelta(hours=1), recorded_at=None))
    office.clock.move_to(start - timedelta(minutes=1))
    with pytest.raises(RefusedByRule, match="HEARING-NOT-BEGUN") as refusal:
        deliberating.record_hearing(office.desk, code=A, record=a_record(1))
    assert refusal.value.figures == {"session": A, "hour": "09:00", "now": "08:59"}
    excused = HearingRecord(1, Appearance.EXCUSED)
    deliberating.record_hearing(office.desk, code=A, record=excused)
    office.clock.move_to(start)
    deliberating.record_hearing(office.desk, code=A, record=a_record(1))


def test_a_clock_that_runs_backwards_is_refused(room: FakeOffice) -> None:
    room.clock.move_to(datetime.combine(DAY, time(17, 59)))
    for act in (
        lambda: deliberating.record_hearing(room.desk, code=A, record=a_record(1)),
        lambda: deliberating.close_deliberation(room.desk, code=A),
    ):
        with pytest.raises(RefusedByRule, match="CLOCK-BACKWARDS") as refusal:
            act()
        assert refusal.value.figures == {"now": "14/12/2026 17:59", "last": "14/12/2026 18:00"}


def test_nobody_leaves_before_arriving(room: FakeOffice) -> None:
    note = Attendance(1, 2, present=True, arrived=time(10), left=time(9, 59))
    with pytest.raises(RefusedByRule, match="HOURS-BACKWARDS") as refusal:
        deliberating.record_attendance(room.desk, code=A, attendance=[note])
    assert refusal.value.figures == {"name": "BELLEC Yves", "jury": 1}
    at_once = replace(note, left=time(10))
    deliberating.record_attendance(room.desk, code=A, attendance=[at_once])


def test_the_second_of_two_secretaries_is_told_what_the_first_changed(room: FakeOffice) -> None:
    seen = deliberating.open_deliberation(room.desk, code=A).deliberation.record(1)
    assert seen is None
    seen = HearingRecord(1)
    first = a_record(1, observations="Bon exposé.")
    deliberating.record_hearing(room.desk, code=A, record=first, seen=seen)
    second = a_record(1, recommendation="Relire.")
    with pytest.raises(StaleData, match="RECORD-CHANGED"):
        deliberating.record_hearing(room.desk, code=A, record=second, seen=seen)
    late = replace(first, observations="Excellent exposé.")
    deliberating.record_hearing(room.desk, code=A, record=late, seen=first)
    with pytest.raises(StaleData, match="RECORD-CHANGED-OBSERVATIONS") as refusal:
        deliberating.record_hearing(room.desk, code=A, record=second, seen=first)
    sentence = Wording("fr").text(refusal.value.code, **refusal.value.figures)
    assert "a changé les observations entre-temps" in sentence
    board = deliberating.open_deliberation(room.desk, code=A)
    assert board.deliberation.records == (late,)
    deliberating.record_hearing(room.desk, code=A, record=second, seen=late)


def test_declarations_get_their_hour_and_are_of_those_who_are_there(room: FakeOffice) -> None:
    said = Declaration(1, 2, read_files=True, no_tie=True, note="Dossiers lus le 10.")
    deliberating.record_declarations(room.desk, code=A, declarations=[said])
    room.clock.move_to(datetime.combine(DAY, time(19)))
    again = deliberating.record_declarations(room.desk, code=A, declarations=[said])
    assert again.value.deliberation.declarations == (
        replace(said, at=datetime.combine(DAY, time(18))),
    )
    assert not again.changes
    away = Attendance(1, 3, present=False)
    deliberating.record_attendance(room.desk, code=A, attendance=[away])
    with pytest.raises(RefusedByRule, match="DECLARATION-OF-ABSENT"):
        deliberating.record_declarations(
            room.desk, code=A, declarations=[replace(said, examiner_id=3)]
        )
    with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
        deliberating.record_declarations(
            room.desk, code=A, declarations=[replace(said, examiner_id=9)]
        )


@pytest.mark.parametrize(
    ("examiner", "code"),
    [(4, "ACTING-WITHOUT-VOTE"), (1, "ACTING-PRESIDES"), (3, "ACTING-ABSENT")],
)
def test_who_acts_has_a_vote_is_there_and_does_not_preside_already(
    room: FakeOffice, examiner: int, code: str
) -> None:
    away = Attendance(1, 3, present=False)
    deliberating.record_attendance(room.desk, code=A, attendance=[away])
    with pytest.raises(RefusedByRule, match=code):
        deliberating.record_acting_president(room.desk, code=A, acting=ActingPresident(1, examiner))


def test_somebody_presides_when_the_president_has_gone(room: FakeOffice) -> None:
    deliberating.record_declarations(room.desk, code=A, declarations=declared(PRESENT))
    gone = Attendance(1, 1, present=True, left=time(9, 20))
    board = deliberating.record_attendance(room.desk, code=A, attendance=[gone]).value
    before, after = (board.regularity_now(1, at=time(9, minute)) for minute in (19, 20))
    assert before is not None
    assert after is not None
    assert (before.is_regular, before.deliberating) == (True, 3)
    assert (after.is_regular, after.deliberating) == (False, 2)
    assert [finding.code for finding in after.reasons] == ["DELIB-20", "DELIB-21"]
    acting = ActingPresident(1, 2, "Départ de la présidence")
    named = deliberating.record_acting_president(room.desk, code=A, acting=acting).value
    assert named.regularity[1].is_regular
    assert [finding.code for finding in named.regularity[1].reasons] == ["DELIB-21"]
    assert named.regularity_now(9, at=time(9)) is None
    alone = deliberating.withdraw_acting_president(room.desk, code=A, jury=1).value
    assert not alone.regularity[1].is_regular
    assert alone.presiding == {1: 1}


def test_incidents_are_of_the_session_or_of_one_of_its_juries(room: FakeOffice) -> None:
    told = (Incident(" Alarme. ", jury=1, at=time(9, 20)), Incident("Retard."), Incident(" "))
    outcome = deliberating.record_incidents(room.desk, code=A, incidents=told)
    assert outcome.value.deliberation.incidents == (
        Incident("Alarme.", jury=1, at=time(9, 20)),
        Incident("Retard."),
    )
    with pytest.raises(WrongUsage, match="INCIDENT-JURY-UNKNOWN"):
        deliberating.record_incidents(room.desk, code=A, incidents=[Incident("Alarme.", jury=7)])
