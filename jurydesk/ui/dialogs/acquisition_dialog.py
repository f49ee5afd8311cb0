"""Blocks that a person acquired elsewhere: which sheet, which blocks, when, by what proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit, tick
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column, even
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from jurydesk.domain.certification import Certification
    from jurydesk.wording import Wording

WIDTH = 520


class AcquisitionDialog(QDialog):
    """Collects what `services.ledger.record_acquisitions` is given.

    Signals:
        submitted: the keywords of the call.
    """

    submitted = Signal(object)

    def __init__(
        self, wording: Wording, sheets: tuple[Certification, ...], parent: QWidget | None = None
    ) -> None:
        """Offer the blocks of these sheets."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Blocks acquired elsewhere"))
        self.setMinimumWidth(WIDTH)
        self._wording = wording
        self._sheets = {sheet.code: sheet for sheet in sheets}
        names: list[tuple[object, str]] = [(s.code, f"{s.code}  {s.title}") for s in sheets]
        self.sheet_box = ChoiceBox(names)
        self.block_ticks: dict[str, QCheckBox] = {}
        self.day_field = DateField(wording)
        routes: list[tuple[object, str]] = [(None, self.tr("not known"))]
        routes += [(route, term(wording, "route", route)) for route in AccessRoute]
        self.route_box = ChoiceBox(routes)
        self.evidence_edit = text_edit()
        self.problem_label = label("", tone="danger", wraps=True)
        self.problem_label.hide()
        self.save_button = QPushButton(self.tr("Record"))
        self._blocks = column(spacing=Space.XS)
        self._build()
        self.sheet_box.chosen.connect(self._show_blocks)
        self._show_blocks()

    def show_failure(self, error: Exception) -> None:
        """Say what is wrong; what was typed stays."""
        text = str(error)
        if isinstance(error, JurydeskError):
            text = self._wording.text(error.code, **error.figures)
        self.problem_label.setText(text)
        self.problem_label.show()

    def _build(self) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(self.tr("Blocks acquired elsewhere"), "heading"))
        outer.addWidget(FormField(self.tr("Sheet"), self.sheet_box, needed=True))
        outer.addLayout(self._blocks)
        outer.addWidget(FormField(self.tr("Acquired on"), self.day_field))
        outer.addWidget(FormField(self.tr("Access route"), self.route_box))
        hint = self.tr("Statement of blocks, minutes, parchment: with its date.")
        outer.addWidget(
            FormField(self.tr("What proves it"), self.evidence_edit, hint=hint, needed=True)
        )
        outer.addWidget(self.problem_label)
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    def _show_blocks(self, *_ignored: object) -> None:
        clear(self._blocks)
        sheet = self._sheets.get(str(self.sheet_box.value()))
        blocks = sheet.blocks if sheet else ()
        self.block_ticks = {b.code: tick(f"{b.short_code}  {b.title}") for b in blocks}
        for one in self.block_ticks.values():
            self._blocks.addWidget(one)
        if not blocks:
            words = self.tr("This sheet has no blocks here: the whole certification is recorded.")
            self._blocks.addWidget(label(words, tone="muted", wraps=True))

    def _submit(self) -> None:
        chosen = tuple(code for code, one in self.block_ticks.items() if one.isChecked())
        if self.block_ticks and not chosen:
            self.problem_label.setText(self.tr("Tick at least one block."))
            self.problem_label.show()
            return
        if not self.day_field.is_readable():
            self.problem_label.setText(self.tr("Not a date. Write it as 04/12/2026."))
            self.problem_label.show()
            return
        self.submitted.emit(
            {
                "certification": str(self.sheet_box.value()),
                "blocks": chosen,
                "acquired_on": self.day_field.day(),
                "route": self.route_box.value(),
                "evidence": self.evidence_edit.text().strip(),
            }
        )
