"""What the papers on expenses share: head, furniture, columns of amounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import letterhead
from jurydesk.documents.drawing.styles import S1, S5
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from reportlab.platypus import Flowable

    from jurydesk.domain.minutes import CertifierStatement
    from jurydesk.domain.session import Session
    from jurydesk.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands at the head of such a paper."""

    certifier: CertifierStatement
    title: str
    reference: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()


def typesetter(wording: Wording) -> Typesetter:
    """Return what sets the words of such a paper, its faces known to reportlab."""
    fonts.register()
    return Typesetter(wording)


def build(head: Head, body: list[Flowable], *, wording: Wording) -> bytes:
    """Set the head, then the body, and build the file."""
    setter = typesetter(wording)
    story = [
        letterhead(head.certifier, setter, reference=[setter.write(head.reference, styles.NUMBER)]),
        tables.gap(S5),
        setter.write(head.title, styles.TITLE),
        tables.gap(S1),
        *([setter.write(head.subtitle, styles.SUBTITLE)] if head.subtitle else []),
        *(setter.write(line, styles.STRONG) for line in head.lines if line),
        tables.gap(S5),
        *body,
    ]
    return page.build(
        story,
        page.Furniture(
            title=head.title,
            author=head.certifier.name,
            subject=f"{head.title} · {head.reference}",
            language=page.LANGUAGES[wording.language],
            header=head.certifier.name,
            footer=head.reference,
            folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        ),
    )


def session_line(session: Session, setter: Typesetter) -> str:
    """Return « Session … · certification · days »."""
    held = setter.phrase("papers.session", session=session.code)
    judged = ", ".join(session.certifications)
    return " · ".join((held, judged, days_text(session.days, setter)))


def days_text(days: Sequence[date], setter: Typesetter) -> str:
    """Return the days of a session: one, or the first and the last."""
    if len(days) == 1:
        return setter.wording.date(days[0])
    return setter.phrase("expenses.days", first=min(days), last=max(days))


def amount(value: Decimal, setter: Typesetter, *, strong: bool = False) -> Flowable:
    """Set an amount at the right of its column."""
    style = styles.CELL_STRONG_RIGHT if strong else styles.CELL_RIGHT
    return setter.write(setter.wording.money(value), style)


def heads(names: Sequence[str], setter: Typesetter, *, right_from: int) -> list[tables.Cell]:
    """Set the heads of columns; those of figures stand at the right."""
    return [
        setter.say(
            f"expenses.column.{name}", styles.LABEL_RIGHT if at >= right_from else styles.LABEL
        )
        for at, name in enumerate(names)
    ]
