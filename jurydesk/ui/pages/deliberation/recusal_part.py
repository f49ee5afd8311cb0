"""Whether one member is recused for the candidate in view, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.deliberation import Recusal
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import text_edit, tick
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from jurydesk.ui.pages.deliberation.member_view import MemberView


class RecusalPart(QWidget):
    """A tick beside what was declared, and below it the reason.

    Signals:
        changed: somebody was recused, or no longer is, or for another reason.
    """

    changed = Signal()

    def __init__(self, member: MemberView, declared: QWidget, *, is_locked: bool) -> None:
        """Show one member; `declared` stands at the left of the tick."""
        super().__init__()
        self._member = member
        self._is_locked = is_locked
        self.recusal_box = tick(self.tr("Recused"))
        self.recusal_box.setToolTip(self.tr("Recused for this candidate"))
        self.reason_edit = text_edit()
        self.reason_edit.setAccessibleName(f"{self.tr('Reason of the recusal')} : {member.name}")
        self.reason_edit.setReadOnly(is_locked)
        layout = column(self, spacing=Space.XS)
        line = row(spacing=Space.S)
        line.addWidget(declared)
        line.addStretch(1)
        line.addWidget(self.recusal_box)
        layout.addLayout(line)
        layout.addWidget(self.reason_edit)
        self.recusal_box.setVisible(member.deliberates)
        self.show_member(member)
        self.recusal_box.toggled.connect(self._on_toggled)
        self.reason_edit.editingFinished.connect(self._on_written)

    def show_member(self, member: MemberView) -> None:
        """Show the same member for another candidate."""
        self._member = member
        self.recusal_box.blockSignals(True)
        self.recusal_box.setChecked(member.recused)
        self.recusal_box.blockSignals(False)
        self.recusal_box.setEnabled(not self._is_locked and not member.is_locked)
        self.reason_edit.setText(member.reason)
        self.reason_edit.setPlaceholderText(member.evidence or self.tr("Reason of the recusal"))
        self.reason_edit.setVisible(member.recused)

    def recusal(self) -> Recusal | None:
        """Return the recusal as written; None where there is none."""
        reason = self.reason_edit.text().strip()
        if not self.recusal_box.isChecked() or (self._member.is_locked and not reason):
            # One that a tie asks for is planned already, with the words of the tie
            return None
        return Recusal(self._member.examiner_id, reason)

    def set_terse(self, *, is_terse: bool) -> None:
        """Show the tick only where somebody is recused."""
        is_told = not is_terse or self.recusal_box.isChecked()
        self.recusal_box.setVisible(self._member.deliberates and is_told)

    def _on_toggled(self, is_on: bool) -> None:
        self.reason_edit.setVisible(is_on)
        if is_on:
            self.reason_edit.setFocus()
        self.changed.emit()

    def _on_written(self) -> None:
        if self.reason_edit.isModified():
            self.reason_edit.setModified(False)
            self.changed.emit()
