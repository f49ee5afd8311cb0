"""An office's workbooks and certifications, made for the tests of the readers."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from jurydesk.domain.certification import Block, Certification
from jurydesk.exchange.cell_values import cell_text
from jurydesk.exchange.readings import BadCell, Read, RejectedRow
from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet, Workbook, column_letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

TODAY = date(2026, 11, 23)


def excel_day(year: int, month: int, day: int, hour: int = 0) -> datetime:
    """A day as Excel stores it: with an hour, at midnight."""
    return datetime.combine(date(year, month, day), time(hour))


def blocks(code: str, *numbers: int) -> tuple[Block, ...]:
    return tuple(Block(f"{code}BC{number:02d}", f"Bloc {number}") for number in numbers)


WHOLE_ONLY = Certification(
    "RNCP6082", "Assistant/e de production (cinéma-audiovisuel)", "AP", active=False,
    has_blocks=False, registered_from=date(2008, 8, 27), registered_until=date(2020, 1, 4),
    replaced_by="RNCP34316",
)  # fmt: skip
ENDED = Certification(
    "RNCP34316", "Assistant de production", "AP", has_blocks=True,
    blocks=blocks("RNCP34316", 1, 2, 3, 4), registered_until=date(2024, 11, 18),
)  # fmt: skip
ENDED_DIRECTING = Certification(
    "RNCP34719", "Assistant de réalisation", "AR", has_blocks=True,
    blocks=blocks("RNCP34719", 1, 2, 3, 4), registered_until=date(2025, 6, 29),
)  # fmt: skip
CURRENT = Certification(
    "RNCP40642", "Assistant de production cinéma, audiovisuel et contenus numériques", "AP"
)
CURRENT_DIRECTING = Certification(
    "RNCP41481", "Assistant de réalisation cinéma, audiovisuel et contenus numériques", "AR",
    registered_until=date(2030, 10, 27),
)  # fmt: skip
CERTIFICATIONS = (WHOLE_ONLY, ENDED, ENDED_DIRECTING, CURRENT, CURRENT_DIRECTING)


def cell(value: Any, column: int = 1) -> RawCell:
    """One cell as the reader gives it."""
    return RawCell(column, value, cell_text(value))


def code_of(read: Read[Any]) -> str:
    """The code of the issue, with ! where the row is rejected; empty: no issue."""
    if read.issue is None:
        return ""
    return read.issue.code + ("!" if read.issue.grave else "")


def codes_of(cells: Sequence[BadCell]) -> dict[str, str]:
    return {bad.column: bad.code for bad in cells}


def reasons_of(row: RejectedRow) -> dict[str, str]:
    return codes_of(row.cells)


def sheet(title: str, *rows: Sequence[Any], hidden: bool = False) -> RawSheet:
    """A sheet in memory: the first row is row 1; None leaves a cell empty."""
    made = (
        RawRow(
            number,
            tuple(cell(value, column) for column, value in enumerate(row, 1) if value is not None),
        )
        for number, row in enumerate(rows, 1)
    )
    return RawSheet(title, tuple(row for row in made if row.cells), hidden=hidden)


def workbook(*sheets: RawSheet) -> Workbook:
    return Workbook("classeur.xlsx", sheets)


def row_of(headings: Sequence[str], values: Mapping[str, Any]) -> list[Any]:
    """One row with its values under their headings."""
    unknown = values.keys() - set(headings)
    assert not unknown, unknown
    return [values.get(heading) for heading in headings]


VAE_HEADINGS = (
    "N°", "Civ.", "NOM (naissance)", "Nom d'usage", "Prénom(s)", "Né(e) le", "à", "CP / INSEE",
    "Pays", "Mail", "Tél.", "Employeur actuel", "Accompagné par", "Titre visé", "Blocs demandés",
    "Livret 1 reçu le", "Complet le", "Recevable le", "Livret 2 reçu le", "Statut", "Remarques",
)  # fmt: skip
TRAINING_HEADINGS = (
    "Promotion", "Statut", "Sexe", "Nom", "Prénom", "Date de naissance", "Ville de naissance",
    "Dépt", "Email", "Portable", "Certification", "Entrée le", "Sortie prévue",
    "Contrôle continu /20", "Mémoire rendu", "Entreprise de stage", "Formateur référent",
)  # fmt: skip
POOL_HEADINGS = (
    "Nom", "Prénom", "H/F", "Collège", "Fonction", "Structure", "Mail", "Tél", "Mandat du", "au",
    "Formé jury", "Titres", "Indispo", "Nb jurys 2025", "Dernière présidence", "Commentaires",
)  # fmt: skip

BERTIN = {
    "N°": 1, "Civ.": "MME", "NOM (naissance)": "BERTIN", "Nom d'usage": "d'Orval",
    "Prénom(s)": "Éloïse, Jeanne  ", "Né(e) le": "21/01/1968", "à": "Paris 15e",
    "CP / INSEE": "75115", "Pays": "FRANCE", "Mail": "eloise.bertin@exemple.fr",
    "Tél.": 612345678, "Employeur actuel": "Kinéo", "Accompagné par": "B. Marchal",
    "Titre visé": "RNCP 40642", "Blocs demandés": "1+3",
    "Livret 1 reçu le": excel_day(2026, 8, 23), "Complet le": "07.09.26",
    "Recevable le": "13 octobre 2026", "Livret 2 reçu le": "2026-11-02", "Statut": "prêt jury",
    "Remarques": "RQTH - prévoir tiers temps",
}  # fmt: skip
"""A full row of the sheet for VAE."""


def office_workbook(path: Path) -> Path:
    """An office's workbook with every mess of the trade, written to a file."""
    book = Book()
    vae = book.active
    assert vae is not None
    vae.title = "VAE"
    vae["A1"] = "Suivi VAE"
    vae.merge_cells("A1:F1")
    vae["A2"] = "mis à jour le 16/11/2026"
    for column, heading in enumerate(VAE_HEADINGS, 1):
        vae.cell(4, column, heading)
    for column, value in enumerate(row_of(VAE_HEADINGS, BERTIN), 1):
        vae.cell(5, column, value)
        vae.cell(5, column).fill = PatternFill("solid", fgColor="FFF2CC")
    vae["C5"].comment = Comment("voir mail du 3/11", "")
    formula_like = row_of(VAE_HEADINGS, {"NOM (naissance)": "x", "Titre visé": "40642"})
    for column, value in enumerate(formula_like, 1):
        vae.cell(7, column, value)
    for address, text in (("C7", '=HYPERLINK("http://exemple.invalid","clic")'), ("E7", "@SUM(1)")):
        vae[address].value = text
        vae[address].data_type = "s"
    vae["B9"] = "TOTAL"
    vae["C9"] = "=COUNTA(C5:C8)"
    pool = book.create_sheet("Listes")
    pool["A1"] = "VAE"
    pool.sheet_state = "hidden"
    book.save(path)
    return path


def address_of(headings: Sequence[str], heading: str, row: int) -> str:
    return f"{column_letter(headings.index(heading) + 1)}{row}"
