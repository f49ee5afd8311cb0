"""Sections of the minutes on incidents, findings of the day and appeals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.styles import S3, S6
from jurydesk.finding_text import finding_source, finding_text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent

WIDTHS = (26 * mm, 104 * mm, 40 * mm)


def incidents_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set what went wrong on the day; the section is never left out."""
    if not content.incidents.strip():
        return [tables.section(3, setter.phrase("minutes.section.incidents.none"))]
    title = tables.section(3, setter.phrase("minutes.section.incidents"))
    first, *others = paragraphs(content.incidents, setter)
    return [tables.together(title, first), *others]


def paragraphs(text: str, setter: Typesetter) -> list[Flowable]:
    """Set a text of several paragraphs; an empty line parts them."""
    return [setter.write(part) for part in text.split("\n\n") if part.strip()]


def findings_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set what the rules found on the day, with the rule and its source."""
    title = tables.section(4, setter.phrase("minutes.section.findings"))
    if not content.findings:
        return [tables.together(title, setter.say("minutes.findings.none"))]
    heads: list[tables.Cell] = [
        setter.say(f"minutes.column.{column}", styles.LABEL)
        for column in ("severity", "finding", "rule")
    ]
    rows: list[list[tables.Cell]] = [[title, "", ""], heads]
    rows += [_finding(finding, setter) for finding in content.findings]
    made = tables.table(
        rows,
        WIDTHS,
        ("SPAN", (0, 0), (-1, 0)),
        *tables.hairlines(2),
        *tables.header(1),
        ("BOTTOMPADDING", (0, 0), (-1, 0), S3),
        repeat=(1,),
        space_before=S6,
    )
    return [made]


def _finding(finding: Finding, setter: Typesetter) -> list[tables.Cell]:
    return [
        setter.say(f"minutes.severity.{finding.severity.value}", styles.CELL_STRONG),
        setter.write(finding_text(finding, setter.wording), styles.CELL),
        [
            setter.write(finding.code, styles.CELL),
            setter.write(finding_source(finding, setter.wording), styles.SMALL),
        ],
    ]


def recourse_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set the wording on appeals as the office keeps it."""
    title = tables.section(5, setter.phrase("minutes.section.recourse"))
    lines = paragraphs(content.recourse, setter) or [setter.say("minutes.recourse.none")]
    return [tables.together(title, lines[0]), *lines[1:]]
