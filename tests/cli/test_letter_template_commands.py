"""The texts of letters by command: listed, shown, set, restored, checked; bad files refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from jurydesk.documents.letters import shipped_text
from tests.cli.conftest import Run

COVER = "day-cover"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text("# Journée {{ session }}\n", encoding="utf-8")
    return path


def own(run: Run) -> dict[str, bool]:
    rows = run("papers", "templates", "list", "--json").document["templates"]
    return {row["language"]: row["own"] for row in rows if row["kind"] == COVER}


def test_a_text_is_set_shown_and_given_back(run: Run, workspace: Path, text: Path) -> None:
    assert own(run) == {"fr": False, "en": False}
    assert run("papers", "templates", "set", COVER, text, "--json").document == {
        "kind": COVER,
        "language": "fr",
        "changed": True,
    }
    assert own(run) == {"fr": True, "en": False}
    assert run("papers", "templates", "show", COVER).out == text.read_text("utf-8")
    assert not run("papers", "templates", "set", COVER, text, "--json").document["changed"]
    assert run("papers", "templates", "restore", COVER, "--json").document["changed"]
    assert not run("papers", "templates", "restore", COVER, "--json").document["changed"]
    assert run("papers", "templates", "show", COVER).out == shipped_text(COVER, "fr")


def test_each_language_has_its_text(run: Run, workspace: Path, text: Path) -> None:
    run("papers", "templates", "set", COVER, text, "--language", "en")
    assert own(run) == {"fr": False, "en": True}
    shown = run("papers", "templates", "show", COVER, "--language", "en", "--json").document
    assert (shown["text"], shown["own"]) == (text.read_text("utf-8"), True)
    assert {"written": "{{ session }}", "meaning": "Code de la session"} in shown["fields"]


def test_what_is_wrong_is_told_line_by_line(run: Run, workspace: Path, text: Path) -> None:
    text.write_text("a\n{{ sesion }}\n{% if x %}\n", encoding="utf-8")
    ran = run("papers", "templates", "check", text, "--kind", COVER)
    assert (ran.code, ran.out[:9]) == (1, "Ligne 3\u00a0:")
    text.write_text("a\n{{ sesion }}\n[[jurys]]\n", encoding="utf-8")
    ran = run("papers", "templates", "check", text, "--kind", COVER, "--json")
    assert [(one["line"], one["code"]) for one in ran.document["problems"]] == [
        (2, "MODEL-FIELD.near"),
        (3, "MODEL-PIECE.near"),
    ]
    ran = run("papers", "templates", "set", COVER, text)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (4, "", 3)
    assert own(run)["fr"] is False


def test_a_right_text_needs_no_workspace_to_be_checked(run: Run, text: Path) -> None:
    assert run("papers", "templates", "check", text, "--kind", COVER).code == 0


@pytest.mark.parametrize(
    ("content", "code", "error"),
    [
        (b"\xff\xfe\x00", 2, "MODEL-NOT-TEXT"),
        (b"PK\x03\x04\x00", 2, "MODEL-NOT-TEXT"),
        (b"a" * (1024 * 1024 + 1), 2, "MODEL-NOT-TEXT"),
        (b"", 4, "MODEL-REFUSED"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    run: Run, workspace: Path, content: bytes, code: int, error: str
) -> None:
    text = workspace.with_name("text.md")
    text.write_bytes(content)
    ran = run("papers", "templates", "set", COVER, text, "--json")
    assert (ran.code, ran.document["error"]["code"]) == (code, error)


def test_a_file_that_is_not_there_and_a_folder(run: Run, workspace: Path, tmp_path: Path) -> None:
    for path, code, error in ((tmp_path / "x.md", 3, "FILE-01"), (tmp_path, 2, "MODEL-NO-FILE")):
        ran = run("papers", "templates", "set", COVER, path, "--json")
        assert (ran.code, ran.document["error"]["code"]) == (code, error)


def test_windows_wrote_it(run: Run, workspace: Path, text: Path) -> None:
    text.write_bytes("\ufeff# É\r\n\r\n{{ session }}\r\n".encode())
    assert run("papers", "templates", "set", COVER, text).code == 0
    assert run("papers", "templates", "show", COVER).out == "# É\n\n{{ session }}\n"


def test_an_unknown_template_is_named_with_the_others(run: Run, workspace: Path) -> None:
    for command in ("show", "restore"):
        ran = run("papers", "templates", command, "cover")
        assert (ran.code, ran.out) == (2, "")
        assert COVER in ran.err
