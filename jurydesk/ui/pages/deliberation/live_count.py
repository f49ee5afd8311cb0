"""Who deliberates on this candidate now, and whether the jury may decide, in words and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from jurydesk.ui.theme.tokens import Tone


@dataclass(frozen=True)
class Count:
    """What is counted: who is there, who decides, how many it takes, and what speaks against it."""

    sitting: int
    deliberating: int
    voters: int
    quorum: int
    reason: str = ""
    """Why it is irregular; empty: it is regular."""
    awaited: str = ""
    """What has only not been noted yet, where nothing else speaks against it."""


class LiveCount(QFrame):
    """« 3 délibèrent · 4 siègent », « régulier » or « irrégulier », and why."""

    def __init__(self) -> None:
        """Start without a count."""
        super().__init__()
        self._icon = IconLabel("circle", "muted")
        self.count_label = label("", "heading")
        self.quorum_label = label("", "caption", tone="muted", wraps=True)
        self.state_label = label("", "strong")
        self.reason_label = label("", wraps=True)
        layout = row(self, spacing=Space.S, margins=(Space.M, Space.S, Space.M, Space.S))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=Space.XS)
        words.addWidget(self.count_label)
        words.addWidget(self.state_label)
        words.addWidget(self.reason_label)
        words.addWidget(self.quorum_label)
        layout.addLayout(words, 1)
        self.show_count(Count(0, 0, 0, 0))

    def show_count(self, count: Count) -> None:
        """Show another count."""
        text = self.tr("{count} deliberate · {there} sit")
        self.count_label.setText(text.format(count=count.deliberating, there=count.sitting))
        quorum = self.tr("Quorum {quorum}, {all} voices in all")
        self.quorum_label.setText(quorum.format(quorum=count.quorum, all=count.voters))
        state, tone, icon = self._state(count)
        self.state_label.setText(state)
        self.reason_label.setText(count.reason or count.awaited)
        self.reason_label.setVisible(bool(count.reason or count.awaited))
        set_tone(self.state_label, tone)
        set_tone(self, tone, "finding")
        self._icon.show_icon(icon, tone)
        self.setAccessibleName(f"{self.count_label.text()}. {state}. {self.reason_label.text()}")

    def _state(self, count: Count) -> tuple[str, Tone, str]:
        if count.reason:
            return self.tr("Irregular"), "danger", "blocked"
        if count.awaited:
            return self.tr("To be noted"), "warning", "warning"
        return self.tr("Regular"), "success", "check-circle"
