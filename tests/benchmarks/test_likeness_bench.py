"""How long it takes to find twenty thousand persons among twenty thousand, names as they fall."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.exchange.person_likeness import PersonIndex, PersonKey

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

PEOPLE = 20_000
ASKED = 2_000
SYLLABLES = (
    "ba be bi che da de du fa fer ga gue ja la le lou ma men na or pa ra ro sen ta va".split()
)


def crowd() -> list[PersonKey]:
    """Make people of whom many share a name, and one in five has no birth date."""
    chance = random.Random(3)
    families = [name(chance, 3) for _ in range(3_000)]
    firsts = [name(chance, 2) for _ in range(400)]
    return [
        PersonKey(
            families[int(chance.triangular(0, len(families), 0))],
            (firsts[int(chance.triangular(0, len(firsts), 0))],),
            "",
            date(1960, 1, 1) + timedelta(chance.randrange(16_000)) if number % 5 else None,
            (f"p{number}@exemple.fr",),
            (f"+336{number:08}",),
        )
        for number in range(PEOPLE)
    ]


def name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).title()


def test_two_thousand_among_twenty_thousand(benchmark: BenchmarkFixture) -> None:
    people = crowd()
    index = PersonIndex(enumerate(people))
    asked = people[:: PEOPLE // ASKED]

    def look_up() -> int:
        return sum(number * 10 in dict(index.matches(key)) for number, key in enumerate(asked))

    assert benchmark(look_up) == ASKED
