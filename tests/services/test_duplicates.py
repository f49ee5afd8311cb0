from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.people import Candidate
from jurydesk.errors import WrongUsage
from jurydesk.services.candidates import remove_candidate
from jurydesk.services.duplicates import DuplicateRow, duplicates_of, list_duplicates, tell_apart
from jurydesk.services.undo import revert
from tests.builders import a_candidacy
from tests.fakes import NOON, FakeOffice

BORN = date(1991, 4, 12)
OPHELIE = Candidate("Delmas", ("Ophélie",), birth_date=BORN, id=1)
SAME = Candidate("DELMAS", ("Ophelie",), birth_date=BORN, email="o@exemple.fr", id=2)
SLIP = Candidate("Dalmas", ("Ophélie",), birth_date=date(1991, 12, 4), id=3)
TWIN = Candidate("Delmas", ("Margaux",), birth_date=BORN, id=4)


@pytest.fixture
def office() -> FakeOffice:
    office = FakeOffice()
    office.store(OPHELIE, SAME, SLIP, TWIN, a_candidacy(7, candidate_id=2))
    return office


CERTAIN = DuplicateRow(
    OPHELIE, SAME, 100, True, ("LIKE-NAME", "LIKE-FIRST-NAME", "LIKE-BIRTH-DATE"), (0, 1)
)
LIKELY = DuplicateRow(
    OPHELIE, SLIP, 85, False, ("LIKE-NAME-SLIP", "LIKE-FIRST-NAME", "LIKE-BIRTH-SWAPPED")
)


def test_the_likeliest_pairs_come_first_and_twins_are_none(office: FakeOffice) -> None:
    other = replace(LIKELY, left=SAME, right=SLIP, paths=(1, 0))
    assert list_duplicates(office.desk) == (CERTAIN, other, LIKELY)


def test_one_person_s_doubles(office: FakeOffice) -> None:
    assert duplicates_of(office.desk, candidate_id=1) == (CERTAIN, LIKELY)
    assert [row.key for row in duplicates_of(office.desk, candidate_id=3)] == [(2, 3), (1, 3)]
    assert duplicates_of(office.desk, candidate_id=4) == ()
    assert (CERTAIN.other(1), CERTAIN.other(2)) == (SAME, OPHELIE)


def test_nobody_is_like_anybody_in_an_empty_workspace(empty: FakeOffice) -> None:
    assert list_duplicates(empty.desk) == ()


def test_those_told_apart_are_not_proposed_again_until_it_is_undone(office: FakeOffice) -> None:
    outcome = tell_apart(office.desk, one_id=2, other_id=1)
    assert outcome.value == Distinction(1, 2, "Camille", NOON, id=1)
    assert outcome.label == "ACT-PEOPLE-TOLD-APART"
    assert [row.key for row in list_duplicates(office.desk)] == [(2, 3), (1, 3)]
    assert duplicates_of(office.desk, candidate_id=1) == (LIKELY,)
    assert office.acts == [EventType.PEOPLE_TOLD_APART]
    revert(office.desk, outcome_changes=outcome.changes)
    assert list_duplicates(office.desk)[0] == CERTAIN
    assert office.all(Kind.DISTINCTION) == ()


def test_a_distinction_goes_with_the_person_and_comes_back(office: FakeOffice) -> None:
    tell_apart(office.desk, one_id=1, other_id=3)
    outcome = remove_candidate(office.desk, candidate_id=3)
    assert office.all(Kind.DISTINCTION) == ()
    revert(office.desk, outcome_changes=outcome.changes)
    assert [one.pair for one in office.all(Kind.DISTINCTION)] == [(1, 3)]


def test_nobody_is_told_apart_twice_or_from_oneself(office: FakeOffice) -> None:
    tell_apart(office.desk, one_id=1, other_id=2)
    with pytest.raises(WrongUsage, match="PEOPLE-APART-ALREADY"):
        tell_apart(office.desk, one_id=2, other_id=1)
    with pytest.raises(WrongUsage, match="MERGE-SAME-FILE"):
        tell_apart(office.desk, one_id=2, other_id=2)
    with pytest.raises(WrongUsage, match="STORE-25"):
        tell_apart(office.desk, one_id=2, other_id=9)
