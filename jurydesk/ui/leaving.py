"""Asks before the window closes on answers that were typed and not saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from jurydesk.ui.prompts import Choice, Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.ui.drafts import Drafts
    from jurydesk.ui.prompts import Prompter

LEAVE, BACK = "leave", "back"


class Leaving(QObject):
    """Stands in the way once: who asks to close a second time means it."""

    def __init__(self, drafts: Drafts) -> None:
        """Watch over these drafts."""
        super().__init__()
        self._drafts = drafts
        self._was_asked = False

    def may_close(self, prompter: Prompter | None, close: Callable[[], bool]) -> bool:
        """Tell whether the window may close now; else ask, and `close` is called on yes."""
        if self._was_asked or prompter is None or not len(self._drafts):
            return True
        self._was_asked = True
        choices = (
            Choice(LEAVE, self.tr("Close and lose it")),
            Choice(BACK, self.tr("Go back"), is_default=True, is_escape=True),
        )
        text = self.tr("Something was typed into a form and not saved. Closing loses it.")
        question = Question(self.tr("Not saved"), text, choices, manner="warning")
        prompter.ask(question, partial(self._on_answer, close))
        return False

    def _on_answer(self, close: Callable[[], bool], answer: str) -> None:
        if answer == LEAVE:
            # Not from within the event that was just refused
            QTimer.singleShot(0, self, close)
        else:
            self._was_asked = False
