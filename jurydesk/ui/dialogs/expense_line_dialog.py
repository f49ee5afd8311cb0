"""One line of a claim: which expense, on which day, how much of it and what was spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.expenses import SPENT, TERMS, Basis, ExpenseKind
from jurydesk.errors import WrongUsage
from jurydesk.services.expense_claims import LineDraft
from jurydesk.services.expense_rates import amount_from, quantity_from
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit, tick
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from jurydesk.domain.expenses import ClaimLine
    from jurydesk.wording import Wording

WIDTH = 480
FIRST = ExpenseKind.TRAVEL_FARE
"""What people claim most often beside their fees."""


class ExpenseLineDialog(AskDialog):
    """Asks for what its kind needs and nothing else.

    Signals:
        submitted: the line as a `LineDraft`.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        day: date,
        *,
        name: str,
        line: ClaimLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with `line`, or with nothing on the day of the session; `name`: whose claim."""
        super().__init__(wording, parent, width=WIDTH)
        kinds: list[tuple[object, str]] = [(k, term(wording, "expense", k)) for k in ExpenseKind]
        self.kind_box = ChoiceBox(kinds, line.kind if line else FIRST)
        self.day_field = DateField(wording, line.day if line else day)
        self.quantity_edit = text_edit(wording.number(line.quantity) if line else "1")
        spent = line is not None and line.kind in SPENT
        self.amount_edit = text_edit(f"{line.claimed}".replace(".", ",") if line and spent else "")
        self.note_edit = text_edit(line.note if line else "")
        self.receipt_tick = tick(self.tr("A receipt proves it"))
        self.save_button = QPushButton(self.tr("Save") if line else self.tr("Add"))
        self.quantity_field = FormField(self.tr("Quantity"), self.quantity_edit)
        self.amount_field = FormField(self.tr("Spent (€)"), self.amount_edit, needed=True)
        self._build(name, is_new=line is None)
        self.kind_box.currentIndexChanged.connect(self._on_kind_changed)
        self._on_kind_changed()
        if line is not None:
            self.receipt_tick.setChecked(line.needs_receipt)

    def kind(self) -> ExpenseKind:
        """Return the kind chosen."""
        return ExpenseKind(str(self.kind_box.value()))

    def _build(self, name: str, *, is_new: bool) -> None:
        self.add_heading(self.tr("Add an expense") if is_new else self.tr("Expense"), name)
        self.outer.addWidget(FormField(self.tr("Expense"), self.kind_box))
        self.outer.addWidget(FormField(self.tr("Date"), self.day_field, needed=True))
        self.outer.addWidget(self.quantity_field)
        self.outer.addWidget(self.amount_field)
        hint = self.tr("Where from and to, which meal, which hotel.")
        self.outer.addWidget(FormField(self.tr("Remark"), self.note_edit, hint=hint))
        self.outer.addWidget(self.receipt_tick)
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

    def _on_kind_changed(self, *_ignored: object) -> None:
        kind = self.kind()
        basis = TERMS[kind].basis
        hints = {
            Basis.FEE: self.tr("Paid by the rate for each unit."),
            Basis.SCALE: self.tr("Kilometres there and back; paid by the rate."),
            Basis.CEILING: self.tr("How many; the ceiling counts for each."),
            Basis.COST: "",
        }
        self.quantity_field.set_hint(hints[basis])
        self.amount_field.setVisible(kind in SPENT)
        self.receipt_tick.setChecked(TERMS[kind].needs_receipt)
        self.show_refusal("")

    def _submit(self) -> None:
        day = self.day_field.day()
        if day is None:
            self.show_refusal(self.day_field.problem() or self.tr("Say on which day."))
            return
        try:
            quantity = quantity_from(self.quantity_edit.text())
            spent = self._spent()
        except WrongUsage as error:
            self.show_failure(error)
            return
        self.submitted.emit(
            LineDraft(
                day,
                self.kind(),
                quantity,
                spent,
                self.receipt_tick.isChecked(),
                self.note_edit.text().strip(),
            )
        )

    def _spent(self) -> Decimal:
        return amount_from(self.amount_edit.text() if self.kind() in SPENT else "0")
