"""What is due, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Run, let_in
from tests.services.rosters import candidates_file, member, pool_file, trained

CODE = "2026-12-A"


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    """A jury of four on 14 December, of whom nobody is known to be employed or not."""
    pool = (
        member("Quillien", "Armelle", **{"H/F": "F", "Collège": "employeurs"}),
        member("Sorrel", "Damien"),
        member("Tanguy", "Sibylle", **{"H/F": "F", "Collège": "indépendant"}),
        member("Vauquelin", "Hervé", Collège="équipe pédagogique", Structure="CEFPF"),
    )
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", trained("Nadal", "Hugo")))
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", *pool))
    run("certifications", "confirm", "RNCP40642")
    let_in(run, 1)
    run("sessions", "create", CODE, "--certification", "40642", "--days", "2026-12-14")
    assert run("sessions", "propose", CODE, "--seconds", "5").code == 0
    return run


def test_nothing_is_due_in_a_new_workspace(run: Run, workspace: Path) -> None:
    ran = run("deadlines", "list")
    assert (ran.code, ran.out) == (0, "Aucune échéance.\n")
    assert run("deadlines", "list", "--json").document == {"deadlines": []}


def test_list_names_who_must_do_what_by_when(office: Run) -> None:
    ran = office("deadlines", "list", "--json")
    lines = ran.document["deadlines"]
    people = sorted(line.pop("person") for line in lines)
    assert people == ["QUILLIEN Armelle", "SORREL Damien", "TANGUY Sibylle", "VAUQUELIN Hervé"]
    first = lines[0]
    assert first.pop("key") == f"EMPLOYER-e{first.pop('examiner')}-s1"
    assert (ran.code, first) == (
        0,
        {
            "clock": "EMPLOYER",
            "article": "D3142-32",
            "state": "RUNNING",
            "urgency": "SOON",
            "starts": "2026-12-14",
            "due": "2026-11-29",
            "days_left": 6,
            "last_working_day": "2026-11-27",
            "certification": "RNCP40642",
            "session": CODE,
            "candidacy": None,
            "act": "EMPLOYER_TOLD",
            "text": "faire prévenir l’employeur",
            "expiry": "LATE_EMPLOYER",
        },
    )
    shown = office("deadlines", "list").out.splitlines()
    assert shown[0].split()[:3] == ["Au", "plus", "tard"]
    assert shown[2].split()[:4] == ["2026-11-29", "6", "QUILLIEN", "Armelle"]
    assert len(shown) == 6


def test_until_a_day_and_late(office: Run) -> None:
    assert office("deadlines", "list", "--until", "2026-11-28", "--json").document == {
        "deadlines": []
    }
    assert len(office("deadlines", "list", "--until", "2026-11-29", "--json").document["deadlines"])
    assert office("deadlines", "list", "--today", "2026-11-30").code == 1
    assert office("deadlines", "list", "--until", "tomorrow").code == 2
    wrong = office("deadlines", "list", "--zone", "75")
    assert (wrong.code, wrong.err.split(".")[0]) == (
        2,
        "Aucune zone de jours fériés ne s’appelle «\u00a075\u00a0»",
    )


def test_export_writes_a_calendar_but_never_over_a_workspace(
    office: Run, workspace: Path, tmp_path: Path
) -> None:
    out = tmp_path / "clocks.ics"
    ran = office("deadlines", "export", out, "--json")
    assert (ran.code, ran.document) == (0, {"file": str(out), "count": 4})
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 4
    assert office("deadlines", "export", out).out == f"4 échéances écrites\u00a0: {out}\n"
    before = workspace.read_bytes()
    assert office("deadlines", "export", workspace).code == 4
    assert workspace.read_bytes() == before
