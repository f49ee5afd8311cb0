"""Searches by the beginnings of words: each question is a range of one index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, select, union_all

from jurydesk.db.queries import table_of
from jurydesk.db.search_key import wanted_words
from jurydesk.db.tables import SearchWordRow
from jurydesk.services.ports import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, FromClause, Subquery
    from sqlalchemy.orm import Session as Database

    from jurydesk.domain.changes import Kind

_AFTER = "\U0010ffff"
"""After every sign that a word can hold."""
_PER_ENTITY = 4
"""One entity may be found by several words that begin alike."""


class SqlSearchIndex:
    """Implements `ports.SearchIndex`."""

    def __init__(self, database: Database) -> None:
        """Search inside the transaction of `database`."""
        self._database = database
        self._table = table_of(SearchWordRow)

    def find(self, query: str, *, kinds: Iterable[Kind], most: int) -> tuple[Found, ...]:
        """Return the first `most` of each kind, in one question to the database."""
        words = sorted(wanted_words(query), key=len, reverse=True)
        if not words:
            return ()
        parts = [self._of_kind(kind, words, most) for kind in kinds]
        found = self._database.execute(union_all(*(select(part) for part in parts))).all()
        return tuple(Found(kind, number) for kind in kinds for number in _first(found, kind, most))

    def _of_kind(self, kind: Kind, words: list[str], most: int) -> Subquery:
        """Begin with the longest word, which is the rarest more often than not."""
        first = self._table.alias()
        others = (self._also(first, word) for word in words[1:])
        query = (
            select(first.c.kind, first.c.id)
            .where(self._begins(first, kind, words[0]), *others)
            .order_by(first.c.word, first.c.id)
            .limit(most * _PER_ENTITY)
        )
        return query.subquery()

    def _also(self, first: FromClause, word: str) -> ColumnElement[bool]:
        other = self._table.alias()
        same = and_(other.c.kind == first.c.kind, other.c.id == first.c.id)
        return exists().where(same, *_range(other, word))

    @staticmethod
    def _begins(table: FromClause, kind: Kind, word: str) -> ColumnElement[bool]:
        return and_(table.c.kind == kind.value, *_range(table, word))


def _range(table: FromClause, word: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.word >= word, table.c.word < word + _AFTER


def _first(found: Sequence[Any], kind: Kind, most: int) -> list[int]:
    """Return the first numbers of one kind, each once."""
    return list(dict.fromkeys(row.id for row in found if row.kind == kind.value))[:most]
