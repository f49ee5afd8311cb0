"""Which rows a list shows, in which order: worked out in steps, each short."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import merge
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from jurydesk.ui.models.columns import folded, sort_text

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Sequence

    from jurydesk.ui.models.columns import Column

R = TypeVar("R")
ROWS_IN_A_STEP = 50
"""Their texts take some three milliseconds to put together and to fold."""
SORTED_AT_ONCE = 1000

Sorts = tuple[tuple[int, bool], ...]
"""Columns with whether they go down; the last one counts most."""


@dataclass(frozen=True)
class Wish(Generic[R]):
    """What somebody wants to see of the rows."""

    search: tuple[str, ...] = ()
    """Folded words, all of which a row must hold."""
    accepts: tuple[Callable[[R], bool], ...] = ()
    sorts: Sorts = ()


@dataclass(frozen=True)
class Arrangement:
    """Positions of the rows to be shown, in order, and where each key stands among them."""

    shown: tuple[int, ...] = ()
    places: dict[Hashable, int] | None = None


class Rows(Generic[R]):
    """Rows with what is computed of them once: texts, folded texts, keys and orders."""

    def __init__(
        self,
        rows: Sequence[R],
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
    ) -> None:
        """Compute nothing yet."""
        self.rows = tuple(rows)
        self._columns = tuple(columns)
        self._key = key
        self._texts: list[tuple[str, ...] | None] = [None] * len(self.rows)
        self._folded: list[str | None] = [None] * len(self.rows)
        self._orders: dict[Sorts, Sequence[int]] = {(): range(len(self.rows))}
        self._sort_keys: dict[int, list[Any]] = {}

    def texts(self, at: int) -> tuple[str, ...]:
        """Return the texts of every column of a row."""
        texts = self._texts[at]
        if texts is None:
            row = self.rows[at]
            texts = self._texts[at] = tuple(column.text(row) for column in self._columns)
        return texts

    def retype(self, at: int, section: int, text: str) -> None:
        """Show another text in one cell until the rows come anew."""
        texts = list(self.texts(at))
        texts[section] = text
        self._texts[at] = tuple(texts)

    def folded(self, at: int) -> str:
        """Return what is searched of a row."""
        text = self._folded[at]
        if text is None:
            found = zip(self._columns, self.texts(at), strict=True)
            text = folded("\n".join(part for column, part in found if column.is_searched))
            self._folded[at] = text
        return text

    def parts(self) -> Iterator[object]:
        """Yield all that is held, for whoever lets go of it little by little."""
        yield from self.rows
        yield from self._texts
        yield from self._folded

    def warm(self) -> Generator[None, None, None]:
        """Compute what a search needs before somebody types."""
        for at in range(len(self.rows)):
            self.folded(at)
            if at % ROWS_IN_A_STEP == 0:
                yield

    def arrange(self, wish: Wish[R]) -> Generator[None, None, Arrangement]:
        """Work out what is shown, yielding after each step."""
        order = yield from self._ordered(wish.sorts)
        shown: list[int] = []
        places: dict[Hashable, int] = {}
        for start in range(0, len(order), ROWS_IN_A_STEP):
            part = [at for at in order[start : start + ROWS_IN_A_STEP] if self._passes(at, wish)]
            places.update((self._key(self.rows[at]), len(shown) + n) for n, at in enumerate(part))
            shown += part
            yield
        return Arrangement(tuple(shown), places)

    def _passes(self, at: int, wish: Wish[R]) -> bool:
        row = self.rows[at]
        if not all(accepts(row) for accepts in wish.accepts):
            return False
        if not wish.search:
            return True
        text = self.folded(at)
        return all(word in text for word in wish.search)

    def _ordered(self, sorts: Sorts) -> Generator[None, None, Sequence[int]]:
        """Order by every column chosen, the last chosen most: each sort is stable."""
        known = self._orders.get(sorts)
        if known is None:
            before = yield from self._ordered(sorts[:-1])
            section, goes_down = sorts[-1]
            keys = yield from self._keys(section)
            known = yield from _sorted(before, keys, goes_down=goes_down)
            self._orders[sorts] = known
        return known

    def _keys(self, section: int) -> Generator[None, None, list[Any]]:
        if section in self._sort_keys:
            return self._sort_keys[section]
        given = self._columns[section].sort_key
        keys: list[Any] = []
        for at, row in enumerate(self.rows):
            keys.append(sort_text(self.texts(at)[section]) if given is None else given(row))
            if at % ROWS_IN_A_STEP == 0:
                yield
        self._sort_keys[section] = keys
        return keys


def _sorted(
    order: Sequence[int], keys: Sequence[Any], *, goes_down: bool
) -> Generator[None, None, Sequence[int]]:
    """Sort parts, then merge them: one sort of them all would hold the window up."""
    parts: list[Iterable[int]] = []
    for start in range(0, len(order), SORTED_AT_ONCE):
        part = order[start : start + SORTED_AT_ONCE]
        parts.append(sorted(part, key=keys.__getitem__, reverse=goes_down))
        yield
    found: list[int] = []
    for at in merge(*parts, key=keys.__getitem__, reverse=goes_down):
        found.append(at)
        if len(found) % SORTED_AT_ONCE == 0:
            yield
    return found
