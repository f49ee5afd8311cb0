"""Places of birth: countries beside communes, a code typed by hand, what is doubtful."""

from __future__ import annotations

from collections import Counter

import pytest

from jurydesk.domain.people import BirthPlace
from jurydesk.exchange.birth_places import department_of
from jurydesk.exchange.communes import communes
from jurydesk.exchange.countries import countries, country_names, department_names
from jurydesk.services.birth_places import (
    PlaceDoubt,
    PlaceHit,
    check_place,
    find_countries,
    find_places,
    settled,
)


def test_every_country_is_found_by_its_name_and_by_its_code() -> None:
    missed = [
        one.name
        for one in countries()
        if one.code not in {hit.insee for hit in find_countries(one.name)}
        or one.name not in {hit.name for hit in find_countries(one.code)}
    ]
    assert (len(countries()), missed) == (226, [])


def test_every_department_has_its_name() -> None:
    of_communes = {department_of(code) for code in communes().by_insee}
    assert of_communes - set(department_names()) == set()


def test_codes_of_countries_are_of_the_form_that_the_cpf_asks_for() -> None:
    wrong = [code for code in country_names() if not (len(code) == 5 and code.startswith("99"))]
    assert wrong == []
    # Territories share the code of their group
    shared = {code for code, count in Counter(one.code for one in countries()).items() if count > 1}
    assert shared == {"99101", "99132", "99135", "99425", "99432", "99502", "99505"}


def test_a_former_name_leads_to_the_country_of_today() -> None:
    name = "République démocratique du Congo"
    assert find_places("zaire") == (PlaceHit("Zaïre", "99312", (), "", today=name, country=name),)


def test_overseas_is_told_apart_by_the_name_of_the_department() -> None:
    first = find_places("saint-denis 974")[0]
    assert (first.insee, first.department_name) == ("97411", "La Réunion")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (BirthPlace("Ajaccio", postal_code="2A004"), ("2A004", "", "2A", "France")),
        (BirthPlace("Ajaccio", postal_code="20000"), ("2A004", "20000", "2A", "France")),
        (BirthPlace("Bourg-en-Bresse", postal_code="1053"), ("01053", "", "01", "France")),
        (BirthPlace("Oran", postal_code="99352"), ("99352", "", "", "Algérie")),
        (BirthPlace("Oran", postal_code="abc"), ("", "abc", "", "")),
    ],
)
def test_a_code_typed_by_hand(typed: BirthPlace, place: tuple[str, ...]) -> None:
    found = settled(typed)
    assert (found.insee, found.postal_code, found.department, found.country) == place


@pytest.mark.parametrize(
    ("place", "doubts"),
    [
        (BirthPlace(), ()),
        (BirthPlace("Ajaccio", "2A004"), ()),
        (BirthPlace("Ajaccio", postal_code="20000"), ()),
        (BirthPlace("Paris", "75115"), ()),
        (BirthPlace("Cordieux", "01120", country="France"), ()),
        (BirthPlace("Annecy-le-Vieux", "74011"), ()),
        (BirthPlace("Oran", "99352", country="Algérie"), ()),
        (BirthPlace("Kinshasa", "99312", country="Zaïre"), ()),
        (BirthPlace("Ajaccio"), (PlaceDoubt("PLACE-CODE-NONE"),)),
        (BirthPlace(country="Algérie"), (PlaceDoubt("PLACE-CODE-NONE"),)),
        (BirthPlace(country="France"), ()),
        (BirthPlace("Nulle-Part", "00001"), (PlaceDoubt("PLACE-CODE-UNKNOWN"),)),
        (BirthPlace("Nulle-Part", postal_code="abc"), (PlaceDoubt("PLACE-CODE-UNKNOWN"),)),
        (BirthPlace("Nulle-Part", "99999"), (PlaceDoubt("PLACE-CODE-UNKNOWN"),)),
        (BirthPlace("Bastia", "2A004"), (PlaceDoubt("PLACE-CODE-OTHER", "Ajaccio"),)),
        (BirthPlace("Oran", "99352", country="Mali"), (PlaceDoubt("PLACE-CODE-OTHER", "Algérie"),)),
        (
            BirthPlace("Ajaccio", "2A004", country="Mali"),
            (PlaceDoubt("PLACE-CODE-OTHER", "Ajaccio"),),
        ),
    ],
)
def test_doubts(place: BirthPlace, doubts: tuple[PlaceDoubt, ...]) -> None:
    assert check_place(place) == doubts
