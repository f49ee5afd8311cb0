"""Another candidacy of somebody known: what it begins with, and what the rules say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.acquisitions import Acquisition
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.changes import Kind
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.drafts import check_answers, save_answers
from jurydesk.services.second_paths import begin_second_path
from jurydesk.services.undo import revert
from tests.builders import CODE, TODAY, a_candidate, a_certification, a_vae
from tests.fakes import FakeOffice


def test_it_begins_with_the_person_and_the_route_and_stores_nothing(office: FakeOffice) -> None:
    path = begin_second_path(office.desk, candidacy_id=2)
    assert path.candidate == a_candidate(2)
    assert path.candidacy == Candidacy(2, CODE, AccessRoute.CONTINUING_EDUCATION)
    assert (path.key, path.candidacy.id, office.acts) == (2, 0, [])


def test_it_aims_at_the_blocks_that_are_left(office: FakeOffice) -> None:
    office.store(Acquisition(1, CODE, f"{CODE}BC01", None, None, "attestation", id=1))
    path = begin_second_path(office.desk, candidacy_id=1)
    assert path.candidacy.blocks == (f"{CODE}BC02", f"{CODE}BC03")


@pytest.mark.parametrize(
    ("until", "expected"),
    [(TODAY, CODE), (date(2026, 11, 22), "RNCP50000"), (None, CODE)],
)
def test_it_aims_at_the_successor_once_the_sheet_is_over(
    office: FakeOffice, until: date | None, expected: str
) -> None:
    ended = a_certification(registered_until=until, replaced_by="RNCP50000")
    office.store(ended, a_certification(code="RNCP50000", id=2, replaces=CODE))
    path = begin_second_path(office.desk, candidacy_id=1)
    assert path.candidacy.certification == expected


def test_a_successor_that_is_not_here_is_not_aimed_at(office: FakeOffice) -> None:
    office.store(a_certification(registered_until=date(2026, 1, 1), replaced_by="RNCP50000"))
    assert begin_second_path(office.desk, candidacy_id=1).candidacy.certification == CODE


def test_one_of_nobody_is_not_begun(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage):
        begin_second_path(office.desk, candidacy_id=99)


def test_saved_it_is_a_second_candidacy_of_the_same_person_and_is_undone(
    office: FakeOffice,
) -> None:
    path = begin_second_path(office.desk, candidacy_id=1)
    outcome = save_answers(
        office.desk,
        candidate=path.candidate,
        candidacy=path.candidacy,
        place_before=path.candidate.birth_place,
    )
    assert outcome.value.candidate_id == 1
    assert len(office.all(Kind.CANDIDATE)) == 3
    mine = [row.key for row in list_candidacies(office.desk) if row.candidate.id == 1]
    assert sorted(mine) == [1, outcome.value.id]
    revert(office.desk, outcome_changes=outcome.changes)
    assert [row.key for row in list_candidacies(office.desk) if row.candidate.id == 1] == [1]


@pytest.mark.parametrize(
    ("received", "codes"),
    [
        (date(2026, 11, 20), ["VAE-06"]),
        (date(2026, 12, 31), ["VAE-06"]),
        (date(2027, 1, 1), []),
    ],
)
def test_a_second_file_of_the_same_year_is_said_while_it_is_typed(
    office: FakeOffice, received: date, codes: list[str]
) -> None:
    office.store(a_vae(4, candidate_id=1))
    path = begin_second_path(office.desk, candidacy_id=4)
    file = replace(path.candidacy.admissibility, received=received)
    typed = replace(path.candidacy, begun=received, admissibility=file)
    found = check_answers(
        office.desk,
        candidate=path.candidate,
        candidacy=typed,
        place_before=path.candidate.birth_place,
    ).findings
    assert [finding.code for finding in found if finding.code == "VAE-06"] == codes
