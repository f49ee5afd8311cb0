"""Draws a parchment: a sheet across, framed, for a wall; one title, one name, one proof."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from jurydesk.documents.drawing import fonts, styles
from jurydesk.documents.drawing.letterhead import spaced_siret
from jurydesk.documents.drawing.page import LANGUAGES
from jurydesk.documents.drawing.typesetter import Typesetter, tidy

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from jurydesk.domain.parchments import Parchment, ParchmentContent
    from jurydesk.wording import Wording

WIDTH, HEIGHT = landscape(A4)
FRAME = 11 * mm
INNER = 13 * mm
MARGIN = 26 * mm
CENTRE = WIDTH / 2
TEXT = WIDTH - 2 * MARGIN
FOOT = 24 * mm
"""Where the last lines stand, above the lower edge."""
TITLE_SIZES = (27.0, 24.0, 21.0, 18.0)
NAME_SIZES = (31.0, 27.0, 23.0, 19.0)


def draw_parchment(parchment: Parchment, *, wording: Wording) -> bytes:
    """Set the sheet."""
    fonts.register()
    setter = Typesetter(wording)
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        lang=LANGUAGES[wording.language],
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # -- third-party untyped
    )
    content = parchment.content
    canvas.setTitle(setter.phrase("papers.parchments.one", number=parchment.number))
    canvas.setAuthor(content.certifier)
    canvas.setSubject(f"{content.certification} {content.title}")
    canvas.setCreator("jurydesk")
    _frame(canvas)
    _duplicate(canvas, parchment, setter)
    below = _head(canvas, content, setter)
    below = _title(canvas, content, setter, below)
    _holder(canvas, content, setter, below)
    _register(canvas, parchment, setter)
    _signatures(canvas, content, setter)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _frame(canvas: Canvas) -> None:
    for inset, width, ink in ((FRAME, 1.6, styles.ACCENT), (INNER, 0.4, styles.ACCENT)):
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(width)
        canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)


def _head(canvas: Canvas, content: ParchmentContent, setter: Typesetter) -> float:
    top = HEIGHT - 34 * mm
    _spaced(canvas, content.certifier.upper(), top, size=11, face=fonts.BOLD, space=1.1)
    siret = setter.phrase("minutes.siret", siret=spaced_siret(content.siret))
    line = " · ".join(filter(None, (content.address, siret if content.siret else "")))
    _centred(canvas, line, top - 14, size=8, ink=styles.MUTED)
    return top - 62


def _title(canvas: Canvas, content: ParchmentContent, setter: Typesetter, top: float) -> float:
    words = setter.phrase("aftermath.parchment.kind").upper()
    _spaced(canvas, words, top, size=10, face=fonts.REGULAR, space=2.4, ink=styles.MUTED)
    bottom = _fitted(canvas, content.title, top - 18, sizes=TITLE_SIZES, ink=styles.ACCENT)
    line = setter.phrase(
        "aftermath.parchment.level" if content.level is not None else "aftermath.parchment.code",
        code=content.certification,
        level=content.level,
    )
    _centred(canvas, line, bottom - 18, size=11)
    return bottom - 62


def _holder(canvas: Canvas, content: ParchmentContent, setter: Typesetter, top: float) -> None:
    _centred(canvas, setter.phrase("aftermath.parchment.awarded"), top, size=11, ink=styles.MUTED)
    bottom = _fitted(canvas, content.holder, top - 16, sizes=NAME_SIZES, ink=styles.INK)
    _centred(canvas, _born(content, setter), bottom - 18, size=11)
    canvas.setStrokeColor(styles.ACCENT)
    canvas.setLineWidth(0.6)
    canvas.line(CENTRE - 24 * mm, bottom - 40, CENTRE + 24 * mm, bottom - 40)
    decided = setter.phrase(
        "aftermath.parchment.decided", day=content.decided_on, number=content.minutes
    )
    _centred(canvas, decided, bottom - 66, size=10.5)
    _centred(canvas, _registration(content, setter), bottom - 82, size=9, ink=styles.MUTED)


def _born(content: ParchmentContent, setter: Typesetter) -> str:
    day = setter.wording.date(content.birth_date) if content.birth_date else content.birth_partial
    if not day:
        return ""
    code = "aftermath.born" if content.birth_place else "aftermath.born.no_place"
    return setter.phrase(f"{code}.{content.sex.value}", day=day, place=content.birth_place)


def _registration(content: ParchmentContent, setter: Typesetter) -> str:
    if content.ground:
        return setter.phrase("aftermath.parchment.ground", until=content.registered_until or "—")
    if content.registered_until is None:
        return ""
    return setter.phrase("aftermath.parchment.registered", until=content.registered_until)


def _register(canvas: Canvas, parchment: Parchment, setter: Typesetter) -> None:
    lines = [
        setter.phrase("aftermath.parchment.number", number=parchment.first_number),
        setter.phrase("aftermath.parchment.delivered", day=parchment.delivered_on),
    ]
    if parchment.duplicate_of:
        lines.append(setter.phrase("aftermath.parchment.line", number=parchment.number))
    else:
        lines.append(setter.phrase("aftermath.parchment.unique"))
    for at, line in enumerate(lines):
        canvas.setFont(fonts.BOLD if at == 0 else fonts.REGULAR, 9)
        canvas.setFillColor(styles.INK if at == 0 else styles.MUTED)
        canvas.drawString(MARGIN, FOOT + 16 - 12 * at, line)


def _signatures(canvas: Canvas, content: ParchmentContent, setter: Typesetter) -> None:
    right = WIDTH - MARGIN
    role = content.signatory_role[:1].upper() + content.signatory_role[1:]
    for at, (line, face, ink) in enumerate(
        (
            (role, fonts.REGULAR, styles.MUTED),
            (content.signatory, fonts.BOLD, styles.INK),
        )
    ):
        canvas.setFont(face, 9)
        canvas.setFillColor(ink)
        canvas.drawRightString(right, FOOT + 62 - 12 * at, line)
    holder = setter.phrase(f"aftermath.parchment.holder.{content.sex.value}")
    canvas.setFont(fonts.REGULAR, 9)
    canvas.setFillColor(styles.MUTED)
    canvas.drawCentredString(CENTRE + 8 * mm, FOOT + 62, holder)


def _duplicate(canvas: Canvas, parchment: Parchment, setter: Typesetter) -> None:
    """Say on the sheet, where nobody can cut it off, that it is not the first one."""
    if not parchment.duplicate_of:
        return
    word = setter.phrase("aftermath.parchment.duplicate").upper()
    _spaced(canvas, word, HEIGHT - 23 * mm, size=12, face=fonts.BOLD, space=4.0, ink=styles.WARN)


def _spaced(
    canvas: Canvas,
    text: str,
    y: float,
    *,
    size: float,
    face: str,
    space: float,
    ink: Color = styles.INK,
) -> None:
    """Write capitals with air between them, smaller where they would not fit."""
    width = stringWidth(text, face, size) + space * (len(text) - 1)
    scale = min(1.0, TEXT / width) if width else 1.0
    written = canvas.beginText()
    written.setFont(face, size * scale)
    written.setCharSpace(space * scale)
    written.setFillColor(ink)
    written.setTextOrigin(CENTRE - width * scale / 2, y)
    written.textOut(text)
    # The page keeps it otherwise, and every later line would be spaced as well
    written.setCharSpace(0)
    canvas.drawText(written)


def _centred(canvas: Canvas, text: str, y: float, *, size: float, ink: Color = styles.INK) -> None:
    width = stringWidth(text, fonts.REGULAR, size)
    canvas.setFont(fonts.REGULAR, size * min(1.0, TEXT / width) if width else size)
    canvas.setFillColor(ink)
    canvas.drawCentredString(CENTRE, y, text)


def _fitted(
    canvas: Canvas, text: str, top: float, *, sizes: tuple[float, ...], ink: Color
) -> float:
    """Set words as large as two lines allow; return where they end."""
    paragraph, height = _set(text, sizes[-1], ink)
    for size in sizes:
        paragraph, height = _set(text, size, ink)
        if height <= 2 * size * 1.2 + 1:
            break
    paragraph.drawOn(canvas, MARGIN, top - height)
    return top - height


def _set(text: str, size: float, ink: Color) -> tuple[Paragraph, float]:
    style = ParagraphStyle(
        f"parchment-{size}",
        fontName=fonts.BOLD,
        fontSize=size,
        leading=size * 1.2,
        textColor=ink,
        alignment=TA_CENTER,
    )
    paragraph = Paragraph(escape(tidy(text)), style)
    return paragraph, paragraph.wrap(TEXT, HEIGHT)[1]
