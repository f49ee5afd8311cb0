"""Finding people, sessions and sheets from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, member, pool_file, trained


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    hugo = trained("Nadal", "Hugo", Portable="06 39 00 12 01", Email="h@exemple.fr")
    people = (hugo, trained("Ozouf", "Ana"))
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", *people))
    run(
        "examiners",
        "import",
        pool_file(tmp_path / "v.xlsx", member("Nadaud", "Damien", Mail="d@exemple.fr")),
    )
    run("sessions", "create", "2026-12-A", "--certification", "40642", "--days", "2026-12-14")
    return run


def found(run: Run, *words: str) -> list[tuple[object, ...]]:
    document = run("search", *words, "--json").document
    return [tuple(line.values()) for line in document["found"]]


def test_each_kind_is_found_with_what_matched(office: Run) -> None:
    assert found(office, "nad") == [
        ("CANDIDATE", 1, "RNCP40642", "NADAL Hugo", ["birth_name"]),
        ("EXAMINER", 1, "", "NADAUD Damien", ["last_name"]),
    ]
    hugo = ("CANDIDATE", 1, "RNCP40642", "NADAL Hugo")
    assert found(office, "hugo", "NAD") == [(*hugo, ["birth_name", "first_names"])]
    assert found(office, "06 39 00") == found(office, "+33639001201") == [(*hugo, ["phone"])]
    assert found(office, "2026-12") == [("SESSION", 1, "2026-12-A", "RNCP40642", ["code"])]
    kinds = [(kind, code, matched) for kind, _, code, _, matched in found(office, "rncp40642")]
    assert kinds == [
        ("SESSION", "2026-12-A", ["certification"]),
        ("CERTIFICATION", "RNCP40642", ["code"]),
    ]


def test_the_numbers_are_those_that_other_commands_take(office: Run) -> None:
    ((_, number, *_),) = found(office, "ozouf")
    shown = office("ledger", "show", number, "--json").document
    assert shown["candidate"]["birth_name"] == "Ozouf"


def test_it_is_said_what_was_left_off(office: Run) -> None:
    ran = office("search", "rncp", "--most", "2")
    assert (ran.code, len(ran.out.splitlines())) == (0, 2 + 1 + 2)
    assert ran.err == "Fiche\u00a0: les 2 premiers résultats seulement.\n"
    document = office("search", "rncp", "--most", "2", "--json").document
    assert document["left_off"] == ["CERTIFICATION"]


def test_nothing_found_is_no_fault(office: Run) -> None:
    ran = office("search", "personne", "ici")
    assert (ran.code, ran.out) == (0, "Rien ne correspond à «\u00a0personne ici\u00a0».\n")
    empty = {"query": "personne ici", "found": [], "left_off": []}
    assert office("search", "personne", "ici", "--json").document == empty


@pytest.mark.parametrize("arguments", [(), ("nadal", "--most", "0"), ("nadal", "--most", "x")])
def test_a_search_without_words_or_with_a_wrong_number_is_refused(
    run: Run, workspace: Path, arguments: tuple[str, ...]
) -> None:
    ran = run("search", *arguments)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_show_goes_by_the_beginnings_of_words_too(office: Run) -> None:
    for query, names in (("hugo nad", ["Nadal"]), ("adal", []), ("063900", ["Nadal"])):
        people = office("candidates", "show", query, "--json").document["candidates"]
        assert [one["birth_name"] for one in people] == names
    pool = office("examiners", "show", "damien", "--json").document["examiners"]
    assert [one["last_name"] for one in pool] == ["Nadaud"]
