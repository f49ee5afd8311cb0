"""One field of several candidacies, and the value that they all take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from jurydesk.services.bulk import FIELDS
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.services.bulk import Value
    from jurydesk.wording import Wording

WIDTH = 460


class FieldDialog(AskDialog):
    """Asks which field and which value; an empty value empties the field.

    Signals:
        submitted: the name of the field and the value.
    """

    submitted = Signal(str, object)

    def __init__(
        self,
        wording: Wording,
        certifications: Sequence[str],
        *,
        today: date,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the fields; `name`: whom it concerns."""
        super().__init__(wording, parent, width=WIDTH)
        self.field_box = ChoiceBox([(field, self._words(field)) for field in FIELDS])
        nothing: list[tuple[object, str]] = [("", self.tr("choose one…"))]
        self.code_box = ChoiceBox([*nothing, *((code, code) for code in certifications)], "")
        self.text_edit = text_edit()
        self.day_field = DateField(wording, today)
        self.set_button = QPushButton(self.tr("Set on all"))
        self._editors = QStackedWidget()
        for editor in (self.code_box, self.text_edit, self.day_field):
            editor.setAccessibleName(self.tr("Value"))
            self._editors.addWidget(editor)
        self._build(name)
        self.field_box.chosen.connect(self._show_editor)
        self.code_box.chosen.connect(self._on_answered)
        self.text_edit.textEdited.connect(self._on_answered)
        self.day_field.textEdited.connect(self._on_answered)
        self.day_field.day_changed.connect(self._on_day)
        self._show_editor()

    def field(self) -> str:
        """Return the field that is meant."""
        return str(self.field_box.value())

    def value(self) -> Value:
        """Return the value as filled in."""
        if self.field() == "certification":
            return str(self.code_box.value())
        return (
            self.day_field.day() if self.field() == "not_before" else self.text_edit.text().strip()
        )

    def _words(self, field: str) -> str:
        return {
            "certification": self.tr("Certification"),
            "promotion": self.tr("Group"),
            "trainer": self.tr("Trainer"),
            "accompanist": self.tr("Accompanied by"),
            "not_before": self.tr("Not before"),
        }[field]

    def _build(self, name: str) -> None:
        self.add_heading(self.tr("Set a field"), name)
        self.outer.addWidget(FormField(self.tr("Field"), self.field_box))
        self.outer.addWidget(FormField(self.tr("Value"), self._editors))
        self.add_problem()
        self.add_buttons(self.set_button, self._submit)

    def _show_editor(self, *_ignored: object) -> None:
        at = {"certification": 0, "not_before": 2}.get(self.field(), 1)
        self._editors.setCurrentIndex(at)
        self.show_refusal("")
        # What nobody has answered must not be set on many by one Enter
        self.set_button.setEnabled(False)

    def _on_day(self, day: date | None) -> None:
        if day is not None:
            self._on_answered()

    def _on_answered(self, *_ignored: object) -> None:
        is_open = self.field() == "certification" and not self.code_box.value()
        self.set_button.setEnabled(not is_open)

    def _submit(self) -> None:
        is_day = self.field() == "not_before"
        if is_day and self.day_field.text().strip() and self.day_field.day() is None:
            self.show_refusal(self.tr("Not a date. Write it as 04/12/2026."))
        else:
            self.submitted.emit(self.field(), self.value())
