"""Draws what the note of the day folder places: the juries, and the papers that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, styles, tables
from jurydesk.documents.drawing.minutes_juries import jury_name
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from jurydesk.domain.minutes import JuryStatement, MinutesContent
    from jurydesk.wording import Wording

JURY_WIDTHS = tuple(width * mm for width in (18, 68, 36, 30, 18))
PAPER_WIDTHS = (152 * mm, 18 * mm)


def draw_cover_pieces(
    contents: Sequence[MinutesContent], papers: Sequence[tuple[str, int]], *, wording: Wording
) -> dict[str, list[Flowable]]:
    """Return the tables by the names under which a text places them."""
    fonts.register()
    setter = Typesetter(wording)
    juries = [jury for content in contents for jury in content.juries]
    juries.sort(key=lambda jury: (jury.day, jury.half_day, jury.room, jury.number))
    return {"juries": [_juries(juries, setter)], "papers": [_papers(papers, setter)]}


def _juries(juries: Sequence[JuryStatement], setter: Typesetter) -> Flowable:
    columns = ("jury", "when", "room", "president", "count")
    rows: list[list[tables.Cell]] = [
        [setter.say(f"papers.column.{column}", styles.LABEL) for column in columns]
    ]
    rows += [_jury(jury, setter) for jury in juries]
    return tables.table(rows, JURY_WIDTHS, *tables.hairlines(1), *tables.header(0), repeat=1)


def _jury(jury: JuryStatement, setter: Typesetter) -> list[tables.Cell]:
    day = sentence_case(setter.wording.date(jury.day, weekday=True))
    hours = setter.phrase("papers.hearing", start=jury.start, end=jury.end)
    return [
        setter.write(jury_name(jury, setter), styles.CELL_STRONG),
        [setter.write(day, styles.CELL), setter.write(hours, styles.SMALL)],
        [setter.write(line, styles.CELL) for line in (jury.room, jury.site) if line],
        setter.write(jury.president.name if jury.president else "–", styles.CELL),
        setter.write(str(len(jury.candidates)), styles.CELL),
    ]


def _papers(papers: Sequence[tuple[str, int]], setter: Typesetter) -> Flowable:
    rows: list[list[tables.Cell]] = [
        [setter.say(f"papers.column.{column}", styles.LABEL) for column in ("paper", "pages")]
    ]
    rows += [
        [setter.write(name, styles.CELL), setter.write(str(pages), styles.CELL)]
        for name, pages in papers
    ]
    return tables.table(rows, PAPER_WIDTHS, *tables.hairlines(1), *tables.header(0), repeat=1)
