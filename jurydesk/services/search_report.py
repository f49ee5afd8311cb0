"""A search as a list to read: each person, session and sheet once, and what of it matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.changes import Kind
from jurydesk.exchange.folding import fold
from jurydesk.services.search import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jurydesk.services.ports import Desk, UnitOfWork

MOST_OF_A_KIND = 50
PHONE = "phone"
FRANCE = "33"


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One thing found; `number` is what other commands call it by."""

    kind: Kind
    number: int
    """Of the candidate, the examiner, the session or the sheet."""
    code: str
    """Of the session or the sheet; of a candidate, the certifications aimed at."""
    name: str
    matched: tuple[str, ...]
    """Names of the fields in which words of the query begin a word."""


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What was found, the closest of each kind first."""

    lines: tuple[FoundLine, ...]
    left_off: tuple[Kind, ...] = ()
    """Kinds of which more would match."""


def report_search(desk: Desk, *, query: str, most: int = MOST_OF_A_KIND) -> SearchReport:
    """Return what every word of the query begins: at most so many of a kind."""
    with desk.open_unit() as unit:
        found = unit.search.find(query, kinds=KINDS, most=most + 1)
        lines = tuple(
            line
            for kind in KINDS
            for line in _READERS[kind](unit, [one.id for one in found if one.kind is kind][:most])
        )
    counts = {kind: sum(one.kind is kind for one in found) for kind in KINDS}
    left_off = tuple(kind for kind, count in counts.items() if count > most)
    return SearchReport(tuple(_explained(line, fields, query) for line, fields in lines), left_off)


Read = tuple[FoundLine, "Mapping[str, str]"]


def _candidates(unit: UnitOfWork, numbers: list[int]) -> Iterator[Read]:
    people = {person.id: person for person in unit.candidates.some(numbers)}
    paths = unit.candidacies.of_candidates(numbers)
    for number in numbers:
        one = people[number]
        aims = dict.fromkeys(path.certification for path in paths if path.candidate_id == number)
        fields = {
            "birth_name": one.birth_name,
            "first_names": " ".join(one.first_names),
            "usage_name": one.usage_name,
            "email": one.email,
            PHONE: one.phone,
        }
        yield FoundLine(Kind.CANDIDATE, number, ", ".join(aims), one.full_name, ()), fields


def _examiners(unit: UnitOfWork, numbers: list[int]) -> Iterator[Read]:
    pool = {examiner.id: examiner for examiner in unit.examiners.some(numbers)}
    for number in numbers:
        one = pool[number]
        fields = {
            "last_name": one.last_name,
            "first_name": one.first_name,
            "organisation": one.organisation,
            "email": one.email,
            PHONE: one.phone,
        }
        yield FoundLine(Kind.EXAMINER, number, "", one.full_name, ()), fields


def _sessions(unit: UnitOfWork, numbers: list[int]) -> Iterator[Read]:
    sessions = {session.id: session for session in unit.sessions.some(numbers)}
    for number in numbers:
        one = sessions[number]
        judged = " · ".join(one.certifications)
        fields = {"code": one.code, "certification": judged}
        yield FoundLine(Kind.SESSION, number, one.code, judged, ()), fields


def _certifications(unit: UnitOfWork, numbers: list[int]) -> Iterator[Read]:
    sheets = {sheet.id: sheet for sheet in unit.certifications.some(numbers)}
    for number in numbers:
        one = sheets[number]
        fields = {"code": one.code, "title": one.title}
        yield FoundLine(Kind.CERTIFICATION, number, one.code, one.title, ()), fields


_READERS = {
    Kind.CANDIDATE: _candidates,
    Kind.EXAMINER: _examiners,
    Kind.SESSION: _sessions,
    Kind.CERTIFICATION: _certifications,
}


def _explained(line: FoundLine, fields: Mapping[str, str], query: str) -> FoundLine:
    matched = tuple(name for name, text in fields.items() if _holds(name, text, query))
    return FoundLine(line.kind, line.number, line.code, line.name, matched)


def _holds(name: str, text: str, query: str) -> bool:
    digits = "".join(filter(str.isdecimal, query))
    if name == PHONE:
        given = "".join(filter(str.isdecimal, text))
        return bool(digits) and any(one.startswith(digits) for one in _dialled(given))
    return any(_begins(fold(text), word) for word in fold(query).split())


def _dialled(given: str) -> Iterable[str]:
    """Return a number as it is kept and as it is dialled in France."""
    return given, f"0{given.removeprefix(FRANCE)}"


def _begins(text: str, word: str) -> bool:
    """Tell whether a word begins one of the text, or the text written in one (Le Goff, legoff)."""
    return f" {word}" in f" {text}" or text.replace(" ", "").startswith(word)
