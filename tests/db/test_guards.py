"""History cannot be changed: not through the services, not around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jurydesk.db.failures import MISSING_GUARD
from jurydesk.db.guards import GUARDS, missing_guards
from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import HearingRecord, Incident
from jurydesk.errors import RefusedByRule
from tests.db.grids import assess
from tests.db.office import TEN, Office, close_deliberation, furnished

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace


@pytest.fixture
def office(workspace: Workspace) -> Office:
    return furnished(workspace)


@pytest.fixture
def closed(workspace: Workspace, office: Office) -> Office:
    return replace(office, deliberation=close_deliberation(workspace, office))


@pytest.fixture
def issued(workspace: Workspace, office: Office, sealed: Callable[..., object]) -> Office:
    with workspace.open_unit() as unit:
        unit.minutes.add(sealed(office.session.id, "PV-2026-001", TEN))
        unit.audit.record(EventType.MINUTES_ISSUED, {"number": "PV-2026-001"})
        unit.commit()
    return office


def refused(workspace: Workspace, *statements: str) -> set[str]:
    """Run statements as somebody would with another program; return the codes of the refusals."""
    codes = set()
    for statement in statements:
        with pytest.raises(RefusedByRule) as caught, workspace.engine.begin() as connection:
            connection.execute(text(statement))
        codes.add(caught.value.code)
    return codes


def test_a_closed_deliberation_is_not_saved(workspace: Workspace, closed: Office) -> None:
    deliberation = closed.deliberation
    for changed in (
        replace(deliberation, incidents=(Incident("une panne"),)),
        replace(deliberation, closed_at=None),
        replace(deliberation, records=()),
        replace(deliberation, attendance=()),
    ):
        with workspace.open_unit() as unit, pytest.raises(RefusedByRule) as caught:
            unit.deliberations.save(changed)
        assert caught.value.code == "STORE-22"
    with workspace.open_unit() as unit:
        assert unit.deliberations.get(deliberation.id) == deliberation


def test_a_closed_deliberation_is_not_removed(workspace: Workspace, closed: Office) -> None:
    with workspace.open_unit() as unit, pytest.raises(RefusedByRule) as caught:
        unit.deliberations.remove(closed.deliberation.id)
    assert caught.value.code == "STORE-22"


AROUND = [
    "UPDATE deliberation SET closed_at = NULL",
    "DELETE FROM deliberation",
    "UPDATE hearing_record SET decision = 'FULL'",
    "DELETE FROM hearing_record",
    (
        "INSERT INTO hearing_record SELECT deliberation_id, candidacy_id + 1, position + 1,"
        " appearance, vote, recommendation, observations, decision FROM hearing_record"
    ),
    "UPDATE block_result SET outcome = 'ACQUIRED'",
    "DELETE FROM block_result",
    (
        "INSERT INTO block_result SELECT deliberation_id, candidacy_id, position + 9,"
        " block, outcome, reason, evidence, advice FROM block_result"
    ),
    "UPDATE recusal SET reason = ''",
    "DELETE FROM recusal",
    (
        "INSERT INTO recusal SELECT deliberation_id, candidacy_id, position + 9,"
        " examiner_id, reason FROM recusal"
    ),
    "UPDATE attendance SET present = NOT present",
    "DELETE FROM attendance",
    (
        "INSERT INTO attendance SELECT deliberation_id, position + 9, jury, examiner_id,"
        " present, arrived, left_at FROM attendance"
    ),
]


def test_a_closed_deliberation_is_guarded_by_the_database(
    workspace: Workspace, closed: Office
) -> None:
    assert refused(workspace, *AROUND) == {"STORE-22"}


GRIDS = [
    "UPDATE evaluation_grid SET remark = 'bien'",
    "DELETE FROM evaluation_grid",
    "UPDATE second_entry SET typed_by = 'x'",
    "DELETE FROM second_entry",
    (
        "INSERT INTO evaluation_grid (version, session_id, candidacy_id, examiner_id, marks,"
        " remark, scale) SELECT version, session_id, candidacy_id, {other}, marks, remark, scale"
        " FROM evaluation_grid"
    ),
    (
        "INSERT INTO second_entry (version, session_id, candidacy_id, typed_by, first_by,"
        " typed_at, appearance, outcomes) SELECT version, session_id, candidacy_id + 1, typed_by,"
        " first_by, typed_at, appearance, outcomes FROM second_entry"
    ),
]


def test_grids_of_a_closed_deliberation_are_guarded(workspace: Workspace, office: Office) -> None:
    with workspace.open_unit() as unit:
        grid, entry = assess(unit, office)
        unit.commit()
    close_deliberation(workspace, office)
    other = office.examiner_ids[1]
    assert refused(workspace, *(one.format(other=other) for one in GRIDS)) == {"STORE-22"}
    with workspace.open_unit() as unit:
        assert (unit.grids.all(), unit.second_entries.all()) == ((grid,), (entry,))


def test_a_deliberation_that_is_open_can_be_changed(workspace: Workspace, office: Office) -> None:
    record = HearingRecord(office.candidacies[1].id)
    with workspace.open_unit() as unit:
        saved = unit.deliberations.save(replace(office.deliberation, records=(record,)))
        assert unit.deliberations.get(saved.id).records == (record,)
        unit.deliberations.remove(saved.id)
        assert unit.deliberations.all() == ()


def test_minutes_are_not_saved_or_removed(workspace: Workspace, issued: Office) -> None:
    with workspace.open_unit() as unit:
        (minutes,) = unit.minutes.of_session(issued.session.id)
        with pytest.raises(RefusedByRule) as saved:
            unit.minutes.save(replace(minutes, amends="PV-2026-000"))
    with workspace.open_unit() as unit, pytest.raises(RefusedByRule) as removed:
        unit.minutes.remove(minutes.id)
    assert (saved.value.code, removed.value.code) == ("STORE-23", "STORE-23")


def test_minutes_and_the_trail_are_guarded_by_the_database(
    workspace: Workspace, issued: Office
) -> None:
    """SQLite's INSERT OR REPLACE and PostgreSQL's TRUNCATE pass by the triggers of DELETE."""
    sqlite = workspace.engine.dialect.name == "sqlite"
    for table, column, code in (
        ("minutes", "content_hash", "STORE-23"),
        ("audit_event", "actor", "STORE-24"),
    ):
        replacing = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        around = (
            f"UPDATE {table} SET {column} = ''",
            f"DELETE FROM {table}",
            replacing if sqlite else f"TRUNCATE {table}",
        )
        assert refused(workspace, *around) == {code}


def test_the_end_of_the_trail_is_guarded_by_the_database(
    workspace: Workspace, issued: Office
) -> None:
    around = [
        "UPDATE audit_head SET sequence = sequence - 1",
        "UPDATE audit_head SET hash = ''",
        "UPDATE audit_head SET id = 2, sequence = 9",
        "DELETE FROM audit_head",
        "INSERT INTO audit_head VALUES (1, 9, '')",
    ]
    sqlite = workspace.engine.dialect.name == "sqlite"
    replacing = "INSERT OR REPLACE INTO audit_head VALUES (1, 9, '')"
    around.append(replacing if sqlite else "TRUNCATE audit_head")
    assert refused(workspace, *around) == {"STORE-24"}


def test_a_guard_that_was_taken_away_is_noticed(workspace: Workspace) -> None:
    dialect = workspace.engine.dialect.name
    table = "" if dialect == "sqlite" else " ON audit_event"
    with workspace.engine.begin() as connection:
        assert missing_guards(connection) == ()
        connection.execute(text(f"DROP TRIGGER audit_event_update{table}"))
        assert missing_guards(connection) == ("audit_event_update",)
    assert workspace.storage.verify().problems == ((MISSING_GUARD, "audit_event_update"),)


def test_no_guard_is_left_out_of_the_list(workspace: Workspace) -> None:
    queries = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    dialect = workspace.engine.dialect.name
    with workspace.engine.connect() as connection:
        assert set(connection.scalars(text(queries[dialect]))) == GUARDS[dialect]
