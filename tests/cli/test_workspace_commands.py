from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jurydesk.domain.retention import DEFAULTS
from tests.cli.conftest import Run


def test_init_makes_a_workspace_with_the_certifications(run: Run, place: Path) -> None:
    ran = run("init", "--json")
    assert ran.code == 0
    assert ran.document == {"workspace": place.name, "certifications": 5, "demo": False}
    codes = [
        sheet["code"]
        for sheet in run("certifications", "list", "--json").document["certifications"]
    ]
    assert codes == ["RNCP6082", "RNCP34316", "RNCP34719", "RNCP40642", "RNCP41481"]


def test_init_makes_the_folders_on_the_way(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "w.jurydesk"
    assert run("--workspace", path, "init").code == 0
    assert path.is_file()


def test_init_never_replaces_a_workspace(run: Run, workspace: Path) -> None:
    before = workspace.read_bytes()
    ran = run("init")
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert workspace.read_bytes() == before


def test_verify_of_a_sound_workspace(run: Run, workspace: Path) -> None:
    ran = run("verify", "--json")
    assert ran.code == 0
    assert ran.document == {
        "sound": True,
        "audit_events": 1,
        "broken_event": None,
        "altered_minutes": [],
        "problems": [],
    }


def test_verify_names_the_event_that_was_altered(run: Run, workspace: Path) -> None:
    run("settings", "set", "quorum", "3")
    run("settings", "set", "quorum", "2")
    with closing(sqlite3.connect(workspace)) as connection:
        triggers = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit%'"
            )
        ]
        for name in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        (table,) = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'audit%'"
        ).fetchone()
        connection.execute(f"UPDATE {table} SET actor = actor || '!' WHERE sequence = 2")
        connection.commit()
    ran = run("verify", "--json")
    assert (ran.code, ran.document["broken_event"]) == (1, 2)
    assert "n° 2" in run("verify").out


def test_backup_and_restore(run: Run, workspace: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "copy.jurydesk"
    copy.parent.mkdir()
    assert run("backup", copy).code == 0
    run("settings", "set", "name", "Autre nom")
    ran = run("restore", copy, "--json")
    assert ran.code == 0
    assert Path(ran.document["kept"]).is_file()
    assert "Autre nom" not in run("settings", "show").out
    assert "Autre nom" in run("--workspace", ran.document["kept"], "settings", "show").out


def test_restore_into_an_empty_place(run: Run, workspace: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jurydesk"
    run("backup", copy)
    fresh = tmp_path / "new" / "w.jurydesk"
    ran = run("--workspace", fresh, "restore", copy, "--json")
    assert (ran.code, ran.document["kept"]) == (0, None)
    assert run("--workspace", fresh, "verify").code == 0


def test_restore_keeps_a_damaged_workspace_byte_by_byte(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.jurydesk"
    run("backup", copy)
    workspace.write_bytes(b"SQLite format 3\x00 and then nothing of use")
    ran = run("restore", copy, "--json")
    assert ran.code == 0
    assert Path(ran.document["kept"]).read_bytes().endswith(b"nothing of use")
    assert run("verify").code == 0


@pytest.mark.parametrize("content", [None, b"", b"not a workspace", b"SQLite format 3\x00junk"])
def test_restore_of_something_else_changes_nothing(
    run: Run, workspace: Path, tmp_path: Path, content: bytes | None
) -> None:
    copy = tmp_path / "copy.jurydesk"
    if content is not None:
        copy.write_bytes(content)
    before = workspace.read_bytes()
    ran = run("restore", copy)
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert workspace.read_bytes() == before


def test_settings_are_shown_and_set(run: Run, workspace: Path) -> None:
    ran = run("settings", "set", "representative", "Hélène Fictive", "--json")
    assert ran.code == 0
    assert ran.document["settings"] == run("settings", "show", "--json").document["settings"]
    assert ran.document["settings"]["representative"] == "Hélène Fictive"


def test_how_long_data_are_meant_to_be_kept_is_shown(run: Run, workspace: Path) -> None:
    kept = run("settings", "show", "--json").document["retention"]
    assert {entry["data"]: entry["months"] for entry in kept} == {
        data: retention.months for data, retention in DEFAULTS.items()
    }
    lines = [" ".join(line.split()) for line in run("settings", "show").out.splitlines()]
    told = lines.index("Durées de conservation prévues ; le programme n’efface rien de lui-même :")
    assert len(lines) == told + 1 + 2 + len(DEFAULTS)
    assert "dossiers et évaluations des candidats 60 mois fin de la candidature usage" in lines
    english = run("--lang", "en", "settings", "show").out
    assert "audit trail" in english.splitlines()[-1]
    assert not re.search(r"[A-Z]{4,}_", english)


def test_a_duration_is_set_in_months_or_without_an_end(run: Run, workspace: Path) -> None:
    assert run("settings", "set", "retention.CANDIDATE_FILE", "72").code == 0
    ran = run("settings", "set", "retention.EXAMINER_CONTACT", "", "--json")
    kept = {entry["data"]: entry["months"] for entry in ran.document["retention"]}
    assert (kept["CANDIDATE_FILE"], kept["EXAMINER_CONTACT"]) == (72, None)
    refused = run("settings", "set", "retention.MINUTES", "12")
    assert (refused.code, "retention.CANDIDATE_FILE" in refused.err) == (2, True)


def test_a_sheet_is_shown_in_words_with_the_signs_of_each_language(
    run: Run, workspace: Path
) -> None:
    french = run("certifications", "show", "RNCP34316").out
    assert "  formation initiale\u00a0: non connue\n" in french
    assert "  employeurs, 25\u00a0%, délibère\n" in french
    assert ", voie d’accès\u00a0: formation initiale, " in french
    english = run("--lang", "en", "certifications", "show", "RNCP34316").out
    assert "  initial training: not known\n" in english
    assert "  employers, 25%, deliberates\n" in english
    assert ", access route: initial training, " in english
    assert not re.search(r"[a-z]_[a-z]|routes|\w :", french + english)


def test_certification_is_shown_and_confirmed(run: Run, workspace: Path) -> None:
    shown = run("certifications", "show", "40642", "--json").document
    assert (shown["code"], shown["needs_confirmation"]) == ("RNCP40642", True)
    assert "à confirmer" in run("certifications", "show", "RNCP40642").out
    assert run("certifications", "confirm", "RNCP40642", "--json").code == 0
    shown = run("certifications", "show", "RNCP40642", "--json").document
    assert shown["needs_confirmation"] is False
    assert [seat["deliberates"] for seat in shown["compositions"][0]["seats"]] == [
        True,
        True,
        True,
        False,
    ]
    again = run("certifications", "confirm", "RNCP6082")
    assert (again.code, again.out) == (4, "")


def test_workspace_in_a_synchronised_folder_is_told_of_once_by_each_command(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    place = tmp_path / "OneDrive - CEFPF" / "w.jurydesk"
    there = ("--workspace", place)
    for ran in (
        run(*there, "init"),
        run(*there, "certifications", "list"),
        run(*there, "verify", "--json"),
    ):
        said = [line for line in ran.err.splitlines() if "dossier synchronisé" in line]
        assert (ran.code, len(said)) == (0, 1)
        assert "synchronisé" not in ran.out
    assert "synchronisé" not in run("verify").err
