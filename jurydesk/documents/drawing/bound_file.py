"""Puts the pages of several PDFs into one, each at its entry of the outline."""

from __future__ import annotations

import io
from contextlib import ExitStack
from time import sleep
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Name, OutlineItem, Pdf, String

from jurydesk.documents.drawing.page import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jurydesk.documents.binding import Sheaf
    from jurydesk.wording import Wording


def count_pages(pdf: bytes) -> int:
    """Return how many pages a file has."""
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        return len(paper.pages)


def bind_sheaves(
    sheaves: Sequence[Sheaf],
    *,
    title: str,
    author: str,
    wording: Wording,
    bound: Callable[[], None],
) -> bytes:
    """Return the bound file."""
    # What is bound is read until the whole is written
    with pikepdf.new() as document, ExitStack() as sources:
        binder = _Binder(document, sources, bound)
        entries = [binder.add(sheaf) for sheaf in sheaves]
        with document.open_outline() as outline:
            outline.root.extend(entries)
        _describe(document, title=title, author=author, wording=wording)
        target = io.BytesIO()

        def saved(_percent: int) -> None:
            # It holds the interpreter while it writes: here others get their turn
            bound()
            sleep(0)

        document.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            progress=saved,
        )
    return target.getvalue()


class _Binder:
    """Adds papers one after the other."""

    def __init__(self, document: Pdf, sources: ExitStack, bound: Callable[[], None]) -> None:
        self._document = document
        self._sources = sources
        self._bound = bound

    def add(self, sheaf: Sheaf) -> OutlineItem:
        """Add the copies of one paper; return its entry."""
        entry = OutlineItem(sheaf.title, len(self._document.pages))
        for title, pdf in sheaf.copies:
            copy = OutlineItem(title, len(self._document.pages))
            copy.children.extend(self._append(pdf))
            copy.is_closed = True
            entry.children.extend([copy] if len(sheaf.copies) > 1 else copy.children)
            self._bound()
        entry.is_closed = True
        return entry

    def _append(self, pdf: bytes) -> Iterator[OutlineItem]:
        """Add the pages of one file; return its own entries at their places in the whole."""
        first = len(self._document.pages)
        paper = self._sources.enter_context(pikepdf.open(io.BytesIO(pdf)))
        self._document.pages.extend(paper.pages)
        numbers = {page.obj.objgen: number for number, page in enumerate(paper.pages)}
        with paper.open_outline() as outline:
            for item in outline.root:
                target = _target(item, paper)
                if target in numbers:
                    yield OutlineItem(item.title, first + numbers[target])


def _target(item: OutlineItem, paper: Pdf) -> tuple[int, int]:
    """Return the page that an entry leads to; reportlab gives its destinations names."""
    target: object = item.destination
    if isinstance(target, String | Name):
        named = paper.Root.get("/Dests", pikepdf.Dictionary())
        target = named.get(f"/{str(target).lstrip('/')}")
    if isinstance(target, Array) and len(target):
        page: pikepdf.Object = target[0]
        return page.objgen
    return (0, 0)


def _describe(document: Pdf, *, title: str, author: str, wording: Wording) -> None:
    document.Root.Lang = String(LANGUAGES[wording.language])
    document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    document.Root.PageMode = Name.UseOutlines
    document.docinfo["/Title"] = title
    document.docinfo["/Author"] = author
    document.docinfo["/Creator"] = "jurydesk"
