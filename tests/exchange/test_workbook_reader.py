from __future__ import annotations

import io
import os
import zipfile
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from jurydesk.errors import DamagedFile, EnvironmentFailure
from jurydesk.exchange import workbook_guard
from jurydesk.exchange.workbook_reader import read_workbook
from tests.exchange.offices import excel_day, office_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def simple(**changes: Any) -> bytes:
    book = Book()
    assert book.active is not None
    book.active["A1"] = changes.get("text", "Nom")
    return saved(book)


def rezipped(
    content: bytes, changed: Mapping[str, bytes], *, without: tuple[str, ...] = ()
) -> bytes:
    """The same archive with parts replaced, added or left out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        parts = {name: source.read(name) for name in source.namelist()} | changed
        for name, part in parts.items():
            if name not in without:
                target.writestr(name, part)
    return stream.getvalue()


def failure_of(path: Path) -> EnvironmentFailure:
    with pytest.raises(EnvironmentFailure) as raised:
        read_workbook(path)
    assert raised.value.figures["file"] == str(path)
    assert raised.value.exit_code == 3
    return raised.value


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, part in parts.items():
            target.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert failure_of(tmp_path / "absent.xlsx").code == "FILE-01"


def test_a_folder(tmp_path: Path) -> None:
    assert failure_of(tmp_path).code == "FILE-02"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(simple())
    path.chmod(0)
    assert failure_of(path).code == "FILE-03"


def test_a_permission_refused_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> io.BytesIO:
        raise PermissionError(13, f"locked for {mode}", str(path))

    path = tmp_path / "locked.xlsx"
    path.write_bytes(simple())
    monkeypatch.setattr(type(path), "open", refuse)
    assert failure_of(path).code == "FILE-03"


FOREIGN = {
    "empty": (b"", "FILE-04"),
    "encrypted": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "FILE-05"),
    "old Excel": (OLE + b"\0" * 600, "FILE-06"),
    "older Excel": (b"\x09\x08\x10\x00\x00\x06", "FILE-06"),
    "text": (b"Nom;Prenom\nBertin;Eloise\n", "FILE-07"),
    "a PDF": (b"%PDF-1.7\n", "FILE-07"),
    "random bytes": (bytes(range(256)), "FILE-07"),
    "no archive": (b"PK\x03\x04" + b"\0" * 100, "FILE-08"),
    "another archive": (archive(readme=b"hello"), "FILE-07"),
    "a text document": (archive(word__document=b"<w/>"), "FILE-09"),
    "OpenDocument": (
        archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "FILE-09",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(tmp_path: Path, name: str) -> None:
    content, code = FOREIGN[name]
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    failure = failure_of(path)
    assert (failure.code, type(failure)) == (code, DamagedFile)


def test_a_binary_workbook_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(archive(**{"xl__workbook.bin": b"\0"}))
    assert failure_of(path).figures["kind"] == ".xlsb"


def test_a_truncated_workbook(tmp_path: Path) -> None:
    path = tmp_path / "cut.xlsx"
    content = simple()
    for length in (len(content) // 4, len(content) // 2, len(content) - 10):
        path.write_bytes(content[:length])
        assert failure_of(path).code == "FILE-08"


def test_a_damaged_part(tmp_path: Path) -> None:
    path = tmp_path / "damaged.xlsx"
    content = simple()
    for changed in ({SHEET: b"<worksheet><sheetData><row"}, {"xl/workbook.xml": b"<workbook><"}):
        path.write_bytes(rezipped(content, changed))
        assert failure_of(path).code == "FILE-13"
    path.write_bytes(rezipped(content, {}, without=(SHEET,)))
    assert failure_of(path).code == "FILE-12"


def test_a_bomb_is_seen_in_its_directory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    swollen = b"<worksheet>" + b" " * (20 * workbook_guard.MEGABYTE)
    path.write_bytes(rezipped(simple(), {SHEET: swollen}))
    assert path.stat().st_size < 200_000
    assert failure_of(path).code == "FILE-11"


def test_many_parts_together_are_a_bomb_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(simple())
    monkeypatch.setattr(workbook_guard, "MAX_TOTAL", 100)
    assert failure_of(path).code == "FILE-11"


SPREADING = {
    "merged": b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    "linked": b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
    "odd reference": b'<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>',
}


@pytest.mark.parametrize("name", SPREADING)
def test_a_range_over_the_whole_sheet_does_not_fill_the_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / "wide.xlsx"
    content = simple()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read(SHEET)
    sheet = sheet.replace(b"</sheetData>", b"</sheetData>" + SPREADING[name])
    path.write_bytes(rezipped(content, {SHEET: sheet}))
    assert failure_of(path).code == "FILE-11"


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "entities.xlsx"
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
    path.write_bytes(rezipped(simple(), {SHEET: laughs}))
    assert failure_of(path).code == "FILE-11"


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office_workbook(tmp_path / "office.xlsx")
    monkeypatch.setattr(workbook_guard, "MAX_CELLS", 20)
    assert failure_of(path).code == "FILE-11"


def test_a_file_too_large_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office_workbook(tmp_path / "office.xlsx")
    monkeypatch.setattr(workbook_guard, "MAX_FILE", 1000)
    assert failure_of(path).code == "FILE-10"


def test_nothing_to_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    book = Book()
    book.save(path)
    assert failure_of(path).code == "FILE-12"
    hidden = book.create_sheet("Cachée")
    hidden["A1"] = "Nom"
    hidden.sheet_state = "veryHidden"
    book.save(path)
    assert failure_of(path).code == "FILE-12"


def test_values_texts_comments_and_hidden_sheets(tmp_path: Path) -> None:
    book = read_workbook(office_workbook(tmp_path / "office.xlsx"))
    assert [(sheet.title, sheet.hidden) for sheet in book.sheets] == [
        ("VAE", False), ("Listes", True),
    ]  # fmt: skip
    assert [sheet.title for sheet in book.visible] == ["VAE"]
    rows = {row.number: row for row in book.sheets[0].rows}
    assert sorted(rows) == [1, 2, 4, 5, 7, 9]
    assert rows[5].cell(3).comment == "voir mail du 3/11"
    received = rows[5].cell(16)
    assert (received.value, received.text) == (excel_day(2026, 8, 23), "23/08/2026")
    assert (rows[5].cell(11).value, rows[5].cell(11).text) == (612345678, "612345678")
    assert rows[5].cell(5).text == "Éloïse, Jeanne  "


def test_text_that_looks_like_a_formula_is_text_and_a_formula_is_none(tmp_path: Path) -> None:
    book = read_workbook(office_workbook(tmp_path / "office.xlsx"))
    rows = {row.number: row for row in book.sheets[0].rows}
    looks = rows[7].cell(3)
    assert (looks.value, looks.is_formula) == ('=HYPERLINK("http://exemple.invalid","clic")', False)
    total = rows[9].cell(3)
    assert (total.value, total.text, total.is_formula) == (None, "=", True)


def test_a_formula_gives_what_it_last_gave(tmp_path: Path) -> None:
    path = tmp_path / "computed.xlsx"
    content = simple()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read(SHEET)
    formula = b'<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row></sheetData>'
    path.write_bytes(rezipped(content, {SHEET: sheet.replace(b"</sheetData>", formula)}))
    cell = read_workbook(path).sheets[0].rows[1].cell(1)
    assert (cell.value, cell.text, cell.is_formula) == ("ab", "ab", True)


def test_errors_booleans_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "kinds.xlsx"
    book = Book()
    assert book.active is not None
    book.active.append(["#REF!", True, False, 14.05, 12.0, date(2026, 1, 2), 3])
    book.save(path)
    cells = read_workbook(path).sheets[0].rows[0].cells
    assert [cell.text for cell in cells] == [
        "#REF!", "VRAI", "FAUX", "14.05", "12", "02/01/2026", "3",
    ]  # fmt: skip
    assert [cell.is_error for cell in cells] == [True, *[False] * 6]


def test_a_cell_merged_downwards_counts_for_each_of_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book = Book()
    sheet = book.active
    assert sheet is not None
    for row in (["Promotion", "Nom"], ["AP 2026-A", "Bertin"], [None, "Marchal"], [None, "Roux"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(path)
    rows = read_workbook(path).sheets[0].rows
    assert [row.cell(1).text for row in rows] == ["Promotion", "AP 2026-A", "AP 2026-A", ""]


def test_a_stray_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "corner.xlsx"
    book = Book()
    assert book.active is not None
    book.active["A1"] = "Nom"
    book.active["XFD1048576"] = "x"
    book.save(path)
    rows = read_workbook(path).sheets[0].rows
    assert [(row.number, len(row.cells)) for row in rows] == [(1, 1), (1048576, 1)]


def test_the_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = office_workbook(tmp_path / "office.xlsx")
    before = path.read_bytes()
    read_workbook(path)
    assert path.read_bytes() == before
    assert load_workbook(path).sheetnames == ["VAE", "Listes"]


def test_an_encrypted_part_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "encrypted.xlsx"
    content = bytearray(simple())
    # Bit 0 of the flags of the first entry of the central directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert failure_of(path).code == "FILE-05"


def test_a_drawing_that_is_no_xml_is_not_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "picture.xlsx"
    path.write_bytes(rezipped(simple(), {"xl/media/image1.png": b"<!DOCTYPE png>"}))
    assert read_workbook(path).sheets[0].rows[0].cell(1).value == "Nom"


def test_a_disk_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office_workbook(tmp_path / "office.xlsx")

    def fail(path: Path, mode: str) -> io.BytesIO:
        raise OSError(5, "Input/output error", f"{path} {mode}")

    monkeypatch.setattr(type(path), "open", fail)
    failure = failure_of(path)
    assert (failure.code, failure.figures["reason"]) == ("FILE-14", "OSError")


def test_an_empty_merged_cell_and_a_length_of_time(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book = Book()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nom", "Durée"])
    sheet.append(["Bertin", timedelta(hours=1, minutes=30)])
    sheet.merge_cells("C1:C2")
    # Down over rows that hold nothing else
    sheet.merge_cells("A2:A4")
    book.save(path)
    rows = read_workbook(path).sheets[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Nom", "Durée"],
        ["Bertin", "1:30:00"],
    ]
