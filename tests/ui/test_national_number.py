"""The national number in the window: protected, typed, shown, hidden, erased."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from jurydesk.db.sealing import OfficeVault
from jurydesk.domain.national_number import key_of
from jurydesk.services.national_numbers import (
    number_view,
    set_number,
    set_passphrase,
    show_number,
    vault_state,
)
from jurydesk.ui.pages.candidate_file.identity import IdentitySection
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.settings import SettingsPage
from jurydesk.ui.prompts import QtPrompter, Question
from tests.ui.conftest import opened
from tests.ui.secretary import Secretary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_file.national_number import NumberCard
    from tests.ui.fake_prompter import FakePrompter

PASSPHRASE = "quatre mots qui restent"
OTHER = "cinq mots bien plus neufs"
SPACED = "2 69 05 49 588 157 80"
PERSON = 2


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The filled workspace, with a vault that opens quickly."""
    return replace(desk, vault=OfficeVault(cost=2**10))


@pytest.fixture
def parts(qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter) -> Iterator[Parts]:
    yield from opened(qapp, qtbot, desk, prompter)


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    return Secretary(qtbot, parts)


def card_of(secretary: Secretary) -> NumberCard:
    """Open the identity of one person."""
    secretary.parts.window.shell.show_page("candidates", FileKey(PERSON, "identity"))
    secretary.rest()
    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, CandidatesPage)
    assert page.file is not None
    section = page.file.sections["identity"]
    assert isinstance(section, IdentitySection)
    return section.number


