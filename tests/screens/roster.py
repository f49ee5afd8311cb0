"""A fictitious roster with rows of every fate, as an office keeps one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ("Nom", "Prénom", "Sexe", "Né(e) le", "Courriel", "Voie d’accès", "Certification")
ROWS = (
    ("ARNAULT", "Camille", "F", date(1991, 4, 12), "c.arnault@example.org", "VAE", "RNCP40642"),
    ("BIRAUD", "Théo", "M", "3 mai 1988", "t.biraud@example.org", "V.A.E.", "40642"),
    ("CHAÏB", "Nora", "F", "31/02/1990", "n.chaib@example.org", "VAE", "RNCP40642"),
    ("DUMONT", "Élise", "F", "12/11/1995", "e.dumont@example.org", "apprentissage", "RNCP6082"),
    ("BIRAUD", "Théo", "M", "03/05/1988", "t.biraud@example.org", "VAE", "RNCP40642"),
    ("EVRARD", "Paul", "M", "07/07/1979", "p.evrard@example.org", "par expérience", "RNCP40642"),
    ("FAURE", "Lina", "F", "1/9/2001", "l.faure@example.org", "formation continue", "RNCP41481"),
    ("GARANCE", "Iris", "F", date(1990, 1, 2), "i.garance@example.org", "VAE", "RNCP40642"),
    ("GARRANCE", "Iris", "F", date(1990, 1, 2), "iris.g@example.org", "VAE", "RNCP40642"),
    ("Total", None, None, None, None, None, 9),
)


def write_roster(path: Path) -> None:
    """Write the workbook: a title, headings on the third row, then the rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Suivi"
    sheet["A1"] = "Suivi des candidats 2026"
    for column, heading in enumerate(HEADINGS, start=1):
        sheet.cell(3, column, heading)
    for line, row in enumerate(ROWS, start=4):
        for column, value in enumerate(row, start=1):
            sheet.cell(line, column, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
