"""The members of the jury in the room: presence, recusal for this candidate, the live count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jurydesk.domain.deliberation import Recusal
from jurydesk.ui.pages.deliberation.hour_edit import HourEdit
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.form_fields import text_edit, tick
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import clear, column, row
from jurydesk.ui.widgets.switches import Switch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from PySide6.QtWidgets import QCheckBox

    from jurydesk.ui.theme.tokens import Tone


@dataclass(frozen=True)
class MemberView:
    """One member as the room shows them; `locked` recusals come from a tie and stay."""

    examiner_id: int
    name: str
    seat: str
    deliberates: bool
    is_president: bool
    present: bool | None
    arrived: time | None = None
    left: time | None = None
    recused: bool = False
    is_locked: bool = False
    reason: str = ""
    evidence: str = ""
    """The words in which the tie was read: they are the reason unless another is written."""


@dataclass(frozen=True)
class Presence:
    """Whether one member is there, and the hours where somebody came late or left early."""

    examiner_id: int
    is_there: bool
    arrived: time | None = None
    left: time | None = None


class MemberRow(QFrame):
    """One member: present or not, recused for this candidate or not.

    Signals:
        presence_changed: who is there, or no longer, and from when to when (`Presence`).
        recusal_changed: somebody was recused, or no longer is, or for another reason.
    """

    presence_changed = Signal(object)
    recusal_changed = Signal()

    def __init__(self, member: MemberView, *, is_locked: bool) -> None:
        """Show the member; `is_locked` once the deliberation is closed."""
        super().__init__()
        self.member = member
        self.setProperty("card", "true")
        self.presence_switch = Switch(self.tr("Present"), is_on=bool(member.present))
        self.presence_switch.setAccessibleName(f"{self.tr('Present')} : {member.name}")
        self.presence_switch.setEnabled(not is_locked)
        self.hours_button = icon_button("clock", self.tr("Came late or left early…"))
        self.hours_button.setCheckable(True)
        self.hours_button.setProperty("small", "true")
        self.arrived_edit = HourEdit(member.arrived, self.tr("arrived"))
        self.left_edit = HourEdit(member.left, self.tr("left"))
        self.recusal_box: QCheckBox = tick(self.tr("Recused for this candidate"))
        self.recusal_box.setChecked(member.recused)
        self.recusal_box.setEnabled(not is_locked and not member.is_locked)
        hint = member.evidence or self.tr("Reason of the recusal")
        self.reason_edit: QLineEdit = text_edit(member.reason, hint)
        self.reason_edit.setAccessibleName(f"{self.tr('Reason of the recusal')} : {member.name}")
        for edit in (self.arrived_edit, self.left_edit, self.reason_edit):
            edit.setReadOnly(is_locked)
        self._build()
        self._connect()

    def presence(self) -> Presence:
        """Return the presence as it stands on screen."""
        there = self.presence_switch.isChecked()
        hours = (self.arrived_edit.hour(), self.left_edit.hour()) if there else (None, None)
        return Presence(self.member.examiner_id, there, *hours)

    def recusal(self) -> Recusal | None:
        """Return the recusal as written; None where there is none."""
        reason = self.reason_edit.text().strip()
        if not self.recusal_box.isChecked() or (self.member.is_locked and not reason):
            # One that a tie asks for is planned already, with the words of the tie
            return None
        return Recusal(self.member.examiner_id, reason)

    def mark_present(self) -> None:
        """Show the member as present without telling anybody."""
        self.presence_switch.blockSignals(True)
        self.presence_switch.setChecked(True)
        self.presence_switch.blockSignals(False)

    def _build(self) -> None:
        layout = column(self, spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S))
        head = row(spacing=Space.S)
        head.addWidget(ElidedLabel(self.member.name, "strong"), 1)
        if self.member.is_president:
            head.addWidget(IconLabel("star", "accent", spoken=self.tr("President")))
        head.addWidget(self.presence_switch)
        layout.addLayout(head)
        layout.addLayout(self._build_seat())
        layout.addWidget(self._build_hours())
        layout.addWidget(self.recusal_box)
        layout.addWidget(self.reason_edit)
        self.recusal_box.setVisible(self.member.deliberates)
        self.reason_edit.setVisible(self.member.recused)

    def _build_seat(self) -> QHBoxLayout:
        line = row(spacing=Space.S)
        line.addWidget(ElidedLabel(self.member.seat, "caption", "muted"), 1)
        line.addWidget(self._vote_chip())
        line.addWidget(self.hours_button)
        return line

    def _build_hours(self) -> QWidget:
        self._hours = QWidget()
        line = row(self._hours, spacing=Space.S)
        for text, edit in (
            (self.tr("arrived"), self.arrived_edit),
            (self.tr("left"), self.left_edit),
        ):
            line.addWidget(label(text, "caption", tone="muted"))
            line.addWidget(edit, 1)
        is_shown = self.member.arrived is not None or self.member.left is not None
        self.hours_button.setChecked(is_shown)
        self._hours.setVisible(is_shown)
        return self._hours

    def _connect(self) -> None:
        self.presence_switch.toggled.connect(self._on_presence_changed)
        self.hours_button.toggled.connect(self._on_hours_toggled)
        self.arrived_edit.hour_changed.connect(self._on_presence_changed)
        self.left_edit.hour_changed.connect(self._on_presence_changed)
        self.recusal_box.toggled.connect(self._on_recusal_toggled)
        self.reason_edit.editingFinished.connect(self._on_reason_written)

    def _vote_chip(self) -> Chip:
        if self.member.deliberates:
            return Chip(self.tr("Votes"), "accent", "vote")
        return Chip(self.tr("Present, no vote"), "plain", "mute")

    def _on_presence_changed(self, *_ignored: object) -> None:
        self.presence_changed.emit(self.presence())

    def _on_hours_toggled(self, is_on: bool) -> None:
        self._hours.setVisible(is_on)
        if is_on:
            self.arrived_edit.setFocus()

    def _on_recusal_toggled(self, is_on: bool) -> None:
        self.reason_edit.setVisible(is_on)
        if is_on:
            self.reason_edit.setFocus()
        self.recusal_changed.emit()

    def _on_reason_written(self) -> None:
        if self.reason_edit.isModified():
            self.reason_edit.setModified(False)
            self.recusal_changed.emit()


class MembersPanel(QWidget):
    """The members of one jury, and on top how many deliberate on this candidate.

    Signals:
        presence_changed: who is there, or no longer (a tuple of `Presence`).
        recusals_changed: the recusals of this candidate are different now.
    """

    presence_changed = Signal(object)
    recusals_changed = Signal()

    def __init__(self) -> None:
        """Start without a jury."""
        super().__init__()
        self.rows: tuple[MemberRow, ...] = ()
        self.count_label = label("", "heading")
        self.quorum_label = label("", "caption", tone="muted", wraps=True)
        everybody = Act(self.tr("All present"), self.mark_all_present, "check", "Alt+T")
        self.all_button = act_button(everybody)
        self._layout: QVBoxLayout = column(spacing=Space.S)
        outer = column(self, spacing=Space.S)
        head = row(spacing=Space.S)
        words = column(spacing=0)
        words.addWidget(self.count_label)
        words.addWidget(self.quorum_label)
        head.addLayout(words, 1)
        head.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        outer.addLayout(self._layout)

    def show_members(self, members: Sequence[MemberView], *, is_locked: bool) -> None:
        """Show these members."""
        clear(self._layout)
        self.rows = tuple(MemberRow(member, is_locked=is_locked) for member in members)
        self.all_button.setVisible(not is_locked)
        for one in self.rows:
            one.presence_changed.connect(self._on_presence_changed)
            one.recusal_changed.connect(partial(self.recusals_changed.emit))
            self._layout.addWidget(one)

    def mark_all_present(self) -> None:
        """Note everybody as present, in one act."""
        for one in self.rows:
            one.mark_present()
        if self.rows:
            self.presence_changed.emit(tuple(one.presence() for one in self.rows))

    def show_count(self, deliberating: int, voters: int, quorum: int) -> None:
        """Say how many deliberate on this candidate, and whether that is enough."""
        enough = deliberating >= quorum
        text = self.tr("{count} voices of {all}").format(count=deliberating, all=voters)
        self.count_label.setText(text)
        tone: Tone = "success" if enough else "danger"
        set_tone(self.count_label, tone)
        state = self.tr("reached") if enough else self.tr("not reached")
        self.quorum_label.setText(
            self.tr("Quorum of {quorum} {state}").format(quorum=quorum, state=state)
        )

    def recusals(self) -> tuple[Recusal, ...]:
        """Return the recusals as written."""
        found = (one.recusal() for one in self.rows)
        return tuple(recusal for recusal in found if recusal is not None)

    def _on_presence_changed(self, presence: Presence) -> None:
        self.presence_changed.emit((presence,))
