"""Whether a sheet of results is of this session, and a line of the person whom it names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING

from jurydesk.exchange.folding import fold
from jurydesk.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jurydesk.domain.people import Candidate
    from jurydesk.errors import Figure
    from jurydesk.exchange.workbook import RawSheet
    from jurydesk.services.results_columns import Kind

_SHEETS = ("HEARINGS", "JURORS", "INCIDENTS")
_APOSTROPHES = str.maketrans(dict.fromkeys("ʼʹʻˈ′", "'"))
"""Signs typed for an apostrophe that count as letters."""


@dataclass(frozen=True, slots=True)
class UnreadSheet:
    """One sheet of the file that could not be taken for results of this session, and why."""

    sheet: str
    code: str
    figures: Mapping[str, Figure]


def why_unread(
    sheet: RawSheet, *, kind: Kind | None, headings: int, session: str
) -> UnreadSheet | None:
    """Return what keeps a sheet from being read; `headings` is the row of its headings."""
    if kind is None:
        return UnreadSheet(sheet.title, "RESULTS-NO-HEADINGS", {"sheet": sheet.title})
    titles = tuple(cell.text for row in sheet.rows if row.number < headings for cell in row.filled)
    if any(fold(title) in _titles_of(session) for title in titles):
        return None
    figures: dict[str, Figure] = {"sheet": sheet.title, "session": session}
    named = next((title for title in titles if _names_a_session(title)), "")
    if named:
        return UnreadSheet(sheet.title, "RESULTS-OTHER-SESSION", figures | {"title": named})
    return UnreadSheet(sheet.title, "RESULTS-NO-TITLE", figures)


def is_named(candidate: Candidate, written: str) -> bool:
    """Tell whether that is a name of the person: whatever the order, the case or the accents.

    The birth name or the usage name, with the first name that is used or with all of them.
    """
    words = _words(written)
    families = filter(None, (candidate.birth_name, candidate.usage_name))
    firsts = (candidate.first_name, " ".join(candidate.first_names))
    for family, first in product(families, firsts):
        # Without spaces, « D'Artagnan » is « DARTAGNAN » as well
        known = _words(f"{family} {first}")
        other_way = _words(f"{first} {family}")
        if sorted(words) == sorted(known):
            return True
        if "".join(words) in {"".join(known), "".join(other_way)}:
            return True
    return False


def _words(name: str) -> list[str]:
    return fold(name.translate(_APOSTROPHES)).split()


def _sheet_names() -> Iterator[str]:
    return chain.from_iterable(
        (fold(Wording(language).text(f"RESULT-SHEET-{name}")) for name in _SHEETS)
        for language in LANGUAGES
    )


def _titles_of(session: str) -> frozenset[str]:
    """Return the titles that a sheet of the session bears, as they are compared."""
    code = fold(session)
    return frozenset({code, *(f"{name} {code}".strip() for name in _sheet_names())})


def _names_a_session(title: str) -> bool:
    return fold(title).startswith(tuple(f"{name} " for name in _sheet_names()))
