"""Acts on the minutes in view: their address, and issuing them for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.services import minutes, sessions
from jurydesk.services.outcome import Outcome
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.ui.pages.page import PageContext

ISSUE = "issue"


class MinutesIssuing(QObject):
    """Asks once, then issues the minutes that were printed last.

    Signals:
        issued: the final minutes as a `PrintedPaper`.
    """

    issued = Signal(object)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        """Issue for one page."""
        super().__init__(parent)
        self._context = context
        self._last = ("", "")

    def printing(
        self, code: str, certification: str, *, final: bool = False
    ) -> partial[PrintedPaper]:
        """Return the printing of the minutes of one certification of a session."""
        self._last = (code, certification)
        return partial(
            minutes.print_minutes,
            self._context.desk,
            code=code,
            certification=certification,
            wording=self._context.wording,
            final=final,
        )

    def acts(self, paper: PrintedPaper) -> tuple[Act, ...]:
        """Return what can be done with minutes that are still a draft."""
        if paper.content is None or paper.content.number:
            return ()
        why_not = self.tr("Some statements are still missing.") if paper.missing else ""
        text = self.tr("Issue the final minutes")
        return (Act(text, self._ask_to_issue, "lock", "Ctrl+Return", "primary", why_not),)

    def ask_place(self, code: str, paper: PrintedPaper) -> None:
        """Ask for the address that the minutes print."""
        question = Question(
            self.tr("Address of the session"),
            self.tr("Where was it held, or how did people join? The minutes print this."),
            (),
        )
        initial = paper.content.place if paper.content else ""
        self._context.prompter.ask_text(question, partial(self._set_place, code), initial=initial)

    def _set_place(self, code: str, place: str) -> None:
        call = partial(sessions.set_place, self._context.desk, code=code, place=place)
        self._context.operations.perform(call)

    def _ask_to_issue(self) -> None:
        question = Question(
            self.tr("Issue the final minutes?"),
            self.tr("They are given a number and are never changed again, only amended."),
            (
                Choice(ISSUE, self.tr("Issue"), is_default=True),
                Choice("back", self.tr("Go back"), is_escape=True),
            ),
        )
        self._context.prompter.ask(question, self._on_answered)

    def _on_answered(self, answer: str) -> None:
        if answer == ISSUE:
            call = self.printing(*self._last, final=True)
            self._context.runner.submit(call, done=self._on_issued)

    def _on_issued(self, paper: PrintedPaper) -> None:
        self.issued.emit(paper)
        self._context.operations.accept(
            Outcome(paper, paper.changes, label="ACT-MINUTES-ISSUED"), is_quiet=True
        )
        number = paper.content.number if paper.content else ""
        text = self.tr("Minutes {number} issued").format(number=number)
        self._context.toasts.show_message(text, tone="success")
