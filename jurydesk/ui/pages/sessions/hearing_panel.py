"""The inspector beside the board: one hearing, before whom, what the rules find, what to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.sessions.readings import findings_about
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.domain.session import Hearing
    from jurydesk.services.views import CandidacyRow, SessionBoard
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.wording import Wording


class HearingPanel(InspectorPanel):
    """Shows the hearing under the cursor of the timetable."""

    def __init__(self, wording: Wording, acts: BoardActs) -> None:
        """Start without a hearing."""
        super().__init__()
        self._wording = wording
        self._board_acts = acts
        self.candidacy_id = -1

    def show_hearing(self, board: SessionBoard, candidacy_id: int) -> None:
        """Show one hearing, or that none is chosen."""
        self.candidacy_id = candidacy_id
        hearing = board.session.hearing(candidacy_id)
        row = board.candidacy(candidacy_id)
        if hearing is None or row is None:
            self.show_nothing(self.tr("Choose a hearing on the timetable."))
            return
        self.clear()
        chips = [Chip(term(self._wording, "route", row.candidacy.route), "plain", "route")]
        if row.candidacy.extra_time:
            chips.append(Chip(self.tr("A third more time"), "accent", "clock"))
        if row.candidacy.step_free:
            chips.append(Chip(self.tr("Step-free access"), "accent", "room"))
        self.set_heading(row.candidate.full_name, row.candidacy.certification, chips)
        self.add_section("", FactGrid(self._facts(board, hearing, row)))
        found = findings_about(board, hearing)
        nothing = self.tr("No rule is broken.")
        lines = finding_lines(found, self._wording)
        self.add_section(self.tr("Findings"), FindingsList(lines, nothing))
        if board.session.can_be_planned:
            self.set_acts(self._acts_on(board, candidacy_id))

    def _facts(self, board: SessionBoard, hearing: Hearing, row: CandidacyRow) -> tuple[Fact, ...]:
        jury = board.session.jury(hearing.jury)
        wording = self._wording
        span = f"{wording.time(hearing.start.time())} – {wording.time(hearing.end.time())}"
        recused = [board.examiner(identifier) for identifier in hearing.recused]
        names = ", ".join(person.full_name for person in recused if person)
        blocks = ", ".join(row.candidacy.blocks) or self.tr("whole certification")
        return (
            Fact(self.tr("Day"), wording.date(hearing.start.date(), weekday=True)),
            Fact(self.tr("Hour"), span),
            Fact(self.tr("Room"), jury.room if jury else ""),
            Fact(self.tr("Jury"), str(hearing.jury)),
            Fact(self.tr("Scope"), blocks),
            Fact(self.tr("Recused"), names or self.tr("nobody")),
        )

    def _acts_on(self, board: SessionBoard, candidacy_id: int) -> tuple[Act, ...]:
        acts = self._board_acts
        is_kept = candidacy_id in board.session.pins.hearings
        text = self.tr("Let go") if is_kept else self.tr("Keep this hour")
        pin = Act(text, partial(acts.pins.toggle_hearing, candidacy_id), "pin")
        return (
            Act(
                self.tr("Another hour…"),
                partial(acts.pickers.choose_place, candidacy_id),
                "calendar",
            ),
            pin,
            Act(self.tr("Take off"), partial(acts.unplace, candidacy_id), "close"),
        )
