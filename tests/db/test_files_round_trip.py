"""What the file of a person holds comes back as it was; legal acts stay, numbers leave no image."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.grids import Grid
from jurydesk.domain.notes import Note
from jurydesk.domain.second_entry import SecondEntry
from jurydesk.domain.steps import LEGAL_ACTS, Step, StepKind
from jurydesk.domain.summons import Summons
from jurydesk.errors import RefusedByRule, WrongUsage
from tests.db.office import Office, furnish, furnished
from tests.db.test_round_trip import EXAMPLES, comes_back
from tests.db.values import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace

NOON = datetime.fromisoformat("2026-11-23T12:00")
people = st.sampled_from((1, 2, 3))
maybe = st.none() | people
ordinary = any_of(
    Step,
    kind=st.sampled_from(sorted(set(StepKind) - LEGAL_ACTS)),
    candidacy_id=maybe,
    examiner_id=maybe,
    session_id=st.none() | st.just(1),
)
attachments = any_of(Attachment, candidate_id=maybe, candidacy_id=maybe, examiner_id=maybe)
summonses = any_of(Summons, session_id=st.just(1), candidacy_id=people, examiner_id=st.none())
grids = any_of(Grid, session_id=st.just(1), candidacy_id=people, examiner_id=maybe)
entries = any_of(SecondEntry, session_id=st.just(1), candidacy_id=people)
notes = any_of(Note, candidate_id=people, candidacy_id=maybe)
acquisitions = any_of(Acquisition, candidate_id=people)


@pytest.fixture
def unit(workspace: Workspace) -> Iterator[SqlUnitOfWork]:
    with workspace.open_unit() as unit:
        yield unit


@pytest.fixture
def office(unit: SqlUnitOfWork) -> Office:
    return furnish(unit)


@EXAMPLES
@given(ordinary, ordinary)
def test_steps(unit: SqlUnitOfWork, office: Office, first: Step, then: Step) -> None:
    comes_back(unit, unit.steps, first, then)


@EXAMPLES
@given(attachments, attachments)
def test_attachments(
    unit: SqlUnitOfWork, office: Office, first: Attachment, then: Attachment
) -> None:
    comes_back(unit, unit.attachments, first, then)


@EXAMPLES
@given(summonses, summonses)
def test_summonses(unit: SqlUnitOfWork, office: Office, first: Summons, then: Summons) -> None:
    comes_back(unit, unit.summonses, first, then)


@EXAMPLES
@given(grids, grids)
def test_grids(unit: SqlUnitOfWork, office: Office, first: Grid, then: Grid) -> None:
    comes_back(unit, unit.grids, first, then)


@EXAMPLES
@given(entries, entries)
def test_second_entries(
    unit: SqlUnitOfWork, office: Office, first: SecondEntry, then: SecondEntry
) -> None:
    comes_back(unit, unit.second_entries, first, then)


@EXAMPLES
@given(acquisitions, acquisitions)
def test_acquisitions(
    unit: SqlUnitOfWork, office: Office, first: Acquisition, then: Acquisition
) -> None:
    comes_back(unit, unit.acquisitions, first, then)


@EXAMPLES
@given(any_of(Equivalence), any_of(Equivalence))
def test_equivalences(unit: SqlUnitOfWork, first: Equivalence, then: Equivalence) -> None:
    comes_back(unit, unit.equivalences, first, then)


@EXAMPLES
@given(notes, notes)
def test_notes(unit: SqlUnitOfWork, office: Office, first: Note, then: Note) -> None:
    comes_back(unit, unit.notes, first, then)


def test_each_is_found_by_whom_it_concerns(unit: SqlUnitOfWork, office: Office) -> None:
    step = unit.steps.add(Step(StepKind.ACCEPTED, date(2026, 11, 23), NOON, "x", candidacy_id=1))
    told = unit.steps.add(
        Step(StepKind.EMPLOYER_TOLD, date(2026, 11, 23), NOON, "x", examiner_id=2, session_id=1)
    )
    paper = unit.attachments.add(Attachment(1, "cv.pdf", "ab", 2, "application/pdf", NOON, "x"))
    note = unit.notes.add(Note(1, "à rappeler", NOON, "x"))
    block = unit.acquisitions.add(Acquisition(1, "RNCP34316", "BC01", None, None, "attestation"))
    alike = unit.equivalences.add(Equivalence("RNCP34316", "BC01", "RNCP40642", "BC01"))
    assert unit.steps.of_candidacies([1, 2]) == (step,)
    assert unit.steps.of_session(1) == unit.steps.of_examiner(2) == (told,)
    assert unit.attachments.of_candidate(1) == unit.attachments.with_digest("ab") == (paper,)
    assert (unit.notes.of_candidate(1), unit.notes.of_candidate(2)) == ((note,), ())
    assert unit.acquisitions.of_candidates([1]) == (block,)
    assert unit.equivalences.to_certification("RNCP40642") == (alike,)


def test_a_content_is_kept_once_until_nobody_names_it(unit: SqlUnitOfWork, office: Office) -> None:
    content = b"%PDF-1.7 \x00\xff"
    digest = unit.blobs.put(content)
    assert digest == unit.blobs.put(content) == hashlib.sha256(content).hexdigest()
    assert unit.blobs.get(digest) == content
    assert unit.blobs.orphans() == (digest,)
    unit.attachments.add(Attachment(1, "a.pdf", digest, 11, "application/pdf", NOON, "x"))
    assert unit.blobs.orphans() == ()
    unit.blobs.discard(digest)
    with pytest.raises(WrongUsage, match="STORE-52"):
        unit.blobs.get(digest)


def test_a_sealed_number_leaves_no_image(unit: SqlUnitOfWork, office: Office) -> None:
    before = len(unit.changes)
    unit.national_numbers.put(1, "sealed")
    unit.national_numbers.put(1, "sealed again")
    assert (unit.national_numbers.get(1), unit.national_numbers.get(2)) == ("sealed again", None)
    assert unit.national_numbers.holders() == {1}
    unit.national_numbers.put(1, None)
    unit.national_numbers.put(1, None)
    assert unit.national_numbers.get(1) is None
    change = Change(Kind.NATIONAL_NUMBER, 1, None, None)
    assert unit.changes[before:] == (change, change, change)
    assert not change.can_be_undone


def test_people_told_apart_are_found_from_both_sides(unit: SqlUnitOfWork, office: Office) -> None:
    first = unit.distinctions.add(Distinction(1, 2, "Camille", NOON))
    second = unit.distinctions.add(Distinction(2, 3, "Camille", NOON))
    assert unit.distinctions.of_candidates([1]) == (first,)
    assert unit.distinctions.of_candidates([2]) == unit.distinctions.all() == (first, second)
    assert (second.pair, second.other(2), second.other(3)) == ((2, 3), 3, 2)
    comes_back(
        unit, unit.distinctions, Distinction(1, 3, "Ana", NOON), Distinction(1, 3, "Eva", NOON)
    )


@pytest.mark.parametrize("kind", sorted(LEGAL_ACTS))
def test_a_legal_act_is_neither_changed_nor_removed(workspace: Workspace, kind: StepKind) -> None:
    furnished(workspace)
    with workspace.open_unit() as unit:
        step = unit.steps.add(Step(kind, date(2026, 11, 23), NOON, "x", candidacy_id=1))
        unit.audit.record(EventType.STEP_RECORDED, {})
        unit.commit()
    with workspace.open_unit() as unit, pytest.raises(RefusedByRule, match="STORE-51"):
        unit.steps.save(replace(step, reason="autre"))
    with workspace.open_unit() as unit, pytest.raises(RefusedByRule, match="STORE-51"):
        unit.steps.remove(step.id)
