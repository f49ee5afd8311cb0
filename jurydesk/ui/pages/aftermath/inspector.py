"""The panel beside the lists after a jury: one decision, or one parchment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.notifications import NotificationState
from jurydesk.ui.pages.aftermath.columns import left_text
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.notifications import Notice
    from jurydesk.ui.pages.aftermath.columns import ParchmentEntry
    from jurydesk.wording import Wording


class AftermathInspector(InspectorPanel):
    """Shows how the telling of a decision stands, or what a parchment rests on."""

    def __init__(self, wording: Wording) -> None:
        """Start with nothing selected."""
        super().__init__()
        self._wording = wording
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is selected."""
        self.show_nothing(self.tr("Choose a line to see what is to be done next."))

    def show_count(self, count: int) -> None:
        """Say how many lines are chosen."""
        self.clear()
        self.set_heading(self.tr("Lines selected: {count}").format(count=count))

    def show_notice(self, one: Notice) -> None:
        """Show one decision."""
        self.clear()
        words = self._wording
        self.set_heading(one.candidate.full_name, one.session.code)
        self.add_section(self.tr("Notification"), FactGrid(self._telling(one)))
        facts = [
            Fact(self.tr("Decision"), term(words, "decision", one.decision)),
            Fact(self.tr("Minutes"), one.minutes or self.tr("not issued")),
            Fact(self.tr("Decided on"), short_day(words, one.decided_on)),
        ]
        if one.corrects:
            facts.append(Fact(self.tr("Corrects"), one.corrects, "warning"))
        self.add_section(self.tr("What is told"), FactGrid(facts))

    def show_entry(self, one: ParchmentEntry) -> None:
        """Show one parchment, issued or waited for."""
        self.clear()
        words, line = self._wording, one.line
        self.set_heading(f"{one.holder[0].upper()} {one.holder[1]}", one.session)
        facts = [Fact(self.tr("Certification"), one.certification)]
        if line is None:
            facts.append(Fact(self.tr("Number"), self.tr("given when it is issued")))
            self.add_section(self.tr("To be issued"), FactGrid(facts))
            return
        stored = line.parchment
        facts += [
            Fact(self.tr("Number"), stored.number),
            Fact(self.tr("Delivered on"), short_day(words, stored.delivered_on)),
            Fact(self.tr("Minutes"), stored.content.minutes),
            Fact(self.tr("Issued by"), stored.issued_by),
            Fact(self.tr("State"), term(words, "parchment_mark", line.mark)),
        ]
        if stored.duplicate_of:
            facts.append(Fact(self.tr("Duplicate of"), stored.duplicate_of))
            facts.append(Fact(self.tr("Reason"), stored.reason))
        self.add_section(self.tr("Register"), FactGrid(facts))

    def _telling(self, one: Notice) -> Sequence[Fact]:
        words = self._wording
        facts = [
            Fact(self.tr("State"), term(words, "notification_state", one.state)),
            Fact(self.tr("Last day"), short_day(words, one.due)),
        ]
        if one.state is not NotificationState.SENT:
            left = self.tr("Left")
            late = Fact(left, left_text(one), "danger")
            facts.append(late if one.is_late else Fact(left, left_text(one)))
        source = "R6412-7" if one.by_law else self.tr("practice of the office")
        facts.append(Fact(self.tr("Set by"), source))
        if one.told_on:
            way = term(words, "channel", one.channel) if one.channel else ""
            told = " · ".join(filter(None, (short_day(words, one.told_on), way)))
            facts.append(Fact(self.tr("Sent on"), told))
        if one.candidacy.accompanist:
            facts.append(Fact(self.tr("Copy to"), one.candidacy.accompanist))
        return facts
