"""Grids and double entry on the command line, on a real workspace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_session_flow import CODE, DAY, filled, office, proposed

__all__ = ["office", "proposed"]


@pytest.fixture
def held(proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The evening of the session: the first entry is there, every block is known."""
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    path = tmp_path / "results.xlsx"
    proposed("results", "template", CODE, path)
    proposed("results", "import", CODE, filled(path))
    return proposed


def test_grids_are_marked_agreed_and_printed(held: Run, tmp_path: Path) -> None:
    candidate = ("--candidacy", 1, "--json")
    board = held("grids", "show", CODE, *candidate).document
    voters = [one["examiner"] for one in board["grids"][:-1] if not one["refused"]]
    (silent,) = [one for one in board["grids"] if one["refused"]]
    item = board["items"][0]["code"]
    assert len(voters) == 3
    assert [finding["code"] for finding in silent["refused"]] == ["GRID-01"]
    for voter in voters:
        ran = held("grids", "mark", CODE, item, "a", "--member", voter, "--note", "oui", *candidate)
        assert ran.code == 0
    board = held("grids", "agree", CODE, *candidate).document
    assert board["grids"][-1]["marks"] == [{"item": item, "level": "A", "points": None, "note": ""}]
    emptied = held("grids", "mark", CODE, item, "-", *candidate).document
    assert emptied["grids"][-1]["marks"] == []
    assert "A" in held("grids", "show", CODE, "--candidacy", 1).out
    files = held("grids", "print", CODE, tmp_path / "grids", "--json").document["files"]
    assert [Path(name).name for name in files] == [
        f"grille-{CODE}-00{number}.pdf" for number in (1, 2, 3)
    ]
    assert held("verify").code == 0


def test_a_mark_that_may_not_be_is_refused_in_words(held: Run) -> None:
    board = held("grids", "show", CODE, "--candidacy", 1, "--json").document
    (silent,) = [one["examiner"] for one in board["grids"] if one["refused"]]
    item = board["items"][0]["code"]
    ran = held("grids", "mark", CODE, item, "A", "--candidacy", 1, "--member", silent)
    assert ran.code == 4
    assert "sans voix délibérative" in ran.err + ran.out
    ran = held("grids", "mark", CODE, item, "15", "--candidacy", 1)
    assert ran.code == 4
    assert "Acquis, En cours d’acquisition, Non acquis" in ran.err + ran.out
    assert held("grids", "mark", CODE, item, "A", "--candidacy", 99).code == 2


def test_the_scale_is_shown_set_and_given_up(held: Run, tmp_path: Path) -> None:
    shown = held("grids", "scale", "40642", "--json").document
    assert (shown["kind"], shown["set"]) == ("LEVELS", False)
    path = tmp_path / "scale.json"
    path.write_text(json.dumps({"kind": "POINTS", "threshold": "12"}), "utf-8")
    assert held("grids", "scale", "40642", "--set", path, "--json").document["threshold"] == "12"
    board = held("grids", "show", CODE, "--candidacy", 1, "--json").document
    item = board["items"][0]["code"]
    ran = held("grids", "mark", CODE, item, "12,5", "--candidacy", 1, "--json")
    assert ran.document["grids"][-1]["marks"][0]["points"] == 12.5
    assert held("grids", "mark", CODE, item, "moyen", "--candidacy", 1).code == 4
    ran = held("grids", "scale", "40642", "--usual")
    assert ran.code == 4
    assert CODE in ran.err
    path.write_text("{", "utf-8")
    assert held("grids", "scale", "40642", "--set", path).code == 2
    assert held("grids", "scale", "40642", "--set", tmp_path / "none.json").code == 2


def test_a_second_person_types_the_results(held: Run, tmp_path: Path) -> None:
    assert held("results", "differences", CODE).code == 0
    held("settings", "set", "double_entry", "yes")
    ran = held("results", "differences", CODE, "--json")
    assert (ran.code, len(ran.document["missing"])) == (1, 3)
    path = tmp_path / "second.xlsx"
    held("results", "template", CODE, path)
    ran = held("results", "second", CODE, path, "--by", "Noa Petit", "--json")
    assert (ran.code, ran.document["hearings"], ran.document["differences"]) == (0, 3, [])
    assert held("results", "differences", CODE).code == 0
    assert held("results", "second", CODE, path, "--by", " ").code == 2
    same = held("results", "second", CODE, path, "--by", "Noa", "--first", "noa")
    assert same.code == 4
    assert held("verify").code == 0
