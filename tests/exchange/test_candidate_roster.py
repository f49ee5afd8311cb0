from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Handed,
    TrainingRecord,
)
from jurydesk.domain.people import BirthPlace, Candidate, Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.readings import CandidateReading, IgnoredRow, SheetReading
from jurydesk.exchange.roster_choices import FileChoices
from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet
from jurydesk.exchange.workbook_reader import read_workbook
from tests.exchange.offices import (
    BERTIN,
    CERTIFICATIONS,
    TODAY,
    TRAINING_HEADINGS,
    VAE_HEADINGS,
    codes_of,
    office_workbook,
    reasons_of,
    row_of,
    sheet,
    workbook,
)

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.exchange.readings import ReadCandidate


def read(*sheets: RawSheet, **options: Any) -> CandidateReading:
    return read_candidates(workbook(*sheets), CERTIFICATIONS, today=TODAY, **options)


def vae(*rows: dict[str, Any]) -> SheetReading[ReadCandidate]:
    titles: tuple[list[str], ...] = (["Suivi"], ["mis à jour le 16/11/2026"], [])
    made = sheet("VAE", *titles, VAE_HEADINGS, *(row_of(VAE_HEADINGS, row) for row in rows))
    return read(made).sheets[0]


def training(*rows: dict[str, Any]) -> SheetReading[ReadCandidate]:
    made = sheet("Promos", TRAINING_HEADINGS, *(row_of(TRAINING_HEADINGS, row) for row in rows))
    return read(made).sheets[0]


MARCHAL = {
    "Promotion": "AP 2026-A", "Statut": "stagiaire FC", "Sexe": "H", "Nom": "Marchal",
    "Prénom": "Théo", "Date de naissance": "08.09.92", "Ville de naissance": "Bastia",
    "Dépt": "2B", "Email": "theo@exemple.fr", "Portable": "06 12 34 56 78",
    "Certification": "RNCP34316", "Entrée le": "17.09.26", "Sortie prévue": "14/07/2027",
    "Contrôle continu /20": "12,7", "Mémoire rendu": "x", "Entreprise de stage": "Plein Cadre",
    "Formateur référent": "M. Legrand (CEFPF)",
}  # fmt: skip


def test_a_full_row_for_vae() -> None:
    found = vae(BERTIN)
    assert (found.header_row, found.read, found.problems) == (4, 1, ())
    row = found.rows[0]
    assert row.candidate == Candidate(
        "Bertin",
        ("Éloïse", "Jeanne"),
        usage_name="d’Orval",
        sex=Sex.FEMALE,
        birth_date=date(1968, 1, 21),
        birth_place=BirthPlace("Paris 15e", insee="75115", department="75", country="France"),
        email="eloise.bertin@exemple.fr",
        phone="+33612345678",
        employer="Kinéo",
    )
    assert row.candidacy == Candidacy(
        0,
        "RNCP40642",
        AccessRoute.EXPERIENCE,
        ("BC01", "BC03"),
        begun=date(2026, 8, 23),
        admissibility=AdmissibilityFile(
            date(2026, 8, 23), date(2026, 9, 7), date(2026, 10, 13), AdmissibilityStatus.ADMISSIBLE
        ),
        validation_received=date(2026, 11, 2),
        accompanist="B. Marchal",
        extra_time=True,
        office_status="prêt jury",
        notes="RQTH - prévoir tiers temps",
    )
    assert row.doubts == ()


def test_a_full_row_for_training() -> None:
    row = training(MARCHAL).rows[0]
    assert (row.candidate.birth_place.department, row.candidate.birth_date) == (
        "2B", date(1992, 9, 8),
    )  # fmt: skip
    assert row.candidacy == Candidacy(
        0,
        "RNCP34316",
        AccessRoute.CONTINUING_EDUCATION,
        begun=date(2026, 9, 17),
        training=TrainingRecord(
            promotion="AP 2026-A",
            entry=date(2026, 9, 17),
            exit=date(2027, 7, 14),
            assessment=Decimal("12.7"),
            dissertation=Handed.YES,
            placement="Plein Cadre",
            trainer="M. Legrand (CEFPF)",
        ),
    )


