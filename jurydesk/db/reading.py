"""Reads every row as an entity: what cannot be read, and minutes that no longer have their hash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session as Database

from jurydesk.db.document import decode
from jurydesk.db.failures import UNREADABLE
from jurydesk.db.mapping.candidacy import CANDIDACIES
from jurydesk.db.mapping.candidate import CANDIDATES
from jurydesk.db.mapping.certification import CERTIFICATIONS
from jurydesk.db.mapping.correction import CORRECTIONS
from jurydesk.db.mapping.deliberation import DELIBERATIONS
from jurydesk.db.mapping.examiner import EXAMINERS
from jurydesk.db.mapping.mapper import Mapper
from jurydesk.db.mapping.session import SESSIONS
from jurydesk.db.mapping.tie import TIES
from jurydesk.db.queries import table_of
from jurydesk.db.repository import SqlRepository
from jurydesk.db.tables import MinutesRow
from jurydesk.domain.minutes import MinutesContent
from jurydesk.domain.minutes_content import content_hash

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Row

_MAPPERS: tuple[Mapper[Any], ...] = (
    CANDIDATES,
    CANDIDACIES,
    EXAMINERS,
    CERTIFICATIONS,
    TIES,
    SESSIONS,
    DELIBERATIONS,
    CORRECTIONS,
)


def unreadable_rows(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield a problem for each kind of entity that holds a value which the domain does not know."""
    with Database(connection) as database:
        for mapper in _MAPPERS:
            try:
                SqlRepository(database, lambda _change: None, mapper).all()
            except (ValueError, TypeError) as error:
                yield UNREADABLE, f"{mapper.kind}: {error}"


def altered_minutes(connection: Connection) -> tuple[str, ...]:
    """Return the numbers of the minutes whose content no longer has the hash kept beside it."""
    table = table_of(MinutesRow)
    # As text: what is no longer JSON must not keep the others from being read
    content = cast(table.c.content, Text).label("content")
    query = select(table.c.number, table.c.content_hash, table.c.amends, content).order_by(
        table.c.id
    )
    rows = connection.execute(query)
    return tuple(row.number for row in rows if not _holds(row))


def _holds(row: Row[Any]) -> bool:
    try:
        content = decode(MinutesContent, json.loads(row.content))
    except ValueError:
        return False
    sealed: str = row.content_hash
    named = (content.number, content.amends) == (row.number, row.amends)
    return named and content_hash(content) == sealed
