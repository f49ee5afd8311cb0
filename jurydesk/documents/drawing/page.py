"""The page: header, footer with number and folio, watermark of a draft, metadata, outline."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from jurydesk.documents.drawing import archive, fonts, styles
from jurydesk.documents.drawing.structure import TaggedCanvas, structure_of
from jurydesk.documents.drawing.styles import (
    BOTTOM,
    FIRST_TOP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
    WIDTH,
)
from jurydesk.documents.pages_heard import page_begun

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}

FIRST, LATER = "first", "later"
"""Names of the two kinds of page: one that begins with a letterhead, one that goes on."""
RIGHT = PAGE_WIDTH - MARGIN
HEADER_LINE = PAGE_HEIGHT - 17 * mm
FOOTER_LINE = 15 * mm
BELOW = 10
INITIALS = PAGE_WIDTH / 2 + 2 * mm
SIZE = 7.5
WATERMARK_WIDTH = 620
WATERMARK_HEIGHT = 125


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """What surrounds the text on every page, and what the file says of itself."""

    title: str
    author: str
    subject: str
    language: str
    header: str
    """At the head of every page but the first, with the title."""
    footer: str
    folio: Callable[[int, int], str]
    """Number of the page and of all pages, in words."""
    watermark: str = ""
    initials: str = ""
    """Where members initial each page."""
    data: archive.Data | None = None
    """What the file carries for programs, beside what people read."""


class Folios(Flowable):
    """Writes the folio of every page once the last one is known; ends the story, takes no room."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self._furniture = furniture

    def draw(self) -> None:
        """Fill in the forms that the footers refer to."""
        pages = self.canv.getPageNumber()
        with structure_of(self.canv).ornament():
            for page in range(1, pages + 1):
                self.canv.beginForm(_folio(page), 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
                _write_small(self.canv)
                text = self._furniture.folio(page, pages)
                self.canv.drawRightString(RIGHT, FOOTER_LINE - BELOW, text)
                self.canv.endForm()


def _folio(page: int) -> str:
    return f"folio-{page}"


def _furnish(canvas: Canvas, document: BaseDocTemplate, *, furniture: Furniture) -> None:
    """Draw what surrounds the text of the page that begins; the text comes above it."""
    page_begun()
    canvas.saveState()
    with structure_of(canvas).ornament():
        if furniture.watermark:
            _draw_watermark(canvas, furniture.watermark)
        # One file may hold several papers, each beginning with its own letterhead
        if document.pageTemplate.id != FIRST:
            _draw_header(canvas, furniture)
        _draw_footer(canvas, furniture)
    canvas.restoreState()


def _draw_watermark(canvas: Canvas, word: str) -> None:
    size = min(WATERMARK_HEIGHT, WATERMARK_WIDTH / stringWidth(word, fonts.BOLD, 1))
    canvas.saveState()
    canvas.setFillColor(styles.GHOST)
    canvas.setFont(fonts.BOLD, size)
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(54)
    canvas.drawCentredString(0, -size / 3, word)
    canvas.restoreState()


def _draw_header(canvas: Canvas, furniture: Furniture) -> None:
    _rule(canvas, HEADER_LINE)
    _write_small(canvas)
    canvas.drawString(MARGIN, HEADER_LINE + 5, furniture.header)
    canvas.drawRightString(RIGHT, HEADER_LINE + 5, furniture.title)


def _draw_footer(canvas: Canvas, furniture: Furniture) -> None:
    _rule(canvas, FOOTER_LINE)
    _write_small(canvas)
    canvas.drawString(MARGIN, FOOTER_LINE - BELOW, furniture.footer)
    canvas.doForm(_folio(canvas.getPageNumber()))
    if furniture.initials:
        end = MARGIN + stringWidth(furniture.footer, fonts.REGULAR, SIZE)
        _draw_initials(canvas, furniture.initials, x=max(INITIALS, end + BELOW))


def _draw_initials(canvas: Canvas, label: str, *, x: float) -> None:
    canvas.drawString(x, FOOTER_LINE - BELOW, label)
    start = x + stringWidth(label, fonts.REGULAR, SIZE) + 4
    canvas.setDash(0.5, 2)
    canvas.line(start, FOOTER_LINE - BELOW - 1, x + 44 * mm, FOOTER_LINE - BELOW - 1)
    canvas.setDash()


def _write_small(canvas: Canvas) -> None:
    canvas.setFont(fonts.REGULAR, SIZE)
    canvas.setFillColor(styles.MUTED)


def _rule(canvas: Canvas, height: float) -> None:
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(styles.HAIRLINE)
    canvas.line(MARGIN, height, RIGHT, height)


def _frame(name: str, top: float) -> Frame:
    height = PAGE_HEIGHT - top - BOTTOM
    return Frame(MARGIN, BOTTOM, WIDTH, height, 0, 0, 0, 0, id=name)


def build(story: list[Flowable], furniture: Furniture) -> bytes:
    """Set the story on pages, as PDF/A-3; the same story gives the same bytes."""
    fonts.register()
    target = io.BytesIO()
    furnish = partial(_furnish, furniture=furniture)
    document = BaseDocTemplate(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageTemplates=[
            PageTemplate(FIRST, [_frame(FIRST, FIRST_TOP)], furnish),
            PageTemplate(LATER, [_frame(LATER, TOP)], furnish),
        ],
        title=furniture.title,
        author=furniture.author,
        subject=furniture.subject,
        creator="jurydesk",
        lang=furniture.language,
        # No date and no random number inside: the same content gives bytes that can be compared
        invariant=1,
        displayDocTitle=1,
        initialFontName=fonts.REGULAR,
    )
    drawn = [NextPageTemplate(LATER), *story, Folios(furniture)]
    document.build(drawn, canvasmaker=TaggedCanvas)
    about = archive.About(
        title=furniture.title,
        author=furniture.author,
        subject=furniture.subject,
        language=furniture.language,
    )
    return archive.made_to_last(
        target.getvalue(), about, structure=structure_of(document.canv), data=furniture.data
    )
