"""The page of expenses by keys and clicks: fill in, attach, hand in, check, pay, undo, print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jurydesk.domain.expenses import Claim, ClaimStatus, ExpenseKind
from jurydesk.services.expense_rates import read_rates
from jurydesk.services.expenses import list_expenses, read_expense
from jurydesk.services.workspace import verify
from jurydesk.ui.dialogs.expense_line_dialog import ExpenseLineDialog
from jurydesk.ui.dialogs.payment_dialog import PaymentDialog
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.rate_dialog import RateDialog
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.expenses.editor import ClaimEditor
from jurydesk.ui.pages.expenses.page import ExpensesPage
from jurydesk.ui.pages.home import HomePage
from jurydesk.ui.pages.sessions.page import SessionsPage
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from tests.documents.reading import words
from tests.exchange.handed_in import PDF
from tests.ui.expense_office import LATEST, fill_expenses
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

K = ExpenseKind
DRAFT = 5
"""The claim that was filled in but for one receipt."""


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Claims in every state."""
    fill_expenses(empty_desk)
    return empty_desk


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    secretary.press("Ctrl+G")
    return secretary


def page(secretary: Secretary) -> ExpensesPage:
    found = secretary.parts.window.shell.current_page()
    assert isinstance(found, ExpensesPage)
    return found


def opened(secretary: Secretary, number: int = DRAFT) -> ClaimEditor:
    """Open a claim by Enter."""
    page(secretary).list.select_key(number)
    secretary.rest()
    secretary.press("Return", page(secretary).list.view)
    editor = page(secretary).editor
    assert editor is not None
    return editor


def claim(desk: Desk, number: int = DRAFT) -> Claim:
    return read_expense(desk, claim_id=number).claim


def line_of(editor: ClaimEditor, note: str) -> int:
    return next(line.number for line in editor.claim().lines if line.note == note)


def test_the_list_says_who_is_owed_what_and_what_it_adds_up_to(secretary: Secretary) -> None:
    shown = page(secretary)
    assert [row.key for row in shown.list.shown_rows()][:4] == [8, 7, 6, 5]
    assert shown.totals.texts() == (
        "To be checked: €720.90",
        "Due: €747.50",
        "Paid: €392.50",
        "Left to pay: €355.00",
    )
    shown.list.set_filter("CHECKED", is_on=True)
    secretary.rest()
    assert shown.totals.texts()[1] == "Due: €355.00"
    assert shown.header.note_label.full_text == "2 of 8"


def test_filters_by_year_and_words_by_session_and_person(secretary: Secretary) -> None:
    shown = page(secretary)
    shown.list.set_filter("year-2025", is_on=True)
    secretary.rest()
    assert {row.year for row in shown.list.shown_rows()} == {2025}
    shown.list.clear_search_and_filters()
    shown.show_words(LATEST)
    secretary.rest()
    assert {row.session.code for row in shown.list.shown_rows()} == {LATEST}


def test_an_expense_is_added_by_keys_and_undone(secretary: Secretary, desk: Desk) -> None:
    editor = opened(secretary)
    before = claim(desk)
    secretary.press("Ctrl+N")
    dialog = cast("ExpenseLineDialog", editor.lines.dialog)
    assert dialog.day_field.day() == date(2026, 11, 17)
    dialog.kind_box.setCurrentIndex(list(K).index(K.TRAVEL_FARE))
    dialog.amount_edit.setFocus()
    QTest.keyClicks(dialog.amount_edit, "x")
    secretary.press("Return", dialog.amount_edit)
    assert "x" in dialog.problem_label.text()
    dialog.amount_edit.setText("61,00")
    secretary.press("Return", dialog.amount_edit)
    added = claim(desk).lines[-1]
    assert (added.kind, added.due, added.needs_receipt) == (K.TRAVEL_FARE, Decimal("61.00"), True)
    assert editor.totals.texts()[1] == "Due: €441.90"
    secretary.press("Ctrl+Z", editor.list.view)
    assert claim(desk) == before


def test_a_line_is_changed_and_taken_out(secretary: Secretary, desk: Desk) -> None:
    editor = opened(secretary)
    number = line_of(editor, "dîner")
    editor.list.select_key(number)
    secretary.press("F2", editor.list.view)
    dialog = cast("ExpenseLineDialog", editor.lines.dialog)
    assert (dialog.amount_edit.text(), dialog.note_edit.text()) == ("23,90", "dîner")
    dialog.amount_edit.setText("19,00")
    secretary.press("Return", dialog.amount_edit)
    assert next(one for one in claim(desk).lines if one.number == number).due == 19
    secretary.press("Delete", editor.list.view)
    assert claim(desk).line(number) is None
    secretary.press("Ctrl+Z", editor.list.view)
    assert claim(desk).line(number) is not None


def test_what_follows_from_the_presence_is_not_typed_over(secretary: Secretary) -> None:
    editor = opened(secretary)
    editor.list.select_key(editor.claim().lines[0].number)
    secretary.press("F2", editor.list.view)
    assert editor.lines.dialog is None
    (change,) = secretary.buttons_named("Change…")
    assert not change.isEnabled()
    assert "presence" in change.toolTip()


