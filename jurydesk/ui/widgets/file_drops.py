"""Files from the desktop laid on a widget: it says so while they hover, then names them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import ICON_LARGE, Space
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

COPY = Qt.DropAction.CopyAction


class DropVeil(QFrame):
    """Covers what is in view and says what laying the files down will do."""

    def __init__(self, host: QWidget, text: str) -> None:
        """Wait, hidden, over the host."""
        super().__init__(host)
        self.setProperty("veil", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = column(self, spacing=Space.S, margins=even(Space.XL))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.text_label = label(text, "heading", tone="accent")
        layout.addStretch(1)
        layout.addWidget(IconLabel("import", "accent", ICON_LARGE), 0, centre)
        layout.addWidget(self.text_label, 0, centre)
        layout.addStretch(1)
        self.hide()

    def cover(self) -> None:
        """Stand over the part of the host that can be seen."""
        host = self.parentWidget()
        if host is not None:
            seen = host.visibleRegion().boundingRect()
            self.setGeometry(seen.adjusted(Space.S, 0, -Space.S, -Space.S))
        self.show()
        self.raise_()


class FileDrops(QObject):
    """Watches a widget for files of this machine; anything else that is dragged is not taken.

    Signals:
        dropped: the paths, in the order in which they came.
    """

    dropped = Signal(object)

    def __init__(self, host: QWidget, text: str) -> None:
        """Take files on `host`; `text` says what happens to them."""
        super().__init__(host)
        self.veil = DropVeil(host, text)
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def set_text(self, text: str) -> None:
        """Say other words from now on."""
        self.veil.text_label.setText(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light up under files, take them, go dark."""
        kinds = QEvent.Type
        if event.type() in {kinds.DragEnter, kinds.DragMove, kinds.Drop}:
            self._on_files(cast("QDropEvent", event))
            return True
        if event.type() in {kinds.DragLeave, kinds.Hide}:
            self.veil.hide()
        return super().eventFilter(watched, event)

    def _on_files(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        if not paths:
            event.ignore()
            return
        # Never a move: the file of the person stays where it is
        event.setDropAction(COPY)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.veil.hide()
            self.dropped.emit(paths)
        elif not self.veil.isVisible():
            self.veil.cover()


def local_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine that are dragged or pasted."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
