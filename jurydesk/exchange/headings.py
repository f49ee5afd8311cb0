"""Finds the row of headings under the titles, and which column holds which field."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as of
from difflib import SequenceMatcher
from functools import cache, lru_cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from jurydesk.exchange.folding import fold
from jurydesk.exchange.readings import ColumnUse, Found, Issue
from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet, column_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from jurydesk.exchange.fields import Layout

SEARCHED_ROWS = 40
FEWEST_HEADINGS = 3
LIKELY = 0.65
"""From that score on a heading is taken for a field."""
_GIVEN = 2.0
_EXACT, _LOOSE, _RIVAL, _SECOND, _BY_CONTENT = 1.0, 0.95, 0.9, 0.6, 0.5
_TYPO = 0.86
_SHORTEST_TYPO = 5
_SHORTEST_PART = 3
UNUSED = "number"
"""Row numbers and remarks of our own report: any number of columns, none taken over."""
_MAJORITY = 0.6
_SAMPLE = 40
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class _Guess:
    score: float
    position: int
    field: str
    found: Found


def layout_of(header: RawRow) -> str:
    """Return what tells this layout from others: a digest of its headings in their order."""
    headings = "\x1f".join(f"{cell.column}={fold(cell.text)}" for cell in header.filled)
    return sha256(headings.encode()).hexdigest()[:16]


def find_header(
    sheet: RawSheet,
    layout: Layout,
    mapping: Mapping[str, str] | None = None,
    known_layouts: Container[str] = (),
) -> RawRow | None:
    """Return the row that names the most fields, the first one of equals; None: no row does.

    A layout met before decides at once. Headings known word for word are looked for next: likeness
    is costly over a whole sheet.
    """
    rows = sheet.rows[:SEARCHED_ROWS]
    met = next((row for row in rows if layout_of(row) in known_layouts), None)
    if met is not None:
        return met
    known = _exact_fields(layout) | {fold(name): field for name, field in (mapping or {}).items()}
    # In a sheet without headings the same words stand in many rows
    likeliest = cache(partial(_likeliest, layout=layout))
    return _richest(rows, lambda heading: known.get(heading, "")) or _richest(rows, likeliest)


def _richest(rows: Iterable[RawRow], name: Callable[[str], str]) -> RawRow | None:
    best: RawRow | None = None
    most = FEWEST_HEADINGS - 1
    for row in rows:
        texts = (cell.value for cell in row.filled if isinstance(cell.value, str))
        headings = {fold(text) for text in texts if len(text) <= _LONGEST_HEADING}
        count = len({name(heading) for heading in headings} - {""})
        if count > most:
            best, most = row, count
    return best


def _exact_fields(layout: Layout) -> dict[str, str]:
    return {
        heading.removeprefix("="): field
        for field, headings in layout.headings.items()
        for heading in headings
    }


def _likeliest(heading: str, layout: Layout) -> str:
    scores = {field: heading_score(heading, known) for field, known in layout.headings.items()}
    best = max(scores, key=lambda field: scores[field])
    return best if scores[best] >= LIKELY else ""


@dataclass(frozen=True, slots=True)
class Given:
    """Fields that a person gave to columns: by number, by heading or letter, in earlier files."""

    by_number: Mapping[int, str] = of(default_factory=dict)
    by_heading: Mapping[str, str] = of(default_factory=dict)
    remembered: Mapping[str, str] = of(default_factory=dict)


def map_columns(
    header: RawRow, sheet: RawSheet, layout: Layout, said: Given | None = None
) -> tuple[ColumnUse, ...]:
    """Say for each column which field it holds; what a person gave decides where it speaks."""
    samples = sheet.below(header.number)[:_SAMPLE]
    positions = _positions(header, samples)
    given = _all_given(header, positions, said or Given())
    guesses = [_Guess(_GIVEN, at, name, found) for at, (name, found) in given.items() if name]
    for position in positions:
        if position not in given:
            guesses += _guesses(header.cell(position), samples, layout)
    chosen = _assign(guesses)
    wanted = {guess.position for guess in guesses}

    def refused(at: int) -> Found:
        return given[at][1] if at in given else Found.NOT_FOUND

    return tuple(
        _column_use(header, at, chosen.get(at), Found.DUPLICATE if at in wanted else refused(at))
        for at in positions
    )


def missing_fields(columns: Iterable[ColumnUse], layout: Layout) -> tuple[Issue, ...]:
    """Say which columns the roster cannot do without and does not have."""
    there = {column.field for column in columns}
    return tuple(Issue(code, grave=True) for code, group in layout.needed if not group & there)


def heading_score(heading: str, known: Iterable[str]) -> float:
    """Tell how well a folded heading fits the ones known for a field, from 0 to 1."""
    return max((_score(heading, synonym) for synonym in known), default=0.0)


def _score(heading: str, synonym: str) -> float:
    """Score one known heading; one that starts with = must be the whole heading."""
    if heading == synonym.removeprefix("="):
        return _EXACT
    if synonym.startswith("="):
        return 0.0
    spoken, needed = _words(heading), _words(synonym)
    if len(synonym) >= _SHORTEST_PART and needed <= spoken:
        return 0.6 + 0.3 * len(needed) / len(spoken) + 0.05 * len(synonym) / len(heading)
    if min(len(heading), len(synonym)) < _SHORTEST_TYPO:
        return 0.0
    shorter, both = min(len(heading), len(synonym)), len(heading) + len(synonym)
    if heading[0] != synonym[0] or 2 * shorter / both < _TYPO:
        # Far quicker to see than a likeness, which is costly over a whole sheet
        return 0.0
    likeness = SequenceMatcher(None, heading, synonym).ratio()
    return 0.9 * likeness if likeness >= _TYPO else 0.0


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """Split once what is compared with every cell."""
    return frozenset(text.split())


def _positions(header: RawRow, samples: Sequence[RawRow]) -> tuple[int, ...]:
    used = {cell.column for cell in header.filled}
    used |= {cell.column for row in samples for cell in row.filled}
    return tuple(sorted(used))


def _all_given(
    header: RawRow, positions: Iterable[int], said: Given
) -> dict[int, tuple[str, Found]]:
    """Join what was given; what was said now is stronger than what was said last time."""
    everywhere = tuple(positions)
    joined = {
        at: (name, Found.REMEMBERED)
        for at, name in _given(header, everywhere, said.remembered).items()
    }
    now = _given(header, everywhere, said.by_heading) | dict(said.by_number)
    newly = {at: (name, Found.MAP) for at, name in now.items() if at in everywhere}
    taken = {name for name, _ in newly.values()}
    kept = {at: one for at, one in joined.items() if one[0] not in taken}
    return kept | newly


def _given(header: RawRow, positions: Iterable[int], mapping: Mapping[str, str]) -> dict[int, str]:
    """Read the person's map: a heading, or the letter of a column without one, and its field."""
    by_heading = {fold(name): field for name, field in mapping.items()}
    given: dict[int, str] = {}
    for position in positions:
        heading = fold(header.cell(position).text)
        letter = column_letter(position)
        if heading and heading in by_heading:
            given[position] = by_heading[heading]
        elif letter in mapping:
            given[position] = mapping[letter]
    return given


