"""One field of several candidacies, and the value that they all take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QStackedWidget, QWidget

from jurydesk.services.bulk import FIELDS
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.services.bulk import Value
    from jurydesk.wording import Wording

WIDTH = 460


class FieldDialog(QDialog):
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
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Set a field"))
        self.setMinimumWidth(WIDTH)
        self.field_box = ChoiceBox([(field, self._words(field)) for field in FIELDS])
        self.code_box = ChoiceBox([(code, code) for code in certifications])
        self.text_edit = text_edit()
        self.day_field = DateField(wording, today)
        self.problem_label = label("", tone="danger", wraps=True)
        self._problem_icon = IconLabel("blocked", "danger")
        self.set_button = QPushButton(self.tr("Set on all"))
        self._editors = QStackedWidget()
        for editor in (self.code_box, self.text_edit, self.day_field):
            editor.setAccessibleName(self.tr("Value"))
            self._editors.addWidget(editor)
        self._build(name)
        self.field_box.chosen.connect(self._show_editor)
        self._show_editor()
        self.show_refusal("")

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

    def show_refusal(self, text: str) -> None:
        """Say why it cannot be set; empty: it can."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))
        self._problem_icon.setVisible(bool(text))

    def _words(self, field: str) -> str:
        return {
            "certification": self.tr("Certification"),
            "promotion": self.tr("Group"),
            "trainer": self.tr("Trainer"),
            "accompanist": self.tr("Accompanied by"),
            "not_before": self.tr("Not before"),
        }[field]

    def _build(self, name: str) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(self.tr("Set a field"), "heading"))
        outer.addWidget(label(name, tone="muted", wraps=True))
        outer.addWidget(FormField(self.tr("Field"), self.field_box))
        outer.addWidget(FormField(self.tr("Value"), self._editors))
        problem = row(spacing=Space.S)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self.problem_label, 1)
        outer.addLayout(problem)
        self.set_button.setProperty("manner", "primary")
        self.set_button.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.set_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    def _show_editor(self, *_ignored: object) -> None:
        at = {"certification": 0, "not_before": 2}.get(self.field(), 1)
        self._editors.setCurrentIndex(at)
        self.show_refusal("")

    def _submit(self) -> None:
        is_day = self.field() == "not_before"
        if is_day and self.day_field.text().strip() and self.day_field.day() is None:
            self.show_refusal(self.tr("Not a date. Write it as 04/12/2026."))
        else:
            self.submitted.emit(self.field(), self.value())
