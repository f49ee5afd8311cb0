"""What is said of a file while it is typed, by who types it for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Candidacy
from jurydesk.domain.people import BirthPlace, Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.birth_places import PlaceDoubt
from jurydesk.services.candidates import save_file
from jurydesk.services.drafts import DraftCheck, check_answers, save_answers
from tests.fakes import FakeOffice

RECEIVED = date(2026, 3, 2)
FILE = AdmissibilityFile(RECEIVED, RECEIVED, None, AdmissibilityStatus.COMPLETE)
PATH = Candidacy(0, "RNCP40642", AccessRoute.EXPERIENCE, begun=RECEIVED, admissibility=FILE)
ZOE = Candidate("Vidal", ("Zoé",), birth_date=date(1990, 5, 4))


@pytest.fixture
def known(office: FakeOffice) -> FakeOffice:
    """An office that has a file of Zoé Vidal, received this year."""
    save_file(office.desk, candidate=ZOE, candidacy=PATH)
    return office


def checked(office: FakeOffice, person: Candidate, path: Candidacy = PATH) -> DraftCheck:
    return check_answers(office.desk, candidate=person, candidacy=path, place_before=BirthPlace())


def codes(check: DraftCheck) -> set[str]:
    return {finding.code for finding in check.findings}


def test_a_second_file_of_the_year_is_found_of_a_person_typed_anew(known: FakeOffice) -> None:
    check = checked(known, ZOE)
    assert check.twin is not None
    assert check.twin.full_name == "VIDAL Zoé"
    assert "VAE-06" in codes(check)


@pytest.mark.parametrize(
    "person",
    [
        replace(ZOE, birth_date=date(1990, 5, 5)),
        replace(ZOE, birth_date=None),
        replace(ZOE, first_names=("Anne",)),
        replace(ZOE, birth_name=""),
        replace(ZOE, birth_name="Vida"),
    ],
)
def test_others_are_not_taken_for_her(known: FakeOffice, person: Candidate) -> None:
    check = checked(known, person)
    assert (check.twin, "VAE-06" in codes(check)) == (None, False)


def test_a_stored_person_is_no_twin_of_herself(known: FakeOffice) -> None:
    with known.unit() as unit:
        stored = next(one for one in unit.candidates.all() if one.birth_name == "Vidal")
        path = unit.candidacies.of_candidate(stored.id)[0]
    check = checked(known, stored, path)
    assert (check.twin, "VAE-06" in codes(check)) == (None, False)


def test_nothing_is_stored_by_checking(known: FakeOffice) -> None:
    before = list(known.workspace.events)
    checked(known, ZOE)
    assert known.workspace.events == before


def test_a_code_typed_by_hand_is_told_apart_when_checked_and_when_saved(
    known: FakeOffice,
) -> None:
    typed = replace(ZOE, first_names=("Anne",), birth_place=BirthPlace("Bastia", "", "2A004"))
    assert checked(known, typed).doubts == (PlaceDoubt("PLACE-CODE-OTHER", "Ajaccio"),)
    right = replace(typed, birth_place=BirthPlace("Ajaccio", "", "2A004"))
    saved = save_answers(
        known.desk, candidate=right, candidacy=PATH, place_before=BirthPlace()
    ).value
    with known.unit() as unit:
        place = unit.candidates.get(saved.candidate_id).birth_place
    assert place == BirthPlace("Ajaccio", "2A004", "", "2A", "France")


def test_a_place_that_nobody_changed_stays_as_it_is(known: FakeOffice) -> None:
    place = BirthPlace("Ajaccio", "", "20000", "20", "")
    person = replace(ZOE, first_names=("Anne",), birth_place=place)
    saved = save_answers(known.desk, candidate=person, candidacy=PATH, place_before=place).value
    with known.unit() as unit:
        assert unit.candidates.get(saved.candidate_id).birth_place == place
