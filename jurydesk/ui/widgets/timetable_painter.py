"""Draws the timetable board: hours, lanes, hearings, and the legal places while one moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON_SMALL, Space, scaled, tabular
from jurydesk.ui.widgets.timetable_geometry import GUTTER, HOUR, Place

if TYPE_CHECKING:
    from jurydesk.ui.theme.tokens import Tokens
    from jurydesk.ui.widgets.timetable_geometry import Block, BoardGeometry, Lane

BAR = 4
RADIUS = 6
PAUSE_STEP = 9
LINES_FOR_DETAIL = 2


@dataclass(frozen=True)
class Moving:
    """A hearing under way: where it hovers and why not there (empty: it may stand there)."""

    block: Block
    place: Place
    why_not: str
    legal: frozenset[Place]
    grid: int
    """Minutes between two legal places."""
    warned: frozenset[Place] = frozenset()
    """Places that are legal, with a warning."""
    caution: str = ""
    """What a person should know of the place where it hovers."""


class BoardPainter:
    """Paints one frame."""

    def __init__(self, painter: QPainter, geometry: BoardGeometry, tokens: Tokens) -> None:
        """Keep what every part needs."""
        self._painter = painter
        self._geometry = geometry
        self._tokens = tokens
        self._font = tabular(painter.font())
        self._caption = scaled(self._font, "caption")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_ground(self) -> None:
        """Draw the lanes' open hours, the hour lines and their names."""
        for lane in self._geometry.lanes:
            self._paint_lane(lane)
        self._painter.setFont(self._caption)
        for hour in range(self._geometry.first, self._geometry.last + 1, HOUR):
            self._paint_hour(hour)

    def paint_legal(self, moving: Moving) -> None:
        """Light the places where the moving hearing may stand."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._tokens.success_soft))
        self._light(moving.legal, moving.grid)
        # Hatched as well: the colour alone would not tell them from the others
        self._painter.setBrush(QColor(self._tokens.warning_soft))
        self._light(moving.warned, moving.grid)
        ink = QColor(self._tokens.warning)
        ink.setAlphaF(0.35)
        self._painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
        self._light(moving.warned, moving.grid)

    def _light(self, places: frozenset[Place], grid: int) -> None:
        for place in places:
            strip = self._geometry.rect(place, grid)
            self._painter.drawRect(strip.adjusted(0, -1, 0, 1))

    def paint_block(self, block: Block, *, is_current: bool, is_faint: bool = False) -> None:
        """Draw one hearing at its place."""
        rect = self._geometry.rect(Place(block.lane, block.start), block.minutes)
        self._painter.setOpacity(0.35 if is_faint else 1.0)
        self._paint_card(rect, block, is_current=is_current)
        self._painter.setOpacity(1.0)

    def paint_moving(self, moving: Moving) -> None:
        """Draw the hearing where it hovers, framed by how it would stand there."""
        rect = self._geometry.rect(moving.place, moving.block.minutes)
        self._paint_card(rect, moving.block, is_current=False)
        colour, style = self._tokens.success, Qt.PenStyle.SolidLine
        if moving.why_not:
            colour, style = self._tokens.danger, Qt.PenStyle.DashLine
        elif moving.caution:
            colour, style = self._tokens.warning, Qt.PenStyle.DashDotLine
        self._painter.setPen(QPen(QColor(colour), 2, style))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _paint_lane(self, lane: Lane) -> None:
        painter, tokens, geometry = self._painter, self._tokens, self._geometry
        rect = geometry.lane_rect(lane)
        painter.fillRect(rect, QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        for first, last in lane.pauses:
            top = geometry.top(first)
            self._paint_pause(QRectF(rect.left(), top, rect.width(), geometry.top(last) - top))

    def _paint_pause(self, rect: QRectF) -> None:
        painter = self._painter
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(self._tokens.bg))
        painter.setPen(QPen(QColor(self._tokens.line), 1))
        start = rect.left() - rect.height()
        while start < rect.right():
            foot = QPointF(start, rect.bottom())
            painter.drawLine(QLineF(foot, QPointF(start + rect.height(), rect.top())))
            start += PAUSE_STEP
        painter.restore()

    def _paint_hour(self, minute: int) -> None:
        painter, top = self._painter, self._geometry.top(minute)
        painter.setPen(QPen(QColor(self._tokens.line), 1))
        painter.drawLine(QLineF(GUTTER, top, self._geometry.total_width, top))
        painter.setPen(QColor(self._tokens.muted))
        height = painter.fontMetrics().height()
        place = QRectF(0, top - height / 2, GUTTER - Space.S, height)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, f"{minute // HOUR}:{minute % HOUR:02d}")

    def _paint_card(self, rect: QRectF, block: Block, *, is_current: bool) -> None:
        painter, tokens = self._painter, self._tokens
        painter.setPen(QPen(QColor(tokens.ink(block.tone)), 1))
        painter.setBrush(QColor(tokens.soft(block.tone)))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
        painter.fillRect(bar.adjusted(0.5, 3, 0, -3), QColor(tokens.ink(block.tone)))
        self._paint_texts(rect.adjusted(BAR + Space.XS, 2, -Space.XS, -2), block)
        if is_current:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)

    def _paint_texts(self, rect: QRectF, block: Block) -> None:
        painter = self._painter
        names = _corner_icons(block)
        for at, name in enumerate(names, 1):
            left = rect.right() - at * (ICON_SMALL + 2)
            corner = QRectF(left, rect.top(), ICON_SMALL, ICON_SMALL)
            icon(name, block.tone).paint(painter, corner.toRect())
        room = rect.adjusted(0, 0, -len(names) * (ICON_SMALL + 2), 0)
        bold = QFont(self._font)
        bold.setWeight(QFont.Weight.DemiBold)
        line = painter.fontMetrics().height()
        self._paint_line(room, bold, block.title)
        if rect.height() >= LINES_FOR_DETAIL * line:
            hours = f"{_clock(block.start)} – {_clock(block.end)}"
            text = f"{hours} · {block.detail}" if block.detail else hours
            self._paint_line(rect.adjusted(0, line, 0, 0), self._caption, text)

    def _paint_line(self, rect: QRectF, font: QFont, text: str) -> None:
        painter = self._painter
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.text))
        elided = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, round(rect.width())
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, elided)


def _corner_icons(block: Block) -> list[str]:
    """Return what stands in the corner, from the right: the matter, then the pin."""
    first = block.icon or ("lock" if block.is_fixed else "")
    return [name for name in (first, "pin" if block.is_pinned else "") if name]


def _clock(minute: int) -> str:
    return f"{minute // HOUR}:{minute % HOUR:02d}"