def test_words_that_may_tie_are_kept_as_written() -> None:
    remark = "a travaillé avec B. Peyrat (jury)"
    row = vae(BERTIN | {"Remarques": remark}).rows[0]
    kept = (row.candidate.employer, row.candidacy.accompanist, row.candidacy.notes)
    assert kept == ("Kinéo", "B. Marchal", remark)


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        ("ne pas convoquer avant 15/01", date(2027, 1, 15)),
        ("en tournage jusqu'au 12/12", date(2026, 12, 13)),
        ("en tournage jusqu'au 18/11", date(2026, 11, 19)),
    ],
)
def test_a_day_without_a_year_is_the_next_one_after_the_sheet_was_updated(
    remark: str, day: date
) -> None:
    row = vae(BERTIN | {"Remarques": remark}).rows[0]
    assert (row.candidacy.not_before, row.candidacy.notes) == (day, remark)


def test_a_remark_that_cannot_be_understood_is_a_doubt() -> None:
    row = vae(BERTIN | {"Remarques": "ne pas convoquer avant 31/02"}).rows[0]
    assert (row.candidacy.not_before, codes_of(row.doubts)) == (None, {"Remarques": "CELL-65"})


@pytest.mark.parametrize(
    ("dates", "status"),
    [
        ({}, AdmissibilityStatus.NONE),
        ({"Livret 1 reçu le": "01/09/2026"}, AdmissibilityStatus.FILED),
        ({"Complet le": "01/09/2026"}, AdmissibilityStatus.COMPLETE),
        ({"Recevable le": "01/09/2026"}, AdmissibilityStatus.ADMISSIBLE),
    ],
)
def test_the_admissibility_follows_from_the_dates(
    dates: dict[str, str], status: AdmissibilityStatus
) -> None:
    bare = {key: BERTIN[key] for key in ("NOM (naissance)", "Prénom(s)", "Titre visé")}
    row = vae(bare | dates).rows[0]
    assert row.candidacy.admissibility.status is status


def test_every_bad_cell_of_a_row_has_its_own_reason() -> None:
    bad = {
        "NOM (naissance)": "ERREUR", "Prénom(s)": "Date", "Né(e) le": "31/02/1990", "Mail": "x@y",
        "Tél.": "12", "Titre visé": "RNCP99999", "Blocs demandés": "BC09",
        "Livret 1 reçu le": "12/13/2026",
    }  # fmt: skip
    found = vae(BERTIN, bad)
    assert (len(found.rows), found.read) == (1, 2)
    rejected = found.rejected[0]
    assert rejected.row == 6
    assert reasons_of(rejected) == {
        "Né(e) le": "CELL-01", "Mail": "CELL-10", "Tél.": "CELL-13", "Titre visé": "CELL-30",
        "Blocs demandés": "CELL-38", "Livret 1 reçu le": "CELL-02",
    }  # fmt: skip
    assert [cell.value for cell in rejected.cells] == [
        "31/02/1990", "x@y", "12", "RNCP99999", "BC09", "12/13/2026",
    ]  # fmt: skip
    assert "ERREUR" in rejected.values


def test_odds_that_are_not_needed_are_doubts_and_the_row_is_kept() -> None:
    odd = {
        "Civ.": "Dr", "Mail": "à demander", "Tél.": "à demander", "Titre visé": "AP",
        "CP / INSEE": "inconnu", "Livret 2 reçu le": "bientôt", "Prénom(s)": "Léa, Léa",
    }  # fmt: skip
    found = vae(BERTIN | odd)
    assert found.rejected == ()
    assert codes_of(found.rows[0].doubts) == {
        "Civ.": "CELL-20", "Mail": "CELL-11", "Tél.": "CELL-14", "Titre visé": "CELL-31",
        "CP / INSEE": "CELL-25", "Livret 2 reçu le": "CELL-04", "Prénom(s)": "CELL-22",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("missing", "code"),
    [("NOM (naissance)", "CELL-21"), ("Prénom(s)", "CELL-23"), ("Titre visé", "CELL-33")],
)
def test_what_a_candidacy_cannot_be_without(missing: str, code: str) -> None:
    for nothing in (None, "-", "néant"):
        assert reasons_of(vae(BERTIN | {missing: nothing}).rejected[0]) == {missing: code}


