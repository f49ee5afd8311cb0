"""One claim being filled in: its lines in a list, its receipts beside, its total below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.expenses import ClaimStatus
from jurydesk.services.expenses import read_expense
from jurydesk.ui.pages.expenses.claim_acts import (
    check_act,
    pay_act,
    refuse_act,
    reopen_act,
    submit_act,
)
from jurydesk.ui.pages.expenses.line_acts import LineActs
from jurydesk.ui.pages.expenses.line_columns import line_columns
from jurydesk.ui.pages.expenses.line_panel import LinePanel
from jurydesk.ui.pages.expenses.totals_line import TotalsLine
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.file_drops import FileDrops
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverView
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from jurydesk.domain.expenses import Claim, ClaimLine
    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.ui.operations.expenses import ExpenseActs
    from jurydesk.ui.pages.page import PageContext

CONCERNS = frozenset({Kind.CLAIM, Kind.RATE, Kind.DELIBERATION, Kind.SESSION, Kind.EXAMINER})
NEXT_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class ClaimEditor(OverView):
    """The lines of one claim. Ctrl+N adds one, F2 changes it, Ctrl+O attaches, Escape goes back.

    Signals:
        closed: back to the list of claims.
    """

    closed = Signal()

    def __init__(self, context: PageContext, row: ExpenseRow, acts: ExpenseActs) -> None:
        """Show the claim of `row`."""
        super().__init__()
        self._context = context
        self._acts = acts
        self.row = row
        self.panel = LinePanel(context.wording)
        self.lines = LineActs(context, self)
        self.header = PageHeader(row.examiner.full_name)
        self.header.set_back(self.tr("Back to the claims"), self.give_up)
        self.list = self._build_list()
        self.totals = TotalsLine(context.wording)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.totals)
        self.drops = FileDrops(self, self.tr("Lay the receipt down to attach it to this line"))
        self.drops.dropped.connect(self.lines.attach)
        self._connect()
        self.show_row(row)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the lines."""
        self.list.focus_search()

    def give_up(self) -> None:
        """Go back."""
        self.closed.emit()

    def claim(self) -> Claim:
        """Return the claim in view."""
        return self.row.claim

    def refresh(self) -> None:
        """Read the claim anew; one that is gone closes the view."""
        call = partial(read_expense, self._context.desk, claim_id=self.row.key)
        self._context.runner.submit(call, done=self.show_row, failed=self._on_gone, receiver=self)

    def show_row(self, row: ExpenseRow) -> None:
        """Show the claim as it is now."""
        self.row = row
        claim, wording = row.claim, self._context.wording
        days = ", ".join(short_day(wording, day) for day in row.session.days)
        state = term(wording, "claim", claim.status)
        self.header.set_subtitle(" · ".join((state, row.session.code, days)))
        self.list.set_rows(claim.lines)
        self.totals.show_claim(claim)
        self._show_acts()
        self._show_line(self.list.current_row())

    def go_on(self) -> None:
        """Take the next step with this claim (Ctrl+Enter)."""
        self._acts.go_on((self.row,))

    def _build_list(self) -> RowList[ClaimLine]:
        rows: RowList[ClaimLine] = RowList(
            line_columns(self._context.wording, self.claim),
            lambda line: line.number,
            name="claim-lines",
            placeholder=self.tr("Expense, remark…"),
        )
        rows.export_button.hide()
        rows.set_empty(
            "euro",
            self.tr("Nothing is claimed yet"),
            self.tr("Fees follow from who sat; travel, meals and nights are added here."),
            acts=(Act(self.tr("Add an expense"), self.lines.add, "add", manner="primary"),),
        )
        return rows

    def _connect(self) -> None:
        self.list.current_changed.connect(self._show_line)
        self.list.activated.connect(self.lines.change)
        self.list.edit_requested.connect(self.lines.change)
        self.list.delete_requested.connect(self.lines.remove)
        self.panel.receipt_read.connect(self.lines.read_receipt)
        self.panel.receipt_saved.connect(self.lines.ask_where_to_save)
        self.panel.receipt_removed.connect(self.lines.remove_receipt)
        for key in NEXT_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.go_on)
        self._context.bus.changed.connect(self._on_changed)

    def _show_acts(self) -> None:
        rows = (self.row,)
        acts, status = self._acts, self.row.claim.status
        printing = Act(self.tr("Print…"), partial(acts.ask_print, self.row), "print", "Ctrl+P")
        attach = Act(self.tr("Attach a receipt…"), self.lines.choose_files, "attach", "Ctrl+O")
        add = Act(self.tr("Add an expense"), self.lines.add, "add", "Ctrl+N")
        again = Act(self.tr("Prepare again"), self._prepare, "refresh", "Ctrl+R")
        if status is ClaimStatus.DRAFT:
            submit = submit_act(acts, rows)
            self.header.set_acts(add, seconds=(attach, submit), more=(again, printing))
            return
        reopen = reopen_act(acts, rows)
        if status is ClaimStatus.SUBMITTED:
            refuse = refuse_act(acts, rows)
            self.header.set_acts(check_act(acts, rows), seconds=(refuse, printing), more=(reopen,))
        elif status is ClaimStatus.CHECKED:
            self.header.set_acts(pay_act(acts, rows), seconds=(printing,), more=(reopen,))
        else:
            self.header.set_acts(printing, more=(reopen,))

    def _show_line(self, line: ClaimLine | None) -> None:
        self.panel.show_line(self.row, line)
        if line is None or not self.row.claim.can_be_changed:
            return
        why_not = self.tr("Follows from the presence: correct that, or the rate.")
        change = Act(
            self.tr("Change…"),
            partial(self.lines.change, line),
            "edit",
            why_not=why_not if line.derived else "",
        )
        attach = Act(self.tr("Attach…"), self.lines.choose_files, "attach")
        remove = Act(
            self.tr("Take it out"), partial(self.lines.remove, (line,)), "delete", manner="danger"
        )
        self.panel.set_acts((change, attach, remove))

    def _prepare(self) -> None:
        self._acts.prepare(self.row.session.code)

    def _on_changed(self, kinds: frozenset[str], _initiator: QObject | None) -> None:
        if kinds & CONCERNS:
            self.refresh()

    def _on_gone(self, _error: Exception) -> None:
        self.give_up()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
