"""Compares two files in one dialog, merges them or tells the persons apart, for every page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.services.duplicates import tell_apart
from jurydesk.services.merging import merge, preview_merge
from jurydesk.ui.dialogs.merge_dialog import MergeDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.services.merging import MergeDraft, MergePreview
    from jurydesk.ui.pages.page import PageContext


class DoubleSettler:
    """Opens the dialog, shows refusals in it, and performs the act."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Keep the context; the dialog stands over `parent`."""
        self._context = context
        self._parent = parent
        self.dialog: MergeDialog | None = None

    def compare(self, kept_id: int, other_id: int) -> None:
        """Show two files side by side; the first one is to stay."""
        call = partial(preview_merge, self._context.desk, kept_id=kept_id, other_id=other_id)
        self._context.runner.submit(call, done=self._open, receiver=self._parent)

    def tell_apart(self, one_id: int, other_id: int) -> None:
        """Remember that they are two persons; the toast offers to undo."""
        call = partial(tell_apart, self._context.desk, one_id=one_id, other_id=other_id)
        self._context.operations.perform(call)

    def _open(self, preview: MergePreview) -> None:
        dialog = MergeDialog(preview, self._context.wording, self._parent)
        self.dialog = dialog
        dialog.submitted.connect(partial(self._merge, dialog))
        dialog.told_apart.connect(partial(self._apart, dialog, preview))
        dialog.open()

    def _merge(self, dialog: MergeDialog, draft: MergeDraft) -> None:
        call = partial(merge, self._context.desk, draft=draft)
        perform_asked(self._context, dialog, call)

    def _apart(self, dialog: MergeDialog, preview: MergePreview) -> None:
        call = partial(
            tell_apart, self._context.desk, one_id=preview.kept.id, other_id=preview.other.id
        )
        perform_asked(self._context, dialog, call)
