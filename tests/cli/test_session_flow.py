"""A whole session from the command line: rosters in, final minutes out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jurydesk.exchange.plain_workbook import PlainSheet, PlainValue, write_plain
from jurydesk.exchange.workbook_reader import read_workbook
from tests.cli.conftest import Run, let_in
from tests.services.rosters import candidates_file, member, pool_file, trained

CODE = "2026-12-A"
DAY = "2026-12-14"
PEOPLE = (("Nadal", "Hugo"), ("Morvan", "Élise"), ("Quéré", "Nolwenn"))
POOL = (
    member("Quillien", "Armelle", **{"H/F": "F", "Collège": "employeurs", "Structure": "Plateaux"}),
    member("Sorrel", "Damien"),
    member("Tanguy", "Sibylle", **{"H/F": "F", "Collège": "indépendant", "Structure": "auteure"}),
    member("Vauquelin", "Hervé", Collège="équipe pédagogique", Structure="CEFPF"),
)


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    """Three candidates and a pool of four, all that minutes need, the composition confirmed."""
    rows = (trained(name, first) for name, first in PEOPLE)
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", *rows))
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", *POOL))
    for name, value in (
        ("address", "1 rue du Jury, Paris"),
        ("representative", "Hélène Fictive"),
        ("representative_role", "directrice"),
    ):
        run("settings", "set", name, value)
    run("certifications", "confirm", "RNCP40642")
    let_in(run, 1, 2, 3)
    return run


@pytest.fixture
def proposed(office: Run) -> Run:
    office(
        "sessions",
        "create",
        CODE,
        "--certification",
        "RNCP40642",
        "--days",
        DAY,
        "--place",
        "Paris",
    )
    assert office("sessions", "propose", CODE, "--seconds", "5").code == 0
    return office


def filled(path: Path) -> Path:
    """Fill in the secretary's sheet: everybody came; the second candidate is refused."""
    sheets: list[PlainSheet] = []
    for sheet in read_workbook(path).sheets:
        rows = {row.number: {c.column: c.value for c in row.cells} for row in sheet.rows}
        columns = {str(value): column for column, value in rows[4].items()}
        for number in range(5, max(rows) + 1):
            for heading, value in _answers(number).items():
                if heading in columns:
                    rows[number][columns[heading]] = value
        lines = [
            tuple(rows.get(n, {}).get(c) for c in range(1, 30)) for n in range(1, max(rows) + 1)
        ]
        sheets.append(PlainSheet(sheet.title, tuple(lines)))
    write_plain(path, tuple(sheets))
    return path


DECLARED = {"Dossiers lus (oui / non)": "oui", "Aucun lien (oui / non)": "oui"}


def _answers(number: int) -> dict[str, PlainValue]:
    result: dict[str, PlainValue] = {"Certification (acquis / refusé)": "acquis"}
    if number == 6:
        result = {"Certification (acquis / refusé)": "refusé", "Motif du refus": "Budget absent."}
        result |= {"Preuves du refus": "Page 3.", "Conseil après le refus": "Le refaire."}
    return {"Présence": "présent", "Présent (oui / non)": "oui", **DECLARED, **result}


def test_create_takes_those_who_are_ready(office: Run) -> None:
    ran = office(
        "sessions", "create", CODE, "--certification", "40642", "--days", f"{DAY},2026-12-15",
        "--rooms", "2", "--start", "09:30", "--minutes", "60", "--json",
    )  # fmt: skip
    assert ran.code == 0
    assert ran.document["rooms"] == ["Salle 1", "Salle 2"]
    assert ran.document["days"] == [DAY, "2026-12-15"]
    assert [c["candidate"] for c in ran.document["candidacies"]] == [
        "NADAL Hugo",
        "MORVAN Élise",
        "QUÉRÉ Nolwenn",
    ]
    (listed,) = office("sessions", "list", "--json").document["sessions"]
    assert (listed["session"], listed["status"], listed["unplaced"]) == (CODE, "DRAFT", 3)


