"""What one column of a list shows of a row."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from _typeshed import SupportsRichComparison

    from jurydesk.ui.theme.tokens import Tone

R = TypeVar("R")
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


class _Kept(dict[str, str]):
    """Remembers which signs are kept: twenty thousand rows are folded before one can search."""

    def __init__(self, keeps: Callable[[str], bool]) -> None:
        """Remember nothing yet."""
        super().__init__()
        self._keeps = keeps

    def __missing__(self, sign: str) -> str:
        """Find out once about each sign."""
        kept = self[sign] = sign if self._keeps(sign) else ""
        return kept

    def of(self, text: str) -> str:
        """Return the text without the signs that are not kept."""
        return "".join([self[sign] for sign in text])


_WITHOUT_ACCENTS = _Kept(lambda sign: not unicodedata.combining(sign))
_ALPHANUMERIC = _Kept(str.isalnum)


def folded(text: str) -> str:
    """Return the text without case or accents, as people search and sort names."""
    return _WITHOUT_ACCENTS.of(unicodedata.normalize("NFKD", text.casefold()))


def sort_text(text: str) -> str:
    """Return the letters and figures of a text, as a French list is in order: É is E, d’A is DA."""
    return _ALPHANUMERIC.of(folded(text))


def name_key(family: str, first: str) -> tuple[str, str]:
    """Return a sort key of a person: MARTIN Paul stands before MARTINE Alice."""
    return (sort_text(family), sort_text(first))


def nothing_last(value: date | None) -> tuple[bool, int]:
    """Return a sort key that puts rows without a date after the others."""
    return (value is None, value.toordinal() if value else 0)
