"""What one column of a list shows of a row."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from _typeshed import SupportsRichComparison

    from jurydesk.ui.theme.tokens import Tone

R = TypeVar("R")
_SIGNS = re.compile(r"[\W_]+")
"""Whatever is neither letter nor figure, accents that stand alone included."""
Side = Literal["left", "right", "centre"]


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: `text` is shown and searched; `sort_key` orders (default: its letters).

    A chip column paints its text on the soft ground of `tone`. `width` is in letters; the column
    with `stretches` takes what is left.
    """

    name: str
    title: str
    text: Callable[[R], str]
    sort_key: Callable[[R], SupportsRichComparison] | None = None
    side: Side = "left"
    tooltip: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    tone: Callable[[R], Tone] | None = None
    is_chip: bool = False
    is_tabular: bool = False
    is_hidden: bool = False
    is_searched: bool = True
    stretches: bool = False
    width: int = 14
    ground: Callable[[R], Tone | None] | None = None
    """Tone of the soft ground of a cell that asks to be looked at."""
    is_editable: Callable[[R], bool] | None = None
    """Whether the cell of a row may be typed into."""


class _BareLetters(dict[int, int | None]):
    """Takes accents away from letters that were taken apart; what a sign is, is asked once."""

    def __missing__(self, sign: int) -> int | None:
        """Return the sign, or None for one that only stands over or under another."""
        kept = None if unicodedata.combining(chr(sign)) else sign
        self[sign] = kept
        return kept


_BARE = _BareLetters()


def folded(text: str) -> str:
    """Return the text without case or accents, as people search and sort names."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_BARE)


@lru_cache(maxsize=1 << 16)
def sort_text(text: str) -> str:
    """Return the letters and figures of a text, as a French list is in order: É is E, d’A is DA."""
    return _SIGNS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def name_key(family: str, first: str) -> tuple[str, str]:
    """Return a sort key of a person: MARTIN Paul stands before MARTINE Alice."""
    return (sort_text(family), sort_text(first))


def nothing_last(value: date | None) -> tuple[bool, int]:
    """Return a sort key that puts rows without a date after the others."""
    return (value is None, value.toordinal() if value else 0)
