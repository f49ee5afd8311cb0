"""A row of widgets that wraps onto further lines where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent


class FlowRow(QWidget):
    """Chips side by side, on as many lines as they need."""

    def __init__(self, spacing: int = Space.S) -> None:
        """Start empty."""
        super().__init__()
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these instead of those there were."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        self._arrange()
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        at, line = QPoint(0, 0), 0
        for widget in self._widgets:
            size = _size_of(widget)
            if at.x() and at.x() + size.width() > width:
                at, line = QPoint(0, at.y() + line + self._spacing), 0
            places.append(QRect(at, size))
            at.setX(at.x() + size.width() + self._spacing)
            line = max(line, size.height())
        return places

    def _arrange(self) -> None:
        for widget, place in zip(self._widgets, self._places(self.width()), strict=True):
            widget.setGeometry(place)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is taller."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line."""
        sizes = [_size_of(widget) for widget in self._widgets]
        widths = [size.width() + self._spacing for size in sizes]
        heights = [size.height() for size in sizes]
        return QSize(sum(widths), max(heights, default=0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        """Wrap anew when a widget wants another size, such as a chip with another count."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Wrap when the style sheet has given the widgets their size."""
        super().showEvent(event)
        self._arrange()


def _size_of(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize())
