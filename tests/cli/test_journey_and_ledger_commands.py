"""The path of a candidacy and the ledger of a person, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, trained

DAY = ("--today", "2026-11-23")


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    run(
        "candidates",
        "import",
        candidates_file(tmp_path / "c.xlsx", trained("Nadal", "Hugo", Assiduité="")),
    )
    return run


def test_a_path_is_shown_with_what_may_be_done(office: Run) -> None:
    ran = office("journey", "show", "1", "--json", *DAY)
    stages = {stage["code"]: stage["waiting"] for stage in ran.document["stages"]}
    assert (ran.code, stages["ENTERED"], stages["ATTENDANCE"]) == (0, "DONE", "CURRENT")
    possible = {step["kind"] for step in ran.document["steps"] if step["possible"]}
    assert "ATTENDANCE_CERTIFIED" in possible
    assert "Assiduité attestée" in office("journey", "show", "1", *DAY).out


def test_a_step_is_taken_and_one_out_of_turn_is_refused(office: Run) -> None:
    take = ("journey", "take", "--candidacy", "1", "--kind")
    ran = office(*take, "ATTENDANCE_CERTIFIED", "--json", *DAY)
    assert (ran.code, ran.document["step"]["to_state"]) == (0, "MET")
    again = office(*take, "ATTENDANCE_CERTIFIED", *DAY)
    assert again.code == 4
    assert "attester l’assiduité" in again.err
    assert office(*take, "FILE_RECEIVED", *DAY).code == 4
    assert office(*take, "ENTERED", "--day", "2027-01-01", *DAY).code == 4


def test_only_a_legal_act_is_revoked(office: Run) -> None:
    office("journey", "take", "--candidacy", "1", "--kind", "ATTENDANCE_CERTIFIED", *DAY)
    ran = office("journey", "revoke", "1", "--reason", "erreur", *DAY)
    assert ran.code == 4
    assert "elle s’annule" in ran.err


def test_from_the_older_sheet_to_its_successor(office: Run) -> None:
    record = ("ledger", "record", "1", "--certification", "34316", "--evidence", "attestation")
    ran = office(*record, "--blocks", "BC01,BC02", "--on", "2023-06-12", "--json", *DAY)
    assert [one["block"] for one in ran.document["acquisitions"]] == [
        "RNCP34316BC01",
        "RNCP34316BC02",
    ]
    assert office(*record, "--blocks", "BC01", *DAY).code == 4
    away = office("ledger", "away", "--json", *DAY).document["away"]
    assert [one["missing"]["code"] for one in away] == ["RNCP34316BC03"]

    refused = office("equivalences", "propose", "RNCP40642", *DAY)
    assert (refused.code, "ne sont pas connus" in refused.err) == (4, True)
    blocks = ("equivalences", "blocks", "RNCP40642", "--by", "N. Diallo", "--source", "fiche")
    titled = (
        "--titled",
        "RNCP40642BC01=Préparer un projet de production",
        "--titled",
        "RNCP40642BC02=Gérer la production et suivre la postproduction",
        "--titled",
        "RNCP40642BC03?=Suivre l’administration d’une société de production",
    )
    assert office(*blocks, "--titled", "RNCP40642BC01", *DAY).code == 2
    assert office(*blocks, *titled, *DAY).code == 0
    proposed = office("equivalences", "propose", "RNCP40642", "--json", *DAY)
    first = proposed.document["equivalences"][0]
    assert (first["from_block"], first["state"]) == ("RNCP34316BC01", "PROPOSED")

    nobody = office("equivalences", "confirm", str(first["id"]), *DAY)
    assert nobody.code == 2
    settled = office(
        "equivalences", "confirm", str(first["id"]), "--by", "N. Diallo", "--json", *DAY
    )
    assert settled.document["equivalence"]["settled_by"] == "N. Diallo"
    (newer,) = [
        standing
        for standing in office("ledger", "show", "1", "--json", *DAY).document["standings"]
        if standing["certification"] == "RNCP40642"
    ]
    (credit,) = newer["credits"]
    assert (credit["block"], credit["equivalence"]["settled_on"]) == (
        "RNCP40642BC01",
        "2026-11-23",
    )
    assert (newer["remaining"], newer["options"]) == (["RNCP40642BC02"], ["RNCP40642BC03"])
    shown = office("ledger", "show", "1", *DAY).out
    assert "BC01, BC02" in shown
    listed = office("equivalences", "list", *DAY).out
    assert "confirmée" in listed
    aside = ("equivalences", "set-aside", "2", "--by", "N. Diallo")
    assert office(*aside, *DAY).code == 2
    assert office(*aside, "--reason", "autre référentiel", *DAY).code == 0


def test_an_equivalence_is_entered_and_taken_out(office: Run) -> None:
    blocks = ("--titled", "RNCP40642BC01=Préparer", "--by", "N. Diallo", "--source", "fiche")
    assert office("equivalences", "blocks", "RNCP40642", *blocks, *DAY).code == 0
    pair = ("equivalences", "add", "RNCP34316BC02", "RNCP40642BC01")
    assert office(*pair, *DAY).code == 2
    added = office(*pair, "--reason", "décision", "--by", "H. Fictive", "--json", *DAY)
    assert added.document["equivalence"]["settled_by"] == "H. Fictive"
    assert office(*pair, "--reason", "décision", *DAY).code == 4
    number = added.document["equivalence"]["id"]
    assert office("equivalences", "remove", number, *DAY).code == 0
    listed = office("equivalences", "list", "--json", *DAY).document["equivalences"]
    assert listed == []
