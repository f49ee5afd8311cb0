from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jurydesk import logs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Logging that has not begun yet, into a folder of the test's own."""
    root = logging.getLogger("jurydesk")
    before = list(root.handlers)
    root.handlers[:] = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(logs, "user_data", lambda: tmp_path / "jurydesk")
    yield tmp_path / "jurydesk" / "logs"
    for handler in root.handlers:
        handler.close()
    root.handlers[:] = before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail de ophelie.legrand@exemple.fr", "mail de [mail]"),
        ("tél 06 12 34 56 78, siret 39179458300065", "tél [number], siret [number]"),
        ("+33612345678", "[number]"),
        ("nir 2 69 05 2A 004 157 36 et 269052b033157", "nir [number] et [number]"),
        ("nir 2 69 05 49 588 157 80", "nir [number]"),
        ("postgresql://eva:secret@host/desk", "postgresql://host/desk"),
        ("session 2026-12-A, 14/12/2026, 35 lignes", "session 2026-12-A, 14/12/2026, 35 lignes"),
    ],
)
def test_personal_data_is_taken_out(text: str, expected: str) -> None:
    assert logs.redacted(text) == expected


def test_lines_are_written_without_personal_data(folder: Path) -> None:
    logs.start_logging()
    logs.start_logging()
    logging.getLogger("jurydesk.services").warning("mail à %s", "o@exemple.fr")
    (line,) = (folder / "jurydesk.log").read_text(encoding="utf-8").splitlines()
    assert line.endswith("WARNING jurydesk.services mail à [mail]")


def test_folder_that_cannot_be_made_is_done_without(folder: Path) -> None:
    folder.parent.write_text("in the way", encoding="utf-8")
    logs.start_logging()
    logging.getLogger("jurydesk").warning("lost")
    assert logs.write_crash_report(ValueError("x"), version="1") is None


def test_line_that_cannot_be_written_is_lost_in_silence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start_logging()
    (folder / "jurydesk.log").mkdir()
    logging.getLogger("jurydesk").warning("lost")
    assert capsys.readouterr() == ("", "")


def test_crash_report_names_places_not_people(folder: Path) -> None:
    with pytest.raises(LookupError) as raised:
        raise LookupError("Ophélie Legrand")
    path = logs.write_crash_report(raised.value, version="0.1.0")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert path.parent == folder
    assert text.startswith("jurydesk 0.1.0, Python ")
    assert "builtins.LookupError" in text
    assert "test_crash_report_names_places_not_people" in text
    assert "Legrand" not in text
