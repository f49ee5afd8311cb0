"""Paints cells that can be typed into: where the cursor is, and which one asks to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from jurydesk.ui.models.row_table_model import GROUND
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from jurydesk.ui.theme.tokens import Tone

MARK = 3
"""Width of the bar that stands for the soft ground where a selected row hides it."""


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a list whose cells can be typed into."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground under the text, then the mark and the cursor over it."""
        tone = cast("Tone | None", index.data(GROUND))
        tokens = current_tokens()
        # The option's rectangle would be gone once the parent has painted
        cell = QRect(option.rect)
        if tone is not None:
            painter.fillRect(cell.adjusted(0, 0, 0, -1), QColor(tokens.soft(tone)))
        super().paint(painter, option, index)
        if tone is not None:
            mark = QRect(cell.left(), cell.top(), MARK, cell.height() - 1)
            painter.fillRect(mark, QColor(tokens.ink(tone)))
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index and view.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -2))
