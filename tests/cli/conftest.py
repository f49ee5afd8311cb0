"""The command line on a workspace file of the test's own, on a day that never changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jurydesk.bootstrap import create_workspace, main
from jurydesk.services.clock import clock_on
from tests.cli.recorded_office import make_recorded


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Return the one JSON document of standard output."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the workspace of the commands is; it does not exist yet."""
    path = tmp_path / "bureau.jurydesk"
    monkeypatch.setenv("JURYDESK_WORKSPACE", str(path))
    monkeypatch.setenv("JURYDESK_TODAY", "2026-11-23")
    monkeypatch.delenv("JURYDESK_LANG", raising=False)
    return path


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command as a person would."""

    def run_command(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run_command


def let_in(run: Run, *candidacies: int) -> Ran:
    """Settle the entry condition of RNCP40642 for some candidacies."""
    numbers = ",".join(map(str, candidacies))
    return run("conditions", "settle", "C01", "--candidacies", numbers, "--answer", "MET")


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made once, to be copied."""
    path = tmp_path_factory.mktemp("furnished") / "w.jurydesk"
    create_workspace(path, actor="Camille", clock=clock_on(date(2026, 11, 23))).close()
    return path


@pytest.fixture(scope="session")
def recorded(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose session is frozen and recorded in full, to be copied."""
    return make_recorded(furnished, tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def workspace(furnished: Path, place: Path) -> Path:
    """An empty workspace with the certifications."""
    shutil.copyfile(furnished, place)
    return place