def test_a_row_for_training_needs_its_route() -> None:
    assert reasons_of(training(MARCHAL, MARCHAL | {"Statut": None}).rejected[0]) == {
        "Statut": "CELL-41"
    }
    unknown = training(MARCHAL, MARCHAL, MARCHAL | {"Statut": "alternance"}).rejected[0]
    assert reasons_of(unknown) == {"Statut": "CELL-40"}


def test_a_sheet_without_routes_that_does_not_follow_vae_says_what_is_missing() -> None:
    made = sheet("Liste", ("Nom", "Prénom", "Certification"), ("Bertin", "Éloïse", "40642"))
    assert reasons_of(read(made).sheets[0].rejected[0]) == {"": "CELL-41"}


def test_a_row_that_breaks_a_rule_is_read_all_the_same() -> None:
    odd = {
        "Statut": "apprentissage", "Nom": "Apprenti", "Prénom": "Test",
        "Date de naissance": "01/01/2030", "Certification": "RNCP6082", "Entrée le": "01/09/2018",
    }  # fmt: skip
    row = training(MARCHAL, odd).rows[1]
    assert (row.candidacy.certification, row.candidacy.route) == (
        "RNCP6082", AccessRoute.APPRENTICESHIP,
    )  # fmt: skip
    assert row.candidacy.entry == date(2018, 9, 1)


def test_rows_that_hold_nobody_are_ignored_with_a_reason() -> None:
    repeated = dict(zip(VAE_HEADINGS, VAE_HEADINGS, strict=True))
    found = vae(
        BERTIN,
        repeated,
        {"N°": 2},
        {"Civ.": "TOTAL", "NOM (naissance)": "12"},
        {"NOM (naissance)": "Sous-total : 3"},
        {"N°": "Exemple", "NOM (naissance)": "obligatoire"},
    )
    assert found.read == 1
    assert found.ignored == (
        IgnoredRow(6, "heading"), IgnoredRow(7, "empty"), IgnoredRow(8, "total"),
        IgnoredRow(9, "total"), IgnoredRow(10, "example"),
    )  # fmt: skip


def test_a_candidate_for_the_whole_is_not_a_total() -> None:
    made = sheet(
        "VAE", ("Candidat", "Titre visé", "Blocs"), ("BERTIN Éloïse", "RNCP40642", "total")
    )
    row = read(made).sheets[0].rows[0]
    assert (row.candidate.birth_name, row.candidate.first_names) == ("Bertin", ("Éloïse",))
    assert row.candidacy.whole


def test_what_looks_like_a_formula_is_kept_letter_by_letter() -> None:
    row = vae(
        BERTIN
        | {
            "NOM (naissance)": '=HYPERLINK("http://exemple.invalid","clic")',
            "Prénom(s)": "@SUM(1)",
            "Mail": "+cmd@exemple.fr",
            "Employeur actuel": "-2+3",
        }
    ).rows[0]
    assert row.candidate.birth_name == '=HYPERLINK("http://exemple.invalid","clic")'
    assert row.candidate.first_names == ("@SUM(1)",)
    assert (row.candidate.email, row.candidate.employer) == ("+cmd@exemple.fr", "-2+3")


def test_comments_travel_as_notes_and_formulas_without_a_result_are_doubts() -> None:
    headings = sheet("VAE", VAE_HEADINGS).rows[0]
    values = sheet("VAE", [], row_of(VAE_HEADINGS, BERTIN)).rows[0]
    cells = tuple(
        replace(cell, comment="voir mail du 3/11")
        if cell.column == 3
        else RawCell(cell.column, None, "=", is_formula=True)
        if cell.column == 10
        else replace(cell, value="#REF!", text="#REF!", is_error=True)
        if cell.column == 12
        else cell
        for cell in values.cells
    )
    row = read(RawSheet("VAE", (headings, RawRow(2, cells)))).sheets[0].rows[0]
    assert row.candidacy.notes.splitlines() == [
        "RQTH - prévoir tiers temps", "NOM (naissance)\u00a0: voir mail du 3/11",
    ]  # fmt: skip
    assert codes_of(row.doubts) == {"Mail": "CELL-70", "Employeur actuel": "CELL-71"}
    assert (row.candidate.email, row.candidate.employer) == ("", "")


