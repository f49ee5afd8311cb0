"""How a seat of a jury looks: who sits there, in what quality, and whether they vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import clear, column, row
from jurydesk.ui.widgets.move_targets import LOOKS, Lit

if TYPE_CHECKING:
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.seat_view import SeatState, SeatView

_STATES: dict[SeatState, tuple[str, Tone]] = {
    "empty": ("circle", "muted"),
    "proposed": ("half", "accent"),
    "summoned": ("mail", "accent"),
    "accepted": ("check-circle", "success"),
    "declined": ("blocked", "danger"),
}


class SeatFace(QFrame):
    """One seat to look at."""

    def __init__(self, seat: SeatView) -> None:
        """Show the seat."""
        super().__init__()
        self.seat = seat
        self.lit: Lit | None = None
        """How this seat stands for whoever moves; None while nobody does."""
        self.setProperty("seat", "problem" if seat.problem else seat.state)
        self.setToolTip(seat.problem)
        self.setAccessibleName(self._spoken())
        layout = column(self, spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S + 2))
        layout.addLayout(self._build_head())
        layout.addWidget(
            ElidedLabel(seat.name or self.tr("Free seat"), "strong", self._name_tone())
        )
        layout.addWidget(ElidedLabel(seat.detail or self._hint(), "caption", "muted"))
        layout.addWidget(self._build_chips())
        for fact in seat.facts:
            layout.addWidget(ElidedLabel(fact, "caption", "muted"))
        self._target = row(spacing=Space.XS)
        layout.addLayout(self._target)

    def show_target(self, lit: Lit | None) -> None:
        """Say by ground, icon and words whether whoever moves may sit here; None: nobody moves."""
        self.lit = lit
        clear(self._target)
        self.setToolTip(lit.text if lit else self.seat.problem)
        said = (self._spoken(), lit.text if lit else "")
        self.setAccessibleName(", ".join(part for part in said if part))
        if lit is not None:
            name, tone = LOOKS[lit.light]
            self._target.addWidget(IconLabel(name, tone, ICON_SMALL))
            self._target.addWidget(ElidedLabel(lit.text, "caption", tone), 1)
        self.light_up(is_lit=False)

    def _name_tone(self) -> Tone:
        return "plain" if self.seat.name else "muted"

    def _hint(self) -> str:
        return "" if self.seat.name else self.tr("Enter: see who may sit here")

    def _build_head(self) -> QHBoxLayout:
        head = row(spacing=Space.XS + 2)
        name, tone = _STATES[self.seat.state]
        if self.seat.problem:
            name, tone = "blocked", "danger"
        head.addWidget(IconLabel(name, tone, ICON_SMALL, self._state_word()))
        head.addWidget(ElidedLabel(self.seat.kind, "caption", "muted"), 1)
        if self.seat.is_president:
            head.addWidget(IconLabel("star", "accent", ICON_SMALL, self.tr("President")))
        if self.seat.is_pinned:
            head.addWidget(IconLabel("pin", "accent", ICON_SMALL, self.tr("Pinned")))
        if self.seat.sex:
            head.addWidget(label(self.seat.sex, "caption", tone="muted"))
        return head

    def _build_chips(self) -> FlowRow:
        chips = [
            Chip(self.tr("Votes"), "accent", "vote")
            if self.seat.deliberates
            else Chip(self.tr("Present, no vote"), "plain", "mute")
        ]
        if self.seat.is_external:
            chips.append(Chip(self.tr("External"), "plain", "external"))
        if self.seat.is_barred:
            chips.append(Chip(self.tr("Barred"), "warning", "block"))
        flow = FlowRow(Space.XS)
        flow.set_widgets(chips)
        return flow

    def _state_word(self) -> str:
        words: dict[SeatState, str] = {
            "empty": self.tr("Free"),
            "proposed": self.tr("Proposed"),
            "summoned": self.tr("Summoned"),
            "accepted": self.tr("Accepted"),
            "declined": self.tr("Declined"),
        }
        return words[self.seat.state]

    def _spoken(self) -> str:
        parts = (self.seat.kind, self.seat.name, self._state_word(), self.seat.problem)
        return ", ".join(part for part in parts if part)

    def light_up(self, *, is_lit: bool) -> None:
        """Look like the seat on which whoever moves would be laid down, or no longer."""
        stands = "problem" if self.seat.problem else self.seat.state
        shown = self.lit.light if self.lit is not None else stands
        set_tone(self, "target" if is_lit else shown, "seat")