def _guesses(cell: RawCell, samples: Sequence[RawRow], layout: Layout) -> list[_Guess]:
    heading = fold(cell.text)
    texts = [row.cell(cell.column).text for row in samples]
    scores = _scores(heading, layout) if heading else {}
    rivals = {rival for field in scores for rival in layout.rivals.get(field, ())}
    found = dict.fromkeys(scores, Found.HEADING)
    for field, test in layout.contents.items():
        if (field in rivals or not scores or field in found) and _mostly(texts, test):
            if field in rivals:
                # What stands in the column says more than a heading of many meanings
                scores = {f: score * _SECOND for f, score in scores.items()}
            if field not in found:
                scores[field] = _RIVAL if field in rivals else _BY_CONTENT
                found[field] = Found.CONTENT
    return [_Guess(score, cell.column, str(f), found[f]) for f, score in scores.items()]


def _scores(heading: str, layout: Layout) -> dict[str, float]:
    scores = {field: heading_score(heading, known) for field, known in layout.headings.items()}
    likely = {field: score for field, score in scores.items() if score >= LIKELY}
    if heading in layout.second:
        likely = {field: score * _LOOSE for field, score in likely.items()}
        likely.setdefault(layout.second[heading], _SECOND)
    return likely


def _mostly(texts: Iterable[str], test: Callable[[str], bool]) -> bool:
    filled = [text for text in texts if text.strip()]
    return bool(filled) and sum(map(test, filled)) >= _MAJORITY * len(filled)


def _assign(guesses: Iterable[_Guess]) -> dict[int, _Guess]:
    """Give each field its best column and each column its best field."""
    chosen: dict[int, _Guess] = {}
    taken: set[str] = set()
    # The surest first; of equals the leftmost, as one reads
    for guess in sorted(guesses, key=lambda guess: (-guess.score, guess.position)):
        if guess.position not in chosen and guess.field not in taken - {UNUSED}:
            chosen[guess.position] = guess
            taken.add(guess.field)
    return chosen


def _column_use(header: RawRow, position: int, guess: _Guess | None, why: Found) -> ColumnUse:
    letter = column_letter(position)
    heading = " ".join(header.cell(position).text.split())
    if guess is not None:
        return ColumnUse(position, letter, heading, guess.field, guess.found)
    return ColumnUse(position, letter, heading, "", why)
