from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from jurydesk.domain.availability import Absence, HalfDay, Origin
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex, Training
from jurydesk.exchange.examiner_roster import read_examiners
from tests.exchange.offices import (
    CERTIFICATIONS,
    POOL_HEADINGS,
    TODAY,
    codes_of,
    excel_day,
    reasons_of,
    row_of,
    sheet,
    workbook,
)

if TYPE_CHECKING:
    from jurydesk.exchange.readings import ReadExaminer, SheetReading

MARCHAL = {
    "Nom": "de La Tour", "Prénom": "Mathéo", "H/F": "H", "Collège": "Rep. salariés (syndicat)",
    "Fonction": "monteur", "Structure": "Contre-Champ", "Mail": "matheo@jury.exemple.fr",
    "Tél": 649118625, "Mandat du": excel_day(2025, 3, 1), "au": "28/03/2028",
    "Formé jury": "2024", "Titres": "AP", "Indispo": "29/12–14/01/2027; 21/12–09/01/2027",
    "Nb jurys 2025": 2, "Dernière présidence": "11/2024", "Commentaires": "préfère les matins",
}  # fmt: skip


def pool(*rows: dict[str, Any]) -> SheetReading[ReadExaminer]:
    made = (row_of(POOL_HEADINGS, row) for row in rows)
    roster = sheet("Vivier", ["VIVIER JURY"], [], POOL_HEADINGS, *made)
    return read_examiners(workbook(roster), CERTIFICATIONS, today=TODAY).sheets[0]


def one(**changes: Any) -> ReadExaminer:
    return pool(MARCHAL | changes).rows[0]


def away(start: date, end: date) -> Absence:
    return Absence(start, end, origin=Origin.ROSTER, given=TODAY)


def test_a_full_row_of_the_pool() -> None:
    found = pool(MARCHAL)
    assert (found.header_row, found.read, found.problems) == (3, 1, ())
    assert found.rows[0].doubts == ()
    assert found.rows[0].examiner == Examiner(
        "de La Tour",
        "Mathéo",
        sex=Sex.MALE,
        occupation="monteur",
        organisation="Contre-Champ",
        is_employee=True,
        email="matheo@jury.exemple.fr",
        phone="+33649118625",
        qualifications=(Qualification("EMPLOYEES"),),
        mandates=(Mandate(date(2025, 3, 1), date(2028, 3, 28)),),
        absences=(
            away(date(2026, 12, 21), date(2027, 1, 9)),
            away(date(2026, 12, 29), date(2027, 1, 14)),
        ),
        judges=("RNCP6082", "RNCP34316", "RNCP40642"),
        training=Training.TRAINED,
        trained_in=2024,
        preferred_half_day=HalfDay.AM,
        juries_last_year=2,
        last_presidency=date(2024, 11, 1),
        notes="préfère les matins",
    )


@pytest.mark.parametrize(
    ("college", "structure", "of_certifier"),
    [
        ("pédago", "", True), ("CEFPF", "CEFPF", True), ("employeur", "CEFPF", True),
        ("employeur", "Contre-Champ", False), ("indep.", "Freelance", False),
    ],
)  # fmt: skip
def test_who_belongs_to_the_certifier(college: str, structure: str, of_certifier: bool) -> None:
    assert one(Collège=college, Structure=structure).examiner.of_certifier is of_certifier


def test_comments_are_understood_and_kept() -> None:
    declines = one(Commentaires="ne veut plus présider").examiner
    assert (declines.declines_presidency, declines.notes) == (True, "ne veut plus présider")
    other = one(Commentaires="défrayer train Lyon").examiner
    assert (other.declines_presidency, other.preferred_half_day) == (False, None)
    assert other.notes == "défrayer train Lyon"


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"au": None}, "au", "CELL-57"),
        ({"Mandat du": ""}, "Mandat du", "CELL-57"),
        ({"Collège": None}, "Collège", "CELL-53"),
        ({"Titres": None}, "Titres", "CELL-56"),
        ({"Formé jury": "bof"}, "Formé jury", "CELL-47"),
        ({"Dernière présidence": "jadis"}, "Dernière présidence", "CELL-06"),
    ],
)
def test_odds_are_doubts(changes: dict[str, Any], column: str, code: str) -> None:
    assert codes_of(one(**changes).doubts) == {column: code}


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"Nom": None}, "Nom", "CELL-21"),
        ({"Prénom": "-"}, "Prénom", "CELL-23"),
        ({"Mandat du": "31/02/2025"}, "Mandat du", "CELL-01"),
        ({"au": "28/03/2024"}, "au", "CELL-58"),
        ({"Collège": "présidente d'honneur"}, "Collège", "CELL-54"),
        ({"Titres": "AP/CHEF"}, "Titres", "CELL-55"),
        ({"Indispo": "31/02–03/03/2027"}, "Indispo", "CELL-01"),
        ({"Mail": "x@y"}, "Mail", "CELL-10"),
    ],
)
def test_cells_that_cannot_be_read_reject_the_row(
    changes: dict[str, Any], column: str, code: str
) -> None:
    found = pool(MARCHAL, MARCHAL | changes)
    assert (len(found.rows), found.read) == (1, 2)
    assert reasons_of(found.rejected[0])[column] == code


def test_a_mandate_that_lacks_an_end_is_not_made_up() -> None:
    assert one(au=None).examiner.mandates == ()
    assert one(**{"au": None, "Mandat du": None}).doubts == ()


def test_absences_in_words_are_kept_as_notes_since_they_protect_nobody() -> None:
    row = one(Indispo="un mardi sur deux; 15/12/2026", Commentaires=None)
    assert codes_of(row.doubts) == {"Indispo": "CELL-52"}
    assert row.examiner.absences == (away(date(2026, 12, 15), date(2026, 12, 15)),)
    assert row.examiner.notes == "Indispo\u00a0: un mardi sur deux; 15/12/2026"


def test_a_name_in_one_column_and_a_document() -> None:
    headings = ("Membre", "H/F", "Collège", "Justificatif", "Acte de désignation", "Du", "Au")
    values = (
        "NGUYỄN Clémence",
        "F",
        "indép./employeur",
        "Kbis",
        "D-2025-7",
        "01/09/2025",
        "31/08/28",
    )
    roster = sheet("Vivier", headings, values)
    reading = read_examiners(workbook(roster), CERTIFICATIONS, today=TODAY)
    examiner = reading.rows[0].examiner
    assert examiner.full_name == "NGUYỄN Clémence"
    assert examiner.qualifications == (
        Qualification("INDEPENDENT", "Kbis"), Qualification("EMPLOYERS", "Kbis"),
    )  # fmt: skip
    assert examiner.mandates == (Mandate(date(2025, 9, 1), date(2028, 8, 31), "D-2025-7"),)


def test_a_roster_of_candidates_is_no_pool() -> None:
    roster = sheet("VAE", ("Nom", "Prénom", "Titre visé", "Mail"), ("Bertin", "Éloïse", "40642"))
    reading = read_examiners(workbook(roster), CERTIFICATIONS, today=TODAY)
    assert [issue.code for issue in reading.sheets[0].problems] == ["ROSTER-13"]
