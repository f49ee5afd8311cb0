"""How long it takes to find the row of headings: at once where it is known, bearably elsewhere."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from jurydesk.exchange.fields import CANDIDATES
from jurydesk.exchange.headings import SEARCHED_ROWS, find_header
from tests.exchange.offices import TRAINING_HEADINGS, sheet

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.exchange.workbook import RawSheet

COLUMNS = 20
ROUNDS = 5
MOST = 60
"""Times as long where every word must be compared by likeness; each is compared once."""


def people(*, first: list[str]) -> RawSheet:
    """Make a sheet as offices keep them: many values of few kinds under one row."""
    rows = [
        [f"Formation {at % 4}", "Continue", f"Personne {at}", *["à voir"] * (COLUMNS - 3)]
        for at in range(SEARCHED_ROWS)
    ]
    return sheet("Suivi", first, *rows)


def seconds(searched: RawSheet) -> float:
    """Return the quickest of a few searches: what a busy machine adds is not ours."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        find_header(searched, CANDIDATES)
        taken.append(perf_counter() - start)
    return min(taken)


def test_sheet_without_headings(benchmark: BenchmarkFixture) -> None:
    known, unknown = people(first=TRAINING_HEADINGS), people(first=["à voir"] * COLUMNS)
    assert find_header(known, CANDIDATES) is known.rows[0]
    assert benchmark(find_header, unknown, CANDIDATES) is None

    if benchmark.enabled:
        # Not in an ordinary run, where other tests take the machine meanwhile
        ratio = seconds(unknown) / seconds(known)
        benchmark.extra_info["times_a_sheet_with_headings"] = round(ratio, 1)
        assert ratio < MOST
