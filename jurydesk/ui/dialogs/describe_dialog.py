"""Name, kind and note of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.attachments import Attachment
    from jurydesk.wording import Wording

WIDTH = 480


class DescribeDialog(QDialog):
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
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Document"))
        self.setMinimumWidth(WIDTH)
        self._wording = wording
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

    def show_failure(self, error: Exception) -> None:
        """Say at the name what is wrong with it."""
        text = str(error)
        if isinstance(error, JurydeskError):
            text = self._wording.text(error.code, **error.figures)
        self._name.set_error(text)

    def problem(self) -> str:
        """Return what is said to be wrong."""
        return self._name.error()

    def _build(self) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(self.tr("Document"), "heading"))
        outer.addWidget(self._name)
        outer.addWidget(FormField(self.tr("Kind"), self.kind_box))
        outer.addWidget(FormField(self.tr("Note"), self.note_edit))
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)
        self.save_button.setDefault(True)

    def _submit(self) -> None:
        self.submitted.emit(
            {
                "name": self.name_edit.text(),
                "requirement": str(self.kind_box.value() or ""),
                "note": self.note_edit.text(),
            }
        )
