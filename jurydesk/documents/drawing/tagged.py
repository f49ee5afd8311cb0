"""Paragraphs and tables that say what they are when they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.tables import TableRenderCB
from typing_extensions import override

from jurydesk.documents.drawing import styles
from jurydesk.documents.drawing.structure import Element, Structure, structure_of

if TYPE_CHECKING:
    from reportlab.platypus import Table

ROLES = {styles.TITLE.name: "H1", styles.SECTION.name: "H2", styles.HEADING.name: "H3"}


class TaggedParagraph(Paragraph):
    """A paragraph, or a heading where its style is one; cut in two, it stays one."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- third-party untyped
        """Take what a paragraph takes."""
        super().__init__(*args, **options)
        self.element = Element(ROLES.get(self.style.name, "P"))

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Cut in two that are read as one."""
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for part in parts:
            if isinstance(part, TaggedParagraph):
                part.element = self.element
        return parts

    @override
    def draw(self) -> None:
        """Draw into the element."""
        with structure_of(self.canv).inside(self.element):
            super().draw()


class TableTags(TableRenderCB):
    """Tells rows, heads and cells of one table while reportlab draws it, over all its pages.

    What stands above the heads of the columns is a title, not a row. A head that is drawn
    again on a later page is an ornament: it was read already.
    """

    def __init__(self, heads: frozenset[int]) -> None:
        """Wait for the table; `heads` are its rows that name the columns."""
        self._heads = heads
        self._element = Element("Table")
        self._drawn: dict[int, object] = {}
        """What was drawn, by identity, kept so that no other thing takes its place."""
        self._structure = Structure()
        self._is_first = True
        self._in_row = False
        self._is_again = False

    @override
    def __call__(self, T: Table, cmd: str, *args: Any) -> None:
        """Take what reportlab says it draws next."""
        if cmd == "startTable":
            self._structure = structure_of(T.canv)
        elif cmd == "startRow":
            self._end_row()
            self._begin_row(T, args[0])
        elif cmd == "startCell" and self._in_row:
            self._structure.begin(self._cell(T, args[0], args[1]))
        elif cmd == "endCell" and self._in_row:
            self._structure.end()
        elif cmd == "startLines":
            self._end_row()
            self._is_first = False

    def _begin_row(self, table: Table, row: int) -> None:
        cells: list[object] = getattr(table, "_cellvalues", [])[row]
        heads = [cell[0] if isinstance(cell, list) and cell else cell for cell in cells]
        own = {id(head): head for head in heads if not isinstance(head, str)}
        self._is_again = not self._drawn.keys().isdisjoint(own)
        self._drawn.update(own)
        is_title = self._is_first and row < min(self._heads)
        self._in_row = not self._is_again and not is_title
        if self._is_again:
            self._structure.begin_ornament()
        elif self._in_row:
            self._structure.begin(self._element)
            self._structure.begin(Element("TR"))

    def _end_row(self) -> None:
        if self._is_again:
            self._structure.end_ornament()
        elif self._in_row:
            self._structure.end()
            self._structure.end()
        self._is_again = self._in_row = False

    def _cell(self, table: Table, row: int, column: int) -> Element:
        spans: dict[tuple[int, int], tuple[int, int, int, int] | None]
        spans = getattr(table, "_spanRanges", {})
        span = spans.get((column, row))
        is_head = self._is_first and row in self._heads
        columns = span[2] - span[0] + 1 if span else 1
        return Element("TH" if is_head else "TD", columns=columns)
