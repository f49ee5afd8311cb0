"""What a person decides before an import: whose row it is, what goes, which column is what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Intake
from jurydesk.domain.changes import Kind
from jurydesk.domain.steps import StepKind
from jurydesk.exchange.plain_workbook import PlainSheet, write_plain
from jurydesk.services import imports
from jurydesk.services.imports import (
    Choices,
    Fate,
    ImportPreview,
    PreviewRow,
    RowDecision,
    RowPlace,
    Verdict,
)
from jurydesk.services.journeys import take_step
from jurydesk.services.undo import revert
from tests.builders import a_candidate, a_certification, a_vae
from tests.fakes import FakeOffice
from tests.services.rosters import (
    candidates_file,
    member,
    pool_file,
    preview_candidates,
    preview_examiners,
    trained,
)

FIRST = RowPlace("Promos", 4)


@pytest.fixture
def office(empty: FakeOffice, tmp_path: Path) -> FakeOffice:
    """One person is known: Hugo Chevalier."""
    empty.store(a_certification())
    take(empty, candidates_file(tmp_path / "known.xlsx", trained("Chevalier", "Hugo")))
    return empty


def take(office: FakeOffice, path: Path, choices: Choices | None = None) -> ImportPreview:
    preview = preview_candidates(office.desk, path=path, choices=choices)
    imports.apply_import(office.desk, preview=preview)
    return preview


def row_of(preview: ImportPreview, number: int = 4) -> PreviewRow:
    return next(row for row in preview.sheets[0].rows if row.row == number)


def names(office: FakeOffice) -> list[str]:
    return [person.full_name for person in office.all(Kind.CANDIDATE)]


def with_slip(folder: Path) -> Path:
    """The known person again, with one letter more in the name and another address."""
    return candidates_file(folder / "slip.xlsx", trained("Chevallier", "Hugo"))


# Somebody alike


def test_one_letter_in_a_name_is_asked_and_not_written(office: FakeOffice, tmp_path: Path) -> None:
    preview = take(office, with_slip(tmp_path))
    row = row_of(preview)
    assert (row.fate, row.name) == (Fate.DOUBTFUL, "CHEVALLIER Hugo")
    (one,) = row.alike
    assert (one.person, one.name, one.birth_date) == (1, "CHEVALIER Hugo", date(1997, 9, 9))
    assert one.reasons == ("LIKE-NAME-SLIP", "LIKE-FIRST-NAME", "LIKE-BIRTH-DATE")
    assert names(office) == ["CHEVALIER Hugo"]
    assert preview.needs_attention


@pytest.mark.parametrize(
    ("decision", "fate", "stored"),
    [
        (RowDecision(Verdict.SAME, person=1), Fate.CHANGED, ["CHEVALLIER Hugo"]),
        (RowDecision(Verdict.NEW), Fate.NEW, ["CHEVALIER Hugo", "CHEVALLIER Hugo"]),
        (RowDecision(Verdict.SKIP), Fate.IGNORED, ["CHEVALIER Hugo"]),
    ],
)
def test_what_is_decided_is_done(
    office: FakeOffice, tmp_path: Path, decision: RowDecision, fate: Fate, stored: list[str]
) -> None:
    preview = take(office, with_slip(tmp_path), Choices().with_row(FIRST, decision))
    assert row_of(preview).fate is fate
    assert names(office) == stored


def test_a_decision_may_be_taken_back(office: FakeOffice, tmp_path: Path) -> None:
    decided = Choices().with_row(FIRST, RowDecision(Verdict.NEW)).with_row(FIRST, None)
    preview = preview_candidates(office.desk, path=with_slip(tmp_path), choices=decided)
    assert row_of(preview).fate is Fate.DOUBTFUL


def test_two_rows_alike_in_one_file_are_asked(office: FakeOffice, tmp_path: Path) -> None:
    path = candidates_file(tmp_path / "two.xlsx", trained("Perrot"), trained("Perot"))
    preview = preview_candidates(office.desk, path=path)
    assert (row_of(preview, 4).fate, row_of(preview, 5).fate) == (Fate.NEW, Fate.DOUBTFUL)
    (one,) = row_of(preview, 5).alike
    assert (one.person, one.place) == (0, RowPlace("Promos", 4))
    same = RowDecision(Verdict.SAME, row=RowPlace("Promos", 4))
    take(office, path, Choices().with_row(RowPlace("Promos", 5), same))
    assert names(office) == ["CHEVALIER Hugo", "PERROT Hugo"]


def test_all_doubtful_rows_are_decided_at_once(office: FakeOffice, tmp_path: Path) -> None:
    preview = preview_candidates(office.desk, path=with_slip(tmp_path))
    take(office, with_slip(tmp_path), imports.decide_doubtful(preview, Verdict.SAME))
    assert names(office) == ["CHEVALLIER Hugo"]


# Who is there no more


def test_somebody_in_the_last_import_and_not_in_this_one_is_missing(
    office: FakeOffice, tmp_path: Path
) -> None:
    path = candidates_file(tmp_path / "next.xlsx", trained("Morvan", "Élise"))
    preview = preview_candidates(office.desk, path=path)
    assert [(row.fate, row.name, row.key) for row in preview.missing] == [
        (Fate.MISSING, "CHEVALIER Hugo", 1)
    ]
    take(office, path)
    assert names(office) == ["CHEVALIER Hugo", "MORVAN Élise"]


def test_somebody_missing_is_removed_only_when_told(office: FakeOffice, tmp_path: Path) -> None:
    path = candidates_file(tmp_path / "next.xlsx", trained("Morvan", "Élise"))
    preview = preview_candidates(
        office.desk, path=path, choices=Choices().with_removal(1, is_removed=True)
    )
    outcome = imports.apply_import(office.desk, preview=preview)
    assert [c.id for c in office.all(Kind.CANDIDACY)] == [2]
    revert(office.desk, outcome_changes=outcome.changes)
    assert [c.id for c in office.all(Kind.CANDIDACY)] == [1]


def test_a_row_that_is_rejected_or_doubtful_is_not_missing(
    office: FakeOffice, tmp_path: Path
) -> None:
    broken = trained("Chevalier", "Hugo", Date_de_naissance="31/02/1997")
    path = candidates_file(tmp_path / "broken.xlsx", broken)
    assert preview_candidates(office.desk, path=path).missing == ()
    assert preview_candidates(office.desk, path=with_slip(tmp_path)).missing == ()


# The pool


def test_a_seat_or_a_mandate_that_the_pool_lacks_now_is_asked(
    empty: FakeOffice, tmp_path: Path
) -> None:
    def seen(*rows: tuple[object, ...], choices: Choices | None = None) -> PreviewRow:
        path = pool_file(tmp_path / "pool.xlsx", *rows)
        preview = preview_examiners(empty.desk, path=path, choices=choices)
        imports.apply_import(empty.desk, preview=preview)
        return preview.sheets[0].rows[0]

    both = "salariés, employeurs"
    seen(member(Collège=both, Indispo="11/12–30/12/2026; 05/01/2027"))
    shorter = member(Collège=both, Indispo="11/12–30/12/2026")
    row = seen(shorter)
    assert (row.fate, [change.field for change in row.dropped]) == (Fate.DOUBTFUL, ["absences"])
    replace_it = Choices().with_row(RowPlace("Vivier", row.row), RowDecision(Verdict.REPLACE))
    assert seen(shorter, choices=replace_it).fate is Fate.CHANGED
    (person,) = empty.all(Kind.EXAMINER)
    assert [absence.end for absence in person.absences] == [date(2026, 12, 30)]
    later = seen(member(Collège="salariés", Mandat_du="01/01/2026"))
    assert later.fate is Fate.CHANGED
    assert [change.field for change in later.dropped] == ["qualifications", "mandates"]


# The law


def test_a_recorded_decision_is_not_written_over(empty: FakeOffice, tmp_path: Path) -> None:
    candidate = a_candidate()
    draft = replace(a_vae(), admissibility=AdmissibilityFile(), validation_received=None)
    empty.store(a_certification(), candidate, replace(draft, begun=None, intake=Intake.COMPLETE))
    for kind, day in (
        (StepKind.FILE_RECEIVED, date(2026, 9, 1)),
        (StepKind.FILE_COMPLETE, date(2026, 9, 2)),
        (StepKind.REFUSED, date(2026, 9, 20)),
    ):
        reason = "Rien ne prouve l’activité." if kind is StepKind.REFUSED else ""
        take_step(empty.desk, kind=kind, day=day, candidacy_id=1, reason=reason)
    path = tmp_path / "vae.xlsx"
    headings = ("Nom", "Prénom", "Né(e) le", "Titre visé", "Recevable le", "Statut")
    born = candidate.birth_date
    said = (candidate.birth_name, candidate.first_name, born, "RNCP40642", "25/09/2026", "suivi")
    write_plain(path, (PlainSheet("VAE", (headings, said)),))
    row = row_of(take(empty, path), 2)
    assert row.fate is Fate.CHANGED
    assert row.findings[-1].code == "IMPORT-BOUND"
    (after,) = empty.all(Kind.CANDIDACY)
    assert after.admissibility.status is AdmissibilityStatus.REFUSED
    assert after.admissibility.decided == date(2026, 9, 20)
    assert after.office_status == "suivi"
