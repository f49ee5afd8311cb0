"""The panel of one half-day: how many juries, why not more, who is free, what sits there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.services.foresight_words import bottleneck_lines, juries_text
from jurydesk.ui.pages.foresight.cells import name_of, route_of, tone_of
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.foresight import FreeSeat, HalfForecast, HeatMap
    from jurydesk.wording import Wording

ICONS = {"danger": "blocked", "warning": "warning", "success": "check-circle"}


class HalfDayPanel(InspectorPanel):
    """Shows one half-day of the heat map."""

    def __init__(
        self, wording: Wording, *, create: Callable[[], None], open_session: Callable[[str], None]
    ) -> None:
        """Start with nothing; `create` begins a session on the half-day shown."""
        super().__init__()
        self._wording = wording
        self._create = create
        self._open_session = open_session
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is computed yet."""
        self.show_nothing(self.tr("Choose a half-day to see who could sit."))

    def show_half(self, heat: HeatMap, one: HalfForecast) -> None:
        """Show one half-day."""
        self.clear()
        wording, tone = self._wording, tone_of(one)
        chips = [Chip(sentence_case(juries_text(one.juries, wording)), tone, ICONS[tone])]
        if not one.is_working:
            chips.append(Chip(self.tr("Day off"), "muted", "calendar"))
        subtitle = f"{heat.certification.code} · {route_of(heat, wording)}"
        self.set_heading(name_of(one, wording), subtitle, chips)
        why = bottleneck_lines(one.capacity, heat.setting.panel, wording)
        if why:
            self.add_section(self.tr("Why not one more"))
        for sentence in why:
            self.add_text(sentence)
        if one.sessions:
            self._add_sessions(one)
        free = heat.free(one)
        if free:
            facts = [Fact(self._seat_name(seat), self._names(seat)) for seat in free]
            self.add_section(self.tr("Who could sit"), FactGrid(facts))
        create = Act(self.tr("New session that day"), self._create, "add")
        self.set_acts((create,))

    def _add_sessions(self, one: HalfForecast) -> None:
        buttons = []
        for session in one.sessions:
            there = sum(j.half == one.half and not j.annulled for j in session.juries)
            text = self.tr("{session}, juries: {count}").format(session=session.code, count=there)
            go = partial(self._open_session, session.code)
            buttons.append(act_button(Act(text, go, "calendar", manner="link")))
        self.add_section(self.tr("Sessions of that day"), *buttons)

    def _seat_name(self, free: FreeSeat) -> str:
        name = term(self._wording, "seat", free.seat.kind) if self._has(free) else free.seat.kind
        return f"{name} ({len(free.people)})"

    def _has(self, free: FreeSeat) -> bool:
        return self._wording.has(f"seat.{free.seat.kind}")

    def _names(self, free: FreeSeat) -> str:
        return "\n".join(one.full_name for one in free.people) or self.tr("nobody")
