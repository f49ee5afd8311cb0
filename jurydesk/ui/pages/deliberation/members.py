"""The members of the jury in the room, and on top whether they may decide on this candidate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jurydesk.ui.pages.deliberation.live_count import LiveCount
from jurydesk.ui.pages.deliberation.member_row import MemberRow
from jurydesk.ui.pages.deliberation.member_view import IN_ORDER
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.layouts import clear, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from jurydesk.domain.deliberation import Recusal
    from jurydesk.ui.pages.deliberation.member_view import MemberView, Presence


class MembersPanel(QWidget):
    """The members of one jury, and on top how many deliberate on this candidate.

    Signals:
        presence_changed: who is there, or no longer (a tuple of `Presence`).
        recusals_changed: the recusals of this candidate are different now.
        declared: examiner, or 0 for everybody who is there, and what they declare (`Declared`).
        presiding_asked: the examiner who should preside.
        absence_asked: the examiner who does not come or leaves.
    """

    presence_changed = Signal(object)
    recusals_changed = Signal()
    declared = Signal(int, object)
    presiding_asked = Signal(int)
    absence_asked = Signal(int)

    def __init__(self) -> None:
        """Start without a jury."""
        super().__init__()
        self.rows: tuple[MemberRow, ...] = ()
        self.count = LiveCount()
        everybody = Act(self.tr("All present"), self.mark_all_present, "check", "Alt+T")
        self.all_button = act_button(everybody)
        all_declare = Act(self.tr("All declare"), self.declare_all, "note", "Alt+D")
        self.declare_button = act_button(all_declare)
        self.declare_button.setToolTip(
            self.tr("All have read the files and declare no tie (Alt+D)")
        )
        self._is_terse = False
        self._is_locked = False
        self._layout: QVBoxLayout = column(spacing=Space.S)
        self._buttons = QWidget()
        line = row(self._buttons, spacing=Space.S)
        line.addWidget(self.all_button, 1)
        line.addWidget(self.declare_button, 1)
        outer = column(self, spacing=Space.S)
        outer.addWidget(self.count)
        outer.addWidget(self._buttons)
        outer.addLayout(self._layout)

    def show_members(
        self, members: Sequence[MemberView], *, is_locked: bool, for_another: bool
    ) -> None:
        """Show these members as they stand now, `for_another` candidate or for the same.

        Rows that show the same persons stay: a field in hand is left alone.
        """
        is_same = is_locked == self._is_locked and len(members) == len(self.rows)
        self._is_locked = is_locked
        kept = self.rows if is_same else ()
        if not is_same:
            clear(self._layout)
        self.rows = tuple(
            self._row_for(member, kept[at] if kept else None, for_another=for_another)
            for at, member in enumerate(members)
        )
        for button in (self.all_button, self.declare_button):
            button.setVisible(not is_locked)

    def set_terse(self, *, is_terse: bool) -> None:
        """Leave only what a jury sees on a wall."""
        self._is_terse = is_terse
        self._buttons.setVisible(not is_terse)
        for one in self.rows:
            one.set_terse(is_terse=is_terse)

    def mark_all_present(self) -> None:
        """Note everybody as present, in one act."""
        for one in self.rows:
            one.mark_present()
        if self.rows:
            self.presence_changed.emit(tuple(one.presence() for one in self.rows))

    def declare_all(self) -> None:
        """Note that everybody who is there read the files and declares no tie."""
        if self.rows and self.declare_button.isVisibleTo(self):
            self.declared.emit(0, IN_ORDER)

    def toggle_presence(self, number: int) -> None:
        """Switch the presence of one member by their number (Alt+1 …)."""
        row_ = self._row(number)
        if row_ is not None:
            row_.presence_switch.click()

    def come_or_leave(self, number: int, *, now: time) -> None:
        """Note that one member came or left at that hour (Shift+Alt+1 …)."""
        row_ = self._row(number)
        if row_ is not None and row_.presence_switch.isEnabled():
            presence = row_.presence().at(now)
            row_.show_presence(presence)
            self.presence_changed.emit((presence,))

    def go_on(self) -> None:
        """Put the focus on the first member, or the one after that which has it (M)."""
        at = self._place_of_focus()
        if self.rows:
            following = 0 if at is None else (at + 1) % len(self.rows)
            self.rows[following].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def recusals(self) -> tuple[Recusal, ...]:
        """Return the recusals as written."""
        found = (one.recusal() for one in self.rows)
        return tuple(recusal for recusal in found if recusal is not None)

    def _row_for(
        self, member: MemberView, old: MemberRow | None, *, for_another: bool
    ) -> MemberRow:
        if old is not None and old.member.frame() == member.frame():
            old.follow(member, for_another=for_another)
            return old
        one = self._new_row(member)
        if old is None:
            self._layout.addWidget(one)
            return one
        had_focus = old.hasFocus()
        self._layout.replaceWidget(old, one)
        old.hide()
        old.deleteLater()
        one.show()
        if had_focus:
            one.setFocus()
        return one

    def _new_row(self, member: MemberView) -> MemberRow:
        one = MemberRow(member, is_locked=self._is_locked)
        key = member.examiner_id
        one.presence_changed.connect(self._on_presence_changed)
        one.recusal_changed.connect(self.recusals_changed)
        one.declared.connect(partial(self.declared.emit, key))
        one.presiding_asked.connect(partial(self.presiding_asked.emit, key))
        one.absence_asked.connect(partial(self.absence_asked.emit, key))
        one.set_terse(is_terse=self._is_terse)
        return one

    def _row(self, number: int) -> MemberRow | None:
        return self.rows[number - 1] if 0 < number <= len(self.rows) else None

    def _place_of_focus(self) -> int | None:
        places = (at for at, one in enumerate(self.rows) if one.hasFocus())
        return next(places, None)

    def _on_presence_changed(self, presence: Presence) -> None:
        self.presence_changed.emit((presence,))
