"""Writes the structure of a document into its file: ISO 32000-1, 14.7 and 14.8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, String

from jurydesk.documents.drawing.structure import Element, Mark

if TYPE_CHECKING:
    import pikepdf

    from jurydesk.documents.drawing.structure import Structure


def write_tags(document: pikepdf.Pdf, structure: Structure) -> None:
    """Add the tree, and from each piece of a page the way back to its element."""
    writer = _Writer(document)
    root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = writer.write(structure.root, root)
    numbers = Array()
    for place, elements in enumerate(structure.pages):
        if elements:
            owners = Array([writer.written[id(element)] for element in elements])
            numbers.append(place)
            numbers.append(document.make_indirect(owners))
    root.K = Array([top])
    root.ParentTree = document.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(structure.pages)
    document.Root.StructTreeRoot = root
    document.Root.MarkInfo = Dictionary(Marked=True)
    for number, page in enumerate(document.pages):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S


class _Writer:
    """Writes elements, each once; `written` finds them again."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._pages = [page.obj for page in document.pages]
        self.written: dict[int, pikepdf.Object] = {}

    def write(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        """Write an element with all that it holds."""
        made = self._document.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent)
        )
        self.written[id(element)] = made
        marks = [kid for kid in element.kids if isinstance(kid, Mark)]
        first = marks[0].page if marks else None
        if first is not None:
            made.Pg = self._pages[first]
        made.K = Array([self._kid(kid, made, first) for kid in element.kids])
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.role in {"TH", "TD"}:
            made.A = _cell(element)
        return made

    def _kid(
        self, kid: Element | Mark, parent: pikepdf.Object, first: int | None
    ) -> pikepdf.Object | int:
        if isinstance(kid, Element):
            return self.write(kid, parent)
        if kid.page == first:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)


def _cell(element: Element) -> pikepdf.Object:
    said = Dictionary(O=Name.Table)
    if element.role == "TH":
        said.Scope = Name.Column
    if element.columns > 1:
        said.ColSpan = element.columns
    return said
