"""Draws evaluation grids: who is assessed, by whom, line by line, and where to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.grid_lines import MANY, lines_table, scale_words
from jurydesk.documents.drawing.letterhead import certification_line, letterhead
from jurydesk.documents.drawing.styles import S1, S2, S3, WIDTH
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.finding_text import term
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from jurydesk.domain.grid_sheet import Assessed, Assessor, GridSheet
    from jurydesk.wording import Wording

HEADLINE = styles.SUBTITLE.clone("grid-headline", fontName=fonts.BOLD, fontSize=15, leading=18)
SIGNING = styles.LABEL.clone("grid-signing", alignment=TA_CENTER)
ROOM_TO_SIGN = 15 * mm
ROOM_TO_WRITE, LITTLE_ROOM = 13 * mm, 9 * mm


def draw_grids(sheets: Sequence[GridSheet], *, wording: Wording) -> bytes:
    """Set each grid on a page of its own."""
    fonts.register()
    setter = Typesetter(wording)
    story: list[Flowable] = []
    for sheet in sheets:
        story += [PageBreak()] if story else []
        story += _sheet(sheet, setter)
    first = sheets[0]
    session = setter.phrase("papers.session", session=first.session_code)
    judged = first.certification.code
    return page.build(
        story,
        page.Furniture(
            title=setter.phrase("papers.grids"),
            author=first.certifier.name,
            subject=setter.phrase(
                "grids.subject", session=first.session_code, certification=judged
            ),
            language=page.LANGUAGES[wording.language],
            header=first.certifier.name,
            footer=f"{session} · {judged}",
            folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        ),
    )


def _sheet(sheet: GridSheet, setter: Typesetter) -> list[Flowable]:
    kind = "common" if sheet.is_common else "member"
    session = setter.phrase("papers.session", session=sheet.session_code)
    certification = sheet.certification
    return [
        letterhead(sheet.certifier, setter, reference=[setter.write(session, styles.NUMBER)]),
        tables.gap(S3),
        setter.say(f"grids.title.{kind}", HEADLINE),
        tables.headline(certification.title, certification_line(certification, setter)),
        tables.gap(S2),
        _people(sheet, setter),
        tables.gap(S2),
        setter.write(scale_words(sheet.grid.scale, setter), styles.SMALL),
        tables.gap(S2),
        lines_table(sheet, setter),
        tables.together(tables.gap(S2), _remark(sheet, setter), *_signing(sheet, setter)),
    ]


def _people(sheet: GridSheet, setter: Typesetter) -> Flowable:
    judge = "jury" if sheet.is_common else "evaluator"
    assessors = [part for one in sheet.assessors for part in _assessor(one, sheet, setter)]
    if sheet.candidate.extra_time:
        assessors.append(setter.say("grids.extra_time", styles.TAG))
    return tables.table(
        [
            [
                [setter.say("grids.candidate", styles.LABEL), *_candidate(sheet, setter)],
                [setter.say(f"grids.{judge}", styles.LABEL), *assessors],
            ]
        ],
        [WIDTH * 0.55, WIDTH * 0.45],
        ("BACKGROUND", *tables.ALL, styles.ACCENT_SOFT),
        ("LEFTPADDING", *tables.ALL, S3),
        ("TOPPADDING", *tables.ALL, S2),
        ("BOTTOMPADDING", *tables.ALL, S3),
    )


def _candidate(sheet: GridSheet, setter: Typesetter) -> list[Flowable]:
    candidate = sheet.candidate
    when = setter.phrase(
        "grids.hearing.when",
        day=candidate.start.date(),
        start=candidate.start.time(),
        end=candidate.end.time(),
    )
    where = setter.phrase("grids.place", jury=sheet.jury, room=sheet.room)
    route = sentence_case(term("route", candidate.route, setter.wording))
    lines: list[Flowable] = [setter.write(candidate.name, styles.CELL_STRONG)]
    lines += _birth(candidate, setter)
    lines.append(setter.labelled("grids.route", route, styles.SMALL_INK))
    lines.append(setter.labelled("grids.hearing", f"{when} · {where}", styles.SMALL_INK))
    return lines


def _birth(candidate: Assessed, setter: Typesetter) -> list[Flowable]:
    if candidate.birth_date:
        code = setter.agreed("papers.born", candidate.sex)
        return [setter.say(code, styles.SMALL_INK, day=candidate.birth_date)]
    if candidate.birth_partial:
        code = setter.agreed("papers.born.partly", candidate.sex)
        return [setter.say(code, styles.SMALL_INK, when=candidate.birth_partial)]
    return []


def _assessor(one: Assessor, sheet: GridSheet, setter: Typesetter) -> list[Flowable]:
    name = setter.phrase("grids.presides", name=one.name) if one.presides else one.name
    if sheet.is_common:
        return [setter.write(name, styles.SMALL_INK)]
    seat = one.seat_label or term("seat", one.seat, setter.wording)
    return [setter.write(name, styles.CELL_STRONG), setter.write(seat, styles.SMALL_INK)]


def _remark(sheet: GridSheet, setter: Typesetter) -> Flowable:
    head = setter.say("grids.remark", styles.LABEL)
    remark = sheet.grid.remark
    room = tables.gap(ROOM_TO_WRITE if len(sheet.items) <= MANY else LITTLE_ROOM)
    body: Flowable = setter.write(remark, styles.CELL) if remark else room
    return tables.table(
        [[[head, body]]],
        [WIDTH],
        ("BOX", *tables.ALL, *tables.HAIRLINE),
        ("LEFTPADDING", *tables.ALL, S3),
        ("TOPPADDING", *tables.ALL, S1),
    )


def _signing(sheet: GridSheet, setter: Typesetter) -> list[Flowable]:
    code = "grids.signature.common" if sheet.is_common else "grids.signature"
    names: list[tables.Cell] = [setter.write(one.name, SIGNING) for one in sheet.assessors]
    boxes = len(names)
    widths = [WIDTH / boxes] * boxes if sheet.is_common else [WIDTH / 2]
    signed = setter.say("grids.signed", styles.SMALL)
    beside = [setter.say(code, styles.LABEL), signed]
    return [
        tables.table([beside], [WIDTH / 2, WIDTH / 2], ("TOPPADDING", *tables.ALL, S3)),
        tables.table(
            [names, [tables.gap(ROOM_TO_SIGN)] * boxes],
            widths,
            ("BOX", *tables.ALL, *tables.HAIRLINE),
            ("INNERGRID", *tables.ALL, *tables.HAIRLINE),
            ("LINEBELOW", (0, 0), (-1, 0), 0, styles.ACCENT_SOFT),
            ("RIGHTPADDING", *tables.ALL, 0),
            ("TOPPADDING", *tables.ALL, S1),
            ("BOTTOMPADDING", *tables.ALL, 0),
        ),
    ]
