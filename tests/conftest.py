"""What every test stands on: no display, and the outside things that may be absent."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import postgresql

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Before any test module imports Qt
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what the person at this machine has."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("JURYDESK_WORKSPACE", raising=False)
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            environment.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden texts are rewritten on demand only, and reviewed as a difference."""
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the one kept in tests/golden, or keep it (`--rewrite-golden`)."""
    rewrite = request.config.getoption("--rewrite-golden")

    def compare(name: str, text: str) -> None:
        kept = REPOSITORY / "tests" / "golden" / name
        if rewrite:
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="\n")
        assert text == kept.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The reference material beside the checkout: real rosters that the project may not carry."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "samples").is_dir():
        pytest.skip("the reference material (../shared/samples) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def outside_program() -> Callable[[str], str]:
    """Return the path of a program that is not part of Python, or skip the test that needs it."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed; `make test` installs it where it may")
        return path

    return find


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a running server, to which the name of a database is added."""
    if not postgresql.is_available():
        pytest.skip("the wheel with the PostgreSQL server does not exist for this platform")
    with postgresql.running_server() as address:
        yield address
