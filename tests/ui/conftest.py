"""What the tests of the window stand on: the theme, a prompter that answers, a whole window."""

from __future__ import annotations

import gc
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from jurydesk.bootstrap import open_desk
from jurydesk.services.clock import clock_on
from jurydesk.ui.application import Parts, make_application
from jurydesk.ui.theme.theme import Theme
from tests.ui.fake_prompter import FakePrompter
from tests.ui.office import TODAY, fill, new_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def clean_choices(qapp: QApplication) -> None:
    """What one test chose must not change the next."""
    make_application()
    QSettings().clear()


@pytest.fixture(scope="session", autouse=True)
def modules_are_no_garbage() -> None:
    """What is loaded by now stays: looking through it after each test costs most of its time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_between_tests() -> Iterator[None]:
    """Widgets die between tests and on this thread, never in the middle of an event."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(scope="session")
def filled_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with people, made once; tests copy the file."""
    folder = tmp_path_factory.mktemp("office")
    desk = new_desk(folder)
    fill(desk)
    desk.close()
    return folder / "bureau.jurydesk"


@pytest.fixture
def desk(filled_workspace: Path, tmp_path: Path) -> Iterator[Desk]:
    copy = tmp_path / filled_workspace.name
    shutil.copy(filled_workspace, copy)
    opened = open_desk(copy, actor="Camille", clock=clock_on(TODAY))
    yield opened
    opened.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def prompter() -> FakePrompter:
    return FakePrompter()


@pytest.fixture
def parts(qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter) -> Iterator[Parts]:
    """A window on the filled workspace, in English, so that tests read as the code does."""
    yield from opened(qapp, qtbot, desk, prompter)


@pytest.fixture
def empty_parts(
    qapp: QApplication, qtbot: QtBot, empty_desk: Desk, prompter: FakePrompter
) -> Iterator[Parts]:
    """A window on an empty workspace."""
    yield from opened(qapp, qtbot, empty_desk, prompter)


def opened(qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter) -> Iterator[Parts]:
    parts = Parts(qapp, desk, "en", prompter)
    parts.window.resize(1366, 768)
    parts.open_on("home")
    qtbot.addWidget(parts.window)
    rest(qtbot, parts)
    yield parts
    parts.window.close()


def rest(qtbot: QtBot, parts: Parts) -> None:
    """Wait until no work is under way and what it brought is shown."""
    qtbot.waitUntil(lambda: not parts.runner.running(), timeout=10_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not parts.runner.running(), timeout=10_000)
