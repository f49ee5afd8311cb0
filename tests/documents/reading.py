"""Reads papers back, as text and by page, without any program from outside."""

from __future__ import annotations

import io

from pypdf import PdfReader


def pages(pdf: bytes) -> list[str]:
    """The text of each page in the order in which it was drawn."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def plain(text: str) -> str:
    """A text on one line, every kind of space made plain."""
    return " ".join(text.split())


def words(pdf: bytes) -> str:
    """The whole text on one line."""
    return plain(" ".join(pages(pdf)))


def golden_text(pdf: bytes) -> str:
    """The text page by page, as it is kept to be compared."""
    return "".join(f"── page {n} ──\n{text.strip()}\n" for n, text in enumerate(pages(pdf), 1))


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font that a page refers to, and whether the file carries it."""
    found: dict[str, bool] = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object().get("/FontDescriptor")
            carried = descriptor is not None and "/FontFile2" in descriptor.get_object()
            found[str(font.get_object()["/BaseFont"])] = carried
    return found
