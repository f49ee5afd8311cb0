from __future__ import annotations

import pytest

from jurydesk.exchange.fields import CANDIDATES, EXAMINERS, CandidateField, ExaminerField
from jurydesk.exchange.headings import Given, find_header, heading_score, map_columns
from jurydesk.exchange.readings import Found
from jurydesk.exchange.sheet_walk import EXAMPLE_MARKS
from tests.exchange.offices import (
    POOL_HEADINGS,
    TRAINING_HEADINGS,
    VAE_HEADINGS,
    sheet,
)


def fields(layout, headings, *rows, mapping=None):
    made = sheet("S", headings, *rows)
    header = find_header(made, layout)
    assert header is not None
    return {
        c.heading or c.letter: c.field
        for c in map_columns(header, made, layout, Given(by_heading=mapping or {}))
    }


def test_the_headings_of_a_sheet_for_vae() -> None:
    assert tuple(fields(CANDIDATES, VAE_HEADINGS).values()) == (
        "number", "sex", "birth_name", "usage_name", "first_names", "birth_date", "birth_commune",
        "birth_code", "birth_country", "email", "phone", "employer", "accompanist",
        "certification", "blocks", "file_received", "file_complete", "admissible",
        "validation_received", "status", "remarks",
    )  # fmt: skip


def test_the_headings_of_a_sheet_for_training() -> None:
    routes = ["AP", "FC"]
    assert tuple(fields(CANDIDATES, TRAINING_HEADINGS, routes).values()) == (
        "promotion", "route", "sex", "birth_name", "first_names", "birth_date", "birth_commune",
        "birth_department", "email", "phone", "certification", "entry", "exit", "assessment",
        "dissertation", "placement", "trainer",
    )  # fmt: skip


def test_the_headings_of_a_pool() -> None:
    assert tuple(fields(EXAMINERS, POOL_HEADINGS).values()) == (
        "last_name", "first_name", "sex", "college", "occupation", "organisation", "email",
        "phone", "mandate_start", "mandate_end", "trained", "judges", "absences",
        "juries_last_year", "last_presidency", "comments",
    )  # fmt: skip


def test_the_row_of_headings_is_found_below_titles() -> None:
    made = sheet(
        "VAE",
        ["CEFPF – Suivi VAE"],
        ["mis à jour le 16/11/2026"],
        [],
        VAE_HEADINGS,
        ["1", "MME", "Bertin"],
    )
    header = find_header(made, CANDIDATES)
    assert header is not None
    assert header.number == 4


def test_a_row_of_headings_that_only_resemble_known_ones_is_found() -> None:
    made = sheet("S", ["Prénoms du candidat", "Date de naisance", "Titre visé par la personne"])
    header = find_header(made, CANDIDATES)
    assert header is not None
    assert header.number == 1


def test_a_row_of_headings_that_only_a_map_knows_is_found() -> None:
    made = sheet("S", ["Qui", "Petit nom", "Quoi"], ["Bertin", "Éloïse", "40642"])
    mapping = {"Qui": "birth_name", "petit nom": "first_names", "Quoi": "certification"}
    assert find_header(made, CANDIDATES) is None
    assert find_header(made, CANDIDATES, mapping) is made.rows[0]


def test_a_sheet_without_headings_has_none() -> None:
    made = sheet("Notes", ["Appeler le rectorat"], ["Bertin", "Éloïse", "21/01/1968"])
    assert find_header(made, CANDIDATES) is None


def test_a_status_is_a_route_only_where_routes_stand_in_it() -> None:
    headings = ("Nom", "Prénom", "Certification", "Statut")
    assert fields(CANDIDATES, headings, ["A", "B", "40642", "FC"])["Statut"] == "route"
    assert fields(CANDIDATES, headings, ["A", "B", "40642", "en cours"])["Statut"] == "status"
    assert fields(CANDIDATES, headings)["Statut"] == "status"


