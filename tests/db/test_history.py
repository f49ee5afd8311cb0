"""What was fixed for good and then changed around the guards: each alteration is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jurydesk.domain.audit import EventType
from tests.db.grids import assess
from tests.db.office import TEN, close_session, furnished, issue

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace
    from jurydesk.domain.minutes import Minutes

CODE = "2026-12-A"
NUMBER = "PV-2026-001"
DELIBERATION = ("STORE-46", CODE)
SESSION = ("STORE-47", CODE)


@pytest.fixture
def judged(workspace: Workspace, sealed: Callable[..., Minutes]) -> Workspace:
    office = furnished(workspace)
    close_session(workspace, office)
    with workspace.open_unit() as unit:
        issue(unit, sealed(office.session.id, NUMBER, TEN))
        unit.commit()
    return workspace


def around_every_guard(workspace: Workspace, *statements: str) -> None:
    """Take the triggers away, change, put them back: what somebody does who knows how."""
    with workspace.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for statement in statements:
                connection.execute(text(statement))
            return
        query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = connection.execute(query).all()
        for name, _ in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(text(statement))
        for _, made in triggers:
            connection.exec_driver_sql(made)


def test_what_was_judged_and_left_alone_is_sound(judged: Workspace) -> None:
    report = judged.storage.verify()
    assert (report.problems, report.sound) == ((), True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE evaluation_grid SET remark = 'bien'",
        "DELETE FROM evaluation_grid",
        "UPDATE second_entry SET typed_by = 'x'",
        "DELETE FROM second_entry",
    ],
)
def test_grids_changed_after_the_closing_are_named(workspace: Workspace, statement: str) -> None:
    office = furnished(workspace)
    with workspace.open_unit() as unit:
        assess(unit, office)
        unit.commit()
    close_session(workspace, office)
    assert workspace.storage.verify().sound
    around_every_guard(workspace, statement)
    assert workspace.storage.verify().problems == (("STORE-72", CODE),)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE hearing_record SET decision = 'FULL'", DELIBERATION),
        ("UPDATE hearing_record SET observations = 'bien'", DELIBERATION),
        ("UPDATE hearing_record SET appearance = 'ABSENT'", DELIBERATION),
        ("UPDATE block_result SET outcome = 'ACQUIRED'", DELIBERATION),
        ("UPDATE block_result SET reason = 'autre'", DELIBERATION),
        ("UPDATE recusal SET reason = ''", DELIBERATION),
        ("UPDATE attendance SET present = NOT present", DELIBERATION),
        ("UPDATE incident SET text = 'panne'", DELIBERATION),
        ("UPDATE deliberation SET closed_at = '2026-12-15 10:00:00.000000'", DELIBERATION),
        ("UPDATE deliberation SET closed_at = NULL", DELIBERATION),
        ("UPDATE session SET closed_at = '2026-12-15 10:00:00.000000'", SESSION),
        ("UPDATE session SET closed_at = NULL", SESSION),
        ("UPDATE session SET status = 'FROZEN'", SESSION),
        ("UPDATE session SET modality = 'REMOTE'", SESSION),
        ("UPDATE session_certification SET certification = 'RNCP1'", SESSION),
        ("DELETE FROM session_certification", SESSION),
        ("UPDATE jury SET certification = 'RNCP1'", SESSION),
        ("UPDATE juror SET seat = 'INDEPENDENT'", SESSION),
        ("UPDATE juror SET deliberates = NOT deliberates", SESSION),
        ("UPDATE jury SET president_id = president_id + 1", SESSION),
        ("UPDATE jury SET annulled = NOT annulled", SESSION),
        ("UPDATE hearing SET ends_at = '2026-12-14 11:00:00.000000'", SESSION),
        ("DELETE FROM minutes", ("STORE-48", NUMBER)),
        (
            "UPDATE minutes SET issued_at = '2026-12-15 10:00:00.000000'",
            ("STORE-50", NUMBER),
        ),
        ("DELETE FROM audit_event WHERE sequence = 3", ("STORE-45", "3")),
        ("DELETE FROM audit_event", ("STORE-45", "3")),
    ],
)
def test_what_was_changed_is_named(
    judged: Workspace, statement: str, problem: tuple[str, str]
) -> None:
    around_every_guard(judged, statement)
    report = judged.storage.verify()
    assert problem in report.problems
    # Without the trail nothing vouches for minutes and decisions either
    assert len(report.problems) == 1 or "audit_event" in statement
    assert not report.sound


def test_minutes_given_to_another_session_are_named(judged: Workspace) -> None:
    columns = (
        "code, hours, place, modality, title, status, proposal, frozen_at,"
        " frozen_findings, closed_at, version"
    )
    values = columns.replace("code", "'autre'", 1).replace("status", "'DRAFT'")
    copied = values.replace("closed_at", "NULL")
    around_every_guard(
        judged,
        f"INSERT INTO session ({columns}) SELECT {copied} FROM session",
        "UPDATE minutes SET session_id = session_id + 1",
    )
    assert judged.storage.verify().problems == (("STORE-50", NUMBER),)


def test_minutes_that_the_trail_does_not_know_are_named(
    judged: Workspace, sealed: Callable[..., Minutes]
) -> None:
    with judged.open_unit() as unit:
        (session,) = unit.sessions.all()
        unit.minutes.add(sealed(session.id, "PV-2026-002", TEN))
        unit.audit.record(EventType.SETTING_CHANGED, {})
        unit.commit()
    assert judged.storage.verify().problems == (("STORE-49", "PV-2026-002"),)


def test_events_before_the_hashes_vouch_for_the_decisions(workspace: Workspace) -> None:
    close_session(workspace, furnished(workspace), hashed=False)
    assert workspace.storage.verify().sound
    around_every_guard(workspace, "UPDATE hearing_record SET decision = 'FULL'")
    assert workspace.storage.verify().problems == (DELIBERATION,)


def test_what_is_written_after_a_loss_does_not_hide_it(judged: Workspace) -> None:
    around_every_guard(judged, "DELETE FROM audit_event WHERE sequence = 3")
    with judged.open_unit() as unit:
        event = unit.audit.record(EventType.SETTING_CHANGED, {})
        unit.commit()
    report = judged.storage.verify()
    assert (event.sequence, report.broken_event, report.sound) == (4, 4, False)


def test_a_jury_annulled_as_the_trail_tells_is_no_alteration(judged: Workspace) -> None:
    around_every_guard(judged, "UPDATE jury SET annulled = NOT annulled")
    with judged.open_unit() as unit:
        unit.audit.record(EventType.JURY_ANNULLED, {"session": CODE, "jury": 1})
        unit.commit()
    assert judged.storage.verify().sound
