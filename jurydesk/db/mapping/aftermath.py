"""Notifications and parchments as rows."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.mapping.mirror import mirror
from jurydesk.db.tables import NotificationRow, ParchmentRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.notifications import Notification
from jurydesk.domain.parchments import Parchment, ParchmentContent

NOTIFICATIONS = mirror(Kind.NOTIFICATION, NotificationRow, Notification)


def _values(parchment: Parchment) -> Values:
    return {
        "number": parchment.number,
        "candidacy_id": parchment.candidacy_id,
        "session_id": parchment.session_id,
        "content": encode(ParchmentContent, parchment.content),
        "content_hash": parchment.content_hash,
        "delivered_on": parchment.delivered_on,
        "issued_at": parchment.issued_at,
        "issued_by": parchment.issued_by,
        "duplicate_of": parchment.duplicate_of,
        "reason": parchment.reason,
    }


def _entity(row: ParchmentRow, _parts: Parts) -> Parchment:
    return Parchment(
        number=row.number,
        candidacy_id=row.candidacy_id,
        session_id=row.session_id,
        content=decode(ParchmentContent, row.content),
        content_hash=row.content_hash,
        delivered_on=row.delivered_on,
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        duplicate_of=row.duplicate_of,
        reason=row.reason,
        id=row.id,
        version=row.version,
    )


PARCHMENTS = Mapper(Kind.PARCHMENT, ParchmentRow, _values, _entity)
