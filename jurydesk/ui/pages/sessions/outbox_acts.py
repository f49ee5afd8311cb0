"""The acts on messages before they leave: look, reword, hold back, prepare the drafts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from jurydesk.domain.outbox import MessageState
from jurydesk.errors import Cancelled
from jurydesk.finding_text import finding_text
from jurydesk.services import outbox
from jurydesk.services.draft_writing import prepare_drafts
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.dialogs.message_dialog import MessageDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.contacts import Contact
    from jurydesk.services.draft_writing import PreparedDrafts
    from jurydesk.services.outbox import MessageView
    from jurydesk.services.outcome import Outcome
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.ui.pages.sessions.message_panel import MessagePanel
    from jurydesk.ui.tasks import TaskControl

    People = tuple[Contact, ...]


class OutboxActs(QObject):
    """What a coordinator does with messages; none of it sends anything."""

    def __init__(self, acts: BoardActs, context: PageContext, panel: MessagePanel) -> None:
        """Show messages of the session in view in that panel."""
        super().__init__(acts)
        self._acts = acts
        self._context = context
        self._panel = panel
        self.dialog: MessageDialog | None = None
        panel.edit_requested.connect(self.edit)
        panel.hold_requested.connect(self.hold)
        panel.open_requested.connect(acts.release.write_to)

    def look_at(self, contact: Contact | None) -> None:
        """Show the message to the person under the cursor."""
        board = self._acts.board()
        if board is None or contact is None or contact.is_draft:
            self._panel.show_nothing(self.tr("Choose somebody of the released plan."))
            return
        call = partial(
            outbox.read_message,
            self._context.desk,
            code=board.session.code,
            person=contact.key,
            wording=self._context.wording,
        )
        self._context.runner.submit(call, done=self._panel.show_message, receiver=self._panel)

    def edit(self, contact: Contact) -> None:
        """Ask for other words of one message (F2)."""
        board = self._acts.board()
        if board is None or contact.reason is None:
            self._say(self.tr("There is nothing to write to this person."))
            return
        call = partial(
            outbox.read_message,
            self._context.desk,
            code=board.session.code,
            person=contact.key,
            wording=self._context.wording,
        )
        self._context.runner.submit(call, done=self._on_to_edit, receiver=self)

    def hold(self, people: People) -> None:
        """Leave these people out of the drafts, or take them in again (Delete)."""
        board = self._acts.board()
        mine = [one for one in people if one.message_state in _CHANGEABLE]
        if board is None or not mine:
            self._say(self.tr("There is nothing to write to this person."))
            return
        are_held = all(one.message_state is MessageState.EXCLUDED for one in mine)
        service = outbox.let_go if are_held else outbox.hold_back
        keys = tuple(one.key for one in mine)
        call = partial(service, self._context.desk, code=board.session.code, people=keys)
        self._context.operations.perform(call)

    def prepare(self, people: People) -> None:
        """Ask where the drafts go (Ctrl+P): of several chosen people, else of everybody."""
        board = self._acts.board()
        if board is not None:
            title = self.tr("Where should the drafts go?")
            chosen = people if len(people) > 1 else ()
            self._context.prompter.choose_folder(title, partial(self._prepare, chosen))

    def _prepare(self, people: People, folder: Path) -> None:
        board = self._acts.board()
        if board is None:
            return
        call = partial(
            prepare_drafts,
            self._context.desk,
            code=board.session.code,
            folder=folder,
            wording=self._context.wording,
            people=tuple(one.key for one in people) or None,
        )

        def job(control: TaskControl) -> Outcome[PreparedDrafts]:
            return call(progress=control.progress)

        title = self.tr("Drafts of {code}").format(code=board.session.code)
        self._context.runner.submit_long(
            job, title=title, done=self._on_prepared, failed=self._on_refused
        )

    def _on_prepared(self, outcome: Outcome[PreparedDrafts]) -> None:
        done = self._context.operations.accept(outcome, is_quiet=True)
        if not done.messages:
            self._say(self.tr("Nobody is to be told or reminded."))
            return
        text = self.tr(
            "Drafts: {mails}; letters without an address: {letters}. Nothing was sent: open the"
            " drafts in your mail program, then record them as sent (Ctrl+Enter)."
        )
        self._context.toasts.show_message(
            text.format(mails=done.mails, letters=done.letters),
            tone="success",
            act=self.tr("Open the folder"),
            on_act=partial(_open_folder, done.folder),
        )

    def _on_refused(self, error: Exception) -> None:
        """Say the first thing to settle: the panel tells the rest, person by person."""
        if isinstance(error, RefusedByFindings):
            self._say(finding_text(error.findings[0], self._context.wording))
        elif not isinstance(error, Cancelled):
            self._context.runner.failed.emit(error)

    def _on_to_edit(self, view: MessageView | None) -> None:
        if view is None:
            return
        self.dialog = MessageDialog(self._context.wording, view, self._acts.window())
        self.dialog.submitted.connect(partial(self._write, self.dialog, view))
        self.dialog.open()

    def _write(self, dialog: MessageDialog, view: MessageView, subject: str, text: str) -> None:
        board = self._acts.board()
        if board is not None:
            call = partial(
                outbox.write_message,
                self._context.desk,
                code=board.session.code,
                person=view.key,
                subject=subject,
                text=text,
            )
            perform_asked(self._context, dialog, call)

    def _say(self, text: str) -> None:
        self._context.toasts.show_message(text, tone="warning")


_CHANGEABLE = frozenset(MessageState) - {MessageState.SENT}


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
