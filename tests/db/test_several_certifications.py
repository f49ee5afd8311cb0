"""Sessions of several certifications come back whole; older ones keep what vouches for them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.db.unit_of_work import SqlUnitOfWork
from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.fingerprint import session_fingerprint
from jurydesk.domain.release import Announcement, Appointment, Release, Role
from jurydesk.domain.session import Jury
from tests.db.conftest import StandingClock, opened
from tests.db.office import DAY, NINE, TEN, Office, close_session, furnish, furnished, issue

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.minutes import Minutes

WRITTEN_BY_0009 = "d677ea5de7a5fcd8e55fe11dd5ba45dd48b9bfd971058e110b0caf8df4a4aa03"
"""The fingerprint of the session of `office` as the version before gave it."""
TOLD = {
    "at": "2026-11-20T09:00:00",
    "announcements": [
        {
            "role": "EXAMINER",
            "number": 1,
            "planned": [
                {
                    "day": "2026-12-14",
                    "half_day": "am",
                    "room": "Salle 1",
                    "start": "2026-12-14T09:00:00",
                    "end": "2026-12-14T12:30:00",
                    "seat": "EMPLOYERS",
                }
            ],
            "known": [],
            "told_on": None,
        }
    ],
}
AS_BEFORE = (
    "ALTER TABLE session ADD COLUMN certification VARCHAR NOT NULL DEFAULT ''",
    "UPDATE session SET certification = j.certification FROM session_certification AS j WHERE true",
    "CREATE INDEX ix_session_certification ON session (certification)",
    "DROP TABLE session_certification",
    "ALTER TABLE jury DROP COLUMN certification",
    "UPDATE jurydesk_schema SET version_num = '0009'",
)


@pytest.fixture
def office(unit: SqlUnitOfWork) -> Office:
    return furnish(unit)


def test_a_session_of_two_comes_back_as_it_was(unit: SqlUnitOfWork, office: Office) -> None:
    judged = ("RNCP41481", "RNCP40642")
    other = Jury(2, DAY, HalfDay.PM, "Salle 1", "RNCP41481")
    juries = (*office.session.juries, other)
    stored = unit.sessions.save(replace(office.session, certifications=judged, juries=juries))
    again = unit.sessions.get(stored.id)
    assert (again.certifications, again.juries) == (judged, juries)
    bare = replace(again, certifications=judged[:1], juries=(other,), hearings=())
    fewer = unit.sessions.save(bare)
    assert unit.sessions.get(fewer.id).certifications == judged[:1]


@pytest.fixture
def older(address: str, clock: StandingClock, sealed: Callable[..., Minutes]) -> str:
    """A workspace with a closed session and its minutes, as version 0009 had it."""
    with opened(address, clock) as workspace:
        office = furnished(workspace)
        close_session(workspace, office)
        with workspace.open_unit() as unit:
            issue(unit, sealed(office.session.id, "PV-2026-001", TEN))
            unit.audit.record(EventType.SETTING_CHANGED, {})
            unit.commit()
    engine = open_engine(locate(address))
    with engine.begin() as connection:
        told = {"told": json.dumps(TOLD)}
        connection.execute(sa.text("UPDATE session SET release = :told"), told)
        for statement in AS_BEFORE:
            connection.execute(sa.text(statement))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA user_version = 9")
    engine.dispose()
    return address


def test_an_older_closed_session_is_still_what_its_trail_says(
    older: str, clock: StandingClock
) -> None:
    with opened(older, clock) as workspace:
        report = workspace.storage.verify()
        assert (report.problems, report.sound) == ((), True)
        with workspace.open_unit() as unit:
            (session,) = unit.sessions.all()
    assert session_fingerprint(session) == WRITTEN_BY_0009
    assert session.certifications == ("RNCP40642",)
    assert [jury.certification for jury in session.juries] == ["RNCP40642"]
    half_day = datetime.combine(DAY, NINE.time()), datetime.fromisoformat("2026-12-14T12:30")
    known = Appointment(DAY, HalfDay.AM, "Salle 1", *half_day, "EMPLOYERS", "RNCP40642")
    assert session.release == Release(
        datetime.fromisoformat("2026-11-20T09:00"),
        (Announcement(Role.EXAMINER, 1, planned=(known,)),),
    )
