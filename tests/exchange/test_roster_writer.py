from __future__ import annotations

import zipfile
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jurydesk.exchange.plain_workbook import PlainSheet, write_plain
from jurydesk.exchange.roster_table import unique_headings, unique_titles
from jurydesk.exchange.roster_writer import (
    HEADER_ROW,
    CellMark,
    Column,
    Kind,
    RosterTable,
    write_roster,
)
from jurydesk.exchange.workbook_reader import read_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    Column("Nom"), Column("Code", Kind.CODE), Column("Né(e) le", Kind.DATE),
    Column("Heure", Kind.TIME), Column("Jurys", Kind.INTEGER), Column("Note", Kind.DECIMAL),
    Column("Tiers temps", Kind.FLAG),
)  # fmt: skip
ROW = ("Bertin", "01000", date(1968, 1, 21), time(9, 30), 3, Decimal("12.75"), True)
TABLE = RosterTable("Candidats", "Candidats de 2026", COLUMNS, (ROW,), subtitle="Une ligne")


def written(path: Path, *tables: RosterTable) -> Worksheet:
    write_roster(path, tables)
    return load_workbook(path).worksheets[0]


def test_cells_are_typed(tmp_path: Path) -> None:
    sheet = written(tmp_path / "roster.xlsx", TABLE)
    cells = next(sheet.iter_rows(min_row=HEADER_ROW + 1))
    assert [cell.data_type for cell in cells] == ["s", "s", "d", "d", "n", "n", "s"]
    assert [cell.number_format for cell in cells] == [
        "@", "@", "dd/mm/yyyy", "hh:mm", "0", "0.00", "@",
    ]  # fmt: skip
    assert [cell.value for cell in cells][3:] == [time(9, 30), 3, 12.75, "oui"]
    assert cells[2].value.date() == date(1968, 1, 21)


def test_the_sheet_has_a_title_a_table_a_frozen_header_and_is_ready_to_print(
    tmp_path: Path,
) -> None:
    sheet = written(tmp_path / "roster.xlsx", TABLE)
    assert (sheet["A1"].value, sheet["A2"].value) == ("Candidats de 2026", "Une ligne")
    assert sheet.freeze_panes == f"A{HEADER_ROW + 1}"
    (table,) = sheet.tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A4:G5", "A4:G5")
    assert [column.name for column in table.tableColumns] == [c.heading for c in COLUMNS]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert sheet.oddFooter.right.text == "&P/&N"
    assert sheet.oddFooter.left.text == "Candidats de 2026"


def test_the_width_of_a_column_follows_what_stands_in_it(tmp_path: Path) -> None:
    wide = RosterTable("S", "T", (Column("A"), Column("B"), Column("C", width=33)), (
        ("x" * 30, "x" * 500, "x"), (None, "short\nlines", None),
    ))  # fmt: skip
    sheet = written(tmp_path / "roster.xlsx", wide)
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [32, 52, 33]


def test_a_wide_roster_takes_several_pages_across_and_repeats_who_is_meant(tmp_path: Path) -> None:
    columns = tuple(Column(f"Colonne {number}", width=30) for number in range(10))
    sheet = written(tmp_path / "roster.xlsx", RosterTable("S", "T", columns, (("x",) * 10,)))
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert sheet.print_title_cols == "$A:$B"


def test_a_row_is_as_high_as_its_longest_text_in_lines(tmp_path: Path) -> None:
    rows = (("one", "x"), ("a\nb\nc", "x"), ("long " * 12 + "\nb", "x"), ("\n" * 99, "x"))
    table = RosterTable("S", "T", (Column("A", width=20), Column("B")), rows)
    sheet = written(tmp_path / "roster.xlsx", table)
    heights = [sheet.row_dimensions[HEADER_ROW + n].height for n in (1, 2, 3, 4)]
    assert heights == [None, 45, 60, 405]
    assert [sheet.cell(HEADER_ROW + n, 1).alignment.wrap_text for n in (1, 2)] == [None, True]


DANGEROUS = (
    '=HYPERLINK("http://exemple.invalid","clic")', "+cmd@exemple.fr", "-2+3", "@SUM(1)",
    "=1+1", "\tx", "#REF!", "01000", "+33612345678", "1E5", "TRUE", "'quoted",
)  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_stays_text_for_ever(tmp_path: Path, text: str) -> None:
    path = tmp_path / "roster.xlsx"
    table = RosterTable(text, text, (Column(text), Column("B")), ((text, None),), subtitle=text)
    sheet = written(path, table)
    cell = sheet.cell(HEADER_ROW + 1, 1)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix is (text[0] in "=+-@\t")
    assert {c.data_type for row in sheet.iter_rows() for c in row} == {"s", "n"}
    with zipfile.ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    # Written again as it was read, it is text still
    again = read_workbook(path).sheets[0].rows[-1].cell(1)
    assert (again.value, again.is_formula) == (text, False)


