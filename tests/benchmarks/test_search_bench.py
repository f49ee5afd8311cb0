"""What the search costs per key pressed, against the bare query on the same file."""

from __future__ import annotations

import sqlite3
from functools import partial
from statistics import quantiles
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from jurydesk.db.search_key import wanted_words
from jurydesk.services.search import KINDS, search
from tests.benchmarks.many_people import FEW, office_of, people_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.domain.people import Candidate
    from jurydesk.services.ports import Desk

PEOPLE = 100_000
"""Measured; an ordinary run of the tests does with few."""
RANGE = """
SELECT word.id FROM search_word AS word
WHERE word.kind = 'CANDIDATE' AND word.word >= ? AND word.word < ? ORDER BY word.word LIMIT 20
"""
"""The least that any search by beginnings must do: one range for one word."""
SHARED = """
SELECT count(*) FROM (SELECT 1 FROM search_word WHERE kind = ? AND word >= ? AND word < ? LIMIT 400)
"""
FIRST_WORD = """
SELECT one.id FROM search_word AS one WHERE one.kind = ? AND one.word >= ? AND one.word < ?
"""
ALSO = """
AND EXISTS (SELECT 1 FROM search_word AS other WHERE other.id = one.id
AND other.kind = ? AND other.word >= ? AND other.word < ?)
"""
AFTER = "\U0010ffff"


def one_range(connection: sqlite3.Connection, query: str) -> list[tuple[int]]:
    """Ask for the last word alone, among the candidates."""
    word = query.lower().split()[-1] if query.split() else ""
    return connection.execute(RANGE, (word, word + AFTER)).fetchall()


def same_question(connection: sqlite3.Connection, query: str) -> list[tuple[int]]:
    """Ask what the search asks, by hand: every word, every kind, the rarest word first."""
    found: list[tuple[int]] = []
    words = wanted_words(query)
    for kind in KINDS if words else ():
        asked = [(kind.value, word, word + AFTER) for word in words]
        if len(asked) > 1:
            asked.sort(key=lambda one: connection.execute(SHARED, one).fetchone()[0])
        sql = FIRST_WORD + ALSO * (len(words) - 1) + " ORDER BY one.word, one.id LIMIT 20"
        found += connection.execute(sql, [part for one in asked for part in one]).fetchall()
    return found


def typed(people: list[Candidate]) -> list[str]:
    """Twenty things that somebody looks for, key by key."""
    one = people[len(people) // 3 :]
    names = [f"{person.birth_name} {person.first_name}" for person in one[:6]]
    turned = [f"{person.first_name} {person.birth_name}".lower() for person in one[6:12]]
    phones = [
        f"06 {person.phone[4:6]} {person.phone[6:8]} {person.phone[8:]}" for person in one[12:15]
    ]
    emails = [person.email for person in one[15:18]]
    queries = [*names, *turned, *phones, *emails, "RNCP40642", "zzzz nobody"]
    return [query[:length] for query in queries for length in range(1, len(query) + 1)]


@pytest.fixture(scope="module")
def count(request: pytest.FixtureRequest) -> int:
    return PEOPLE if request.config.getoption("benchmark_enable") else FEW


@pytest.fixture(scope="module")
def office(
    tmp_path_factory: pytest.TempPathFactory, count: int
) -> Iterator[tuple[Desk, Path, list[Candidate]]]:
    path = tmp_path_factory.mktemp("many") / "bureau.jurydesk"
    people = people_of(count)
    desk = office_of(path, people)
    yield desk, path, people
    desk.close()


def milliseconds(call: Callable[[str], object], queries: list[str]) -> list[float]:
    taken = []
    for query in queries:
        start = perf_counter()
        call(query)
        taken.append(1000 * (perf_counter() - start))
    return taken


def p95(figures: list[float]) -> float:
    return quantiles(figures, n=20)[-1]


@pytest.mark.timeout(600)
def test_a_key_pressed_over_all_candidates(
    benchmark: BenchmarkFixture, office: tuple[Desk, Path, list[Candidate]], count: int
) -> None:
    desk, path, people = office
    keys = typed(people)
    connection = sqlite3.connect(path)

    def ours(query: str) -> object:
        return search(desk, query=query)

    wanted = people[len(people) // 3]
    hits = search(desk, query=f"{wanted.first_name} {wanted.birth_name}")
    assert wanted.full_name in {hit.title for hit in hits}
    least = milliseconds(partial(one_range, connection), keys)
    bare = milliseconds(partial(same_question, connection), keys)
    mine = milliseconds(ours, keys)
    benchmark(ours, keys[len(keys) // 2])
    benchmark.extra_info["candidates"] = count
    benchmark.extra_info["keys_pressed"] = len(keys)
    benchmark.extra_info["p95_ms"] = round(p95(mine), 2)
    benchmark.extra_info["slowest_ms"] = round(max(mine), 1)
    benchmark.extra_info["p95_bare_query_ms"] = round(p95(bare), 3)
    benchmark.extra_info["times_the_bare_query"] = round(p95(mine) / p95(bare), 1)
    benchmark.extra_info["p95_one_range_ms"] = round(p95(least), 3)
    benchmark.extra_info["times_one_range"] = round(p95(mine) / p95(least), 1)
    connection.close()
