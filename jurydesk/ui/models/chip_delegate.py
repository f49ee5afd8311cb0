"""Paints a state in a list as a chip: an icon and a word on the soft ground of its tone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from jurydesk.ui.models.row_table_model import DISPLAY, ICON_NAME, TONE
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON_SMALL, Space, scaled
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from jurydesk.ui.theme.tokens import Tone

ICON_SIDE = ICON_SMALL - 2
CHIP_HEIGHT = 22


class ChipDelegate(QStyledItemDelegate):
    """Draws cells of chip columns."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground of the row, then the chip."""
        self.initStyleOption(option, index)
        text = str(index.data(DISPLAY) or "")
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if text:
            tone = cast("Tone", index.data(TONE) or "plain")
            draw_chip(painter, option.rect, text, tone=tone, name=str(index.data(ICON_NAME) or ""))

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the chip and its margins."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + ICON_SIDE + 4 * Space.S, hint.height())


def draw_chip(painter: QPainter, cell: QRect, text: str, *, tone: Tone, name: str) -> None:
    """Draw one chip at the left of `cell`."""
    tokens = current_tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(scaled(painter.font(), "caption"))
    picture = ICON_SIDE + Space.XS if name else 0
    room = cell.width() - 2 * Space.S - 2 * Space.S - picture
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
    width = metrics.horizontalAdvance(shown) + picture + 2 * Space.S
    top = cell.top() + (cell.height() - CHIP_HEIGHT) / 2
    chip = QRectF(cell.left() + Space.S, top, width, CHIP_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.soft(tone)))
    painter.drawRoundedRect(chip, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
    inside = chip.adjusted(Space.S, 0, 0, 0)
    if name:
        side = QRectF(inside.left(), top + (CHIP_HEIGHT - ICON_SIDE) / 2, ICON_SIDE, ICON_SIDE)
        icon(name, tone).paint(painter, side.toRect())
        inside.adjust(picture, 0, 0, 0)
    painter.setPen(QColor(tokens.ink(tone)))
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()
