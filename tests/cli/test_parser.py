from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jurydesk.cli.main import language_of
from jurydesk.cli.tables import table, width
from jurydesk.wording import LANGUAGES
from tests.cli.conftest import Run

HEAVY = ("PySide6", "alembic", "openpyxl", "ortools", "reportlab", "sqlalchemy", "sqlmodel")
COMMANDS = {
    "init", "demo", "verify", "backup", "restore", "certifications", "candidates", "examiners",
    "sessions", "results", "minutes", "documents", "settings", "history", "ties",
    "duplicates", "merge", "note", "timeline", "search",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_in_both_languages(run: Run, command: str, language: str) -> None:
    ran = run("--lang", language, command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"jurydesk {command}" in ran.out.replace("\n", " ")


def test_help_names_every_command(run: Run) -> None:
    text = run("--help").out
    assert {command for command in COMMANDS if f"  {command} " in text} == COMMANDS


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("sessions", "--help")])
def test_start_up_loads_nothing_slow(arguments: tuple[str, ...]) -> None:
    """A shell that completes or asks for help must not wait for SQL, Qt or a solver."""
    script = (
        "import sys\nfrom jurydesk.bootstrap import main\n"
        f"main({list(arguments)!r})\n"
        f"sys.exit(','.join(name for name in {HEAVY!r} if name in sys.modules) or None)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (ended.stderr, ended.returncode) == ("", 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ("unknown",),
        ("sessions",),
        ("sessions", "create", "A"),
        ("sessions", "create", "A", "--certification", "RNCP40642", "--days", "demain"),
        ("sessions", "create", "A", "--certification", "X", "--days", "2026-12-14", "--rooms", "0"),
        (
            "sessions",
            "create",
            "A",
            "--certification",
            "X",
            "--days",
            "2026-12-14",
            "--start",
            "9h",
        ),
        (
            "sessions",
            "create",
            "A",
            "--certification",
            "X",
            "--days",
            "2026-12-14",
            "--candidates",
            "a",
        ),
        ("sessions", "propose", "A", "--seconds", "0"),
        ("sessions", "check", "INCONNUE"),
        ("candidates", "export", "x.xlsx", "--route", "BATEAU"),
        ("--today", "hier", "sessions", "list"),
        ("results", "import", "A", "x.xlsx", "--reason", "sans numéro"),
        ("settings", "set", "colour", "blue"),
        ("settings", "set", "quorum", "zéro"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    run: Run, workspace: object, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def test_wrong_day_in_the_environment_is_wrong_usage(
    run: Run, workspace: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JURYDESK_TODAY", "hier")
    assert run("sessions", "list").code == 2


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ((), "fr"),
        (("--lang", "en"), "en"),
        (("sessions", "list", "--lang=en"), "en"),
        (("--lang", "de"), "fr"),
        (("--lang",), "fr"),
    ],
)
def test_language_is_known_before_the_command_is(
    arguments: tuple[str, ...], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JURYDESK_LANG", raising=False)
    assert language_of(arguments) == language


def test_language_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JURYDESK_LANG", "en")
    assert language_of(["sessions", "list"]) == "en"


def test_options_for_all_stand_before_or_after_the_command(run: Run, workspace: object) -> None:
    before = run("--json", "--lang", "en", "sessions", "list")
    after = run("sessions", "list", "--json", "--lang", "en")
    assert before == after
    assert before.document == {"sessions": []}


def test_table_aligns_accents_and_wide_letters() -> None:
    assert width("e\u0301") == 1
    assert width("漢") == 2
    assert table(["A", "Nom"], [("1", "Éva"), ("22", "漢")]) == [
        "A   Nom",
        "──  ───",
        "1   Éva",
        "22  漢",
    ]


@pytest.mark.parametrize("code", ["RNCP6082", "RNCP41481"])
def test_reader_that_stops_reading_is_no_failure(workspace: Path, code: str) -> None:
    """As `jurydesk … | head -1` does, be the answer long or short."""
    command = [sys.executable, "-m", "jurydesk", "certifications", "show", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.wait(60)
    assert (said, process.returncode) == (b"", 0)


def test_interrupted_command_says_so(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    # A key pressed at that moment
    monkeypatch.setattr("jurydesk.cli.sessions.sessions.list_sessions", interrupt)
    ran = run("sessions", "list")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)


@pytest.mark.parametrize("arguments", [("unknown",), ("sessions", "create", "A"), ("--today", "x")])
def test_wrong_usage_as_json_is_one_document(
    run: Run, workspace: object, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments, "--json")
    assert ran.code == 2
    assert ran.document["error"]["code"] == "USAGE"
    assert ran.document["error"]["text"] == ran.err.strip()


def test_choices_are_shown_as_they_are_written(run: Run, workspace: object) -> None:
    needed = ("--certification", "RNCP40642", "--days", "2026-12-14")
    ran = run("sessions", "create", "A", *needed, "--modality", "LUNE")
    assert (ran.code, "<" in ran.err) == (2, False)
    assert "ON_SITE" in ran.err
