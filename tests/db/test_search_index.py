"""The words that the database keeps for the search, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.db.queries import table_of
from jurydesk.db.search_key import search_words, wanted_words
from jurydesk.db.tables import SearchWordRow
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.services.ports import Found
from tests.db.conftest import opened
from tests.db.test_schema import scripts

if TYPE_CHECKING:
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
    for query in ("%", "_", "*", "l%", "l_grand", "\\"):
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


def test_what_was_stored_before_is_found(address: str, clock: StandingClock) -> None:
    """The migration makes the same words as the repositories do."""
    with opened(address, clock) as workspace, workspace.open_unit() as unit:
        unit.candidates.add(Candidate("N’Diaye", ("Zoé",), phone="+33612345678"))
        unit.examiners.add(Examiner("Le Goff", "Anne", organisation="Canal", email="a.b@c.fr"))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    engine = open_engine(locate(address))
    table = table_of(SearchWordRow)
    with engine.begin() as connection:
        before = set(connection.execute(select(table)).all())
        connection.execute(text("DELETE FROM search_word"))
        scripts().get_revision("0005").module._fill(connection)
        assert set(connection.execute(select(table)).all()) == before
    engine.dispose()