def test_hidden_sheets_are_left_out_and_named_but_may_be_asked_for() -> None:
    hidden = sheet("Vieux VAE", VAE_HEADINGS, row_of(VAE_HEADINGS, BERTIN), hidden=True)
    shown = sheet("VAE", VAE_HEADINGS, row_of(VAE_HEADINGS, BERTIN))
    reading = read(shown, hidden)
    assert [s.sheet for s in reading.sheets] == ["VAE"]
    assert [(i.code, dict(i.figures)) for i in reading.skipped] == [
        ("ROSTER-05", {"sheet": "Vieux VAE"})
    ]
    assert [s.sheet for s in read(shown, hidden, choices=FileChoices(only="vieux vae")).sheets] == [
        "Vieux VAE"
    ]


def test_sheets_that_are_no_roster_say_why() -> None:
    reading = read(
        sheet("Notes", ["Penser au café"]),
        sheet("Mails", ("Nom", "Prénom", "Mail"), ("Bertin", "Éloïse", "a@exemple.fr")),
        sheet("Titres", ("Certification", "Voie", "Mail"), ("40642", "FC", "a@exemple.fr")),
    )
    assert [[i.code for i in s.problems] for s in reading.sheets] == [
        ["ROSTER-01"], ["ROSTER-12"], ["ROSTER-11"],
    ]  # fmt: skip
    assert reading.rows == ()


def test_columns_not_taken_over_are_named() -> None:
    made = sheet(
        "VAE",
        ("Nom", "Prénom", "Titre visé", "Mail", "Courriel", "Couleur"),
        ("Bertin", "Éloïse", "40642", "a@exemple.fr", "b@exemple.fr", "bleu"),
    )
    problems = read(made).sheets[0].problems
    assert [(i.code, dict(i.figures)["column"]) for i in problems] == [
        ("ROSTER-04", "Courriel"), ("ROSTER-06", "Couleur"),
    ]  # fmt: skip


def test_a_map_of_columns_is_followed_and_checked() -> None:
    made = sheet("VAE", ("Qui", "Prénom", "Titre visé", "Mail"), ("Bertin", "Éloïse", "40642"))
    row = read(made, choices=FileChoices(headings={"Qui": "birth_name"})).sheets[0].rows[0]
    assert row.candidate.birth_name == "Bertin"
    with pytest.raises(WrongUsage) as raised:
        read(made, choices=FileChoices(headings={"Qui": "nickname"}))
    assert raised.value.code == "ROSTER-07"


def test_a_sheet_that_does_not_exist() -> None:
    with pytest.raises(WrongUsage) as raised:
        read(sheet("VAE", VAE_HEADINGS), choices=FileChoices(only="Promos"))
    assert (raised.value.code, raised.value.figures) == (
        "ROSTER-03", {"sheet": "Promos", "sheets": "VAE"},
    )  # fmt: skip


def test_an_office_workbook_from_its_file(tmp_path: Path) -> None:
    book = read_workbook(office_workbook(tmp_path / "office.xlsx"))
    reading = read_candidates(book, CERTIFICATIONS, today=TODAY)
    found = reading.sheets[0]
    assert (found.sheet, found.header_row, found.read) == ("VAE", 4, 2)
    assert [row.candidate.birth_name for row in found.rows] == [
        "Bertin", '=HYPERLINK("http://exemple.invalid","clic")',
    ]  # fmt: skip
    assert found.rows[0].candidacy.notes.endswith("NOM (naissance)\u00a0: voir mail du 3/11")
    assert found.ignored == (IgnoredRow(9, "total"),)
    assert [issue.code for issue in reading.skipped] == ["ROSTER-05"]
