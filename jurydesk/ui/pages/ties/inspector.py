"""The panel beside the ties: both persons, each tie with what proves it, and the acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.ties import TieState
from jurydesk.ui.tie_words import STATE_LOOKS, forbids, origin, settlement
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.ties import Tie, TieEffect
    from jurydesk.services.tie_rows import TieRow
    from jurydesk.wording import Wording

MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate and an examiner, with all that ties them; there may be nothing."""

    candidate: Candidate
    examiner: Examiner
    ties: tuple[Tie, ...] = ()
    weighs: TieEffect | None = None
    candidacy_id: int = 0

    @classmethod
    def of(cls, row: TieRow) -> Pair:
        """Return the two persons of one tie."""
        return cls(row.candidate, row.examiner, (row.tie,), row.weighs, row.candidacy_id)


class TieInspector(InspectorPanel):
    """Shows one tie, a selection of them, or all ties of two persons."""

    def __init__(self, wording: Wording) -> None:
        """Start with nothing selected."""
        super().__init__()
        self._wording = wording
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is selected."""
        self.show_nothing(self.tr("Choose a tie to see what proves it and what it forbids."))

    def show_row(self, row: TieRow) -> None:
        """Show one tie."""
        self.show_pair(Pair.of(row))
        if row.sessions:
            name = self.tr("Session being prepared")
            self.add_section("", FactGrid([Fact(name, ", ".join(row.sessions))]))

    def show_pair(self, pair: Pair) -> None:
        """Show every tie of two persons."""
        candidate, examiner, ties = pair.candidate, pair.examiner, pair.ties
        self.clear()
        work = " · ".join(filter(None, (examiner.occupation, examiner.organisation)))
        chips = [self._chip(one.state) for one in ties[:1]]
        self.set_heading(f"{candidate.full_name}\n{examiner.full_name}", work, chips)
        if not ties:
            self.add_text(self.tr("No tie is known between these two."))
            return
        for one in ties:
            title = term(self._wording, "tie", one.kind)
            self.add_section(title, FactGrid(self._facts(one, shows_state=len(ties) > 1)))
        if pair.weighs is not None:
            self.add_section(self.tr("What it forbids"))
            self.add_text(f"{examiner.full_name} {forbids(pair.weighs)}.")

    def show_several(self, rows: Sequence[TieRow]) -> None:
        """Show that the acts concern several ties."""
        self.clear()
        count = len(rows)
        self.set_heading(self.tr("Ties selected: {count}").format(count=count))
        counts = {state: sum(row.tie.state is state for row in rows) for state in TieState}
        facts = [
            Fact(term(self._wording, "tie_state", state), str(number))
            for state, number in counts.items()
            if number
        ]
        self.add_section("", FactGrid(facts))
        pairs = [f"{row.candidate.full_name} – {row.examiner.full_name}" for row in rows]
        shown = pairs[:MOST_NAMES]
        if count > MOST_NAMES:
            shown.append(self.tr("and {count} more").format(count=count - MOST_NAMES))
        self.add_text("\n".join(shown))

    def _chip(self, state: TieState) -> Chip:
        name, tone = STATE_LOOKS[state]
        return Chip(term(self._wording, "tie_state", state), tone, name)

    def _facts(self, tie: Tie, *, shows_state: bool) -> list[Fact]:
        facts = [
            Fact(self.tr("Evidence"), tie.evidence),
            Fact(self.tr("Origin"), origin(tie, self._wording)),
        ]
        if shows_state:
            facts.insert(0, Fact(self.tr("State"), term(self._wording, "tie_state", tie.state)))
        settled = settlement(tie, self._wording)
        if settled:
            facts.append(Fact(self.tr("Settled by"), settled))
        if tie.reason:
            facts.append(Fact(self.tr("Why"), sentence_case(tie.reason)))
        return facts
