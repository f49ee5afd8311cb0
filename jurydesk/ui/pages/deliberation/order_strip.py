"""The order of the day as a thin strip for the wall: hours and states, names only if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.ui.pages.deliberation.readings import Turn
    from jurydesk.ui.theme.tokens import Tone

AROUND = 4
"""How many turns are shown before and after the one in view."""
NAMED_AROUND = 2


class OrderStrip(QWidget):
    """« 3 / 12 » and the turns around the one in view."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.chips: tuple[Chip, ...] = ()
        self._layout = row(self, spacing=Space.S)
        self.place_label = label("", "strong", tone="muted")
        self._chips = QWidget()
        self._chips_layout = row(self._chips, spacing=Space.S)
        self._layout.addWidget(self.place_label)
        self._layout.addWidget(self._chips)
        self._layout.addStretch(1)

    def show_turns(self, turns: Sequence[Turn], at: int, *, with_names: bool) -> None:
        """Show the turns around one; the names of the others are nobody's business in the room."""
        self.place_label.setText(f"{at + 1} / {len(turns)}")
        clear(self._chips_layout)
        around = NAMED_AROUND if with_names else AROUND
        shown = range(max(0, at - around), min(len(turns), at + around + 1))
        self.chips = tuple(_chip(turns[i], is_here=i == at, named=with_names) for i in shown)
        for chip in self.chips:
            self._chips_layout.addWidget(chip)


def _chip(turn: Turn, *, is_here: bool, named: bool) -> Chip:
    # What became of another candidate is not for the wall either: done, or not yet
    icon = "check" if turn.is_done else "circle"
    tone: Tone = "accent" if is_here else "success" if turn.is_done else "muted"
    words = f"{turn.hour} {turn.name}" if named or is_here else turn.hour
    return Chip(words, tone, icon)
