"""The same commands on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, member, pool_file, trained


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The address of an empty database of this test's own."""
    import psycopg

    with psycopg.connect(f"{postgresql_server}/postgres", autocommit=True) as connection:
        connection.execute(b"CREATE DATABASE commands")
        yield f"{postgresql_server}/commands"
        connection.execute(b"DROP DATABASE commands WITH (FORCE)")


def test_commands_work_on_a_server_as_on_a_file(
    run: Run, postgresql_url: str, tmp_path: Path
) -> None:
    on_server = ("--workspace", postgresql_url)
    people = candidates_file(tmp_path / "c.xlsx", trained(Entreprise_de_stage="Galop Images"))
    pool = pool_file(tmp_path / "v.xlsx", member())
    assert run(*on_server, "init").code == 0
    assert run(*on_server, "examiners", "import", pool).code == 0
    assert run(*on_server, "candidates", "import", people, "--json").document["ties"] == 1
    again = run(*on_server, "candidates", "import", people, "--json")
    assert again.document["changes_nothing"]
    run(*on_server, "certifications", "confirm", "RNCP40642")
    settle = ("conditions", "settle", "C01", "--candidacies", "1", "--answer", "MET")
    assert run(*on_server, *settle).code == 0
    create = ("sessions", "create", "S", "--certification", "RNCP40642", "--days", "2026-12-14")
    assert run(*on_server, *create).code == 0
    assert run(*on_server, "sessions", "propose", "S", "--seconds", "5").code == 1
    assert run(*on_server, "verify").code == 0
    backup = run(*on_server, "backup", tmp_path / "copy.jurydesk")
    assert (backup.code, len(backup.err.splitlines())) == (3, 1)
    assert run(*on_server, "restore", people).code == 2
