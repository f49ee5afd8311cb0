"""The panel of one clock: what the law says, since when, until when, and what follows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jurydesk.services.deadline_export import act_text
from jurydesk.ui.pages.deadlines.columns import left_text
from jurydesk.ui.pages.deadlines.groups import URGENCY_LOOKS
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.candidacy import Suspension
    from jurydesk.services.deadlines import Deadline
    from jurydesk.wording import Wording


class DeadlineInspector(InspectorPanel):
    """Shows one clock."""

    def __init__(self, wording: Wording) -> None:
        """Start with nothing selected."""
        super().__init__()
        self._wording = wording
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is selected."""
        self.show_nothing(self.tr("Choose a deadline to see where it comes from."))

    def show_deadline(self, one: Deadline) -> None:
        """Show where a clock comes from and what it asks for."""
        self.clear()
        wording, clock = self._wording, one.clock
        name, tone = URGENCY_LOOKS[one.urgency]
        chips = [
            Chip(left_text(one), tone, name),
            Chip(term(wording, "clock", clock.kind), "muted"),
        ]
        act = sentence_case(act_text(one, wording))
        self.set_heading(act, f"{one.person} · {one.certification}", chips)
        self.add_section(self.tr("The clock"), FactGrid(self._facts(one)))
        self.add_section(self.tr("What the law says"))
        self.add_text(wording.text(f"DEADLINE-RULE-{clock.kind}"))
        self.add_text(self.tr("Labour code, {article}").format(article=one.article))
        self.add_section(self.tr("If nothing is done"))
        self.add_text(wording.text(f"DEADLINE-EXPIRY-{one.expiry}"))

    def show_several(self, chosen: Sequence[Deadline]) -> None:
        """Show how many clocks are selected, by the act that stops them."""
        self.clear()
        self.set_heading(self.tr("Deadlines selected: {count}").format(count=len(chosen)))
        counts = Counter(sentence_case(act_text(one, self._wording)) for one in chosen)
        facts = [Fact(words, str(count)) for words, count in counts.items()]
        self.add_section(self.tr("What is to be done"), FactGrid(facts))

    def _facts(self, one: Deadline) -> list[Fact]:
        wording, clock = self._wording, one.clock
        _, tone = URGENCY_LOOKS[one.urgency]
        is_back = clock.starts is not None and clock.due is not None and clock.due < clock.starts
        start = self.tr("Counted back from") if is_back else self.tr("Runs since")
        state = sentence_case(wording.text(f"DEADLINE-STATE-{clock.state}"))
        facts = [Fact(self.tr("State"), state)]
        if clock.starts is not None:
            facts.append(Fact(start, wording.date(clock.starts)))
        facts += [Fact(self.tr("Stood still"), self._span(stop)) for stop in clock.suspensions]
        if clock.due is not None:
            due = sentence_case(wording.date(clock.due, weekday=True))
            facts.append(Fact(self.tr("Last day"), due, tone if tone != "muted" else "plain"))
        if one.working_day is not None:
            day = sentence_case(wording.date(one.working_day, weekday=True))
            facts.append(Fact(self.tr("Last working day before"), day))
        if one.session_code:
            facts.append(Fact(self.tr("Session"), one.session_code))
        if one.planned is not None:
            facts.append(Fact(self.tr("To be heard on"), wording.date(one.planned)))
        return facts

    def _span(self, stop: Suspension) -> str:
        since = self._wording.short_date(stop.since)
        if stop.until is None:
            return self.tr("since {since}").format(since=since)
        until = self._wording.short_date(stop.until)
        return self.tr("from {since} to {until}").format(since=since, until=until)
