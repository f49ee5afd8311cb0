"""Grids filled in mark by mark, agreed upon, contradicted by results, printed, frozen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Appearance, HearingRecord, Outcome, Recusal
from jurydesk.domain.grids import Mark
from jurydesk.domain.scales import POINTS
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import deliberating, grids, scales, undo
from jurydesk.services.freezing import freeze_session
from jurydesk.services.grid_papers import print_grids
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.wording import Wording
from tests.builders import CODE, DAY, a_record
from tests.documents.reading import pages
from tests.fakes import FakeOffice
from tests.services.test_deliberating import with_results

A = "2026-12-A"
ONE = {"code": A, "candidacy_id": 1}


@pytest.fixture
def frozen(on_the_day: FakeOffice) -> FakeOffice:
    freeze_session(on_the_day.desk, code=A)
    return on_the_day


def mark(office: FakeOffice, examiner: int | None, item: str, level: str) -> None:
    grids.record_mark(office.desk, **ONE, examiner_id=examiner, mark=Mark(item, level))


def codes(refusal: pytest.ExceptionInfo[RefusedByFindings]) -> list[str]:
    return [finding.code for finding in refusal.value.findings]


def test_grids_are_blank_before_anybody_marks(frozen: FakeOffice) -> None:
    board = grids.open_grids(frozen.desk, **ONE)
    assert [one.code for one in board.items] == ["BC01", "BC02", "BC03"]
    assert [one.is_open for one in board.members] == [True, True, True, False]
    assert board.common.grid.is_blank
    assert [one.outcome for one in board.proposals] == [None, None, None]


def test_each_mark_is_one_act_that_can_be_taken_back(frozen: FakeOffice) -> None:
    outcome = grids.record_mark(
        frozen.desk, **ONE, examiner_id=1, mark=Mark("BC01", "E", note=" à revoir ")
    )
    assert outcome.value.members[0].grid.marks == (Mark("BC01", "E", note="à revoir"),)
    assert frozen.acts[-1] is EventType.GRID_MARKED
    undo.revert(frozen.desk, outcome_changes=outcome.changes)
    assert frozen.all(Kind.GRID) == ()


def test_the_same_mark_again_leaves_no_trace(frozen: FakeOffice) -> None:
    mark(frozen, 1, "BC01", "A")
    before = frozen.acts
    mark(frozen, 1, "BC01", "A")
    grids.record_mark(frozen.desk, **ONE, examiner_id=2, mark=Mark("BC01"))
    assert frozen.acts == before


def test_a_remark_is_kept(frozen: FakeOffice) -> None:
    grids.record_remark(frozen.desk, **ONE, examiner_id=None, text=" Bon dossier. ")
    assert grids.open_grids(frozen.desk, **ONE).common.grid.remark == "Bon dossier."


def test_the_teaching_member_cannot_enter_an_opinion(frozen: FakeOffice) -> None:
    with pytest.raises(RefusedByFindings, match="GRID-REFUSED") as refusal:
        mark(frozen, 4, "BC01", "A")
    assert codes(refusal) == ["GRID-01"]
    with pytest.raises(RefusedByFindings):
        grids.record_remark(frozen.desk, **ONE, examiner_id=4, text="Très bien")
    assert frozen.all(Kind.GRID) == ()


def test_a_value_off_the_scale_is_refused_with_what_is_allowed(frozen: FakeOffice) -> None:
    with pytest.raises(RefusedByFindings, match="GRID-MARK-REFUSED") as refusal:
        mark(frozen, 1, "BC09", "Z")
    assert codes(refusal) == ["GRID-05", "GRID-04"]
    allowed = [dict(finding.figures)["allowed"] for finding in refusal.value.findings]
    assert allowed == ["BC01, BC02, BC03", "Acquis, En cours d’acquisition, Non acquis"]


def test_nobody_marks_somebody_absent(frozen: FakeOffice) -> None:
    absent = HearingRecord(1, Appearance.ABSENT)
    deliberating.record_hearing(frozen.desk, code=A, record=absent)
    for who in (1, None):
        with pytest.raises(RefusedByFindings) as refusal:
            mark(frozen, who, "BC01", "A")
        assert codes(refusal) == ["GRID-03"]
    assert print_grids(frozen.desk, code=A, wording=Wording()) == ()


def test_nobody_marks_before_the_day(frozen: FakeOffice) -> None:
    frozen.clock.move_to(datetime.combine(DAY - timedelta(days=1), time(18)))
    with pytest.raises(RefusedByRule, match="HEARING-NOT-YET"):
        mark(frozen, 1, "BC01", "A")


def test_strangers_are_refused(frozen: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
        mark(frozen, 9, "BC01", "A")
    with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
        grids.open_grids(frozen.desk, code=A, candidacy_id=2)


def test_the_common_grid_takes_what_all_agree_upon(frozen: FakeOffice) -> None:
    for examiner, levels in ((1, "AAA"), (2, "AEN"), (3, "AA")):
        for number, level in enumerate(levels, start=1):
            mark(frozen, examiner, f"BC0{number}", level)
    board = grids.open_grids(frozen.desk, **ONE)
    assert board.to_discuss() == ("BC02", "BC03")
    board = grids.take_agreed(frozen.desk, **ONE).value
    assert board.common.grid.marks == (Mark("BC01", "A"),)
    assert frozen.acts[-1] is EventType.GRID_AGREED
    board = grids.take_agreed(frozen.desk, **ONE, with_median=True).value
    # Between acquired and not acquired there is no level in the middle of two
    assert board.common.grid.marks == (Mark("BC01", "A"), Mark("BC02", "A"))
    assert board.to_discuss() == ("BC03",)


def test_what_the_jury_settled_is_not_written_over(frozen: FakeOffice) -> None:
    mark(frozen, 1, "BC01", "A")
    mark(frozen, None, "BC01", "N")
    board = grids.take_agreed(frozen.desk, **ONE).value
    assert board.common.grid.marks == (Mark("BC01", "N"),)


def test_a_member_recused_later_does_not_count(frozen: FakeOffice) -> None:
    mark(frozen, 1, "BC01", "A")
    mark(frozen, 2, "BC01", "N")
    record = a_record(1, recusals=(Recusal(2, "collègue"),))
    deliberating.record_hearing(frozen.desk, code=A, record=record)
    board = grids.open_grids(frozen.desk, **ONE)
    assert (board.agreements[0].given, board.agreements[0].is_agreed) == (1, True)


def test_nothing_that_a_grid_proposes_is_applied(frozen: FakeOffice) -> None:
    for item in ("BC01", "BC02", "BC03"):
        mark(frozen, None, item, "A")
    board = grids.open_grids(frozen.desk, **ONE)
    assert {one.outcome for one in board.proposals} == {Outcome.ACQUIRED}
    assert deliberating.open_deliberation(frozen.desk, code=A).deliberation.records == ()


def recorded(office: FakeOffice) -> None:
    with_results(office, a_record(1))


def test_a_result_against_the_common_grid_is_found_and_does_not_block(frozen: FakeOffice) -> None:
    mark(frozen, None, "BC02", "N")
    recorded(frozen)
    findings = deliberating.open_deliberation(frozen.desk, code=A).findings
    assert [f.code for f in findings if f.code.startswith("GRID")] == ["GRID-07"]
    assert deliberating.close_deliberation(frozen.desk, code=A).value.deliberation.is_closed


def test_closing_seals_the_grids(frozen: FakeOffice) -> None:
    mark(frozen, 1, "BC01", "A")
    recorded(frozen)
    deliberating.close_deliberation(frozen.desk, code=A)
    assert '"grids_hash":' in frozen.workspace.events[-1].details
    with pytest.raises(RefusedByRule, match="SESSION-CLOSED"):
        mark(frozen, 1, "BC01", "N")
    assert grids.open_grids(frozen.desk, **ONE).is_closed


def test_closing_without_grids_says_nothing_of_them(frozen: FakeOffice) -> None:
    recorded(frozen)
    deliberating.close_deliberation(frozen.desk, code=A)
    assert "grids_hash" not in frozen.workspace.events[-1].details


class TestScales:
    def test_the_usual_one_holds_until_the_office_sets_another(self, frozen: FakeOffice) -> None:
        assert not scales.read_scale(frozen.desk, certification=CODE).is_set
        outcome = scales.save_scale(frozen.desk, certification=CODE, scale=POINTS)
        assert scales.read_scale(frozen.desk, certification="40642").scale == POINTS
        assert frozen.acts[-1] is EventType.SCALE_CHANGED
        grids.record_mark(
            frozen.desk, **ONE, examiner_id=1, mark=Mark("BC01", points=Decimal("12.5"))
        )
        undo.revert(frozen.desk, outcome_changes=outcome.changes)
        # What was begun in points goes on in points
        assert grids.open_grids(frozen.desk, **ONE).scale == POINTS

    def test_it_is_not_changed_under_grids_of_an_open_deliberation(
        self, frozen: FakeOffice
    ) -> None:
        mark(frozen, 1, "BC01", "A")
        with pytest.raises(RefusedByRule, match="GRID-SCALE-IN-USE"):
            scales.save_scale(frozen.desk, certification=CODE, scale=POINTS)
        scales.save_scale(frozen.desk, certification=CODE, scale=None)
        recorded(frozen)
        deliberating.close_deliberation(frozen.desk, code=A)
        scales.save_scale(frozen.desk, certification=CODE, scale=POINTS)
        assert grids.open_grids(frozen.desk, **ONE).scale != POINTS

    def test_one_that_decides_nothing_is_refused(self, office: FakeOffice) -> None:
        useless = replace(POINTS, threshold=Decimal(21))
        with pytest.raises(WrongUsage, match="GRID-SCALE-THRESHOLD"):
            scales.save_scale(office.desk, certification=CODE, scale=useless)

    def test_it_is_written_and_read_back(self) -> None:
        scale = replace(POINTS, thresholds=((f"{CODE}BC01", Decimal("12.5")),))
        assert scales.scale_from(scales.scale_text(scale)) == scale
        assert scales.scale_from('{"kind": "POINTS"}') == POINTS

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "[]",
            '{"kind": "STARS"}',
            '{"levels": 3}',
            '{"levels": [{}]}',
            '{"levels": [3]}',
            '{"maximum": "x"}',
            '{"threshold": "NaN"}',
            '{"thresholds": []}',
        ],
    )
    def test_what_is_no_scale_is_told(self, text: str) -> None:
        with pytest.raises(WrongUsage, match="GRID-SCALE-UNREADABLE"):
            scales.scale_from(text)


class TestPapers:
    def test_one_page_for_each_who_may_assess_and_one_in_common(self, frozen: FakeOffice) -> None:
        (paper,) = print_grids(frozen.desk, code=A, wording=Wording())
        read = pages(paper.pdf)
        assert paper.name == "grille-2026-12-A-001.pdf"
        assert len(read) == 4
        assert "DUBOS" not in "".join(read)
        assert ["BELLEC" in page for page in read] == [False, True, False, True]

    def test_marks_are_printed_unless_blank_ones_are_wanted(self, frozen: FakeOffice) -> None:
        grids.record_remark(frozen.desk, **ONE, examiner_id=1, text="Dossier solide.")
        (filled,) = print_grids(frozen.desk, code=A, wording=Wording(), candidacy_id=1)
        (blank,) = print_grids(frozen.desk, code=A, wording=Wording(), is_blank=True)
        assert "Dossier solide." in pages(filled.pdf)[0]
        assert "Dossier solide." not in "".join(pages(blank.pdf))

    def test_of_a_session_still_planned_they_are_printed_before_the_day(
        self, planned: FakeOffice
    ) -> None:
        assert len(print_grids(planned.desk, code=A, wording=Wording())) == 1

    def test_somebody_who_is_not_heard_has_none(self, planned: FakeOffice) -> None:
        with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
            print_grids(planned.desk, code=A, wording=Wording(), candidacy_id=2)
