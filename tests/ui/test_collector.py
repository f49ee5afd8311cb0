"""Garbage is collected on the GUI thread, whoever makes it."""

from __future__ import annotations

import gc
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest

from jurydesk.ui.collector import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Cycle:
    """Holds itself, and notes on which thread it dies."""

    died_on: list[Thread]

    def __init__(self, died_on: list[Thread]) -> None:
        self.died_on = died_on
        self.itself = self

    def __del__(self) -> None:
        self.died_on.append(current_thread())


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    collector = Collector()
    yield collector
    collector.close()


def make_garbage(died_on: list[Thread]) -> None:
    for _ in range(20_000):
        Cycle(died_on)


def test_a_worker_that_allocates_much_collects_nothing(collector: Collector) -> None:
    died_on: list[Thread] = []
    worker = Thread(target=make_garbage, args=(died_on,))
    worker.start()
    worker.join()
    assert died_on == []
    collector.collect()
    assert set(died_on) <= {main_thread()}
    gc.collect()
    assert len(died_on) == 20_000


def test_the_timer_collects(collector: Collector, qtbot: QtBot) -> None:
    died_on: list[Thread] = []
    make_garbage(died_on)
    qtbot.waitUntil(lambda: len(died_on) > 0, timeout=5_000)
    assert set(died_on) == {main_thread()}


def test_closing_gives_the_collection_back(qapp: object) -> None:
    collector = Collector()
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()


def test_nothing_is_collected_while_work_runs(qapp: object) -> None:
    busy = Collector(is_busy=lambda: True)
    died_on: list[Thread] = []
    make_garbage(died_on)
    busy.collect()
    assert died_on == []
    busy.close()


def test_a_load_is_set_aside_and_looked_through_later(collector: Collector) -> None:
    died_on: list[Thread] = []
    rows = [[number] for number in range(300_000)]
    make_garbage(died_on)
    collector.collect()
    assert (died_on, len(rows)) == ([], 300_000)
    collector.collect_all()
    assert len(died_on) == 20_000
