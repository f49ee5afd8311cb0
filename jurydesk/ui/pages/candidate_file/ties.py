"""Ties with examiners, in the candidate's file: what they forbid, why, and the decision on each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.ties import TieSource, TieState, effect
from jurydesk.ui.operations.declaring import TieDeclarer
from jurydesk.ui.operations.ties import TieSettler
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.tie_words import forbids, origin, settlement
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.findings_list import FindingLine, FindingRow, FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import pair, quoted, term

if TYPE_CHECKING:
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.ties import Tie
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext

WIDTH = 820


class TiesSection(Section):
    """Ties to be decided first, then those that hold, then those set aside."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the ties come with the file."""
        super().__init__(context)
        self.settler = TieSettler(context, self)
        self.declarer = TieDeclarer(context, self)
        self._candidate: Candidate | None = None
        self.declare_button = act_button(
            Act(self.tr("Declare a tie…"), self.declare, "link", "Ctrl+D")
        )
        outer = row(self, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        layout = column(content, spacing=Space.L)
        head = row()
        head.addWidget(self.declare_button)
        head.addStretch(1)
        layout.addLayout(head)
        self._content = column(spacing=Space.L)
        layout.addLayout(self._content, 1)
        outer.addWidget(content, 1)

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Show the ties of the person as they weigh on that candidacy."""
        self._candidate = file.candidate
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

    @override
    def take_focus(self) -> None:
        """Put the focus on the first tie to be decided, or on the act of this section."""
        rows = self.findChildren(FindingRow)
        (rows[0] if rows else self.declare_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def declare(self) -> None:
        """Ask for a tie that the candidate declares."""
        if self._candidate is not None:
            self.declarer.declare(candidate=self._candidate, source=TieSource.CANDIDATE)

    def _line(self, tie: Tie, examiner: Examiner, path: Candidacy) -> FindingLine:
        wording = self.context.wording
        sentence = pair(examiner.full_name, term(wording, "tie", tie.kind))
        if tie.evidence:
            sentence = f"{sentence} ({quoted(tie.evidence)})"
        told = self._told(tie)
        names = f"{self._candidate.full_name} – {examiner.full_name}" if self._candidate else ""
        act = Act(self.tr("Decide"), partial(self.settler.ask, (tie,), names=names))
        if tie.state is TieState.SET_ASIDE:
            return FindingLine("good", sentence, people=told, act=act)
        told = " · ".join(filter(None, (forbids(effect(tie, path)), told)))
        if tie.state is TieState.PROPOSED:
            return FindingLine("warning", sentence, people=told, act=act)
        return FindingLine("reason", sentence, people=told, act=act)

    def _told(self, tie: Tie) -> str:
        wording = self.context.wording
        return " · ".join(
            filter(None, (origin(tie, wording), settlement(tie, wording), tie.reason))
        )