def shown(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def relock(desk: Desk) -> None:
    assert desk.vault is not None
    desk.vault.key = None


class TestSettings:
    def test_a_passphrase_is_chosen(self, secretary: Secretary, desk: Desk) -> None:
        card = settings(secretary).vault
        assert "No passphrase yet" in card.state_label.text()
        assert card.fields["old"].isHidden()
        secretary.write(PASSPHRASE, card.edits["new"])
        secretary.write("autre chose que cela", card.edits["again"])
        secretary.press("Return", card.edits["again"])
        assert card.fields["again"].error() == "These are not the same words."
        secretary.press("Ctrl+A", card.edits["again"])
        secretary.write(PASSPHRASE, card.edits["again"])
        secretary.press("Return", card.edits["again"])
        assert vault_state(desk).is_open
        assert card.state_label.text() == "Unlocked until the program is closed. Numbers kept: 0."
        assert [edit.text() for edit in card.edits.values()] == ["", "", ""]

    def test_a_short_one_is_refused_at_its_field(self, secretary: Secretary, desk: Desk) -> None:
        card = settings(secretary).vault
        for name in ("new", "again"):
            secretary.write("court", card.edits[name])
        secretary.click_button("Choose it", card)
        assert card.fields["new"].error() == "The passphrase must have at least 12 characters."
        assert not vault_state(desk).is_set_up

    def test_it_is_changed_with_the_old_one(self, secretary: Secretary, desk: Desk) -> None:
        set_passphrase(desk, passphrase=PASSPHRASE)
        set_number(desk, candidate_id=PERSON, number=SPACED)
        page = settings(secretary)
        page.lines["place"].setText("Montreuil, salle 2")
        card = page.vault
        for name, words in (("old", OTHER), ("new", OTHER), ("again", OTHER)):
            secretary.write(words, card.edits[name])
        secretary.click_button("Change the passphrase", card)
        assert card.fields["old"].error() == "This is not the passphrase of the office."
        secretary.press("Ctrl+A", card.edits["old"])
        secretary.write(PASSPHRASE, card.edits["old"])
        secretary.click_button("Change the passphrase", card)
        assert card.state_label.text().endswith("Numbers kept: 1.")
        assert show_number(desk, candidate_id=PERSON) == SPACED
        # What was typed elsewhere on the page and not saved is still there
        assert page.lines["place"].text() == "Montreuil, salle 2"
        secretary.click_button("Lock now", card)
        assert not vault_state(desk).is_open


class TestNumber:
    def test_without_a_passphrase_the_settings_are_offered(self, secretary: Secretary) -> None:
        card = card_of(secretary)
        secretary.click_button("Choose one in the settings", card)
        assert isinstance(secretary.parts.window.shell.current_page(), SettingsPage)

    def test_it_is_typed_checked_and_kept(self, secretary: Secretary, desk: Desk) -> None:
        set_passphrase(desk, passphrase=PASSPHRASE)
        card = card_of(secretary)
        assert "unknown" in shown(card)
        secretary.click_button("Enter the number…", card)
        assert card.editor is not None
        edit, field = card.editor.edit, card.editor.field
        assert edit.hasFocus()
        secretary.write("2 69 05 49 588", edit)
        assert field.note() == ""
        secretary.write(" 157 81", edit)
        assert field.note() == "The key does not go with the number: one figure is wrong."
        secretary.press("Return", edit)
        assert field.error() == "The key does not go with the number: one figure is wrong."
        assert edit.text() == "2 69 05 49 588 157 81"
        assert not number_view(desk, candidate_id=PERSON).is_kept
        secretary.press("Backspace", edit)
        secretary.write("0", edit)
        assert field.error() == ""
        secretary.press("Return", edit)
        assert card.editor is None
        assert show_number(desk, candidate_id=PERSON) == SPACED
        assert "•••" in shown(card)
        assert "588" not in shown(secretary.parts.window)

    def test_what_does_not_agree_is_a_warning(self, secretary: Secretary, desk: Desk) -> None:
        set_passphrase(desk, passphrase=PASSPHRASE)
        card = card_of(secretary)
        secretary.click_button("Enter the number…", card)
        assert card.editor is not None
        body = "2700197411001"
        secretary.write(body + key_of(body), card.editor.edit)
        assert "is not that of the civil status" in card.editor.field.note()
        secretary.click_button("Save the number", card)
        assert number_view(desk, candidate_id=PERSON).is_kept

    def test_it_is_shown_after_the_passphrase_and_hidden_again(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter
    ) -> None:
        keep(desk)
        relock(desk)
        card = card_of(secretary)
        prompter.secrets.append(OTHER)
        secretary.click_button("Show", card)
        assert prompter.asked[-1].text == "This is not the passphrase of the office."
        assert SPACED not in shown(card)
        prompter.secrets.append(PASSPHRASE)
        secretary.click_button("Show", card)
        assert SPACED in shown(card)
        secretary.click_button("Hide", card)
        assert SPACED not in shown(card)
        # Unlocked for this run: it is not asked again
        asked = len(prompter.asked)
        secretary.click_button("Show", card)
        assert (SPACED in shown(card), len(prompter.asked)) == (True, asked)
        secretary.click_button("Lock", card)
        assert SPACED not in shown(card)
        assert not vault_state(desk).is_open

    def test_another_person_does_not_show_it(self, secretary: Secretary, desk: Desk) -> None:
        keep(desk)
        card = card_of(secretary)
        secretary.click_button("Show", card)
        secretary.parts.window.shell.show_page("candidates", FileKey(PERSON + 1, "identity"))
        secretary.rest()
        assert SPACED not in shown(secretary.parts.window)

    def test_escape_leaves_the_field_before_the_file(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        keep(desk)
        card = card_of(secretary)
        secretary.click_button("Replace…", card)
        assert card.editor is not None
        secretary.write("2 69", card.editor.edit)
        secretary.press("Escape", card.editor.edit)
        assert card.editor is None
        assert card.isVisible()
        assert show_number(desk, candidate_id=PERSON) == SPACED

    def test_it_is_erased_after_a_question(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter
    ) -> None:
        keep(desk)
        card = card_of(secretary)
        prompter.answers += ["keep", "forget"]
        secretary.click_button("Erase…", card)
        assert number_view(desk, candidate_id=PERSON).is_kept
        secretary.click_button("Erase…", card)
        assert not number_view(desk, candidate_id=PERSON).is_kept
        assert "unknown" in shown(card)


def test_a_passphrase_is_hidden_while_typed(parts: Parts) -> None:
    from PySide6.QtWidgets import QInputDialog, QLineEdit

    got: list[str] = []
    QtPrompter(parts.window).ask_secret(Question("Numbers", "Passphrase:", ()), got.append)
    (dialog,) = parts.window.findChildren(QInputDialog)
    (edit,) = dialog.findChildren(QLineEdit)
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    edit.setText(" deux espaces ")
    dialog.accept()
    assert got == [" deux espaces "]


def settings(secretary: Secretary) -> SettingsPage:
    secretary.parts.window.shell.show_page("settings")
    secretary.rest()
    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, SettingsPage)
    return page


def keep(desk: Desk) -> None:
    set_passphrase(desk, passphrase=PASSPHRASE)
    set_number(desk, candidate_id=PERSON, number=SPACED)
