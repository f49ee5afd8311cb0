"""The workbooks that go back to the person: rejected rows and templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.examiner_roster import read_examiners
from jurydesk.exchange.readings import Found, IgnoredRow
from jurydesk.exchange.rejected_report import write_rejections
from jurydesk.exchange.roster_writer import HEADER_ROW
from jurydesk.exchange.templates import roster_columns, write_template
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.wording import LANGUAGES, Language, Wording
from tests.exchange.offices import (
    BERTIN,
    CERTIFICATIONS,
    TODAY,
    VAE_HEADINGS,
    address_of,
    reasons_of,
    row_of,
    sheet,
    workbook,
)

if TYPE_CHECKING:
    from pathlib import Path

BAD = BERTIN | {"NOM (naissance)": "=1+1", "Né(e) le": "31/02/1990", "Mail": "x@y"}
REPORTED = ("Ligne", *VAE_HEADINGS, "Motifs")


def rejected_reading():
    made = sheet("VAE", VAE_HEADINGS, *(row_of(VAE_HEADINGS, row) for row in (BERTIN, BAD)))
    return read_candidates(workbook(made), CERTIFICATIONS, today=TODAY)


def test_rejected_rows_are_repeated_with_a_reason_for_each_cell(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    write_rejections(path, rejected_reading())
    sheet_ = load_workbook(path)["VAE"]
    row = HEADER_ROW + 1
    assert [cell.value for cell in sheet_[HEADER_ROW]] == list(REPORTED)
    assert sheet_.max_row == row
    assert sheet_.cell(row, 1).value == 3
    name = sheet_[address_of(REPORTED, "NOM (naissance)", row)]
    assert (name.value, name.data_type) == ("=1+1", "s")
    birth = sheet_[address_of(REPORTED, "Né(e) le", row)]
    assert birth.comment.text.startswith("31/02/1990\u00a0: ce jour n’existe pas")
    assert sheet_[address_of(REPORTED, "Prénom(s)", row)].comment is None
    reasons = sheet_[address_of(REPORTED, "Motifs", row)].value.split("\n")
    assert [reason.split("\u00a0: ")[0] for reason in reasons] == ["Né(e) le", "Mail"]


def test_a_corrected_report_is_imported_again(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    write_rejections(path, rejected_reading(), wording=Wording("en"))
    again = read_candidates(read_workbook(path), CERTIFICATIONS, today=TODAY).sheets[0]
    assert (again.header_row, again.problems) == (HEADER_ROW, ())
    assert reasons_of(again.rejected[0]) == {"Né(e) le": "CELL-01", "Mail": "CELL-10"}
    book = load_workbook(path)
    headings = [cell.value for cell in book["VAE"][HEADER_ROW]]
    book["VAE"][address_of(headings, "Né(e) le", HEADER_ROW + 1)] = "28/02/1990"
    book["VAE"][address_of(headings, "Mail", HEADER_ROW + 1)] = "x@exemple.fr"
    book.save(path)
    corrected = read_candidates(read_workbook(path), CERTIFICATIONS, today=TODAY).sheets[0]
    assert (len(corrected.rows), corrected.rejected) == (1, ())
    assert corrected.rows[0].candidate.birth_name == "=1+1"


def test_a_report_without_rejections_is_an_empty_roster(tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"
    made = sheet("VAE", VAE_HEADINGS, row_of(VAE_HEADINGS, BERTIN))
    reading = read_candidates(workbook(made), CERTIFICATIONS, today=TODAY)
    write_rejections(path, reading)
    assert load_workbook(path)["VAE"].max_row == HEADER_ROW


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_is_understood_and_its_explained_row_ignored(
    tmp_path: Path, language: Language
) -> None:
    for kind, read in (("candidates", read_candidates), ("examiners", read_examiners)):
        path = tmp_path / f"{kind}.xlsx"
        write_template(path, kind, wording=Wording(language))
        found = read(read_workbook(path), CERTIFICATIONS, today=TODAY).sheets[0]
        assert [column.field for column in found.columns] == list(
            roster_columns(kind, Wording(language))
        )
        assert {column.found for column in found.columns} == {Found.HEADING}
        assert (found.read, found.ignored) == (0, (IgnoredRow(HEADER_ROW + 1, "example"),))
        assert found.problems == ()


def test_a_filled_template_is_read(tmp_path: Path) -> None:
    path = tmp_path / "candidates.xlsx"
    write_template(path, "candidates")
    book = load_workbook(path)
    headings = [cell.value for cell in book.worksheets[0][HEADER_ROW]]
    for heading, value in {
        "Nom de naissance": "BERTIN", "Prénoms": "Éloïse", "Certification visée": "RNCP40642",
        "Voie d’accès": "VAE", "Date de naissance": "21/01/1968",
    }.items():  # fmt: skip
        book.worksheets[0][address_of(headings, heading, HEADER_ROW + 2)] = value
    book.save(path)
    reading = read_candidates(read_workbook(path), CERTIFICATIONS, today=TODAY)
    assert [row.candidate.birth_name for row in reading.rows] == ["Bertin"]
