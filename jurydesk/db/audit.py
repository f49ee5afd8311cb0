"""The audit trail in the database: events are chained in the transaction that they tell of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, text, update

from jurydesk.db.queries import table_of
from jurydesk.db.tables import AuditHeadRow, AuditRow
from jurydesk.domain.audit import (
    AuditEvent,
    EventType,
    TrailEnd,
    canonical,
    chained,
    first_broken,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Row
    from sqlalchemy.orm import Session as Database

    from jurydesk.services.ports import Clock

# Two offices may not both write the event after the last; the lock ends with the transaction
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(1245988695)")


class SqlAuditLog:
    """Implements `ports.AuditLog`."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        """Write in the transaction of `database`, in the name of `actor`."""
        self._database = database
        self._clock = clock
        self._actor = actor
        self._end: TrailEnd | None = None
        self.recorded = 0

    def record(self, type_: EventType, details: Mapping[str, object]) -> AuditEvent:
        """Add one event at the end of the chain."""
        at = self._clock.now()
        event = AuditEvent(type=type_, at=at, actor=self._actor, details=canonical(details))
        placed = chained(event, self._end_of_chain())
        self._database.execute(insert(table_of(AuditRow)), [_values(placed)])
        self._end = TrailEnd(placed.sequence, placed.hash)
        head = update(table_of(AuditHeadRow)).values(sequence=placed.sequence, hash=placed.hash)
        self._database.execute(head)
        self.recorded += 1
        return placed

    def events(self, *, after: int = 0, type_: EventType | None = None) -> tuple[AuditEvent, ...]:
        """Return the events in order, those after one sequence number, or of one type."""
        table = table_of(AuditRow)
        query = select(table).where(table.c.sequence > after).order_by(table.c.sequence)
        if type_ is not None:
            query = query.where(table.c.type == type_.value)
        return tuple(_event(row) for row in self._database.execute(query))

    def _end_of_chain(self) -> TrailEnd:
        if self._end is None:
            if self._database.get_bind().dialect.name == "postgresql":
                self._database.execute(_ONE_AT_A_TIME)
            self._end = kept_end(self._database.connection())
        return self._end


def kept_end(connection: Connection) -> TrailEnd:
    """Return where the trail ended when something was last written."""
    head = table_of(AuditHeadRow).c
    row = connection.execute(select(head.sequence, head.hash)).first()
    return TrailEnd() if row is None else TrailEnd(row.sequence, row.hash)


def found_end(connection: Connection) -> TrailEnd:
    """Return where the events end that are still there."""
    event = table_of(AuditRow).c
    query = select(event.sequence, event.hash).order_by(event.sequence.desc()).limit(1)
    row = connection.execute(query).first()
    return TrailEnd() if row is None else TrailEnd(row.sequence, row.hash)


def first_broken_event(connection: Connection) -> tuple[int, int | None]:
    """Return how many events there are, and the number of the first that does not hold."""
    table = table_of(AuditRow)
    rows = connection.execute(select(table).order_by(table.c.sequence)).all()
    return len(rows), first_broken((row.sequence, _as_written(row)) for row in rows)


def _as_written(row: Row[Any]) -> AuditEvent | None:
    """Return the event of a row; None where the row is not what we write for it."""
    texts = (row.type, row.at, row.actor, row.details, row.previous, row.hash)
    if not all(isinstance(text, str) for text in texts):
        return None
    try:
        event = _event(row)
    except ValueError:
        return None
    # Another way to write the same date is an alteration, though it reads as the same event
    return event if _values(event) == row._asdict() else None


def _values(event: AuditEvent) -> dict[str, object]:
    return {
        "sequence": event.sequence,
        "type": event.type.value,
        "at": event.at.isoformat(),
        "actor": event.actor,
        "details": event.details,
        "previous": event.previous,
        "hash": event.hash,
    }


def _event(row: Row[Any]) -> AuditEvent:
    return AuditEvent(
        type=EventType(row.type),
        at=datetime.fromisoformat(row.at),
        actor=row.actor,
        details=row.details,
        sequence=row.sequence,
        previous=row.previous,
        hash=row.hash,
    )
