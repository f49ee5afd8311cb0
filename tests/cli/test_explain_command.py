"""`sessions explain`: the smallest block and what would help, as text and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, let_in
from tests.cli.test_session_flow import CODE, DAY, PEOPLE, POOL
from tests.services.rosters import candidates_file, pool_file, trained


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    """Three candidates and a pool of four, the composition confirmed."""
    rows = (trained(name, first) for name, first in PEOPLE)
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", *rows))
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", *POOL))
    run("certifications", "confirm", "RNCP40642")
    let_in(run, 1, 2, 3)
    return run


def test_who_waits_is_explained(office: Run) -> None:
    office(
        *("sessions", "create", CODE, "--certification", "RNCP40642", "--days", DAY),
        *("--minutes", "100", "--end", "12:30", "--place", "Paris"),
    )
    office("sessions", "propose", CODE, "--seconds", "5")
    told = office("sessions", "explain", CODE, "--json")
    (one,) = told.document["unplaced"]

    assert told.code == 1
    assert (one["smallest"], one["minimal"], one["complete"]) == (True, True, True)
    assert {found["code"] for found in one["blocking"]} >= {"BLOCK-HEARD", "BLOCK-HOURS-AM"}
    best = one["repairs"][0]
    assert (best["verified"], best["heard"]) == (True, 1)
    assert [found["code"] for found in best["changes"]] == ["REPAIR-HOURS-AM"]
    text = office("sessions", "explain", CODE).out
    assert "Session du 14 décembre 2026" in text.replace("\u00a0", " ")
    assert "→" in text


def test_nobody_waits(office: Run) -> None:
    office(*("sessions", "create", CODE, "--certification", "RNCP40642", "--days", DAY))
    office("sessions", "propose", CODE, "--seconds", "5")
    told = office("sessions", "explain", CODE)

    assert (told.code, CODE in told.out) == (0, True)
