"""Sections of the minutes on incidents, findings of the day and appeals."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.styles import S1, S3, S6
from jurydesk.domain.findings import Severity
from jurydesk.finding_text import finding_source, finding_text, finding_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.deliberation import Incident
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent

COLUMNS = ("severity", "finding", "rule")
WIDTHS = (26 * mm, 104 * mm, 40 * mm)


def incidents_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set what went wrong on the day; the section is never left out."""
    general = content.incidents.strip()
    if not (general or content.placed_incidents):
        return [tables.section(3, setter.phrase("minutes.section.incidents.none"))]
    title = tables.section(3, setter.phrase("minutes.section.incidents"))
    placed = [_incident(incident, setter) for incident in content.placed_incidents]
    first, *others = [*paragraphs(general, setter), *placed]
    return [tables.together(title, first), *others]


def _incident(incident: Incident, setter: Typesetter) -> Flowable:
    """Say in which jury and at what hour something went wrong, where that is known."""
    jury = setter.phrase("minutes.incident.jury", number=incident.jury) if incident.jury else ""
    hour = setter.phrase("minutes.incident.at", time=incident.at) if incident.at else ""
    where = ", ".join(filter(None, (jury, hour)))
    return setter.write(setter.phrase("minutes.incident", where=where, text=incident.text))


def paragraphs(text: str, setter: Typesetter) -> list[Flowable]:
    """Set a text of several paragraphs; an empty line parts them."""
    return [setter.write(part) for part in text.split("\n\n") if part.strip()]


def findings_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set what the rules found on the day, rule by rule, with the source of each."""
    title = tables.section(4, setter.phrase("minutes.section.findings"))
    if not content.findings:
        return [tables.together(title, setter.say("minutes.findings.none"))]
    rows: list[list[tables.Cell]] = [
        [title, "", ""],
        [setter.say(f"minutes.column.{column}", styles.LABEL) for column in COLUMNS],
    ]
    rules: list[tables.Command] = []
    for (severity, code), findings in _by_rule(content.findings):
        first = len(rows)
        rules.append(("LINEABOVE", (0, first), (-1, first), *tables.HAIRLINE))
        rules.append(("TOPPADDING", (0, first), (-1, first), S3))
        # The name of a rule does not stay behind at the foot of a page
        rules.append(("NOSPLIT", (0, first), (-1, first + 1)))
        rows += _rule(severity, code, findings, setter)
    made = tables.table(
        rows,
        WIDTHS,
        ("SPAN", (0, 0), (-1, 0)),
        ("LINEBELOW", (0, -1), (-1, -1), *tables.HAIRLINE),
        *tables.header(1),
        ("BOTTOMPADDING", (0, 0), (-1, 0), S3),
        ("TOPPADDING", (0, 2), (-1, -1), S1),
        ("BOTTOMPADDING", (0, 2), (-1, -1), S1),
        *rules,
        repeat=(1,),
        space_before=S6,
    )
    return [made]


def _by_rule(
    findings: tuple[Finding, ...],
) -> Iterator[tuple[tuple[Severity, str], list[Finding]]]:
    """Yield the findings of each rule together, the gravest rules first."""
    gravity = list(Severity)

    def rule(finding: Finding) -> tuple[int, str]:
        return gravity.index(finding.severity), finding.code

    for (weight, code), alike in groupby(sorted(findings, key=rule), rule):
        yield (gravity[weight], code), list(alike)


def _rule(
    severity: Severity, code: str, findings: list[Finding], setter: Typesetter
) -> list[list[tables.Cell]]:
    """Set the rule with its source, then what it found; each row can be told by its code."""
    head: list[tables.Cell] = [
        setter.say(f"minutes.severity.{severity.value}", styles.CELL_STRONG),
        setter.write(finding_title(findings[0], setter.wording), styles.CELL_STRONG),
        setter.write(finding_source(findings[0], setter.wording), styles.SMALL),
    ]
    rows = [head]
    for finding in findings:
        sentence = setter.write(finding_text(finding, setter.wording), styles.CELL)
        rows.append(["", sentence, setter.write(code, styles.SMALL)])
    return rows


def recourse_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set the wording on appeals as the office keeps it."""
    title = tables.section(5, setter.phrase("minutes.section.recourse"))
    lines = paragraphs(content.recourse, setter) or [setter.say("minutes.recourse.none")]
    return [tables.together(title, lines[0]), *lines[1:]]
