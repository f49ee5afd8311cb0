"""Scenes of expenses: the claims, one being filled in, the dialogs, the rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jurydesk.domain.expenses import ClaimStatus
from jurydesk.ui.pages.expenses.page import ExpensesPage
from tests.ui.expense_office import fill_expenses

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.pages.expenses.editor import ClaimEditor
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

__all__ = ["expense_scenes", "fill_expenses"]

LOOKED_AT = 5


def expense_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page."""
    return {
        "expenses-list": expenses,
        "expenses-several": several,
        "expense-claim": claim,
        "expense-line": line,
        "expense-payment": payment,
        "expense-session": session,
        "expense-rates": rates,
        "expense-rate": rate,
    }


def expenses(studio: Studio) -> QWidget | None:
    """Show the list with the cursor on a claim that lacks a receipt."""
    page = page_of(studio)
    page.list.select_key(LOOKED_AT)
    studio.settle()
    return None


def several(studio: Studio) -> QWidget | None:
    """Choose several."""
    page = page_of(studio)
    page.list.view.selectAll()
    studio.settle()
    return None


def claim(studio: Studio) -> QWidget | None:
    """Show the lines of a claim, the cursor on one with a receipt."""
    editor_of(studio)
    return None


def line(studio: Studio) -> QWidget | None:
    """Ask for a line."""
    editor = editor_of(studio)
    editor.lines.change(editor.list.current_row())
    studio.settle()
    return editor.lines.dialog


def payment(studio: Studio) -> QWidget | None:
    """Ask for a payment."""
    page = page_of(studio)
    rows = [row for row in page.list.shown_rows() if row.claim.status is ClaimStatus.CHECKED]
    page.acts.ask_payment(rows[:1])
    studio.settle()
    return page.acts.paying


def session(studio: Studio) -> QWidget | None:
    """Ask for which session claims are prepared."""
    page = page_of(studio)
    page.prepare()
    studio.settle()
    return page.acts.dialog


def rates(studio: Studio) -> QWidget | None:
    """Show the rates."""
    page_of(studio).look_at("rates")
    studio.settle()
    return None


def rate(studio: Studio) -> QWidget | None:
    """Ask for a rate."""
    page = page_of(studio)
    page.look_at("rates")
    page.rates.ask(page.rates.list.shown_rows()[0])
    studio.settle()
    return page.rates.dialog


def page_of(studio: Studio) -> ExpensesPage:
    """Go to the page, as it is when one comes to it."""
    studio.parts.window.shell.show_page("expenses")
    studio.settle()
    page = cast("ExpensesPage", studio.parts.window.shell.current_page())
    page.back_to_list()
    page.look_at("claims")
    page.list.clear_search_and_filters()
    studio.settle()
    return page


def editor_of(studio: Studio) -> ClaimEditor:
    """Open the claim that the scenes look at."""
    page = page_of(studio)
    row = next(one for one in page.list.shown_rows() if one.key == LOOKED_AT)
    page.open_claim(row)
    studio.settle()
    editor = cast("ClaimEditor", page.editor)
    meal = next(one for one in editor.claim().lines if one.note == "déjeuner")
    editor.list.select_key(meal.number)
    studio.settle()
    return editor
