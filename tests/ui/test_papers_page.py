"""The Papers page, worked by mouse and keyboard: the very PDF, what it lacks, what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtPdfWidgets import QPdfView

from jurydesk.services.deliberating import close_deliberation, record_results
from jurydesk.services.demo.story import results_of
from jurydesk.services.freezing import freeze_session
from jurydesk.services.sessions import open_session, set_place
from jurydesk.services.settings import read_settings, save_settings
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold, incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.papers.page import PapersPage
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("papers"), decide)


def decide(desk: Desk) -> None:
    """Hold a session up to the closing of its deliberation."""
    fill_for_a_session(desk, candidates=4)
    hold(desk)
    freeze_session(desk, code=CODE)
    board = open_session(desk, code=CODE)
    record_results(desk, code=CODE, results=results_of(board, {}))
    close_deliberation(desk, code=CODE)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        yield Secretary(qtbot, parts)


@pytest.fixture
def page(secretary: Secretary) -> PapersPage:
    secretary.press("Ctrl+7")
    return secretary.papers()


def text_of(page: PapersPage) -> str:
    document = page.preview.document
    return "\n".join(document.getAllText(at).text() for at in range(document.pageCount()))


def test_without_a_session_the_way_there_is_shown(
    qapp: QApplication, qtbot: QtBot, empty_desk: Desk, prompter: FakePrompter
) -> None:
    for parts in opened(qapp, qtbot, empty_desk, prompter):
        secretary = Secretary(qtbot, parts)
        secretary.press("Ctrl+7")
        secretary.click_button("Go to the sessions")
        assert parts.window.shell.current_name() == "sessions"


class TestPreview:
    def test_it_is_the_pdf_itself(self, page: PapersPage) -> None:
        assert page.paper is not None
        assert page.preview.page_count() > 1
        assert page.preview.strip.count() == page.preview.page_count()
        assert CODE in text_of(page)

    def test_the_strip_leads_to_a_page(self, secretary: Secretary, page: PapersPage) -> None:
        item = page.preview.strip.item(1)
        place = page.preview.strip.visualItemRect(item).center()
        secretary.click(page.preview.strip.viewport(), place)
        assert page.preview.current_page() == 1
        assert page.preview.page_label.text().startswith("Page 2 of")

    def test_zoom_by_keys(self, secretary: Secretary, page: PapersPage) -> None:
        secretary.press("Ctrl++")
        larger = page.preview.view.zoomFactor()
        assert page.preview.view.zoomMode() is QPdfView.ZoomMode.Custom
        secretary.press("Ctrl+-")
        assert page.preview.view.zoomFactor() < larger
        secretary.press("Ctrl+0")
        assert page.preview.view.zoomMode() is QPdfView.ZoomMode.FitToWidth

    def test_the_page_in_view_stays_in_view_when_printed_anew(
        self, secretary: Secretary, page: PapersPage
    ) -> None:
        page.preview.go_to(1)
        secretary.press("F5")
        assert page.preview.current_page() == 1


class TestMissing:
    def test_each_hole_leads_to_where_it_is_settled(
        self, secretary: Secretary, desk: Desk, page: PapersPage
    ) -> None:
        save_settings(desk, settings=incomplete(read_settings(desk)))
        secretary.press("F5")
        rows = page.panel.findings.rows
        assert [row.line.rule for row in rows] == ["MIN-03"]
        assert not secretary.button("Issue the final minutes").isEnabled()
        secretary.press("Return", rows[0])
        assert secretary.parts.window.shell.current_name() == "settings"

    def test_the_address_is_written_on_the_spot(
        self, secretary: Secretary, desk: Desk, page: PapersPage, prompter: FakePrompter
    ) -> None:
        set_place(desk, code=CODE, place="")
        secretary.press("F5")
        (hole,) = page.panel.findings.rows
        assert hole.line.rule == "MIN-08"
        prompter.texts = ["2 rue du Jury, Paris"]
        secretary.press("Return", hole)
        assert open_session(desk, code=CODE).session.place == "2 rue du Jury, Paris"
        assert page.panel.findings.rows == []

    def test_a_draft_says_so(self, secretary: Secretary, page: PapersPage) -> None:
        assert page.panel.findings.rows == []
        assert "Draft" in text_of(page)


class TestFinal:
    def test_going_back_issues_nothing(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter, page: PapersPage
    ) -> None:
        prompter.answers.append("back")
        secretary.press("Ctrl+Return")
        assert open_session(desk, code=CODE).minutes == ()

    def test_issuing_asks_once_and_gives_the_number(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter, page: PapersPage
    ) -> None:
        prompter.answers.append("issue")
        secretary.press("Ctrl+Return")
        (asked,) = prompter.asked
        assert "never changed again" in asked.text
        (minutes,) = open_session(desk, code=CODE).minutes
        assert minutes.number in text_of(page)
        assert not secretary.buttons_named("Issue the final minutes")

    def test_final_minutes_stay_what_they_were(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter, page: PapersPage
    ) -> None:
        prompter.answers.append("issue")
        secretary.press("Ctrl+Return")
        assert page.paper is not None
        before = page.paper.pdf
        save_settings(desk, settings=incomplete(read_settings(desk)))
        secretary.press("F5")
        assert page.paper.pdf == before
        assert page.panel.findings.rows == []


class TestSaving:
    def test_the_pdf_in_view(
        self, secretary: Secretary, prompter: FakePrompter, page: PapersPage, tmp_path: Path
    ) -> None:
        prompter.paths.append(tmp_path / "pv.pdf")
        secretary.press("Ctrl+S")
        assert page.paper is not None
        assert (tmp_path / "pv.pdf").read_bytes() == page.paper.pdf

    def test_all_papers_into_a_folder(
        self, secretary: Secretary, prompter: FakePrompter, page: PapersPage, tmp_path: Path
    ) -> None:
        prompter.paths.append(tmp_path / "papers")
        secretary.press("Ctrl+Shift+S")
        written = sorted((tmp_path / "papers").iterdir())
        names = [path.name for path in written]
        assert {"pv-2026-11-A.pdf", "grille-2026-11-A-001.pdf"} <= set(names)
        assert all(path.read_bytes().startswith(b"%PDF") for path in written)

    def test_the_roster_as_a_workbook(
        self, secretary: Secretary, prompter: FakePrompter, page: PapersPage, tmp_path: Path
    ) -> None:
        prompter.paths.append(tmp_path / "session.xlsx")
        secretary.press("Ctrl+E")
        assert (tmp_path / "session.xlsx").read_bytes().startswith(b"PK")

    def test_a_place_that_cannot_be_written_is_said(
        self, secretary: Secretary, prompter: FakePrompter, page: PapersPage, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("not a folder")
        prompter.paths.append(tmp_path / "file" / "pv.pdf")
        secretary.press("Ctrl+S")
        assert len(prompter.asked) == 1
