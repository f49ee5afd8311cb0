"""The one family of the papers, embedded, so that they look the same everywhere and for ever."""

from __future__ import annotations

from functools import cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from jurydesk.paths import resource

FAMILY = "JurydeskSans"
REGULAR = f"{FAMILY}-Regular"
BOLD = f"{FAMILY}-SemiBold"
ITALIC = f"{FAMILY}-Italic"
BOLD_ITALIC = f"{FAMILY}-SemiBoldItalic"


@cache
def register() -> None:
    """Make the four faces known to reportlab, once in the life of the program."""
    faces = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    for face in faces:
        pdfmetrics.registerFont(TTFont(face, str(resource("fonts", f"{face}.ttf"))))
    for face in faces:
        addMapping(face, 0, 0, REGULAR)
        addMapping(face, 1, 0, BOLD)
        addMapping(face, 0, 1, ITALIC)
        addMapping(face, 1, 1, BOLD_ITALIC)
