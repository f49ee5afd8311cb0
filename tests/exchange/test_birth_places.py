from __future__ import annotations

from typing import Any

import pytest

from jurydesk.domain.people import BirthPlace
from jurydesk.exchange.birth_places import (
    birth_place,
    code_text,
    department_of,
    read_code,
    read_commune,
    read_country,
    read_department,
)
from jurydesk.exchange.communes import communes, place_key, same_place
from tests.exchange.offices import cell, code_of


@pytest.mark.parametrize(
    ("commune", "code", "insee", "postal", "department"),
    [
        ("Paris 15e", "75115", "75115", "", "75"),
        ("Paris", "75056", "75056", "", "75"),
        ("Paris 15e", 75015, "75115", "75015", "75"),
        ("Ajaccio", "2A004", "2A004", "", "2A"),
        ("Ajaccio", "2a004", "2A004", "", "2A"),
        ("Ajaccio", 20000, "2A004", "20000", "2A"),
        ("Bastia", "20200", "2B033", "20200", "2B"),
        ("Fort-de-France", "97209", "97209", "", "972"),
        ("Fort-de-France", 97200, "97209", "97200", "972"),
        ("Saint-Denis", "93066", "93066", "", "93"),
        ("Saint-Denis", 93200, "93066", "93200", "93"),
        ("SAINT DENIS", "97400", "97411", "97400", "974"),
        ("Lille", "59350", "59350", "", "59"),
        ("Lille", 59000, "59350", "59000", "59"),
        ("Marseille", "13001", "13055", "13001", "13"),
        ("Aix-en-Provence", "13001", "13001", "", "13"),
        ("Lyon 3e", "69383", "69383", "", "69"),
        ("Lyon 3ème", "69003", "69383", "69003", "69"),
        ("Bourg-en-Bresse", 1000, "01053", "01000", "01"),
        ("Montreuil", "93 100", "93048", "93100", "93"),
        ("", "75115", "75115", "", "75"),
        ("Hameau du Lac", "31000", "", "31000", "31"),
    ],
)
def test_the_town_tells_an_insee_code_from_a_postal_one(
    commune: str, code: Any, insee: str, postal: str, department: str
) -> None:
    read = read_code(cell(code), commune)
    place = BirthPlace(insee=insee, postal_code=postal, department=department)
    assert (read.value, read.issue) == (place, None)


def test_a_country_code_is_abroad_whoever_wrote_it() -> None:
    assert read_code(cell("99122"), "Łódź").value == BirthPlace(insee="99122", country="Pologne")
    assert read_code(cell(99999), "").value == BirthPlace(insee="99999")


@pytest.mark.parametrize(
    ("commune", "code", "issue", "insee", "postal"),
    [
        ("Paris", "abc", "CELL-25", "", ""),
        ("Paris", "123456", "CELL-25", "", ""),
        ("Toulouse", "75115", "CELL-26", "75115", ""),
        ("Nulle-Part", "59350", "CELL-29", "", "59350"),
        ("", "07310", "CELL-29", "", "07310"),
        ("", "89113", "CELL-29", "89113", ""),
        ("Ville-Disparue", "01999", "CELL-29", "01999", ""),
        ("", "", "", "", ""),
        ("", "-", "", "", ""),
    ],
)
def test_a_code_that_does_not_fit_is_a_doubt(
    commune: str, code: str, issue: str, insee: str, postal: str
) -> None:
    read = read_code(cell(code), commune)
    assert (code_of(read), read.value.insee, read.value.postal_code) == (issue, insee, postal)


def test_a_number_finds_its_zero_again_and_a_short_one_is_no_code() -> None:
    assert code_text(cell(1000)) == "01000"
    assert code_text(cell(1000.0)) == "01000"
    assert code_text(cell(75)) == "75"
    assert code_of(read_code(cell(75), "Paris")) == "CELL-25"


@pytest.mark.parametrize(
    ("written", "commune", "department", "issue"),
    [
        ("75", "Paris", "75", ""), (75, "", "75", ""), (1, "", "01", ""),
        ("2b", "Bastia", "2B", ""),
        ("2A", "", "2A", ""), ("972", "", "972", ""), ("75 - Paris", "", "75", ""),
        ("20", "", "20", ""),
        ("97", "Fort-de-France", "972", ""), ("97", "Saint-Pierre", "97", "CELL-28"),
        ("97", "", "97", "CELL-28"), ("Gironde", "", "", "CELL-27"), ("", "", "", ""),
    ],
)  # fmt: skip
def test_departments(written: Any, commune: str, department: str, issue: str) -> None:
    read = read_department(cell(written), commune)
    assert (read.value, code_of(read)) == (department, issue)


def test_places_do_not_shout() -> None:
    assert read_country(cell("FRANCE")).value == "France"
    assert read_country(cell("Viêt Nam")).value == "Viêt Nam"
    assert read_country(cell("SÉNÉGAL")).value == "Sénégal"
    assert read_commune(cell(" Hà Nội ")).value == "Hà Nội"
    assert read_commune(cell("-")).value == ""


def test_the_cells_of_a_place_are_put_together() -> None:
    code = BirthPlace(insee="93066", department="93")
    assert birth_place("Saint-Denis", code, department="", country="") == BirthPlace(
        commune="Saint-Denis", insee="93066", department="93", country="France"
    )
    assert birth_place("Bastia", BirthPlace(), department="2B", country="").country == "France"
    assert birth_place("Dakar", BirthPlace(), department="", country="Sénégal") == BirthPlace(
        commune="Dakar", country="Sénégal"
    )
    abroad = BirthPlace(insee="99122", country="Pologne")
    assert birth_place("Łódź", abroad, department="", country="").country == "Pologne"


def test_departments_of_codes() -> None:
    codes = ("2A004", "20090", "20600", "97209", "75115", "99122", "01000")
    assert [department_of(code) for code in codes] == ["2A", "2A", "2B", "972", "75", "", "01"]


def test_the_shipped_communes_are_whole_and_coherent() -> None:
    table = communes()
    assert len(table.by_insee) > 35_000
    assert all(len(code) == 5 for code in (*table.by_insee, *table.by_postal_code))
    assert sum(bool(commune.postal_codes) for commune in table.by_insee.values()) > 34_900
    assert {c.name for c in table.by_postal_code["93100"]} == {"Montreuil"}
    assert [table.by_insee[code].name for code in ("97411", "93066")] == ["Saint-Denis"] * 2


def test_a_former_commune_is_known_by_its_code() -> None:
    assert communes().by_insee["01091"].name == "Châtillon-en-Michaille"
    former = [c for c in communes().by_insee.values() if not c.postal_codes]
    assert len(former) > 1_500


def test_names_of_places_are_compared_loosely_but_not_wrongly() -> None:
    assert place_key("Paris 15ème arrondissement") == place_key("PARIS 15") == "paris 15"
    assert same_place(place_key("Saint-Étienne"), place_key("ST ETIENNE"))
    assert same_place("paris", "paris 15")
    assert not same_place("paris 14", "paris 15")
    assert not same_place("montreuil", "montreuil bellay")
