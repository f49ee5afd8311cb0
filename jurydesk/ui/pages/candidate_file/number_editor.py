"""The field in which a national number is typed: its key is checked as soon as it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from jurydesk.services.national_numbers import check_typed
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.form_fields import FieldGroup, FieldNote, FormField, text_edit
from jurydesk.ui.widgets.layouts import column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from jurydesk.domain.people import Candidate
    from jurydesk.wording import Wording

WHOLE = 15


class NumberEditor(QWidget):
    """One line with what speaks against it. What was typed goes when the editor goes.

    Signals:
        submitted: the number as typed.
        given_up: the person wants to keep nothing.
    """

    submitted = Signal(str)
    given_up = Signal()

    def __init__(self, wording: Wording, person: Candidate) -> None:
        """Show an empty line for the number of one person."""
        super().__init__()
        self._wording = wording
        self._person = person
        self.edit = text_edit(placeholder="2 69 05 49 588 157 80")
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._on_left)
        self.edit.returnPressed.connect(self._submit)
        hint = self.tr("15 characters, as on the card.")
        self.field = FormField(self.tr("Number with its key"), self.edit, hint=hint)
        group = FieldGroup()
        group.add(self.field)
        layout = column(self, spacing=Space.S)
        layout.addWidget(group)
        acts = FlowRow()
        save = Act(self.tr("Save the number"), self._submit, "check", manner="primary")
        cancel = Act(self.tr("Cancel"), self.given_up.emit, "close")
        acts.set_widgets([act_button(save), act_button(cancel)])
        layout.addWidget(acts)
        self.setFocusProxy(self.edit)

    def show_refusal(self, text: str) -> None:
        """Say why the number was not kept; it stays as typed."""
        self.field.set_error(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, text: str) -> None:
        # While it is typed only a whole number is judged
        self._judge(text, is_whole=len("".join(text.split())) >= WHOLE)

    def _on_left(self) -> None:
        self._judge(self.edit.text(), is_whole=bool(self.edit.text().strip()))

    def _judge(self, text: str, *, is_whole: bool) -> None:
        faults = check_typed(text, self._person) if is_whole else ()
        worst = next(iter(faults), None)
        note = (
            FieldNote(self._wording.text(worst.code), is_blocking=worst.blocks) if worst else None
        )
        self.field.set_error("")
        self.field.set_note(note)

    def _submit(self) -> None:
        self.submitted.emit(self.edit.text())

    def _come_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come into view with its buttons, once the layout has placed them."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._come_into_view)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape before the file does."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
