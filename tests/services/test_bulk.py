from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.changes import Kind
from jurydesk.domain.notes import Note
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import StepKind
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services.bulk import common_steps, set_field, write_notes
from jurydesk.services.exports import export_candidates
from jurydesk.services.timeline import timeline_of
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import a_candidacy, a_certification, a_session, a_vae
from tests.fakes import NOON, FakeOffice

SPRING = date(2027, 3, 1)


def paths(office: FakeOffice) -> tuple[Candidacy, ...]:
    found: tuple[Candidacy, ...] = office.all(Kind.CANDIDACY)
    return found


@pytest.mark.parametrize(("field", "value"), [("promotion", "Automne"), ("trainer", "S. Moreau")])
def test_a_field_of_training_is_set_on_several_and_undone_as_one(
    office: FakeOffice, field: str, value: str
) -> None:
    before = paths(office)
    outcome = set_field(office.desk, candidacy_ids=(1, 2), field=field, value=value)
    assert (outcome.value, outcome.label) == (2, "ACT-CANDIDACIES-CHANGED")
    found = [getattr(path.training, field) for path in paths(office)]
    assert found == [value, value, getattr(before[2].training, field)]
    assert office.acts == [EventType.BULK_CHANGED]
    (act,) = timeline_of(office.desk, candidate_id=2)
    assert (act.code, dict(act.figures)["what"]) == ("AUDIT-BULK_CHANGED", field)
    revert(office.desk, outcome_changes=outcome.changes)
    assert paths(office) == before


def test_what_is_the_same_already_is_not_written(office: FakeOffice) -> None:
    office.store(a_candidacy(1, not_before=SPRING))
    outcome = set_field(office.desk, candidacy_ids=(1, 2), field="not_before", value=SPRING)
    assert outcome.value == 1
    again = set_field(office.desk, candidacy_ids=(1, 2), field="not_before", value=SPRING)
    assert (again.value, again.changes) == (0, ())
    assert office.acts == [EventType.BULK_CHANGED]


def test_another_certification_is_found_by_its_number(office: FakeOffice) -> None:
    office.store(a_certification(code="RNCP34316", id=2))
    set_field(office.desk, candidacy_ids=(1, 3), field="certification", value="34316")
    codes = [path.certification for path in paths(office)]
    assert codes == ["RNCP34316", "RNCP40642", "RNCP34316"]
    with pytest.raises(WrongUsage):
        set_field(office.desk, candidacy_ids=(1,), field="certification", value="RNCP99999")


def test_it_is_all_of_them_or_none(office: FakeOffice) -> None:
    office.store(a_vae(3))
    before = paths(office)
    with pytest.raises(RefusedByRule, match="BULK-OTHER-ROUTE") as refused:
        set_field(office.desk, candidacy_ids=(1, 2, 3), field="promotion", value="Automne")
    assert refused.value.figures == {"count": 1}
    with pytest.raises(RefusedByRule, match="BULK-OTHER-ROUTE"):
        set_field(office.desk, candidacy_ids=(1, 2, 3), field="accompanist", value="B. Peyrat")
    with pytest.raises(WrongUsage, match="BULK-FIELD-UNKNOWN"):
        set_field(office.desk, candidacy_ids=(1,), field="closure", value="")
    assert paths(office) == before
    assert office.acts == []


def test_blocks_aimed_at_and_what_was_judged_stay(office: FakeOffice) -> None:
    office.store(a_certification(code="RNCP34316", id=2), a_candidacy(2, blocks=("BC01",)))
    with pytest.raises(RefusedByRule, match="BULK-BLOCKS"):
        set_field(office.desk, candidacy_ids=(1, 2), field="certification", value="34316")
    office.store(replace(a_session(), status=SessionStatus.CLOSED))
    with pytest.raises(RefusedByRule, match="CANDIDACY-JUDGED"):
        set_field(office.desk, candidacy_ids=(3, 1), field="certification", value="34316")
    assert {path.certification for path in paths(office)} == {"RNCP40642"}


def test_a_note_is_written_once_on_each_person_and_undone_as_one(office: FakeOffice) -> None:
    outcome = write_notes(office.desk, candidate_ids=(2, 1, 2), text=" réunion le 4 ")
    expected = tuple(
        Note(person, "réunion le 4", NOON, "Camille", id=at)
        for at, person in enumerate((2, 1), start=1)
    )
    assert outcome.value == office.all(Kind.NOTE) == expected
    assert office.acts == [EventType.NOTE_SAVED]
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.NOTE) == ()
    with pytest.raises(WrongUsage, match="NOTE-EMPTY"):
        write_notes(office.desk, candidate_ids=(1,), text=" ")
    with pytest.raises(WrongUsage, match="STORE-25"):
        write_notes(office.desk, candidate_ids=(1, 9), text="x")
    assert office.all(Kind.NOTE) == ()


def test_only_steps_that_all_may_take_are_common(office: FakeOffice) -> None:
    alone = common_steps(office.desk, candidacy_ids=(1,))
    assert common_steps(office.desk, candidacy_ids=(1, 2)) == alone
    assert StepKind.ASSESSED in alone
    office.store(a_vae(3))
    both = set(common_steps(office.desk, candidacy_ids=(1, 3)))
    assert both < set(alone)
    assert StepKind.ASSESSED not in both
    assert common_steps(office.desk, candidacy_ids=()) == ()


def test_only_those_chosen_are_exported(office: FakeOffice, tmp_path: Path) -> None:
    path = tmp_path / "choisis.xlsx"
    count = export_candidates(office.desk, path=path, wording=Wording("fr"), only=frozenset({1, 3}))
    assert count == 2
    (sheet, *_) = read_workbook(path).sheets
    assert "Legrand2" not in str(sheet.rows)
