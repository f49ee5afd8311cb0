"""The acts after a jury as the window offers them: asked for, done, told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.summons import Channel
from jurydesk.services import appeals, notifying, parchments, printing
from jurydesk.services.after_papers import print_parchment
from jurydesk.services.notifying import Sending
from jurydesk.services.register_export import export_register
from jurydesk.ui.dialogs.sending_dialog import SendingDialog
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.prompts import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.notifications import Notice
    from jurydesk.services.parchments import Awaited, RegisterLine
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.ui.pages.page import PageContext

PDF = "PDF (*.pdf)"
XLSX = "Excel (*.xlsx)"


class AftermathActs(QObject):
    """Prints, sends, issues and duplicates; what a session shares is done for it at once."""

    def __init__(self, host: QWidget, context: PageContext) -> None:
        """Ask over the page."""
        super().__init__(host)
        self._host = host
        self._context = context
        self.dialog: SendingDialog | None = None

    def print_notices(self, rows: Sequence[Notice]) -> None:
        """Ask for the folder of the letters, then print them."""
        title = self.tr("Folder for the notifications")
        self._context.prompter.choose_folder(title, partial(self.print_into, tuple(rows)))

    def print_into(self, rows: Sequence[Notice], folder: Path) -> None:
        """Print the letters of these decisions into a folder."""
        for code, numbers in _by_session(rows).items():
            call = partial(
                notifying.print_notifications,
                self._context.desk,
                code=code,
                wording=self._context.wording,
                candidacies=numbers,
            )
            written = partial(self._write_all, folder)
            self._context.operations.perform(call, done=written)

    def ask_sent(self, rows: Sequence[Notice]) -> None:
        """Ask when and how the letters of one session went out."""
        chosen = [row for row in rows if row.session.id == rows[0].session.id]
        name = chosen[0].candidate.full_name if len(chosen) == 1 else self._count(len(chosen))
        self._ask_day(name, partial(self._send, tuple(chosen)))

    def withdraw(self, row: Notice) -> None:
        """Ask why a sending is taken back."""
        question = Question(
            self.tr("Take the sending back"),
            self.tr("Why? The legal clock runs again, and the trail keeps the reason."),
            (),
        )
        answered = partial(self._withdraw, row)
        self._context.prompter.ask_text(question, answered)

    def ask_appeal(self, row: Notice) -> None:
        """Bind the appeal file of one candidate, then ask where it goes."""
        call = partial(
            appeals.print_appeal_file,
            self._context.desk,
            code=row.session.code,
            candidate_id=row.candidate.id,
            wording=self._context.wording,
        )
        self._context.runner.submit(call, done=self._ask_where, receiver=self)

    def ask_issue(self, rows: Sequence[Awaited]) -> None:
        """Ask on which day the parchments of one session are delivered."""
        chosen = [row for row in rows if row.session.id == rows[0].session.id]
        name = chosen[0].candidate.full_name if len(chosen) == 1 else self._count(len(chosen))
        self._ask_day(name, partial(self._issue, tuple(chosen)), is_delivery=True)

    def ask_duplicate(self, line: RegisterLine) -> None:
        """Ask why a duplicate is made out."""
        question = Question(
            self.tr("Duplicate of a parchment"),
            self.tr("Why? Lost, stolen, damaged: the register keeps the reason."),
            (),
        )
        answered = partial(self._duplicate, line)
        self._context.prompter.ask_text(question, answered)

    def ask_print(self, line: RegisterLine) -> None:
        """Ask where a parchment goes as PDF."""
        call = partial(
            print_parchment,
            self._context.desk,
            number=line.parchment.number,
            wording=self._context.wording,
        )
        self._context.runner.submit(call, done=self._ask_where, receiver=self)

    def ask_export(self, numbers: Sequence[str]) -> None:
        """Ask where the register goes as a workbook."""
        self._context.prompter.save_file(
            self.tr("Where should the register go?"),
            partial(self.export_to, tuple(numbers)),
            filters=(XLSX,),
            suggested=self.tr("register.xlsx"),
        )

    def export_to(self, numbers: Sequence[str], path: Path) -> None:
        """Write the lines with these numbers."""
        call = partial(
            export_register,
            self._context.desk,
            path=path,
            wording=self._context.wording,
            only=numbers,
        )
        self._context.runner.submit(call, done=self._on_exported, receiver=self)

    def _ask_day(self, name: str, then: Callable[..., None], *, is_delivery: bool = False) -> None:
        today = self._context.desk.clock.today()
        dialog = SendingDialog(
            self._context.wording, name, today=today, is_delivery=is_delivery, parent=self._host
        )
        dialog.submitted.connect(partial(then, dialog))
        dialog.open()
        self.dialog = dialog

    def _send(
        self, rows: Sequence[Notice], dialog: SendingDialog, day: date, channel: object
    ) -> None:
        call = partial(
            notifying.mark_sent,
            self._context.desk,
            code=rows[0].session.code,
            candidacies=tuple(row.candidacy.id for row in rows),
            sending=Sending(day, Channel(str(channel))),
        )
        perform_asked(self._context, dialog, call)

    def _issue(
        self, rows: Sequence[Awaited], dialog: SendingDialog, day: date, _channel: object
    ) -> None:
        call = partial(
            parchments.issue_parchments,
            self._context.desk,
            code=rows[0].session.code,
            candidacies=tuple(row.candidacy_id for row in rows),
            delivered_on=day,
        )
        perform_asked(self._context, dialog, call)

    def _withdraw(self, row: Notice, reason: str) -> None:
        call = partial(
            notifying.withdraw_sending,
            self._context.desk,
            code=row.session.code,
            candidacy_id=row.candidacy.id,
            reason=reason,
        )
        self._context.operations.perform(call)

    def _duplicate(self, line: RegisterLine, reason: str) -> None:
        call = partial(
            parchments.issue_duplicate,
            self._context.desk,
            number=line.parchment.number,
            reason=reason,
        )
        self._context.operations.perform(call)

    def _write_all(self, folder: Path, papers: tuple[PrintedPaper, ...]) -> None:
        call = partial(_write_papers, folder, papers)
        self._context.runner.submit(call, done=self._on_written, receiver=self)

    def _ask_where(self, paper: PrintedPaper) -> None:
        self._context.prompter.save_file(
            self.tr("Save this PDF"),
            partial(self.save, paper),
            filters=(PDF,),
            suggested=paper.name,
        )

    def save(self, paper: PrintedPaper, path: Path) -> None:
        """Write one paper."""
        call = partial(_write_paper, path, paper)
        self._context.runner.submit(call, done=self._on_written, receiver=self)

    def _on_written(self, count: int) -> None:
        text = self.tr("Papers saved: {count}").format(count=count)
        self._context.toasts.show_message(text, tone="success")

    def _on_exported(self, count: int) -> None:
        text = self.tr("Lines of the register exported: {count}.").format(count=count)
        self._context.toasts.show_message(text)

    def _count(self, count: int) -> str:
        return self.tr("Persons: {count}").format(count=count)


def _by_session(rows: Sequence[Notice]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for row in rows:
        code = row.session.code
        found[code] = (*found.get(code, ()), row.candidacy.id)
    return found


def _write_papers(folder: Path, papers: tuple[PrintedPaper, ...]) -> int:
    for paper in papers:
        printing.write_paper(folder / paper.name, paper)
    return len(papers)


def _write_paper(path: Path, paper: PrintedPaper) -> int:
    printing.write_paper(path, paper)
    return 1
