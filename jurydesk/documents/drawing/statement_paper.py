"""Draws a statement of expenses: one line for each person, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import expense_pages, styles, tables
from jurydesk.documents.drawing.expense_pages import amount, heads
from jurydesk.documents.drawing.styles import S3, S5
from jurydesk.finding_text import term

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.expense_papers import StatementContent, StatementLine
    from jurydesk.wording import Wording

WIDTHS = tuple(width * mm for width in (42, 30, 21, 20, 20, 20, 17))


def draw_statement(content: StatementContent, *, wording: Wording) -> bytes:
    """Set the totals, then the persons."""
    setter = expense_pages.typesetter(wording)
    story = [*_sums(content, setter), tables.gap(S5), _people(content, setter)]
    return expense_pages.build(_head(content, setter), story, wording=wording)


def _head(content: StatementContent, setter: Typesetter) -> expense_pages.Head:
    session = content.session
    if session is not None:
        return expense_pages.Head(
            certifier=content.certifier,
            title=setter.phrase("expenses.statement"),
            reference=setter.phrase("papers.session", session=session.code),
            subtitle=content.certification_title,
            lines=(expense_pages.session_line(session, setter),),
        )
    return expense_pages.Head(
        certifier=content.certifier,
        title=setter.phrase("expenses.statement"),
        reference=setter.phrase("expenses.year", year=content.year),
        lines=(setter.phrase("expenses.year.which"),),
    )


def _sums(content: StatementContent, setter: Typesetter) -> list[Flowable]:
    wording, sums = setter.wording, content.totals
    figures = (
        ("expected", sums.expected),
        ("due", sums.due),
        ("paid", sums.paid),
        ("outstanding", sums.outstanding),
    )
    cells: list[tables.Cell] = [
        [
            setter.write(wording.money(value), styles.AMOUNT),
            setter.say(f"expenses.sum.{name}", styles.FIGURE_LABEL),
        ]
        for name, value in figures
    ]
    printed = setter.say("expenses.printed", styles.SMALL, day=content.printed_on)
    width = styles.WIDTH / len(cells)
    table = tables.table(
        [cells],
        [width] * len(cells),
        ("BACKGROUND", *tables.ALL, styles.ACCENT_SOFT),
        ("TOPPADDING", *tables.ALL, S3),
        ("BOTTOMPADDING", *tables.ALL, S3),
        ("RIGHTPADDING", *tables.ALL, 0),
    )
    return [table, tables.gap(S3), printed]


def _people(content: StatementContent, setter: Typesetter) -> Flowable:
    if not content.lines:
        return setter.say("expenses.none")
    beside = "status" if content.session is not None else "sessions"
    columns = ("member", beside, "fees", "expenses", "due", "paid", "left")
    rows: list[list[tables.Cell]] = [heads(columns, setter, right_from=2)]
    rows += [_person(line, content, setter) for line in content.lines]
    sums = content.totals
    values = (content.fees, content.expenses, sums.due, sums.paid, sums.outstanding)
    total = setter.say("expenses.total", styles.CELL_STRONG)
    rows.append([total, "", *(amount(value, setter, strong=True) for value in values)])
    return tables.table(
        rows,
        WIDTHS,
        *tables.hairlines(1),
        *tables.header(0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("BACKGROUND", (0, -1), (-1, -1), styles.ACCENT_SOFT),
        repeat=1,
    )


def _person(
    line: StatementLine, content: StatementContent, setter: Typesetter
) -> list[tables.Cell]:
    words = [term("claim", status, setter.wording) for status in line.statuses]
    beside = words if content.session is not None else line.sessions
    sums = line.totals
    values = (line.fees, line.expenses, sums.due, sums.paid, sums.outstanding)
    return [
        setter.write(line.name, styles.CELL),
        setter.write(", ".join(beside), styles.SMALL),
        *(amount(value, setter) for value in values),
    ]
