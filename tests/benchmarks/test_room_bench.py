"""How long the window stands still at each key of the room, a save and all it changes included."""

from __future__ import annotations

from functools import partial
from statistics import median
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jurydesk.services.freezing import freeze_session
from jurydesk.ui.application import Parts, make_application
from tests.ui.fake_prompter import FakePrompter
from tests.ui.gaps import Gaps
from tests.ui.office import new_desk
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from jurydesk.ui.pages.deliberation.room import DeliberationRoom

KEYS = ("Alt+1", "Shift+Alt+2", "P", "1", "A", "2", "R", "Alt+Up", "B", "PgDown", "PgUp")
"""Keys that change something each time they are pressed in this order."""
MANY, FEW = 8, 1
"""Rounds measured, and in an ordinary run of the tests."""


@pytest.fixture
def secretary(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Secretary]:
    make_application()
    QSettings().clear()
    desk = new_desk(tmp_path)
    fill_for_a_session(desk, candidates=4)
    hold(desk)
    freeze_session(desk, code=CODE)
    parts = Parts(qapp, desk, "en", FakePrompter())
    parts.window.resize(1366, 768)
    parts.open_on("deliberation")
    qtbot.addWidget(parts.window)
    yield Secretary(qtbot, parts)
    parts.window.close()
    desk.close()


@pytest.mark.timeout(600)
def test_no_key_keeps_the_window_still(
    benchmark: BenchmarkFixture, request: pytest.FixtureRequest, secretary: Secretary
) -> None:
    rounds = MANY if request.config.getoption("benchmark_enable") else FEW
    secretary.rest()
    found: dict[str, list[float]] = {}
    benchmark.pedantic(partial(press_all, secretary, found), rounds=rounds)
    for key, gaps in found.items():
        benchmark.extra_info[f"longest_gap_ms_{key}"] = (
            f"median {median(gaps):.0f}, best {min(gaps):.0f}, worst {max(gaps):.0f}"
        )


def press_all(secretary: Secretary, found: dict[str, list[float]]) -> None:
    """Press each key once; a key that changes nothing would measure nothing."""
    room, gaps, runner = secretary.deliberation().room, Gaps(), secretary.parts.runner
    room.order.setFocus()
    for key in KEYS:
        target, before = QApplication.focusWidget() or room, on_screen(room)
        press = partial(QTest.keySequence, target, QKeySequence(key))
        _, gap = gaps.during(press, lambda: not runner.running())
        secretary.rest()
        assert on_screen(room) != before, f"{key} did nothing"
        found.setdefault(key, []).append(gap)


def on_screen(room: DeliberationRoom) -> tuple[object, ...]:
    """Everything that one of the keys may change, the focus included."""
    presences = tuple(row.presence() for row in room.members.rows)
    return room.record(), presences, QApplication.focusWidget()
