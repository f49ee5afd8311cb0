"""The juries of one person, as the sessions tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.service_record import Service, ServiceRecord, records_of
from jurydesk.domain.session import Session, SessionStatus
from tests.builders import DAY, a_jury, a_session

TODAY = date(2026, 12, 20)


def held(year: int, **changes: bool) -> Session:
    """A session frozen on its day, in December of that year."""
    day = date(year, 12, 1)
    jury = replace(a_jury(), day=day, **changes)
    code = f"{year}-12-A"
    return replace(a_session(), code=code, days=(day,), juries=(jury,), status=SessionStatus.FROZEN)


def test_planned_and_held_juries_are_told_apart_the_latest_first() -> None:
    record = records_of([held(2025), a_session()])[1]
    assert record.services == (
        Service("2026-12-A", DAY, HalfDay.AM, 1, "EMPLOYERS", presided=True),
        Service(
            "2025-12-A", date(2025, 12, 1), HalfDay.AM, 1, "EMPLOYERS", presided=True, held=True
        ),
    )
    assert (record.held, record.presidencies) == (record.services[1:], record.services[1:])


def test_who_does_not_preside_and_who_sits_nowhere() -> None:
    records = records_of([held(2025)])
    assert records[2].presidencies == ()
    assert 9 not in records


def test_a_jury_that_was_annulled_does_not_count() -> None:
    assert records_of([held(2025, annulled=True)]) == {}


def test_years_in_a_row_end_with_this_year_or_the_last() -> None:
    record = records_of(map(held, (2021, 2023, 2024, 2025)))[1]
    assert record.years_in_a_row(TODAY) == 3
    assert record.years_in_a_row(date(2025, 12, 31)) == 3
    assert record.years_in_a_row(date(2027, 1, 1)) == 0
    assert ServiceRecord().years_in_a_row(TODAY) == 0
