"""Where a command writes: never over a workspace or its input, and tried out before the act."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, trained

BAD = trained("Erreur", "Date", Date_de_naissance="31/02/1990")


@pytest.mark.parametrize("which", ["open", "other"])
@pytest.mark.parametrize(
    "command",
    [
        ("candidates", "export"),
        ("candidates", "template"),
        ("examiners", "export"),
        ("examiners", "template"),
        ("backup",),
    ],
)
def test_no_output_takes_the_place_of_a_workspace(
    run: Run, workspace: Path, tmp_path: Path, command: tuple[str, ...], which: str
) -> None:
    other = Path(shutil.copy(workspace, tmp_path / "other.jurydesk"))
    target = workspace if which == "open" else other
    before = target.read_bytes()
    ran = run(*command, target)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (4, "", 1)
    assert str(target) in ran.err
    assert target.read_bytes() == before


def test_backup_never_replaces_a_file(run: Run, workspace: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("mes notes", encoding="utf-8")
    ran = run("backup", note, "--json")
    assert (ran.code, ran.document["error"]["code"]) == (4, "FILE-28")
    assert note.read_text(encoding="utf-8") == "mes notes"


@pytest.mark.parametrize("target", ["workspace", "roster", "map", "nowhere"])
def test_import_whose_report_cannot_be_written_is_not_done(
    run: Run, workspace: Path, tmp_path: Path, target: str
) -> None:
    roster = candidates_file(tmp_path / "suivi.xlsx", trained(), BAD)
    plan = tmp_path / "map.json"
    plan.write_text("{}", encoding="utf-8")
    report = {
        "workspace": workspace,
        "roster": roster,
        "map": plan,
        "nowhere": tmp_path / "nowhere" / "x.xlsx",
    }[target]
    before = {path: path.read_bytes() for path in (workspace, roster, plan)}
    ran = run("candidates", "import", roster, "--map", plan, "--report", report)
    assert (ran.code, ran.out) == (3 if target == "nowhere" else 4, "")
    assert len(ran.err.splitlines()) == 1
    assert {path: path.read_bytes() for path in before} == before
