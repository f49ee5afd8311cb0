"""How many questions the list of candidates asks, on both databases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.acquisitions import Acquisition
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Block, Certification
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import rows_of
from jurydesk.services.ledger_entries import entries_of
from tests.db.test_repositories import counted_queries

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace

TODAY = date(2026, 11, 23)
QUESTIONS = 9
CODE = "RNCP34316"
BLOCKS = tuple(Block(f"{CODE}BC0{number}", "Titre") for number in (1, 2))


def add(unit: SqlUnitOfWork, number: int) -> Candidate:
    person = unit.candidates.add(Candidate(f"Legrand{number}", ("Ophélie",)))
    unit.candidacies.add(Candidacy(person.id, CODE, AccessRoute.EXPERIENCE))
    evidence = "attestation"
    unit.acquisitions.add(Acquisition(person.id, CODE, BLOCKS[0].code, None, None, evidence, "Ana"))
    return person


@pytest.mark.parametrize("people", [1, 3])
def test_blocks_left_are_read_once_for_all_rows(
    shared_workspace: Workspace, unit: SqlUnitOfWork, people: int
) -> None:
    unit.certifications.add(Certification(CODE, "Titre", blocks=BLOCKS, has_blocks=True))
    known = {person.id: person for person in (add(unit, number) for number in range(people))}
    with counted_queries(shared_workspace) as statements:
        rows = rows_of(unit, known, today=TODAY)
    assert [(row.remaining, row.last_missing) for row in rows] == [(BLOCKS[1:], BLOCKS[1])] * people
    assert len([one for one in statements if "acquisition" in one]) == 1
    assert len(statements) == QUESTIONS


def test_the_ledgers_of_more_persons_than_one_question_may_name(
    unit: SqlUnitOfWork,
) -> None:
    first, second = add(unit, 1), add(unit, 2)
    wanted = [first.id, *range(1_000_000, 1_040_000)]
    assert set(entries_of(unit, wanted)) == {first.id}
    assert set(entries_of(unit)) == {first.id, second.id}
    assert entries_of(unit, [first.id])[first.id][0].block == BLOCKS[0].code
