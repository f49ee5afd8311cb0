"""Blocks that a person acquired elsewhere: which sheet, which blocks, when, by what proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.routes import AccessRoute
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit, tick
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from jurydesk.domain.certification import Certification
    from jurydesk.wording import Wording

WIDTH = 520


class AcquisitionDialog(AskDialog):
    """Collects what `services.ledger.record_acquisitions` is given.

    Signals:
        submitted: the keywords of the call.
    """

    submitted = Signal(object)

    def __init__(
        self, wording: Wording, sheets: tuple[Certification, ...], parent: QWidget | None = None
    ) -> None:
        """Offer the blocks of these sheets."""
        super().__init__(wording, parent, width=WIDTH)
        self._sheets = {sheet.code: sheet for sheet in sheets}
        names: list[tuple[object, str]] = [(s.code, f"{s.code}  {s.title}") for s in sheets]
        self.sheet_box = ChoiceBox(names)
        self.block_ticks: dict[str, QCheckBox] = {}
        self.day_field = DateField(wording)
        routes: list[tuple[object, str]] = [(None, self.tr("not known"))]
        routes += [(route, term(wording, "route", route)) for route in AccessRoute]
        self.route_box = ChoiceBox(routes)
        self.evidence_edit = text_edit()
        self.save_button = QPushButton(self.tr("Record"))
        self._blocks = column(spacing=Space.XS)
        self._build()
        self.sheet_box.chosen.connect(self._show_blocks)
        self._show_blocks()

    def _build(self) -> None:
        self.add_heading(self.tr("Blocks acquired elsewhere"))
        self.outer.addWidget(FormField(self.tr("Sheet"), self.sheet_box, needed=True))
        self.outer.addLayout(self._blocks)
        self.outer.addWidget(FormField(self.tr("Acquired on"), self.day_field))
        self.outer.addWidget(FormField(self.tr("Access route"), self.route_box))
        hint = self.tr("Statement of blocks, minutes, parchment: with its date.")
        proof = FormField(self.tr("What proves it"), self.evidence_edit, hint=hint, needed=True)
        self.outer.addWidget(proof)
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

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
            self.show_refusal(self.tr("Tick at least one block."))
            return
        if not self.day_field.is_readable():
            self.show_refusal(self.tr("Not a date. Write it as 04/12/2026."))
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
