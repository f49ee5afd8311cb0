"""Settles ties, one or several as one act, for every page that shows some."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.ties import TieState
from jurydesk.services.ties import settle_ties
from jurydesk.ui.prompts import Choice, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.ties import Tie
    from jurydesk.ui.pages.page import PageContext

MOST_TOLD = 6


class TieSettler(QObject):
    """Asks whether ties exist, and keeps the answer; the toast offers to undo."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        """Keep the context."""
        super().__init__(parent)
        self._context = context

    def ask(self, ties: Sequence[Tie], *, names: str = "") -> None:
        """Ask whether a tie exists, or several that are settled alike; `names`: between whom."""
        if not ties:
            return
        choices = [
            Choice("confirm", self.tr("The tie exists"), is_default=True),
            Choice("set_aside", self.tr("Set it aside…")),
        ]
        if any(tie.state is not TieState.PROPOSED for tie in ties):
            choices.append(Choice("reopen", self.tr("Leave it to be settled")))
        choices.append(Choice("later", self.tr("Later"), is_escape=True))
        text = self.tr("Does this tie exist? An examiner tied to a candidate may not judge them.")
        told = "\n".join(filter(None, (tie.evidence for tie in ties[:MOST_TOLD])))
        question = Question(names or self.tr("Tie"), text, tuple(choices), details=told)
        self._context.prompter.ask(question, partial(self._on_answer, tuple(ties)))

    def confirm(self, ties: Sequence[Tie]) -> None:
        """Say that the ties exist."""
        self._save(ties, TieState.CONFIRMED)

    def set_aside(self, ties: Sequence[Tie]) -> None:
        """Ask why there is no tie, and set it aside."""
        if not ties:
            return
        text = self.tr("Why is there no tie? The reason is kept.")
        question = Question(self.tr("Set a tie aside"), text, ())
        save = partial(self._save, tuple(ties), TieState.SET_ASIDE)
        self._context.prompter.ask_text(question, save)

    def reopen(self, ties: Sequence[Tie]) -> None:
        """Leave the ties to be settled again."""
        self._save(ties, TieState.PROPOSED)

    def _on_answer(self, ties: tuple[Tie, ...], answer: str) -> None:
        acts = {"confirm": self.confirm, "set_aside": self.set_aside, "reopen": self.reopen}
        if answer in acts:
            acts[answer](ties)

    def _save(self, ties: Sequence[Tie], state: TieState, reason: str = "") -> None:
        open_ = [tie.id for tie in ties if tie.state is not state or reason]
        if not open_:
            return
        call = partial(settle_ties, self._context.desk, tie_ids=open_, state=state, reason=reason)
        self._context.operations.perform(call)
