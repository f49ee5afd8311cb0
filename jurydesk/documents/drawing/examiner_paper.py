"""Draws the sheet of an examiner: facts with their marks, the latest juries, the documents kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import letterhead
from jurydesk.documents.drawing.styles import S1, S3, S5
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.domain.right_to_sit import Standing

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from jurydesk.domain.examiner_sheet import ExaminerSheet, SheetLine
    from jurydesk.wording import Wording

FACTS = tuple(width * mm for width in (42, 104, 24))
JURIES = tuple(width * mm for width in (44, 38, 62, 26))
PAPERS = tuple(width * mm for width in (78, 92))
DIGEST = 16
"""Figures of a digest that are printed: enough to find the document again."""
MARKS: dict[Standing, ParagraphStyle] = {
    Standing.PROVED: styles.TAG,
    Standing.STATED: styles.SMALL_INK,
    Standing.MISSING: styles.WARNING_STRONG,
}


def draw_examiner_sheet(sheet: ExaminerSheet, *, wording: Wording) -> bytes:
    """Set the sheet and build the file."""
    fonts.register()
    setter = Typesetter(wording)
    day = setter.phrase("SHEET-ON", day=sheet.on)
    story = [
        letterhead(sheet.certifier, setter, reference=[setter.write(day, styles.NUMBER)]),
        tables.gap(S5),
        setter.say("SHEET-TITLE", styles.SUBTITLE),
        setter.write(sheet.name, styles.TITLE),
        setter.write(sheet.work, styles.BODY),
        tables.gap(S3),
        _verdict(sheet, setter),
        tables.gap(S3),
        _facts(sheet, setter),
        *_juries(sheet, setter),
        *_papers(sheet, setter),
    ]
    return page.build(
        story,
        page.Furniture(
            title=setter.phrase("SHEET-TITLE"),
            author=sheet.certifier.name,
            subject=setter.phrase("SHEET-SUBJECT", day=sheet.on),
            language=page.LANGUAGES[wording.language],
            header=sheet.certifier.name,
            footer=setter.phrase("SHEET-PRINTED", day=sheet.printed),
            folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        ),
    )


def _verdict(sheet: ExaminerSheet, setter: Typesetter) -> Flowable:
    missing = sum(line.standing is Standing.MISSING for line in sheet.lines)
    if sheet.may_sit:
        proof = setter.say("SHEET-MAY-SIT", styles.PROOF, day=sheet.on)
        return tables.panel([proof], ink=styles.ACCENT, fill=styles.ACCENT_SOFT)
    text = setter.say("SHEET-MISSING", styles.WARNING_STRONG, count=missing, day=sheet.on)
    return tables.panel([text], ink=styles.WARN, fill=styles.WARN_SOFT)


def _facts(sheet: ExaminerSheet, setter: Typesetter) -> Flowable:
    rows = [_fact(line, setter) for line in sheet.lines]
    return tables.table(rows, FACTS, *tables.hairlines(), ("RIGHTPADDING", (-1, 0), (-1, -1), 0))


def _fact(line: SheetLine, setter: Typesetter) -> list[tables.Cell]:
    said: list[Flowable] = [setter.write(line.statement, styles.CELL)]
    if line.todo:
        said.append(setter.write(line.todo, styles.SMALL))
    mark = setter.say(f"RIGHT-{line.standing}", MARKS[line.standing])
    return [setter.write(line.label, styles.CELL_STRONG), said, mark]


def _juries(sheet: ExaminerSheet, setter: Typesetter) -> list[Flowable]:
    figures = {"count": sheet.sat, "presided": sheet.presided, "years": sheet.years}
    told: list[Flowable] = [
        tables.gap(S5),
        setter.say("SHEET-JURIES", styles.HEADING),
        setter.say("SHEET-RECORD", styles.CELL, **figures),
        tables.gap(S1),
    ]
    rows: list[list[tables.Cell]] = [
        [
            setter.write(f"{setter.wording.short_date(day)}, {half}", styles.SMALL_INK),
            setter.write(session, styles.SMALL_INK),
            setter.write(seat, styles.SMALL_INK),
            setter.say("SHEET-PRESIDED", styles.SMALL_INK) if presided else "",
        ]
        for day, half, session, seat, presided in sheet.services
    ]
    return [*told, tables.table(rows, JURIES, *tables.hairlines())] if rows else told


def _papers(sheet: ExaminerSheet, setter: Typesetter) -> list[Flowable]:
    if not sheet.documents:
        return []
    rows: list[list[tables.Cell]] = [
        [
            setter.write(name, styles.SMALL_INK),
            setter.say("SHEET-DIGEST", styles.SMALL, digest=digest[:DIGEST]),
        ]
        for name, digest in sheet.documents
    ]
    heading = setter.say("SHEET-DOCUMENTS", styles.HEADING)
    return [tables.gap(S5), heading, tables.table(rows, PAPERS, *tables.hairlines())]
