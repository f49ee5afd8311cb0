"""A vote, asked for only where voices differ; who presides decides when they are equal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.deliberation import Ballot, Vote
from jurydesk.ui.pages.deliberation.voices import BallotRow, VoiceChoice
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import figure_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column, row
from jurydesk.ui.widgets.switches import SegmentedControl, Switch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.deliberation import Voice

MOST_VOICES = 9
BY_MEMBER, IN_FIGURES = "members", "figures"


@dataclass(frozen=True)
class Voter:
    """One member who deliberates on this candidate."""

    examiner_id: int
    name: str
    presides: bool = False


class VotePanel(QWidget):
    """Voices, member by member or in figures, and the casting vote where they are equal.

    Signals:
        changed: another vote, or none any more.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start without a vote."""
        super().__init__()
        self.vote_switch = Switch(self.tr("Record a vote"))
        self.manner = SegmentedControl(
            [(BY_MEMBER, self.tr("By member")), (IN_FIGURES, self.tr("In figures"))]
        )
        self.boxes = tuple(figure_edit(0, MOST_VOICES) for _ in range(3))
        self.ballots: tuple[BallotRow, ...] = ()
        self.casting_label = label("", tone="warning", wraps=True)
        self.casting = VoiceChoice(self.tr("Casting vote"), may_abstain=False)
        self._voters: tuple[Voter, ...] = ()
        self._is_locked = False
        self._figures = QWidget()
        self._members = QWidget()
        self._members_layout = column(self._members, spacing=Space.XS)
        self._casting = QWidget()
        self._build()
        self._connect()
        self.show_vote(None, (), is_locked=False)

    def show_vote(self, vote: Vote | None, voters: Sequence[Voter], *, is_locked: bool) -> None:
        """Show a vote among these members, or that there was none."""
        self._is_locked = is_locked
        widgets = (self.vote_switch, *self.boxes)
        for widget in widgets:
            widget.blockSignals(True)
        self.vote_switch.setChecked(vote is not None)
        for box, count in zip(self.boxes, vote.counts if vote else (0, 0, 0), strict=True):
            box.setValue(count)
        for widget in widgets:
            widget.setEnabled(not is_locked)
            widget.blockSignals(False)
        has_figures = vote is not None and any(vote.counts) and not vote.ballots
        self.manner.set_value(IN_FIGURES if has_figures else BY_MEMBER)
        self.manner.setEnabled(not is_locked)
        self._show_ballots(voters, {b.examiner_id: b.voice for b in vote.ballots} if vote else {})
        self.casting.show_voice(vote.casting if vote else None, is_locked=is_locked)
        self._show_parts()

    def show_voters(self, voters: Sequence[Voter]) -> None:
        """Take other members in: somebody came, left or was recused; what was voted stays."""
        if tuple(voters) == self._voters:
            return
        said = {one.voter.examiner_id: one.voice() for one in self.ballots}
        self._show_ballots(voters, {key: voice for key, voice in said.items() if voice})
        self._show_parts()

    def vote(self) -> Vote | None:
        """Return the vote as noted; None where none was asked for."""
        if not self.vote_switch.isChecked():
            return None
        casting = self.casting.voice() if self._is_tied() else None
        if self.manner.value() == IN_FIGURES:
            in_favour, against, abstained = self._figures_given()
            return Vote(in_favour, against, abstained, casting=casting)
        return Vote.of(self._given(), casting=casting)

    def begin(self) -> None:
        """Record a vote and go to the first voice (V)."""
        if self._is_locked:
            return
        if not self.vote_switch.isChecked():
            self.vote_switch.click()
        by_member = self.manner.value() == BY_MEMBER and self.ballots
        (self.ballots[0] if by_member else self.boxes[0]).setFocus()

    def _build(self) -> None:
        layout = column(self, spacing=Space.S)
        head = row(spacing=Space.M)
        head.addWidget(self.vote_switch)
        head.addWidget(self.manner)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._members)
        layout.addWidget(self._build_figures())
        line = row(self._casting, spacing=Space.M)
        line.addWidget(self.casting_label, 1)
        line.addWidget(self.casting)
        layout.addWidget(self._casting)

    def _build_figures(self) -> QWidget:
        layout = row(self._figures, spacing=Space.S)
        words = (self.tr("For"), self.tr("Against"), self.tr("Abstained"))
        for text, box in zip(words, self.boxes, strict=True):
            name = label(text)
            name.setBuddy(box)
            box.setAccessibleName(text)
            layout.addWidget(name)
            layout.addWidget(box)
        layout.addStretch(1)
        return self._figures

    def _connect(self) -> None:
        self.vote_switch.toggled.connect(self._on_changed)
        self.manner.chosen.connect(self._on_changed)
        self.casting.changed.connect(self._on_changed)
        for box in self.boxes:
            box.valueChanged.connect(self._on_changed)

    def _show_ballots(self, voters: Sequence[Voter], said: dict[int, Voice]) -> None:
        self._voters = tuple(voters)
        clear(self._members_layout)
        self.ballots = tuple(
            BallotRow(one, said.get(one.examiner_id), is_locked=self._is_locked) for one in voters
        )
        for ballot in self.ballots:
            ballot.changed.connect(self._on_changed)
            ballot.moved.connect(self._on_moved)
            self._members_layout.addWidget(ballot)

    def _given(self) -> tuple[Ballot, ...]:
        said = ((one.voter.examiner_id, one.voice()) for one in self.ballots)
        return tuple(Ballot(key, voice) for key, voice in said if voice is not None)

    def _is_tied(self) -> bool:
        """Tell whether everybody voted and the voices are equal: only then somebody casts."""
        if not self.vote_switch.isChecked() or not self._voters:
            return False
        by_member = self.manner.value() == BY_MEMBER
        counts = Vote.of(self._given()).counts if by_member else self._figures_given()
        return sum(counts) >= len(self._voters) and counts[0] == counts[1]

    def _figures_given(self) -> tuple[int, int, int]:
        in_favour, against, abstained = (box.value() for box in self.boxes)
        return in_favour, against, abstained

    def _show_parts(self) -> None:
        is_on = self.vote_switch.isChecked()
        by_member = self.manner.value() == BY_MEMBER
        self.manner.setVisible(is_on)
        self._members.setVisible(is_on and by_member)
        self._figures.setVisible(is_on and not by_member)
        tied = self._is_tied()
        self._casting.setVisible(tied)
        president = next((one.name for one in self._voters if one.presides), "")
        self.casting.setVisible(bool(president))
        self.casting.setEnabled(not self._is_locked)
        words = self.tr("Equal voices: {name} presides and decides (D6412-6).")
        nobody = self.tr("Equal voices, and nobody presides: name who does (D6412-6).")
        self.casting_label.setText(words.format(name=president) if president else nobody)

    def _on_changed(self, *_ignored: object) -> None:
        self._show_parts()
        self.changed.emit()

    def _on_moved(self, by: int) -> None:
        places = [at for at, one in enumerate(self.ballots) if one.hasFocus()]
        at = (places[0] if places else 0) + by
        if 0 <= at < len(self.ballots):
            self.ballots[at].setFocus()
        elif by > 0 and self.casting.isVisible():
            self.casting.setFocus()
