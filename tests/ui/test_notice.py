"""What the person should know of the place where the workspace lies, said in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jurydesk.errors import EnvironmentFailure
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.widgets.notice import Notice
from tests.ui.conftest import opened, rest
from tests.ui.test_pages import go, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

SENTENCE = "“/mnt/bureau.jurydesk” is in a synchronised folder (OneDrive), which can damage it"


@pytest.fixture
def warned(qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter) -> Iterator[Parts]:
    """A window on a workspace in a folder that a cloud service copies."""
    figures = {"place": "/mnt/bureau.jurydesk", "service": "OneDrive"}
    warning = EnvironmentFailure("STORE-32", figures)
    yield from opened(qapp, qtbot, replace(desk, warnings=(warning,)), prompter)


def notices(parts: Parts) -> list[Notice]:
    QApplication.processEvents()
    return [one for one in parts.window.shell.findChildren(Notice) if one.isVisible()]


def test_the_window_says_where_the_workspace_is_not_safe(warned: Parts) -> None:
    (notice,) = notices(warned)
    assert notice.text.startswith(SENTENCE)
    assert notice.accessibleName() == notice.text
    assert texts(notice) == [notice.text]


def test_it_stays_on_every_page_until_it_is_closed(warned: Parts, qtbot: QtBot) -> None:
    go(warned, qtbot, "candidates", CandidatesPage)
    (notice,) = notices(warned)
    qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    go(warned, qtbot, "candidates", CandidatesPage)
    assert notices(warned) == []


def test_it_is_said_again_in_another_language(warned: Parts, qtbot: QtBot) -> None:
    warned.preferences.choose_language("fr")
    rest(qtbot, warned)
    (notice,) = notices(warned)
    assert "est dans un dossier synchronisé (OneDrive)" in notice.text


def test_a_safe_place_needs_no_word(parts: Parts) -> None:
    assert notices(parts) == []
