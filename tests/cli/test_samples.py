"""The rosters that an office really keeps, when they are beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from jurydesk.bootstrap import open_desk
from jurydesk.services.facts import facts_of
from jurydesk.services.sessions import open_session
from tests.cli.conftest import Ran, Run
from tests.planning.checker import breaches

CANDIDATES, POOL = "suivi-candidats-2026.xlsx", "vivier-jury-2026.xlsx"


@pytest.fixture
def taken(run: Run, workspace: Path, shared_folder: Path) -> tuple[Ran, Ran]:
    """How the import of the pool and that of the candidates ended."""
    samples = shared_folder / "samples"
    pool = run("examiners", "import", samples / POOL, "--json")
    return pool, run("candidates", "import", samples / CANDIDATES, "--json")


def test_pool_has_28_members_with_mandates_and_absences(run: Run, taken: tuple[Ran, Ran]) -> None:
    (sheet,) = taken[0].document["sheets"]
    examiners = run("examiners", "show", "", "--json").document["examiners"]
    assert (taken[0].code, sheet["read"], sheet["new"]) == (0, 28, 28)
    assert len(examiners) == 28
    assert all(examiner["mandates"] for examiner in examiners)
    assert sum(bool(examiner["absences"]) for examiner in examiners) >= 14


def test_vae_sheet_has_34_people_and_the_one_that_starts_with_an_equals_sign(
    run: Run, taken: tuple[Ran, Ran]
) -> None:
    sheet = taken[1].document["sheets"][0]
    assert (sheet["sheet"], sheet["header_row"]) == ("VAE", 4)
    assert (sheet["read"], sheet["new"]) == (37, 35)
    assert [(d["row"], d["of_row"]) for d in sheet["duplicates"]] == [(41, 5)]
    assert [ignored["row"] for ignored in sheet["ignored"]] == [45]
    (rejected,) = sheet["rejected"]
    assert rejected["row"] == 42
    assert {cell["column"] for cell in rejected["cells"]} == {
        "Né(e) le", "Mail", "Tél.", "Titre visé", "Blocs demandés", "Livret 1 reçu le",
    }  # fmt: skip
    assert all(cell["text"] for cell in rejected["cells"])
    (odd,) = run("candidates", "show", "HYPERLINK", "--json").document["candidates"]
    assert odd["birth_name"] == '=HYPERLINK("http://exemple.invalid","clic")'


def test_second_sheet_has_40_people_and_an_apprentice_kept_as_a_draft(
    run: Run, taken: tuple[Ran, Ran]
) -> None:
    sheet = taken[1].document["sheets"][1]
    assert (sheet["sheet"], sheet["header_row"], sheet["new"]) == ("Promos 2026", 1, 41)
    assert sheet["rejected"] == []
    found = {finding["code"] for finding in sheet["findings"] if finding["row"] == 42}
    assert {"ROUTE-01", "CERT-05"} <= found
    (apprentice,) = run("candidates", "show", "apprenti", "--json").document["candidates"]
    (candidacy,) = apprentice["candidacies"]
    assert (candidacy["route"], candidacy["intake"]) == ("APPRENTICESHIP", "DRAFT")


def test_second_import_changes_nothing(
    run: Run, taken: tuple[Ran, Ran], workspace: Path, shared_folder: Path
) -> None:
    before = workspace.read_bytes()
    for family, file, same in (("examiners", POOL, [28]), ("candidates", CANDIDATES, [35, 41])):
        document = run(family, "import", shared_folder / "samples" / file, "--json").document
        assert document["changes_nothing"]
        assert [sheet["same"] for sheet in document["sheets"]] == same
        assert [sheet["new"] + sheet["changed"] for sheet in document["sheets"]] == [0] * len(same)
    assert workspace.read_bytes() == before


@pytest.mark.parametrize("certification", ["RNCP40642", "RNCP41481"])
def test_every_placed_hearing_satisfies_an_independent_checker(
    run: Run, taken: tuple[Ran, Ran], workspace: Path, certification: str
) -> None:
    run("certifications", "confirm", certification)
    run(
        "sessions", "create", "S", "--certification", certification,
        "--days", "2026-12-14,2026-12-15", "--rooms", "2",
    )  # fmt: skip
    ran = run("sessions", "propose", "S", "--seconds", "10", "--json")
    desk = open_desk(workspace)
    facts = facts_of(open_session(desk, code="S"))
    desk.close()
    assert facts.session.hearings
    assert breaches(facts, facts.session.juries, facts.session.hearings) == []
    assert all(unplaced["reasons"] for unplaced in ran.document["unplaced"])
    placed = [hearing for jury in ran.document["juries"] for hearing in jury["hearings"]]
    assert len(placed) + len(ran.document["unplaced"]) == len(facts.session.candidacies)
