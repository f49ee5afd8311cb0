"""Compares the contents of documents with the digests under which they were attached."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import select

from jurydesk.db.failures import (
    ALTERED_CONTENT,
    ALTERED_RECEIPT,
    LOST_CONTENT,
    LOST_RECEIPT,
)
from jurydesk.db.queries import table_of
from jurydesk.db.tables import AttachmentRow, BlobRow, ReceiptRow

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Problem = tuple[str, str]


def content_problems(connection: Connection) -> Iterator[Problem]:
    """Yield a problem for each document whose content is gone, or is not the one that came in."""
    kept, attached, receipts = map(table_of, (BlobRow, AttachmentRow, ReceiptRow))
    digests = tuple(connection.scalars(select(kept.c.digest)))
    # One content at a time: together they may not fit into memory
    sizes = {digest: _true_size(connection, digest) for digest in digests}
    query = select(attached.c.id, attached.c.digest, attached.c.size).order_by(attached.c.id)
    for row in connection.execute(query):
        if row.digest not in sizes:
            yield LOST_CONTENT, str(row.id)
        elif sizes[row.digest] != row.size:
            yield ALTERED_CONTENT, str(row.id)
    of_claims = select(receipts.c.claim_id, receipts.c.digest, receipts.c.size)
    of_claims = of_claims.order_by(receipts.c.claim_id, receipts.c.position)
    for one in connection.execute(of_claims):
        if one.digest not in sizes:
            yield LOST_RECEIPT, str(one.claim_id)
        elif sizes[one.digest] != one.size:
            yield ALTERED_RECEIPT, str(one.claim_id)


def _true_size(connection: Connection, digest: str) -> int | None:
    """Return how many bytes a content has; None: it does not have its digest any more."""
    kept = table_of(BlobRow)
    found = connection.scalar(select(kept.c.content).where(kept.c.digest == digest))
    content = bytes(found or b"")
    return len(content) if hashlib.sha256(content).hexdigest() == digest else None
