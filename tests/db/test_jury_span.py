"""For how long juries are convened comes back; sessions of before were of half-days."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import sqlalchemy as sa

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.db.unit_of_work import SqlUnitOfWork
from jurydesk.domain.session import JurySpan
from tests.builders import a_session
from tests.db.conftest import StandingClock, opened


def test_the_span_comes_back_as_it_was(unit: SqlUnitOfWork) -> None:
    frame = a_session(id=0, juries=(), hearings=(), candidacies=(), jury_span=JurySpan.DAY)
    stored = unit.sessions.add(frame)
    assert unit.sessions.get(stored.id).jury_span is JurySpan.DAY
    changed = unit.sessions.save(replace(stored, jury_span=JurySpan.HALF_DAY))
    assert unit.sessions.get(changed.id).jury_span is JurySpan.HALF_DAY


def test_a_session_of_before_has_juries_of_half_days(
    earlier_version: Callable[[str], str], clock: StandingClock
) -> None:
    address = earlier_version("0009")
    engine = open_engine(locate(address))
    with engine.begin() as connection:
        session = sa.table("session", *map(sa.column, _EARLIER))
        connection.execute(session.insert().values(_EARLIER))
    engine.dispose()
    with opened(address, clock) as workspace, workspace.open_unit() as unit:
        (session,) = unit.sessions.all()
        assert (session.code, session.jury_span) == ("2025-12-A", JurySpan.HALF_DAY)


_EARLIER: dict[str, object] = {
    **dict.fromkeys(("place", "title"), ""),
    "id": 1,
    "version": 1,
    "code": "2025-12-A",
    "certification": "RNCP6082",
    "hours": json.dumps(
        {
            "start": "09:00:00",
            "end": "17:30:00",
            "lunch_start": "12:30:00",
            "lunch_end": "13:30:00",
            "minutes": 45,
        }
    ),
    "modality": "ON_SITE",
    "status": "DRAFT",
    "frozen_findings": "[]",
    "pins": "{}",
}