def test_control_characters_and_endless_texts_do_not_break_the_file(tmp_path: Path) -> None:
    table = RosterTable("S", "T", (Column("A"),), (("a\x00b\x0bc",), ("x" * 40_000,)))
    sheet = written(tmp_path / "roster.xlsx", table)
    assert sheet.cell(HEADER_ROW + 1, 1).value == "abc"
    assert len(sheet.cell(HEADER_ROW + 2, 1).value) == 32_000


def test_values_that_do_not_fit_their_column_are_written_as_what_they_are(tmp_path: Path) -> None:
    columns = (Column("A", Kind.DATE), Column("B", Kind.TEXT), Column("C", Kind.DATE))
    rows = (("en attente", 12, date(1899, 5, 1)), ("", None, date(2026, 1, 2)))
    sheet = written(tmp_path / "roster.xlsx", RosterTable("S", "T", columns, rows))
    first = next(sheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True))
    assert first == ("en attente", "12", "01/05/1899")


def test_a_table_without_rows_still_has_its_headings(tmp_path: Path) -> None:
    sheet = written(tmp_path / "roster.xlsx", RosterTable("S", "T", COLUMNS))
    (table,) = sheet.tables.values()
    assert table.ref == "A4:G5"
    # What people type below is text or a date from the start
    assert sheet.column_dimensions["B"].number_format == "@"
    assert sheet.column_dimensions["C"].number_format == "dd/mm/yyyy"


def test_flags_speak_the_reader_s_language(tmp_path: Path) -> None:
    table = RosterTable(
        "S", "T", (Column("A", Kind.FLAG),), ((True,), (False,)), flags=("yes", "no")
    )
    sheet = written(tmp_path / "roster.xlsx", table)
    assert [sheet.cell(HEADER_ROW + n, 1).value for n in (1, 2)] == ["yes", "no"]


def test_cells_pointed_at_carry_a_comment_and_a_colour(tmp_path: Path) -> None:
    table = RosterTable("S", "T", (Column("A"), Column("B")), (("x", None),), marks=(
        CellMark(0, 1, "Il manque quelque chose."),
    ))  # fmt: skip
    cell = written(tmp_path / "roster.xlsx", table).cell(HEADER_ROW + 1, 2)
    assert cell.comment.text == "Il manque quelque chose."
    assert cell.fill.fgColor.rgb.endswith("FCE3DD")


def test_headings_and_sheets_are_named_apart(tmp_path: Path) -> None:
    assert unique_headings((Column("Nom"), Column("nom "), Column(""), Column("a\nb"))) == (
        "Nom", "nom (2)", "(3)", "a b",
    )  # fmt: skip
    tables = tuple(RosterTable(name, "T", (Column("A"),)) for name in (
        "Session 1/2", "Session 1:2", "", "History", "'x'", "L" * 40, "L" * 40,
    ))  # fmt: skip
    titles = unique_titles(tables)
    assert titles == (
        "Session 1 2", "Session 1 2 (2)", "(3)", "History (2)", "x", "L" * 31, "L" * 27 + " (2)",
    )  # fmt: skip
    write_roster(tmp_path / "roster.xlsx", tables)
    assert tuple(load_workbook(tmp_path / "roster.xlsx").sheetnames) == titles


def test_the_file_names_neither_a_person_nor_a_machine(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    write_roster(path, (TABLE,))
    with zipfile.ZipFile(path) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "<dc:creator" not in core or "<dc:creator />" in core
    assert "lastModifiedBy" not in core
    assert "<dc:title>Candidats de 2026</dc:title>" in core


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.tuples(TEXTS, st.none() | st.dates(date(1901, 1, 1), date(2099, 1, 1)))))
def test_what_is_written_is_read_again(tmp_path: Path, rows: list[tuple[str, date | None]]) -> None:
    path = tmp_path / "roster.xlsx"
    columns = (Column("Nom"), Column("Le", Kind.DATE))
    write_roster(path, (RosterTable("S", "T", columns, tuple(rows)),))
    found = {row.number: row for row in read_workbook(path).sheets[0].rows}
    for number, (text, day) in enumerate(rows, HEADER_ROW + 1):
        if not text.strip() and day is None:
            continue
        cells = found[number]
        assert cells.cell(1).text == text if text.strip() else cells.cell(1).is_blank
        assert cells.cell(2).text == (day.strftime("%d/%m/%Y") if day else "")


def test_a_plain_workbook_stands_as_it_was_given(tmp_path: Path) -> None:
    day = date(2026, 12, 1)
    rows = (("Suivi",), (), ("=Nom", 12, 14.5, day, None))
    sheets = (PlainSheet("VAE", rows), PlainSheet("Listes", (("VAE",),), hidden=True))
    write_plain(tmp_path / "plain.xlsx", sheets)
    book = read_workbook(tmp_path / "plain.xlsx")
    assert [(sheet.title, sheet.hidden) for sheet in book.sheets] == [
        ("VAE", False), ("Listes", True),
    ]  # fmt: skip
    assert [[cell.text for cell in row.cells] for row in book.sheets[0].rows] == [
        ["Suivi"], ["=Nom", "12", "14.5", "01/12/2026"],
    ]  # fmt: skip
    assert not book.sheets[0].rows[1].cells[0].is_formula
