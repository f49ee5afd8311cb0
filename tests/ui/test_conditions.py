"""Entry conditions at the window: kept on the sheet, settled in the file, by mouse and by key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication

from jurydesk.domain.entry_conditions import Answer, ConditionKind
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import save_file
from jurydesk.services.certifications import show_certification
from jurydesk.services.entry_conditions import conditions_of
from jurydesk.ui.dialogs.condition_dialog import ConditionDialog
from jurydesk.ui.dialogs.settle_dialog import SettleDialog
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.certifications import CertificationsPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.office import candidacy, candidate
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.entry_conditions import EntryCondition
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_file.journey import JourneySection

SHEET, FIRST, SECOND = "RNCP40642", "RNCP40642C01", "RNCP40642C02"


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    return Secretary(qtbot, parts)


@pytest.fixture
def path(desk: Desk) -> int:
    """A path of continuing education to the sheet that sets conditions."""
    one = replace(candidacy(21), certification=SHEET, route=AccessRoute.CONTINUING_EDUCATION)
    return save_file(desk, candidate=candidate(21), candidacy=one).value.id


def conditions(desk: Desk) -> tuple[EntryCondition, ...]:
    return show_certification(desk, code=SHEET).certification.conditions


def sheet_page(secretary: Secretary, desk: Desk) -> CertificationsPage:
    shell = secretary.parts.window.shell
    shell.show_page("certifications", show_certification(desk, code=SHEET).certification.id)
    secretary.rest()
    return cast("CertificationsPage", shell.current_page())


def journey(secretary: Secretary, path: int) -> JourneySection:
    shell = secretary.parts.window.shell
    shell.show_page("candidates", FileKey(path, "journey"))
    secretary.rest()
    page = cast("CandidatesPage", shell.current_page())
    assert page.file is not None
    return cast("JourneySection", page.file.sections["journey"])


def answers(desk: Desk, path: int) -> list[tuple[str, Answer, str, str]]:
    found = conditions_of(desk, candidacy_id=path).candidacy.conditions
    return [(one.condition, one.answer, one.told, one.by) for one in found]


class TestOnTheSheet:
    def test_a_condition_is_added_by_key_and_undone(self, secretary: Secretary, desk: Desk) -> None:
        page = sheet_page(secretary, desk)
        before = conditions(desk)
        secretary.press("Ctrl+N")
        dialog = secretary.dialog(ConditionDialog)
        assert (dialog.threshold_edit.value(), dialog.kind_box.value()) == (5, ConditionKind.LEVEL)
        secretary.press("Return", dialog.wording_edit)
        assert dialog.problem_label.text() == "Write the condition as the sheet gives it."
        secretary.write("Permis B", dialog.wording_edit)
        dialog.kind_box.setCurrentIndex(3)
        dialog.kind_box.activated.emit(3)
        assert not dialog.threshold_edit.isVisible()
        secretary.press("Return", dialog.wording_edit)
        new = conditions(desk)[-1]
        assert (new.code, new.wording, new.threshold) == (f"{SHEET}C03", "Permis B", None)
        assert AccessRoute.EXPERIENCE not in new.routes
        assert "Permis B" in texts(page)
        secretary.press("Ctrl+Z", page)
        assert conditions(desk) == before

    def test_a_vae_is_asked_no_level_and_what_was_typed_stays(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        page = sheet_page(secretary, desk)
        secretary.click(page.conditions.buttons[f"change {FIRST}"])
        dialog = secretary.dialog(ConditionDialog)
        secretary.click(dialog.route_ticks[AccessRoute.EXPERIENCE])
        dialog.route_ticks[AccessRoute.EXPERIENCE].setChecked(True)
        secretary.click(dialog.save_button)
        assert "L. 6411-1" in dialog.problem_label.text()
        dialog.route_ticks[AccessRoute.EXPERIENCE].setChecked(False)
        dialog.threshold_edit.setValue(6)
        secretary.click(dialog.save_button)
        changed = conditions(desk)
        assert [(one.code, one.threshold, one.instead_of) for one in changed] == [
            (f"{SHEET}C03", 6, ""),
            (SECOND, 2, f"{SHEET}C03"),
        ]

    def test_one_is_taken_out_and_brought_back(self, secretary: Secretary, desk: Desk) -> None:
        page = sheet_page(secretary, desk)
        before = conditions(desk)
        secretary.click(page.conditions.buttons[f"remove {SECOND}"])
        assert [one.code for one in conditions(desk)] == [FIRST]
        secretary.press("Ctrl+Z", page)
        assert conditions(desk) == before

    def test_a_sheet_without_any_says_what_one_would_do(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        page = sheet_page(secretary, desk)
        page.open_item(show_certification(desk, code="RNCP41481").certification.id)
        secretary.rest()
        assert any(text.startswith("None is entered") for text in texts(page.conditions))


class TestInTheFile:
    def test_the_next_one_is_settled_by_key(
        self, secretary: Secretary, desk: Desk, path: int
    ) -> None:
        here = journey(secretary, path)
        secretary.press("Ctrl+R")
        dialog = secretary.dialog(SettleDialog)
        secretary.write("BTS audiovisuel, copie vue", dialog.told_edit)
        secretary.press("Return", dialog.by_edit)
        told = "BTS audiovisuel, copie vue"
        assert answers(desk, path) == [(FIRST, Answer.MET, told, desk.actor)]
        assert f"met · {told} · by {desk.actor} on 23/11/2026" in texts(here.conditions)
        assert "not needed: another one is enough" in texts(here.conditions)
        secretary.press("Ctrl+R")
        assert not any(isinstance(one, SettleDialog) for one in _windows())
        secretary.press("Ctrl+Z")
        assert answers(desk, path) == []

    def test_a_waiver_asks_why_and_who_and_can_be_taken_back(
        self, secretary: Secretary, desk: Desk, path: int
    ) -> None:
        here = journey(secretary, path)
        secretary.click(here.conditions.buttons[SECOND])
        dialog = secretary.dialog(SettleDialog)
        secretary.click_button("Waived", dialog)
        secretary.click(dialog.save_button)
        assert dialog.problem_label.text() == "Give the reason: a refusal or a waiver needs one."
        secretary.write("parcours reconnu", dialog.told_edit)
        dialog.by_edit.setText("H. Fictive")
        secretary.click(dialog.save_button)
        assert answers(desk, path) == [(SECOND, Answer.WAIVED, "parcours reconnu", "H. Fictive")]
        secretary.click(here.conditions.buttons[SECOND])
        dialog = secretary.dialog(SettleDialog)
        assert dialog.answer() is Answer.WAIVED
        secretary.click_button("To be settled", dialog)
        secretary.click(dialog.save_button)
        assert answers(desk, path) == []

    def test_a_path_that_is_asked_nothing_shows_no_card(
        self, secretary: Secretary, path: int
    ) -> None:
        assert journey(secretary, path).conditions.isVisible()
        assert not journey(secretary, 3).conditions.isVisible()


def _windows() -> list[object]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
