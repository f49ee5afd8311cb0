"""The acts around a released plan: give it out, write to people, say that they were told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices, QGuiApplication

from jurydesk.domain.release import draft_changes
from jurydesk.services import releasing, telling
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.contacts import Contact
    from jurydesk.services.telling import Letter
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs

WORKBOOK_FILTER = "Excel (*.xlsx)"


class ReleaseActs(QObject):
    """What a coordinator does once the plan is good."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Change the session that these acts change."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

    def act_for(self, board: SessionBoard) -> Act:
        """Return the act that gives the plan out, or gives out what changed since."""
        session = board.session
        text = self.tr("Release the changes") if session.release else self.tr("Release")
        why_not = ""
        if not session.hearings:
            why_not = self.tr("Nobody has an hour yet.")
        elif session.release and not draft_changes(session):
            why_not = self.tr("Nothing has changed since the plan was released.")
        return Act(text, self.release, "mail", "F10", why_not=why_not)

    def release(self) -> None:
        """Give the plan out as it stands (F10)."""
        board = self._acts.planned_board()
        if board is not None:
            call = partial(releasing.release_plan, self._context.desk, code=board.session.code)
            self._context.operations.perform(
                call, done=self._acts.show_released, failed=self._on_refused
            )

    def write_to(self, contact: Contact) -> None:
        """Open a message to somebody in the mail program of this machine."""
        board = self._acts.board()
        if board is None or contact.is_draft:
            return
        if not contact.email:
            text = self.tr("{name} has no e-mail address.").format(name=contact.name)
            self._context.toasts.show_message(text, tone="warning")
            return
        call = partial(
            telling.write_letter,
            self._context.desk,
            code=board.session.code,
            contact=contact,
            wording=self._context.wording,
        )
        self._context.runner.submit(call, done=self._on_letter, receiver=self)

    def ask_where_to_export(self) -> None:
        """Ask where the list of people should go."""
        board = self._acts.board()
        if board is not None:
            self._context.prompter.save_file(
                self.tr("Where should the list go?"),
                self._export,
                filters=(WORKBOOK_FILTER,),
                suggested=self.tr("to-tell-{code}.xlsx").format(code=board.session.code),
            )

    def _export(self, path: Path) -> None:
        board = self._acts.board()
        if board is not None:
            call = partial(
                telling.export_telling,
                self._context.desk,
                code=board.session.code,
                path=path,
                wording=self._context.wording,
            )
            told = partial(self._acts.say_saved, path)
            self._context.runner.submit(call, done=told, receiver=self)

    def _on_letter(self, letter: Letter) -> None:
        if not QDesktopServices.openUrl(mail_url(letter)):
            QGuiApplication.clipboard().setText(f"{letter.subject}\n\n{letter.body}")
            text = self.tr("This machine has no mail program: the message is on the clipboard.")
            self._context.toasts.show_message(text, tone="warning")

    def _on_refused(self, error: Exception) -> None:
        """Lead to what stands in the way: it is on the board already."""
        if isinstance(error, RefusedByFindings):
            text = self.tr("Not released. Points to settle first: {count}")
            self._acts.show_standing(text.format(count=len(error.findings)))
        else:
            self._context.runner.failed.emit(error)


def mail_url(letter: Letter) -> QUrl:
    """Return the address that opens a message in a mail program (RFC 6068)."""
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(letter.address)
    query = QUrlQuery()
    query.addQueryItem("subject", _escaped(letter.subject))
    query.addQueryItem("body", _escaped(letter.body.replace("\n", "\r\n")))
    url.setQuery(query)
    return url


def _escaped(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text).data()).decode("ascii")
