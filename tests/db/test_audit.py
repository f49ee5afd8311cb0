"""The trail: chained in the transaction it tells of, and every altered byte is found."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.audit import GENESIS, AuditEvent, EventType, first_broken
from tests.db.conftest import StandingClock, opened
from tests.db.test_repositories import counted_queries

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.db.workspace import Workspace

EVENTS = 5


def record_some(workspace: Workspace, count: int = EVENTS) -> tuple[AuditEvent, ...]:
    for number in range(count):
        with workspace.open_unit() as unit:
            unit.audit.record(EventType.SETTING_CHANGED, {"n° d’essai": number})
            unit.commit()
    with workspace.open_unit() as unit:
        return unit.audit.events()


def test_events_are_chained_over_units(workspace: Workspace, clock: StandingClock) -> None:
    events = record_some(workspace)
    assert [event.sequence for event in events] == [1, 2, 3, 4, 5]
    assert events[0].previous == GENESIS
    assert first_broken((event.sequence, event) for event in events) is None
    assert {(event.at, event.actor) for event in events} == {(clock.moment, "Ophélie")}
    assert events[4].details == '{"n° d’essai":4}'


def test_events_are_chained_within_a_unit(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        first = unit.audit.record(EventType.SESSION_CREATED, {})
        second = unit.audit.record(EventType.SESSION_PROPOSED, {})
        assert second.previous == first.hash
        assert unit.audit.events(after=1) == (second,)


def test_an_event_takes_one_query_to_find_the_last(workspace: Workspace) -> None:
    record_some(workspace)
    lock = workspace.engine.dialect.name == "postgresql"
    with workspace.open_unit() as unit, counted_queries(workspace) as statements:
        unit.audit.record(EventType.SESSION_CREATED, {})
        unit.audit.record(EventType.SESSION_CREATED, {})
    assert len(statements) == lock + 1 + 2 * 2


def test_many_offices_at_once_make_one_chain(address: str, clock: StandingClock) -> None:
    def work(number: int) -> None:
        with opened(address, clock, actor=f"bureau {number}") as workspace:
            for _ in range(5):
                with workspace.open_unit() as unit:
                    unit.audit.record(EventType.SETTING_CHANGED, {})
                    unit.commit()

    with ThreadPoolExecutor(4) as offices:
        list(offices.map(work, range(4)))
    with opened(address, clock) as workspace:
        report = workspace.storage.verify()
    assert (report.audit_events, report.broken_event, report.sound) == (20, None, True)


def tamper(file: Path, statement: str) -> None:
    """Change the file as anybody can who has it: first without the triggers."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for act in ("update", "delete", "append"):
            connection.execute(f"DROP TRIGGER audit_event_{act}")
        connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_event SET details = replace(details, '2', '9') WHERE sequence = 3", 3),
        ("UPDATE audit_event SET actor = 'ophélie' WHERE sequence = 2", 2),
        ("UPDATE audit_event SET at = '2026-11-23T09:00:01' WHERE sequence = 4", 4),
        ("UPDATE audit_event SET at = '2026-11-23 09:00:00' WHERE sequence = 4", 4),
        ("UPDATE audit_event SET at = '2026-11-33T09:00:00' WHERE sequence = 4", 4),
        ("UPDATE audit_event SET type = 'SESSION_CREATED' WHERE sequence = 1", 1),
        ("UPDATE audit_event SET type = 'SESSION_CREATE' WHERE sequence = 1", 1),
        ("UPDATE audit_event SET hash = 'f' || substr(hash, 2) WHERE sequence = 5", 5),
        ("UPDATE audit_event SET previous = 'x' WHERE sequence = 5", 5),
        ("UPDATE audit_event SET sequence = 9 WHERE sequence = 5", 9),
        ("UPDATE audit_event SET details = CAST(details AS BLOB) WHERE sequence = 2", 2),
        ("DELETE FROM audit_event WHERE sequence = 2", 3),
        ("DELETE FROM audit_event WHERE sequence = 1", 2),
    ],
)
def test_what_was_altered_is_named(
    file: Path, clock: StandingClock, statement: str, broken: int
) -> None:
    with opened(file, clock) as workspace:
        record_some(workspace)
    tamper(file, statement)
    with opened(file, clock) as workspace:
        report = workspace.storage.verify()
    assert (report.broken_event, report.sound) == (broken, False)


def test_one_byte_changed_in_the_file_is_named(file: Path, clock: StandingClock) -> None:
    with opened(file, clock) as workspace:
        record_some(workspace)
    content = file.read_bytes()
    detail = '{"n° d’essai":3}'.encode()
    assert content.count(detail) == 1
    file.write_bytes(content.replace(detail, detail.replace(b"3", b"8")))
    with opened(file, clock) as workspace:
        report = workspace.storage.verify()
    assert (report.problems, report.broken_event) == ((), 4)


def test_a_row_altered_on_a_server_is_named(server_address: str, clock: StandingClock) -> None:
    with opened(server_address, clock) as workspace:
        record_some(workspace)
        with workspace.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE audit_event DISABLE TRIGGER audit_event_update")
            connection.exec_driver_sql("UPDATE audit_event SET actor = 'x' WHERE sequence = 2")
            connection.exec_driver_sql("ALTER TABLE audit_event ENABLE TRIGGER audit_event_update")
        report = workspace.storage.verify()
    assert (report.problems, report.audit_events, report.broken_event) == ((), EVENTS, 2)
