"""The questions that repositories answer, and how many queries each answer takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from jurydesk.domain.certification import Certification
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.services.search import matching
from tests.db.office import DAY, NINE, Office, a_session, furnish

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace


@pytest.fixture
def office(unit: SqlUnitOfWork) -> Office:
    return furnish(unit)


def candidates(unit: SqlUnitOfWork, query: str) -> tuple[Candidate, ...]:
    return matching(unit, unit.candidates, Kind.CANDIDATE, query=query)


def examiners(unit: SqlUnitOfWork, query: str) -> tuple[Examiner, ...]:
    return matching(unit, unit.examiners, Kind.EXAMINER, query=query)


@contextmanager
def counted_queries(workspace: Workspace) -> Iterator[list[str]]:
    """Collect the statements that are sent, transactions apart."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(workspace.engine, "before_cursor_execute", note)
    yield statements
    event.remove(workspace.engine, "before_cursor_execute", note)


def test_a_candidate_is_found_however_it_is_written(unit: SqlUnitOfWork) -> None:
    wanted = Candidate("Đỗ", ("Jean-Noël",), email="JN.Do@exemple.fr", phone="+33612345678")
    found = unit.candidates.add(wanted)
    unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
    queries = (
        "do",
        "Đỗ",
        "jean noel",
        "NOËL đỗ",
        "Jean-Noël",
        "06 12 34 56 78",
        "+33612345678",
        "0612345678",
        "jn.do@exemple.fr",
        "  do   jean ",
    )
    assert {query: candidates(unit, query) for query in queries} == dict.fromkeys(queries, (found,))


def test_a_search_takes_every_word_as_it_is(unit: SqlUnitOfWork) -> None:
    unit.candidates.add(Candidate("Đỗ", ("Jean-Noël",)))
    unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
    queries = ("ophélie do", "%", "_", "\\", "leg%d", "’", "egrand")
    assert {query: candidates(unit, query) for query in queries} == dict.fromkeys(queries, ())


def test_an_empty_search_finds_everybody(unit: SqlUnitOfWork, office: Office) -> None:
    assert candidates(unit, " ") == office.candidates
    assert examiners(unit, "") == office.examiners


def test_an_examiner_is_found_by_organisation(unit: SqlUnitOfWork, office: Office) -> None:
    unit.examiners.add(Examiner("Peyrat", "Bruno"))
    assert examiners(unit, "orsted clemence") == office.examiners


def test_a_changed_name_is_found_under_the_new_one(unit: SqlUnitOfWork, office: Office) -> None:
    saved = unit.candidates.save(replace(office.candidates[1], birth_name="Ávila"))
    assert candidates(unit, "avila") == (saved,)
    assert candidates(unit, "legrand") == ()


def test_more_are_found_than_one_question_may_name(
    unit: SqlUnitOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = tuple(unit.candidates.add(Candidate("Legrand", ("Ana",))) for _ in range(5))
    monkeypatch.setattr("jurydesk.services.search.AT_ONCE", 2)
    assert candidates(unit, "legrand") == people


def test_some_come_in_the_order_of_their_numbers(unit: SqlUnitOfWork, office: Office) -> None:
    first, _, third = office.candidates
    assert unit.candidates.some([third.id, first.id, first.id, 999]) == (first, third)
    assert unit.candidates.some([]) == ()


def test_candidacies_of_a_person_and_of_a_sheet(unit: SqlUnitOfWork, office: Office) -> None:
    assert unit.candidacies.of_candidate(office.candidates[1].id) == office.candidacies[1:2]
    assert unit.candidacies.for_certification("RNCP40642") == office.candidacies
    assert unit.candidacies.for_certification("RNCP1") == ()


def test_a_sheet_by_its_code(unit: SqlUnitOfWork, office: Office) -> None:
    assert unit.certifications.by_code("RNCP40642") == office.certification
    assert unit.certifications.by_code("RNCP1") is None


def test_ties_of_candidates_and_of_an_examiner(unit: SqlUnitOfWork, office: Office) -> None:
    candidates = [candidate.id for candidate in office.candidates]
    assert unit.ties.of_candidates(candidates) == (office.tie,)
    assert unit.ties.of_candidates(candidates[1:]) == ()
    assert unit.ties.of_examiner(office.tie.examiner_id) == (office.tie,)


def test_sessions_by_code_and_by_day(unit: SqlUnitOfWork, office: Office) -> None:
    assert unit.sessions.by_code("2026-12-A") == office.session
    assert unit.sessions.by_code("2026-12-B") is None
    assert unit.sessions.on_days([DAY]) == (office.session,)
    assert unit.sessions.on_days([date(2026, 12, 15)]) == ()


def test_the_deliberation_of_a_session(unit: SqlUnitOfWork, office: Office) -> None:
    assert unit.deliberations.of_session(office.session.id) == office.deliberation
    assert unit.deliberations.of_session(office.session.id + 1) is None


def test_minutes_of_a_session_and_numbers_of_a_year(
    unit: SqlUnitOfWork, office: Office, sealed: Callable[..., object]
) -> None:
    first = unit.minutes.add(sealed(office.session.id, "PV-2026-001", NINE))
    second = unit.minutes.add(sealed(office.session.id, "PV-2026-002", NINE, amends="PV-2026-001"))
    later = unit.minutes.add(sealed(office.session.id, "PV-2027-001", NINE.replace(year=2027)))
    assert unit.minutes.of_session(office.session.id) == (first, second, later)
    assert unit.minutes.numbers_of_year(2026) == ("PV-2026-001", "PV-2026-002")
    assert unit.minutes.numbers_of_year(2027) == ("PV-2027-001",)
    assert unit.minutes.numbers_of_year(2025) == ()


@pytest.mark.parametrize("sessions", [1, 3])
def test_sessions_take_eight_queries_however_many(
    shared_workspace: Workspace, unit: SqlUnitOfWork, office: Office, sessions: int
) -> None:
    for number in range(1, sessions):
        unit.sessions.add(a_session(f"2027-{number}", office.candidacies, office.examiners))
    with counted_queries(shared_workspace) as statements:
        assert len(unit.sessions.all()) == sessions
    assert len(statements) == 8


@pytest.mark.parametrize("people", [1, 3])
def test_people_take_as_many_queries_as_they_have_tables(
    shared_workspace: Workspace, unit: SqlUnitOfWork, people: int
) -> None:
    for number in range(people):
        unit.certifications.add(Certification(f"RNCP{number}", "Titre"))
        unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
    examiners = [unit.examiners.add(Examiner("Peyrat", "Bruno")).id for _ in range(people)]
    with counted_queries(shared_workspace) as statements:
        counts = [len(unit.certifications.all()), len(unit.candidates.all())]
        counts.append(len(unit.examiners.some(examiners)))
    assert counts == [people] * 3
    assert len(statements) == 1 + 1 + 4


def test_saving_a_session_takes_a_fixed_number_of_queries(
    shared_workspace: Workspace, unit: SqlUnitOfWork, office: Office
) -> None:
    moved = replace(office.session.hearings[0], start=NINE.replace(hour=8))
    unit._database.expunge_all()
    with counted_queries(shared_workspace) as statements:
        unit.sessions.save(replace(office.session, hearings=(moved,)))
    reads, deletes, inserts, update = 1 + 7, 7, 7, 1
    assert len(statements) == reads + deletes + inserts + update
