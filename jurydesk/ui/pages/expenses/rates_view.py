"""The rates of the office: which amount holds from which day on, and for whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jurydesk.domain.expenses import Rate
from jurydesk.services.expense_rates import RateBook, read_rates, remove_rate, set_rate
from jurydesk.ui.dialogs.rate_dialog import RateDialog
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.pages.expenses.line_columns import rate_columns
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.ui.pages.page import PageContext


class RatesView(QWidget):
    """The list of rates. Ctrl+N sets one, Enter sets the one under the cursor anew."""

    def __init__(self, context: PageContext) -> None:
        """Build the list; the rates come with `refresh`."""
        super().__init__()
        self._context = context
        self._book = RateBook((), ())
        self.dialog: RateDialog | None = None
        self.list: RowList[Rate] = RowList(
            rate_columns(context.wording),
            lambda rate: rate.id,
            name="rates",
            placeholder=self.tr("Expense, seat…"),
        )
        self.list.export_button.hide()
        self.list.set_empty(
            "euro",
            self.tr("No rate yet"),
            self.tr("Say what a half-day, a kilometre or a meal is worth, from which day on."),
            acts=(Act(self.tr("Set a rate"), self.ask, "add", manner="primary"),),
        )
        column(self, spacing=0).addWidget(self.list)
        self.list.activated.connect(self.ask)
        self.list.edit_requested.connect(self.ask)
        self.list.delete_requested.connect(self.remove)

    def refresh(self) -> None:
        """Ask for the rates."""
        call = partial(read_rates, self._context.desk)
        self._context.runner.submit(call, done=self._show, receiver=self)

    def ask(self, rate: Rate | None = None) -> None:
        """Ask for a rate; `rate`: the one that it begins with."""
        today = self._context.desk.clock.today()
        since = today.replace(month=1, day=1)
        dialog = RateDialog(
            self._context.wording, self._book.seats, since=since, rate=rate, parent=self
        )
        dialog.submitted.connect(partial(self._on_submitted, dialog))
        dialog.open()
        self.dialog = dialog

    def remove(self, rates: Sequence[Rate]) -> None:
        """Take rates away; the toast offers to undo."""
        for rate in rates:
            call = partial(remove_rate, self._context.desk, rate_id=rate.id)
            self._context.operations.perform(call)

    def _on_submitted(self, dialog: RateDialog, given: dict[str, object]) -> None:
        call = partial(set_rate, self._context.desk, **given)  # type: ignore[arg-type]  # -- keywords from data
        perform_asked(self._context, dialog, call)

    def _show(self, book: RateBook) -> None:
        self._book = book
        today = self._context.desk.clock.today()
        held = RowFilter[Rate]("held", self.tr("In force"), partial(_holds, today), "held")
        self.list.set_filters((held,) if book.rates else ())
        self.list.set_rows(book.rates)


def _holds(today: date, rate: Rate) -> bool:
    return rate.in_force(today)
