from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Intake
from jurydesk.domain.changes import Kind
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import TieKind
from jurydesk.errors import Cancelled, DamagedFile, EnvironmentFailure, StaleData
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services import candidates, imports
from jurydesk.services.imports import Fate, FieldChange, ImportPreview, RowPlace
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import a_certification
from tests.fakes import FakeOffice
from tests.services.rosters import (
    candidates_file,
    member,
    pool_file,
    preview_candidates,
    preview_examiners,
    trained,
)

STORED_KINDS = (Kind.CANDIDATE, Kind.CANDIDACY, Kind.EXAMINER, Kind.TIE)


@pytest.fixture
def sheet_only(empty: FakeOffice) -> FakeOffice:
    """Nobody yet: only the sheet of RNCP40642."""
    empty.store(a_certification())
    return empty


def fates(preview: ImportPreview) -> list[tuple[int, Fate]]:
    return [(row.row, row.fate) for sheet in preview.sheets for row in sheet.rows]


def everything(office: FakeOffice) -> list[tuple[object, ...]]:
    return [office.all(kind) for kind in STORED_KINDS]


def take(office: FakeOffice, path: Path) -> ImportPreview:
    preview = preview_candidates(office.desk, path=path)
    imports.apply_import(office.desk, preview=preview)
    return preview


def test_preview_writes_nothing(sheet_only: FakeOffice, tmp_path: Path) -> None:
    path = candidates_file(tmp_path / "a.xlsx", trained())
    preview = preview_candidates(sheet_only.desk, path=path)
    assert fates(preview) == [(4, Fate.NEW)]
    assert (sheet_only.all(Kind.CANDIDATE), sheet_only.acts) == ((), [])


def test_new_rows_become_complete_files(sheet_only: FakeOffice, tmp_path: Path) -> None:
    take(sheet_only, candidates_file(tmp_path / "a.xlsx", trained(), trained("Morvan", "Élise")))
    assert [c.full_name for c in sheet_only.all(Kind.CANDIDATE)] == ["NADAL Hugo", "MORVAN Élise"]
    assert [(c.candidate_id, c.intake) for c in sheet_only.all(Kind.CANDIDACY)] == [
        (1, Intake.COMPLETE),
        (2, Intake.COMPLETE),
    ]
    (event,) = sheet_only.workspace.events
    assert event.type is EventType.ROSTER_IMPORTED
    assert '"new":2' in event.details


def test_second_import_changes_nothing_and_says_so(sheet_only: FakeOffice, tmp_path: Path) -> None:
    path = candidates_file(tmp_path / "a.xlsx", trained(Entreprise_de_stage="X"), trained("Morvan"))
    take(sheet_only, path)
    before, acts = everything(sheet_only), sheet_only.acts
    preview = preview_candidates(sheet_only.desk, path=path)
    outcome = imports.apply_import(sheet_only.desk, preview=preview)
    assert fates(preview) == [(4, Fate.SAME), (5, Fate.SAME)]
    assert preview.changes_nothing
    assert (outcome.changes, everything(sheet_only), sheet_only.acts) == ((), before, acts)


