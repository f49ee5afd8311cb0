"""Birth dates known in part: read, written, compared; what the rules and the seals make of them."""

from __future__ import annotations

from datetime import date

import pytest

from jurydesk.domain.candidacy_rules import check_candidacy
from jurydesk.domain.identity import identity_score
from jurydesk.domain.national_number import check_agreement, key_of, read_number
from jurydesk.domain.partial_date import PartialDate, read_partial
from jurydesk.domain.people import BirthPlace
from tests.builders import TODAY, a_candidacy, a_candidate, a_certification

YEAR, MONTH = PartialDate(1985), PartialDate(1985, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1985", YEAR),
        (" 1985 ", YEAR),
        ("00/00/1985", YEAR),
        ("0-0-1985", YEAR),
        ("00/1985", YEAR),
        ("03/1985", MONTH),
        ("3.1985", MONTH),
        ("00/03/1985", MONTH),
        ("1985-03", MONTH),
        ("12/1985", PartialDate(1985, 12)),
        ("13/1985", None),
        ("1985-13", None),
        ("01/03/1985", None),
        ("1899", None),
        ("1900", PartialDate(1900)),
        ("2099", PartialDate(2099)),
        ("2100", None),
        ("85", None),
        ("vers 1985", None),
        ("", None),
    ],
)
def test_what_is_read(text: str, expected: PartialDate | None) -> None:
    assert read_partial(text) == expected


@pytest.mark.parametrize("partial", [YEAR, MONTH])
def test_each_way_of_writing_is_read_again(partial: PartialDate) -> None:
    assert {read_partial(text) for text in (partial.text, partial.iso, partial.in_full)} == {
        partial
    }


def test_how_it_is_written() -> None:
    assert (YEAR.text, YEAR.iso, YEAR.in_full) == ("1985", "1985", "00/00/1985")
    assert (MONTH.text, MONTH.iso, MONTH.in_full) == ("03/1985", "1985-03", "00/03/1985")


def test_the_days_that_it_may_be() -> None:
    assert (YEAR.earliest, YEAR.latest) == (date(1985, 1, 1), date(1985, 12, 31))
    leap = PartialDate(1984, 2)
    assert (leap.earliest, leap.latest) == (date(1984, 2, 1), date(1984, 2, 29))


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        (date(1985, 3, 31), True),
        (date(1985, 4, 1), False),
        (date(1984, 3, 31), False),
        (YEAR, True),
        (MONTH, True),
        (PartialDate(1985, 4), False),
    ],
)
def test_what_a_month_agrees_with(other: date | PartialDate, agrees: bool) -> None:
    assert MONTH.agrees(other) is agrees


@pytest.mark.parametrize(
    ("partial", "codes"),
    [
        (YEAR, []),
        (PartialDate(2012), []),
        (PartialDate(2012, 11), []),
        (PartialDate(2012, 12), ["CAND-02"]),
        (PartialDate(2013), ["CAND-02"]),
        (PartialDate(1926, 11), []),
        (PartialDate(1926, 10), ["CAND-02"]),
        (None, ["CAND-01"]),
    ],
)
def test_a_partial_date_is_a_birth_date_and_may_be_impossible(
    partial: PartialDate | None, codes: list[str]
) -> None:
    person = a_candidate(birth_date=None, birth_partial=partial)
    found = check_candidacy(a_candidacy(), person, a_certification(), today=TODAY)
    assert [finding.code for finding in found] == codes


@pytest.mark.parametrize(
    ("partial", "gaps"),
    [
        (YEAR, ["IDENTITY-BIRTH-PARTIAL"]),
        (PartialDate(2026, 12), ["IDENTITY-BIRTH-FUTURE"]),
        (PartialDate(2026, 11), ["IDENTITY-BIRTH-PARTIAL"]),
        (None, ["IDENTITY-BIRTH-DATE"]),
    ],
)
def test_the_score_says_what_is_missing(partial: PartialDate | None, gaps: list[str]) -> None:
    person = a_candidate(birth_date=None, birth_partial=partial)
    score = identity_score(person, today=TODAY)
    assert [gap.code for gap in score.gaps if gap.field == "birth_date"] == gaps


def test_a_full_date_makes_the_partial_one_idle() -> None:
    person = a_candidate(birth_partial=YEAR)
    assert person.born == person.birth_date
    assert identity_score(person, today=TODAY) == identity_score(a_candidate(), today=TODAY)


@pytest.mark.parametrize(
    ("body", "agrees"),
    [
        ("2850399341001", True),
        ("2852099341001", True),
        ("2850499341001", False),
        ("2840399341001", False),
    ],
)
def test_a_national_number_is_compared_as_far_as_the_date_goes(body: str, agrees: bool) -> None:
    place = BirthPlace("Dakar", "99341", country="Sénégal")
    person = a_candidate(birth_date=None, birth_partial=MONTH, birth_place=place)
    number = read_number(body + key_of(body))
    codes = [fault.code for fault in check_agreement(number, person)]
    assert ("NIR-OTHER-BIRTH" not in codes) is agrees
