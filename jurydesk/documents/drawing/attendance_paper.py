"""Draws the attendance sheets: a table to sign for the members and one for the candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.minutes_juries import jury_heading, jury_name, seat_words
from jurydesk.documents.drawing.session_paper import draw_session_paper
from jurydesk.documents.drawing.styles import S2, S3, S5

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import (
        CandidateStatement,
        JuryStatement,
        MemberStatement,
        MinutesContent,
    )
    from jurydesk.wording import Wording

MEMBER_WIDTHS = tuple(width * mm for width in (76, 20, 20, 54))
CANDIDATE_WIDTHS = tuple(width * mm for width in (28, 68, 20, 54))
ROW_HEIGHT = 9 * mm


def draw_attendance(contents: Sequence[MinutesContent], *, wording: Wording) -> bytes:
    """Set one sheet for each jury, each on a page of its own."""
    return draw_session_paper("attendance", contents, _sheets, wording=wording)


def _sheets(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    story: list[Flowable] = []
    for index, jury in enumerate(content.juries):
        story += [PageBreak()] if index else []
        story += _sheet(jury, setter)
    return story


def _sheet(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    return [
        jury_heading(jury, setter),
        tables.gap(S2),
        setter.say("papers.attendance.intro", styles.SMALL),
        tables.gap(S5),
        _members(jury, setter),
        tables.gap(S5),
        _candidates(jury, setter),
    ]


def _members(jury: JuryStatement, setter: Typesetter) -> Flowable:
    rows = [_member(member, setter) for member in jury.members]
    rows.append([setter.say("papers.attendance.visa", styles.CELL), "", "", ""])
    columns = ("member", "arrival", "departure", "signature")
    return _to_sign(rows, setter, title="members", beside="", columns=columns, widths=MEMBER_WIDTHS)


def _member(member: MemberStatement, setter: Typesetter) -> list[tables.Cell]:
    name = setter.write(member.name, styles.CELL_STRONG)
    return [[name, setter.write(seat_words(member, setter), styles.SMALL)], "", "", ""]


def _candidates(jury: JuryStatement, setter: Typesetter) -> Flowable:
    if not jury.candidates:
        return setter.say("papers.attendance.none", styles.CELL)
    rows = [_candidate(candidate, setter) for candidate in jury.candidates]
    columns = ("hour", "candidate", "arrival", "signature")
    return _to_sign(
        rows,
        setter,
        title="candidates",
        beside=jury_name(jury, setter),
        columns=columns,
        widths=CANDIDATE_WIDTHS,
    )


def _candidate(candidate: CandidateStatement, setter: Typesetter) -> list[tables.Cell]:
    name = [setter.write(candidate.name, styles.CELL_STRONG), *born(candidate, setter)]
    hour = setter.say(
        "papers.hearing",
        styles.CELL,
        start=candidate.start.time(),
        end=candidate.end.time(),
    )
    return [hour, list(name), "", ""]


def born(candidate: CandidateStatement, setter: Typesetter) -> list[Flowable]:
    """Say when a candidate was born, as far as it is known."""
    if candidate.birth_date:
        code = setter.agreed("papers.born", candidate.sex)
        return [setter.say(code, styles.SMALL, day=candidate.birth_date)]
    if candidate.birth_partial:
        code = setter.agreed("papers.born.partly", candidate.sex)
        return [setter.say(code, styles.SMALL, when=candidate.birth_partial)]
    return []


def _to_sign(
    rows: list[list[tables.Cell]],
    setter: Typesetter,
    *,
    title: str,
    beside: str,
    columns: tuple[str, ...],
    widths: tuple[float, ...],
) -> Flowable:
    """Set rows high enough to sign in, with rules between the cells."""
    heading = tables.headline(setter.phrase(f"papers.attendance.{title}"), beside)
    heads: list[tables.Cell] = [setter.say(f"papers.column.{c}", styles.LABEL) for c in columns]
    blank = [""] * (len(columns) - 1)
    made: list[list[tables.Cell]] = [[heading, *blank], heads]
    # The last cell gives every row the height of a signature
    made += [[*row[:-1], tables.gap(ROW_HEIGHT)] for row in rows]
    return tables.table(
        made,
        widths,
        ("SPAN", (0, 0), (-1, 0)),
        *tables.hairlines(2),
        *tables.header(1),
        ("LINEBEFORE", (1, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
        ("LEFTPADDING", (1, 1), (-1, -1), S3),
        ("BOTTOMPADDING", (0, 0), (-1, 0), S3),
        repeat=(0, 1),
    )
