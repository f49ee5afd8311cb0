"""The file of an examiner: what proves the right to sit, documents, answers with their delay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from jurydesk.domain.release import Role
from jurydesk.domain.summons import Channel, Reply
from jurydesk.services import releasing, summonses
from jurydesk.services.right_to_sit import read_right
from jurydesk.services.summonses import AnswerDraft
from jurydesk.ui.pages.examiners import ExaminersPage
from tests.documents.reading import pages
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A released session; one member answered three days after, the others say nothing."""

    def fill(desk: Desk) -> None:
        fill_for_a_session(desk)
        hold(desk)
        releasing.release_plan(desk, code=CODE)
        every = [one.key for one in releasing.read_telling(desk, code=CODE).contacts]
        day = desk.clock.today() - timedelta(days=3)
        releasing.mark_told(desk, code=CODE, people=every[:-1], channel=Channel.EMAIL, on=day)
        draft = AnswerDraft(Reply.ACCEPTED)
        summonses.record_answer(desk, code=CODE, people=[first(desk)], draft=draft)

    return make_once(tmp_path_factory.mktemp("rights"), fill)


def first(desk: Desk) -> tuple[Role, int]:
    everybody = releasing.read_telling(desk, code=CODE).contacts
    return min(one.key for one in everybody if one.role is Role.EXAMINER)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        parts.window.resize(1500, 1000)
        yield Secretary(qtbot, parts)


@pytest.fixture
def page(secretary: Secretary, desk: Desk) -> ExaminersPage:
    """The pool with the cursor on the member who answered."""
    secretary.parts.window.shell.show_page("examiners", first(desk)[1])
    page = cast("ExaminersPage", secretary.parts.window.shell.current_page())
    settle(secretary, page)
    return page


def settle(secretary: Secretary, page: ExaminersPage) -> None:
    """Wait until the cursor has rested and the panel shows what was read."""
    secretary.rest()
    pause = page.rights._pause
    secretary.qtbot.waitUntil(lambda: bool(page.panel.right.rows) and not pause.isActive())
    secretary.rest()


def said(page: ExaminersPage) -> str:
    return "\n".join(texts(page.panel))


def test_the_panel_says_what_is_proved_and_what_is_missing(page: ExaminersPage) -> None:
    text = said(page)
    assert "Right to sit, as of" in text
    assert "Ties · " in text
    assert "Attach the declaration" in text


def test_the_panel_and_the_list_show_the_answers(page: ExaminersPage) -> None:
    text = said(page)
    assert "Usual delay" in text
    assert "Accepts · 3 days" in text
    names = [column.name for column in page.list.model.columns]
    shown = next(row for row in page.list.shown_rows() if row.responses.last)
    late, answered = (
        page.list.model.columns[names.index(name)].text(shown) for name in ("late", "answered")
    )
    # The session is so near that the answer was due the day before it came
    assert (late, answered) == ("1", shown.responses.last.on.strftime("%d/%m/%Y"))
    assert "1 days late" in text


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the desktop was asked to open."""
    urls: list[QUrl] = []

    def take(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return urls


@pytest.fixture
def paper(prompter: FakePrompter, tmp_path: Path) -> Path:
    """A declaration that the person will choose."""
    path = tmp_path / "declaration.txt"
    path.write_text("Aucun lien.", encoding="utf-8")
    prompter.paths = [path]
    return path


def test_a_document_is_attached_opened_and_taken_out(
    secretary: Secretary,
    page: ExaminersPage,
    desk: Desk,
    paper: Path,
    opened_urls: list[QUrl],
) -> None:
    number = first(desk)[1]
    line = next(row for row in page.panel.right.rows if "Ties" in row.line.sentence)
    secretary.click_button("Attach a document…", line)
    secretary.rest()
    assert [one.name for one in read_right(desk, examiner_id=number).documents] == [paper.name]
    settle(secretary, page)
    assert "declaration.txt" in said(page)
    secretary.click_button("Open a copy", page.panel)
    secretary.qtbot.waitUntil(lambda: bool(opened_urls))
    assert [url.fileName() for url in opened_urls] == [paper.name]
    secretary.click_button("Take out declaration.txt", page.panel)
    secretary.rest()
    assert read_right(desk, examiner_id=number).documents == ()
    secretary.press("Ctrl+Z")
    secretary.rest()
    assert len(read_right(desk, examiner_id=number).documents) == 1


def test_the_sheet_is_printed_by_a_key(
    secretary: Secretary, page: ExaminersPage, prompter: FakePrompter, tmp_path: Path
) -> None:
    prompter.paths = [tmp_path / "fiche.pdf"]
    secretary.press("Ctrl+P", page.list.view)
    secretary.rest()
    assert len(pages((tmp_path / "fiche.pdf").read_bytes())) == 1


def test_who_answers_late_is_filtered(
    secretary: Secretary, page: ExaminersPage, desk: Desk
) -> None:
    everybody = len(page.list.shown_rows())
    page.list.set_filter("late", is_on=True)
    secretary.rest()
    summoned = {
        one.number
        for one in releasing.read_telling(desk, code=CODE).contacts
        if one.role is Role.EXAMINER and one.summons
    }
    assert {row.key for row in page.list.shown_rows()} == summoned
    assert len(summoned) < everybody
