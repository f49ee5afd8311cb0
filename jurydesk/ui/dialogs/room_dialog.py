"""A room of a site: how many it holds, when it can be had, what it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from jurydesk.domain.sites import Equipment
from jurydesk.services.sites import RoomDraft
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit, tick
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.sites import Site
    from jurydesk.wording import Wording

WIDTH = 560
CAPACITY_WIDTH = 120
COLUMNS = 2


class RoomDialog(AskDialog):
    """Collects a `RoomDraft` and the site that it belongs to.

    Signals:
        submitted: the number of the site and the draft.
    """

    submitted = Signal(int, object)

    def __init__(
        self,
        wording: Wording,
        sites: Sequence[Site],
        *,
        site_id: int = 0,
        draft: RoomDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a new room on one of the sites, or show one to be changed; its site stays."""
        super().__init__(wording, parent, width=WIDTH)
        known = draft or RoomDraft("")
        self.site_box = ChoiceBox([(site.id, site.name) for site in sites], site_id)
        self.site_box.setEnabled(draft is None)
        self.name_edit = text_edit(known.name, self.tr("Room 1"))
        self.capacity_edit = text_edit(str(known.capacity or ""))
        self.hours_edit = text_edit(known.hours, self.tr("whenever a session sits"))
        self.closed_edit = text_edit(known.closed)
        self.note_edit = text_edit(known.note)
        self.ticks = {
            one: tick(sentence_case(term(wording, "equipment", one)), is_on=one in known.equipment)
            for one in Equipment
        }
        self.save_button = QPushButton(self.tr("Save") if draft else self.tr("Add the room"))
        self._build(is_new=draft is None)

    def draft(self) -> RoomDraft | None:
        """Return what was filled in; None where the capacity is no figure."""
        capacity = self.capacity_edit.text().strip()
        if capacity and not capacity.isdecimal():
            return None
        return RoomDraft(
            name=self.name_edit.text(),
            capacity=int(capacity) if capacity else None,
            hours=self.hours_edit.text(),
            closed=self.closed_edit.text(),
            equipment=tuple(one for one, box in self.ticks.items() if box.isChecked()),
            note=self.note_edit.text(),
        )

    def _build(self, *, is_new: bool) -> None:
        self.add_heading(self.tr("New room") if is_new else self.tr("Change the room"))
        first = row(spacing=Space.L)
        hint = self.tr("Sessions name it so; no other room has this name")
        first.addWidget(FormField(self.tr("Name"), self.name_edit, hint=hint, needed=True), 1)
        capacity = FormField(self.tr("Persons"), self.capacity_edit, hint=self.tr("at the most"))
        capacity.setFixedWidth(CAPACITY_WIDTH)
        first.addWidget(capacity)
        self.outer.addWidget(FormField(self.tr("Site"), self.site_box))
        self.outer.addLayout(first)
        hint = self.tr("Such as: Monday–Friday 8:30–18:00; Saturday 9:00–12:00")
        self.outer.addWidget(FormField(self.tr("Opening hours"), self.hours_edit, hint=hint))
        hint = self.tr("Such as: 24/12–2/1 (holidays); Monday mornings")
        self.outer.addWidget(FormField(self.tr("Closed"), self.closed_edit, hint=hint))
        self.outer.addWidget(self._build_equipment())
        self.outer.addWidget(FormField(self.tr("Note"), self.note_edit))
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)
        (self.name_edit if self.site_box.count() <= 1 else self.site_box).setFocus()

    def _build_equipment(self) -> QWidget:
        group = QWidget()
        layout = column(group, spacing=Space.XS)
        layout.addWidget(label(self.tr("Equipment")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        for at, box in enumerate(self.ticks.values()):
            grid.addWidget(box, at // COLUMNS, at % COLUMNS)
        layout.addLayout(grid)
        hint = self.tr(
            "A session held remotely needs a video conference;"
            " a candidate may need step-free access."
        )
        layout.addWidget(label(hint, "caption", tone="muted", wraps=True))
        return group

    def _submit(self) -> None:
        draft = self.draft()
        if draft is None:
            self.show_refusal(self.tr("Write the number of persons in figures, or leave it empty."))
            self.capacity_edit.setFocus()
            return
        self.submitted.emit(int(str(self.site_box.value() or 0)), draft)
