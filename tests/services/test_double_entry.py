"""Two persons type the results: what differs is shown, and keeps a deliberation open if asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Appearance, HearingRecord, Outcome
from jurydesk.domain.second_entry import Difference
from jurydesk.errors import DamagedFile, RefusedByRule, WrongUsage
from jurydesk.exchange.plain_workbook import PlainSheet, write_plain
from jurydesk.services import deliberating, double_entry, undo
from jurydesk.services.freezing import freeze_session
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.results import results_template
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.wording import Wording
from tests.builders import CODE, DAY, a_record
from tests.fakes import FakeOffice
from tests.services.test_grids import A, recorded

NOA = "Noa Petit"
REFUSED = replace(
    a_record(1),
    results=(replace(a_record(1).results[0], outcome=Outcome.REFUSED), *a_record(1).results[1:]),
)


@pytest.fixture
def judged(on_the_day: FakeOffice) -> FakeOffice:
    freeze_session(on_the_day.desk, code=A)
    recorded(on_the_day)
    return on_the_day


def require(office: FakeOffice) -> None:
    settings = replace(read_settings(office.desk), double_entry=True)
    save_settings(office.desk, settings=settings)


def second(office: FakeOffice, *records: HearingRecord, by: str = NOA) -> double_entry.DoubleEntry:
    typed = records or (a_record(1),)
    return double_entry.record_second(office.desk, code=A, records=typed, by=by).value


def test_nothing_was_typed_a_second_time(judged: FakeOffice) -> None:
    entry = double_entry.open_double_entry(judged.desk, code=A)
    assert [row.candidacy_id for row in entry.missing] == [1]
    assert (entry.differences, entry.is_required) == ((), False)


def test_entries_that_agree(judged: FakeOffice) -> None:
    entry = second(judged)
    assert (entry.differences, entry.missing) == ((), ())
    (row,) = entry.rows
    assert row.entry is not None
    assert (row.entry.by, row.entry.first_by) == (NOA, judged.desk.actor)
    assert judged.acts[-1] is EventType.SECOND_ENTRY_RECORDED


def test_a_difference_is_shown_and_warned_of(judged: FakeOffice) -> None:
    entry = second(judged, REFUSED)
    assert entry.differences == (Difference(1, f"{CODE}BC01", "ACQUIRED", "REFUSED"),)
    findings = deliberating.open_deliberation(judged.desk, code=A).findings
    assert "TWICE-02" in {finding.code for finding in findings}
    deliberating.close_deliberation(judged.desk, code=A)


def test_a_difference_keeps_the_deliberation_open_where_two_entries_are_wanted(
    judged: FakeOffice,
) -> None:
    require(judged)
    for typed, code in (((), "TWICE-03"), ((REFUSED,), "TWICE-01")):
        if typed:
            second(judged, *typed)
        with pytest.raises(RefusedByFindings, match="DELIBERATION-BLOCKED") as refusal:
            deliberating.close_deliberation(judged.desk, code=A)
        assert [finding.code for finding in refusal.value.findings] == [code]
    # Typed anew by the second person, it replaces what was there
    second(judged)
    assert deliberating.close_deliberation(judged.desk, code=A).value.deliberation.is_closed
    assert '"grids_hash":' in judged.workspace.events[-1].details


def test_the_first_entry_corrected_settles_the_difference(judged: FakeOffice) -> None:
    second(judged, HearingRecord(1, Appearance.ABSENT))
    absent = HearingRecord(1, Appearance.ABSENT)
    deliberating.record_hearing(judged.desk, code=A, record=absent)
    assert double_entry.open_double_entry(judged.desk, code=A).differences == ()


def test_one_person_does_not_type_both(judged: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="SECOND-SAME-PERSON"):
        second(judged, by=judged.desk.actor.upper())
    with pytest.raises(RefusedByRule, match="SECOND-SAME-PERSON"):
        double_entry.record_second(
            judged.desk, code=A, records=[a_record(1)], by=NOA, first_by="PETIT Noa"
        )
    with pytest.raises(WrongUsage, match="SECOND-WITHOUT-NAME"):
        second(judged, by="  ")
    assert judged.all(Kind.SECOND_ENTRY) == ()


def test_what_was_not_typed_is_left_out(judged: FakeOffice) -> None:
    assert second(judged, HearingRecord(1)).missing
    with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
        second(judged, a_record(2))


def test_nobody_types_before_the_day_or_after_the_closing(judged: FakeOffice) -> None:
    evening = judged.clock.now()
    judged.clock.move_to(datetime.combine(DAY - timedelta(days=1), time(18)))
    with pytest.raises(RefusedByRule, match="HEARING-NOT-YET"):
        second(judged)
    judged.clock.move_to(evening)
    deliberating.close_deliberation(judged.desk, code=A)
    with pytest.raises(RefusedByRule, match="SESSION-CLOSED"):
        second(judged)


def test_it_can_be_taken_back(judged: FakeOffice) -> None:
    outcome = double_entry.record_second(judged.desk, code=A, records=[a_record(1)], by=NOA)
    undo.revert(judged.desk, outcome_changes=outcome.changes)
    assert judged.all(Kind.SECOND_ENTRY) == ()


class TestSheet:
    def test_the_sheet_of_the_first_is_read_for_the_second(
        self, judged: FakeOffice, tmp_path: Path
    ) -> None:
        path = tmp_path / "second.xlsx"
        results_template(judged.desk, code=A, path=path, wording=Wording())
        report = double_entry.import_second(judged.desk, code=A, path=path, by=NOA).value
        assert (report.hearings, report.rejected, report.unread) == (1, (), ())
        assert (report.entry.differences, report.entry.missing) == ((), ())

    def test_another_file_is_no_sheet_of_results(self, judged: FakeOffice, tmp_path: Path) -> None:
        path = tmp_path / "autre.xlsx"
        write_plain(path, (PlainSheet("Feuille", (("a", "b"), (1, 2))),))
        with pytest.raises(DamagedFile, match="RESULTS-NOT-UNDERSTOOD"):
            double_entry.import_second(judged.desk, code=A, path=path, by=NOA)
