"""Summonses: recorded with what people are told, answered, taken back, reminded; undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.changes import Kind
from jurydesk.domain.release import Person, Role
from jurydesk.domain.summons import Channel, Reminder, Reply, Sending, Summons, SummonsState
from jurydesk.errors import JurydeskError, RefusedByRule, WrongUsage
from jurydesk.services import adjusting, releasing, sessions, standing_in, summonses
from jurydesk.services.examiners import list_examiners, remove_examiners
from jurydesk.services.home import home
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.services.summonses import AnswerDraft
from jurydesk.services.undo import revert
from tests.builders import DAY, TODAY, a_pool

if TYPE_CHECKING:
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.views import SessionBoard
    from tests.fakes import FakeOffice

A = "2026-12-A"
CANDIDATE, FIRST, SECOND = (Role.CANDIDATE, 1), (Role.EXAMINER, 1), (Role.EXAMINER, 2)
YES, NO = AnswerDraft(Reply.ACCEPTED), AnswerDraft(Reply.DECLINED)
DUE = DAY - timedelta(14)
"""Sent three weeks before: a week is left to answer."""


@pytest.fixture
def sent(planned: FakeOffice) -> FakeOffice:
    """Three of five people were sent their summons today, 23 November."""
    releasing.release_plan(planned.desk, code=A)
    people = [CANDIDATE, FIRST, SECOND]
    releasing.mark_told(planned.desk, code=A, people=people, channel=Channel.EMAIL)
    return planned


def of(office: FakeOffice, person: tuple[Role, int]) -> Summons:
    with office.desk.open_unit() as unit:
        return next(one for one in unit.summonses.all() if one.person == person)


def answer(
    office: FakeOffice, draft: AnswerDraft, *people: tuple[Role, int]
) -> Outcome[SessionBoard]:
    return summonses.record_answer(office.desk, code=A, people=people or (FIRST,), draft=draft)


def codes(outcome: Outcome[SessionBoard]) -> list[str]:
    return [finding.code for finding in outcome.findings]


def move_to(office: FakeOffice, day: date) -> None:
    office.clock.move_to(datetime.combine(day, time(9)))


def test_being_told_is_being_sent_a_summons(sent: FakeOffice) -> None:
    with sent.desk.open_unit() as unit:
        every = unit.summonses.all()
        release = unit.sessions.all()[0].release
    assert [one.person for one in every] == [CANDIDATE, FIRST, SECOND]
    assert len({one.uid for one in every}) == 3
    assert release is not None
    for one in every:
        known = release.of(one.person).known
        assert one.sendings == (Sending(TODAY, Channel.EMAIL, known, DUE),)


def test_undo_takes_the_telling_and_the_summonses_back(planned: FakeOffice) -> None:
    releasing.release_plan(planned.desk, code=A)
    outcome = releasing.mark_told(planned.desk, code=A, people=[FIRST])
    assert {change.kind for change in outcome.changes} == {Kind.SESSION, Kind.SUMMONS}
    revert(planned.desk, outcome_changes=outcome.changes, label=outcome.label)
    with planned.desk.open_unit() as unit:
        assert unit.summonses.all() == ()
    assert len(releasing.read_telling(planned.desk, code=A).due) == 5


def test_a_summons_may_have_left_yesterday_and_not_tomorrow(planned: FakeOffice) -> None:
    releasing.release_plan(planned.desk, code=A)
    yesterday = TODAY - timedelta(1)
    releasing.mark_told(planned.desk, code=A, people=[FIRST], on=yesterday, channel=Channel.POST)
    assert of(planned, FIRST).sendings[0].on == yesterday
    with pytest.raises(WrongUsage, match="SUMMONS-AHEAD"):
        releasing.mark_told(planned.desk, code=A, people=[SECOND], on=TODAY + timedelta(1))


def test_a_change_is_a_second_sending_with_the_same_uid(sent: FakeOffice) -> None:
    before = of(sent, CANDIDATE)
    adjusting.move_hearing(sent.desk, code=A, candidacy_id=1, jury=1, start=time(10))
    releasing.release_plan(sent.desk, code=A)
    releasing.mark_told(sent.desk, code=A, people=[CANDIDATE])
    after = of(sent, CANDIDATE)
    assert (after.uid, after.sequence) == (before.uid, 1)
    assert [one.asked[0].start.hour for one in after.sendings] == [9, 10]


def test_who_is_planned_no_more_is_sent_a_cancellation(sent: FakeOffice) -> None:
    answer(sent, YES, CANDIDATE)
    adjusting.withdraw_candidacy(sent.desk, code=A, candidacy_id=1)
    adjusting.move_hearing(sent.desk, code=A, candidacy_id=2, jury=1, start=time(9))
    releasing.release_plan(sent.desk, code=A)
    releasing.mark_told(sent.desk, code=A, people=[CANDIDATE])
    cancelled = of(sent, CANDIDATE)
    assert cancelled.state(TODAY) is SummonsState.CANCELLED
    assert cancelled.due is None
    with pytest.raises(RefusedByRule, match="SUMMONS-NOTHING-ASKED"):
        answer(sent, YES, CANDIDATE)


def test_several_people_answer_at_once_and_it_is_one_act(sent: FakeOffice) -> None:
    outcome = answer(sent, YES, CANDIDATE, FIRST)
    assert sent.acts[-1] is EventType.ANSWER_RECORDED
    assert len(outcome.changes) == 2
    states = {one.key: one.state for one in releasing.read_telling(sent.desk, code=A).contacts}
    assert states == {
        CANDIDATE: SummonsState.ACCEPTED,
        FIRST: SummonsState.ACCEPTED,
        SECOND: SummonsState.WAITING,
        (Role.EXAMINER, 3): None,
        (Role.EXAMINER, 4): None,
    }
    revert(sent.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert of(sent, FIRST).answers == ()


def test_who_declines_blocks_the_plan_until_the_seat_is_free(sent: FakeOffice) -> None:
    outcome = answer(sent, replace(NO, note="en tournage", channel=Channel.PHONE))
    assert "CALL-01" in codes(outcome)
    assert of(sent, FIRST).answers[0].note == "en tournage"
    with pytest.raises(RefusedByFindings):
        releasing.release_plan(sent.desk, code=A)
    board = standing_in.cancel_juror(sent.desk, code=A, jury=1, examiner_id=1).value
    assert "CALL-01" not in {finding.code for finding in board.findings}
    again = adjusting.seat_examiner(sent.desk, code=A, jury=1, seat="EMPLOYERS", examiner_id=1)
    assert "CALL-01" in codes(again)


def test_a_corrected_answer_supersedes_and_a_withdrawn_one_counts_no_more(sent: FakeOffice) -> None:
    answer(sent, NO)
    assert "CALL-01" not in codes(answer(sent, YES))
    assert [one.reply for one in of(sent, FIRST).answers] == [Reply.DECLINED, Reply.ACCEPTED]
    outcome = summonses.withdraw_answer(sent.desk, code=A, people=[FIRST])
    assert "CALL-01" in codes(outcome)
    summonses.withdraw_answer(sent.desk, code=A, people=[FIRST])
    assert of(sent, FIRST).state(TODAY) is SummonsState.WAITING
    with pytest.raises(RefusedByRule, match="SUMMONS-NO-ANSWER"):
        summonses.withdraw_answer(sent.desk, code=A, people=[FIRST])


def test_one_half_day_may_be_declined_alone(sent: FakeOffice) -> None:
    morning = (DAY, HalfDay.AM)
    answer(sent, replace(NO, halves=(morning,)))
    assert of(sent, FIRST).has_declined(morning)
    with pytest.raises(WrongUsage, match="SUMMONS-OTHER-HALF"):
        answer(sent, replace(NO, halves=((DAY, HalfDay.PM),)))
    with pytest.raises(WrongUsage, match="SUMMONS-OTHER-HALF"):
        answer(sent, replace(NO, halves=()))


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(YES, on=TODAY + timedelta(1)), "SUMMONS-AHEAD"),
        (replace(YES, on=TODAY - timedelta(1)), "SUMMONS-BEFORE"),
    ],
)
def test_days_that_cannot_be(sent: FakeOffice, draft: AnswerDraft, code: str) -> None:
    with pytest.raises(JurydeskError, match=code):
        answer(sent, draft)
    assert of(sent, FIRST).answers == ()


def test_who_was_sent_nothing_answers_nothing(sent: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="SUMMONS-NOT-SENT") as refusal:
        answer(sent, YES, (Role.EXAMINER, 3))
    assert refusal.value.figures["name"] == a_pool()[2].full_name


@pytest.mark.parametrize("nobody", [(Role.CANDIDATE, 99), (Role.EXAMINER, 999)])
def test_a_number_that_nobody_has_is_said_to_be_unknown(sent: FakeOffice, nobody: Person) -> None:
    with pytest.raises(WrongUsage, match="STORE-25"):
        answer(sent, YES, nobody)


def test_a_reminder_moves_the_next_one_and_needs_a_question(sent: FakeOffice) -> None:
    move_to(sent, TODAY + timedelta(3))
    summonses.remind(sent.desk, code=A, people=[FIRST], channel=Channel.PHONE)
    assert of(sent, FIRST).reminders == (Reminder(TODAY + timedelta(3), Channel.PHONE),)
    due = {one.key: one.reminder for one in releasing.read_telling(sent.desk, code=A).contacts}
    assert (due[FIRST], due[SECOND]) == (DUE, TODAY + timedelta(7))
    answer(sent, YES, SECOND)
    with pytest.raises(RefusedByRule, match="SUMMONS-ANSWERED"):
        summonses.remind(sent.desk, code=A, people=[SECOND])


@pytest.mark.parametrize(("days", "urgent"), [(6, False), (7, True), (20, True)])
def test_the_home_page_names_reminders(sent: FakeOffice, days: int, *, urgent: bool) -> None:
    answer(sent, YES)
    move_to(sent, TODAY + timedelta(days))
    view = home(sent.desk)
    (task,) = (one for one in (*view.urgent, *view.later) if one.code == "TASK-REMIND")
    assert (task.due, task.urgent, dict(task.figures)["count"]) == (DUE, urgent, 2)


@pytest.mark.parametrize("days", [21, 30])
def test_nobody_is_reminded_once_the_day_has_come(sent: FakeOffice, days: int) -> None:
    move_to(sent, TODAY + timedelta(days))
    assert "TASK-REMIND" not in {one.code for one in home(sent.desk).urgent}


def test_the_office_says_when_answers_are_due(planned: FakeOffice) -> None:
    save_settings(planned.desk, settings=OfficeSettings(answer_days=5, reminder_days=2))
    releasing.release_plan(planned.desk, code=A)
    releasing.mark_told(planned.desk, code=A, people=[FIRST])
    assert of(planned, FIRST).due == DAY - timedelta(5)


def test_silence_after_the_last_day_is_a_warning(sent: FakeOffice) -> None:
    move_to(sent, DUE)
    assert "CALL-02" not in {f.code for f in sessions.open_session(sent.desk, code=A).findings}
    move_to(sent, DUE + timedelta(1))
    assert {"CALL-02", "CALL-05"} <= {
        finding.code for finding in sessions.open_session(sent.desk, code=A).findings
    }


@pytest.mark.parametrize(("days", "late"), [(15, False), (14, True)])
def test_notice_to_the_employer(planned: FakeOffice, days: int, *, late: bool) -> None:
    planned.store(replace(a_pool()[0], is_employee=True))
    releasing.release_plan(planned.desk, code=A)
    move_to(planned, DAY - timedelta(days))
    contact = next(c for c in releasing.read_telling(planned.desk, code=A).due if c.key == FIRST)
    assert contact.notice == DAY - timedelta(15)
    outcome = releasing.mark_told(planned.desk, code=A, people=[FIRST])
    assert ("CALL-03" in codes(outcome)) is late


def test_who_is_not_employed_has_no_employer_to_tell(planned: FakeOffice) -> None:
    planned.store(replace(a_pool()[0], is_employee=False))
    releasing.release_plan(planned.desk, code=A)
    due = releasing.read_telling(planned.desk, code=A).due
    assert [one.notice for one in due if one.key in {FIRST, CANDIDATE}] == [None, None]


def test_the_pool_shows_how_people_answer(sent: FakeOffice) -> None:
    move_to(sent, DUE + timedelta(2))
    answer(sent, YES)
    rows = {row.key: row.responses for row in list_examiners(sent.desk)}
    assert (rows[1].median, rows[1].late, rows[1].silent) == (9, 1, 0)
    assert (rows[2].late, rows[2].silent, rows[3].responses) == (0, 1, ())


def test_what_goes_takes_its_summonses_along_and_comes_back_with_them(sent: FakeOffice) -> None:
    gone = remove_examiners(sent.desk, ids=[1])
    with sent.desk.open_unit() as unit:
        assert [one.person for one in unit.summonses.all()] == [CANDIDATE, SECOND]
    revert(sent.desk, outcome_changes=gone.changes, label=gone.label)
    assert of(sent, FIRST).person == FIRST
    whole = sessions.remove_session(sent.desk, session_id=1)
    with sent.desk.open_unit() as unit:
        assert unit.summonses.all() == ()
    revert(sent.desk, outcome_changes=whole.changes, label=whole.label)
    assert of(sent, SECOND).person == SECOND
