"""What a person does with the lines and receipts of the claim in view."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from jurydesk.domain.expenses import SPENT
from jurydesk.services.expense_claims import add_line, change_line, remove_lines
from jurydesk.services.expense_receipts import (
    attach_receipts,
    detach_receipts,
    read_receipt_file,
    receipt_to_read,
    save_receipt,
)
from jurydesk.ui.dialogs.expense_line_dialog import ExpenseLineDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.expenses import Claim, ClaimLine, Receipt
    from jurydesk.services.expense_claims import LineDraft
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.expenses.editor import ClaimEditor
    from jurydesk.ui.pages.page import PageContext


class LineActs(QObject):
    """Calls the services for the claim of one editor."""

    def __init__(self, context: PageContext, editor: ClaimEditor) -> None:
        """Keep the editor whose claim is changed."""
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._folder: QTemporaryDir | None = None
        self.dialog: ExpenseLineDialog | None = None

    def add(self) -> None:
        """Ask for a line (Ctrl+N)."""
        self._ask(None)

    def change(self, line: ClaimLine | None) -> None:
        """Ask for a line anew (F2); one that follows from the presence says so."""
        if line is None or not self._editor.claim().can_be_changed:
            return
        if line.derived:
            text = self.tr("Follows from the presence: correct that, or the rate.")
            self._context.toasts.show_message(text)
        else:
            self._ask(line)

    def remove(self, lines: Sequence[ClaimLine]) -> None:
        """Take lines out (Delete); the toast offers to undo."""
        if lines:
            numbers = [line.number for line in lines]
            call = partial(remove_lines, self._context.desk, numbers=numbers)
            self._perform(call)

    def choose_files(self) -> None:
        """Ask which files prove the line under the cursor (Ctrl+O)."""
        self._context.prompter.open_files(self.tr("Which receipts?"), self.attach)

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Attach files to the line under the cursor, or to the claim where there is none."""
        line = self._editor.list.current_row()
        number = line.number if line is not None and line.kind in SPENT else 0
        if line is not None and not number and not line.derived:
            number = line.number
        call = partial(_attach, self._context.desk, paths, line=number)
        self._perform(call)

    def read_receipt(self, receipt: Receipt) -> None:
        """Show a receipt with the program that this machine has for it."""
        if self._folder is None:
            self._folder = QTemporaryDir()
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(self.forget)
        call = partial(
            receipt_to_read,
            self._context.desk,
            claim_id=self._editor.row.key,
            number=receipt.number,
            folder=Path(self._folder.path()),
        )
        self._context.runner.submit(call, done=self._on_copied, receiver=self)

    def ask_where_to_save(self, receipt: Receipt) -> None:
        """Ask where a receipt goes."""
        self._context.prompter.save_file(
            self.tr("Where should the receipt go?"),
            partial(self._save, receipt),
            suggested=receipt.name,
        )

    def remove_receipt(self, receipt: Receipt) -> None:
        """Take a receipt out; the toast offers to undo."""
        self._perform(partial(detach_receipts, self._context.desk, numbers=[receipt.number]))

    def forget(self) -> None:
        """Destroy the copies that were made to be read."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    def _ask(self, line: ClaimLine | None) -> None:
        row = self._editor.row
        name = f"{row.examiner.full_name} · {row.session.code}"
        dialog = ExpenseLineDialog(
            self._context.wording,
            max(row.session.days),
            name=name,
            line=line,
            parent=self._editor,
        )
        dialog.submitted.connect(partial(self._on_submitted, dialog, line))
        dialog.open()
        self.dialog = dialog

    def _on_submitted(
        self, dialog: ExpenseLineDialog, line: ClaimLine | None, draft: LineDraft
    ) -> None:
        desk, number = self._context.desk, self._editor.row.key
        call = (
            partial(add_line, desk, claim_id=number, line=draft)
            if line is None
            else partial(change_line, desk, claim_id=number, number=line.number, line=draft)
        )
        perform_asked(self._context, dialog, call)

    def _perform(self, call: partial[Outcome[Claim]]) -> None:
        self._context.operations.perform(partial(call, claim_id=self._editor.row.key))

    def _save(self, receipt: Receipt, path: Path) -> None:
        call = partial(
            save_receipt,
            self._context.desk,
            claim_id=self._editor.row.key,
            number=receipt.number,
            place=path,
        )
        self._context.runner.submit(call, done=self._on_saved, receiver=self)

    def _on_saved(self, place: Path) -> None:
        text = self.tr("Saved: {name}").format(name=place.name)
        self._context.toasts.show_message(text, tone="success")

    def _on_copied(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            text = self.tr("This machine has no program for {name}. Save it instead.")
            self._context.toasts.show_message(text.format(name=place.name), tone="warning")


def _attach(desk: Desk, paths: Sequence[Path], *, line: int, claim_id: int) -> Outcome[Claim]:
    """Read files and attach them, off the GUI thread."""
    files = [read_receipt_file(path) for path in paths]
    return attach_receipts(desk, claim_id=claim_id, line=line, files=files)