def test_a_receipt_is_attached_read_of_and_taken_out(
    secretary: Secretary, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    (tmp_path / "diner.pdf").write_bytes(PDF + b"2")
    editor = opened(secretary)
    number = line_of(editor, "dîner")
    editor.list.select_key(number)
    secretary.rest()
    prompter.paths = [tmp_path / "diner.pdf"]
    secretary.press("Ctrl+O", editor.list.view)
    (receipt,) = claim(desk).receipts_of(number)
    assert receipt.name == "diner.pdf"
    assert "EXP-01" not in {one.code for one in editor.row.findings}
    prompter.paths = [tmp_path / "copie.pdf"]
    (shown,) = editor.panel.receipts
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    secretary.rest()
    assert (tmp_path / "copie.pdf").read_bytes() == PDF + b"2"
    QTest.keyClick(editor.panel.receipts[0], Qt.Key.Key_Delete)
    secretary.rest()
    assert claim(desk).receipts_of(number) == ()
    secretary.press("Ctrl+Z", editor.list.view)
    assert claim(desk).receipts_of(number) == (receipt,)


def test_files_laid_on_the_claim_go_to_the_line_under_the_cursor(
    secretary: Secretary, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "diner.pdf").write_bytes(PDF + b"3")
    editor = opened(secretary)
    number = line_of(editor, "dîner")
    editor.list.select_key(number)
    secretary.rest()
    editor.drops.dropped.emit((tmp_path / "diner.pdf",))
    secretary.rest()
    assert [one.name for one in claim(desk).receipts_of(number)] == ["diner.pdf"]


def test_from_the_draft_to_the_money_by_one_key(secretary: Secretary, desk: Desk) -> None:
    shown = page(secretary)
    shown.list.select_key(8)
    secretary.rest()
    secretary.press("Ctrl+Return", shown.list.view)
    assert claim(desk, 8).status is ClaimStatus.SUBMITTED
    secretary.press("Ctrl+Return", shown.list.view)
    assert claim(desk, 8).status is ClaimStatus.CHECKED
    secretary.press("Ctrl+Return", shown.list.view)
    dialog = cast("PaymentDialog", shown.acts.paying)
    assert dialog.amount_edit.text() == "170,00"
    dialog.reference_edit.setText("VIR 7")
    secretary.press("Return", dialog.reference_edit)
    paid = claim(desk, 8)
    assert (paid.status, paid.payments[0].reference) == (ClaimStatus.PAID, "VIR 7")
    secretary.press("Ctrl+Z", shown.list.view)
    assert claim(desk, 8).status is ClaimStatus.CHECKED
    assert verify(desk).sound


def test_several_are_paid_with_one_transfer(secretary: Secretary, desk: Desk) -> None:
    shown = page(secretary)
    shown.list.set_filter("CHECKED", is_on=True)
    secretary.rest()
    shown.list.view.selectAll()
    secretary.rest()
    assert "Claims selected: 2" in texts(shown.panel)
    shown.acts.ask_payment(shown.list.selected_rows())
    dialog = cast("PaymentDialog", shown.acts.paying)
    assert dialog.amount_edit.isHidden() or dialog.amount_edit.parent() is None
    secretary.press("Return", dialog.reference_edit)
    assert {claim(desk, number).status for number in (3, 6)} == {ClaimStatus.PAID}


def test_what_blocks_is_said_before_a_claim_is_found_right(
    secretary: Secretary, desk: Desk
) -> None:
    shown = page(secretary)
    shown.list.select_key(DRAFT)
    secretary.rest()
    secretary.press("Ctrl+Return", shown.list.view)
    (check,) = secretary.buttons_named("Found right")
    assert not check.isEnabled()
    assert check.toolTip() == "Settle what the findings block first."
    assert claim(desk).status is ClaimStatus.SUBMITTED


def test_refused_with_a_reason(secretary: Secretary, desk: Desk, prompter: FakePrompter) -> None:
    shown = page(secretary)
    shown.list.select_key(7)
    secretary.rest()
    prompter.texts = ["illisible"]
    (refuse,) = secretary.buttons_named("Refuse…")
    secretary.click(refuse)
    assert (claim(desk, 7).status, claim(desk, 7).reason) == (ClaimStatus.REFUSED, "illisible")


def test_claims_are_prepared_from_a_session_and_thrown_away(
    secretary: Secretary, desk: Desk
) -> None:
    shown = page(secretary)
    shown.list.select_key(8)
    secretary.rest()
    secretary.press("Delete", shown.list.view)
    assert 8 not in {row.key for row in list_expenses(desk)}
    secretary.press("Ctrl+N")
    dialog = cast("PickDialog", shown.acts.dialog)
    dialog.pick(LATEST)
    secretary.press("Return", dialog.list)
    assert len(list_expenses(desk)) == 8
    assert {row.session.code for row in shown.list.shown_rows()} == {LATEST}


def test_rates_are_set_anew_and_taken_away(secretary: Secretary, desk: Desk) -> None:
    shown = page(secretary)
    secretary.press("Alt+2", shown.list.view)
    assert shown.header.note_label.full_text == "Rates: 7"
    secretary.press("Ctrl+N", shown.rates.list.view)
    dialog = cast("RateDialog", shown.rates.dialog)
    dialog.kind_box.setCurrentIndex(list(K).index(K.MEAL))
    secretary.press("Return", dialog.amount_edit)
    assert dialog.problem_label.text()
    dialog.amount_edit.setText("21")
    dialog.since_field.setText("01/01/2027")
    secretary.press("Return", dialog.amount_edit)
    meals = [rate for rate in read_rates(desk).rates if rate.kind is K.MEAL]
    assert [(rate.amount, rate.until) for rate in meals] == [
        (21, None),
        (Decimal("20.20"), date(2026, 12, 31)),
    ]
    shown.rates.list.select_key(meals[0].id)
    secretary.press("Delete", shown.rates.list.view)
    assert len(read_rates(desk).rates) == 7
    secretary.press("Ctrl+Z", shown.rates.list.view)
    assert len(read_rates(desk).rates) == 8
    secretary.press("Alt+1", shown.rates.list.view)
    assert shown.list.view.hasFocus()


def test_a_claim_and_statements_are_printed(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path
) -> None:
    editor = opened(secretary)
    prompter.paths = [tmp_path / "claim.pdf"]
    secretary.press("Ctrl+P", editor.list.view)
    assert "MÜLLER" in words((tmp_path / "claim.pdf").read_bytes())
    secretary.press("Esc", editor.list.view)
    assert page(secretary).editor is None
    for answer, name in (("session", "s.pdf"), ("year", "y.pdf")):
        prompter.answers, prompter.paths = [answer], [tmp_path / name]
        secretary.press("Ctrl+P", page(secretary).list.view)
    assert f"Session {LATEST}" in words((tmp_path / "s.pdf").read_bytes())
    assert "Year 2026" in words((tmp_path / "y.pdf").read_bytes())


def test_the_list_on_screen_is_exported(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path
) -> None:
    page(secretary).list.set_filter("PAID", is_on=True)
    secretary.rest()
    prompter.paths = [tmp_path / "frais.xlsx"]
    secretary.press("Ctrl+E", page(secretary).list.view)
    sheet = load_workbook(tmp_path / "frais.xlsx").worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=5)] == [
        row.key for row in page(secretary).list.shown_rows()
    ]


