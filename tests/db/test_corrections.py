"""Amendments in the database: kept for good, compared with what was sealed, in one series."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jurydesk.db.failures import ALTERED_CORRECTION, HOLE_IN_SERIES
from jurydesk.domain.audit import EventType
from jurydesk.domain.corrections import Correction
from jurydesk.domain.deliberation import Appearance, Attendance, Decision, HearingRecord
from jurydesk.domain.minutes_numbers import next_number
from jurydesk.errors import RefusedByRule
from tests.db.conftest import StandingClock, opened
from tests.db.office import TEN, close_session, furnished, issue
from tests.db.test_history import around_every_guard

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.db.workspace import Workspace
    from jurydesk.domain.minutes import Minutes

FIRST, SECOND = "PV-2026-001", "PV-2026-002"


@pytest.fixture
def amended(workspace: Workspace, sealed: Callable[..., Minutes]) -> Workspace:
    """Minutes with an amendment that corrects no record."""
    office = furnished(workspace)
    close_session(workspace, office)
    with workspace.open_unit() as unit:
        issue(unit, sealed(office.session.id, FIRST, TEN))
        issue(unit, sealed(office.session.id, SECOND, TEN, amends=FIRST))
        unit.corrections.add(Correction(office.session.id, SECOND))
        unit.commit()
    return workspace


def test_corrections_come_back_as_they_were_kept(workspace: Workspace) -> None:
    office = furnished(workspace)
    record = HearingRecord(7, Appearance.PRESENT, decision=Decision.PARTIAL)
    kept = Correction(office.session.id, SECOND, (record,), (Attendance(1, 2, present=False),))
    with workspace.open_unit() as unit:
        stored = unit.corrections.add(kept)
        assert unit.corrections.of_session(office.session.id) == (stored,)
        assert replace(stored, id=0) == kept
        assert unit.corrections.of_session(office.session.id + 1) == ()


def test_corrections_never_change(amended: Workspace) -> None:
    with amended.open_unit() as unit:
        (stored,) = unit.corrections.all()
        with pytest.raises(RefusedByRule, match="STORE-23"):
            unit.corrections.save(replace(stored, attendance=(Attendance(1, 2, present=True),)))
    with amended.open_unit() as unit, pytest.raises(RefusedByRule, match="STORE-23"):
        unit.corrections.remove(stored.id)


def test_an_amendment_with_its_correction_is_sound(amended: Workspace) -> None:
    assert amended.storage.verify().problems == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM correction",
        (
            "UPDATE correction SET attendance ="
            """ '[{"jury": 1, "examiner_id": 1, "present": false}]'"""
        ),
        "UPDATE correction SET number = 'PV-2026-001'",
    ],
)
def test_a_correction_that_was_altered_is_named(amended: Workspace, statement: str) -> None:
    around_every_guard(amended, statement)
    assert (ALTERED_CORRECTION, SECOND) in amended.storage.verify().problems


def test_a_hole_in_the_series_is_named(
    workspace: Workspace, sealed: Callable[..., Minutes]
) -> None:
    office = furnished(workspace)
    close_session(workspace, office)
    with workspace.open_unit() as unit:
        issue(unit, sealed(office.session.id, "PV-2026-003", TEN))
        unit.commit()
    assert workspace.storage.verify().problems == (
        (HOLE_IN_SERIES, FIRST),
        (HOLE_IN_SERIES, SECOND),
    )


def test_offices_at_once_leave_neither_a_hole_nor_a_number_twice(
    address: str, clock: StandingClock, sealed: Callable[..., Minutes]
) -> None:
    with opened(address, clock) as workspace:
        session = furnished(workspace).session

    def work(number: int) -> None:
        with opened(address, clock, actor=f"bureau {number}") as workspace:
            for turn in range(4):
                with workspace.open_unit() as unit:
                    unit.minutes.hold_series()
                    given = next_number(2026, unit.minutes.numbers_of_year(2026))
                    issue(unit, sealed(session.id, given, TEN))
                    if turn != 1:
                        # An issue that fails half-way gives its number back
                        unit.commit()

    with ThreadPoolExecutor(4) as offices:
        list(offices.map(work, range(4)))
    with opened(address, clock) as workspace, workspace.open_unit() as unit:
        numbers = unit.minutes.numbers_of_year(2026)
        assert numbers == tuple(f"PV-2026-{place:03d}" for place in range(1, 13))
        told = unit.audit.events(type_=EventType.MINUTES_ISSUED)
        assert len(told) == len(numbers)
