from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.acquisitions import Acquisition
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.merging import Take
from jurydesk.domain.notes import Note
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import StepKind
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services.merging import MergeDraft, merge, preview_merge
from jurydesk.services.notes import write_note
from jurydesk.services.timeline import Happened, timeline_of
from jurydesk.services.undo import revert
from tests.builders import a_candidacy, a_candidate, a_hearing, a_session, a_step
from tests.fakes import NOON, FakeOffice

BOTH = MergeDraft(1, 2)
EVERY = tuple(kind for kind in Kind if kind in FakeOffice().workspace.images)


def everything(office: FakeOffice) -> list[object]:
    return [*(office.all(kind) for kind in EVERY), dict(office.workspace.national_numbers)]


@pytest.fixture
def full(planned: FakeOffice) -> FakeOffice:
    """Candidates 1 and 2 with something of each kind; some of it twice."""
    paper = Attachment(1, "cv.pdf", "ab", 2, "application/pdf", NOON, "Ana", id=1)
    block = Acquisition(1, "RNCP34316", "BC01", date(2023, 6, 12), None, "attestation", id=1)
    planned.store(
        paper,
        replace(paper, id=2, candidate_id=2),
        replace(paper, id=3, candidate_id=2, digest="cd", candidacy_id=2),
        block,
        replace(block, id=2, candidate_id=2, recorded_by="Ana"),
        replace(block, id=3, candidate_id=2, block="BC02"),
        Note(2, "à rappeler", NOON, "Ana", id=1),
        Tie(1, 1, TieKind.TRAINER, TieState.SET_ASIDE, id=1),
        Tie(2, 1, TieKind.TRAINER, TieState.CONFIRMED, id=2),
        Tie(1, 2, TieKind.PERSONAL, TieState.CONFIRMED, id=3),
        Tie(2, 2, TieKind.PERSONAL, id=4),
        Tie(2, 3, TieKind.PERSONAL, id=5),
        Distinction(1, 2, "Ana", NOON, id=1),
        Distinction(2, 3, "Ana", NOON, id=2),
        a_step(1, StepKind.ADMITTED, candidacy_id=2),
    )
    planned.workspace.national_numbers[1] = "sealed"
    planned.workspace.blobs |= {"ab": b"one", "cd": b"two"}
    return planned


def test_everything_follows_once(full: FakeOffice) -> None:
    outcome = merge(full.desk, draft=BOTH)
    assert outcome.value == full.all(Kind.CANDIDATE)[0]
    assert [person.id for person in full.all(Kind.CANDIDATE)] == [1, 3]
    assert {path.id: path.candidate_id for path in full.all(Kind.CANDIDACY)} == {1: 1, 2: 1, 3: 3}
    for kind, numbers in (
        (Kind.ATTACHMENT, [1, 3]),
        (Kind.ACQUISITION, [1, 3]),
        (Kind.NOTE, [1]),
        (Kind.TIE, [2, 3, 5]),
    ):
        assert [(one.id, one.candidate_id) for one in full.all(kind)] == [(n, 1) for n in numbers]
    assert full.all(Kind.DISTINCTION) == (Distinction(1, 3, "Ana", NOON, id=2),)
    assert full.workspace.national_numbers == {1: "sealed"}
    assert full.acts == [EventType.PEOPLE_MERGED]
    assert outcome.label == "ACT-PEOPLE-MERGED"


def test_undo_brings_everything_back_and_can_be_undone(full: FakeOffice) -> None:
    before = everything(full)
    outcome = merge(full.desk, draft=BOTH)
    after = everything(full)
    assert after != before
    assert outcome.can_be_undone
    undone = revert(full.desk, outcome_changes=outcome.changes)
    assert everything(full) == before
    revert(full.desk, outcome_changes=undone.changes)
    assert everything(full) == after


def test_undo_is_refused_once_something_changed(full: FakeOffice) -> None:
    outcome = merge(full.desk, draft=BOTH)
    with full.unit() as unit:
        unit.candidacies.save(replace(unit.candidacies.get(2), office_status="vu"))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    with pytest.raises(StaleData, match="UNDO-STALE"):
        revert(full.desk, outcome_changes=outcome.changes)


