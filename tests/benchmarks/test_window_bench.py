"""How long the window stands still at most while a person works on twenty thousand candidacies."""

from __future__ import annotations

import gc
from time import monotonic, perf_counter, sleep
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from jurydesk.ui.application import Parts, make_application
from jurydesk.ui.pages.candidates import CandidatesPage
from tests.benchmarks.many_people import FEW, office_of, people_of
from tests.ui.fake_prompter import FakePrompter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

PEOPLE = 20_000
PATIENCE_SECONDS = 60
CALM_TURNS = 200


class Pulse:
    """A timer that should beat every millisecond; what it misses, a person feels."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def start(self) -> None:
        """Begin anew."""
        self.longest, self._last = 0.0, perf_counter()

    def stop(self) -> None:
        """Beat no longer."""
        self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def morning(parts: Parts, pulse: Pulse) -> dict[str, float]:
    """Do what a coordinator does first; return the longest standstill of each act in ms."""
    shell = parts.window.shell
    shell.show_page("candidates")
    page = shell.current_page()
    assert isinstance(page, CandidatesPage)
    view, field = page.list.view, page.list.search_field
    acts: dict[str, Callable[[], object]] = {
        "open": lambda: None,
        "order": lambda: view.sortByColumn(2, Qt.SortOrder.DescendingOrder),
        "search": lambda: field.setText("lo"),
        "clear": lambda: field.setText(""),
        "select_all": view.selectAll,
        "go_to_one": lambda: view.go_to(3),
        "read_again": page.reload,
    }
    found = {}
    for name, act in acts.items():
        pulse.start()
        act()
        settle(parts)
        found[name] = 1000 * pulse.longest
    return found


def settle(parts: Parts) -> None:
    """Turn the loop until no worker runs and nothing has happened for a while."""
    end, calm = monotonic() + PATIENCE_SECONDS, 0
    while calm < CALM_TURNS:
        QApplication.processEvents()
        sleep(0.001)
        calm = 0 if parts.runner.is_busy() else calm + 1
        assert monotonic() < end, "the window does not come to rest"


@pytest.mark.timeout(300)
def test_longest_standstill_of_the_window(
    benchmark: BenchmarkFixture, qapp: QApplication, tmp_path: Path
) -> None:
    make_application()
    QSettings().clear()
    # What the benchmarks before this one left behind would be collected while the window is timed
    gc.collect()
    counts = (FEW, PEOPLE) if benchmark.enabled else (FEW,)
    for count in counts:
        desk = office_of(tmp_path / f"{count}.jurydesk", people_of(count))
        parts = Parts(qapp, desk, "fr", FakePrompter())
        parts.open_on("home")
        settle(parts)
        pulse = Pulse()
        standstills = morning(parts, pulse)
        for name, taken in standstills.items():
            benchmark.extra_info[f"{name}_{count}_ms"] = round(taken)
        pulse.stop()
        page = parts.window.shell.current_page()
        assert isinstance(page, CandidatesPage)
        assert len(page.list.model.all_rows()) == count
        if count == counts[-1]:
            benchmark.pedantic(page.reload, rounds=1)
            settle(parts)
        parts.close()
        desk.close()
