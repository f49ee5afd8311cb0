"""Searches by the beginnings of words: each question is a range of one index."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, exists, func, literal, select, union_all

from jurydesk.db.queries import table_of
from jurydesk.db.search_key import wanted_words
from jurydesk.db.tables import SearchWordRow
from jurydesk.services.ports import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, CompoundSelect, FromClause, Select, Subquery
    from sqlalchemy.orm import Session as Database

    from jurydesk.domain.changes import Kind

_AFTER = "\U0010ffff"
"""After every sign that a word can hold."""
_PER_ENTITY = 4
"""One entity may be found by several words that begin alike."""
_COMMON = 400
"""A beginning that so many words have is common: how many more makes no difference."""


class SqlSearchIndex:
    """Implements `ports.SearchIndex`."""

    def __init__(self, database: Database) -> None:
        """Search inside the transaction of `database`."""
        self._database = database

    def find(self, query: str, *, kinds: Iterable[Kind], most: int) -> tuple[Found, ...]:
        """Return the first `most` of each kind; more words take one more question."""
        words = wanted_words(query)
        if not words:
            return ()
        kinds = tuple(kinds)
        given = {"most": most * _PER_ENTITY}
        for kind, ordered in self._rarest_first(kinds, words).items():
            given |= _bounds(kind, ordered)
        found = self._database.execute(_search(kinds, len(words)), given).all()
        return tuple(Found(kind, number) for kind in kinds for number in _first(found, kind, most))

    def _rarest_first(
        self, kinds: tuple[Kind, ...], words: tuple[str, ...]
    ) -> dict[Kind, tuple[str, ...]]:
        """Begin with the word that the fewest share: the others are only looked up for those."""
        if len(words) == 1:
            return dict.fromkeys(kinds, words)
        given = {name: text for kind in kinds for name, text in _bounds(kind, words).items()}
        counted = self._database.execute(_count(kinds, len(words)), given).all()
        counts = {(row.kind, row.at): row.number for row in counted}
        return {
            kind: tuple(sorted(words, key=lambda word: counts[kind.value, words.index(word)]))
            for kind in kinds
        }


@cache
def _search(kinds: tuple[Kind, ...], count: int) -> CompoundSelect[Any]:
    """Ask for what has so many words, by kind; made once, because it is asked at every key."""
    return union_all(*(select(_of_kind(kind, count)) for kind in kinds))


@cache
def _count(kinds: tuple[Kind, ...], count: int) -> CompoundSelect[Any]:
    """Ask how many share each beginning, until it is known to be common."""
    places = [(kind, at) for kind in kinds for at in range(count)]
    return union_all(*(_how_many(kind, at) for kind, at in places))


def _of_kind(kind: Kind, count: int) -> Subquery:
    first = table_of(SearchWordRow).alias()
    query = (
        select(first.c.kind, first.c.id)
        .where(*_begins(first, kind, 0), *(_also(first, kind, at) for at in range(1, count)))
        .order_by(first.c.word, first.c.id)
        .limit(bindparam("most", type_=Integer()))
    )
    return query.subquery()


def _also(first: FromClause, kind: Kind, at: int) -> ColumnElement[bool]:
    other = table_of(SearchWordRow).alias()
    return exists().where(other.c.id == first.c.id, *_begins(other, kind, at))


def _how_many(kind: Kind, at: int) -> Select[tuple[str, int, int]]:
    table = table_of(SearchWordRow).alias()
    some = select(table.c.id).where(*_begins(table, kind, at)).limit(_COMMON).subquery()
    counted = select(func.count()).select_from(some).scalar_subquery()
    return select(
        literal(kind.value).label("kind"), literal(at).label("at"), counted.label("number")
    )


def _begins(table: FromClause, kind: Kind, at: int) -> tuple[ColumnElement[bool], ...]:
    word, name = table.c.word, f"{kind.value}_{at}"
    return (
        table.c.kind == kind.value,
        word >= bindparam(f"{name}_from"),
        word < bindparam(f"{name}_to"),
    )


def _bounds(kind: Kind, words: Sequence[str]) -> dict[str, Any]:
    """Return the range of each word, under the names that the questions know."""
    ends = {"from": "", "to": _AFTER}
    return {
        f"{kind.value}_{at}_{end}": word + after
        for at, word in enumerate(words)
        for end, after in ends.items()
    }


def _first(found: Sequence[Any], kind: Kind, most: int) -> list[int]:
    """Return the first numbers of one kind, each once."""
    return list(dict.fromkeys(row.id for row in found if row.kind == kind.value))[:most]
