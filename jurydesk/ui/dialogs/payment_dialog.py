"""A payment: when, with which reference; of one claim also how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.money import total
from jurydesk.errors import WrongUsage
from jurydesk.services.expense_rates import amount_from
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import FormField, text_edit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.wording import Wording

WIDTH = 440


class PaymentDialog(AskDialog):
    """Asks for the day and the reference; several claims are paid what is left of each.

    Signals:
        submitted: the keywords of `services.expense_steps.pay`, the claims left out.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        rows: Sequence[ExpenseRow],
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Propose today and all that is left."""
        super().__init__(wording, parent, width=WIDTH)
        self._is_one = len(rows) == 1
        left = total(row.claim.outstanding for row in rows)
        self._left = left
        self.day_field = DateField(wording, today)
        self.reference_edit = text_edit()
        self.amount_edit = text_edit(f"{left}".replace(".", ","))
        self.pay_button = QPushButton(self.tr("Record the payment"))
        names = rows[0].examiner.full_name if self._is_one else ""
        several = self.tr("Claims: {count}").format(count=len(rows))
        money = self.tr("left to pay: {amount}").format(amount=wording.money(left))
        self._build(f"{names or several} · {money}")

    def _build(self, name: str) -> None:
        self.add_heading(self.tr("Payment"), name)
        if self._is_one:
            self.outer.addWidget(FormField(self.tr("Amount (€)"), self.amount_edit, needed=True))
        self.outer.addWidget(FormField(self.tr("Paid on"), self.day_field, needed=True))
        hint = self.tr("Such as the number of the transfer.")
        self.outer.addWidget(FormField(self.tr("Reference"), self.reference_edit, hint=hint))
        self.add_problem()
        self.add_buttons(self.pay_button, self._submit)

    def _submit(self) -> None:
        day = self.day_field.day()
        if day is None:
            self.show_refusal(self.day_field.problem() or self.tr("Say on which day."))
            return
        try:
            amount = self._amount()
        except WrongUsage as error:
            self.show_failure(error)
            return
        reference = self.reference_edit.text().strip()
        self.submitted.emit({"day": day, "reference": reference, "amount": amount})

    def _amount(self) -> Decimal | None:
        """Return what is paid of one claim; None: all that is left."""
        if not self._is_one:
            return None
        amount = amount_from(self.amount_edit.text())
        return None if amount == self._left else amount
