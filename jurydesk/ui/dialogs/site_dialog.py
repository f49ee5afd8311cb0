"""A site: its name, its address as the papers print it, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.form_fields import FormField, text_edit

if TYPE_CHECKING:
    from jurydesk.domain.sites import Site
    from jurydesk.wording import Wording

WIDTH = 520


class SiteDialog(AskDialog):
    """Collects what `services.sites.add_site` and `change_site` are given.

    Signals:
        submitted: the keywords of the call.
    """

    submitted = Signal(object)

    def __init__(
        self, wording: Wording, site: Site | None = None, parent: QWidget | None = None
    ) -> None:
        """Ask for a new site, or show one to be changed."""
        super().__init__(wording, parent, width=WIDTH)
        self.name_edit = text_edit(site.name if site else "", self.tr("Head office"))
        self.address_edit = text_edit(site.address if site else "")
        self.note_edit = text_edit(site.note if site else "")
        self.save_button = QPushButton(self.tr("Save") if site else self.tr("Add the site"))
        self.add_heading(self.tr("Change the site") if site else self.tr("New site"))
        self.outer.addWidget(FormField(self.tr("Name"), self.name_edit, needed=True))
        hint = self.tr("In full, as convocations and minutes print it")
        self.outer.addWidget(FormField(self.tr("Address"), self.address_edit, hint=hint))
        hint = self.tr("How to get in, whom to call")
        self.outer.addWidget(FormField(self.tr("Note"), self.note_edit, hint=hint))
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

    def _submit(self) -> None:
        self.submitted.emit(
            {
                "name": self.name_edit.text(),
                "address": self.address_edit.text(),
                "note": self.note_edit.text(),
            }
        )
