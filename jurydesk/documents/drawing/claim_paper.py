"""Draws the claim of one person: lines, receipts, payments, and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import expense_pages, styles, tables
from jurydesk.documents.drawing.expense_pages import amount, heads
from jurydesk.documents.drawing.styles import S2, S3, S4, S5, WIDTH
from jurydesk.domain.expenses import SPENT, ClaimStatus
from jurydesk.finding_text import term
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.expense_papers import ClaimContent
    from jurydesk.domain.expenses import ClaimLine
    from jurydesk.wording import Wording

LINE_WIDTHS = tuple(width * mm for width in (21, 61, 18, 22, 24, 24))
RECEIPT_WIDTHS = tuple(width * mm for width in (12, 94, 64))
PAYMENT_WIDTHS = tuple(width * mm for width in (40, 102, 28))
GUTTER = 6 * mm
BOX = (WIDTH - GUTTER) / 2
SIGNATURE_HEIGHT = 22 * mm
DIGEST_SHOWN = 16


def draw_claim(content: ClaimContent, *, wording: Wording) -> bytes:
    """Set the claim on as few pages as it takes; the signatures stay together."""
    setter = expense_pages.typesetter(wording)
    head = expense_pages.Head(
        certifier=content.certifier,
        title=setter.phrase("expenses.claim"),
        reference=setter.phrase("expenses.claim.number", number=content.claim.id),
        subtitle=content.examiner.full_name,
        lines=(expense_pages.session_line(content.session, setter), content.certification_title),
    )
    story: list[Flowable] = [setter.write(_standing(content, setter)), tables.gap(S4)]
    story.append(_lines(content, setter))
    for part in (_receipts(content, setter), _payments(content, setter)):
        story += [tables.gap(S5), *part] if part else []
    story += [tables.gap(S5), tables.together(*_signatures(content, setter))]
    return expense_pages.build(head, story, wording=wording)


def _standing(content: ClaimContent, setter: Typesetter) -> str:
    claim = content.claim
    return setter.phrase(
        f"expenses.standing.{claim.status}",
        submitted=claim.submitted_on,
        day=claim.settled_on,
        who=claim.settled_by,
        reason=claim.reason,
    )


def _lines(content: ClaimContent, setter: Typesetter) -> Flowable:
    claim = content.claim
    columns = ("day", "expense", "quantity", "rate", "claimed", "due")
    rows: list[list[tables.Cell]] = [heads(columns, setter, right_from=2)]
    rows += [_line(line, content, setter) for line in claim.lines]
    total = setter.say("expenses.total", styles.CELL_STRONG)
    sums = [amount(sum_, setter, strong=True) for sum_ in (claim.claimed, claim.due)]
    rows.append([total, "", "", "", *sums])
    return tables.table(
        rows,
        LINE_WIDTHS,
        *tables.hairlines(1),
        *tables.header(0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("BACKGROUND", (0, -1), (-1, -1), styles.ACCENT_SOFT),
        repeat=1,
    )


def _line(line: ClaimLine, content: ClaimContent, setter: Typesetter) -> list[tables.Cell]:
    wording = setter.wording
    kind = sentence_case(term("expense", line.kind, wording))
    half = f" ({term('half_day', line.half_day, wording)})" if line.half_day else ""
    told: list[Flowable] = [setter.write(kind + half, styles.CELL)]
    under = " · ".join(filter(None, (line.note, _proof(line, content, setter))))
    told += [setter.write(under, styles.SMALL)] if under else []
    rate = "" if line.rate is None else wording.rate(line.rate)
    if line.rate is not None and line.kind in SPENT:
        rate = setter.phrase("expenses.ceiling", rate=rate)
    return [
        setter.write(wording.short_date(line.day), styles.CELL),
        told,
        setter.write(wording.number(line.quantity), styles.CELL_RIGHT),
        setter.write(rate, styles.CELL_RIGHT),
        amount(line.claimed, setter),
        amount(line.due, setter),
    ]


def _proof(line: ClaimLine, content: ClaimContent, setter: Typesetter) -> str:
    """Name the receipts of a line by number, or say that one is missing."""
    numbers = [one.number for one in content.claim.receipts_of(line.number)]
    if numbers:
        listed = ", ".join(map(str, numbers))
        return setter.phrase("expenses.receipts", count=len(numbers), numbers=listed)
    return setter.phrase("expenses.receipt_missing") if line.needs_receipt else ""


def _receipts(content: ClaimContent, setter: Typesetter) -> list[Flowable]:
    receipts = content.claim.receipts
    if not receipts:
        return []
    columns = ("number", "receipt", "digest")
    rows: list[list[tables.Cell]] = [heads(columns, setter, right_from=3)]
    for one in receipts:
        number = setter.write(str(one.number), styles.CELL)
        digest = setter.write(f"{one.digest[:DIGEST_SHOWN]}…", styles.SMALL)
        rows.append([number, setter.write(one.name, styles.CELL), digest])
    heading = setter.say("expenses.receipts_list", styles.HEADING)
    return [heading, tables.gap(S2), _listed(rows, RECEIPT_WIDTHS)]


def _payments(content: ClaimContent, setter: Typesetter) -> list[Flowable]:
    claim = content.claim
    if not claim.payments:
        return []
    columns = ("paid_on", "reference", "amount")
    rows: list[list[tables.Cell]] = [heads(columns, setter, right_from=2)]
    for payment in claim.payments:
        day = setter.write(setter.wording.short_date(payment.day), styles.CELL)
        reference = setter.write(payment.reference, styles.CELL)
        rows.append([day, reference, amount(payment.amount, setter)])
    left = setter.say("expenses.outstanding", styles.CELL_STRONG)
    rows.append([left, "", amount(claim.outstanding, setter, strong=True)])
    heading = setter.say("expenses.payments", styles.HEADING)
    return [heading, tables.gap(S2), _listed(rows, PAYMENT_WIDTHS)]


def _listed(rows: list[list[tables.Cell]], widths: tuple[float, ...]) -> Flowable:
    return tables.table(
        rows,
        widths,
        *tables.hairlines(1),
        *tables.header(0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        repeat=1,
    )


def _signatures(content: ClaimContent, setter: Typesetter) -> list[Flowable]:
    sex = content.examiner.sex
    story: list[Flowable] = []
    if content.claim.status is not ClaimStatus.REFUSED:
        story.append(setter.say(setter.agreed("expenses.declaration", sex)))
    if content.examiner.is_employee:
        story += [tables.gap(S2), setter.say("expenses.employee", styles.SMALL)]
    certifier = content.certifier
    office = certifier.representative or certifier.name
    boxes: list[tables.Cell] = [
        _box(setter.phrase("expenses.sign.member"), content.examiner.full_name, setter),
        "",
        _box(setter.phrase("expenses.sign.certifier"), office, setter),
    ]
    frames = [frame for column in (0, 2) for frame in _frame(column)]
    table = tables.table([boxes], [BOX, GUTTER, BOX], *frames)
    return [*story, tables.gap(S4), table]


def _box(role: str, name: str, setter: Typesetter) -> list[Flowable]:
    return [
        setter.write(name, styles.CELL_STRONG),
        setter.write(role, styles.SMALL),
        tables.gap(S3),
        setter.say("expenses.sign", styles.SMALL),
    ]


def _frame(column: int) -> tuple[tables.Command, ...]:
    cell = ((column, 0), (column, 0))
    return (
        ("BOX", *cell, styles.HAIRLINE, styles.MUTED),
        ("LEFTPADDING", *cell, S3),
        ("TOPPADDING", *cell, S3),
        ("BOTTOMPADDING", *cell, SIGNATURE_HEIGHT),
    )
