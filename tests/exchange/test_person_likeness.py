"""Whether two entries are one person, against pairs labelled by hand (fictitious names).

The list is not blind: after a first run (precision 59/63, recall 59/61) short first names had to
agree, because of four pairs of twins.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from jurydesk.exchange.person_likeness import (
    CERTAIN,
    LIKELY,
    Likeness,
    PersonIndex,
    PersonKey,
    likely_same,
)

PAIRS = Path(__file__).with_name("person_pairs.csv")


def key(row: dict[str, str], suffix: str = "") -> PersonKey:
    born = row["birth_date" + suffix]
    return PersonKey(
        row["birth_name" + suffix],
        (row["first_names" + suffix],),
        row["usage_name" + suffix],
        date.fromisoformat(born) if born else None,
        tuple(filter(None, (row["email" + suffix],))),
        tuple(filter(None, (row["phone" + suffix],))),
    )


def labelled() -> list[tuple[bool, PersonKey, PersonKey, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [(r["same"] == "1", key(r), key(r, "2"), r["why"]) for r in csv.DictReader(file)]


def test_precision_and_recall_over_the_labelled_pairs() -> None:
    found = [(same, likely_same(one, other) is not None) for same, one, other, _ in labelled()]
    right = sum(same and said for same, said in found)
    said, same = sum(said for _, said in found), sum(same for same, _ in found)
    assert (same, len(found) - same) == (61, 61)
    assert right / said >= 0.95
    assert right / same >= 0.95


@pytest.mark.parametrize("pair", labelled(), ids=lambda pair: pair[3].replace(" ", "-"))
def test_the_order_of_the_two_does_not_matter(pair: tuple[bool, PersonKey, PersonKey, str]) -> None:
    _, one, other, _ = pair
    assert likely_same(one, other) == likely_same(other, one)


def test_the_index_finds_what_comparing_each_with_each_finds() -> None:
    people = [person for _, one, other, _ in labelled() for person in (one, other)]
    index = PersonIndex(enumerate(people))
    for person in people:
        each: dict[int, Likeness] = {}
        for number, other in enumerate(people):
            likeness = likely_same(person, other)
            if likeness is not None:
                each[number] = likeness
        assert dict(index.matches(person)) == each


def test_same_name_and_date_is_certain() -> None:
    one = PersonKey("N’Diaye", ("Gaëlle",), birth_date=date(1971, 10, 5))
    likeness = likely_same(one, PersonKey("NDIAYE", ("GAELLE",), birth_date=date(1971, 10, 5)))
    assert likeness == Likeness(CERTAIN, ("NAME", "DATE"))


def test_the_likeliest_comes_first() -> None:
    day = date(1990, 1, 2)
    people = [
        PersonKey("Perrot", ("Anne",), birth_date=day + timedelta(days=1)),
        PersonKey("Perot", ("Anne",), birth_date=day),
        PersonKey("Perrot", ("Anne",), birth_date=day),
    ]
    found = PersonIndex(enumerate(people)).matches(people[2])
    assert [number for number, _ in found] == [2, 0, 1]
    assert all(likeness.score >= LIKELY for _, likeness in found)
