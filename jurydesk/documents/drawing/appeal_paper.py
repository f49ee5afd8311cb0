"""Draws the pieces of an appeal file that come from facts, the extract of minutes, the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import certification_line, letterhead
from jurydesk.documents.drawing.minutes_candidates import decisions_section
from jurydesk.documents.drawing.minutes_closing import (
    findings_section,
    incidents_section,
    recourse_section,
)
from jurydesk.documents.drawing.minutes_juries import juries_section
from jurydesk.documents.drawing.styles import S2, S3, S4, WIDTH
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from jurydesk.domain.appeal import AppealExtract, AppealHead, AppealPiece, AppealTable
    from jurydesk.wording import Wording

LABELS = 52 * mm
INDEX_WIDTHS = tuple(width * mm for width in (12, 128, 30))


def draw_piece(piece: AppealPiece, head: AppealHead, *, wording: Wording) -> bytes:
    """Set the facts of one piece, then its table."""
    setter = _setter(wording)
    title = setter.phrase(f"aftermath.appeal.{piece.code}")
    story = _head(title, head, setter)
    if piece.facts:
        story.append(_facts(piece.facts, setter))
    if piece.table is not None:
        story += [tables.gap(S4), _table(piece.table, setter)]
    return page.build(story, _furniture(title, head, setter))


def draw_extract(extract: AppealExtract, head: AppealHead, *, wording: Wording) -> bytes:
    """Set the sections of the minutes that concern the candidate; nothing is signed here."""
    setter = _setter(wording)
    title = setter.phrase("aftermath.appeal.extract")
    content = extract.content
    note = setter.say(
        "aftermath.appeal.extract.note",
        styles.BODY,
        number=extract.number,
        hash=extract.content_hash,
    )
    story = [
        *_head(title, head, setter),
        tables.panel([note], ink=styles.ACCENT, fill=styles.ACCENT_SOFT),
        *juries_section(content, setter),
        *decisions_section(content, setter),
        *incidents_section(content, setter),
        *findings_section(content, setter),
        *recourse_section(content, setter),
    ]
    return page.build(story, _furniture(title, head, setter))


def draw_index(
    entries: Sequence[tuple[str, int, int]], head: AppealHead, *, wording: Wording
) -> bytes:
    """Set the index: number, name and first page of each piece; `entries`: code, first, last."""
    setter = _setter(wording)
    title = setter.phrase("aftermath.appeal")
    rows: list[list[tables.Cell]] = [
        [
            setter.say(f"aftermath.appeal.index.{name}", styles.LABEL)
            for name in ("rank", "piece", "pages")
        ]
    ]
    for rank, (code, first, last) in enumerate(entries, start=1):
        pages = str(first) if first == last else f"{first}–{last}"
        rows.append(
            [
                setter.write(str(rank), styles.CELL_STRONG),
                setter.say(f"aftermath.appeal.{code}", styles.CELL),
                setter.write(pages, styles.CELL),
            ]
        )
    story = [
        *_head(title, head, setter),
        _facts(_about(head, setter), setter),
        tables.gap(S4),
        tables.table(rows, INDEX_WIDTHS, *tables.hairlines(1), *tables.header(0)),
        tables.gap(S4),
        setter.say("aftermath.appeal.masked", styles.SMALL),
    ]
    return page.build(story, _furniture(title, head, setter))


def _setter(wording: Wording) -> Typesetter:
    fonts.register()
    return Typesetter(wording)


def _about(head: AppealHead, setter: Typesetter) -> tuple[tuple[str, str], ...]:
    wording = setter.wording
    return tuple(
        (setter.phrase(f"aftermath.appeal.about.{name}"), value)
        for name, value in (
            ("candidate", head.candidate),
            ("decision", head.decision),
            ("minutes", head.minutes),
            ("made", wording.date(head.made_on)),
        )
    )


def _head(title: str, head: AppealHead, setter: Typesetter) -> list[Flowable]:
    session = setter.phrase("papers.session", session=head.session_code)
    return [
        letterhead(head.certifier, setter, reference=[setter.write(session, styles.NUMBER)]),
        tables.gap(S4),
        setter.write(title, styles.TITLE),
        setter.write(head.candidate, styles.SUBTITLE),
        setter.write(
            f"{head.certification.title} · {certification_line(head.certification, setter)}",
            styles.SMALL,
        ),
        tables.gap(S4),
    ]


def _facts(facts: Sequence[tuple[str, str]], setter: Typesetter) -> Flowable:
    rows: list[list[tables.Cell]] = [
        [setter.write(label, styles.LABEL), setter.write(text, styles.CELL)]
        for label, text in facts
    ]
    return tables.table(rows, [LABELS, WIDTH - LABELS], *tables.hairlines())


def _table(table: AppealTable, setter: Typesetter) -> Flowable:
    if not table.rows:
        return setter.say("aftermath.appeal.nothing", styles.BODY)
    rows: list[list[tables.Cell]] = [[setter.write(head, styles.LABEL) for head in table.heads]]
    rows += [[setter.write(cell, styles.SMALL_INK) for cell in row] for row in table.rows]
    widths = [WIDTH * share / 100 for share in table.shares]
    return tables.table(
        rows,
        widths,
        *tables.hairlines(1),
        *tables.header(0),
        ("TOPPADDING", *tables.ALL, S2),
        ("BOTTOMPADDING", *tables.ALL, S3),
        repeat=1,
    )


def _furniture(title: str, head: AppealHead, setter: Typesetter) -> page.Furniture:
    session = setter.phrase("papers.session", session=head.session_code)
    return page.Furniture(
        title=title,
        author=head.certifier.name,
        subject=" · ".join((title, session, head.certification.code)),
        language=page.LANGUAGES[setter.wording.language],
        header=head.certifier.name,
        footer=f"{session} · {head.certification.code}",
        folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
    )
