"""The PDF itself, as it will be printed: pages in a strip, the page large beside it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row

THUMBNAIL = QSize(84, 119)
ZOOM_STEP = 1.2
ZOOM_LEAST, ZOOM_MOST = 0.25, 4.0


class PaperPreview(QWidget):
    """One PDF; Page Up and Down go through it, Ctrl and + or - make it larger or smaller.

    `tools` is for the page to place.
    """

    def __init__(self) -> None:
        """Start without a paper."""
        super().__init__()
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.strip = QListWidget()
        self.page_label: QLabel = label("", "caption", tone="muted")
        self._buffer = QBuffer(self)
        self._waiting: list[int] = []
        self._painter = QTimer(self)
        self._painter.setInterval(0)
        self._painter.timeout.connect(self._draw_next_thumbnail)
        self._build_view()
        self._build_strip()
        self.tools = self._build_tools()
        layout = column(self, spacing=Space.S)
        pages = row(spacing=Space.S)
        pages.addWidget(self.strip)
        pages.addWidget(self.view, 1)
        layout.addLayout(pages, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; the page that was in view stays in view, if there was one."""
        is_another = self.page_count() <= 0
        kept = self.current_page()
        self.forget()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._fill_strip()
        self.go_to(min(kept, self.page_count() - 1))
        if is_another:
            self.view.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Let the paper go."""
        self._painter.stop()
        self._waiting.clear()
        self.strip.clear()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())

    def page_count(self) -> int:
        """Return how many pages the paper has."""
        return self.document.pageCount()

    def current_page(self) -> int:
        """Return the page in view, counted from 0."""
        return self.view.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        """Bring a page into view."""
        if 0 <= page < self.page_count():
            self.view.pageNavigator().jump(page, QPointF(), 0)
            self._show_page(page)

    def _build_view(self) -> None:
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Pages of the paper"))
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)

    def _build_strip(self) -> None:
        self.strip.setObjectName("pageStrip")
        self.strip.setViewMode(QListWidget.ViewMode.IconMode)
        self.strip.setFlow(QListWidget.Flow.TopToBottom)
        self.strip.setWrapping(False)
        self.strip.setMovement(QListWidget.Movement.Static)
        self.strip.setIconSize(THUMBNAIL)
        self.strip.setSpacing(Space.XS)
        self.strip.setFixedWidth(THUMBNAIL.width() + 4 * Space.L)
        self.strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setAccessibleName(self.tr("Pages"))
        self.strip.currentRowChanged.connect(self.go_to)

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        layout = row(tools, spacing=Space.XS)
        layout.addWidget(self.page_label)
        layout.addSpacing(Space.S)
        smaller = icon_button("remove", self.tr("Smaller"), shortcut="Ctrl+-")
        larger = icon_button("add", self.tr("Larger"), shortcut="Ctrl++")
        width = icon_button("width", self.tr("Fit to width"), shortcut="Ctrl+0")
        smaller.clicked.connect(self._on_smaller)
        larger.clicked.connect(self._on_larger)
        width.clicked.connect(self._on_fit)
        for button in (smaller, width, larger):
            layout.addWidget(button)
        return tools

    def _fill_strip(self) -> None:
        self.strip.clear()
        blank = QPixmap(THUMBNAIL)
        blank.fill(Qt.GlobalColor.white)
        for page in range(self.page_count()):
            item = QListWidgetItem(QIcon(blank), str(page + 1))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.strip.addItem(item)
        # One page per turn of the event loop (some 15 ms): two hundred would hold the window up
        self._waiting = list(range(self.page_count()))
        self._painter.start()

    def _draw_next_thumbnail(self) -> None:
        if not self._waiting:
            self._painter.stop()
            return
        page = self._waiting.pop(0)
        image = self.document.render(page, THUMBNAIL * self.devicePixelRatioF())
        sheet = QPixmap(image.size())
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        painter.drawImage(0, 0, image)
        painter.end()
        sheet.setDevicePixelRatio(self.devicePixelRatioF())
        self.strip.item(page).setIcon(QIcon(sheet))

    def _show_page(self, page: int) -> None:
        count = self.page_count()
        text = self.tr("Page {page} of {count}").format(page=page + 1, count=count)
        self.page_label.setText(text if count > 0 else "")
        if self.strip.currentRow() != page and 0 <= page < count:
            self.strip.blockSignals(True)
            self.strip.setCurrentRow(page)
            self.strip.blockSignals(False)

    def _zoom(self, factor: float) -> None:
        shown = self.view.zoomFactor()
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            shown = self.view.viewport().width() / max(1.0, self._page_width())
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(shown * factor, ZOOM_LEAST), ZOOM_MOST))

    def _page_width(self) -> float:
        points = self.document.pagePointSize(max(0, self.current_page())).width()
        return points * self.logicalDpiX() / 72

    def _on_smaller(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    def _on_larger(self) -> None:
        self._zoom(ZOOM_STEP)

    def _on_fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
