"""Persons found while a name is typed, each with what tells homonyms apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jurydesk.services.person_search import PersonHit, find_candidates, find_examiners
from tests.builders import CODE, a_candidacy, a_candidate
from tests.fakes import FakeOffice


def test_candidates_come_with_their_birth_and_their_sheets(office: FakeOffice) -> None:
    born = date(1990, 5, 3)
    office.store(
        a_candidate(7, birth_name="Quillien", birth_date=born),
        a_candidacy(7),
        replace(a_candidacy(7), certification="RNCP6082", id=8),
    )
    sheets = f"{CODE}, RNCP6082"
    assert find_candidates(office.desk, query="quil") == (
        PersonHit(7, "QUILLIEN Ophélie", sheets, born),
    )
    assert find_candidates(office.desk, query="zzz") == ()


def test_examiners_come_with_their_organisation(office: FakeOffice) -> None:
    assert find_examiners(office.desk, query="cadiou") == (
        PersonHit(3, "CADIOU Xénia", "Studio 3"),
    )


def test_a_family_name_that_begins_so_comes_first(office: FakeOffice) -> None:
    office.store(
        a_candidate(7, birth_name="Legrand", first_names=("Martin",)),
        a_candidate(8, birth_name="Martinez"),
    )
    assert [hit.id for hit in find_candidates(office.desk, query="mart")] == [8, 7]
