"""Name, kind and note of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.attachments import Attachment
    from jurydesk.wording import Wording

WIDTH = 480


class DescribeDialog(AskDialog):
    """Collects what `services.attachments.describe` is given.

    Signals:
        submitted: the keywords of the call.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        document: Attachment,
        *,
        asked: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Show what is written now; `asked` are the kinds of the route."""
        super().__init__(wording, parent, width=WIDTH)
        self.name_edit = text_edit(document.name)
        codes = dict.fromkeys((*asked, document.requirement, ""))
        choices: list[tuple[object, str]] = [
            (code, term(wording, "document", code or "OTHER")) for code in codes
        ]
        self.kind_box = ChoiceBox(choices, document.requirement)
        self.note_edit = text_edit(document.note)
        self._name = FormField(self.tr("Name"), self.name_edit, needed=True)
        self.save_button = QPushButton(self.tr("Keep"))
        self._build()
        stem = document.name.rpartition(".")[0]
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        # The ending says what it is and stays
        self.name_edit.setSelection(0, len(stem))

    @override
    def show_refusal(self, text: str) -> None:
        """Say at the name what is wrong with it."""
        self._name.set_error(text)

    def problem(self) -> str:
        """Return what is said to be wrong."""
        return self._name.error()

    def _build(self) -> None:
        self.add_heading(self.tr("Document"))
        self.outer.addWidget(self._name)
        self.outer.addWidget(FormField(self.tr("Kind"), self.kind_box))
        self.outer.addWidget(FormField(self.tr("Note"), self.note_edit))
        self.add_buttons(self.save_button, self._submit)

    def _submit(self) -> None:
        self.submitted.emit(
            {
                "name": self.name_edit.text(),
                "requirement": str(self.kind_box.value() or ""),
                "note": self.note_edit.text(),
            }
        )
