"""Draws the order of passage, in a size that is read standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.minutes_juries import jury_heading, place_lines
from jurydesk.documents.drawing.session_paper import draw_session_paper
from jurydesk.documents.drawing.styles import S3, S5

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
    from jurydesk.wording import Wording

WIDTHS = tuple(width * mm for width in (34, 100, 36))


def draw_passage(contents: Sequence[MinutesContent], *, wording: Wording) -> bytes:
    """Set the candidates of each jury in the order of the day."""
    return draw_session_paper("passage", contents, _juries, wording=wording)


def _juries(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    return [
        *(setter.write(line) for line in place_lines(content, setter)),
        setter.say(f"minutes.modality.{content.modality.value}"),
        *(_jury(jury, setter) for jury in content.juries),
    ]


def _jury(jury: JuryStatement, setter: Typesetter) -> Flowable:
    heads: list[tables.Cell] = [
        setter.say(f"papers.column.{column}", styles.LABEL)
        for column in ("hour", "candidate", "room")
    ]
    rows: list[list[tables.Cell]] = [[jury_heading(jury, setter), "", ""], heads]
    rows += [_candidate(candidate, jury, setter) for candidate in jury.candidates]
    return tables.table(
        rows,
        WIDTHS,
        ("SPAN", (0, 0), (-1, 0)),
        *tables.hairlines(2),
        *tables.header(1),
        ("BOTTOMPADDING", (0, 0), (-1, 0), S3),
        ("TOPPADDING", (0, 2), (-1, -1), S3),
        ("BOTTOMPADDING", (0, 2), (-1, -1), S3),
        repeat=(0, 1),
        space_before=S5,
    )


def _candidate(
    candidate: CandidateStatement, jury: JuryStatement, setter: Typesetter
) -> list[tables.Cell]:
    return [
        setter.say(
            "papers.hearing",
            styles.DOOR,
            start=candidate.start.time(),
            end=candidate.end.time(),
        ),
        setter.write(candidate.name, styles.DOOR_STRONG),
        setter.write(jury.room, styles.DOOR),
    ]
