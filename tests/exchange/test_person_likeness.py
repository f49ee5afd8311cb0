"""Persons recognised approximately, measured against pairs that were labelled by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from jurydesk.domain.partial_date import PartialDate
from jurydesk.exchange.person_likeness import (
    CERTAIN_FROM,
    LIKELY_FROM,
    Grade,
    Likeness,
    PersonIndex,
    PersonKey,
    Why,
    likely_same,
)

PAIRS = Path(__file__).with_name("person_pairs.csv")
AT_LEAST = 0.95


@dataclass(frozen=True)
class Pair:
    """Two entries, and whether somebody who read them says that they are one person."""

    kind: str
    one: PersonKey
    other: PersonKey
    same: bool


def read_key(cells: list[str]) -> PersonKey:
    name, firsts, usual, born, email, phone = cells
    return PersonKey(
        name,
        tuple(part.strip() for part in firsts.split(",") if part.strip()),
        usual,
        date.fromisoformat(born) if born else None,
        (email,) if email else (),
        (phone,) if phone else (),
    )


def pairs(group: str) -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()[2:]
    rows = [line.split(";") for line in lines]
    return [
        Pair(row[2], read_key(row[3:9]), read_key(row[9:15]), row[1] == "1")
        for row in rows
        if row[0] == group
    ]


EVERY = pairs("first") + pairs("second") + pairs("held out")


@pytest.mark.parametrize(
    ("group", "positive", "negative"), [("first", 64, 67), ("second", 24, 24), ("held out", 20, 20)]
)
def test_precision_and_recall(group: str, positive: int, negative: int) -> None:
    labelled = pairs(group)
    wanted = [pair for pair in labelled if pair.same]
    assert (len(wanted), len(labelled) - len(wanted)) == (positive, negative)
    found = [pair for pair in labelled if likely_same(pair.one, pair.other)]
    right = [pair for pair in found if pair.same]
    precision, recall = len(right) / len(found), len(right) / len(wanted)
    assert precision >= AT_LEAST, [pair for pair in found if not pair.same]
    assert recall >= AT_LEAST, [pair for pair in wanted if pair not in found]


def test_nobody_is_certain_wrongly() -> None:
    certain = [pair for pair in EVERY if grade(pair) is Grade.CERTAIN]
    assert [pair for pair in certain if not pair.same] == []
    assert len(certain) == 26


def grade(pair: Pair) -> Grade | None:
    found = likely_same(pair.one, pair.other)
    return found.grade if found else None


@pytest.mark.parametrize("pair", EVERY, ids=str)
def test_the_order_of_the_two_is_nothing_and_the_index_misses_nobody(pair: Pair) -> None:
    found = likely_same(pair.one, pair.other)
    assert found == likely_same(pair.other, pair.one)
    index = PersonIndex([(1, pair.other)])
    assert index.matches(pair.one) == (((1, found),) if found else ())
    if found:
        assert LIKELY_FROM <= found.score <= 100
        assert (found.score >= CERTAIN_FROM) == (found.grade is Grade.CERTAIN)


ANA = PersonKey("De Sousa", ("Ana",), "", date(1994, 10, 4), ("ana@exemple.fr",), ("+33612345678",))


def test_says_why_and_how_sure() -> None:
    assert likely_same(ANA, ANA) == Likeness(
        100,
        Grade.CERTAIN,
        (Why.EMAIL, Why.PHONE, Why.NAME, Why.FIRST_NAME, Why.BIRTH_DATE),
    )
    other = PersonKey("Souza", ("Ana",), "", date(1994, 4, 10))
    assert likely_same(ANA, other) == Likeness(
        85, Grade.LIKELY, (Why.NAME_SLIP, Why.FIRST_NAME, Why.BIRTH_SWAPPED)
    )
    assert likely_same(ANA, PersonKey("De Sousa", ("Rita",), "", date(1994, 10, 4))) is None


def test_the_index_gives_the_likeliest_first_and_forgets_nobody_added_later() -> None:
    index = PersonIndex([(3, PersonKey("Sousa", ("Ana",))), (2, PersonKey("Souza", ("Rita",)))])
    index.add(1, ANA)
    assert [(number, found.score) for number, found in index.matches(ANA)] == [(1, 100), (3, 80)]
    assert index.matches(PersonKey("", ())) == ()


def test_twenty_thousand_are_found_among_twenty_thousand() -> None:
    """Every hundredth is asked for, so that the test stays quick."""
    day = date(1960, 1, 1)
    crowd = [
        PersonKey(
            f"Nom{number % 700:03}",
            (f"Prenom{number % 311:03}",),
            "",
            None if number % 5 == 0 else day + timedelta(number * 7 % 16_000),
        )
        for number in range(20_000)
    ]
    index = PersonIndex(enumerate(crowd))
    found = {number: index.matches(crowd[number]) for number in range(0, 20_000, 100)}
    assert all(number in dict(matches) for number, matches in found.items())


@pytest.mark.parametrize(
    ("born", "partial", "why"),
    [
        (date(1994, 10, 4), None, Why.BIRTH_PARTLY),
        (date(1994, 11, 4), None, Why.BIRTH_DIFFERS),
        (date(1993, 10, 4), None, Why.BIRTH_DIFFERS),
        (None, PartialDate(1994), Why.BIRTH_PARTLY),
        (None, PartialDate(1994, 10), Why.BIRTH_PARTLY),
        (None, PartialDate(1994, 9), Why.BIRTH_DIFFERS),
        (None, None, Why.BIRTH_MISSING),
    ],
)
def test_a_date_known_in_part_that_agrees_is_looked_at_and_never_certain(
    born: date | None, partial: PartialDate | None, why: Why
) -> None:
    contact = ANA.emails, ANA.phones
    known = PersonKey("De Sousa", ("Ana",), "", born, *contact, birth_partial=partial)
    partly = PersonKey("De Sousa", ("Ana",), "", None, *contact, PartialDate(1994, 10))
    found = likely_same(partly, known)
    assert found is not None
    assert found.reasons[-1] is why
    assert found == likely_same(known, partly)
    assert (found.grade is Grade.CERTAIN) is (why is Why.BIRTH_MISSING)
    assert PersonIndex([(1, known)]).matches(partly) == ((1, found),)


def test_names_alone_suffice_where_the_part_that_is_known_agrees() -> None:
    whole = PersonKey("De Sousa", ("Ana",), "", date(1994, 10, 4))
    partly = PersonKey("De Sousa", ("Ana",), birth_partial=PartialDate(1994))
    found = likely_same(whole, partly)
    assert found is not None
    assert found.grade is Grade.LIKELY
    other = PersonKey("De Sousa", ("Ana",), birth_partial=PartialDate(1993))
    assert likely_same(whole, other) is None
