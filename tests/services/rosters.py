"""Rosters for the tests of imports: small, untidy, written as real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

from jurydesk.exchange.plain_workbook import PlainSheet, PlainValue, write_plain
from jurydesk.services import imports
from jurydesk.services.imports import Choices, ImportPreview, RosterKind
from jurydesk.services.ports import Desk

TRAINED = (
    "Statut", "Sexe", "Nom", "Prénom", "Date de naissance", "Email", "Portable", "Certification",
    "Entrée le", "Sortie prévue", "Contrôle continu /20", "Mémoire rendu", "Assiduité",
    "Entreprise de stage",
)  # fmt: skip
POOL = (
    "Nom",
    "Prénom",
    "H/F",
    "Collège",
    "Fonction",
    "Structure",
    "Mail",
    "Mandat du",
    "au",
    "Titres",
    "Indispo",
)

Row = tuple[PlainValue, ...]


def _phone(name: str) -> str:
    """A number kept for fiction, one per name."""
    if name == "Nadal":
        return "06 39 00 12 01"
    digits = f"{crc32(name.encode()) % 10_000:04}"
    return f"06 39 98 {digits[:2]} {digits[2:]}"


def _mail(name: str, first: str) -> str:
    plain = f"{first}.{name}".lower().replace(" ", "")
    return f"{plain}@exemple.fr" if plain.replace(".", "").isalpha() else ""


def trained(name: str = "Nadal", first: str = "Hugo", **changes: PlainValue) -> Row:
    """One row of a roster of trainees; `changes` by heading, spaces as underscores."""
    row: dict[str, PlainValue] = {
        "Statut": "FC",
        "Sexe": "M",
        "Nom": name,
        "Prénom": first,
        "Date de naissance": "09/09/1997",
        "Email": _mail(name, first),
        "Portable": _phone(name),
        "Certification": "RNCP40642",
        "Entrée le": "05/01/2026",
        "Sortie prévue": "30/10/2026",
        "Contrôle continu /20": 12.5,
        "Mémoire rendu": "oui",
        "Assiduité": "oui",
        "Entreprise de stage": "",
    }
    return tuple((row | {key.replace("_", " "): v for key, v in changes.items()}).values())


def member(name: str = "Sorrel", first: str = "Damien", **changes: PlainValue) -> Row:
    """One row of the pool."""
    row: dict[str, PlainValue] = {
        "Nom": name,
        "Prénom": first,
        "H/F": "H",
        "Collège": "salariés",
        "Fonction": "chargé de production",
        "Structure": "Galop Images",
        "Mail": _mail(name, first),
        "Mandat du": "01/01/2025",
        "au": "31/12/2027",
        "Titres": "tous",
        "Indispo": "",
    }
    return tuple((row | {key.replace("_", " "): v for key, v in changes.items()}).values())


def candidates_file(path: Path, *rows: Row) -> Path:
    write_plain(path, (PlainSheet("Promos", (("Suivi",), (), TRAINED, *rows)),))
    return path


def pool_file(path: Path, *rows: Row) -> Path:
    write_plain(path, (PlainSheet("Vivier", (POOL, *rows)),))
    return path


def preview_candidates(desk: Desk, *, path: Path, **options: Any) -> ImportPreview:
    return _preview(desk, path, RosterKind.CANDIDATES, **options)


def preview_examiners(desk: Desk, *, path: Path, **options: Any) -> ImportPreview:
    return _preview(desk, path, RosterKind.EXAMINERS, **options)


def _preview(
    desk: Desk,
    path: Path,
    kind: RosterKind,
    *,
    sheet: str | None = None,
    column_map: Path | None = None,
    choices: Choices | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPreview:
    made = choices or imports.choices_of(sheet=sheet, column_map=column_map)
    roster = imports.open_roster(path=path, kind=kind)
    return imports.preview_roster(desk, roster=roster, choices=made, progress=progress)
