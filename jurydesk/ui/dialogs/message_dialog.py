"""The words of one mail: subject and text, as they stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.form_fields import FormField, long_text_edit, text_edit

if TYPE_CHECKING:
    from jurydesk.services.outbox import MessageView
    from jurydesk.wording import Wording

WIDTH = 640
LINES = 18


class MessageDialog(AskDialog):
    """Collects the words of a person for one message; the papers that go with it stay.

    Signals:
        submitted: subject and text; both empty: those of the template.
    """

    submitted = Signal(str, str)

    def __init__(self, wording: Wording, view: MessageView, parent: QWidget | None = None) -> None:
        """Show the words that hold now."""
        super().__init__(wording, parent, width=WIDTH)
        self.subject_edit = text_edit(view.words.subject)
        self.subject_edit.setCursorPosition(0)
        self.text_edit = long_text_edit(view.words.text, LINES)
        self.save_button = QPushButton(self.tr("Keep these words"))
        self.template_button = QPushButton(self.tr("Back to the template"))
        self._build(view)
        self.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, view: MessageView) -> None:
        self.add_heading(self.tr("Message"), f"{view.contact.name}  {view.contact.email}".strip())
        self.outer.addWidget(FormField(self.tr("Subject"), self.subject_edit, needed=True))
        self.outer.addWidget(FormField(self.tr("Text"), self.text_edit, needed=True))
        self.add_problem()
        self.template_button.setVisible(view.is_own)
        self.template_button.clicked.connect(self._go_back)
        self.outer.addWidget(self.template_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_buttons(self.save_button, self._submit)

    def _go_back(self) -> None:
        self.submitted.emit("", "")

    def _submit(self) -> None:
        subject, text = self.subject_edit.text().strip(), self.text_edit.toPlainText().strip()
        if subject and text:
            self.submitted.emit(subject, text)
        else:
            self.show_refusal(self.tr("Write a subject and a text, or go back to the template."))
