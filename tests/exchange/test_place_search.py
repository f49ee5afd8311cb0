"""Every commune is found by its name and by its postal codes; namesakes are told apart."""

from __future__ import annotations

import pytest

from jurydesk.exchange.communes import communes
from jurydesk.exchange.place_search import PlaceHit, search_places

EVERY = 100_000


def codes(text: str, *, limit: int = EVERY) -> list[str]:
    return [hit.insee for hit in search_places(text, limit=limit)]


def test_every_code_is_found_by_name_and_by_postal_code() -> None:
    by_postal: dict[str, set[str]] = {}
    missed = []
    for code, commune in communes().by_insee.items():
        if code not in codes(commune.name):
            missed.append((code, commune.name))
        for postal in commune.postal_codes:
            if postal not in by_postal:
                by_postal[postal] = set(codes(postal))
            if code not in by_postal[postal]:
                missed.append((code, postal))
    assert len(communes().by_insee) > 37_000
    assert missed == []


def test_every_code_is_found_by_itself() -> None:
    sample = sorted(communes().by_insee)[::50]
    assert [code for code in sample if code not in codes(code)] == []


def test_the_very_name_comes_first_and_namesakes_are_told_apart() -> None:
    hits = search_places("saint denis")[:4]
    told = {(hit.insee, hit.department, hit.postal_codes[0]) for hit in hits}
    assert told == {
        ("93066", "93", "93200"),
        ("97411", "974", "97400"),
        ("11339", "11", "11310"),
        ("30247", "30", "30500"),
    }


@pytest.mark.parametrize(
    ("typed", "insee", "department"),
    [
        ("Fort-de-France", "97209", "972"),
        ("fort de fr", "97209", "972"),
        ("97200", "97209", "972"),
        ("AJACCIO", "2A004", "2A"),
        ("2a004", "2A004", "2A"),
        ("St-Denis 97400", "97411", "974"),
        ("Saint-Denis 93", "93066", "93"),
        ("Œuilly", "02565", "02"),
        ("bastia", "2B033", "2B"),
    ],
)
def test_one_is_meant(typed: str, insee: str, department: str) -> None:
    first = search_places(typed)[0]
    assert (first.insee, first.department) == (insee, department)


@pytest.mark.parametrize(
    ("typed", "insee", "today"),
    [
        ("Cordieux", "01120", "Montluel"),
        ("Arbignieu", "01015", "Arboys en Bugey"),
        ("Annecy-le-Vieux", "74011", "Annecy"),
    ],
)
def test_a_former_commune_says_what_it_is_today(typed: str, insee: str, today: str) -> None:
    first = search_places(typed)[0]
    assert (first.insee, first.today) == (insee, today)


def test_a_commune_of_today_says_nothing_of_yesterday() -> None:
    hit = search_places("Fort-de-France")[0]
    postal = ("97200", "97234")
    assert hit == PlaceHit("Fort-de-France", "97209", postal, "972", department_name="Martinique")


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "-", "%"])
def test_nothing_is_found_of_nothing(typed: str) -> None:
    assert search_places(typed) == ()


def test_few_are_shown() -> None:
    assert len(search_places("saint")) == 20
