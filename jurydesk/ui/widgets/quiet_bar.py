"""A scroll bar whose place is always kept and which is only seen where there is more to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class QuietBar(QScrollBar):
    """Draws nothing while everything fits."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the place empty where there is nothing to scroll."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def keep_bar_place(area: QScrollArea) -> None:
    """Let an area be as wide with its bar as without: nothing is laid out twice when it comes."""
    area.setVerticalScrollBar(QuietBar(Qt.Orientation.Vertical, area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
