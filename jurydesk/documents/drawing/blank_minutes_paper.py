"""Draws minutes to fill in by hand, should the computer fail: juries and candidates are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.attendance_paper import born
from jurydesk.documents.drawing.hand_filled import TickBoxes, WritingLines
from jurydesk.documents.drawing.minutes_juries import jury_heading, proof, seat_words
from jurydesk.documents.drawing.session_paper import draw_session_paper
from jurydesk.documents.drawing.styles import S2, S3, S4, S5, WIDTH
from jurydesk.domain.certification import WHOLE, short_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import (
        BlockStatement,
        CandidateStatement,
        JuryStatement,
        MemberStatement,
        MinutesContent,
    )
    from jurydesk.wording import Wording

MEMBER_WIDTHS = tuple(width * mm for width in (64, 54, 18, 18, 16))
CANDIDATE_WIDTHS = (46 * mm, WIDTH - 46 * mm)
BLOCK_WIDTHS = (13 * mm, 68 * mm, WIDTH - 46 * mm - 81 * mm)
DECISIONS = ("FULL", "PARTIAL", "NONE", "ABSENT", "EXCUSED", "ADJOURNED")
SIGNATURE = 20 * mm
INCIDENT_LINES = 4


def draw_blank_minutes(contents: Sequence[MinutesContent], *, wording: Wording) -> bytes:
    """Set each jury on pages of its own, with room to write and to sign."""
    return draw_session_paper("blank", contents, _juries, wording=wording)


def _juries(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    note = setter.say("papers.blank.note", styles.WARNING)
    story: list[Flowable] = [
        tables.panel([note], ink=styles.WARN, fill=styles.WARN_SOFT),
        tables.gap(S4),
    ]
    for index, jury in enumerate(content.juries):
        story += [PageBreak()] if index else []
        story += _jury(jury, setter)
    return story


def _jury(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    return [
        jury_heading(jury, setter),
        tables.gap(S2),
        _members(jury, setter),
        tables.gap(S2),
        setter.write(proof(jury, setter), styles.PROOF),
        TickBoxes([setter.phrase("papers.blank.declared"), setter.phrase("papers.blank.regular")]),
        WritingLines(1, label=setter.phrase("papers.blank.hours")),
        *_candidates(jury, setter),
        tables.gap(S4),
        tables.together(*_closing(jury, setter)),
    ]


def _members(jury: JuryStatement, setter: Typesetter) -> Flowable:
    columns = ("member", "seat", "present", "arrival", "departure")
    rows: list[list[tables.Cell]] = [
        [setter.say(f"papers.column.{column}", styles.LABEL) for column in columns]
    ]
    rows += [_member(member, setter) for member in jury.members]
    return tables.table(
        rows,
        MEMBER_WIDTHS,
        *tables.hairlines(1),
        *tables.header(0),
        ("LINEBEFORE", (2, 1), (-1, -1), styles.HAIRLINE, styles.LINE),
        ("LEFTPADDING", (2, 0), (-1, -1), S3),
    )


def _member(member: MemberStatement, setter: Typesetter) -> list[tables.Cell]:
    name: list[Flowable] = [setter.write(member.name, styles.CELL_STRONG)]
    if member.president:
        name.append(setter.say(setter.agreed("minutes.president", member.sex), styles.TAG))
    voice = (
        "minutes.voice.deliberates"
        if member.deliberates
        else setter.agreed("minutes.voice.silent", member.sex)
    )
    seat = [setter.write(seat_words(member, setter), styles.SMALL), setter.say(voice, styles.SMALL)]
    return [name, list(seat), TickBoxes([""]), "", ""]


def _candidates(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    if not jury.candidates:
        return [setter.say("papers.attendance.none", styles.CELL)]
    rows: list[list[tables.Cell]] = [
        [
            setter.say(f"papers.column.{column}", styles.LABEL)
            for column in ("candidate", "decision")
        ]
    ]
    rows += [[_person(one, setter), _decision(one, setter)] for one in jury.candidates]
    return [
        tables.table(
            rows,
            CANDIDATE_WIDTHS,
            *tables.hairlines(1),
            *tables.header(0),
            ("TOPPADDING", (0, 1), (-1, -1), S3),
            ("BOTTOMPADDING", (0, 1), (-1, -1), S3),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            repeat=1,
            space_before=S4,
        )
    ]


def _person(candidate: CandidateStatement, setter: Typesetter) -> list[Flowable]:
    return [
        setter.say(
            "papers.hearing",
            styles.SMALL_INK,
            start=candidate.start.time(),
            end=candidate.end.time(),
        ),
        setter.write(candidate.name, styles.CELL_STRONG),
        *born(candidate, setter),
        setter.say(f"minutes.route.{candidate.route.value}", styles.SMALL),
    ]


def _decision(candidate: CandidateStatement, setter: Typesetter) -> list[Flowable]:
    """Set the decision to tick, each block to tick, and room for what was missing."""
    words = [setter.phrase(f"papers.blank.decision.{decision}") for decision in DECISIONS]
    blocks = [block for block in candidate.blocks if block.code != WHOLE]
    story: list[Flowable] = [TickBoxes(words)]
    if blocks:
        story.append(
            tables.table(
                [_block(block, setter) for block in blocks],
                BLOCK_WIDTHS,
                ("TOPPADDING", *tables.ALL, 1),
                ("BOTTOMPADDING", *tables.ALL, 0),
                ("VALIGN", *tables.ALL, "MIDDLE"),
            )
        )
    return [
        *story,
        WritingLines(2, label=setter.phrase("papers.blank.reason")),
        WritingLines(1, label=setter.phrase("papers.blank.vote")),
    ]


def _block(block: BlockStatement, setter: Typesetter) -> list[tables.Cell]:
    title = setter.write(block.title or block.code, styles.SMALL)
    if block.acquired_before:
        answer: Flowable = setter.say("minutes.outcome.before", styles.SMALL)
    else:
        answer = TickBoxes(
            [setter.phrase("minutes.outcome.ACQUIRED"), setter.phrase("minutes.outcome.REFUSED")]
        )
    return [setter.write(short_code(block.code), styles.SMALL_STRONG), title, answer]


def _closing(jury: JuryStatement, setter: Typesetter) -> Iterator[Flowable]:
    """Set incidents, and a box to sign for each member."""
    yield setter.say("minutes.section.incidents", styles.HEADING)
    yield WritingLines(INCIDENT_LINES)
    yield tables.gap(S5)
    yield setter.say("minutes.section.signatures", styles.HEADING)
    yield tables.gap(S2)
    members = jury.members
    for first in range(0, len(members), 2):
        pair = members[first : first + 2]
        cells: list[tables.Cell] = [_to_sign(member, setter) for member in pair]
        cells += [""] * (2 - len(cells))
        yield tables.table(
            [cells],
            [WIDTH / 2] * 2,
            *(("BOX", (at, 0), (at, 0), styles.HAIRLINE, styles.MUTED) for at in range(len(pair))),
            ("LEFTPADDING", *tables.ALL, S3),
        )


def _to_sign(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    code = "papers.blank.decides" if member.deliberates else "papers.blank.attests"
    return [
        setter.write(member.name, styles.CELL_STRONG),
        setter.say(code, styles.SMALL),
        tables.gap(SIGNATURE),
    ]
