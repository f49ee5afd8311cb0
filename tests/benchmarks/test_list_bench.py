"""What the longest list costs the window, against plain Python over the same rows."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.views import CandidacyRow
from jurydesk.ui.models.row_table_model import RowTableModel
from jurydesk.ui.pages.candidate_columns import by_name, candidate_columns
from jurydesk.wording import Wording
from tests.ui.office import TODAY, candidate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture

    Model = RowTableModel[CandidacyRow]

PEOPLE, FEW = 20_000, 200
ROUNDS = 5


@pytest.fixture(scope="module")
def rows(request: pytest.FixtureRequest) -> tuple[CandidacyRow, ...]:
    count = PEOPLE if request.config.getoption("benchmark_enable") else FEW
    found = []
    for number in range(1, count + 1):
        person = candidate(number)
        person = replace(person, birth_name=f"{person.birth_name}-{number:05}")
        path = Candidacy(number, "RNCP40642", AccessRoute.EXPERIENCE, id=number)
        found.append(CandidacyRow(path, person, "DRAFT", ()))
    return tuple(sorted(found, key=by_name))


@pytest.fixture
def model(qapp: QApplication, rows: tuple[CandidacyRow, ...]) -> Model:
    model: Model = RowTableModel(candidate_columns(Wording("fr"), TODAY), lambda row: row.key)
    model.set_rows(rows)
    return model


def measure(
    benchmark: BenchmarkFixture, act: Callable[[], object], bare: Callable[[], object]
) -> None:
    """Measure both in one run and keep their ratio."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        bare()
        taken.append(perf_counter() - start)
    benchmark.pedantic(act, rounds=ROUNDS)
    benchmark.extra_info["bare_ms"] = round(1000 * min(taken), 2)
    if benchmark.stats is not None:
        ratio = benchmark.stats.stats.min / min(taken)
        benchmark.extra_info["times_the_bare_loop"] = round(ratio, 2)


def test_rows_are_shown(
    benchmark: BenchmarkFixture, model: Model, rows: tuple[CandidacyRow, ...]
) -> None:
    measure(benchmark, lambda: model.set_rows(rows), lambda: list(range(len(rows))))
    assert model.rowCount() == len(rows)


def test_rows_are_put_in_order(
    benchmark: BenchmarkFixture, model: Model, rows: tuple[CandidacyRow, ...]
) -> None:
    measure(
        benchmark,
        lambda: model.sort(0, Qt.SortOrder.DescendingOrder),
        lambda: sorted(rows, key=lambda row: row.candidate.birth_name, reverse=True),
    )
    assert model.rows()[0] == rows[-1]


def test_a_letter_is_searched(
    benchmark: BenchmarkFixture, model: Model, rows: tuple[CandidacyRow, ...]
) -> None:
    model.set_search("lefevre 0001")
    names = [row.candidate.full_name.casefold() for row in rows]
    measure(
        benchmark,
        lambda: model.set_search("lefevre 0001"),
        lambda: [at for at, name in enumerate(names) if "lefevre" in name and "0001" in name],
    )
    assert 0 < model.rowCount() < len(rows)
