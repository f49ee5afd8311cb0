"""Draws the signs of the doors: what goes on behind them, when; and nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import NextPageTemplate, PageBreak

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import letterhead
from jurydesk.documents.drawing.minutes_juries import jury_name
from jurydesk.documents.drawing.styles import S3, S5, S6, WIDTH
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
    from jurydesk.wording import Wording

ROOM_SIZE = 64.0
"""Points: read from the end of a corridor."""
HOUR_COLUMNS = 2
ABOVE = 22 * mm


def draw_room_signs(
    contents: Sequence[MinutesContent], *, initials: bool, wording: Wording
) -> bytes:
    """Set one page for each jury, in the order of the day and of the rooms."""
    fonts.register()
    setter = Typesetter(wording)
    signs = [(jury, content) for content in contents for jury in content.juries]
    signs.sort(key=lambda sign: (sign[0].day, sign[0].half_day, sign[0].room, sign[0].number))
    story: list[Flowable] = []
    for jury, content in signs:
        story += [NextPageTemplate(page.FIRST), PageBreak()] if story else []
        story += _sign(jury, content, setter, initials=initials)
    return page.build(story, _furniture(contents[0], setter))


def _furniture(content: MinutesContent, setter: Typesetter) -> page.Furniture:
    session = setter.phrase("papers.session", session=content.session_code)
    return page.Furniture(
        title=setter.phrase("papers.signs"),
        author=content.certifier.name,
        subject=session,
        language=page.LANGUAGES[setter.wording.language],
        header=content.certifier.name,
        footer=session,
        folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
    )


def _sign(
    jury: JuryStatement, content: MinutesContent, setter: Typesetter, *, initials: bool
) -> list[Flowable]:
    words = setter.wording
    day = sentence_case(words.date(jury.day, weekday=True))
    half = setter.phrase(f"minutes.half_day.{jury.half_day.value}")
    hours = setter.phrase("papers.hearing", start=jury.start, end=jury.end)
    large, small = styles.SIGN, styles.SIGN_SMALL
    reference: list[Flowable] = [setter.write(jury_name(jury, setter), styles.NUMBER)]
    return [
        letterhead(content.certifier, setter, reference=reference),
        tables.gap(ABOVE),
        setter.write(jury.room, _fitting(jury.room)),
        *([setter.write(jury.site, small)] if jury.site else []),
        tables.gap(S6),
        setter.write(f"{day}, {half}", large),
        setter.write(hours, large),
        tables.gap(S6 + S5),
        setter.say("papers.signs.jury", small),
        setter.write(content.certification.title, large),
        setter.write(content.certification.code, small),
        *(_hearings(jury, setter) if initials else []),
        tables.gap(S6 + S5),
        setter.say("papers.signs.wait", small),
    ]


def _fitting(room: str) -> ParagraphStyle:
    """Return the largest size in which the name of a room stands on one line."""
    wide = max((stringWidth(room, fonts.BOLD, 1), 1.0))
    size = max(min(ROOM_SIZE, 0.98 * WIDTH / wide), styles.SIGN.fontSize)
    return styles.SIGN_ROOM.clone(f"room-{size:.0f}", fontSize=size, leading=1.15 * size)


def _hearings(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    """Set the hours with initials, where the office wants them on the door."""
    cells = [
        setter.write(f"{setter.wording.time(one.start.time())} – {initials_of(one)}", styles.DOOR)
        for one in jury.candidates
    ]
    if not cells:
        return []
    rows: list[list[tables.Cell]] = [
        [*cells[at : at + HOUR_COLUMNS], *[""] * (HOUR_COLUMNS - len(cells[at:][:HOUR_COLUMNS]))]
        for at in range(0, len(cells), HOUR_COLUMNS)
    ]
    width = WIDTH / HOUR_COLUMNS
    return [
        tables.gap(S6),
        tables.table(
            rows,
            [width] * HOUR_COLUMNS,
            *tables.hairlines(0),
            ("TOPPADDING", *tables.ALL, S3),
            ("BOTTOMPADDING", *tables.ALL, S3),
        ),
    ]


def initials_of(candidate: CandidateStatement) -> str:
    """Return « O. L. » of « LEGRAND Ophélie », the given name first."""
    parts = candidate.name.partition("(")[0].replace(",", " ").split()
    family = [part for part in parts if part.isupper()]
    given = [part for part in parts if not part.isupper()]
    return " ".join(f"{part[0].upper()}." for part in (*given[:1], *family[:1]))
