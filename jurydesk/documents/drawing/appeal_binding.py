"""Binds the pieces of an appeal file: index first, outline, one numbering over all pages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from jurydesk.documents.drawing import fonts, styles
from jurydesk.documents.drawing.appeal_paper import draw_index
from jurydesk.documents.drawing.page import LANGUAGES
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.appeal import AppealHead
    from jurydesk.wording import Wording

Entries = list[tuple[str, int, int]]
"""Code, first and last page of each piece."""
STAMP_SIZE = 7.5
STAMP_LINE = 24


def bind(pieces: Sequence[tuple[str, bytes]], head: AppealHead, *, wording: Wording) -> bytes:
    """Return one file; the same pieces give the same bytes."""
    counts = [(code, _pages(pdf)) for code, pdf in pieces]
    # The index may take more than one page itself: its length is known once it is drawn
    index = draw_index(_entries(counts, 1), head, wording=wording)
    entries = _entries(counts, _pages(index))
    index = draw_index(entries, head, wording=wording)
    setter = Typesetter(wording)
    bound = pikepdf.new()
    for pdf in (index, *(pdf for _, pdf in pieces)):
        with pikepdf.open(io.BytesIO(pdf)) as part:
            bound.pages.extend(part.pages)
    _outline(bound, entries, setter)
    _number(bound, setter)
    _describe(bound, head, setter)
    target = io.BytesIO()
    bound.save(target, deterministic_id=True)
    return target.getvalue()


def _pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as part:
        return len(part.pages)


def _entries(counts: Sequence[tuple[str, int]], index: int) -> Entries:
    entries: Entries = []
    first = index + 1
    for code, count in counts:
        entries.append((code, first, first + count - 1))
        first += count
    return entries


def _outline(bound: pikepdf.Pdf, entries: Entries, setter: Typesetter) -> None:
    with bound.open_outline() as outline:
        title = setter.phrase("aftermath.appeal.index")
        outline.root.append(pikepdf.OutlineItem(title, 0))
        for rank, (code, first, _) in enumerate(entries, start=1):
            name = setter.phrase(f"aftermath.appeal.{code}")
            outline.root.append(pikepdf.OutlineItem(f"{rank}. {name}", first - 1))


def _number(bound: pikepdf.Pdf, setter: Typesetter) -> None:
    """Write « dossier, page 3 / 12 » on each page, below the folio of the piece."""
    total = len(bound.pages)
    sizes = [page.mediabox for page in bound.pages]
    stamps = io.BytesIO()
    canvas = Canvas(
        stamps,
        invariant=1,
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # -- third-party untyped
    )
    for number, box in enumerate(sizes, start=1):
        width, height = float(box[2]), float(box[3])
        canvas.setPageSize((width, height))
        canvas.setFont(fonts.BOLD, STAMP_SIZE)
        canvas.setFillColor(styles.ACCENT)
        text = setter.phrase("aftermath.appeal.stamp", page=number, pages=total)
        canvas.drawCentredString(width / 2, STAMP_LINE, text)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(stamps) as written:
        for page, stamp in zip(bound.pages, written.pages, strict=True):
            page.add_overlay(stamp, pikepdf.Rectangle(page.mediabox))


def _describe(bound: pikepdf.Pdf, head: AppealHead, setter: Typesetter) -> None:
    title = setter.phrase("aftermath.appeal")
    bound.docinfo["/Title"] = title
    bound.docinfo["/Author"] = head.certifier.name
    bound.docinfo["/Creator"] = "jurydesk"
    bound.Root.Lang = pikepdf.String(LANGUAGES[setter.wording.language])
    bound.Root.PageMode = pikepdf.Name.UseOutlines
    bound.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
