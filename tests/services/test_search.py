"""The one search: names in any order, telephones, addresses, codes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Candidate
from jurydesk.services.candidates import save_file
from jurydesk.services.search import Hit, search
from tests.builders import a_candidacy, a_candidate, a_certification, a_session, an_examiner
from tests.fakes import FakeOffice

NDIAYE = Candidate(
    "N’Diaye",
    ("Gaëlle", "Daphné"),
    usage_name="Le Goff",
    email="gaelle.ndiaye@exemple.fr",
    phone="+33613503359",
)


@pytest.fixture
def office(empty: FakeOffice) -> FakeOffice:
    empty.store(a_certification(), an_examiner(), a_candidate(), a_candidacy())
    save_file(empty.desk, candidate=NDIAYE, candidacy=replace(a_candidacy(), id=0))
    return empty


@pytest.mark.parametrize(
    "query",
    [
        "ndiaye",
        "N'Diaye",
        "diaye",
        "gaelle ndi",
        "NDIAYE Gaë",
        "daph",
        "le goff",
        "legoff",
        "06 13 50 33 59",
        "0613503",
        "06.13.50",
        "+33 6 13 50",
        "+33613503359",
        "gaelle.ndiaye@ex",
        "gaelle.ndiaye@exemple.fr",
    ],
)
def test_a_candidate_is_found(office: FakeOffice, query: str) -> None:
    assert search(office.desk, query=query) == (
        Hit(Kind.CANDIDATE, 2, "N’DIAYE Gaëlle", "RNCP40642"),
    )


@pytest.mark.parametrize("query", ["", "  ", "gaelle durand", "aelle", "0713503359", "é’’"])
def test_nothing_is_found(office: FakeOffice, query: str) -> None:
    assert search(office.desk, query=query) == ()


def test_whole_words_come_before_beginnings(office: FakeOffice) -> None:
    for name in ("Martinez", "Martin", "Martine"):
        person = Candidate(name, ("Anne",))
        save_file(office.desk, candidate=person, candidacy=replace(a_candidacy(), id=0))
    titles = [hit.title for hit in search(office.desk, query="martin")]
    assert titles == ["MARTIN Anne", "MARTINE Anne", "MARTINEZ Anne"]


def test_sessions_sheets_and_the_pool_are_found(office: FakeOffice) -> None:
    office.store(a_session())
    kinds = {
        query: [(hit.kind, hit.key) for hit in search(office.desk, query=query)]
        for query in ("2026-12", "rncp40642", an_examiner().last_name)
    }
    assert kinds == {
        "2026-12": [(Kind.SESSION, 1)],
        "rncp40642": [(Kind.SESSION, 1), (Kind.CERTIFICATION, 1)],
        an_examiner().last_name: [(Kind.EXAMINER, 1)],
    }


def test_no_kind_crowds_out_the_others(office: FakeOffice) -> None:
    for number in range(12):
        person = Candidate(f"Sor{number}", ("Jo",))
        save_file(office.desk, candidate=person, candidacy=replace(a_candidacy(), id=0))
    office.store(an_examiner(2, last_name="Sorrel"))
    kinds = [hit.kind for hit in search(office.desk, query="sor")]
    assert kinds == [Kind.CANDIDATE] * 5 + [Kind.EXAMINER]
