"""The one family of the papers, embedded, so that they look the same everywhere and for ever."""

from __future__ import annotations

from functools import cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

from jurydesk.paths import resource

FAMILY = "JurydeskSans"
REGULAR = f"{FAMILY}-Regular"
BOLD = f"{FAMILY}-SemiBold"
ITALIC = f"{FAMILY}-Italic"
BOLD_ITALIC = f"{FAMILY}-SemiBoldItalic"


MOST_WORDS = 50_000
"""Words of which the width is kept; a session of two hundred hearings has some thousands."""


class MeasuringFont(TTFont):
    """A face that measures each word once: papers measure the same words again and again."""

    def __init__(self, name: str, filename: str) -> None:
        """Read the face."""
        super().__init__(name, filename)
        self._known: dict[tuple[str, float], float] = {}

    @override
    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return how wide a text is, in points."""
        width = self._known.get((text, size))
        if width is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            width = self._known[text, size] = super().stringWidth(text, size, encoding)
        return width


@cache
def register() -> None:
    """Make the four faces known to reportlab, once in the life of the program."""
    faces = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    for face in faces:
        pdfmetrics.registerFont(MeasuringFont(face, str(resource("fonts", f"{face}.ttf"))))
    for face in faces:
        addMapping(face, 0, 0, REGULAR)
        addMapping(face, 1, 0, BOLD)
        addMapping(face, 0, 1, ITALIC)
        addMapping(face, 1, 1, BOLD_ITALIC)
