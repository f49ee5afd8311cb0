"""Opens a copy of a document with the program that this machine has for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from jurydesk.services.document_contents import copy_to_read

if TYPE_CHECKING:
    from jurydesk.domain.attachments import Attachment
    from jurydesk.ui.pages.page import PageContext


class OutsideReader(QObject):
    """Keeps the copies in a folder of its own, which goes with the window."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        """Make no folder before it is needed."""
        super().__init__(parent)
        self._context = context
        self._folder: QTemporaryDir | None = None

    def open(self, document: Attachment) -> None:
        """Write a read-only copy and hand it to the desktop."""
        if self._folder is None:
            self._folder = QTemporaryDir()
            # Python may end without taking its objects apart, and the copies are about persons
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(self.forget)
        call = partial(
            copy_to_read,
            self._context.desk,
            attachment_id=document.id,
            folder=Path(self._folder.path()),
        )
        self._context.runner.submit(call, done=self._on_copied, receiver=self)

    def forget(self) -> None:
        """Destroy the copies."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    def _on_copied(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            text = self.tr("This machine has no program for {name}. Save it instead.")
            self._context.toasts.show_message(text.format(name=place.name), tone="warning")
