"""The panel of a claim being filled in: what is wrong, the line under the cursor, its receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.expenses.line_columns import kind_text
from jurydesk.ui.pages.expenses.receipt_row import ReceiptRow
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import short_day, size_text

if TYPE_CHECKING:
    from jurydesk.domain.expenses import ClaimLine, Receipt
    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.wording import Wording


class LinePanel(InspectorPanel):
    """Shows findings of the claim and the receipts of one line.

    Signals:
        receipt_read, receipt_saved, receipt_removed: what is to be done with a receipt.
    """

    receipt_read = Signal(object)
    receipt_saved = Signal(object)
    receipt_removed = Signal(object)

    def __init__(self, wording: Wording) -> None:
        """Start empty."""
        super().__init__()
        self._wording = wording
        self.receipts: list[ReceiptRow] = []

    def show_line(self, row: ExpenseRow, line: ClaimLine | None) -> None:
        """Show a claim and the line under the cursor."""
        self.clear()
        self.receipts = []
        claim = row.claim
        if line is not None:
            due = self._wording.money(line.due)
            day = short_day(self._wording, line.day)
            self.set_heading(kind_text(self._wording, line), f"{day} · {due}")
            if line.note:
                self.add_text(line.note)
            self._add_receipts(row, claim.receipts_of(line.number))
        good = self.tr("Nothing stands against this claim.")
        found = FindingsList(finding_lines(row.findings, self._wording), good)
        self.add_section(self.tr("Findings"), found)

    def _add_receipts(self, row: ExpenseRow, receipts: tuple[Receipt, ...]) -> None:
        for one in receipts:
            shown = ReceiptRow(one, self._told(one), can_be_changed=row.claim.can_be_changed)
            shown.read.connect(self.receipt_read)
            shown.saved.connect(self.receipt_saved)
            shown.removed.connect(self.receipt_removed)
            self.receipts.append(shown)
        self.add_section(self.tr("Receipts"), *self.receipts)
        if not receipts:
            self.add_text(self.tr("None yet. Lay a file on the list, or press Ctrl+O."))

    def _told(self, receipt: Receipt) -> str:
        size = size_text(self._wording, receipt.size)
        day = short_day(self._wording, receipt.added_at.date())
        return " · ".join((size, day, receipt.added_by))
