"""What stands beside the paper: draft or final, and each statement still missing with its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from jurydesk.domain.findings import SubjectKind
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.papers.amending import chain_facts
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.inspector_panel import InspectorPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import Minutes, MinutesContent
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.pages.page import Navigate
    from jurydesk.wording import Wording

PLACE_STATEMENT = "MIN-08"
OFFICE_STATEMENTS = frozenset({"MIN-01", "MIN-02", "MIN-03", "MIN-09"})
"""Statements that the office sets once, on the page of settings."""
SHEET_STATEMENTS = frozenset({"MIN-04", "MIN-05", "MIN-06"})
POOL_STATEMENTS = frozenset({"MIN-12", "MIN-13", "MIN-14"})


class PaperPanel(InspectorPanel):
    """Says whether the minutes are a draft or final, and what keeps them a draft.

    Signals:
        place_requested: the address of the session is to be written.
    """

    place_requested = Signal()

    def __init__(self, wording: Wording, navigate: Navigate) -> None:
        """Start without a paper."""
        super().__init__()
        self._wording = wording
        self._navigate = navigate
        self.findings = FindingsList()
        self.show_nothing(self.tr("Choose a session to see its minutes."))

    def show_paper(self, session: SessionRow, paper: PrintedPaper, acts: Sequence[Act]) -> None:
        """Show the state of these minutes."""
        content = paper.content
        if content is None:
            return
        self.clear()
        is_final = bool(content.number)
        chip = (
            Chip(self.tr("Final"), "success", "lock")
            if is_final
            else Chip(self.tr("Draft"), "warning", "edit")
        )
        title = content.number or self.tr("Draft minutes")
        self.set_heading(title, session.session.code, (chip,))
        self.add_section(self.tr("Session"), FactGrid(self._facts(session, content)))
        nothing = self.tr("Nothing is missing.")
        lines = finding_lines(paper.missing, self._wording, act_for=self._way_to)
        self.findings = FindingsList(lines, nothing)
        missing = self.tr("Still missing ({count})").format(count=len(paper.missing))
        self.add_section(missing if paper.missing else self.tr("Completeness"), self.findings)
        self.set_acts(acts)

    def show_chain(self, chain: list[Minutes]) -> None:
        """Show which minutes amend which, once there is more than one."""
        if len(chain) > 1:
            self.add_section(self.tr("History of the minutes"), chain_facts(chain, self._wording))

    def _facts(self, session: SessionRow, content: MinutesContent) -> tuple[Fact, ...]:
        totals = content.totals
        drawn_up = content.drawn_up_on
        return (
            Fact(self.tr("Title"), content.certification.title or content.certification.code),
            Fact(self.tr("Days"), ", ".join(map(self._wording.short_date, content.days))),
            Fact(self.tr("Candidates"), str(totals.enrolled)),
            Fact(self.tr("Certified"), str(totals.full)),
            Fact(self.tr("Partly"), str(totals.partial)),
            Fact(self.tr("Refused"), str(totals.refused)),
            Fact(self.tr("Drawn up on"), self._wording.short_date(drawn_up) if drawn_up else "–"),
            *self._annulled(session, content),
        )

    def _annulled(self, session: SessionRow, content: MinutesContent) -> tuple[Fact, ...]:
        """Name the juries of these minutes whose decisions stand no more."""
        shown = {jury.number for jury in content.juries}
        numbers = [j.number for j in session.session.juries if j.annulled and j.number in shown]
        named = ", ".join(map(str, numbers))
        return (Fact(self.tr("Annulled juries"), named),) if numbers else ()

    def _way_to(self, finding: Finding) -> Act | None:
        """Return the way to where a statement is written."""
        if finding.code == PLACE_STATEMENT:
            return Act(self.tr("Write the address"), self.place_requested.emit)
        if finding.code in OFFICE_STATEMENTS:
            return self._link(self.tr("Open the settings"), "settings")
        if finding.code in SHEET_STATEMENTS:
            return self._link(self.tr("Open the title"), "certifications")
        if finding.code in POOL_STATEMENTS:
            examiners = (s.id for s in finding.subjects if s.kind is SubjectKind.EXAMINER)
            return self._link(self.tr("Open this person"), "examiners", next(examiners, None))
        return self._link(self.tr("Open the deliberation"), "deliberation")

    def _link(self, text: str, page: str, key: object = None) -> Act:
        return Act(text, partial(self._navigate, page, key))
