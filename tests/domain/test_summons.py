"""What somebody was sent and what they answered: states, sequence, last days, lateness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.release import Appointment, Role
from jurydesk.domain.response_record import Response, ResponseRecord, response_record
from jurydesk.domain.summons import (
    Answer,
    Channel,
    Reminder,
    Sending,
    Summons,
    SummonsState,
    answer_due,
    answered,
    reminder_due,
    sent,
    standing_answers,
    withdrawn,
)
from tests.builders import DAY
from tests.domain.case import Case, codes
from tests.domain.summons_cases import CASES, DUE, NO, SENT, YES, replied, summons

MORNING = Appointment(
    DAY, HalfDay.AM, "Salle 1", datetime(2026, 12, 14, 9), datetime(2026, 12, 14, 12, 30)
)
AFTERNOON = replace(
    MORNING,
    half_day=HalfDay.PM,
    start=datetime(2026, 12, 14, 13, 30),
    end=datetime(2026, 12, 14, 17, 30),
)
BOTH = (MORNING, AFTERNOON)
S = SummonsState


@pytest.mark.parametrize("case", CASES, ids=str)
def test_findings_of_a_session(case: Case) -> None:
    assert codes(case.find()) == case.expected


def test_the_first_sending_is_sequence_0_and_the_uid_stays() -> None:
    one = summons(BOTH)
    again = sent(one, Sending(SENT, Channel.POST, (MORNING,)))
    assert (one.sequence, again.sequence) == (0, 1)
    assert (one.uid, again.uid) == ("uid-1", "uid-1")
    assert (again.asked, again.due) == ((MORNING,), None)


@pytest.mark.parametrize(
    ("one", "today", "state"),
    [
        (summons(BOTH), SENT, S.WAITING),
        (summons(BOTH), DUE, S.WAITING),
        (summons(BOTH), DUE + timedelta(1), S.SILENT),
        (replied(summons(BOTH), YES), DUE + timedelta(1), S.ACCEPTED),
        (replied(summons(BOTH), NO), DUE + timedelta(1), S.DECLINED),
        (answered(summons(BOTH), Answer(NO, SENT, (MORNING,))), SENT, S.WAITING),
        (
            answered(replied(summons(BOTH), YES), Answer(NO, SENT, (AFTERNOON,))),
            SENT,
            S.PARTLY,
        ),
        (summons(()), SENT, S.CANCELLED),
        (withdrawn(replied(summons(BOTH), NO)), SENT, S.WAITING),
        (withdrawn(replied(summons(BOTH), YES, NO)), SENT, S.ACCEPTED),
    ],
)
def test_state(one: Summons, today: date, state: SummonsState) -> None:
    assert one.state(today) is state


def test_who_accepted_a_half_day_is_not_asked_again_for_another_room() -> None:
    moved = replace(MORNING, room="Salle 2")
    one = sent(replied(summons((MORNING,)), YES), Sending(DUE, Channel.EMAIL, (moved,), DUE))
    assert one.state(DUE) is S.ACCEPTED


def test_another_hour_is_another_question() -> None:
    later = replace(MORNING, start=MORNING.start + timedelta(hours=1))
    one = sent(replied(summons((MORNING,)), YES), Sending(DUE, Channel.EMAIL, (later,), DUE))
    assert one.unanswered == (later,)


def test_what_was_declined_stays_declined_when_it_is_asked_no_more() -> None:
    one = sent(replied(summons(BOTH), NO), Sending(DUE, Channel.EMAIL, ()))
    assert one.has_declined((DAY, HalfDay.AM))
    assert one.state(DUE) is S.CANCELLED


def test_superseded_answers_are_kept() -> None:
    one = replied(summons(BOTH), NO, YES)
    assert [answer.reply for answer in one.answers] == [NO, YES]
    assert [answer.reply for answer in standing_answers(one)] == [YES]
    partly = answered(one, Answer(NO, SENT, (MORNING,)))
    assert [answer.reply for answer in standing_answers(partly)] == [YES, NO]


def test_taking_back_leaves_a_trace_and_taking_back_nothing_nothing() -> None:
    one = withdrawn(replied(summons(BOTH), NO))
    assert [answer.withdrawn for answer in one.answers] == [True]
    assert withdrawn(one) == one
    assert withdrawn(summons(BOTH)) == summons(BOTH)


def test_whose_it_is() -> None:
    assert summons(BOTH).person == (Role.EXAMINER, 1)
    assert summons(BOTH, candidacy_id=7).person == (Role.CANDIDATE, 7)


def test_nothing_sent_yet_asks_nothing() -> None:
    nothing = Summons(1, "uid", examiner_id=1)
    assert (nothing.sequence, nothing.last, nothing.asked, nothing.due) == (0, None, (), None)
    assert reminder_due(nothing, days=7) is None
    assert nothing.asked_since((DAY, HalfDay.AM)) is None


def test_since_when_a_half_day_is_asked_without_a_break() -> None:
    one = summons(BOTH)
    one = sent(one, Sending(SENT + timedelta(3), Channel.EMAIL, (AFTERNOON,)))
    one = sent(one, Sending(SENT + timedelta(5), Channel.EMAIL, BOTH))
    assert one.asked_since((DAY, HalfDay.PM)) == SENT
    assert one.asked_since((DAY, HalfDay.AM)) == SENT + timedelta(5)


@pytest.mark.parametrize(
    ("before", "due"),
    [
        (60, DAY - timedelta(20)),
        (27, DAY - timedelta(20)),
        (26, DAY - timedelta(19)),
        (10, DAY - timedelta(3)),
        (8, DAY - timedelta(1)),
        (3, DAY - timedelta(1)),
        (1, DAY - timedelta(1)),
        (0, DAY),
    ],
)
def test_last_day_of_an_answer(before: int, due: date) -> None:
    assert answer_due(DAY - timedelta(before), DAY, days_before=20, at_least=7) == due


@pytest.mark.parametrize(
    ("one", "due"),
    [
        (summons(BOTH), SENT + timedelta(7)),
        (summons(BOTH, sent=DUE - timedelta(3)), DUE),
        (summons(BOTH, sent=DUE), DUE + timedelta(7)),
        (summons(BOTH, due=None), SENT + timedelta(7)),
        (replied(summons(BOTH), YES), None),
        (summons(()), None),
        (
            replace(summons(BOTH), reminders=(Reminder(SENT + timedelta(9), Channel.PHONE),)),
            SENT + timedelta(16),
        ),
    ],
)
def test_when_a_reminder_is_due(one: Summons, due: date | None) -> None:
    assert reminder_due(one, days=7) == due


def test_answers_with_their_days() -> None:
    late = DUE + timedelta(4)
    every = (
        replied(summons(BOTH), YES, on=SENT + timedelta(2)),
        replied(summons(BOTH), NO, YES, on=late),
        summons(BOTH),
    )
    record = response_record(every, today=late)
    assert [one.days for one in record.responses] == [2, 24, None]
    assert [one.late_by for one in record.responses] == [0, 4, 0]
    assert (record.median, record.late, record.silent, record.declined) == (2, 1, 1, 1)
    assert record.last == every[1].answers[0]


@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True)])
def test_an_answer_on_its_last_day_is_in_time(days: int, *, late: bool) -> None:
    on = DUE + timedelta(days)
    (response,) = response_record([replied(summons(BOTH), YES, on=on)], today=on).responses
    assert response.is_late is late
    (waiting,) = response_record([summons(BOTH)], today=on).responses
    assert waiting.silent is late


def test_a_question_that_changed_before_an_answer_is_no_silence() -> None:
    one = sent(summons((MORNING,)), Sending(SENT + timedelta(5), Channel.EMAIL, BOTH, DUE))
    one = replied(one, YES, on=SENT + timedelta(6))
    assert response_record([one], today=DAY).responses == (
        Response(1, SENT + timedelta(5), DUE, one.answers[0]),
    )


def test_another_room_asks_nothing_and_a_cancellation_neither() -> None:
    one = replied(summons(BOTH), YES)
    one = sent(one, Sending(DUE, Channel.EMAIL, (replace(MORNING, room="Salle 2"),), DUE))
    one = sent(one, Sending(DUE, Channel.EMAIL, ()))
    assert len(response_record([one], today=DAY).responses) == 1


def test_nobody_asked_nothing_known() -> None:
    nothing = ResponseRecord()
    assert (nothing.median, nothing.late, nothing.silent, nothing.last) == (None, 0, 0, None)