def test_a_status_beside_a_column_of_routes_stays_a_status() -> None:
    headings = ("Nom", "Prénom", "Certification", "Voie", "Statut")
    found = fields(CANDIDATES, headings, ["A", "B", "40642", "FC", "FC"])
    assert (found["Voie"], found["Statut"]) == ("route", "status")


def test_a_name_beside_a_birth_name_is_the_usage_name() -> None:
    found = fields(CANDIDATES, ("Nom", "Nom de naissance", "Prénom", "Titre visé"))
    assert (found["Nom"], found["Nom de naissance"]) == ("usage_name", "birth_name")
    assert fields(CANDIDATES, ("Nom", "Prénom", "Titre visé"))["Nom"] == "birth_name"


def test_unknown_headings_are_understood_from_what_stands_below() -> None:
    row = ["Bertin", "Éloïse", "RNCP40642", "a@exemple.fr", "06 12 34 56 78", "bof"]
    headings = ("Nom", "Prénom", "Titre visé", "X1", "X2", "X3")
    found = fields(CANDIDATES, headings, row)
    assert (found["X1"], found["X2"], found["X3"]) == ("email", "phone", "")


def test_columns_without_a_heading_are_shown_by_their_letter() -> None:
    made = sheet("S", ("Nom", "Prénom", "Titre visé"), ["A", "B", "40642", "seul"])
    header = find_header(made, CANDIDATES)
    assert header is not None
    last = map_columns(header, made, CANDIDATES)[-1]
    assert (last.letter, last.heading, last.field, last.found) == ("D", "", "", Found.NOT_FOUND)


def test_the_second_column_of_a_field_is_a_duplicate() -> None:
    made = sheet("S", ("Nom", "Prénom", "Mail", "Courriel", "Titre visé"))
    header = find_header(made, CANDIDATES)
    assert header is not None
    found = {c.heading: c.found for c in map_columns(header, made, CANDIDATES)}
    assert (found["Mail"], found["Courriel"]) == (Found.HEADING, Found.DUPLICATE)


def test_a_map_decides_where_it_speaks() -> None:
    headings = ("Nom", "Prénom", "Mail", "Divers", "Titre visé")
    mapping = {"nom": "usage_name", "Divers": "birth_name", "Mail": "", "F": "phone"}
    found = fields(CANDIDATES, headings, ["", "", "", "", "", "0612345678"], mapping=mapping)
    assert found == {
        "Nom": "usage_name", "Prénom": "first_names", "Mail": "", "Divers": "birth_name",
        "Titre visé": "certification", "F": "phone",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date de naisance", "birth_date"), ("Prénoms du candidat", "first_names"),
        ("Adresse mail personnelle", "email"), ("N° de téléphone portable", "phone"),
        ("Birth date", "birth_date"), ("Given names", "first_names"), ("E-mail", "email"),
        ("Pays naissance", "birth_country"), ("Nom de l'entreprise", "employer"),
    ],
)  # fmt: skip
def test_headings_with_typos_additions_or_in_english(heading: str, field: str) -> None:
    assert fields(CANDIDATES, ("Nom", "Sexe", "Titre visé", heading))[heading] == field


def test_a_heading_that_means_nothing_scores_nothing() -> None:
    known = CANDIDATES.headings["email"]
    assert heading_score("couleur preferee", known) == 0
    assert heading_score("mail", known) == 1


def test_every_field_has_headings_and_no_heading_has_two_fields() -> None:
    for layout, fields_ in ((CANDIDATES, CandidateField), (EXAMINERS, ExaminerField)):
        assert set(layout.headings) == {str(field) for field in fields_}
        known = [h.removeprefix("=") for headings in layout.headings.values() for h in headings]
        assert sorted(known) == sorted(set(known))


def test_the_marks_of_examples_are_folded() -> None:
    assert all(mark == mark.lower() for mark in EXAMPLE_MARKS)
