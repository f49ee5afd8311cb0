"""One rate: what a unit of a kind is worth, from which day on, for which seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.expenses import TERMS, Basis, ExpenseKind
from jurydesk.errors import WrongUsage
from jurydesk.services.expense_rates import rate_from
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.expenses import Rate
    from jurydesk.wording import Wording

WIDTH = 480


class RateDialog(AskDialog):
    """Asks for an amount and its first day.

    Signals:
        submitted: the keywords of `services.expense_rates.set_rate`.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        seats: Sequence[str],
        *,
        since: date,
        rate: Rate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with `rate`, or with nothing; `since`: the first day that is proposed."""
        super().__init__(wording, parent, width=WIDTH)
        kinds: list[tuple[object, str]] = [(k, term(wording, "expense", k)) for k in ExpenseKind]
        self.kind_box = ChoiceBox(kinds, rate.kind if rate else None)
        every: list[tuple[object, str]] = [("", self.tr("All seats"))]
        named = [(seat, self._seat(seat)) for seat in seats]
        self.seat_box = ChoiceBox([*every, *named], rate.seat if rate else "")
        self.amount_edit = text_edit(wording.number(rate.amount) if rate else "")
        self.since_field = DateField(wording, rate.since if rate else since)
        self.until_field = DateField(wording, rate.until if rate else None)
        self.note_edit = text_edit(rate.note if rate else "")
        self.save_button = QPushButton(self.tr("Set the rate"))
        self.amount_field = FormField(self.tr("Amount (€)"), self.amount_edit, needed=True)
        self._build()
        self.kind_box.currentIndexChanged.connect(self._on_kind_changed)
        self._on_kind_changed()

    def _seat(self, seat: str) -> str:
        name = f"seat.{seat}"
        return sentence_case(self.wording.text(name)) if self.wording.has(name) else seat

    def _build(self) -> None:
        self.add_heading(self.tr("Set a rate"))
        self.outer.addWidget(FormField(self.tr("Expense"), self.kind_box))
        self.outer.addWidget(self.amount_field)
        self.outer.addWidget(FormField(self.tr("For"), self.seat_box))
        hint = self.tr("The rate before it ends the day before.")
        self.outer.addWidget(FormField(self.tr("From"), self.since_field, hint=hint, needed=True))
        hint = self.tr("Empty: until another one follows.")
        self.outer.addWidget(FormField(self.tr("Until"), self.until_field, hint=hint))
        self.outer.addWidget(FormField(self.tr("Remark"), self.note_edit))
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

    def _on_kind_changed(self, *_ignored: object) -> None:
        kind = ExpenseKind(str(self.kind_box.value()))
        hints = {
            Basis.FEE: self.tr("Paid for each unit."),
            Basis.SCALE: self.tr("Paid for each kilometre; up to four decimals."),
            Basis.CEILING: self.tr("The most that is refunded, for each one."),
            Basis.COST: self.tr("The most that is refunded; without a rate, all that was spent."),
        }
        self.amount_field.set_hint(hints[TERMS[kind].basis])

    def _submit(self) -> None:
        since = self.since_field.day()
        if since is None:
            self.show_refusal(self.since_field.problem() or self.tr("Say from which day."))
            return
        if not self.until_field.is_readable():
            self.show_refusal(self.until_field.problem())
            return
        try:
            amount = rate_from(self.amount_edit.text())
        except WrongUsage as error:
            self.show_failure(error)
            return
        self.submitted.emit(
            {
                "kind": ExpenseKind(str(self.kind_box.value())),
                "amount": amount,
                "since": since,
                "until": self.until_field.day(),
                "seat": str(self.seat_box.value()),
                "note": self.note_edit.text(),
            }
        )
