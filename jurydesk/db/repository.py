"""One kind of entity in the database: read whole, written whole, each write noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from jurydesk.db.failures import STALE, STILL_USED, UNKNOWN_ENTITY
from jurydesk.db.mapping.mapper import Mapper, Part, grouped
from jurydesk.db.queries import table_of
from jurydesk.db.tables import SearchWordRow
from jurydesk.domain.changes import Change, Entity
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session as Database

    from jurydesk.db.tables import EntityRow

E = TypeVar("E", bound=Entity)

Note = Callable[[Change], None]


class SqlRepository(Generic[E]):
    """Implements `ports.Repository` for any mapper, in a number of queries that never grows."""

    def __init__(self, database: Database, note: Note, mapper: Mapper[E]) -> None:
        """Work inside the transaction of `database`; `note` is told of each write."""
        self._database = database
        self._note = note
        self._mapper = mapper
        self._table = table_of(mapper.row)

    def get(self, identifier: int) -> E:
        """Return one entity, or say that there is none with that number."""
        entity = self.find(identifier)
        if entity is None:
            raise WrongUsage(f"{UNKNOWN_ENTITY}.{self._mapper.kind}", {"id": identifier})
        return entity

    def find(self, identifier: int) -> E | None:
        """Return one entity, or None."""
        return self._one(self._table.c.id == identifier)

    def all(self) -> tuple[E, ...]:
        """Return every entity in the order of its number."""
        return self._select()

    def some(self, identifiers: Iterable[int]) -> tuple[E, ...]:
        """Return the entities with these numbers."""
        return self._select(self._table.c.id.in_(set(identifiers)))

    def add(self, entity: E) -> E:
        """Store a new entity; one that comes back by undo keeps its number."""
        row = self._mapper.row(**self._mapper.to_values(entity))
        if entity.id:
            row.id = entity.id
        self._database.add(row)
        self._flush(row)
        if entity.id:
            self._keep_sequence_ahead(row.id)
        self._insert_parts(entity, row.id)
        self._index(row.id, added=self._mapper.to_words(entity))
        added = replace(entity, id=row.id, version=row.version)
        self._note(Change(self._mapper.kind, row.id, None, added))
        return added

    def save(self, entity: E) -> E:
        """Store a changed entity if it is still what was read; what is the same is not written."""
        row = self._database.get(self._mapper.row, entity.id)
        if row is None or row.version != entity.version:
            raise self._stale(entity.id)
        before = self._whole(row)
        if before == entity:
            return before
        self._write_parts(before, entity)
        values = self._mapper.to_values(entity)
        for column, value in values.items():
            setattr(row, column, value)
        # The version also goes up when only a part changed
        flag_modified(row, next(iter(values)))
        self._flush(row)
        had, has = self._mapper.to_words(before), self._mapper.to_words(entity)
        self._index(row.id, gone=had - has, added=has - had)
        saved = replace(entity, version=row.version)
        self._note(Change(self._mapper.kind, row.id, before, saved))
        return saved

    def remove(self, identifier: int) -> None:
        """Delete one entity with its parts; the database refuses while another needs it."""
        row = self._database.get(self._mapper.row, identifier)
        if row is None:
            raise WrongUsage(f"{UNKNOWN_ENTITY}.{self._mapper.kind}", {"id": identifier})
        before = self._whole(row)
        self._database.delete(row)
        self._flush(row)
        self._index(identifier, gone=self._mapper.to_words(before))
        self._note(Change(self._mapper.kind, identifier, before, None))

    def _one(self, condition: ColumnElement[bool]) -> E | None:
        found = self._select(condition)
        return found[0] if found else None

    def _select(self, *conditions: ColumnElement[bool]) -> tuple[E, ...]:
        query = select(self._table).where(*conditions).order_by(self._table.c.id)
        rows = self._database.execute(query).all()
        return self._assemble(rows, conditions) if rows else ()

    def _whole(self, row: EntityRow) -> E:
        return self._assemble([row], (self._table.c.id == row.id,))[0]

    def _assemble(
        self, rows: Sequence[Any], conditions: tuple[ColumnElement[bool], ...]
    ) -> tuple[E, ...]:
        parts = {part.row: self._part_rows(part, conditions) for part in self._mapper.parts}
        return tuple(
            self._mapper.to_entity(
                row, {key: by_id.get(row.id, ()) for key, by_id in parts.items()}
            )
            for row in rows
        )

    def _part_rows(
        self, part: Part, conditions: tuple[ColumnElement[bool], ...]
    ) -> dict[int, list[Any]]:
        table = table_of(part.row)
        query = select(table).order_by(*(table.c[name] for name in part.order))
        if conditions:
            wanted = select(self._table.c.id).where(*conditions)
            query = query.where(table.c[part.parent].in_(wanted))
        return grouped(self._database.execute(query).all(), part.parent)

    def _write_parts(self, before: E, after: E) -> None:
        if self._mapper.to_parts(before) == self._mapper.to_parts(after):
            return
        for part in reversed(self._mapper.parts):
            table = table_of(part.row)
            self._database.execute(delete(table).where(table.c[part.parent] == after.id))
        self._insert_parts(after, after.id)

    def _insert_parts(self, entity: E, identifier: int) -> None:
        values = self._mapper.to_parts(entity)
        for part in self._mapper.parts:
            rows = [{part.parent: identifier, **row} for row in values[part.row]]
            if rows:
                self._database.execute(insert(table_of(part.row)), rows)

    def _index(
        self,
        identifier: int,
        *,
        gone: frozenset[str] = frozenset(),
        added: frozenset[str] = frozenset(),
    ) -> None:
        """Keep the words under which the search finds the entity."""
        table = table_of(SearchWordRow)
        kind = self._mapper.kind.value
        if gone:
            here = (table.c.kind == kind) & (table.c.id == identifier)
            self._database.execute(delete(table).where(here & table.c.word.in_(sorted(gone))))
        if added:
            rows = [{"kind": kind, "word": word, "id": identifier} for word in sorted(added)]
            self._database.execute(insert(table), rows)

    def _flush(self, row: EntityRow) -> None:
        identifier = row.id
        try:
            self._database.flush()
        except StaleDataError as error:
            raise self._stale(identifier) from error
        except RefusedByRule as error:
            if error.code != STILL_USED:
                raise
            code = f"{STILL_USED}.{self._mapper.kind}"
            raise RefusedByRule(code, {"id": identifier or 0}) from error

    def _keep_sequence_ahead(self, identifier: int) -> None:
        """Tell PostgreSQL's sequence of a number that it did not give itself."""
        if self._database.get_bind().dialect.name != "postgresql":
            return
        sequence = func.pg_get_serial_sequence(self._table.name, "id")
        last = select(func.setval(sequence, func.greatest(identifier, func.nextval(sequence))))
        self._database.execute(last)

    def _stale(self, identifier: int) -> StaleData:
        return StaleData(f"{STALE}.{self._mapper.kind}", {"id": identifier})
