"""Shows what is past its time and destroys it when the person says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services.document_purge import preview_purge, purge_documents
from jurydesk.ui.dialogs.purge_dialog import PurgeDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.services.document_purge import PurgePreview, PurgeProof
    from jurydesk.ui.pages.page import PageContext


class Purging(QObject):
    """From the preview to the proof."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        """Open its dialog over `host`."""
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: PurgeDialog | None = None

    def ask(self) -> None:
        """Look for what is past its time."""
        call = partial(preview_purge, self._context.desk)
        self._context.runner.submit(call, done=self._on_preview, receiver=self)

    def _on_preview(self, preview: PurgePreview) -> None:
        self.dialog = PurgeDialog(self._context.wording, preview, parent=self._host)
        self.dialog.submitted.connect(partial(self._destroy, preview))
        self.dialog.open()

    def _destroy(self, preview: PurgePreview) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        call = partial(purge_documents, self._context.desk, seen=preview)
        perform_asked(self._context, dialog, call, done=self._on_destroyed, is_quiet=True)

    def _on_destroyed(self, proof: PurgeProof) -> None:
        text = self.tr("Destroyed; event {number} of the trail proves it.")
        self._context.toasts.show_message(text.format(number=proof.event), tone="success")
