from __future__ import annotations

import json
from pathlib import Path

import pytest

from jurydesk.exchange.plain_workbook import PlainSheet, write_plain
from jurydesk.exchange.workbook_reader import read_workbook
from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, member, pool_file, trained

EARLY = {"Entrée_le": "05/01/2020", "Sortie_prévue": "30/10/2026"}


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A good row, the same again, a draft and a row that cannot be read."""
    return candidates_file(
        tmp_path / "suivi.xlsx",
        trained(Entreprise_de_stage="Galop Images"),
        trained(),
        trained("Morvan", "Élise", Certification="RNCP6082", **EARLY),
        trained("Erreur", "Date", Date_de_naissance="31/02/1990"),
    )


def test_import_says_the_fate_of_each_row(run: Run, workspace: Path, roster: Path) -> None:
    ran = run("candidates", "import", roster, "--json")
    assert ran.code == 1
    document = ran.document
    (sheet,) = document["sheets"]
    assert (document["file"], document["applied"]) == (str(roster), True)
    assert {
        name: sheet[name] for name in ("sheet", "header_row", "read", "new", "same", "changed")
    } == {
        "sheet": "Promos",
        "header_row": 3,
        "read": 4,
        "new": 2,
        "same": 0,
        "changed": 0,
    }
    assert sheet["duplicates"] == [
        {"row": 5, "of": "ligne 4 de la feuille «\u00a0Promos\u00a0» (NADAL Hugo)", "of_row": 4}
    ]
    (rejected,) = sheet["rejected"]
    (cell,) = rejected["cells"]
    assert (rejected["row"], cell["column"], cell["value"]) == (
        7,
        "Date de naissance",
        "31/02/1990",
    )
    assert cell["text"].startswith("31/02/1990")
    assert {"row", "code", "severity", "text"} <= sheet["findings"][0].keys()
    blocking = [f for f in sheet["findings"] if f["severity"] == "BLOCKING"]
    assert {finding["row"] for finding in blocking} == {6}


def test_second_import_changes_nothing_and_says_so(run: Run, workspace: Path, roster: Path) -> None:
    run("candidates", "import", roster)
    before = run("candidates", "show", "", "--json").document
    ran = run("candidates", "import", roster)
    assert (ran.code, ran.out.splitlines()[-1]) == (
        1,
        "Rien de nouveau\u00a0: tout est déjà enregistré.",
    )
    document = run("candidates", "import", roster, "--json").document
    assert (document["changes_nothing"], document["sheets"][0]["same"]) == (True, 2)
    assert run("candidates", "show", "", "--json").document == before


def test_dry_run_writes_nothing(run: Run, workspace: Path, roster: Path) -> None:
    ran = run("candidates", "import", roster, "--dry-run", "--json")
    assert (ran.document["applied"], ran.document["sheets"][0]["new"]) == (False, 2)
    assert run("candidates", "show", "", "--json").document == {"candidates": []}
    assert "rien n’a été écrit" in run("candidates", "import", roster, "--dry-run").out


def test_report_repeats_the_rejected_rows(
    run: Run, workspace: Path, roster: Path, tmp_path: Path
) -> None:
    report = tmp_path / "rejets.xlsx"
    run("candidates", "import", roster, "--report", report)
    texts = {c.text for row in read_workbook(report).sheets[0].rows for c in row.filled}
    assert {"Erreur", "31/02/1990"} <= texts


def test_one_sheet_with_a_map_of_its_own(run: Run, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    rows = (
        ("Zone 1", "Zone 2", "Quoi", "Statut", "Voie"),
        ("Nadal", "Hugo", "40642", "à voir", "FC"),
    )
    write_plain(path, (PlainSheet("Rien", (("x",),)), PlainSheet("Bizarre", rows)))
    mapping = tmp_path / "map.json"
    fields = {"Zone 1": "birth_name", "Zone 2": "first_names", "Quoi": "certification"}
    fields |= {"Statut": None, "Voie": "route"}
    # As the Windows notepad writes it: with a byte order mark
    mapping.write_text(json.dumps(fields), encoding="utf-8-sig")
    ran = run("candidates", "import", path, "--sheet", "Bizarre", "--map", mapping, "--json")
    assert [(sheet["sheet"], sheet["new"]) for sheet in ran.document["sheets"]] == [("Bizarre", 1)]
    wrong = run("candidates", "import", path, "--sheet", "Nulle part")
    assert (wrong.code, wrong.out) == (2, "")


def test_show_gives_everything_stored_with_iso_dates(
    run: Run, workspace: Path, roster: Path, tmp_path: Path
) -> None:
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", member()))
    run("candidates", "import", roster)
    (person,) = run("candidates", "show", "nadal", "--json").document["candidates"]
    (candidacy,) = person["candidacies"]
    assert (person["birth_name"], person["birth_date"], person["phone"]) == (
        "Nadal",
        "1997-09-09",
        "+33639001201",
    )
    assert (candidacy["route"], candidacy["intake"], candidacy["stage"]) == (
        "CONTINUING_EDUCATION",
        "COMPLETE",
        "PREPARING",
    )
    assert candidacy["training"]["assessment"] == 12.5
    (tie,) = person["ties"]
    assert (tie["examiner"], tie["kind"], tie["state"]) == (
        "SORREL Damien",
        "PLACEMENT",
        "PROPOSED",
    )
    (examiner,) = run("examiners", "show", "", "--json").document["examiners"]
    assert examiner["mandates"] == [{"start": "2025-01-01", "end": "2027-12-31", "act": ""}]
    assert "NADAL Hugo" in run("candidates", "show", "").out
    assert "SORREL Damien" in run("examiners", "show", "").out


def test_exports_and_templates_say_what_they_wrote(
    run: Run, workspace: Path, roster: Path, tmp_path: Path
) -> None:
    run("candidates", "import", roster)
    for command, rows in (
        (("candidates", "export"), 2),
        (("candidates", "template"), 0),
        (("examiners", "export"), 0),
        (("examiners", "template"), 0),
    ):
        path = tmp_path / f"{'-'.join(command)}.xlsx"
        ran = run(*command, path, "--json")
        assert (ran.code, ran.document) == (0, {"file": str(path), "rows": rows})
        assert path.is_file()
    path = tmp_path / "some.xlsx"
    some = run("candidates", "export", path, "--certification", "6082", "--route", "individual")
    assert some.code == 0


@pytest.mark.parametrize("family", ["candidates", "examiners"])
def test_file_without_a_sheet_of_the_kind_is_not_said_to_be_known(
    run: Run, workspace: Path, roster: Path, tmp_path: Path, family: str
) -> None:
    bare = tmp_path / "bare.xlsx"
    write_plain(bare, (PlainSheet("Rien", (("x", "y"), ("1", "2"))),))
    path = bare if family == "candidates" else roster
    ran = run(family, "import", path)
    assert (ran.code, ran.out.splitlines()[-1].split("\u00a0")[0]) == (
        1,
        "Aucune feuille n’a été reconnue",
    )
    document = run(family, "import", path, "--json").document
    assert (document["recognised"], document["changes_nothing"]) == (False, True)
