"""What examiners said of their time comes back whole; what was said before has a kind now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.db.unit_of_work import SqlUnitOfWork
from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.domain.people import Examiner
from tests.db.conftest import StandingClock, opened

DAY, LAST = date(2027, 3, 15), date(2027, 6, 28)
SAID = (
    Absence(DAY, DAY, HalfDay.AM, "en tournage", given=date(2026, 11, 2)),
    Absence(DAY, DAY, kind=AvailabilityKind.OPTION, held_until=date(2027, 3, 1)),
    Absence(DAY, LAST, kind=AvailabilityKind.RATHER_NOT, weekday=0, origin=Origin.CALENDAR),
    Absence(DAY, LAST, kind=AvailabilityKind.FREE, origin=Origin.ROSTER),
)


def test_every_kind_comes_back_as_it_was(unit: SqlUnitOfWork) -> None:
    stored = unit.examiners.add(Examiner("Sorrel", "Damien", absences=SAID))
    assert unit.examiners.get(stored.id).absences == SAID
    fewer = unit.examiners.save(replace(stored, absences=SAID[1:]))
    assert unit.examiners.get(fewer.id).absences == SAID[1:]


@pytest.fixture
def address_before_kinds(earlier_version: Callable[[str], str]) -> str:
    """A workspace of the version that knew absences only."""
    return earlier_version("0007")


def test_what_was_an_absence_is_still_one(address_before_kinds: str, clock: StandingClock) -> None:
    engine = open_engine(locate(address_before_kinds))
    with engine.begin() as connection:
        _earlier_examiner(connection)
    engine.dispose()
    with opened(address_before_kinds, clock) as workspace, workspace.open_unit() as unit:
        (person,) = unit.examiners.all()
        assert person.absences == (
            Absence(DAY, LAST, HalfDay.PM, "congés"),
            Absence(LAST, LAST),
        )


def _earlier_examiner(connection: sa.Connection) -> None:
    named = [sa.column(name) for name in _COLUMNS if name != "employments"]
    person = sa.table("examiner", sa.column("employments", sa.JSON), *named)
    connection.execute(person.insert().values(_COLUMNS))
    names = ("examiner_id", "position", "starts_on", "ends_on", "half_day", "reason")
    absence = sa.table("examiner_absence", *map(sa.column, names))
    rows = [(1, 0, DAY, LAST, "pm", "congés"), (1, 1, LAST, LAST, None, "")]
    connection.execute(absence.insert(), [dict(zip(names, row, strict=True)) for row in rows])


_COLUMNS: dict[str, object] = {
    **dict.fromkeys(("occupation", "organisation", "email", "phone", "notes"), ""),
    "id": 1,
    "version": 1,
    "last_name": "Sorrel",
    "first_name": "Damien",
    "sex": "F",
    "employments": [],
    "of_certifier": False,
    "training": "UNKNOWN",
    "declines_presidency": False,
    "active": True,
}
