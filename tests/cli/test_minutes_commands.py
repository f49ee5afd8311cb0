"""Minutes once issued, from the command line: the chain, what may be corrected, an amendment."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.builders import CODE, DAY
from tests.cli.conftest import Run
from tests.cli.recorded_office import A

CHANGES = [
    {"candidacy": 1, "block": "BC03", "field": "outcome", "value": "REFUSED"},
    {"candidacy": 1, "block": "BC03", "field": "reason", "value": "Trop court."},
    {"candidacy": 1, "block": "BC03", "field": "evidence", "value": "Le dossier."},
    {"candidacy": 1, "block": "BC03", "field": "advice", "value": "Reprendre."},
    {"jury": 1, "field": "room", "value": "Salle 2"},
    {"examiner": 3, "field": "arrived", "value": "08:55"},
]


@pytest.fixture
def issued(
    run: Run,
    recorded: Path,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    shutil.copyfile(recorded, place)
    monkeypatch.setenv("JURYDESK_TODAY", f"{DAY:%Y-%m-%d}")
    assert run("minutes", A, tmp_path / "pv.pdf", "--final").code == 0
    return run


def file(tmp_path: Path, *corrections: dict[str, Any], **told: str) -> Path:
    path = tmp_path / "correction.json"
    given = {"reason": "Intervertis.", "asked_by": "Le jury", **told, "corrections": corrections}
    path.write_text(json.dumps(given), encoding="utf-8")
    return path


def test_an_amendment_from_a_file_is_the_next_of_the_chain(issued: Run, tmp_path: Path) -> None:
    ran = issued("minutes", "amend", A, "--file", file(tmp_path, *CHANGES), "--json")
    assert (ran.code, ran.document["number"], ran.document["amends"]) == (
        0,
        "PV-2026-002",
        "PV-2026-001",
    ), ran.err
    told = {(one["field"], one["before"], one["after"]) for one in ran.document["alterations"]}
    assert ("decision", "FULL", "PARTIAL") in told
    assert ("room", "Salle 1", "Salle 2") in told
    chain = issued("minutes", "list", A, "--json").document["minutes"]
    assert [(one["number"], one["amends"]) for one in chain] == [
        ("PV-2026-001", ""),
        ("PV-2026-002", "PV-2026-001"),
    ]
    out = tmp_path / "again.pdf"
    assert issued("minutes", A, out, "--json").document["number"] == "PV-2026-002"
    assert issued("verify").code == 0
    assert "PV-2026-002" in issued("minutes", "list", A).out


def test_a_dry_run_tells_and_stores_nothing(issued: Run, tmp_path: Path) -> None:
    path = file(tmp_path, *CHANGES)
    ran = issued("minutes", "amend", A, "--file", path, "--dry-run", "--json")
    assert (ran.code, ran.document["findings"], ran.document["number"]) == (0, [], "")
    assert len(issued("minutes", "list", A, "--json").document["minutes"]) == 1


def test_points_are_named_as_a_file_names_them(issued: Run) -> None:
    points = issued("minutes", "points", A, "--json").document["points"]
    (outcome,) = [
        one for one in points if (one["field"], one.get("block")) == ("outcome", f"{CODE}BC03")
    ]
    assert (outcome["candidacy"], outcome["value"], outcome["choices"]) == (
        1,
        "ACQUIRED",
        ["ACQUIRED", "REFUSED"],
    )
    assert issued("minutes", "points", A).code == 0


@pytest.mark.parametrize(
    ("corrections", "code"),
    [
        ((), "AMEND-03"),
        (({"jury": 9, "field": "room", "value": "X"},), "AMEND-07"),
        (({"candidacy": 1, "field": "weather", "value": "X"},), "AMEND-07"),
        (({"candidacy": 1, "field": "birth_date", "value": "hier"},), "AMEND-06"),
        (({"candidacy": 1, "field": "decision", "value": "NONE"},), "AMEND-04"),
        (CHANGES[:1], "MIN-20 MIN-25 MIN-26"),
    ],
)
def test_what_does_not_hold_is_refused_by_name(
    issued: Run, tmp_path: Path, corrections: Any, code: str
) -> None:
    ran = issued("minutes", "amend", A, "--file", file(tmp_path, *corrections), "--json")
    named = [finding["code"] for finding in ran.document["error"]["findings"]]
    assert (ran.code, named) == (4, code.split())


def test_a_file_that_is_none_is_said_in_words(issued: Run, tmp_path: Path) -> None:
    missing = issued("minutes", "amend", A, "--file", tmp_path / "none.json")
    assert (missing.code, "none.json" in missing.err) == (3, True)
    for content, code in (("[]", 2), ("{", 3), ('{"corrections": 3}', 2)):
        path = tmp_path / "bad.json"
        path.write_text(content, encoding="utf-8")
        ran = issued("minutes", "amend", A, "--file", path)
        assert (ran.code, "bad.json" in ran.err, "Traceback" in ran.err) == (code, True, False)


def test_reason_and_request_may_be_given_beside_the_file(issued: Run, tmp_path: Path) -> None:
    path = file(tmp_path, CHANGES[4], reason="", asked_by="", amends="PV-2026-001")
    assert issued("minutes", "amend", A, "--file", path).code == 4
    told = ("--reason", "Salle changée", "--asked-by", "La présidente")
    ran = issued("minutes", "amend", A, "--file", path, *told, "--json")
    assert (ran.code, ran.document["asked_by"]) == (0, "La présidente")
    again = issued("minutes", "amend", A, "--file", path, *told)
    assert (again.code, "PV-2026-002" in again.err) == (4, True)


def test_a_session_without_minutes_has_nothing_to_list(
    run: Run,
    recorded: Path,
    place: Path,
) -> None:
    shutil.copyfile(recorded, place)
    ran = run("minutes", "list", A)
    assert (ran.code, A in ran.out) == (0, True)
    assert run("minutes", "points", A).code == 4
