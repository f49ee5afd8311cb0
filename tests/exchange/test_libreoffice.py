"""Another program than ours opens what we write: same cells, dates are dates, no formula."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jurydesk.exchange.roster_writer import Column, Kind, RosterTable, write_roster
from tests.exchange.test_roster_writer import DANGEROUS

CELLS = (
    *(
        (text, date(1968, 1, 21), "01000", Decimal("12.75"), time(9, 30), True)
        for text in DANGEROUS
    ),
    ("de La Tour, d’Arcy, Nguyễn, Łódź", date(2027, 8, 14), "2A004", 8, None, False),
    ("deux\nlignes", None, "+33612345678", Decimal(0), None, None),
)
TABLE = RosterTable(
    "Candidats",
    "=Candidats",
    (
        Column("Nom"), Column("Né(e) le", Kind.DATE), Column("Code", Kind.CODE),
        Column("Note", Kind.DECIMAL), Column("Heure", Kind.TIME), Column("Tiers temps", Kind.FLAG),
    ),
    CELLS,
)  # fmt: skip


def converted(path: Path, office: str, kind: str, folder: Path) -> Path:
    """Let LibreOffice open the workbook and save it in its own way."""
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
         "--outdir", str(folder / kind), str(path)],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    return folder / kind / f"{path.stem}.{kind}"


def plain(value: object) -> object:
    """A value without the difference between a day and midnight of that day."""
    return value.date() if isinstance(value, datetime) else value


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


@pytest.mark.timeout(240)
def test_a_roster_comes_back_from_libreoffice_as_it_was(
    folder: Path, outside_program: Callable[[str], str]
) -> None:
    path = folder / "roster.xlsx"
    write_roster(path, (TABLE,))
    again = converted(path, outside_program("soffice"), "xlsx", folder)
    before, after = (load_workbook(p).worksheets[0] for p in (path, again))
    assert [[plain(c.value) for c in row] for row in after.iter_rows()] == [
        [plain(c.value) for c in row] for row in before.iter_rows()
    ]
    types = {c.data_type for row in after.iter_rows() for c in row if c.value is not None}
    assert types == {"s", "d", "n"}
    assert all(isinstance(after.cell(5 + n, 2).value, datetime) for n in range(len(CELLS) - 1))
    assert [after.cell(5, column).number_format for column in (1, 2, 3)] == ["@", "dd/mm/yyyy", "@"]
    with zipfile.ZipFile(again) as parts:
        assert b"<f" not in parts.read("xl/worksheets/sheet1.xml").replace(b"<fo", b"")
    # Frozen panes belong to the view, which LibreOffice drops without a window, for any file
    assert [table.ref for table in after.tables.values()] == [f"A4:F{4 + len(CELLS)}"]
    assert after.print_title_rows == "$4:$4"
