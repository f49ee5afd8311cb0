"""Type scale, spacing scale and inks of every paper: one accent, hairlines, white space."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts

INK: Color = HexColor("#1B2430")
MUTED: Color = HexColor("#52606F")
ACCENT: Color = HexColor("#1F4E8C")
ACCENT_SOFT: Color = HexColor("#F1F5FB")
LINE: Color = HexColor("#C8D0DA")
WARN: Color = HexColor("#8A5A00")
WARN_SOFT: Color = HexColor("#FFF8E6")
GHOST: Color = HexColor("#EFF1F4")
"""Of the watermark: seen on every page, never in the way of a word."""

HAIRLINE = 0.5
RULE = 1.2

S1, S2, S3, S4, S5, S6 = 2.0, 4.0, 6.0, 9.0, 14.0, 22.0
"""Spacing in points."""

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * mm
TOP = 24 * mm
FIRST_TOP = 16 * mm
BOTTOM = 24 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN


def _style(
    size: float, leading: float, *, face: str = fonts.REGULAR, ink: Color = INK
) -> ParagraphStyle:
    return ParagraphStyle(
        f"{face}-{size}-{ink.hexval()}",
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=ink,
        bulletFontName=face,
        bulletFontSize=size,
        # Not embeddedHyphenation: reportlab loses hyphens where a text in two faces is set twice
        allowWidows=0,
        allowOrphans=0,
    )


TITLE = _style(21, 25, face=fonts.BOLD)
SUBTITLE = _style(13, 17, ink=ACCENT)
NUMBER = _style(12, 15, face=fonts.BOLD, ink=ACCENT).clone("number", alignment=TA_RIGHT)
ISSUER = _style(11, 14, face=fonts.BOLD)
SECTION = _style(13, 17, face=fonts.BOLD, ink=ACCENT).clone(
    "section", spaceBefore=S6, spaceAfter=S2
)
HEADING = _style(10.5, 14, face=fonts.BOLD)
BODY = _style(9.5, 13)
STRONG = _style(9.5, 13, face=fonts.BOLD)
PROOF = _style(9.5, 13, face=fonts.BOLD, ink=ACCENT)
CELL = _style(9, 11.5)
CELL_STRONG = _style(9, 11.5, face=fonts.BOLD)
SMALL = _style(8, 10.5, ink=MUTED)
SMALL_RIGHT = SMALL.clone("small-right", alignment=TA_RIGHT)
LABEL = _style(8, 10.5, ink=MUTED)
WARNING = _style(9.5, 13, ink=WARN)
WARNING_STRONG = _style(9.5, 13, face=fonts.BOLD, ink=WARN)
FIGURE = _style(17, 20, face=fonts.BOLD).clone("figure", alignment=TA_CENTER)
FIGURE_NONE = _style(17, 20, ink=MUTED).clone("figure-none", alignment=TA_CENTER)
FIGURE_LABEL = _style(7.5, 9, ink=MUTED).clone("figure-label", alignment=TA_CENTER)
DECISION = _style(10, 13, face=fonts.BOLD, ink=ACCENT)
DECISION_AGAINST = _style(10, 13, face=fonts.BOLD)
DECISION_NEUTRAL = _style(10, 13, face=fonts.BOLD, ink=MUTED)
TAG = _style(8, 10.5, face=fonts.BOLD, ink=ACCENT)
SMALL_INK = _style(8.5, 11)
UNTITLED = _style(8.5, 11, ink=MUTED)
SMALL_STRONG = _style(8.5, 11, face=fonts.BOLD)
REMARK = SMALL_INK.clone("remark", spaceBefore=S2)
OUTCOME_FOR = _style(8.5, 11, face=fonts.BOLD, ink=ACCENT).clone("for", alignment=TA_RIGHT)
OUTCOME_AGAINST = SMALL_STRONG.clone("against", alignment=TA_RIGHT)
OUTCOME_QUIET = _style(8.5, 11, ink=MUTED).clone("quiet", alignment=TA_RIGHT)
OUTCOME_WHERE = _style(7.5, 9, ink=MUTED).clone("where", alignment=TA_RIGHT)
DOOR = _style(11, 14)
DOOR_STRONG = _style(11, 14, face=fonts.BOLD)
CELL_RIGHT = CELL.clone("cell-right", alignment=TA_RIGHT)
CELL_STRONG_RIGHT = CELL_STRONG.clone("cell-strong-right", alignment=TA_RIGHT)
LABEL_RIGHT = LABEL.clone("label-right", alignment=TA_RIGHT)
AMOUNT = _style(13, 17, face=fonts.BOLD).clone("amount", alignment=TA_CENTER)
"""A sum of money set apart."""