def test_juries_are_convened_for_the_day_and_each_seat_names_its_substitutes(office: Run) -> None:
    """Six hearings of an hour take both halves of the day; the pool has one person per seat."""
    office(
        "sessions", "create", CODE, "--certification", "40642", "--days", DAY,
        "--minutes", "100", "--jury-span", "DAY",
    )  # fmt: skip
    told = office("sessions", "propose", CODE, "--json").document
    morning, afternoon = told["juries"]
    assert (morning["half_day"], afternoon["half_day"]) == ("am", "pm")
    assert morning["members"] == afternoon["members"]
    assert morning["president"] == afternoon["president"]
    assert told["objective"]["substitutes"] == 4
    assert [member["substitutes"] for member in morning["members"]] == [[]] * 4
    assert "aucun·e suppléant·e possible" in office("sessions", "check", CODE).out
    changed = office("sessions", "alter", CODE, "--jury-span", "HALF_DAY", "--json")
    assert (changed.code, len(changed.document["juries"])) == (0, 2)


def test_create_takes_those_named(office: Run) -> None:
    ran = office(
        "sessions", "create", CODE, "--certification", "40642", "--days", DAY,
        "--candidates", "1,3", "--json",
    )  # fmt: skip
    assert [c["candidacy"] for c in ran.document["candidacies"]] == [1, 3]
    again = office("sessions", "create", CODE, "--certification", "40642", "--days", DAY)
    assert (again.code, again.out) == (4, "")


def test_propose_and_check_have_one_shape(office: Run) -> None:
    office("sessions", "create", CODE, "--certification", "RNCP40642", "--days", DAY)
    proposed = office("sessions", "propose", CODE, "--seconds", "5", "--seed", "1", "--json")
    document = proposed.document
    assert proposed.code == 0
    assert (document["session"], document["status"], document["unplaced"]) == (CODE, "optimal", [])
    assert set(document) == {
        "session", "certifications", "status", "seconds", "bound", "objective", "juries",
        "unplaced", "findings",
    }  # fmt: skip
    assert document["certifications"] == ["RNCP40642"]
    (jury,) = document["juries"]
    assert jury["certification"] == "RNCP40642"
    assert (jury["date"], jury["half_day"], jury["room"]) == (DAY, "am", "Salle 1")
    assert [(m["seat"], m["external"], m["deliberates"], m["sex"]) for m in jury["members"]] == [
        ("EMPLOYERS", True, True, "F"),
        ("EMPLOYEES", True, True, "M"),
        ("INDEPENDENT", True, True, "F"),
        ("TEACHING_STAFF", False, False, "M"),
    ]
    hearing = jury["hearings"][0]
    assert (hearing["start"], hearing["end"]) == (f"{DAY}T09:00", f"{DAY}T09:45")
    assert (hearing["route"], hearing["recused"], hearing["deliberating"]) == (
        "CONTINUING_EDUCATION",
        [],
        3,
    )
    assert {"code", "severity", "subjects", "text", "source"} == set(document["findings"][0])
    assert office("sessions", "check", CODE, "--json").document == document


def test_the_juries_of_an_examiner_are_listed(office: Run) -> None:
    office("sessions", "create", CODE, "--certification", "RNCP40642", "--days", DAY)
    proposed = office("sessions", "propose", CODE, "--seconds", "5", "--json").document
    name = proposed["juries"][0]["members"][0]["name"]
    record = office("examiners", "history", name, "--json").document
    assert [(one["session"], one["day"], one["seat"], one["held"]) for one in record["juries"]] == [
        (CODE, DAY, "EMPLOYERS", False)
    ]
    assert f"{DAY} matin" in office("examiners", "history", name).out


def test_unplaced_come_with_reasons_and_exit_code_1(office: Run) -> None:
    office(
        "sessions", "create", CODE, "--certification", "40642", "--days", DAY,
        "--end", "10:00",
    )  # fmt: skip
    ran = office("sessions", "propose", CODE, "--seconds", "5", "--json")
    assert (ran.code, ran.document["status"], len(ran.document["unplaced"])) == (1, "partial", 2)
    assert all(unplaced["reasons"][0]["text"] for unplaced in ran.document["unplaced"])
    assert "Sans place" in office("sessions", "check", CODE).out


