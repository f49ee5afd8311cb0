"""One member of the jury in the room: presence, declaration, recusal, who presides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from jurydesk.ui.pages.deliberation.hour_edit import HourEdit
from jurydesk.ui.pages.deliberation.member_view import IN_ORDER, TIED, UNREAD, Presence
from jurydesk.ui.pages.deliberation.recusal_part import RecusalPart
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, fill_menu, icon_button
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.switches import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.deliberation import Recusal
    from jurydesk.ui.pages.deliberation.member_view import Declared, MemberView


class MemberRow(QFrame):
    """One member. Space, D, X, H, K and L work while it has the focus.

    Signals:
        presence_changed: who is there, or no longer, and from when to when (`Presence`).
        recusal_changed: somebody was recused, or no longer is, or for another reason.
        declared: whether the files were read, and whether there is no tie (`Declared`).
        presiding_asked: this member should preside in the place of the president.
        absence_asked: this member does not come or leaves: what then?
    """

    presence_changed = Signal(object)
    recusal_changed = Signal()
    declared = Signal(object)
    presiding_asked = Signal()
    absence_asked = Signal()

    def __init__(self, member: MemberView, *, is_locked: bool) -> None:
        """Show the member; `is_locked` once the deliberation is closed."""
        super().__init__()
        self.member = member
        self._is_locked = is_locked
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{member.number}. {member.name}, {member.seat}")
        self.presence_switch = Switch(self.tr("Present"), is_on=bool(member.present))
        self.presence_switch.setAccessibleName(f"{self.tr('Present')} : {member.name}")
        self.presence_switch.setEnabled(not is_locked)
        self.hours_button = icon_button("clock", self.tr("Came late or left early…"))
        self.hours_button.setCheckable(True)
        self.arrived_edit = HourEdit(member.arrived, self.tr("arrived"))
        self.left_edit = HourEdit(member.left, self.tr("left"))
        self.declaration_chip = self._build_declaration_chip()
        self._recusal = RecusalPart(member, self.declaration_chip, is_locked=is_locked)
        self.recusal_box = self._recusal.recusal_box
        self.reason_edit = self._recusal.reason_edit
        for edit in (self.arrived_edit, self.left_edit):
            edit.setReadOnly(is_locked)
        self.more_button = self._build_more()
        self._build()
        self._connect()

    def presence(self) -> Presence:
        """Return the presence as it stands on screen."""
        there = self.presence_switch.isChecked()
        hours = (self.arrived_edit.hour(), self.left_edit.hour()) if there else (None, None)
        return Presence(self.member.examiner_id, there, *hours)

    def recusal(self) -> Recusal | None:
        """Return the recusal as written; None where there is none."""
        return self._recusal.recusal()

    def mark_present(self) -> None:
        """Show the member as present without telling anybody."""
        self.presence_switch.blockSignals(True)
        self.presence_switch.setChecked(True)
        self.presence_switch.blockSignals(False)

    def show_presence(self, presence: Presence) -> None:
        """Show another presence without telling anybody."""
        self.presence_switch.blockSignals(True)
        self.presence_switch.setChecked(presence.is_there)
        self.presence_switch.blockSignals(False)
        self.arrived_edit.show_hour(presence.arrived)
        self.left_edit.show_hour(presence.left)
        has_hours = presence.arrived is not None or presence.left is not None
        self.hours_button.setChecked(has_hours or self._hours.isAncestorOf(self._focused()))

    def follow(self, member: MemberView, *, for_another: bool) -> None:
        """Show the same member as noted now, `for_another` candidate or for the same."""
        self.member = member
        there = bool(member.present)
        self.show_presence(Presence(member.examiner_id, there, member.arrived, member.left))
        if for_another:
            self._recusal.show_member(member)

    def set_terse(self, *, is_terse: bool) -> None:
        """Leave only what a jury sees on a wall: name, presence, declaration, recusal if any."""
        for widget in (self.hours_button, self.more_button):
            widget.setVisible(not is_terse)
        self._recusal.set_terse(is_terse=is_terse)

    def _build(self) -> None:
        layout = column(self, spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S))
        head = row(spacing=Space.S)
        if self.member.number:
            cap = label(str(self.member.number), "caption")
            cap.setProperty("key", "true")
            head.addWidget(cap)
        head.addWidget(ElidedLabel(self.member.name, "strong"), 1)
        if self.member.presides:
            head.addWidget(IconLabel("star", "accent", spoken=self.tr("Presides")))
        head.addWidget(self.presence_switch)
        layout.addLayout(head)
        layout.addLayout(self._build_seat())
        layout.addWidget(self._build_hours())
        layout.addWidget(self._recusal)

    def _build_seat(self) -> QHBoxLayout:
        line = row(spacing=Space.S)
        self.seat_label = ElidedLabel(self.member.seat, "caption", "muted")
        line.addWidget(self.seat_label, 1)
        self._vote_chip = self._build_vote_chip()
        line.addWidget(self._vote_chip)
        for button in (self.hours_button, self.more_button):
            button.setProperty("small", "true")
            line.addWidget(button)
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

    def _build_more(self) -> QToolButton:
        button = icon_button("more", self.tr("More acts"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.setEnabled(not self._is_locked)
        # Made when it is opened: the room shows a member many times, and few menus
        button.menu().aboutToShow.connect(self._fill_more)
        return button

    def _fill_more(self) -> None:
        acts = [
            Act(self.tr("Declares: files read, no tie (D)"), partial(self._declare, IN_ORDER)),
            Act(self.tr("Has not read the files"), partial(self._declare, UNREAD)),
            Act(self.tr("Declares a tie"), partial(self._declare, TIED)),
            Act(self.tr("Does not come, or leaves… (L)"), self.absence_asked.emit),
        ]
        if self.member.deliberates and not self.member.is_president:
            text = self.tr("Presides in the place of the president (K)")
            acts.insert(3, Act(text, self.presiding_asked.emit))
        menu = self.more_button.menu()
        menu.clear()
        fill_menu(menu, tuple(acts))

    def _connect(self) -> None:
        self.presence_switch.toggled.connect(self._on_presence_changed)
        self.hours_button.toggled.connect(self._on_hours_toggled)
        self.arrived_edit.hour_changed.connect(self._on_presence_changed)
        self.left_edit.hour_changed.connect(self._on_presence_changed)
        self._recusal.changed.connect(self.recusal_changed)

    def _build_vote_chip(self) -> Chip:
        if self.member.deliberates:
            return Chip(self.tr("Votes"), "accent", "vote")
        return Chip(self.tr("Present, no vote"), "plain", "mute")

    def _build_declaration_chip(self) -> Chip:
        found = self.member.declared
        if found is None:
            return Chip(self.tr("Nothing declared yet"), "muted", "circle")
        if not found.read_files:
            return Chip(self.tr("Files not read"), "danger", "blocked")
        if not found.no_tie:
            return Chip(self.tr("Declares a tie"), "danger", "link")
        return Chip(self.tr("Declared at {time}").format(time=found.when), "success", "check")

    def _declare(self, declared: Declared) -> None:
        self.declared.emit(declared)

    def _focused(self) -> QWidget:
        focused: QWidget | None = self.window().focusWidget()
        return self if focused is None else focused

    def _on_presence_changed(self, *_ignored: object) -> None:
        self.presence_changed.emit(self.presence())

    def _on_hours_toggled(self, is_on: bool) -> None:
        self._hours.setVisible(is_on)
        if is_on and self.hours_button.hasFocus():
            self.arrived_edit.setFocus()

    def _acts_by_key(self) -> dict[int, Callable[[], None]]:
        if self._is_locked:
            return {}
        keys = Qt.Key
        found: dict[int, Callable[[], None]] = {
            keys.Key_Space: self.presence_switch.click,
            keys.Key_D: partial(self._declare, IN_ORDER),
            keys.Key_H: self._open_hours,
            keys.Key_L: self.absence_asked.emit,
        }
        if self.member.deliberates:
            found[keys.Key_X] = self.recusal_box.click
            if not self.member.is_president:
                found[keys.Key_K] = self.presiding_asked.emit
        return found

    def _open_hours(self) -> None:
        self.hours_button.setChecked(True)
        self.arrived_edit.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the letters of a member from the shortcuts of the room."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if bare and self.hasFocus() and event.key() in self._acts_by_key():
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the letter says."""
        act = self._acts_by_key().get(event.key())
        if act is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            act()
        else:
            super().keyPressEvent(event)
