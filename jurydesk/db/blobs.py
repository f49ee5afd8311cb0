"""Contents of documents, each stored once under its SHA-256."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from jurydesk.db.failures import NO_CONTENT
from jurydesk.db.queries import table_of
from jurydesk.db.tables import AttachmentRow, BlobRow, ReceiptRow
from jurydesk.errors import WrongUsage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Database


class SqlBlobs:
    """Implements `ports.BlobStore`."""

    def __init__(self, database: Database) -> None:
        """Work inside the transaction of `database`."""
        self._database = database
        self._table = table_of(BlobRow)

    def put(self, content: bytes) -> str:
        """Keep a content if it is not kept yet; return its SHA-256."""
        digest = hashlib.sha256(content).hexdigest()
        known = select(self._table.c.digest).where(self._table.c.digest == digest)
        if self._database.scalar(known) is None:
            row = {"digest": digest, "size": len(content), "content": content}
            self._database.execute(insert(self._table).values(row))
        return digest

    def get(self, digest: str) -> bytes:
        """Return a content, or say that there is none."""
        content = self._database.scalar(
            select(self._table.c.content).where(self._table.c.digest == digest)
        )
        if content is None:
            raise WrongUsage(NO_CONTENT, {"detail": digest[:12]})
        return bytes(content)

    def orphans(self) -> tuple[str, ...]:
        """Return the digests that no attachment and no receipt names any more."""
        query = select(self._table.c.digest)
        for row in (AttachmentRow, ReceiptRow):
            named = select(table_of(row).c.digest)
            query = query.where(self._table.c.digest.not_in(named))
        return tuple(self._database.scalars(query.order_by(self._table.c.digest)))

    def discard(self, digest: str) -> None:
        """Forget a content for good."""
        self._database.execute(delete(self._table).where(self._table.c.digest == digest))
