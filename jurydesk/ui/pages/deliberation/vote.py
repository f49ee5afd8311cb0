"""A vote, asked for only where voices differ; the president decides when they are equal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.deliberation import Vote
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import figure_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.switches import Switch

MOST_VOICES = 9


class VotePanel(QWidget):
    """Voices for, against and abstained.

    Signals:
        changed: another vote, or none any more.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start without a vote."""
        super().__init__()
        self.vote_switch = Switch(self.tr("Record a vote"))
        self.boxes = tuple(figure_edit(0, MOST_VOICES) for _ in range(3))
        self.casting_label = label(
            self.tr("Equal voices: the president’s vote decides (D6412-6)."),
            tone="warning",
            wraps=True,
        )
        self._voices = QWidget()
        layout = column(self, spacing=Space.S)
        layout.addWidget(self.vote_switch)
        layout.addWidget(self._build_voices())
        layout.addWidget(self.casting_label)
        self.show_vote(None, is_locked=False)
        self.vote_switch.toggled.connect(self._on_toggled)
        for box in self.boxes:
            box.valueChanged.connect(self._on_voices_changed)

    def show_vote(self, vote: Vote | None, *, is_locked: bool) -> None:
        """Show a vote, or that there was none."""
        voices = (vote.in_favour, vote.against, vote.abstained) if vote else (0, 0, 0)
        for widget in (self.vote_switch, *self.boxes):
            widget.blockSignals(True)
        self.vote_switch.setChecked(vote is not None)
        self.vote_switch.setEnabled(not is_locked)
        for box, count in zip(self.boxes, voices, strict=True):
            box.setValue(count)
            box.setEnabled(not is_locked)
        for widget in (self.vote_switch, *self.boxes):
            widget.blockSignals(False)
        self._show_parts()

    def vote(self) -> Vote | None:
        """Return the vote as typed; None where none was asked for."""
        if not self.vote_switch.isChecked():
            return None
        in_favour, against, abstained = (box.value() for box in self.boxes)
        return Vote(in_favour, against, abstained)

    def _build_voices(self) -> QWidget:
        layout = row(self._voices, spacing=Space.S)
        words = (self.tr("For"), self.tr("Against"), self.tr("Abstained"))
        for text, box in zip(words, self.boxes, strict=True):
            name = label(text)
            name.setBuddy(box)
            box.setAccessibleName(text)
            layout.addWidget(name)
            layout.addWidget(box)
        layout.addStretch(1)
        return self._voices

    def _show_parts(self) -> None:
        vote = self.vote()
        self._voices.setVisible(vote is not None)
        self.casting_label.setVisible(
            vote is not None and bool(vote.in_favour) and vote.needs_casting_vote
        )

    def _on_toggled(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _on_voices_changed(self) -> None:
        self._show_parts()
        self.changed.emit()
