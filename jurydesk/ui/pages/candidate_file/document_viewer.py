"""One document, read in the window: pages, picture or text; anything else in its own program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.services.document_contents import document_text, read_document
from jurydesk.ui.pages.papers.preview import PaperPreview
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.labels import ElidedLabel
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QHBoxLayout

    from jurydesk.domain.attachments import Attachment
    from jurydesk.services.document_contents import DocumentContent
    from jurydesk.services.ports import Desk

PDF = "application/pdf"
WIDEST = 2400
"""Pixels to which a picture is brought while it is read: a photograph of a page has more."""
LEAST_HEIGHT = 320


class ReadDocument:
    """A document as read off the GUI thread: its picture or text is made there too."""

    def __init__(self, document: DocumentContent) -> None:
        """Make what will be shown."""
        self.document = document
        self.attachment = document.attachment
        self.text = document_text(document)
        self.image: QImage | None = None
        if self.attachment.media_type.startswith("image/"):
            self.image = _picture(document.content)

    @property
    def is_shown(self) -> bool:
        """Tell whether the window can show it."""
        is_pdf = self.attachment.media_type == PDF
        return is_pdf or self.text is not None or self.image is not None


def read_to_show(desk: Desk, attachment_id: int) -> ReadDocument:
    """Read a document and make its picture; called off the GUI thread."""
    return ReadDocument(read_document(desk, attachment_id=attachment_id))


class Picture(QLabel):
    """A picture as large as there is room, never larger than it is."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._whole = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(1, 1)

    def show_image(self, image: QImage) -> None:
        """Show this one."""
        self._whole = QPixmap.fromImage(image)
        self._fit()

    def forget(self) -> None:
        """Let it go."""
        self._whole = QPixmap()
        self.clear()

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        shown = self._whole
        if shown.width() > room.width() or shown.height() > room.height():
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            shown = shown.scaled(room, keep, smooth.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new room."""
        super().resizeEvent(event)
        self._fit()


class DocumentViewer(QWidget):
    """Shows one document. Escape goes back; Ctrl+O opens it elsewhere, Ctrl+S saves it.

    Signals:
        closed: back to the list.
        opened: the document should open in its own program.
        saved: the document should be saved somewhere.
    """

    closed = Signal()
    opened = Signal(object)
    saved = Signal(object)

    def __init__(self) -> None:
        """Start without a document."""
        super().__init__()
        self.attachment: Attachment | None = None
        self.name_label = ElidedLabel("", "strong")
        self.pages = PaperPreview()
        self.picture = Picture()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAcceptDrops(False)
        self.text.setAccessibleName(self.tr("Text of the document"))
        self._stack = QStackedWidget()
        for widget in (self.pages, self._scrolling(self.picture), self.text, self._build_other()):
            self._stack.addWidget(widget)
        self._stack.setMinimumHeight(LEAST_HEIGHT)
        layout = column(self, spacing=Space.S)
        layout.addLayout(self._build_head())
        layout.addWidget(self._stack, 1)

    def show_document(self, read: ReadDocument) -> None:
        """Show a document."""
        self.attachment = read.attachment
        self.name_label.set_full_text(read.attachment.name)
        is_pdf = read.attachment.media_type == PDF
        self.pages.tools.setVisible(is_pdf)
        if is_pdf:
            self.pages.show_pdf(read.document.content)
            self._stack.setCurrentIndex(0)
        elif read.image is not None:
            self.picture.show_image(read.image)
            self._stack.setCurrentIndex(1)
        elif read.text is not None:
            self.text.setPlainText(read.text)
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(3)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let the content go: it was about a person."""
        self.attachment = None
        self.pages.forget()
        self.picture.forget()
        self.text.clear()

    def _build_head(self) -> QHBoxLayout:
        head = row(spacing=Space.S)
        self.back_button = icon_button("chevron-left", self.tr("Back to the documents"))
        self.back_button.clicked.connect(self._on_back)
        head.addWidget(self.back_button)
        head.addWidget(self.name_label, 1)
        head.addWidget(self.pages.tools)
        self.open_button = act_button(
            Act(self.tr("Open in its program"), self._on_open, "external", "Ctrl+O")
        )
        self.save_button = act_button(Act(self.tr("Save as…"), self._on_save, "save", "Ctrl+S"))
        head.addWidget(self.open_button)
        head.addWidget(self.save_button)
        return head

    def _build_other(self) -> QWidget:
        text = self.tr("The window shows PDF, pictures and text. This one opens as a copy.")
        act = Act(self.tr("Open in its program"), self._on_open, "external", manner="primary")
        return EmptyState("paper", self.tr("Not shown here"), text, (act,))

    def _scrolling(self, widget: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(widget)
        return area

    def _on_back(self) -> None:
        self.closed.emit()

    def _on_open(self) -> None:
        if self.attachment is not None:
            self.opened.emit(self.attachment)

    def _on_save(self) -> None:
        if self.attachment is not None:
            self.saved.emit(self.attachment)


def _picture(content: bytes) -> QImage | None:
    image = QImage.fromData(content)
    if image.isNull():
        return None
    if max(image.width(), image.height()) > WIDEST:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        return image.scaled(WIDEST, WIDEST, keep, smooth.SmoothTransformation)
    return image
