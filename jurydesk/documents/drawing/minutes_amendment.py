"""What the first page of minutes says of an amendment, and of juries annulled since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.styles import S1, S2, S5
from jurydesk.domain.certification import WHOLE, short_code
from jurydesk.finding_text import stated_value, statement_text
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.alterations import Alteration
    from jurydesk.domain.annulments import Annulment
    from jurydesk.domain.minutes import MinutesContent

WIDTHS = (62 * mm, 54 * mm, 54 * mm)
COLUMNS = ("point", "before", "after")


def amendment_panel(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Say which minutes these amend, why, and what reads otherwise, point by point."""
    if not content.amends:
        return []
    head = "minutes.amends.head" if content.number else "minutes.amends.head.draft"
    figures = {"amends": content.amends, "number": content.number}
    lines: list[Flowable] = [
        setter.say(head, styles.CELL_STRONG, **figures),
        tables.gap(S1),
        setter.say("minutes.amends", styles.CELL, number=content.amends),
        tables.gap(S1),
        setter.labelled("minutes.amends.reason", content.amendment_reason),
    ]
    if content.asked_by:
        lines.append(setter.labelled("minutes.amends.asked_by", content.asked_by))
    panel = tables.panel(lines, ink=styles.ACCENT, fill=styles.ACCENT_SOFT)
    return [panel, tables.gap(S2), *_differences(content, setter), tables.gap(S5)]


def annulment_panel(annulments: tuple[Annulment, ...], setter: Typesetter) -> list[Flowable]:
    """Note on a copy which juries were annulled since; the minutes themselves do not change."""
    if not annulments:
        return []
    lines: list[Flowable] = []
    for one in annulments:
        lines += [
            setter.say(
                "minutes.annulled", styles.WARNING_STRONG, jury=one.jury, day=one.on, act=one.act
            ),
            setter.labelled("minutes.annulled.reason", one.reason),
        ]
    return [tables.panel(lines, ink=styles.WARN, fill=styles.WARN_SOFT), tables.gap(S5)]


def _differences(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    if not content.alterations:
        return []
    rows: list[list[tables.Cell]] = [
        [setter.say(f"minutes.column.{column}", styles.LABEL) for column in COLUMNS]
    ]
    rules: list[tables.Command] = []
    named = ""
    for alteration in content.alterations:
        whom = _whom(alteration, setter)
        if whom != named:
            # Each person once, with a line above: what is corrected of them stands together
            rules.append(("LINEABOVE", (0, len(rows)), (-1, len(rows)), *tables.HAIRLINE))
            rows.append([setter.write(whom, styles.CELL_STRONG), "", ""])
            rules.append(("SPAN", (0, len(rows) - 1), (-1, len(rows) - 1)))
            rules.append(("NOSPLIT", (0, len(rows) - 1), (-1, len(rows))))
            named = whom
        rows.append(_row(alteration, setter))
    return [
        tables.table(
            rows,
            WIDTHS,
            *tables.header(0),
            ("LINEBELOW", (0, -1), (-1, -1), *tables.HAIRLINE),
            ("TOPPADDING", (0, 1), (-1, -1), S1),
            ("BOTTOMPADDING", (0, 1), (-1, -1), S1),
            *rules,
            repeat=1,
        )
    ]


def _row(one: Alteration, setter: Typesetter) -> list[tables.Cell]:
    label = sentence_case(statement_text(one.point, setter.wording))
    if one.point.block and one.point.block != WHOLE:
        label = f"{label} · {short_code(one.point.block)}"
    return [
        setter.write(label, styles.CELL),
        setter.write(stated_value(one.point, one.before, setter.wording), styles.CELL),
        setter.write(stated_value(one.point, one.after, setter.wording), styles.CELL_STRONG),
    ]


def _whom(one: Alteration, setter: Typesetter) -> str:
    code = f"part.{one.point.part}"
    if not setter.wording.has(code):
        return one.name
    return setter.phrase(code, number=one.point.jury)
