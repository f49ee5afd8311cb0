"""The order and kind of what is drawn, told apart from ornament: what a screen reader reads."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.textobject import PDFTextObject

PAINTS = re.compile(r"(?:^|\s)(?:S|s|f\*?|F|B\*?|b\*?|Do|sh|Tj|TJ)(?=\s|$)")
BEGINS = re.compile(r"^/\w+ <</MCID \d+>> BDC$")
ENDS = "EMC"
ORNAMENT = "/Artifact BMC"


class Mark(NamedTuple):
    """A piece of a page, by the number of the page from 0 and its own on that page."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """A heading, a paragraph, a cell: what it is, and what it holds in order."""

    role: str
    kids: list[Element | Mark] = field(default_factory=list)
    columns: int = 1
    """How many columns a cell spans."""
    alternative: str = ""
    """What a picture says, in words."""
    is_placed: bool = False


class Structure:
    """The tree of a document while it is drawn."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.root = Element("Document")
        self.pages: list[list[Element]] = []
        """For each page, the element of each of its marks."""
        self._open = [self.root]
        self._ornaments = 0

    @property
    def is_ornament(self) -> bool:
        """Return whether what is drawn now says nothing."""
        return self._ornaments > 0

    def begin(self, element: Element) -> None:
        """Draw into an element; one that went on from a page before stays where it is."""
        if not element.is_placed:
            self._open[-1].kids.append(element)
            element.is_placed = True
        self._open.append(element)

    def end(self) -> None:
        """Go on after the element that was begun last."""
        self._open.pop()

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Draw into an element."""
        self.begin(element)
        try:
            yield
        finally:
            self.end()

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """Draw what nobody needs to hear: folios, rules, a head that is repeated."""
        self.begin_ornament()
        try:
            yield
        finally:
            self.end_ornament()

    def begin_ornament(self) -> None:
        """Draw what nobody needs to hear, until `end_ornament`."""
        self._ornaments += 1

    def end_ornament(self) -> None:
        """Draw again what is to be heard."""
        self._ornaments -= 1

    def mark(self, page: int) -> tuple[str, int]:
        """Return the role and the number of the next piece of a page, and note whose it is."""
        element = self._open[-1]
        if element.role not in _LEAVES:
            element = Element("P", is_placed=True)
            self._open[-1].kids.append(element)
        while len(self.pages) <= page:
            self.pages.append([])
        number = len(self.pages[page])
        self.pages[page].append(element)
        element.kids.append(Mark(page, number))
        return element.role, number


_LEAVES = frozenset({"P", "H1", "H2", "H3", "Figure"})
"""What holds text or a picture itself; anything else holds these."""


class TaggedCanvas(Canvas):
    """A canvas on which each text is a piece of the structure, and all else an ornament."""

    _code: list[str]
    """The operators of the page, as reportlab gathers them."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- third-party untyped
        """Begin a document."""
        super().__init__(*args, **options)
        self.structure = Structure()

    @contextmanager
    def piece(self) -> Iterator[None]:
        """Draw one piece of the element that is open."""
        if self.structure.is_ornament:
            yield
            return
        role, number = self.structure.mark(self.getPageNumber() - 1)
        self._code.append(f"/{role} <</MCID {number}>> BDC")
        yield
        self._code.append(ENDS)

    @override
    def drawText(self, aTextObject: PDFTextObject) -> None:
        """Draw a text as a piece of its own."""
        with self.piece():
            super().drawText(aTextObject)

    @override
    def showPage(self) -> None:
        """End the page: what is no piece of the structure is marked as ornament."""
        self._code[:] = told_apart(self._code)
        super().showPage()


def structure_of(canvas: Canvas) -> Structure:
    """Return the tree to which a canvas adds; on another canvas, one that nobody reads."""
    return canvas.structure if isinstance(canvas, TaggedCanvas) else Structure()


def told_apart(code: list[str]) -> list[str]:
    """Return the operators of a page, those that paint outside a piece as ornaments."""
    told: list[str] = []
    between: list[str] = []
    inside = False
    for operators in code:
        if BEGINS.match(operators):
            told += _ornaments(between)
            between, inside = [], True
        (told if inside else between).append(operators)
        if operators == ENDS:
            inside = False
    return told + _ornaments(between)


def _ornaments(operators: list[str]) -> list[str]:
    if not any(map(PAINTS.search, operators)):
        return operators
    return [ORNAMENT, *operators, ENDS]
