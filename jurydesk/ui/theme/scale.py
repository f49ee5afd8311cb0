"""One spacing scale, one set of radii and row heights, one type scale."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TextRole = Literal["title", "heading", "strong", "body", "caption", "figure"]

SIZES: dict[TextRole, float] = {
    "title": 1.5,
    "heading": 1.2,
    "strong": 1.0,
    "body": 1.0,
    "caption": 0.9,
    "figure": 1.9,
}
BOLD: frozenset[TextRole] = frozenset({"title", "heading", "strong", "figure"})


class Space(IntEnum):
    """Distances between things, in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """Corners of controls and of cards."""

    CONTROL = 6
    CARD = 10


class Row(IntEnum):
    """Heights of list rows and controls."""

    COMPACT = 26
    NORMAL = 34
    CONTROL = 32


ICON = 18
ICON_SMALL = 16
ICON_LARGE = 40
RAIL_WIDTH = 196
RAIL_NARROW = 56
RAIL_BREAKPOINT = 1100
INSPECTOR_BREAKPOINT = 1000
INSPECTOR_WIDTH = 340
STROKE = 1.75


def tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width, for columns of numbers and dates."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def scaled(font: QFont, role: TextRole) -> QFont:
    """Return the font of one role of the type scale."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * SIZES[role])
    else:
        result.setPixelSize(round(font.pixelSize() * SIZES[role]))
    if role in BOLD:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def text_height(widget: QWidget) -> int:
    """Return the height of one line, so that sizes follow a person's larger text."""
    return widget.fontMetrics().height()
