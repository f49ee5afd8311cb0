"""Doubles, merging, notes and the timeline, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, trained

DAY = ("--today", "2026-11-23")


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    people = (("Nadal", "Hugo"), ("Nadall", "Hugo"), ("Ozouf", "Ana"))
    for at, names in enumerate(people):
        path = candidates_file(tmp_path / f"{at}.xlsx", trained(*names, Portable="06 39 00 12 01"))
        run("candidates", "import", path, "--alike", "new")
    return run


def test_doubles_are_listed_with_the_reasons(office: Run) -> None:
    (pair,) = office("duplicates", "list", "--json", *DAY).document["duplicates"]
    assert (pair["left"]["id"], pair["right"]["id"], pair["certain"]) == (1, 2, True)
    assert pair["reasons"] == ["LIKE-PHONE", "LIKE-NAME-SLIP", "LIKE-FIRST-NAME", "LIKE-BIRTH-DATE"]
    assert "noms presque identiques" in office("duplicates", "list", *DAY).out


def test_those_told_apart_are_not_listed_again(office: Run) -> None:
    ran = office("duplicates", "apart", "2", "1", "--json", *DAY)
    assert (ran.code, ran.document["distinction"]["first_id"]) == (0, 1)
    assert office("duplicates", "list", *DAY).out == "Aucun doublon probable.\n"
    assert office("duplicates", "list", "--json", *DAY).document == {"duplicates": []}
    again = office("duplicates", "apart", "1", "2", *DAY)
    assert (again.code, "déjà" in again.err) == (2, True)


def test_two_files_become_one(office: Run) -> None:
    ran = office("merge", "1", "2", "--take", "birth_name=other", "--json", *DAY)
    assert (ran.code, ran.document["candidate"]["birth_name"]) == (0, "Nadall")
    shown = office("candidates", "show", "Nadall", "--json", *DAY).document["candidates"]
    assert [len(one["candidacies"]) for one in shown] == [2]
    assert office("merge", "1", "2", *DAY).code == 2
    assert office("verify").code == 0


@pytest.mark.parametrize("take", ["email", "email=both", "colour=other", "email=neither"])
def test_a_choice_that_is_none_is_refused_in_words(office: Run, take: str) -> None:
    ran = office("merge", "1", "2", "--take", take, *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "employments" in ran.err


def test_notes_are_written_and_told_with_the_rest(office: Run) -> None:
    ran = office("note", "add", "1", "rappelé,\nd’accord", "--json", *DAY)
    assert (ran.code, ran.document["note"]["text"]) == (0, "rappelé,\nd’accord")
    assert office("note", "add", "1", " ", *DAY).code == 2
    notes = office("note", "list", "1", "--json", *DAY).document["entries"]
    assert [(note["kind"], note["said"]) for note in notes] == [("NOTE", "rappelé, d’accord")]
    assert "rappelé, d’accord" in office("note", "list", "1", *DAY).out
    assert office("timeline", "1", *DAY).code == 0
    told = office("timeline", "1", "--json", *DAY).document["entries"]
    assert "NOTE" in {entry["kind"] for entry in told}
    assert office("timeline", "9", *DAY).code == 2
