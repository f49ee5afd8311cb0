from __future__ import annotations

import pytest

from jurydesk.domain.people import Examiner, Sex
from jurydesk.exchange.organisations import is_employer
from jurydesk.exchange.tie_matching import match_organisation, match_person

POOL = (
    Examiner("Legrand", "Mathéo", Sex.MALE, of_certifier=True, id=1),
    Examiner("Peyrat", "Basile", Sex.MALE, of_certifier=True, id=2),
    Examiner("Nguyễn", "Clémence", Sex.FEMALE, of_certifier=True, id=3),
    Examiner("Bonnefoy", "Bùi Quang", Sex.MALE, of_certifier=True, id=4),
    Examiner("Gaillard", "Chloé", Sex.FEMALE, id=5),
    Examiner("Gaillard", "Mehdi", Sex.MALE, id=6),
    Examiner("Gaillard", "Raphaël", Sex.MALE, id=7),
    Examiner("d’Arcy", "Jean-Paul", Sex.MALE, id=8),
    Examiner("de La Tour", "Élodie", Sex.FEMALE, id=9),
    Examiner("Gaillard", "Claire", Sex.FEMALE, of_certifier=True, id=10),
)


@pytest.mark.parametrize(
    ("written", "examiner"),
    [
        ("M. Legrand (CEFPF)", 1), ("M. Legrand", 1), ("LEGRAND Mathéo", 1), ("Mathéo Legrand", 1),
        ("Legrand", 1), ("Monsieur Legrand", 1), ("B. Peyrat", 2), ("PEYRAT Basile", 2),
        ("M. Peyrat (CEFPF)", 2), ("Mme Nguyễn (CEFPF)", 3), ("C. Nguyễn", 3), ("C. Nguyen", 3),
        ("Clémence Nguyễn", 3), ("Mme Clémence Nguyễn", 3), ("BONNEFOY Bùi Quang", 4),
        ("B. Bonnefoy", 4), ("Bùi Quang Bonnefoy", 4), ("M. Bonnefoy (CEFPF)", 4),
        ("J.-P. d'Arcy", 8), ("Élodie de La Tour", 9), ("DE LA TOUR Elodie", 9),
        ("E. de La Tour", 9),
        ("Mme Gaillard (CEFPF)", 10), ("Chloé Gaillard", 5), ("R. Gaillard", 7), ("Peyrat B.", 2),
    ],
)  # fmt: skip
def test_the_words_that_mean_one_person(written: str, examiner: int) -> None:
    assert match_person(written, POOL) == examiner


@pytest.mark.parametrize(
    "written",
    ["", "  ", "-", "cabinet Alto VAE", "Gaillard", "M. Gaillard", "Mme Gaillard", "C. Gaillard",
     "Mme Legrand", "A. Peyrat", "Mathéo", "Legrand Basile", "Le Grand", "(CEFPF)", "M."],
)  # fmt: skip
def test_rather_nobody_than_the_wrong_one(written: str) -> None:
    assert match_person(written, POOL) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Les Films du Canal Bleu", "Canal Bleu Films"), ("Kinéo", "Kineo SAS"),
        ("KINÉO", "kineo"), ("Prod. du Vieux Moulin", "Productions du Vieux Moulin"),
        ("Contre-Champ", "Contre Champ SARL"), ("Les Productions", "les productions"),
    ],
)  # fmt: skip
def test_one_company_under_two_names(first: str, second: str) -> None:
    assert match_organisation(first, second)
    assert match_organisation(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Freelance", "Freelance"), ("intermittent", "intermittente"),
        ("sans emploi", "sans emploi"),
        ("", ""), ("-", "-"), ("=A1", "=A1"), ("Canal Bleu", "Canal Rouge"), ("Régie Sud", "Régie"),
        ("Plein Cadre", "Contre-Champ"), ("Les Productions", "Les Films"),
    ],
)  # fmt: skip
def test_what_is_not_one_company(first: str, second: str) -> None:
    assert not match_organisation(first, second)


@pytest.mark.parametrize(
    "written", ["Freelance", "free-lance", "Intermittent du spectacle", "auto-entrepreneuse",
                "indépendant(e)", "Demandeur d'emploi", "retraité", "néant", "-2+3"]
)  # fmt: skip
def test_what_employs_nobody(written: str) -> None:
    assert not is_employer(written)
