"""The panel of one claim: where it stands, what is wrong, its lines, receipts and payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.expenses import ClaimStatus, totals
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.expenses.columns import STATUS_LOOKS
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.expenses import Claim, ClaimLine
    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.wording import Wording


class ClaimInspector(InspectorPanel):
    """Shows one claim, or what several add up to."""

    def __init__(self, wording: Wording) -> None:
        """Start with nothing selected."""
        super().__init__()
        self._wording = wording
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is selected."""
        self.show_nothing(self.tr("Choose a claim to see its lines and what is left to pay."))

    def show_row(self, row: ExpenseRow) -> None:
        """Show one claim."""
        self.clear()
        claim = row.claim
        name, tone = STATUS_LOOKS[claim.status]
        chip = Chip(term(self._wording, "claim", claim.status), tone, name)
        self.set_heading(row.examiner.full_name, row.session.code, [chip])
        good = self.tr("Nothing stands against this claim.")
        found = FindingsList(finding_lines(row.findings, self._wording), good)
        self.add_section(self.tr("Findings"), found)
        self.add_section(self.tr("Amounts"), FactGrid(self._amounts(claim)))
        if claim.lines:
            self.add_section(self.tr("Lines"), FactGrid([self._line(one) for one in claim.lines]))
        if claim.receipts:
            names = "\n".join(one.name for one in claim.receipts)
            count = self.tr("Attached: {count}").format(count=len(claim.receipts))
            self.add_section(self.tr("Receipts"), FactGrid([Fact(count, names)]))
        self.add_section(self.tr("History"), FactGrid(self._history(claim)))

    def show_several(self, rows: Sequence[ExpenseRow]) -> None:
        """Show what several claims add up to."""
        self.clear()
        self.set_heading(self.tr("Claims selected: {count}").format(count=len(rows)))
        sums = totals(tuple(row.claim for row in rows))
        money = self._wording.money
        facts = [
            Fact(self.tr("To be checked"), money(sums.expected)),
            Fact(self.tr("Due"), money(sums.due)),
            Fact(self.tr("Paid"), money(sums.paid)),
            Fact(self.tr("Left to pay"), money(sums.outstanding)),
        ]
        self.add_section(self.tr("Amounts"), FactGrid(facts))
        if len({row.claim.status for row in rows}) > 1:
            self.add_text(self.tr("Choose claims in one state to act on them together."))

    def _amounts(self, claim: Claim) -> list[Fact]:
        money = self._wording.money
        left = claim.outstanding
        return [
            Fact(self.tr("Claimed"), money(claim.claimed)),
            Fact(self.tr("Due"), money(claim.due)),
            Fact(self.tr("Paid"), money(claim.paid)),
            Fact(self.tr("Left to pay"), money(left), "danger" if left < 0 else "plain"),
        ]

    def _line(self, line: ClaimLine) -> Fact:
        kind = term(self._wording, "expense", line.kind)
        half = line.half_day
        words = f"{kind}, {self._wording.text(f'half_day.{half}')}" if half else kind
        told = " · ".join(filter(None, (words, line.note, self._wording.money(line.due))))
        return Fact(short_day(self._wording, line.day), told)

    def _history(self, claim: Claim) -> list[Fact]:
        facts = []
        if claim.submitted_on:
            facts.append(Fact(self.tr("Handed in"), short_day(self._wording, claim.submitted_on)))
        if claim.settled_on:
            refused = claim.status is ClaimStatus.REFUSED
            name = self.tr("Refused") if refused else self.tr("Checked")
            day = short_day(self._wording, claim.settled_on)
            parts = (day, claim.settled_by, claim.reason)
            facts.append(Fact(name, " · ".join(filter(None, parts))))
        for one in claim.payments:
            day = short_day(self._wording, one.day)
            told = " · ".join(filter(None, (day, self._wording.money(one.amount), one.reference)))
            facts.append(Fact(self.tr("Paid"), told))
        return facts or [Fact(self.tr("Handed in"), self.tr("not yet"))]