def test_same_person_twice_in_the_file_is_created_once(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    twice = trained("NADAL ", "hugo", Portable="06 99 99 99 99")
    preview = take(sheet_only, candidates_file(tmp_path / "a.xlsx", trained(), twice))
    duplicate = preview.sheets[0].rows[1]
    assert (duplicate.fate, duplicate.of) == (Fate.DUPLICATE, RowPlace("Promos", 4))
    assert duplicate.changes == (FieldChange("phone", "+33639001201", "+33699999999"),)
    assert [c.phone for c in sheet_only.all(Kind.CANDIDATE)] == ["+33639001201"]


def test_person_may_have_several_candidacies(sheet_only: FakeOffice, tmp_path: Path) -> None:
    other = trained(Statut="candidature individuelle", Portable="06 99 99 99 99")
    path = candidates_file(tmp_path / "a.xlsx", trained(), other)
    preview = take(sheet_only, path)
    assert fates(preview) == [(4, Fate.NEW), (5, Fate.NEW)]
    assert len(sheet_only.all(Kind.CANDIDATE)) == 1
    assert [c.route for c in sheet_only.all(Kind.CANDIDACY)] == [
        AccessRoute.CONTINUING_EDUCATION,
        AccessRoute.INDIVIDUAL,
    ]
    # The first row about a person speaks; otherwise two rows would take turns for ever
    assert sheet_only.all(Kind.CANDIDATE)[0].phone == "+33639001201"
    assert preview_candidates(sheet_only.desk, path=path).changes_nothing


def test_changed_row_shows_each_field_and_empty_cells_erase_nothing(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    take(sheet_only, candidates_file(tmp_path / "a.xlsx", trained()))
    later = trained(Portable="", Email="", Sortie_prévue="20/11/2026", Mémoire_rendu="")
    preview = take(sheet_only, candidates_file(tmp_path / "b.xlsx", trained(), later))
    assert fates(preview) == [(4, Fate.SAME), (5, Fate.DUPLICATE)]
    preview = take(sheet_only, candidates_file(tmp_path / "c.xlsx", later))
    (row,) = preview.sheets[0].rows
    assert row.fate is Fate.CHANGED
    assert [(c.field, str(c.before), str(c.after)) for c in row.changes] == [
        ("training.exit", "2026-10-30", "2026-11-20")
    ]
    (candidate,) = sheet_only.all(Kind.CANDIDATE)
    assert (candidate.phone, candidate.email) == ("+33639001201", "hugo.nadal@exemple.fr")


def test_row_that_breaks_a_rule_is_kept_as_a_draft(sheet_only: FakeOffice, tmp_path: Path) -> None:
    early = trained(Entrée_le="05/01/2020")
    preview = take(sheet_only, candidates_file(tmp_path / "a.xlsx", early))
    (row,) = preview.sheets[0].rows
    assert (row.fate, row.kept_as_draft) == (Fate.NEW, True)
    assert "CERT-01" in {finding.code for finding in row.findings}
    assert sheet_only.all(Kind.CANDIDACY)[0].intake is Intake.DRAFT
    assert preview.needs_attention


def test_row_that_cannot_be_read_is_rejected_cell_by_cell(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    wrong = trained(Date_de_naissance="31/02/1990", Certification="RNCP99999")
    preview = take(sheet_only, candidates_file(tmp_path / "a.xlsx", trained("Morvan"), wrong))
    row = preview.sheets[0].rows[1]
    assert row.fate is Fate.REJECTED
    assert [cell.column for cell in row.cells] == ["Date de naissance", "Certification"]
    assert [c.birth_name for c in sheet_only.all(Kind.CANDIDATE)] == ["Morvan"]


def test_formula_like_names_stay_text(sheet_only: FakeOffice, tmp_path: Path) -> None:
    take(sheet_only, candidates_file(tmp_path / "a.xlsx", trained('=HYPERLINK("x")', "@SUM(1)")))
    (candidate,) = sheet_only.all(Kind.CANDIDATE)
    assert (candidate.birth_name, candidate.first_names) == ('=HYPERLINK("x")', ("@SUM(1)",))


def test_namesake_without_proof_is_a_new_person_with_a_warning(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    take(sheet_only, candidates_file(tmp_path / "a.xlsx", trained()))
    other = trained(Date_de_naissance="01/01/1970", Email="autre@exemple.fr", Portable="")
    preview = take(sheet_only, candidates_file(tmp_path / "b.xlsx", other))
    (row,) = preview.sheets[0].rows
    assert row.findings[-1].code == "IMPORT-HOMONYM"
    assert len(sheet_only.all(Kind.CANDIDATE)) == 2


def test_import_undone_as_a_whole_leaves_nothing(sheet_only: FakeOffice, tmp_path: Path) -> None:
    before = everything(sheet_only)
    pool = pool_file(tmp_path / "v.xlsx", member())
    path = candidates_file(tmp_path / "a.xlsx", trained(Entreprise_de_stage="Galop Images"))
    first = preview_examiners(sheet_only.desk, path=pool)
    one = imports.apply_import(sheet_only.desk, preview=first)
    second = preview_candidates(sheet_only.desk, path=path)
    two = imports.apply_import(sheet_only.desk, preview=second)
    assert len(sheet_only.all(Kind.TIE)) == 1
    revert(sheet_only.desk, outcome_changes=two.changes)
    revert(sheet_only.desk, outcome_changes=one.changes)
    assert everything(sheet_only) == before


@pytest.mark.parametrize("order", ["pool first", "candidates first"])
def test_ties_do_not_depend_on_which_roster_came_first(
    sheet_only: FakeOffice, tmp_path: Path, order: str
) -> None:
    pool = pool_file(tmp_path / "v.xlsx", member())
    people = candidates_file(tmp_path / "a.xlsx", trained(Entreprise_de_stage="GALOP IMAGES SAS"))
    previews: list[Callable[[], ImportPreview]] = [
        lambda: preview_examiners(sheet_only.desk, path=pool),
        lambda: preview_candidates(sheet_only.desk, path=people),
    ]
    for preview in previews if order == "pool first" else reversed(previews):
        imports.apply_import(sheet_only.desk, preview=preview())
    (tie,) = sheet_only.all(Kind.TIE)
    assert (tie.candidate_id, tie.examiner_id, tie.kind) == (1, 1, TieKind.PLACEMENT)


def test_stale_preview_is_refused_and_nothing_written(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    path = candidates_file(tmp_path / "a.xlsx", trained(), trained("Morvan"))
    preview = preview_candidates(sheet_only.desk, path=path)
    take(sheet_only, candidates_file(tmp_path / "b.xlsx", trained()))
    with pytest.raises(StaleData, match="IMPORT-STALE"):
        imports.apply_import(sheet_only.desk, preview=preview)
    assert len(sheet_only.all(Kind.CANDIDATE)) == 1


def test_unrelated_change_does_not_make_a_preview_stale(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    path = candidates_file(tmp_path / "a.xlsx", trained())
    preview = preview_candidates(sheet_only.desk, path=path)
    stranger = replace(preview.reading.rows[0].candidate, birth_name="Autre", email="", phone="")
    path = preview.reading.rows[0].candidacy
    candidates.save_file(sheet_only.desk, candidate=stranger, candidacy=path)
    imports.apply_import(sheet_only.desk, preview=preview)
    assert len(sheet_only.all(Kind.CANDIDATE)) == 2


def test_examiners_are_new_then_same_then_changed(sheet_only: FakeOffice, tmp_path: Path) -> None:
    def take_pool(name: str, *rows: tuple[object, ...]) -> list[tuple[int, Fate]]:
        path = pool_file(tmp_path / name, *rows)
        preview = preview_examiners(sheet_only.desk, path=path)
        imports.apply_import(sheet_only.desk, preview=preview)
        return fates(preview)

    assert take_pool("a.xlsx", member(), member("SORREL", "DAMIEN")) == [
        (2, Fate.NEW),
        (3, Fate.DUPLICATE),
    ]
    assert take_pool("b.xlsx", member()) == [(2, Fate.SAME)]
    renewed = member(Mandat_du="01/01/2028", au="31/12/2030")
    assert take_pool("c.xlsx", renewed) == [(2, Fate.CHANGED)]
    (examiner,) = sheet_only.all(Kind.EXAMINER)
    assert [mandate.start.year for mandate in examiner.mandates] == [2025, 2028]


def test_progress_counts_rows_and_may_stop_the_preview(
    sheet_only: FakeOffice, tmp_path: Path
) -> None:
    path = candidates_file(tmp_path / "a.xlsx", trained(), trained("Morvan"))
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Cancelled("TASK-CANCELLED")

    with pytest.raises(Cancelled):
        preview_candidates(sheet_only.desk, path=path, progress=watch)
    # Each row is read, then its fate decided; titles and headings count as rows of the file
    assert seen == [(1, 8), (2, 8)]


def test_report_repeats_the_rejected_rows(sheet_only: FakeOffice, tmp_path: Path) -> None:
    wrong = trained(Date_de_naissance="31/02/1990")
    people = candidates_file(tmp_path / "a.xlsx", trained("Morvan"), wrong)
    preview = preview_candidates(sheet_only.desk, path=people)
    path = imports.write_report(preview, path=tmp_path / "report.xlsx", wording=Wording("fr"))
    texts = [c.text for row in read_workbook(path).sheets[0].rows for c in row.filled]
    assert "31/02/1990" in texts
    assert "Morvan" not in texts
    pool = preview_examiners(
        sheet_only.desk, path=pool_file(tmp_path / "v.xlsx", member(Mandat_du="31/02/2025"))
    )
    assert imports.write_report(pool, path=tmp_path / "r.xlsx", wording=Wording("en")).is_file()


def test_file_that_is_no_workbook_changes_nothing(sheet_only: FakeOffice, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"not a workbook")
    with pytest.raises(DamagedFile):
        preview_candidates(sheet_only.desk, path=path)
    with pytest.raises(EnvironmentFailure):
        preview_candidates(sheet_only.desk, path=tmp_path / "missing.xlsx")
    assert sheet_only.acts == []
