"""Moving through a matrix of two hundred by two hundred, against a bare table of that size."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from jurydesk.ui.application import make_application
from jurydesk.ui.pages.ties.matrix_model import TieMatrixModel
from jurydesk.ui.pages.ties.matrix_table import TieMatrixTable
from jurydesk.ui.theme.theme import Theme
from jurydesk.wording import Wording
from tests.ui.test_ties_matrix import MANY, large_matrix

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

STEPS = 60


def walk(table: QTableView, go_to: Callable[[int, int], None]) -> float:
    """Go down the diagonal, each step painted; return milliseconds a step."""
    start = perf_counter()
    for step in range(STEPS):
        go_to(step * MANY // STEPS, step * MANY // STEPS)
        table.viewport().grab()
    return 1000 * (perf_counter() - start) / STEPS


def test_walking_through_a_large_matrix(benchmark: BenchmarkFixture, qapp: QApplication) -> None:
    make_application()
    Theme(qapp, "light")
    bare_model = QStandardItemModel(MANY, MANY)
    bare = QTableView()
    bare.setModel(bare_model)
    model = TieMatrixModel(Wording("fr"))
    table = TieMatrixTable(model)
    model.show(large_matrix()[0])
    for one in (bare, table):
        one.resize(1366, 768)
        one.show()

    def go_to_bare(line: int, column: int) -> None:
        index = bare_model.index(line, column)
        bare.setCurrentIndex(index)
        bare.scrollTo(index)

    plain = walk(bare, go_to_bare)
    mine = benchmark.pedantic(walk, args=(table, table.go_to), rounds=3, iterations=1)
    benchmark.extra_info["cells"] = MANY * MANY
    benchmark.extra_info["ms_a_step"] = round(mine, 1)
    benchmark.extra_info["ms_a_step_of_a_bare_table"] = round(plain, 1)
    benchmark.extra_info["times_the_bare_table"] = round(mine / plain, 1)
    bare.close()
    table.close()
