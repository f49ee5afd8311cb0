"""What a key costs in the search box of a list of 20,000 rows, and how long the window stands."""

from __future__ import annotations

import gc
from dataclasses import replace
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from jurydesk.services.facts import Standpoint, candidacy_row
from jurydesk.ui.application import make_application
from jurydesk.ui.models.columns import folded
from jurydesk.ui.pages.candidate_columns import by_name, candidate_columns, candidate_filters
from jurydesk.ui.theme.theme import Theme
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.wording import Wording
from tests.builders import a_certification
from tests.ui.gaps import Gaps
from tests.ui.office import TODAY, candidacy, candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from jurydesk.services.views import CandidacyRow

MANY, FEW = 20_000, 600
"""Measured, and in an ordinary run of the tests."""
TYPED = ("legrand oph", "martin", "vae", "zzz")


@pytest.fixture(scope="module")
def rows(request: pytest.FixtureRequest) -> tuple[CandidacyRow, ...]:
    count = MANY if request.config.getoption("benchmark_enable") else FEW
    sheet = a_certification()
    found = (
        candidacy_row(
            replace(candidacy(number), id=number + 1, candidate_id=number + 1),
            replace(candidate(number), id=number + 1),
            sheet,
            seen=Standpoint(today=TODAY),
        )
        for number in range(count)
    )
    return tuple(sorted(found, key=by_name))


@pytest.fixture(autouse=True)
def no_collection() -> Iterator[None]:
    """As in the window, which collects garbage when nobody works."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot) -> RowList[CandidacyRow]:
    make_application()
    QSettings().clear()
    Theme(qapp, "light")
    columns = candidate_columns(Wording("fr"), TODAY)
    found: RowList[CandidacyRow] = RowList(
        columns, lambda row: row.key, name="bench", placeholder="?"
    )
    qtbot.addWidget(found)
    found.resize(1200, 700)
    found.show()
    return found


@pytest.mark.timeout(600)
def test_long_list_stays_alive(
    benchmark: BenchmarkFixture, shown: RowList[CandidacyRow], rows: tuple[CandidacyRow, ...]
) -> None:
    filters = candidate_filters(rows, Wording("fr"), TODAY)
    gaps, settled = Gaps(), shown.model.is_settled
    _, idle = gaps.during(lambda: None, lambda: True)
    _, loading = gaps.during(lambda: shown.fill(rows, filters), settled)
    keys = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    cold, cold_gap = gaps.during(lambda: shown.model.set_search(keys[0]), settled)
    texts = [shown.model._held.folded(at) for at in range(len(rows))]
    pressed = [gaps.during(lambda key=key: shown.model.set_search(key), settled) for key in keys]
    shown.model.set_search("")
    sorting, sorting_gap = gaps.during(
        lambda: shown.view.sortByColumn(0, Qt.SortOrder.DescendingOrder), settled
    )
    _, again = gaps.during(lambda: shown.fill(rows, filters), settled)
    shown.view.selectAll()
    _, selected = gaps.during(lambda: shown.fill(rows, filters), settled)
    bare = [bare_filter(texts, key) for key in keys]
    benchmark(lambda: (shown.model.set_search("martin"), shown.model.settle()))
    taken = median(time for time, _ in pressed)
    benchmark.extra_info["rows"] = len(rows)
    benchmark.extra_info["key_ms_median"] = round(taken, 1)
    benchmark.extra_info["key_ms_slowest"] = round(max(time for time, _ in pressed), 1)
    benchmark.extra_info["key_before_texts_are_ready_ms"] = round(cold, 1)
    benchmark.extra_info["bare_filter_ms"] = round(median(bare), 2)
    benchmark.extra_info["times_the_bare_filter"] = round(taken / median(bare), 1)
    benchmark.extra_info["sort_ms"] = round(sorting, 1)
    named = {
        "idle": idle,
        "loading": loading,
        "a_key": max(gap for _, gap in pressed),
        "the_first_key": cold_gap,
        "sorting": sorting_gap,
        "loading_again": again,
        "loading_with_all_selected": selected,
    }
    for name, gap in named.items():
        benchmark.extra_info[f"longest_gap_ms_{name}"] = round(gap, 1)


def bare_filter(texts: list[str], key: str) -> float:
    """Return how many milliseconds the mere looking through the texts takes."""
    words = folded(key).split()
    start = perf_counter()
    found = [at for at, text in enumerate(texts) if all(word in text for word in words)]
    assert len(found) <= len(texts)
    return 1000 * (perf_counter() - start)
