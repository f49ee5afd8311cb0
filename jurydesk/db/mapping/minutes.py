"""Final minutes as documents."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import MinutesRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.minutes import Minutes, MinutesContent


def _values(minutes: Minutes) -> Values:
    return {
        "session_id": minutes.session_id,
        "number": minutes.number,
        "content": encode(MinutesContent, minutes.content),
        "content_hash": minutes.content_hash,
        "issued_at": minutes.issued_at,
        "amends": minutes.amends,
    }


def _entity(row: MinutesRow, _parts: Parts) -> Minutes:
    return Minutes(
        session_id=row.session_id,
        number=row.number,
        content=decode(MinutesContent, row.content),
        content_hash=row.content_hash,
        issued_at=row.issued_at,
        amends=row.amends,
        id=row.id,
        version=row.version,
    )


MINUTES = Mapper(Kind.MINUTES, MinutesRow, _values, _entity)
