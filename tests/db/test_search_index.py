"""The words that the database keeps for the search, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import MetaData, Table, select, text

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.db.queries import table_of
from jurydesk.db.search_key import search_key, search_words, wanted_words
from jurydesk.db.tables import SearchWordRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.services.ports import Found
from tests.db.conftest import opened

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from tests.db.conftest import StandingClock

PEOPLE = (Kind.CANDIDATE, Kind.EXAMINER)


def kept(unit: SqlUnitOfWork, kind: Kind, number: int) -> set[str]:
    table = table_of(SearchWordRow)
    query = select(table.c.word).where(table.c.kind == kind.value, table.c.id == number)
    return set(unit._database.scalars(query))


def test_words_follow_the_entity(unit: SqlUnitOfWork) -> None:
    person = unit.candidates.add(Candidate("N’Diaye", ("Zoé",), email="z.n@exemple.fr"))
    words = {"n", "diaye", "zoe", "ndiaye", "diayezoe", "z.n@exemple.fr", "z", "zoez.n@exemple.fr"}
    assert kept(unit, Kind.CANDIDATE, person.id) == words
    saved = unit.candidates.save(replace(person, birth_name="Martin", email=""))
    assert kept(unit, Kind.CANDIDATE, person.id) == set(search_words("martin zoe"))
    unit.candidates.remove(saved.id)
    assert kept(unit, Kind.CANDIDATE, person.id) == set()


def test_every_word_must_begin_something_in_any_order(unit: SqlUnitOfWork) -> None:
    one = unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
    unit.candidates.add(Candidate("Legrand", ("Mathéo",)))
    for query in ("legrand oph", "oph leg", "Ophé LEGRAND"):
        found = unit.search.find(query, kinds=PEOPLE, most=5)
        assert found == (Found(Kind.CANDIDATE, one.id),)


def test_a_rare_word_starts_the_search(unit: SqlUnitOfWork) -> None:
    for number in range(40):
        unit.candidates.add(Candidate(f"Aa{number}", ("Anne",)))
    wanted = unit.candidates.add(Candidate("Zola", ("Anne",)))
    found = unit.search.find("a zo", kinds=PEOPLE, most=5)
    assert found == (Found(Kind.CANDIDATE, wanted.id),)


def test_most_is_kept_and_nobody_comes_twice(unit: SqlUnitOfWork) -> None:
    numbers = [unit.candidates.add(Candidate("Anne", ("Anna", "Annabelle"))).id for _ in range(9)]
    found = unit.search.find("ann", kinds=PEOPLE, most=4)
    assert [one.id for one in found] == numbers[:4]


def test_signs_of_a_pattern_are_letters(unit: SqlUnitOfWork) -> None:
    unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
    for query in ("%", "_", "*", "l%d", "l_grand", "\\"):
        assert unit.search.find(query, kinds=PEOPLE, most=5) == ()


def test_letters_beyond_latin_are_found(unit: SqlUnitOfWork) -> None:
    one = unit.candidates.add(Candidate("Łukasik", ("Ewa",)))
    two = unit.candidates.add(Candidate("Đỗ", ("Văn",)))
    three = unit.candidates.add(Candidate("Иванова", ("Ольга",)))
    for query, person in (("lukas", one), ("do van", two), ("ива", three)):
        found = unit.search.find(query, kinds=PEOPLE, most=5)
        assert found == (Found(Kind.CANDIDATE, person.id),)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("06 12 34", ("061234",)),
        ("+33 (6) 12.34", ("+3361234",)),
        ("12 rue", ("12", "rue")),
        ("Jean-Noël jean", ("jean", "noel")),
        ("", ()),
    ],
)
def test_what_a_query_asks_for(query: str, words: tuple[str, ...]) -> None:
    assert wanted_words(query) == words


PERSON = {
    "first_names": '["Zoé"]',
    "birth_name": "N’Diaye (Durand)",
    "last_name": "Le Goff",
    "first_name": "=Anne",
    "organisation": "Canal+/Arte",
    "email": "a.b@c.fr",
    "phone": "+33612345678",
}


def earlier_row(connection: Connection, table: str, key: str) -> None:
    """Add a person to a table of an earlier version, whatever columns it has."""
    found = Table(table, MetaData(), autoload_with=connection)
    empty: dict[type, object] = {str: "", int: 0, bool: False}
    values = {
        column.name: PERSON.get(column.name, empty.get(column.type.python_type, "[]"))
        for column in found.columns
        if not column.nullable and column.name != "id"
    }
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    query = text(f"INSERT INTO {table} ({names}) VALUES ({marks})")
    connection.execute(query, values | {"search_key": key})


def test_what_was_stored_before_is_found(address_before_words: str, clock: StandingClock) -> None:
    """The migrations make all the words that the repositories do."""
    candidate = Candidate(
        PERSON["birth_name"], ("Zoé",), email=PERSON["email"], phone=PERSON["phone"]
    )
    examiner = Examiner(
        PERSON["last_name"], PERSON["first_name"], organisation=PERSON["organisation"],
        email=PERSON["email"], phone=PERSON["phone"],
    )  # fmt: skip
    engine = open_engine(locate(address_before_words))
    with engine.begin() as connection:
        key = search_key(candidate.birth_name, "Zoé", candidate.email, phone=candidate.phone)
        earlier_row(connection, "candidate", key)
        names = (examiner.last_name, examiner.first_name, examiner.organisation)
        key = search_key(*names, examiner.email, phone=examiner.phone)
        earlier_row(connection, "examiner", key)
    engine.dispose()
    with opened(address_before_words, clock) as workspace, workspace.open_unit() as unit:
        added = unit.candidates.add(candidate).id, unit.examiners.add(examiner).id
        for kind, number in zip(PEOPLE, added, strict=True):
            assert set() != kept(unit, kind, number) <= kept(unit, kind, number - 1)


@pytest.fixture
def address_before_words(earlier_version: Callable[[str], str]) -> str:
    """A workspace of the version before the index of words."""
    return earlier_version("0004")