def test_keys_of_the_list_do_nothing_under_a_claim(secretary: Secretary, desk: Desk) -> None:
    opened(secretary, 8)
    before = list_expenses(desk)
    secretary.press("Delete", page(secretary).list.view)
    assert list_expenses(desk) == before


def test_from_the_file_of_an_examiner_and_from_the_board_of_a_session(
    secretary: Secretary,
) -> None:
    shell = secretary.parts.window.shell
    shell.show_page("examiners", 6)
    secretary.rest()
    examiners = cast("ExaminersPage", shell.current_page())
    row = examiners.list.current_row()
    assert row is not None
    secretary.click_button("Expenses", examiners.panel)
    assert {one.examiner.id for one in page(secretary).list.shown_rows()} == {row.examiner.id}
    shell.show_page("sessions", LATEST)
    secretary.rest()
    sessions = cast("SessionsPage", shell.current_page())
    acts = (*sessions.header._second_acts, *sessions.header._more_acts)
    (claims,) = [one for one in acts if one.text == "Expense claims"]
    assert isinstance(claims, Act)
    claims.run()
    secretary.rest()
    assert {one.session.code for one in page(secretary).list.shown_rows()} == {LATEST}


def test_what_is_to_be_paid_is_told_on_the_first_page_and_leads_here(
    secretary: Secretary,
) -> None:
    shell = secretary.parts.window.shell
    shell.show_page("home")
    secretary.rest()
    home = cast("HomePage", shell.current_page())
    home.show_later()
    home.show_all()
    secretary.rest()
    (task,) = [one for one in home.task_rows if "claims to pay" in one.accessibleName()]
    secretary.click(task)
    shown = page(secretary)
    assert shown.list.filters_on() == ("CHECKED",)
    assert {row.key for row in shown.list.shown_rows()} == {3, 6}


def test_an_empty_office_is_told_where_to_begin(empty_parts: Parts, qtbot: QtBot) -> None:
    secretary = Secretary(qtbot, empty_parts)
    secretary.rest()
    secretary.press("Ctrl+G")
    shown = page(secretary)
    (state,) = [one for one in shown.list.findChildren(EmptyState) if one.isVisible()]
    assert state.title_label.text() == "No claim yet"
    secretary.press("Ctrl+N")
    assert "propose one first" in " ".join(texts(cast("PickDialog", shown.acts.dialog)))
    cast("PickDialog", shown.acts.dialog).reject()
    QApplication.processEvents()
