"""Workspaces for the storage tests: every one of them on a SQLite file and on a real server."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from jurydesk.db.workspace import Workspace, create, open_workspace
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.findings import Finding, Severity
from jurydesk.domain.minutes import (
    CertificationStatement,
    CertifierStatement,
    Minutes,
    MinutesContent,
    Totals,
)
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.session import Modality

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.db.unit_of_work import SqlUnitOfWork

_numbers = count(1)


START = datetime.fromisoformat("2026-11-23T09:00")


@dataclass
class StandingClock:
    """A clock that moves when a test moves it."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def pass_days(self, days: int) -> None:
        self.moment += timedelta(days=days)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file with its tables and nothing in them: each test takes a copy."""
    path = tmp_path_factory.mktemp("template") / "empty.jurydesk"
    create(path)
    return path


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(empty_file, tmp_path / "office.jurydesk")


@pytest.fixture(scope="session")
def server_template(postgresql_server: str) -> str:
    """The name of a database with the tables and nothing in them."""
    name = "jurydesk_template"
    administer(postgresql_server, f"CREATE DATABASE {name}")
    create(f"{postgresql_server}/{name}")
    return name


@pytest.fixture(scope="session")
def shared_database(postgresql_server: str, server_template: str) -> str:
    """The name of a database that stays empty: what uses it rolls back."""
    name = "jurydesk_shared"
    administer(postgresql_server, f"CREATE DATABASE {name} TEMPLATE {server_template}")
    return name


@pytest.fixture
def server_address(postgresql_server: str, server_template: str) -> Iterator[str]:
    """An empty workspace on the server."""
    yield from _database(postgresql_server, template=server_template)


@pytest.fixture(params=["sqlite", "postgresql"])
def earlier_version(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], str]:
    """Make a workspace as an earlier version made it, named by its migration."""

    def make(head: str) -> str:
        address = str(tmp_path / "old.jurydesk")
        if request.param == "postgresql":
            address = request.getfixturevalue("bare_database")
        with monkeypatch.context() as earlier:
            earlier.setattr("jurydesk.db.schema.HEAD", head)
            create(address)
        return address

    return make


@pytest.fixture
def bare_database(postgresql_server: str) -> Iterator[str]:
    """A database of the server without any table."""
    yield from _database(postgresql_server, template="template0")


def _database(server: str, *, template: str) -> Iterator[str]:
    name = f"office_{next(_numbers)}"
    # A fifth of the time that the log takes
    administer(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    yield f"{server}/{name}"
    administer(server, f"DROP DATABASE {name} WITH (FORCE)")


def administer(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(statement.encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Where an empty workspace is: each test that asks for it runs on both databases."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("file"))
    server: str = request.getfixturevalue("server_address")
    return server


@contextmanager
def opened(
    address: str | Path, clock: StandingClock, actor: str = "Ophélie"
) -> Iterator[Workspace]:
    workspace = open_workspace(address, clock=clock, actor=actor, backups=False)
    try:
        yield workspace
    finally:
        workspace.close()


@pytest.fixture
def workspace(address: str, clock: StandingClock) -> Iterator[Workspace]:
    with opened(address, clock) as workspace:
        yield workspace


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_workspace(request: pytest.FixtureRequest, empty_file: Path) -> Iterator[Workspace]:
    """One empty workspace for all the tests of a module: none of them commits."""
    address = str(empty_file)
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql_server")
        address = f"{server}/{request.getfixturevalue('shared_database')}"
    with opened(address, StandingClock()) as workspace:
        yield workspace


@pytest.fixture
def unit(shared_workspace: Workspace) -> Iterator[SqlUnitOfWork]:
    """A unit that is rolled back, on both databases."""
    with shared_workspace.open_unit() as unit:
        yield unit


@pytest.fixture
def sealed() -> Callable[..., Minutes]:
    """Make minutes with the hash that their content has."""

    def seal(session_id: int, number: str, at: datetime, *, amends: str = "") -> Minutes:
        content = replace(MINUTES_CONTENT, number=number, amends=amends)
        return Minutes(session_id, number, content, content_hash(content), at, amends)

    return seal


MINUTES_CONTENT = MinutesContent(
    number="",
    session_code="2026-12-A",
    certifier=CertifierStatement("CEFPF", "41 012 345 600 012", "Montreuil", "A. Lê", "directrice"),
    certification=CertificationStatement("RNCP6082", "Assistant", 5, None, None, whole=True),
    composition_source="RNCP6082",
    composition_status=CompositionStatus.PUBLISHED,
    composition_confirmed_by="",
    composition_confirmed_on=None,
    days=(date(2026, 12, 14),),
    place="Montreuil",
    modality=Modality.ON_SITE,
    juries=(),
    findings=(Finding("JURY-04", Severity.WARNING, figures=(("day", date(2026, 12, 14)),)),),
    incidents="",
    totals=Totals(1, 1, 1, 0, 0, 0, 0, 0),
    recourse="Auprès du président.",
)
