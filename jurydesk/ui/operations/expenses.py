"""What a person does with claims: prepare, hand in, check, refuse, pay, print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from jurydesk.domain.expenses import ClaimStatus
from jurydesk.services import expense_steps
from jurydesk.services.expense_claims import remove_claims
from jurydesk.services.expense_papers import (
    print_claim,
    print_session_expenses,
    print_year_expenses,
)
from jurydesk.services.expense_preparing import prepare_claims
from jurydesk.services.printing import write_paper
from jurydesk.services.sessions import list_sessions
from jurydesk.ui.dialogs.payment_dialog import PaymentDialog
from jurydesk.ui.dialogs.pick_dialog import PickDialog, PickOption
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.words import short_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.expenses import Claim
    from jurydesk.services.expense_preparing import Prepared
    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.pages.page import PageContext

    Rows = Sequence[ExpenseRow]
    Claims = tuple[Claim, ...]

PDF = "PDF (*.pdf)"


class ExpenseActs(QObject):
    """Calls the services; every act but printing can be undone."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        """Open its dialogs over `host`."""
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: PickDialog | None = None
        self.paying: PaymentDialog | None = None

    def choose_session(self, then: Callable[[str], None]) -> None:
        """Ask for which session claims are prepared; `then` is told its code."""
        done = partial(self._offer, then)
        self._context.runner.submit(
            partial(list_sessions, self._context.desk), done=done, receiver=self
        )

    def prepare(self, code: str, then: Callable[[str], None] | None = None) -> None:
        """Write the fees of a session from who sat."""
        call = partial(prepare_claims, self._context.desk, code=code)
        self._context.operations.perform(call, done=partial(self._on_prepared, code, then))

    def go_on(self, rows: Rows) -> None:
        """Take the next step with claims that stand alike (Ctrl+Enter)."""
        statuses = {row.claim.status for row in rows}
        if statuses == {ClaimStatus.DRAFT}:
            self.submit(rows)
        elif statuses == {ClaimStatus.SUBMITTED}:
            self.check(rows)
        elif statuses == {ClaimStatus.CHECKED}:
            self.ask_payment(rows)

    def submit(self, rows: Rows) -> None:
        """Hand claims in."""
        self._perform(expense_steps.submit, rows)

    def check(self, rows: Rows) -> None:
        """Find claims right."""
        self._perform(expense_steps.check, rows)

    def reopen(self, rows: Rows) -> None:
        """Take claims up again."""
        self._perform(expense_steps.reopen, rows)

    def take_payment_back(self, rows: Rows) -> None:
        """Strike the last payment."""
        self._perform(expense_steps.take_payment_back, rows)

    def remove(self, rows: Rows) -> None:
        """Throw claims away that were not handed in."""
        if rows:
            self._perform(remove_claims, rows)

    def ask_refusal(self, rows: Rows) -> None:
        """Ask why claims are refused."""
        question = Question(
            self.tr("Refuse"), self.tr("Why is it refused? The person is told this."), ()
        )
        self._context.prompter.ask_text(question, partial(self._refuse, rows))

    def ask_payment(self, rows: Rows) -> None:
        """Ask when and how claims were paid."""
        today = self._context.desk.clock.today()
        dialog = PaymentDialog(self._context.wording, rows, today=today, parent=self._host)
        dialog.submitted.connect(partial(self._pay, dialog, rows))
        dialog.open()
        self.paying = dialog

    def ask_print(self, row: ExpenseRow) -> None:
        """Ask where the claim goes as a PDF."""
        call = partial(
            print_claim, self._context.desk, claim_id=row.key, wording=self._context.wording
        )
        self._context.runner.submit(call, done=self._ask_where, receiver=self)

    def ask_statement(self, row: ExpenseRow) -> None:
        """Ask whether the statement is that of the session or of the year."""
        code, year = row.session.code, str(row.year)
        question = Question(
            self.tr("Statement"),
            self.tr("Of the session or of the whole year?"),
            (
                Choice("session", self.tr("Session {code}").format(code=code), is_default=True),
                Choice("year", self.tr("Year {year}").format(year=year)),
                Choice("none", self.tr("Cancel"), is_escape=True),
            ),
        )
        self._context.prompter.ask(question, partial(self._state, row))

    def _state(self, row: ExpenseRow, answer: str) -> None:
        desk, wording = self._context.desk, self._context.wording
        if answer == "session":
            call = partial(print_session_expenses, desk, code=row.session.code, wording=wording)
        elif answer == "year":
            call = partial(print_year_expenses, desk, year=row.year, wording=wording)
        else:
            return
        self._context.runner.submit(call, done=self._ask_where, receiver=self)

    def _ask_where(self, paper: PrintedPaper) -> None:
        self._context.prompter.save_file(
            self.tr("Where should the paper go?"),
            partial(self._write, paper),
            filters=(PDF,),
            suggested=paper.name,
        )

    def _write(self, paper: PrintedPaper, path: Path) -> None:
        call = partial(write_paper, path, paper)
        self._context.runner.submit(call, done=self._on_written, receiver=self)

    def _on_written(self, path: Path) -> None:
        text = self.tr("Saved: {name}").format(name=path.name)
        self._context.toasts.show_message(text, tone="success")

    def _perform(
        self, service: Callable[..., Outcome[Claims]], rows: Rows, **figures: object
    ) -> None:
        call = partial(service, self._context.desk, claim_ids=_numbers(rows), **figures)
        self._context.operations.perform(call)

    def _refuse(self, rows: Rows, reason: str) -> None:
        self._perform(expense_steps.refuse, rows, reason=reason)

    def _pay(self, dialog: PaymentDialog, rows: Rows, given: dict[str, Any]) -> None:
        numbers = _numbers(rows)
        call = partial(expense_steps.pay, self._context.desk, claim_ids=numbers, **given)
        perform_asked(self._context, dialog, call)

    def _offer(self, then: Callable[[str], None], rows: tuple[SessionRow, ...]) -> None:
        seated = [row for row in rows if row.juries]
        title = self.tr("Claims of a session")
        text = (
            self.tr("The fees follow from who sat, or is to sit; what was typed stays.")
            if seated
            else self.tr("No session has a jury yet: propose one first.")
        )
        options = [self._option(row) for row in seated]
        self.dialog = PickDialog(title, text, options, self._host, take=self.tr("Prepare"))
        self.dialog.picked.connect(partial(_tell, then))
        self.dialog.open()

    def _option(self, row: SessionRow) -> PickOption:
        days = ", ".join(short_day(self._context.wording, day) for day in row.session.days)
        return PickOption(row.session.code, Entry(row.session.code, days, "calendar", "accent"))

    def _on_prepared(self, code: str, then: Callable[[str], None] | None, done: Prepared) -> None:
        if not (done.created or done.changed):
            text = self.tr("The claims of {code} are as they should be.").format(code=code)
            self._context.toasts.show_message(text)
        if then is not None:
            then(code)


def _numbers(rows: Rows) -> tuple[int, ...]:
    return tuple(row.key for row in rows)


def _tell(then: Callable[[str], None], code: object) -> None:
    then(str(code))
