"""The password in the address of a server: never printed, never logged, whatever happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from jurydesk import logs
from tests.cli.conftest import Run
from tests.cli.test_on_a_server import postgresql_url

__all__ = ["postgresql_url"]

SECRET = "sesame"
AWAY = f"postgresql://eva:{SECRET}@127.0.0.1:1/desk"
ADDRESSES = (
    AWAY,
    f"postgresql://127.0.0.1:1/desk?user=eva&password={SECRET}",
    f"postgresql://eva:%zz{SECRET}@127.0.0.1:1/desk",
    f"postgresql://eva:12/{SECRET}@127.0.0.1:1/desk",
    f"postgresql://eva:#{SECRET}@127.0.0.1:1/desk",
    f"postgresql://eva:{SECRET}@127.0.0.1:1/desk?unheard=of",
    f"mysql://eva:{SECRET}@127.0.0.1/desk",
)
COMMANDS = (
    ("init",),
    ("init", "--json"),
    ("verify",),
    ("sessions", "list", "--json"),
    ("backup", "copy.jurydesk"),
    ("restore", "copy.jurydesk", "--json"),
)


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where logs and crash reports of this test go."""
    monkeypatch.setattr(logs, "user_data", lambda: tmp_path / "data")
    return tmp_path / "data"


def written(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("address", ADDRESSES)
def test_failures_do_not_print_it(
    run: Run, notes: Path, address: str, command: tuple[str, ...]
) -> None:
    ran = run("--workspace", address, *command)
    assert ran.code != 0
    assert ran.err
    assert SECRET not in ran.out + ran.err + written(notes)


@pytest.mark.parametrize("arguments", [(AWAY,), ("verify", AWAY), ("verify", f"--today={AWAY}")])
def test_address_in_the_wrong_place_is_not_repeated_whole(
    run: Run, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "127.0.0.1:1/desk" in ran.err
    assert SECRET not in ran.err


def test_init_on_a_server_names_the_database_only(run: Run, postgresql_url: str) -> None:
    address = postgresql_url.replace("postgres@", f"postgres:{SECRET}@")
    assert SECRET in address
    ran = run("--workspace", address, "init")
    assert ran.code == 0
    assert "commands (127.0.0.1:" in ran.out
    assert "://" not in ran.out + ran.err
    assert SECRET not in ran.out + ran.err


def test_init_of_a_file_says_its_whole_path(run: Run, place: Path) -> None:
    assert str(place) in run("init").out
