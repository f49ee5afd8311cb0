"""What is to come, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.services.rosters import member, pool_file

HEAT = ("foresight", "heat", "--certification", "40642", "--from", "2026-12-14")


@pytest.fixture
def pool(run: Run, workspace: Path, tmp_path: Path) -> Run:
    people = (
        member("Quillien", "Armelle", **{"H/F": "F", "Collège": "employeurs"}),
        member("Sorrel", "Damien"),
        member("Tanguy", "Sibylle", **{"H/F": "F", "Collège": "indépendant"}),
        member("Vauquelin", "Hervé", Collège="équipe pédagogique", Structure="CEFPF"),
    )
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", *people))
    run("certifications", "confirm", "RNCP40642")
    return run


def test_heat_lists_the_working_half_days(pool: Run) -> None:
    ran = pool(*HEAT, "--to", "2026-12-20", "--route", "VAE", "--json")
    document = ran.document
    assert (ran.code, document["route"], document["notes"]) == (0, "EXPERIENCE", [])
    halves = document["half_days"]
    assert [one["juries"] for one in halves] == [1] * 14
    assert sum(one["working_day"] for one in halves) == 10
    assert halves[0]["free"] == {
        "EMPLOYERS": [1],
        "EMPLOYEES": [2],
        "INDEPENDENT": [3],
        "TEACHING_STAFF": [4],
    }
    assert [lack["seats"] for lack in halves[0]["lacking"]] == [
        ["EMPLOYERS"],
        ["EMPLOYEES"],
        ["INDEPENDENT"],
        ["TEACHING_STAFF"],
    ]
    lines = pool(*HEAT, "--to", "2026-12-14").out.splitlines()
    assert lines[2].split() == ["2026-12-14", "matin", "1", "tous", "les", "sièges"]
    assert len(lines) == 4


def test_an_empty_pool_is_said_and_found(run: Run, workspace: Path) -> None:
    ran = run(*HEAT, "--to", "2026-12-14")
    assert ran.code == 1
    assert "Le vivier est vide" in ran.out
    assert "n’est que proposée" in ran.out


def test_what_cannot_be_asked_is_a_sentence(pool: Run) -> None:
    assert pool(*HEAT, "--to", "2026-12-01").code == 2
    assert pool(*HEAT, "--route", "vélo").code == 2
    assert pool("foresight", "heat", "--certification", "1").code == 2


def test_it_is_written_as_a_workbook(pool: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    ran = pool(
        "foresight", "export", str(out), "--certification", "40642", "--to", "2026-12-31", "--json"
    )
    assert (ran.code, ran.document["file"]) == (0, str(out))
    assert load_workbook(out).worksheets[0].max_row == ran.document["rows"] + 4


def test_stress_says_what_the_pool_can_hold(pool: Run) -> None:
    asked = ("foresight", "stress", "--certification", "40642", "--from", "2026-12-14")
    ran = pool(*asked, "--to", "2026-12-20", "--limit", "3", "--juries", "2", "--json")
    document = ran.document
    assert (ran.code, document["juries"], document["sessions"]) == (0, 3, 1)
    assert [one["juries"] for one in document["indispensable"]] == [-3] * 4
    (recruit,) = document["recruit"]
    assert [one["seat"] for one in recruit["people"]] == [
        "EMPLOYERS",
        "EMPLOYEES",
        "INDEPENDENT",
        "TEACHING_STAFF",
    ]
    said = pool(*asked, "--to", "2026-12-20", "--limit", "3").out
    assert "3 jurys de plus. À 2 jurys par session, cela fait 1 session entière." in said
    assert pool(*asked, "--rooms", "0").code == 2


def test_plan_chooses_days_for_those_expected(pool: Run) -> None:
    asked = ("foresight", "plan", "--certification", "40642", "--from", "2026-12-14")
    ran = pool(*asked, "--to", "2027-06-30", "--expect", "2027-01:6", "--json")
    document = ran.document
    assert (ran.code, document["sessions"], document["late"]) == (0, 1, 0)
    assert [one["heard"] for one in document["days"]] == [6]
    lines = pool(*asked, "--to", "2026-12-31", "--expect", "2027-01:6")
    assert lines.code == 1
    assert "Sans place\u00a0: 6." in lines.out
    assert pool(*asked, "--expect", "mars:3").code == 2
