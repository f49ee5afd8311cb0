"""Who deliberates on this candidate now, and whether the jury may decide, in words and colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
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
    finding: Finding | None = None
    """What the reason, or what is awaited, was found by."""


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
        self.act_button: QPushButton | None = None
        self._words = words = column(spacing=Space.XS)
        words.addWidget(self.count_label)
        words.addWidget(self.state_label)
        words.addWidget(self.reason_label)
        words.addWidget(self.quorum_label)
        layout.addLayout(words, 1)
        self.show_count(Count(0, 0, 0, 0))

    def show_count(self, count: Count, act: Act | None = None) -> None:
        """Show another count, and the act that settles what speaks against it."""
        text = self.tr("Deliberating: {count} · sitting: {there}")
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
        self._show_act(act)
        self.setAccessibleName(f"{self.count_label.text()}. {state}. {self.reason_label.text()}")

    def _show_act(self, act: Act | None) -> None:
        # It is told anew after each save, and must keep the focus where the words are the same
        if self.act_button is not None and act is not None and self.act_button.text() == act.text:
            return
        if self.act_button is not None:
            self.act_button.hide()
            self.act_button.deleteLater()
        self.act_button = None
        if act is not None:
            self.act_button = act_button(replace(act, icon="arrow-right", manner="link"))
            self._words.addWidget(self.act_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _state(self, count: Count) -> tuple[str, Tone, str]:
        if count.reason:
            return self.tr("Irregular"), "danger", "blocked"
        if count.awaited:
            return self.tr("To be noted"), "warning", "warning"
        return self.tr("Regular"), "success", "check-circle"
