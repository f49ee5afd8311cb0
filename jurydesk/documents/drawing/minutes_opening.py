"""First page of the minutes: who, which certification, when, where, and the figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.letterhead import letterhead, title
from jurydesk.documents.drawing.minutes_amendment import amendment_panel, annulment_panel
from jurydesk.documents.drawing.minutes_juries import place_lines
from jurydesk.documents.drawing.styles import S1, S3, S4, S5, WIDTH
from jurydesk.domain.certification import CompositionStatus
from jurydesk.finding_text import finding_text
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.annulments import Annulment
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import CandidateStatement, MinutesContent

Fact = tuple[str, list[str]]
GUTTER = 8 * mm
MOST_DAYS = 6
"""Beyond these the first page gives the first and the last; each jury gives its own hours."""


def opening(
    content: MinutesContent,
    setter: Typesetter,
    *,
    missing: tuple[Finding, ...],
    annulments: tuple[Annulment, ...] = (),
) -> list[Flowable]:
    """Set the letterhead, the title, what is missing, the facts and the figures."""
    name = "minutes.title.amendment" if content.amends else "minutes.title"
    return [
        letterhead(content.certifier, setter, reference=_reference(content, setter)),
        *title(name, content.certification, setter),
        *_missing(content, setter, missing),
        *annulment_panel(annulments, setter),
        *amendment_panel(content, setter),
        _facts(content, setter),
        tables.gap(S5),
        _totals(content, setter),
    ]


def _reference(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    if not content.number:
        return [setter.say("minutes.number.none", styles.NUMBER)]
    lines: list[Flowable] = [setter.say("minutes.number", styles.NUMBER, number=content.number)]
    if content.drawn_up_on:
        day = content.drawn_up_on
        lines.append(setter.say("minutes.drawn_up", styles.SMALL_RIGHT, day=day))
    return lines


def _missing(
    content: MinutesContent, setter: Typesetter, missing: tuple[Finding, ...]
) -> list[Flowable]:
    if not missing and content.number:
        return []
    lines: list[Flowable] = [setter.say("minutes.draft", styles.WARNING_STRONG)]
    if missing:
        lines.append(setter.say("minutes.missing", styles.WARNING))
    for finding in missing:
        sentence = setter.write(finding_text(finding, setter.wording), styles.WARNING)
        lines.append(tables.item(sentence))
    return [tables.panel(lines, ink=styles.WARN, fill=styles.WARN_SOFT), tables.gap(S5)]


def _facts(content: MinutesContent, setter: Typesetter) -> Flowable:
    """Set the facts two by two, each under its label."""
    pairs: tuple[tuple[Fact, Fact], ...] = (
        (("session", _session(content, setter)), ("registration", _registration(content, setter))),
        (
            ("when", [sentence_case(line) for line in hours(content, setter)]),
            ("routes", _routes(content, setter)),
        ),
        (("place", _place(content, setter)), ("composition", _composition(content, setter))),
    )
    rows: list[list[tables.Cell]] = [
        [_fact(left, setter), "", _fact(right, setter)] for left, right in pairs
    ]
    rules = [
        ("LINEABOVE", (column, 0), (column, -1), styles.HAIRLINE, styles.LINE) for column in (0, 2)
    ]
    return tables.table(
        rows,
        [(WIDTH - GUTTER) / 2, GUTTER, (WIDTH - GUTTER) / 2],
        *rules,
        ("TOPPADDING", *tables.ALL, S3),
        ("BOTTOMPADDING", *tables.ALL, S3),
        ("RIGHTPADDING", *tables.ALL, 0),
    )


def _fact(fact: Fact, setter: Typesetter) -> list[Flowable]:
    name, lines = fact
    label = setter.say(f"minutes.fact.{name}", styles.LABEL)
    return [label, *(setter.write(line) for line in lines)]


def _registration(content: MinutesContent, setter: Typesetter) -> list[str]:
    def known(day: date | None) -> str:
        return setter.wording.date(day) if day else setter.phrase("minutes.unknown")

    certification = content.certification
    lines = [
        setter.phrase("minutes.registered_until", day=known(certification.registered_until)),
        setter.phrase("minutes.last_delivery", day=known(certification.last_delivery)),
    ]
    grounded = sum(bool(candidate.ground) for candidate in candidates_of(content))
    if grounded:
        lines.append(setter.phrase("minutes.expired", count=grounded))
    return lines


def _session(content: MinutesContent, setter: Typesetter) -> list[str]:
    juries = setter.phrase("minutes.juries", count=len(content.juries))
    return [f"{content.session_code} · {juries}"]


def hours(content: MinutesContent, setter: Typesetter) -> list[str]:
    """Say of each day when its first jury began and its last one ended."""
    days = list(_days(content))
    if len(days) > MOST_DAYS:
        first, last = days[0][0], days[-1][0]
        return [setter.phrase("minutes.days", count=len(days), first=first, last=last)]
    return [
        setter.phrase(
            "minutes.hours",
            day=setter.wording.date(day, weekday=True),
            start=setter.wording.time(start),
            end=setter.wording.time(end),
        )
        for day, start, end in days
    ] or [setter.wording.date(day, weekday=True) for day in content.days]


def _days(content: MinutesContent) -> Iterator[tuple[date, time, time]]:
    for day in sorted({jury.day for jury in content.juries}):
        juries = [jury for jury in content.juries if jury.day == day]
        yield day, min(jury.start for jury in juries), max(jury.end for jury in juries)


def _place(content: MinutesContent, setter: Typesetter) -> list[str]:
    places = place_lines(content, setter) or [setter.phrase("minutes.place.unknown")]
    return [*places, setter.phrase(f"minutes.modality.{content.modality.value}")]


def _routes(content: MinutesContent, setter: Typesetter) -> list[str]:
    counted = Counter(candidate.route for candidate in candidates_of(content))
    return [
        setter.phrase(
            "minutes.route.count", route=setter.phrase(f"minutes.route.{route.value}"), count=number
        )
        for route, number in sorted(counted.items())
    ]


def _composition(content: MinutesContent, setter: Typesetter) -> list[str]:
    code = f"minutes.composition.{content.composition_status.value}"
    confirmed = content.composition_status is CompositionStatus.CONFIRMED
    if confirmed and content.composition_confirmed_on is None:
        code = f"{code}.undated"
    return [
        setter.phrase(
            code,
            source=content.composition_source,
            person=content.composition_confirmed_by,
            day=content.composition_confirmed_on,
        )
    ]


def candidates_of(content: MinutesContent) -> Iterator[CandidateStatement]:
    """Yield the candidates of all juries."""
    for jury in content.juries:
        yield from jury.candidates


def _totals(content: MinutesContent, setter: Typesetter) -> Flowable:
    totals = content.totals
    figures = {
        "enrolled": totals.enrolled,
        "present": totals.present,
        "full": totals.full,
        "partial": totals.partial,
        "refused": totals.refused,
        "absent": totals.absent,
        "excused": totals.excused,
        "adjourned": totals.adjourned,
    }
    numbers: list[tables.Cell] = [
        setter.write(str(figure), styles.FIGURE if figure else styles.FIGURE_NONE)
        for figure in figures.values()
    ]
    labels: list[tables.Cell] = [
        setter.say(f"minutes.total.{name}", styles.FIGURE_LABEL, count=figure)
        for name, figure in figures.items()
    ]
    strip = tables.table(
        [numbers, labels],
        [WIDTH / len(figures)] * len(figures),
        ("BACKGROUND", *tables.ALL, styles.ACCENT_SOFT),
        ("LEFTPADDING", *tables.ALL, S1),
        ("RIGHTPADDING", *tables.ALL, S1),
        ("TOPPADDING", (0, 0), (-1, 0), S3),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
        ("TOPPADDING", (0, 1), (-1, 1), 0),
        ("BOTTOMPADDING", (0, 1), (-1, 1), S4),
    )
    label = setter.say("minutes.totals", styles.LABEL)
    return tables.together(label, tables.gap(S1), strip)