def test_a_merge_can_go_the_other_way(full: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="MERGE-NUMBER-BOUND"):
        merge(full.desk, draft=MergeDraft(2, 1))
    full.workspace.national_numbers = {2: "sealed"}
    merge(full.desk, draft=MergeDraft(2, 1, {"birth_name": Take.OTHER}))
    kept = full.all(Kind.CANDIDATE)[0]
    assert (kept.id, kept.birth_name) == (2, a_candidate(1).birth_name)
    assert full.workspace.national_numbers == {2: "sealed"}


def test_side_by_side(full: FakeOffice) -> None:
    preview = preview_merge(full.desk, kept_id=1, other_id=2)
    assert (preview.kept.id, preview.other.id, preview.refusal) == (1, 2, None)
    assert [choice.field for choice in preview.choices] == ["birth_name"]
    assert "birth_date" in preview.same
    assert dict(preview.follows) == {
        "MERGE-FOLLOWS-CANDIDACIES": 1,
        "MERGE-FOLLOWS-STEPS": 1,
        "MERGE-FOLLOWS-HEARINGS": 0,
        "MERGE-FOLLOWS-ATTACHMENTS": 2,
        "MERGE-FOLLOWS-ACQUISITIONS": 2,
        "MERGE-FOLLOWS-TIES": 3,
        "MERGE-FOLLOWS-NOTES": 1,
    }
    assert preview.reasons == ("LIKE-NAME-SLIP", "LIKE-FIRST-NAME", "LIKE-BIRTH-DATE")


@pytest.mark.parametrize("status", [SessionStatus.FROZEN, SessionStatus.CLOSED])
def test_two_who_were_heard_in_one_session_stay_two(
    office: FakeOffice, status: SessionStatus
) -> None:
    hearings = (a_hearing(1), a_hearing(2))
    office.store(replace(a_session(), candidacies=(1, 2), hearings=hearings, status=status))
    with pytest.raises(RefusedByRule, match="MERGE-BOTH-HEARD") as refused:
        merge(office.desk, draft=BOTH)
    assert refused.value.figures == {"session": "2026-12-A"}
    assert office.workspace.events == []
    refusal = preview_merge(office.desk, kept_id=1, other_id=2).refusal
    assert refusal is not None
    assert refusal.code == "MERGE-BOTH-HEARD"


def test_two_who_are_only_planned_or_heard_apart_can_be_one(office: FakeOffice) -> None:
    hearings = (a_hearing(1), a_hearing(2))
    office.store(replace(a_session(), candidacies=(1, 2), hearings=hearings))
    assert merge(office.desk, draft=BOTH).changes
    assert office.all(Kind.SESSION) == (
        replace(a_session(), candidacies=(1, 2), hearings=hearings),
    )


def test_two_national_numbers_are_two_persons(full: FakeOffice) -> None:
    full.workspace.national_numbers[2] = "another"
    with pytest.raises(RefusedByRule, match="MERGE-TWO-NUMBERS"):
        merge(full.desk, draft=BOTH)


def test_refused_for_one_file_for_nobody_and_for_what_changed(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="MERGE-SAME-FILE"):
        merge(office.desk, draft=MergeDraft(1, 1))
    with pytest.raises(WrongUsage, match="STORE-25"):
        preview_merge(office.desk, kept_id=1, other_id=9)
    with pytest.raises(StaleData, match="MERGE-STALE"):
        merge(office.desk, draft=replace(BOTH, versions=(1, 7)))
    assert merge(office.desk, draft=replace(BOTH, versions=(1, 1))).changes


def test_a_second_file_in_the_year_is_found_at_once(office: FakeOffice) -> None:
    office.store(a_candidacy(2))
    findings = merge(office.desk, draft=BOTH).findings
    assert len(findings) == len(set(findings))


def test_the_timeline_keeps_what_happened_to_the_file_that_went(office: FakeOffice) -> None:
    write_note(office.desk, candidate_id=2, text="appelé")
    with office.unit() as unit:
        unit.audit.record(EventType.CANDIDATE_SAVED, {"candidate": 2})
        unit.commit()
    outcome = merge(office.desk, draft=BOTH)
    told = {
        (entry.kind, entry.code or entry.text) for entry in timeline_of(office.desk, candidate_id=1)
    }
    assert told == {
        (Happened.NOTE, "appelé"),
        (Happened.ACT, "AUDIT-CANDIDATE_SAVED"),
        (Happened.ACT, "AUDIT-PEOPLE_MERGED"),
    }
    revert(office.desk, outcome_changes=outcome.changes)
    again = timeline_of(office.desk, candidate_id=1)
    assert [entry.code for entry in again] == ["AUDIT-PEOPLE_MERGED"]
