"""The checklist before closing: each line, how it stands, where it is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.deliberation import Outcome, Result
from jurydesk.errors import RefusedByRule
from jurydesk.services import deliberating
from jurydesk.services.closing_checklist import (
    FixPlace,
    FixTarget,
    LineState,
    closing_checklist,
)
from jurydesk.services.freezing import freeze_session
from jurydesk.services.settings import save_settings
from tests.builders import CODE, a_record
from tests.fakes import FakeOffice
from tests.services.test_deliberating import DECLARED
from tests.services.test_minutes import OFFICE, PRESENT

A = "2026-12-A"
DONE, TO_DO, TO_KNOW = LineState
REFUSED = Result(f"{CODE}BC03", Outcome.REFUSED)


@pytest.fixture
def frozen(on_the_day: FakeOffice) -> FakeOffice:
    save_settings(on_the_day.desk, settings=OFFICE)
    freeze_session(on_the_day.desk, code=A)
    return on_the_day


def states(office: FakeOffice) -> dict[str, tuple[LineState, int]]:
    lines = closing_checklist(office.desk, code=A).lines
    return {line.code: (line.state, line.count) for line in lines}


def test_nothing_recorded_is_all_to_do(frozen: FakeOffice) -> None:
    found = states(frozen)
    assert found["PRESENCE"] == (TO_DO, 4)
    assert found["DECISIONS"] == (TO_DO, 1)
    assert found["STATEMENTS"] == (DONE, 0)
    assert found["INCIDENTS-NONE"] == (TO_KNOW, 0)
    assert not closing_checklist(frozen.desk, code=A).may_close


def test_lines_come_in_the_order_of_the_day(frozen: FakeOffice) -> None:
    assert list(states(frozen)) == [
        "PRESENCE",
        "DECLARATIONS",
        "DECISIONS",
        "REASONS",
        "RECUSALS",
        "VOTES",
        "REGULARITY",
        "INCIDENTS-NONE",
        "STATEMENTS",
        "SIGNATURES",
    ]


def test_a_day_recorded_in_full_may_be_closed(frozen: FakeOffice) -> None:
    results = deliberating.SessionResults(PRESENT, (a_record(1),), declarations=DECLARED)
    deliberating.record_results(frozen.desk, code=A, results=results)
    checklist = closing_checklist(frozen.desk, code=A)
    assert [line.code for line in checklist.lines if line.state is TO_DO] == []
    assert checklist.may_close
    assert states(frozen)["SIGNATURES"] == (TO_KNOW, 5)
    deliberating.close_deliberation(frozen.desk, code=A)
    assert not closing_checklist(frozen.desk, code=A).may_close, "it is closed already"


def test_each_open_point_leads_to_its_place(frozen: FakeOffice) -> None:
    refused = a_record(1, results=(*a_record().results[:2], REFUSED))
    results = deliberating.SessionResults(PRESENT, (refused,), declarations=DECLARED)
    deliberating.record_results(frozen.desk, code=A, results=results)
    save_settings(frozen.desk, settings=replace(OFFICE, representative=""))
    lines = {line.code: line for line in closing_checklist(frozen.desk, code=A).lines}
    assert lines["REASONS"].target == FixTarget(FixPlace.DELIBERATION, A, 1)
    assert lines["STATEMENTS"].target == FixTarget(FixPlace.SETTINGS, A)
    assert [f.code for f in lines["STATEMENTS"].findings] == ["MIN-03"]
    assert lines["DECISIONS"].target is None


def test_a_session_that_is_still_planned_has_no_checklist(on_the_day: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="SESSION-NOT-FROZEN"):
        closing_checklist(on_the_day.desk, code=A)
