"""Rates and claims as rows; a claim with its lines, receipts and payments."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import Any

from jurydesk.db.mapping.mapper import Mapper, Part, Parts, Values, positioned
from jurydesk.db.mapping.mirror import mirror
from jurydesk.db.tables import ClaimLineRow, ClaimRow, PaymentRow, RateRow, ReceiptRow, Row
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.changes import Kind
from jurydesk.domain.expenses import (
    Claim,
    ClaimLine,
    ClaimStatus,
    ExpenseKind,
    Payment,
    Rate,
    Receipt,
)

RATES = mirror(Kind.RATE, RateRow, Rate)
_PARTS = ("lines", "receipts", "payments")


def _values(claim: Claim) -> Values:
    kept = _plain(claim)
    return {name: kept[name] for name in kept if name not in {"id", "version", *_PARTS}}


def _parts(claim: Claim) -> Mapping[type[Row], list[Values]]:
    return {
        ClaimLineRow: positioned([_plain(line) for line in claim.lines]),
        ReceiptRow: positioned([_plain(receipt) for receipt in claim.receipts]),
        PaymentRow: positioned([_plain(payment) for payment in claim.payments]),
    }


def _plain(part: Any) -> Values:  # noqa: ANN401 -- keywords from data
    """Return the fields of a dataclass as columns take them."""
    named = ((field.name, getattr(part, field.name)) for field in dataclasses.fields(part))
    return {name: value.value if isinstance(value, Enum) else value for name, value in named}


def _entity(row: ClaimRow, parts: Parts) -> Claim:
    return Claim(
        examiner_id=row.examiner_id,
        session_id=row.session_id,
        lines=tuple(_line(part) for part in parts[ClaimLineRow]),
        receipts=tuple(_receipt(part) for part in parts[ReceiptRow]),
        payments=tuple(_payment(part) for part in parts[PaymentRow]),
        status=ClaimStatus(row.status),
        submitted_on=row.submitted_on,
        settled_on=row.settled_on,
        settled_by=row.settled_by,
        reason=row.reason,
        id=row.id,
        version=row.version,
    )


def _line(row: ClaimLineRow) -> ClaimLine:
    return ClaimLine(
        number=row.number,
        day=row.day,
        kind=ExpenseKind(row.kind),
        quantity=row.quantity,
        claimed=row.claimed,
        due=row.due,
        rate=row.rate,
        seat=row.seat,
        half_day=None if row.half_day is None else HalfDay(row.half_day),
        derived=row.derived,
        needs_receipt=row.needs_receipt,
        note=row.note,
    )


def _receipt(row: ReceiptRow) -> Receipt:
    return Receipt(
        number=row.number,
        line=row.line,
        name=row.name,
        digest=row.digest,
        size=row.size,
        media_type=row.media_type,
        added_at=row.added_at,
        added_by=row.added_by,
    )


def _payment(row: PaymentRow) -> Payment:
    return Payment(day=row.day, amount=row.amount, reference=row.reference)


CLAIMS = Mapper(
    Kind.CLAIM,
    ClaimRow,
    _values,
    _entity,
    (Part(ClaimLineRow, "claim_id"), Part(ReceiptRow, "claim_id"), Part(PaymentRow, "claim_id")),
    _parts,
)
