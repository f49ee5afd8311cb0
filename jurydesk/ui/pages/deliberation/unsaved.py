"""Says above a candidate why the last words were not saved, and what somebody else wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from jurydesk.domain.deliberation import HearingRecord
from jurydesk.finding_text import term
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import pair, sentence_case

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.wording import Wording


class UnsavedNote(QFrame):
    """What was typed stays below, unsaved, until one of the two is chosen.

    Signals:
        mine_chosen: what is on screen is to be saved.
        theirs_chosen: what is stored is to be shown again.
    """

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self) -> None:
        """Start hidden: nothing was refused."""
        super().__init__()
        self.setProperty("finding", "danger")
        self.sentence_label = label("", "strong", wraps=True)
        self.theirs_label = label("", wraps=True)
        mine = Act(self.tr("Save what I wrote"), self.mine_chosen.emit, "save", "Alt+M")
        theirs = Act(self.tr("Take what is stored"), self.theirs_chosen.emit, "undo", "Alt+O")
        self.mine_button = act_button(mine)
        self.theirs_button = act_button(theirs)
        layout = row(self, spacing=Space.S, margins=(Space.M, Space.S, Space.M, Space.S))
        layout.addWidget(IconLabel("blocked", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=Space.XS)
        words.addWidget(self.sentence_label)
        words.addWidget(self.theirs_label)
        buttons = row(spacing=Space.S)
        buttons.addWidget(self.mine_button)
        buttons.addWidget(self.theirs_button)
        buttons.addStretch(1)
        words.addLayout(buttons)
        layout.addLayout(words, 1)
        self.hide()

    def show_refusal(self, sentence: str, theirs: str) -> None:
        """Say why, and what is stored in the place of what was typed."""
        self.sentence_label.setText(sentence)
        self.theirs_label.setText(theirs)
        self.theirs_label.setVisible(bool(theirs))
        self.setAccessibleName(f"{sentence} {theirs}")
        self.show()


def differences(
    mine: HearingRecord, theirs: HearingRecord, wording: Wording, names: Mapping[str, str]
) -> str:
    """Return what is stored wherever it differs from what was typed; `names` of the fields."""
    said_mine, said_theirs = _words(mine, wording), _words(theirs, wording)
    keys = dict.fromkeys((*said_theirs, *said_mine))
    return "\n".join(
        pair(names.get(key, key), said_theirs.get(key) or "–")
        for key in keys
        if said_mine.get(key) != said_theirs.get(key)
    )


def _words(record: HearingRecord, wording: Wording) -> dict[str, str]:
    """Return each part of a record in words, by the name of its field or the code of its block."""
    found = {"appearance": sentence_case(term("appearance", record.appearance, wording))}
    for result in record.results:
        outcome = sentence_case(term("outcome", result.outcome, wording))
        texts = (result.reason, result.evidence, result.advice)
        found[result.block] = " · ".join(filter(None, (outcome, *texts)))
    if record.recusals:
        found["recusals"] = ", ".join(one.reason or "–" for one in record.recusals)
    if record.vote is not None:
        found["vote"] = " / ".join(map(str, record.vote.counts))
    found |= {"recommendation": record.recommendation, "observations": record.observations}
    return {key: text for key, text in found.items() if text}
