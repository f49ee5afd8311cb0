"""What the pool can hold, as a service and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jurydesk.domain.certification import EMPLOYERS, SEAT_KINDS
from jurydesk.domain.people import Sex
from jurydesk.errors import Cancelled, WrongUsage
from jurydesk.services.foresight import Question
from jurydesk.services.foresight_words import held_text, loss_text, recruitment_text
from jurydesk.services.stress import StressTest, Wanted, stress
from jurydesk.wording import Wording
from tests.builders import CODE, DAY, an_examiner
from tests.fakes import FakeOffice

ENGLISH = Wording("en")
TEST = StressTest(Question(CODE, start=DAY, end=DAY + timedelta(days=11)), limit=3)


def test_the_pool_of_four_holds_what_each_may_sit(office: FakeOffice) -> None:
    report = stress(office.desk, test=TEST)
    assert (report.juries, report.bound, report.sessions, report.half_days) == (3, 3, 1, 18)
    assert [(one.examiner.id, one.juries) for one in report.indispensable] == [
        (number, 3) for number in range(1, 5)
    ]
    (needed,) = report.recruitments
    assert needed.juries == 3
    assert [(w.seat.kind, w.sex, w.count) for w in needed.wanted] == [
        (kind, None, 1) for kind in SEAT_KINDS
    ]
    assert not report.lacks_time


def test_juries_that_sit_already_count_in_the_year(planned: FakeOffice) -> None:
    assert stress(planned.desk, test=TEST).juries == 2
    assert stress(planned.desk, test=replace(TEST, limit=1)).juries == 0


def test_without_a_figure_the_one_of_the_settings_holds(office: FakeOffice) -> None:
    report = stress(office.desk, test=replace(TEST, limit=None))
    assert (report.limit, report.juries) == (12, 12)


def test_the_sex_that_would_help_is_named(office: FakeOffice) -> None:
    everybody = [an_examiner(n, seat=kind, sex=Sex.FEMALE) for n, kind in enumerate(SEAT_KINDS, 1)]
    office.store(*everybody)
    report = stress(office.desk, test=TEST)
    assert (report.juries, report.indispensable) == (0, ())
    assert [one.wanted for one in report.recruitments] == [
        (Wanted(seat, Sex.MALE, 1),) for seat in report.setting.panel.seats
    ]
    assert recruitment_text(report.recruitments[0], ENGLISH) == (
        "1 man for the seat “employers” (from outside the certifying body): 3 more juries."
    )


def test_sentences(office: FakeOffice) -> None:
    report = stress(office.desk, test=replace(TEST, limit=200))
    assert report.lacks_time
    assert report.recruitments == ()
    assert held_text(report, ENGLISH) == (
        "From 14\u00a0December\u00a02026 to 25\u00a0December\u00a02026 (18 working half-days)"
        " the pool can hold 18 more juries. At 2 juries per session that makes 9 whole sessions."
        " Each half-day is full: time or room is what lacks, not people."
    )
    assert loss_text(report.indispensable[0], ENGLISH).startswith("Without ARNAUD Zoé: ")
    doubtful = held_text(replace(report, bound=99), ENGLISH)
    assert "there might be up to 99" in doubtful


def test_an_empty_pool_asks_for_a_whole_jury(office: FakeOffice) -> None:
    office.store(*(an_examiner(n, seat=EMPLOYERS, active=False) for n in range(1, 5)))
    report = stress(office.desk, test=TEST)
    assert report.juries == 0
    assert {len(one.wanted) for one in report.recruitments} == {4}


@pytest.mark.parametrize("changes", [{"rooms": 0}, {"limit": 0}, {"juries_per_session": 999}])
def test_a_figure_out_of_bounds_is_a_sentence(office: FakeOffice, changes: dict[str, int]) -> None:
    with pytest.raises(WrongUsage) as refused:
        stress(office.desk, test=replace(TEST, **changes))
    assert refused.value.code == "FORESIGHT-FIGURE"


def test_it_can_be_stopped(office: FakeOffice) -> None:
    told: list[int] = []

    def stop(done: int, total: int) -> None:
        told.append(done)
        if done > total / 3:
            raise Cancelled("TASK-CANCELLED")

    with pytest.raises(Cancelled):
        stress(office.desk, test=TEST, progress=stop)
    assert told == sorted(told)
