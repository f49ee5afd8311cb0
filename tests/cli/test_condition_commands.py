"""Entry conditions from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, let_in
from tests.services.rosters import candidates_file, trained


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", trained("Nadal", "Hugo")))
    return run


def test_the_conditions_of_a_sheet_are_listed(office: Run) -> None:
    listed = office("conditions", "list", "40642", "--json").document["conditions"]
    assert [(one["code"], one["threshold"], one["instead_of"]) for one in listed] == [
        ("RNCP40642C01", 5, ""),
        ("RNCP40642C02", 2, "RNCP40642C01"),
    ]
    assert "niveau validé" in office("conditions", "list", "40642").out
    assert "Diplôme de niveau 5 (bac+2)" in office("certifications", "show", "40642").out


def test_a_condition_is_settled_and_shown(office: Run) -> None:
    before = office("conditions", "show", "1", "--json").document["conditions"]
    assert [(one["settled"], len(one["lines"])) for one in before] == [(False, 2)]
    told = let_in(office, 1)
    assert (told.code, told.out) == (0, "Condition d’entrée remplie\n")
    after = office("conditions", "show", "1", "--json").document["conditions"]
    assert [one["settled"] for one in after] == [True]
    assert "remplie" in office("conditions", "show", "1").out


def test_a_waiver_without_a_reason_is_refused(office: Run) -> None:
    settle = ("conditions", "settle", "C02", "--candidacies", "1", "--answer", "WAIVED")
    assert office(*settle).code == 4
    assert office(*settle, "--reason", "accord de la directrice", "--by", "H. Fictive").code == 0
    line = office("conditions", "show", "1").out.splitlines()[-1]
    assert "accord de la directrice" in line
    assert line.endswith("H. Fictive")


def test_a_condition_is_added_changed_and_taken_out(office: Run) -> None:
    put = ("conditions", "put", "41481", "--kind", "LEVEL", "--wording", "Bac")
    added = office(*put, "--threshold", "4", "--json").document["condition"]
    assert (added["code"], len(added["routes"])) == ("RNCP41481C01", 5)
    mended = ("--condition", "C01", "--threshold", "4", "--routes", "individual")
    changed = office(*put, *mended, "--json").document["condition"]
    assert (changed["code"], changed["routes"]) == ("RNCP41481C01", ["INDIVIDUAL"])
    assert office("conditions", "remove", "41481", "C01").code == 0
    assert office("conditions", "list", "41481", "--json").document["conditions"] == []


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--threshold", "4", "--routes", "EXPERIENCE"), 4),
        (("--threshold", "9"), 2),
        (("--threshold", "4", "--routes", "PLANE"), 2),
        (("--threshold", "4", "--alternative", "C05"), 2),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    office: Run, options: tuple[str, ...], code: int
) -> None:
    put = ("conditions", "put", "41481", "--kind", "LEVEL", "--wording", "Bac")
    ran = office(*put, *options)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)
