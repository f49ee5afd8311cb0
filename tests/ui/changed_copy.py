"""A second copy of a roster, changed as an office changes it between two imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

Cell = tuple[str, int, str]


@dataclass(frozen=True)
class Changes:
    """What the second copy has that the first has not."""

    headings: dict[str, int]
    """Row of the headings of each sheet."""
    cells: dict[Cell, Any]
    """By sheet, row and heading."""
    added: dict[str, list[dict[str, Any]]]
    removed: tuple[str, int]
    """A row under all the changed ones."""


OWN = Changes(
    headings={"Promos": 3},
    cells={
        ("Promos", 4, "Email"): "hugo.nadal.2@exemple.fr",
        ("Promos", 4, "Portable"): "06 39 00 12 99",
        ("Promos", 5, "Entreprise de stage"): "Canal Bleu Films",
        ("Promos", 6, "Contrôle continu /20"): 14.25,
        ("Promos", 7, "Mémoire rendu"): "non",
        ("Promos", 8, "Sortie prévue"): "31/12/2026",
        ("Promos", 9, "Date de naissance"): "10/09/1997",
        ("Promos", 10, "Sexe"): "F",
        ("Promos", 11, "Entrée le"): "12/01/2026",
        ("Promos", 12, "Portable"): "+33 6 39 00 12 55",
    },
    added={
        "Promos": [
            {"Statut": "FC", "Nom": "Zola", "Prénom": "Emma", "Certification": "RNCP40642"},
            {"Statut": "VAE", "Nom": "Yver", "Prénom": "Luc", "Certification": "RNCP41481"},
        ]
    },
    removed=("Promos", 13),
)
SAMPLES = Changes(
    headings={"VAE": 4, "Promos 2026": 1},
    cells={
        ("VAE", 6, "Mail"): "gaelle.rolland.2@exemple.fr",
        ("VAE", 7, "Tél."): "06 73 53 70 99",
        ("VAE", 9, "Employeur actuel"): "Canal Bleu Films",
        ("VAE", 10, "Remarques"): "à rappeler en janvier",
        ("VAE", 12, "Livret 2 reçu le"): datetime(2026, 11, 20),
        ("VAE", 13, "Statut"): "à relancer",
        ("VAE", 14, "Accompagné par"): "cabinet Alto VAE",
        ("Promos 2026", 3, "Contrôle continu /20"): 12.5,
        ("Promos 2026", 7, "Mémoire rendu"): "oui",
        ("Promos 2026", 12, "Entreprise de stage"): "Régie Sud",
    },
    added={
        "VAE": [{"Civ.": "Mme", "NOM (naissance)": "Zola", "Prénom(s)": "Emma",
                 "Titre visé": "RNCP40642"}],
        "Promos 2026": [{"Statut": "FC", "Nom": "Yver", "Prénom": "Luc",
                         "Certification": "RNCP41481"}],
    },
    removed=("VAE", 15),
)  # fmt: skip


def write_copy(source: Path, target: Path, changes: Changes) -> None:
    """Write the second copy."""
    book = load_workbook(source)
    for (sheet, row, heading), value in changes.cells.items():
        page = book[sheet]
        page.cell(row, _column(page, changes.headings[sheet], heading)).value = value
    for sheet, rows in changes.added.items():
        page = book[sheet]
        for at, new in enumerate(rows, start=_last_person(page, changes.headings[sheet]) + 1):
            for heading, value in new.items():
                page.cell(at, _column(page, changes.headings[sheet], heading)).value = value
    sheet, row = changes.removed
    book[sheet].delete_rows(row)
    book.save(target)


def _column(page: Worksheet, row: int, heading: str) -> int:
    return next(cell.column for cell in page[row] if cell.value == heading)


def _last_person(page: Worksheet, row: int) -> int:
    """Return the last row before an empty one."""
    while any(cell.value is not None for cell in page[row + 1]):
        row += 1
    return row
