"""The members of the jury in the room: presence, recusal for this candidate, the live count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from jurydesk.domain.deliberation import Recusal
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.form_fields import text_edit, tick
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import clear, column, row
from jurydesk.ui.widgets.switches import Switch

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    recused: bool = False
    is_locked: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Presence:
    """Whether one member is there. An object: a bool must not go through a signal of ours."""

    examiner_id: int
    is_there: bool


class MemberRow(QFrame):
    """One member: present or not, recused for this candidate or not.

    Signals:
        presence_changed: who is there, or no longer (`Presence`).
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
        self.recusal_box: QCheckBox = tick(self.tr("Recused for this candidate"))
        self.recusal_box.setChecked(member.recused)
        self.recusal_box.setEnabled(not is_locked and not member.is_locked)
        self.reason_edit: QLineEdit = text_edit(member.reason, self.tr("Reason of the recusal"))
        self.reason_edit.setAccessibleName(f"{self.tr('Reason of the recusal')} : {member.name}")
        self.reason_edit.setVisible(member.recused)
        self.reason_edit.setReadOnly(is_locked)
        self._build()
        self.presence_switch.toggled.connect(self._on_presence_toggled)
        self.recusal_box.toggled.connect(self._on_recusal_toggled)
        self.reason_edit.editingFinished.connect(self.recusal_changed)

    def recusal(self) -> Recusal | None:
        """Return the recusal as written; None where there is none."""
        if not self.recusal_box.isChecked():
            return None
        return Recusal(self.member.examiner_id, self.reason_edit.text().strip())

    def _build(self) -> None:
        layout = column(self, spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S))
        head = row(spacing=Space.S)
        head.addWidget(ElidedLabel(self.member.name, "strong"), 1)
        if self.member.is_president:
            head.addWidget(IconLabel("star", "accent", spoken=self.tr("President")))
        head.addWidget(self.presence_switch)
        layout.addLayout(head)
        layout.addWidget(ElidedLabel(self.member.seat, "caption", "muted"))
        chips = FlowRow(Space.XS)
        chips.set_widgets((self._vote_chip(),))
        layout.addWidget(chips)
        layout.addWidget(self.recusal_box)
        layout.addWidget(self.reason_edit)

    def _vote_chip(self) -> Chip:
        if self.member.deliberates:
            return Chip(self.tr("Votes"), "accent", "vote")
        return Chip(self.tr("Present, no vote"), "plain", "mute")

    def _on_presence_toggled(self, is_on: bool) -> None:
        self.presence_changed.emit(Presence(self.member.examiner_id, is_on))

    def _on_recusal_toggled(self, is_on: bool) -> None:
        self.reason_edit.setVisible(is_on)
        if is_on:
            self.reason_edit.setFocus()
        self.recusal_changed.emit()


class MembersPanel(QWidget):
    """The members of one jury, and on top how many deliberate on this candidate.

    Signals:
        presence_changed: who is there, or no longer (`Presence`).
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
        self._layout: QVBoxLayout = column(spacing=Space.S)
        outer = column(self, spacing=Space.S)
        outer.addWidget(self.count_label)
        outer.addWidget(self.quorum_label)
        outer.addLayout(self._layout)

    def show_members(self, members: Sequence[MemberView], *, is_locked: bool) -> None:
        """Show these members."""
        clear(self._layout)
        self.rows = tuple(MemberRow(member, is_locked=is_locked) for member in members)
        for one in self.rows:
            one.presence_changed.connect(self.presence_changed)
            one.recusal_changed.connect(partial(self.recusals_changed.emit))
            self._layout.addWidget(one)

    def show_count(self, deliberating: int, voters: int, quorum: int) -> None:
        """Say how many deliberate on this candidate, and whether that is enough."""
        enough = deliberating >= quorum
        text = self.tr("{count} of {all} deliberate").format(count=deliberating, all=voters)
        self.count_label.setText(text)
        tone: Tone = "success" if enough else "danger"
        set_tone(self.count_label, tone)
        state = self.tr("regular") if enough else self.tr("irregular")
        self.quorum_label.setText(
            self.tr("Quorum {quorum}: {state}").format(quorum=quorum, state=state)
        )

    def recusals(self) -> tuple[Recusal, ...]:
        """Return the recusals as written."""
        found = (one.recusal() for one in self.rows)
        return tuple(recusal for recusal in found if recusal is not None)
