"""Rosters with births known in part: what is taken, what is doubted, who is looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Candidate
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.imports import Fate, apply_import
from tests.fakes import FakeOffice
from tests.services.rosters import candidates_file, preview_candidates, trained


def person(office: FakeOffice, name: str = "NADAL Hugo") -> Candidate:
    (found,) = [
        row.candidate for row in list_candidacies(office.desk) if row.candidate.full_name == name
    ]
    return found


@pytest.mark.parametrize(
    ("cell", "partial", "codes"),
    [
        ("00/00/1985", PartialDate(1985), []),
        ("00/03/1985", PartialDate(1985, 3), []),
        ("1985", PartialDate(1985), ["CELL-08"]),
        (1985, PartialDate(1985), ["CELL-08"]),
        ("03/1985", PartialDate(1985, 3), ["CELL-08"]),
        ("2026", PartialDate(2026), ["CELL-08"]),
        ("21/03/1985", None, []),
    ],
)
def test_what_a_cell_says(
    office: FakeOffice,
    tmp_path: Path,
    cell: str | int,
    partial: PartialDate | None,
    codes: list[str],
) -> None:
    path = candidates_file(tmp_path / "c.xlsx", trained(Date_de_naissance=cell))
    preview = preview_candidates(office.desk, path=path)
    assert [cell.code for cell in preview.sheets[0].rows[0].cells] == codes
    apply_import(office.desk, preview=preview)
    found = person(office)
    assert found.birth_partial == partial
    assert found.birth_date == (None if partial else date(1985, 3, 21))


@pytest.mark.parametrize("cell", ["2027", "1899", "13/1985", "31/02/1985"])
def test_what_is_no_date_is_refused(office: FakeOffice, tmp_path: Path, cell: str) -> None:
    path = candidates_file(tmp_path / "c.xlsx", trained(Date_de_naissance=cell))
    preview = preview_candidates(office.desk, path=path)
    assert preview.count(Fate.NEW) == 0


def test_the_same_roster_again_changes_nothing_and_a_full_date_is_looked_at(
    office: FakeOffice, tmp_path: Path
) -> None:
    partly = candidates_file(tmp_path / "a.xlsx", trained(Date_de_naissance="00/00/1985"))
    apply_import(office.desk, preview=preview_candidates(office.desk, path=partly))
    again = preview_candidates(office.desk, path=partly)
    assert [row.fate for row in again.sheets[0].rows] == [Fate.SAME]
    whole = trained(Date_de_naissance="21/03/1985", Email="", Portable="")
    preview = preview_candidates(office.desk, path=candidates_file(tmp_path / "b.xlsx", whole))
    (row,) = preview.sheets[0].rows
    assert row.fate is Fate.DOUBTFUL
    assert "LIKE-BIRTH-PARTLY" in row.alike[0].reasons


def test_another_year_is_another_person(office: FakeOffice, tmp_path: Path) -> None:
    partly = candidates_file(tmp_path / "a.xlsx", trained(Date_de_naissance="00/00/1985"))
    apply_import(office.desk, preview=preview_candidates(office.desk, path=partly))
    other = trained(Date_de_naissance="21/03/1986", Email="", Portable="")
    preview = preview_candidates(office.desk, path=candidates_file(tmp_path / "b.xlsx", other))
    assert [row.fate for row in preview.sheets[0].rows] == [Fate.NEW]