def test_whole_day_ends_with_final_minutes(
    proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "resultats.xlsx"
    assert proposed("results", "template", CODE, sheet, "--json").document["rows"] == 3
    filled(sheet)
    early = proposed("results", "import", CODE, sheet)
    assert (early.code, early.out) == (4, "")
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    imported = proposed("results", "import", CODE, sheet, "--json")
    assert imported.code == 0
    assert (imported.document["frozen"], imported.document["hearings"]) == (True, 3)
    assert "figée" in imported.err
    draft = proposed("minutes", CODE, tmp_path / "pv-draft.pdf", "--json")
    assert (draft.code, draft.document["final"]) == (0, False)
    final = proposed("minutes", CODE, tmp_path / "pv.pdf", "--final", "--json")
    assert (final.code, final.err) == (0, "")
    assert final.document["number"] == "PV-2026-001"
    assert (tmp_path / "pv.pdf").read_bytes().startswith(b"%PDF")
    closed = proposed("results", "import", CODE, sheet)
    assert (closed.code, "rectificatif" in closed.err) == (4, True)
    papers = proposed("documents", CODE, tmp_path / "papers", "--json").document["files"]
    assert Path(papers[0]).read_bytes() == (tmp_path / "pv.pdf").read_bytes()
    closures = {
        person["birth_name"]: person["candidacies"][0]["closure"]
        for person in proposed("candidates", "show", "", "--json").document["candidates"]
    }
    assert sorted(closures.values()) == ["CERTIFIED", "CERTIFIED", "IN_PROGRESS"]
    assert proposed("verify").code == 0


def test_results_may_close_the_deliberation(
    proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "resultats.xlsx"
    proposed("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    empty = proposed("results", "import", CODE, sheet, "--close", "--json")
    assert (empty.code, empty.document["closed"]) == (1, False)
    done = proposed("results", "import", CODE, filled(sheet), "--close")
    assert (done.code, "est close" in done.out) == (0, True)


def test_a_jury_of_a_closed_session_is_annulled_for_good(
    proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annul = ("sessions", "annul", CODE, "1", "--reason", "Composition irrégulière.")
    early = proposed(*annul)
    assert (early.code, "n’est pas close" in early.err) == (4, True)
    sheet = tmp_path / "resultats.xlsx"
    proposed("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    proposed("results", "import", CODE, filled(sheet), "--close")
    assert proposed(*annul[:-2]).code == 2
    done = proposed(*annul, "--json")
    assert (done.code, done.document["jury"], len(done.document["candidacies"])) == (0, 1, 3)
    assert proposed("sessions", "check", CODE, "--json").document["juries"][0]["annulled"]
    assert "Jury 1 (annulé)" in proposed("sessions", "check", CODE).out
    assert proposed(*annul).code == 4
    people = proposed("candidates", "show", "", "--json").document["candidates"]
    paths = [path for person in people for path in person["candidacies"]]
    assert {(path["closure"], path["stage"]) for path in paths} == {("IN_PROGRESS", "READY")}
    assert proposed("verify").code == 0


def test_final_minutes_name_what_is_missing_and_change_nothing(
    proposed: Run, workspace: Path, tmp_path: Path
) -> None:
    before = workspace.read_bytes()
    ran = proposed("minutes", CODE, tmp_path / "pv.pdf", "--final", "--json")
    assert ran.code == 4
    assert {f["code"] for f in ran.document["error"]["findings"]} >= {"MIN-15", "MIN-18"}
    assert not (tmp_path / "pv.pdf").exists()
    assert workspace.read_bytes() == before


def test_line_that_cannot_be_read_is_rejected(
    proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    path = tmp_path / "r.xlsx"
    rows = (
        (CODE,),
        ("N° de candidature", "Candidat", "Présence"),
        (99, "NADAL Hugo", "présent"),
        (1, "NADAL Hugo", "peut-être"),
        (2, "MORVAN Élise", "absent"),
    )
    write_plain(path, (PlainSheet("R", rows),))
    ran = proposed("results", "import", CODE, path, "--json")
    assert ran.code == 1
    rejected = [(line["row"], line["cells"][0]["code"]) for line in ran.document["rejected"]]
    assert rejected == [(3, "RESULT-02"), (4, "RESULT-03")]
    assert ran.document["hearings"] == 1
    text = proposed("results", "import", CODE, path).out
    assert "ligne 4" in text


def changed(path: Path, title: str, cells: dict[tuple[int, int], PlainValue]) -> Path:
    """Change some cells of a sheet, row and column of each."""
    sheets = []
    for sheet in read_workbook(path).sheets:
        table = {(row.number, c.column): c.value for row in sheet.rows for c in row.cells}
        table |= cells if sheet.title == title else {}
        last = max(row for row, _ in table)
        rows = (tuple(table.get((n, c)) for c in range(1, 30)) for n in range(1, last + 1))
        sheets.append(PlainSheet(sheet.title, tuple(rows)))
    write_plain(path, tuple(sheets))
    return path


def test_numbers_beside_other_names_leave_the_deliberation_open(
    proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "r.xlsx"
    proposed("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    numbers = [read_workbook(sheet).sheets[0].rows[n].cell(1).value for n in (-3, -2)]
    changed(filled(sheet), "Résultats", {(5, 1): numbers[1], (6, 1): numbers[0]})
    ran = proposed("results", "import", CODE, sheet, "--close", "--json")
    assert (ran.code, ran.document["closed"], ran.document["hearings"]) == (1, False, 1)
    found = [(line["row"], line["cells"][0]["code"]) for line in ran.document["rejected"]]
    assert found == [(5, "RESULT-08"), (6, "RESULT-08")]
    assert "reste ouverte" in ran.err
    changed(sheet, "Résultats", {(5, 1): numbers[0], (6, 1): numbers[1]})
    assert proposed("results", "import", CODE, sheet, "--close").code == 0


def test_rejected_line_keeps_a_complete_deliberation_open(
    proposed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "r.xlsx"
    proposed("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    assert proposed("results", "import", CODE, filled(sheet)).code == 0
    changed(sheet, "Résultats", {(5, 2): "AUTRE Nom"})
    ran = proposed("results", "import", CODE, sheet, "--close", "--json")
    assert (ran.code, ran.document["closed"], ran.document["findings"]) == (1, False, [])
    (session,) = proposed("sessions", "list", "--json").document["sessions"]
    assert session["status"] == "FROZEN"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({(1, 1): "Résultats – 2026-11-A"}, "RESULTS-OTHER-SESSION"),
        ({(1, 1): None}, "RESULTS-NO-TITLE"),
        ({(4, column): None for column in range(1, 30)}, "RESULTS-NO-HEADINGS"),
    ],
)
def test_file_of_something_else_leaves_the_session_as_it_was(
    proposed: Run,
    workspace: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    cells: dict[tuple[int, int], PlainValue],
    code: str,
) -> None:
    sheet = tmp_path / "r.xlsx"
    proposed("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    changed(filled(sheet), "Résultats", cells)
    before = workspace.read_bytes()
    ran = proposed("results", "import", CODE, sheet, "--close", "--json")
    assert (ran.code, ran.document["frozen"], ran.document["closed"]) == (1, False, False)
    (unread,) = ran.document["unread"]
    assert (unread["sheet"], unread["code"]) == ("Résultats", code)
    assert unread["text"] in proposed("results", "import", CODE, sheet).out
    assert workspace.read_bytes() == before


@pytest.mark.parametrize("command", [("minutes", CODE), ("results", "template", CODE)])
def test_no_paper_of_a_session_takes_the_place_of_the_workspace(
    proposed: Run, workspace: Path, command: tuple[str, ...]
) -> None:
    before = workspace.read_bytes()
    ran = proposed(*command, workspace)
    assert (ran.code, ran.out) == (4, "")
    assert workspace.read_bytes() == before


def test_no_paper_in_a_folder_takes_the_place_of_a_workspace(
    proposed: Run, workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    proposed("documents", CODE, folder)
    paper = next(iter(sorted(folder.iterdir())))
    shutil.copy(workspace, paper)
    assert proposed("documents", CODE, folder).code == 4
    assert paper.read_bytes() == workspace.read_bytes()


def test_final_minutes_that_cannot_be_written_are_not_issued(
    proposed: Run, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "r.xlsx"
    proposed("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", "2026-12-14")
    assert proposed("results", "import", CODE, filled(sheet)).code == 0
    before = workspace.read_bytes()
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file" / "pv.pdf", tmp_path / "file" / "a" / "pv.pdf", tmp_path):
        ran = proposed("minutes", CODE, place, "--final")
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert proposed("minutes", CODE, workspace, "--final").code == 4
    assert workspace.read_bytes() == before
    assert proposed("minutes", CODE, tmp_path / "new" / "pv.pdf", "--final").code == 0
