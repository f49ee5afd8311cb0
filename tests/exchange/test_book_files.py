"""Rosters kept as .csv, .ods and .xls are read as the .xlsx they came from."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jurydesk.errors import DamagedFile
from jurydesk.exchange.book_files import read_book
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.examiner_roster import read_examiners
from jurydesk.exchange.workbook import Workbook
from tests.exchange.offices import CERTIFICATIONS, TODAY
from tests.exchange.test_libreoffice import converted
from tests.services.rosters import candidates_file, trained

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = Path(__file__).with_name("files")
ROWS = (
    trained(),
    trained("Morvan", "Élise", Date_de_naissance="3 mai 1988"),
    trained("N’Diaye", "Zoé", Statut="VAE"),
    trained("Kowalski", "Łukasz"),
)
HEAD = "Nom;Prénom;Titre visé;Voie"


def refused(path: Path) -> str:
    with pytest.raises(DamagedFile) as refusal:
        read_book(path)
    return refusal.value.code


def texts(book: Workbook) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in book.sheets[0].rows]


@pytest.mark.parametrize("name", ["promotion.ods", "promotion.xls"])
def test_the_same_roster_in_every_format(tmp_path: Path, name: str) -> None:
    original = read_book(candidates_file(tmp_path / "promotion.xlsx", *ROWS))
    other = read_book(FILES / name)
    one = read_candidates(original, CERTIFICATIONS, today=TODAY)
    two = read_candidates(other, CERTIFICATIONS, today=TODAY)
    assert [row.number for row in other.sheets[0].rows] == [1, 3, 4, 5, 6, 7]
    assert two.sheets[0].header_row == one.sheets[0].header_row == 3
    born = [row.candidate.birth_date for row in one.rows]
    assert [row.candidate.birth_date for row in two.rows] == born
    assert [row.candidate.full_name for row in two.rows] == [
        "NADAL Hugo",
        "MORVAN Élise",
        "N’DIAYE Zoé",
        "KOWALSKI Łukasz",
    ]


@pytest.mark.timeout(240)
@pytest.mark.parametrize("extension", ["ods", "xls"])
def test_the_samples_converted_by_libreoffice_read_the_same(
    shared_folder: Path,
    tmp_path: Path,
    outside_program: Callable[[str], str],
    extension: str,
) -> None:
    for name, read in (("suivi-candidats", read_candidates), ("vivier-jury", read_examiners)):
        sample = shared_folder / "samples" / f"{name}-2026.xlsx"
        first = read(read_book(sample), CERTIFICATIONS, today=TODAY)
        other = converted(sample, outside_program("soffice"), extension, tmp_path)
        second = read(read_book(other), CERTIFICATIONS, today=TODAY)
        shapes = [
            [(s.sheet, s.header_row, len(s.rows), len(s.rejected)) for s in reading.sheets]
            for reading in (first, second)
        ]
        assert shapes[0] == shapes[1]
        assert [row.name for row in first.rows] == [row.name for row in second.rows]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_with_any_sign_in_any_encoding(tmp_path: Path, sign: str, encoding: str) -> None:
    path = tmp_path / "élèves.csv"
    text = "\r\n".join((HEAD, "Müller;Zoé;RNCP40642;FC")).replace(";", sign)
    path.write_bytes(text.encode(encoding))
    book = read_book(path)
    assert book.sheets[0].title == "élèves"
    assert texts(book) == [
        ["Nom", "Prénom", "Titre visé", "Voie"],
        ["Müller", "Zoé", "RNCP40642", "FC"],
    ]


def test_text_keeps_line_breaks_signs_and_zeros_inside_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Nom;Tél;Note\nNadal;0612345678;"un; deux\ntrois ""quatre"""\n', "utf-8")
    assert texts(read_book(path))[1] == ["Nadal", "0612345678", 'un; deux\ntrois "quatre"']


def test_text_may_declare_its_sign(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=,\nNom,Note;x\nNadal,1;2\n", "utf-8")
    assert texts(read_book(path)) == [["Nom", "Note;x"], ["Nadal", "1;2"]]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FILE-04"),
        (b" \n ", "FILE-04"),
        (b"rien qui ressemble a un tableau", "FILE-16"),
        (b"Nom;Prenom\nNadal;\x00Hugo", "FILE-16"),
        (b"Nom;Prenom\n\x81\x8d;x", "FILE-16"),
        (b"<html><table><tr><td>Nom</td></tr></table></html>", "FILE-17"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "FILE-17"),
        (b'Nom;Note\nNadal;"jamais ferm\xc3\xa9\n', "FILE-18"),
        (b'Nom;Note\nNadal;"mal" ferm\xc3\xa9\n', "FILE-18"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "FILE-13"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert refused(path) == code


def test_the_line_of_a_quotation_mark_left_open_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Nom;Note\nNadal;x\nMorvan;"mal" fermé\n', "utf-8")
    with pytest.raises(DamagedFile) as refusal:
        read_book(path)
    assert refusal.value.figures == {"file": str(path), "line": 3}


def ods_with(content: str, tmp_path: Path, *, manifest: str = "") -> Path:
    """The sample document with other contents."""
    path = tmp_path / "made.ods"
    with zipfile.ZipFile(FILES / "promotion.ods") as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["content.xml"] = content.encode()
    if manifest:
        parts["META-INF/manifest.xml"] = manifest.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    path.write_bytes(stream.getvalue())
    return path


def sheet_xml(rows: str) -> str:
    names = "xmlns:{0}='urn:oasis:names:tc:opendocument:xmlns:{0}:1.0'".format
    spaces = " ".join(names(name) for name in ("office", "table", "text"))
    return (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f"<table:table table:name='F'>{rows}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


FILLED = "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>"


def test_a_document_that_repeats_a_cell_a_million_times_is_refused(tmp_path: Path) -> None:
    repeated = "<table:table-cell table:number-columns-repeated='16384'"
    many = FILLED.replace("<table:table-cell", repeated)
    rows = f"<table:table-row table:number-rows-repeated='1000'>{many}</table:table-row>"
    assert refused(ods_with(sheet_xml(rows), tmp_path)) == "FILE-11"


def test_a_document_with_a_stray_cell_at_the_far_corner_is_refused(tmp_path: Path) -> None:
    far = "<table:table-cell table:number-columns-repeated='16000'/>" + FILLED
    rows = (
        "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/>"
        f"</table:table-row><table:table-row>{far}</table:table-row>"
    )
    assert refused(ods_with(sheet_xml(rows), tmp_path)) == "FILE-11"


def test_empty_rows_to_the_end_of_a_sheet_cost_nothing(tmp_path: Path) -> None:
    rows = (
        f"<table:table-row>{FILLED}</table:table-row>"
        "<table:table-row table:number-rows-repeated='1048575'>"
        "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    )
    assert texts(read_book(ods_with(sheet_xml(rows), tmp_path))) == [["x"]]


def test_an_encrypted_document_says_so(tmp_path: Path) -> None:
    sealed = "<manifest:encryption-data/>"
    row = f"<table:table-row>{FILLED}</table:table-row>"
    assert refused(ods_with(sheet_xml(row), tmp_path, manifest=sealed)) == "FILE-05"


def test_entities_in_a_document_are_refused(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + sheet_xml("")
    assert refused(ods_with(bomb, tmp_path)) == "FILE-11"


def test_dates_of_an_old_workbook_are_dates(tmp_path: Path) -> None:
    rows = read_book(FILES / "promotion.xls").sheets[0].rows
    cells = [cell.value for row in rows for cell in row.cells]
    assert "05/01/2026" in cells or datetime(2026, 1, 5) in cells
