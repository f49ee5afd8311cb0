"""Line icons from SVG, tinted at the moment of painting: a new theme needs no reload."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from jurydesk.paths import resource
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from jurydesk.ui.theme.tokens import Tone

DISABLED_OPACITY = 0.45


class TintedIcon(QIconEngine):
    """Paints one icon in the ink that its tone has in the theme of the moment."""

    def __init__(self, name: str, tone: Tone) -> None:
        """Keep the name of the file and the tone."""
        super().__init__()
        self._name = name
        self._tone: Tone = tone

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into `rect` at the painter's own resolution."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._tinted(rect.size(), ratio, mode))

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon for one size in physical pixels."""
        pixmap = self._tinted(size / scale, scale, mode)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon for one size."""
        return self._tinted(size, 1.0, mode)

    @override
    def clone(self) -> QIconEngine:
        """Return another engine of the same icon; Qt owns it."""
        return TintedIcon(self._name, self._tone)

    def _tinted(self, size: QSize, ratio: float, mode: QIcon.Mode) -> QPixmap:
        colour = current_tokens().ink(self._tone)
        is_faint = mode == QIcon.Mode.Disabled
        return icon_pixmap(
            self._name, colour, (size.width(), size.height()), ratio, is_faint=is_faint
        )


def icon(name: str, tone: Tone = "plain") -> QIcon:
    """Return an icon that follows the theme."""
    return QIcon(TintedIcon(name, tone))


@cache
def icon_pixmap(
    name: str, colour: str, size: tuple[int, int], ratio: float, *, is_faint: bool = False
) -> QPixmap:
    """Return one icon as a picture, drawn once for each colour, size and resolution."""
    pixmap = QPixmap(QSize(round(size[0] * ratio), round(size[1] * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if is_faint:
        painter.setOpacity(DISABLED_OPACITY)
    side = min(size)
    left, top = (size[0] - side) / 2, (size[1] - side) / 2
    _renderer(name, colour).render(painter, QRectF(left, top, side, side))
    painter.end()
    return pixmap


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
