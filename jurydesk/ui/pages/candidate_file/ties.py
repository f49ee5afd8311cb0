"""Ties with examiners, in the candidate's file: what they forbid, why, and the decision on each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.ties import TieEffect, TieSource, TieState, effect
from jurydesk.services.ties import settle_tie
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import pair, quoted, short_day, term

if TYPE_CHECKING:
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.ties import Tie
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext

WIDTH = 820


class TiesSection(Section):
    """Ties to be decided first, then those that hold, then those set aside."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the ties come with the file."""
        super().__init__(context)
        outer = row(self, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        self._content = column(content, spacing=Space.L)
        outer.addWidget(content, 1)

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Show the ties of the person as they weigh on that candidacy."""
        path = next(one.candidacy for one in file.candidacies if one.key == candidacy_id)
        clear(self._content)
        states = (
            (TieState.PROPOSED, self.tr("To be decided")),
            (TieState.CONFIRMED, self.tr("They hold")),
            (TieState.SET_ASIDE, self.tr("Set aside")),
        )
        for state, title in states:
            lines = [self._line(t, e, path) for t, e in file.ties if t.state is state]
            if lines:
                frame, layout = card(spacing=Space.S)
                layout.addWidget(label(title, "heading"))
                layout.addWidget(FindingsList(lines))
                self._content.addWidget(frame)
        if not file.ties:
            words = self.tr(
                "No tie is known. Employers, placements, trainers and remarks propose them."
            )
            self._content.addWidget(label(words, tone="muted", wraps=True))
        self._content.addStretch(1)

    def settle(self, tie: Tie) -> None:
        """Ask whether a tie exists."""
        choices = (
            Choice("confirm", self.tr("The tie exists"), is_default=True),
            Choice("set_aside", self.tr("Set it aside…")),
            Choice("later", self.tr("Later"), is_escape=True),
        )
        text = self.tr("Does this tie exist? An examiner tied to a candidate may not judge them.")
        question = Question(self.tr("Tie"), text, choices, details=tie.evidence)
        self.context.prompter.ask(question, partial(self._on_settled, tie))

    def _line(self, tie: Tie, examiner: Examiner, path: Candidacy) -> FindingLine:
        wording = self.context.wording
        sentence = pair(examiner.full_name, term(wording, "tie", tie.kind))
        if tie.evidence:
            sentence = f"{sentence} ({quoted(tie.evidence)})"
        told = self._told(tie)
        act = Act(self.tr("Decide"), partial(self.settle, tie))
        if tie.state is TieState.SET_ASIDE:
            return FindingLine("good", sentence, people=told, act=act)
        gravity = "warning" if tie.state is TieState.PROPOSED else "reason"
        forbids = {
            TieEffect.EXCLUDED: self.tr("may not sit for this candidate"),
            TieEffect.RECUSED: self.tr("may sit, does not deliberate on this candidate"),
        }
        weighs = effect(tie, path)
        if weighs is not None:
            told = " · ".join(filter(None, (forbids[weighs], told)))
        if gravity == "warning":
            return FindingLine("warning", sentence, people=told, act=act)
        return FindingLine("reason", sentence, people=told, act=act)

    def _told(self, tie: Tie) -> str:
        sources = {
            TieSource.FILE: self.tr("read in the files"),
            TieSource.CANDIDATE: self.tr("declared by the candidate"),
            TieSource.EXAMINER: self.tr("declared by the examiner"),
            TieSource.OFFICE: self.tr("declared to the office"),
        }
        parts = [sources[tie.source]]
        if tie.likeness:
            parts.append(self.tr("names alike at {count} %").format(count=tie.likeness))
        if tie.settled_by:
            day = short_day(self.context.wording, tie.settled_on)
            parts.append(self.tr("settled by {name} on {day}").format(name=tie.settled_by, day=day))
        return " · ".join(filter(None, (*parts, tie.reason)))

    def _on_settled(self, tie: Tie, answer: str) -> None:
        if answer == "confirm":
            self._save(tie, TieState.CONFIRMED, "")
        elif answer == "set_aside":
            text = self.tr("Why is there no tie? The reason is kept.")
            question = Question(self.tr("Set a tie aside"), text, ())
            self.context.prompter.ask_text(question, partial(self._save, tie, TieState.SET_ASIDE))

    def _save(self, tie: Tie, state: TieState, reason: str) -> None:
        call = partial(settle_tie, self.context.desk, tie_id=tie.id, state=state, reason=reason)
        self.context.operations.perform(call)
