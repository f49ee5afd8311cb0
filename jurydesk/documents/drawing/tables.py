"""Tables with hairlines, and the few shapes that all papers share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table
from typing_extensions import override

from jurydesk.documents.drawing import fonts, styles
from jurydesk.documents.drawing.styles import S1, S2, S3, S4, WIDTH
from jurydesk.documents.drawing.tagged import TableTags, TaggedParagraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color
    from reportlab.platypus import Paragraph

Cell = Flowable | str | list[Flowable]
Command = tuple[Any, ...]
HAIRLINE = (styles.HAIRLINE, styles.LINE)
MUTED = styles.MUTED.hexval()
HEADS = "HEADS"
"""Not a command of reportlab: which row names the columns, for who listens."""
ALL = ((0, 0), (-1, -1))
# A point less than the frame, for sums of heights that do not come out even
WHOLE_PAGE = styles.PAGE_HEIGHT - styles.TOP - styles.BOTTOM - 1


class SectionTitle(TaggedParagraph):
    """The heading of a numbered section, which is also an entry of the outline."""

    def __init__(self, title: str, *, number: int) -> None:
        super().__init__(f"{number}&nbsp;&nbsp; {escape(title)}", styles.SECTION)
        self._entry = f"{number}. {title}"

    @override
    def draw(self) -> None:
        """Draw the heading and note where it stands."""
        self.canv.bookmarkPage(self._entry)
        self.canv.addOutlineEntry(self._entry, self._entry, 0)
        super().draw()


class RowTable(Table):
    """A table that breaks between rows; a row is cut only where it is taller than a page."""

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Cut inside a row at the top of a page only: elsewhere the row moves to the next."""
        self.splitInRow = 1 if availHeight >= WHOLE_PAGE else 0
        parts: list[Flowable] = super().split(availWidth, availHeight)
        return parts


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *commands: Command,
    repeat: int | tuple[int, ...] = 0,
    space_before: float = 0,
    kind: type[Table] = RowTable,
) -> Table:
    """Lay out cells over the width of the text; no line is drawn unless asked for."""
    heads = frozenset(command[1] for command in commands if command[0] == HEADS)
    tags = TableTags(heads) if heads else None  # type: ignore[abstract]  # -- third-party untyped
    made = kind(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=repeat,
        splitInRow=1,
        hAlign="LEFT",
        spaceBefore=space_before,
        renderCB=tags,
    )
    made.setStyle(
        [
            # Named for every cell, or reportlab refers to a Helvetica that it does not embed
            ("FONT", *ALL, fonts.REGULAR, 9),
            ("VALIGN", *ALL, "TOP"),
            ("LEFTPADDING", *ALL, 0),
            ("RIGHTPADDING", *ALL, S3),
            ("TOPPADDING", *ALL, S2),
            ("BOTTOMPADDING", *ALL, S2),
            *(command for command in commands if command[0] != HEADS),
        ]
    )
    return made


def hairlines(first: int = 0) -> tuple[Command, ...]:
    """Rule every row from `first` on, and close the table."""
    return (
        ("LINEABOVE", (0, first), (-1, -1), *HAIRLINE),
        ("LINEBELOW", (0, -1), (-1, -1), *HAIRLINE),
    )


def header(row: int) -> tuple[Command, ...]:
    """Set one row as the heads of the columns."""
    return (
        (HEADS, row),
        ("LINEABOVE", (0, row), (-1, row), styles.RULE, styles.ACCENT),
        ("TOPPADDING", (0, row), (-1, row), S2),
        ("BOTTOMPADDING", (0, row), (-1, row), S1),
        ("VALIGN", (0, row), (-1, row), "BOTTOM"),
    )


def panel(content: list[Flowable], *, ink: Color, fill: Color) -> Table:
    """Set a statement apart: a soft ground and a rule at its left."""
    return table(
        [[content]],
        [WIDTH],
        ("BACKGROUND", *ALL, fill),
        ("LINEBEFORE", *ALL, 2.5, ink),
        ("LEFTPADDING", *ALL, S4),
        ("RIGHTPADDING", *ALL, S4),
        ("TOPPADDING", *ALL, S3),
        ("BOTTOMPADDING", *ALL, S3 + 1),
        kind=Table,
    )


def gap(height: float) -> Spacer:
    """Leave white."""
    return Spacer(1, height)


def together(*content: Flowable) -> KeepTogether:
    """Keep these on one page."""
    return KeepTogether(list(content))


def item(paragraph: Paragraph) -> Table:
    """Set a paragraph as an entry of a list."""
    return table(
        [["–", paragraph]],
        [10, WIDTH - 30],
        ("TEXTCOLOR", *ALL, paragraph.style.textColor),
        ("TOPPADDING", *ALL, 0),
        ("BOTTOMPADDING", *ALL, 0),
    )


def section(number: int, title: str) -> SectionTitle:
    """Set the heading of a numbered section."""
    return SectionTitle(title, number=number)


def headline(name: str, beside: str = "") -> Paragraph:
    """Set a name in bold and, quietly, what tells more beside it."""
    more = f'&nbsp;&nbsp; <font name="{fonts.REGULAR}" color="{MUTED}">{escape(beside)}</font>'
    return TaggedParagraph(escape(name) + (more if beside else ""), styles.HEADING)
