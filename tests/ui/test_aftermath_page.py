"""The page after a jury by keys: print, record the sending, issue, duplicate, export."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.domain.notifications import NotificationState
from jurydesk.services.notifications import list_notices
from jurydesk.services.parchments import read_register
from jurydesk.ui.dialogs.sending_dialog import SendingDialog
from jurydesk.ui.pages.aftermath.page import AftermathPage
from tests.services.aftermath_office import FULL, VAE, A, a_real_office
from tests.ui.secretary import Secretary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

S = NotificationState


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A session whose minutes are issued: five decisions to be told, one parchment waited for."""
    opened, _ = a_real_office(tmp_path / "w.jurydesk")
    yield opened
    opened.close()


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    secretary.press("Ctrl+Shift+B")
    return secretary


def page(secretary: Secretary) -> AftermathPage:
    found = secretary.parts.window.shell.current_page()
    assert isinstance(found, AftermathPage)
    return found


def states(desk: Desk) -> dict[int, NotificationState]:
    return {one.candidacy.id: one.state for one in list_notices(desk, code=A)}


def asked(secretary: Secretary) -> SendingDialog:
    return cast("SendingDialog", page(secretary).acts.dialog)


def test_all_is_printed_then_one_is_sent(
    secretary: Secretary, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    shown = page(secretary)
    assert shown.header.note_label.full_text == "Decisions: 5, late: 0"
    prompter.paths.append(tmp_path)
    shown.notices.view.selectAll()
    secretary.press("Ctrl+Return")
    assert len(list(tmp_path.glob("notification-*.pdf"))) == 6
    assert set(states(desk).values()) == {S.PRINTED}
    shown.notices.select_key(f"1-{VAE}")
    secretary.press("Ctrl+Return")
    asked(secretary).send_button.click()
    secretary.rest()
    assert states(desk)[VAE] is S.SENT
    shown.notices.set_filter("SENT", is_on=True)
    secretary.rest()
    assert [one.candidacy.id for one in shown.notices.shown_rows()] == [VAE]


def test_a_sending_is_taken_back_with_a_reason(
    secretary: Secretary, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    shown = page(secretary)
    shown.notices.select_key(f"1-{VAE}")
    prompter.paths.append(tmp_path)
    secretary.press("Ctrl+Return")
    secretary.press("Ctrl+Return")
    asked(secretary).send_button.click()
    secretary.rest()
    prompter.texts.append("Adresse erronée")
    shown.acts.withdraw(next(n for n in list_notices(desk) if n.candidacy.id == VAE))
    secretary.rest()
    assert states(desk)[VAE] is S.PRINTED


def test_a_parchment_is_issued_duplicated_printed_and_exported(
    secretary: Secretary, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    shown = page(secretary)
    secretary.press("Alt+2")
    assert shown.header.note_label.full_text == "Parchments: 1"
    shown.parchments.select_key(f"1-{FULL}")
    secretary.press("Ctrl+Return")
    asked(secretary).send_button.click()
    secretary.rest()
    (line,) = read_register(desk).lines
    prompter.texts.append("Perte")
    shown.acts.ask_duplicate(line)
    secretary.rest()
    assert [one.key for one in read_register(desk).lines] == ["PA-2026-0001", "PA-2026-0002"]
    shown.parchments.select_key("PA-2026-0001")
    prompter.paths.append(tmp_path / "parchemin.pdf")
    secretary.press("Ctrl+P")
    assert (tmp_path / "parchemin.pdf").read_bytes().startswith(b"%PDF")
    prompter.paths.append(tmp_path / "registre.xlsx")
    secretary.press("Ctrl+E")
    assert (tmp_path / "registre.xlsx").exists()


def test_the_appeal_file_is_bound_from_the_panel(
    secretary: Secretary, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    prompter.paths.append(tmp_path / "recours.pdf")
    page(secretary).acts.ask_appeal(list_notices(desk)[0])
    secretary.rest()
    assert (tmp_path / "recours.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_opens_on_one_session(secretary: Secretary) -> None:
    shown = page(secretary)
    shown.open_item(A)
    secretary.rest()
    assert len(shown.notices.shown_rows()) == 5
    shown.open_item("2020-01-Z")
    secretary.rest()
    assert shown.notices.shown_rows() == ()
    shown.open_item("parchments")
    assert shown.ways.value() == "parchments"
