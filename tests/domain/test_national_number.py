"""The national number: key, form, and what does not go with the civil status."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.national_number import (
    NumberFault,
    check_agreement,
    check_number,
    key_of,
    read_number,
)
from jurydesk.domain.people import BirthPlace, Candidate, Sex

ZOE = Candidate(
    "Vidal",
    ("Zoé",),
    sex=Sex.FEMALE,
    birth_date=date(1969, 5, 12),
    birth_place=BirthPlace("Saumur", "49328"),
)


def whole(body: str) -> str:
    return body + key_of(body)


def codes(faults: tuple[NumberFault, ...]) -> list[tuple[str, bool]]:
    return [(fault.code, fault.blocks) for fault in faults]


@pytest.mark.parametrize(
    ("body", "key"),
    [
        # Specimens that public documents print, and the rule for Corsica as published
        ("2690549588157", "80"),
        ("2550814168025", "38"),
        ("269052A588157", f"{97 - 2690519588157 % 97:02d}"),
        ("269052B588157", f"{97 - 2690518588157 % 97:02d}"),
    ],
)
def test_keys_known_from_elsewhere(body: str, key: str) -> None:
    assert key_of(body) == key


@pytest.mark.parametrize(
    "typed",
    [
        "2 69 05 49 588 157 80",
        "269054958815780",
        "2.69.05.49.588.157-80",
        "\u00a02 69 05 49 588 157\u202f80 ",
    ],
)
def test_a_number_is_read_however_it_is_written(typed: str) -> None:
    number = read_number(typed)
    assert check_number(number) == ()
    assert (number.text, number.spaced) == ("269054958815780", "2 69 05 49 588 157 80")


def test_a_number_never_shows_itself() -> None:
    number = read_number("2 69 05 49 588 157 80")
    assert repr(number) == "NationalNumber()"
    assert "269" not in f"{number!s} {(number,)!r}"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["NIR-FORM"]),
        ("2690549588157", ["NIR-KEY-NONE"]),
        ("269054958815", ["NIR-FORM"]),
        ("2690549588157801", ["NIR-FORM"]),
        ("26905495881578O", ["NIR-FORM"]),
        ("269051A58815780", ["NIR-FORM"]),
        ("269054958815781", ["NIR-KEY"]),
        (whole("5690549588157"), ["NIR-SEX-FIGURE"]),
        (whole("0690549588157"), ["NIR-SEX-FIGURE"]),
        (whole("2690049588157"), ["NIR-MONTH"]),
        (whole("2691349588157"), ["NIR-MONTH"]),
        (whole("2691949588157"), ["NIR-MONTH"]),
        (whole("2694349588157"), ["NIR-MONTH"]),
        (whole("2694949588157"), ["NIR-MONTH"]),
        (whole("2690500588157"), ["NIR-PLACE"]),
        (whole("2690549000157"), ["NIR-PLACE"]),
        (whole("2690549588000"), ["NIR-ORDER"]),
    ],
)
def test_what_cannot_be_kept(typed: str, found: list[str]) -> None:
    assert codes(check_number(read_number(typed))) == [(code, True) for code in found]


@pytest.mark.parametrize("month", ["01", "12", "20", "30", "31", "42", "50", "99"])
def test_months_of_incomplete_records(month: str) -> None:
    assert check_number(read_number(whole(f"269{month}49588157"))) == ()


@pytest.mark.parametrize("place", ["2A004", "2B033", "20004", "97411", "98818", "99352", "92044"])
def test_births_everywhere(place: str) -> None:
    assert check_number(read_number(whole(f"26905{place}157"))) == ()


@pytest.mark.parametrize("first", ["3", "4", "7", "8"])
def test_a_temporary_number_is_kept_and_said(first: str) -> None:
    found = check_number(read_number(whole(f"{first}690549588157")))
    assert codes(found) == [("NIR-TEMPORARY", False)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("2690549328157", []),
        ("1690549328157", ["NIR-OTHER-SEX"]),
        ("2700549328157", ["NIR-OTHER-BIRTH"]),
        ("2690649328157", ["NIR-OTHER-BIRTH"]),
        ("2693549328157", []),
        ("2693649328157", ["NIR-OTHER-BIRTH"]),
        ("2692049328157", []),
        ("2695049328157", []),
        ("2690549329157", ["NIR-OTHER-PLACE"]),
        ("1700149329157", ["NIR-OTHER-SEX", "NIR-OTHER-BIRTH", "NIR-OTHER-PLACE"]),
    ],
)
def test_agreement_with_the_civil_status(body: str, found: list[str]) -> None:
    number = read_number(whole(body))
    assert codes(check_agreement(number, ZOE)) == [(code, False) for code in found]


@pytest.mark.parametrize(
    ("given_place", "insee", "fits"),
    [
        ("97411", "97411", True),
        ("99352", "99352", True),
        ("92123", "99352", True),
        ("95001", "99350", True),
        ("96001", "99351", True),
        ("96001", "99352", False),
        ("20004", "2A004", True),
        ("20004", "2B033", False),
        ("2A004", "2A004", True),
        ("75115", "75056", True),
        ("69381", "69123", True),
        ("75115", "75116", False),
        ("49328", "", True),
    ],
)
def test_places_that_changed_their_codes(given_place: str, insee: str, *, fits: bool) -> None:
    person = replace(ZOE, birth_place=BirthPlace("x", insee))
    found = check_agreement(read_number(whole(f"26905{given_place}157")), person)
    assert (found == ()) is fits


def test_what_is_not_known_is_not_compared() -> None:
    assert check_agreement(read_number("269054958815780"), Candidate("Vidal", ("Zoé",))) == ()


@given(st.integers(0, 12), st.integers(1, 9))
def test_the_key_finds_every_single_wrong_figure(at: int, more: int) -> None:
    body = "2690549588157"
    wrong = body[:at] + str((int(body[at]) + more) % 10) + body[at + 1 :]
    assert NumberFault("NIR-KEY") in check_number(read_number(f"{wrong}80"))
