"""The demonstration, run once: what it leaves behind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jurydesk.bootstrap import main
from jurydesk.exchange.workbook_reader import read_workbook
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demonstration") / "out"
    assert main(["--today", "2026-11-23", "demo", str(folder)]) == 0
    return folder


def test_every_session_has_its_minutes_and_papers(out: Path) -> None:
    sessions = sorted(path.name for path in (out / "papers").iterdir())
    assert sessions == ["2019-12-A", "2026-10-A", "2026-12-A"]
    for code in sessions:
        names = sorted(path.name for path in (out / "papers" / code).glob("*.pdf"))
        grids = [name for name in names if name.startswith("grille-")]
        others = [name for name in names if name not in grids]
        assert others == [
            f"emargement-{code}.pdf",
            f"ordre-de-passage-{code}.pdf",
            f"pv-{code}.pdf",
        ]
        # One for each candidate; of somebody absent there is none
        assert grids


def test_every_session_and_all_candidates_have_a_roster(out: Path) -> None:
    names = sorted(path.name for path in (out / "rosters").glob("*.xlsx"))
    assert names == [
        "candidats.xlsx",
        "session-2019-12-A.xlsx",
        "session-2026-10-A.xlsx",
        "session-2026-12-A.xlsx",
        "vivier.xlsx",
    ]
    received = sorted(path.name for path in (out / "rosters" / "received").glob("*.xlsx"))
    assert len(received) == 5
    assert any(
        sheet.hidden
        for sheet in read_workbook(out / "rosters" / "received" / "suivi-candidats.xlsx").sheets
    )


def test_history_is_sound_and_has_every_kind_of_decision(out: Path, run: Run, place: Path) -> None:
    shutil.copyfile(out / "demo.jurydesk", place)
    assert run("verify").code == 0
    sessions = run("sessions", "list", "--json").document["sessions"]
    assert [(s["session"], s["status"], s["blocking"]) for s in sessions] == [
        ("2026-12-A", "PROPOSED", 0),
        ("2026-10-A", "CLOSED", 0),
        ("2019-12-A", "CLOSED", 0),
    ]
    people = run("candidates", "show", "", "--json").document["candidates"]
    stages = {c["stage"] for person in people for c in person["candidacies"]}
    assert {"CLOSED", "DECIDED", "DRAFT", "PROPOSED"} <= stages
    rows = read_workbook(out / "rosters" / "session-2019-12-A.xlsx").sheets[0].rows
    texts = {cell.text for row in rows for cell in row.filled}
    assert {"certification obtenue", "non validée", "absent", "TANGUY Sibylle"} <= texts
    rows = read_workbook(out / "rosters" / "session-2026-10-A.xlsx").sheets[0].rows
    assert "validation partielle" in {cell.text for row in rows for cell in row.filled}


def test_rosters_received_last_are_all_known_again(out: Path, run: Run, place: Path) -> None:
    shutil.copyfile(out / "demo.jurydesk", place)
    received = out / "rosters" / "received"
    for path in (received / "vivier-2026.xlsx", received / "suivi-candidats.xlsx"):
        family = "examiners" if path.name.startswith("vivier") else "candidates"
        ran = run(family, "import", path, "--dry-run", "--json")
        assert ran.document["changes_nothing"], path.name


def test_a_second_demonstration_does_not_overwrite_the_first(out: Path, run: Run) -> None:
    before = (out / "demo.jurydesk").read_bytes()
    ran = run("demo", out)
    assert (ran.code, ran.out) == (3, "")
    assert (out / "demo.jurydesk").read_bytes() == before


def test_init_may_fill_a_workspace_for_the_window(run: Run, place: Path) -> None:
    ran = run("--today", "2028-02-29", "init", "--demo", "--json")
    assert (ran.code, ran.document["demo"]) == (0, True)
    assert len(json.loads(run("sessions", "list", "--json").out)["sessions"]) == 3
    assert run("verify").code == 0


def test_demonstration_holds_at_the_turn_of_a_year(tmp_path: Path, run: Run) -> None:
    today = ("--today", "2026-01-02")
    ran = run(*today, "demo", tmp_path / "out", "--json")
    assert (ran.code, ran.document["sessions"]) == (0, ["2019-12-A", "2025-12-A", "2026-01-A"])
    place = tmp_path / "out" / "demo.jurydesk"
    check = run("--workspace", place, *today, "sessions", "check", "2026-01-A", "--json")
    assert (check.code, check.document["unplaced"]) == (0, [])
