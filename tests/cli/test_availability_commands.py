"""When an examiner can sit, from the command line: shown, written, read from a calendar file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.services.rosters import member, pool_file
from tests.ui.agendas import write_agenda

NAME = "SORREL Damien"
SHOOT = "DTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261210\nSUMMARY:En tournage"


@pytest.fixture
def pool(run: Run, workspace: Path, tmp_path: Path) -> Run:
    path = pool_file(tmp_path / "pool.xlsx", member(), member("Sorrel", "Damienne"))
    run("examiners", "import", path)

    def availability(*arguments: object) -> Ran:
        return run("examiners", "availability", NAME, *arguments)

    return availability


def said(out: str) -> list[str]:
    return [line.strip() for line in out.replace("\u00a0", " ").splitlines()]


def test_it_is_written_as_people_write_it_and_shown_in_words(pool: Run) -> None:
    assert said(pool().out) == [f"{NAME} n’a rien dit de ses disponibilités."]
    ran = pool("--set", "3-5/12, plutôt pas le 8/12 matin, option jusqu'au 1/3 pour le 15-16/03")
    assert ran.code == 0
    assert said(pool().out) == [
        NAME,
        "Indisponible du 3 décembre 2026 au 5 décembre 2026",
        "Plutôt pas le 8 décembre 2026, matin",
        "Option jusqu’au 1er mars 2027 : du 15 mars 2027 au 16 mars 2027",
    ]
    (one, *_) = pool("--json").document["entries"]
    assert (one["kind"], one["start"], one["origin"], one["given"]) == (
        "AWAY",
        "2026-12-03",
        "TYPED",
        "2026-11-23",
    )


def test_nothing_is_kept_while_a_word_is_not_understood(pool: Run) -> None:
    ran = pool("--set", "3-5/12, 8/12 matn, peut-être le 9/12")
    assert ran.code == 2
    assert [line.split(" : ")[1].split(".")[0] for line in said(ran.err)[:2]] == [
        "« matn » n’est pas compris",
        "« peut-être » n’est pas compris",
    ]
    assert "2 parties ne sont pas comprises" in ran.err
    assert pool("--json").document["entries"] == []


def test_a_calendar_may_be_looked_at_first(pool: Run, tmp_path: Path) -> None:
    path = write_agenda(tmp_path, SHOOT, "DTSTART:20261214T200000\nDURATION:PT1H")
    ran = pool("--ics", path, "--dry-run")
    assert said(ran.out) == [
        "Calendrier agenda.ics, du 23 novembre 2026 au 23 mai 2028 : 2 événements, 1 sans effet.",
        "+ indisponible du 7 décembre 2026 au 9 décembre 2026 (« En tournage »)",
    ]
    assert pool("--json").document["entries"] == []
    kept = pool("--ics", path, "--json").document
    assert (len(kept["added"]), kept["kept"], kept["ignored"]) == (1, [], {"OUTSIDE": 1})
    again = pool("--ics", write_agenda(tmp_path, SHOOT), "--json", "--dry-run").document
    assert (again["added"], len(again["kept"]), again["removed"]) == ([], 1, [])


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"hello", 3, "n’est pas un calendrier"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", 4, "aucun événement"),
    ],
)
def test_a_bad_calendar_is_named(
    pool: Run, tmp_path: Path, content: bytes, code: int, words: str
) -> None:
    path = tmp_path / "agenda.ics"
    path.write_bytes(content)
    ran = pool("--ics", path)
    assert (ran.code, words in ran.err) == (code, True)


def test_who_and_which_source_must_be_clear(pool: Run, run: Run, tmp_path: Path) -> None:
    assert run("examiners", "availability", "Sorrel").code == 4
    assert run("examiners", "availability", "Zorro").code == 2
    assert pool("--set", "3/12", "--ics", tmp_path / "a.ics").code == 2
    assert pool("--ics", tmp_path / "a.ics").code == 3


def test_who_sat_nowhere_has_an_empty_record(run: Run, pool: Run) -> None:
    ran = run("examiners", "history", NAME)
    assert said(ran.out)[0] == f"{NAME} : 0 jury tenu, présidences : 0, années de suite : 0."
    assert run("examiners", "history", NAME, "--json").document["juries"] == []
