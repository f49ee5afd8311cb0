"""Amending from the page of papers: the dialog, and the chain of minutes that amend each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.services import amending
from jurydesk.ui.dialogs.amend_dialog import AmendDialog
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.facts import Fact, FactGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.minutes import Minutes
    from jurydesk.services.amending import AmendableMinutes, AmendmentDraft
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.wording import Wording


class Amending:
    """Opens the dialog on the latest minutes of a session, and issues what was asked."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Work for one page."""
        self._context = context
        self._parent = parent
        self.dialog: AmendDialog | None = None

    def act(self, code: str, certification: str) -> Act:
        """Return the act that amends these minutes."""
        return Act(
            translate("Papers", "Amend…"), partial(self.ask, code, certification), "edit", "Ctrl+R"
        )

    def ask(self, code: str, certification: str) -> None:
        """Read what may be corrected, then ask."""
        job = partial(
            amending.open_amendment, self._context.desk, code=code, certification=certification
        )
        self._context.runner.submit(job, done=partial(self._open, code))

    def _open(self, code: str, minutes: AmendableMinutes) -> None:
        dialog = AmendDialog(self._context.wording, minutes, self._parent)
        judged = minutes.latest.certification
        dialog.submitted.connect(partial(self._issue, dialog, code, judged))
        self.dialog = dialog
        dialog.open()

    def _issue(
        self, dialog: AmendDialog, code: str, certification: str, draft: AmendmentDraft
    ) -> None:
        call = partial(
            amending.amend_minutes,
            self._context.desk,
            code=code,
            draft=draft,
            certification=certification,
        )
        perform_asked(self._context, dialog, call, done=self._say)

    def _say(self, issued: Minutes) -> None:
        text = translate("Papers", "Amendment {number} issued").format(number=issued.number)
        self._context.toasts.show_message(text, tone="success")


def chain_facts(chain: Sequence[Minutes], wording: Wording) -> FactGrid:
    """Return the minutes of one certification and what amended them, oldest first."""
    return FactGrid(tuple(Fact(one.number, _told(one, wording)) for one in chain))


def _told(one: Minutes, wording: Wording) -> str:
    day = wording.short_date(one.issued_at.date())
    if not one.amends:
        return translate("Papers", "issued on {day}").format(day=day)
    told = translate("Papers", "{day}, amends {number}: {reason}")
    return told.format(day=day, number=one.amends, reason=one.content.amendment_reason)


def read_chain(
    context: PageContext, code: str, certification: str, done: Callable[[list[Minutes]], None]
) -> None:
    """Read the chain of the minutes in view, beside the window."""
    job = partial(_chain, context, code, certification)
    context.runner.submit(job, done=done)


def _chain(context: PageContext, code: str, certification: str) -> list[Minutes]:
    stored = amending.list_minutes(context.desk, code=code)
    return [one for one in stored if one.certification == certification]
