"""Paints an entry of a list on two lines: a strong name, what is said of it beneath, an icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON, Space, scaled
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from jurydesk.ui.theme.scale import TextRole
    from jurydesk.ui.theme.tokens import Tone

ENTRY = int(Qt.ItemDataRole.UserRole)
LETTERS = 18
"""How many letters of a name a list makes room for at least."""


@dataclass(frozen=True)
class Entry:
    """One entry: `aside` stands at the right of the name, `tone` is that of the icon."""

    title: str
    detail: str
    icon: str
    tone: Tone
    aside: str = ""


def entry_item(entry: Entry) -> QListWidgetItem:
    """Return an entry for a list; it is searched and read out by its words."""
    parts = (entry.title, entry.aside, entry.detail)
    item = QListWidgetItem(", ".join(part for part in parts if part))
    item.setData(ENTRY, entry)
    item.setToolTip("\n".join(part for part in parts if part))
    return item


class TwoLineDelegate(QStyledItemDelegate):
    """Draws entries, all of one height; what does not fit ends in … and is in the tooltip."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the icon and both lines."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        entry = cast("Entry", index.data(ENTRY))
        painter.save()
        room = QRectF(option.rect).adjusted(Space.M, Space.S, -Space.M, -Space.S)
        side = QRectF(room.left(), room.center().y() - ICON / 2, ICON, ICON)
        icon(entry.icon, entry.tone).paint(painter, side.toRect())
        room.setLeft(side.right() + Space.M)
        self._paint_lines(painter, room, entry)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for two lines and a little air, and never for more width than there is."""
        metrics = option.fontMetrics
        return QSize(metrics.averageCharWidth() * LETTERS, 2 * metrics.height() + 2 * Space.S)

    def _paint_lines(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        tokens = current_tokens()
        plain = painter.font()
        line = painter.fontMetrics().height()
        above = QRectF(room.left(), room.top(), room.width(), line)
        painter.setPen(QColor(tokens.text))
        used = self._paint_line(painter, above, entry.title, "strong")
        painter.setFont(plain)
        painter.setPen(QColor(tokens.muted))
        self._paint_line(painter, above.adjusted(used + Space.S, 0, 0, 0), entry.aside, "caption")
        painter.setFont(plain)
        beneath = QRectF(room.left(), above.bottom(), room.width(), line)
        self._paint_line(painter, beneath, entry.detail, "caption")

    def _paint_line(self, painter: QPainter, room: QRectF, text: str, role: TextRole) -> int:
        """Draw one line as far as it goes; return its width."""
        painter.setFont(scaled(painter.font(), role))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room.width())))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)
