"""Working days of France: fixed and moving feasts, bridges of several days, zones."""

from __future__ import annotations

from datetime import date

import pytest

from jurydesk.exchange.public_holidays import is_working_day, last_working_day, zones


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-01-01", False),
        ("2026-04-03", True),
        ("2026-04-06", False),
        ("2026-05-01", False),
        ("2026-05-08", False),
        ("2026-05-14", False),
        ("2026-05-15", True),
        ("2026-05-25", False),
        ("2026-07-14", False),
        ("2026-11-11", False),
        ("2026-12-24", True),
        ("2026-12-25", False),
        ("2026-12-26", False),
        ("2026-12-28", True),
        ("2027-03-29", False),
        ("2028-02-29", True),
    ],
)
def test_days_of_metropolitan_france(day: str, works: object) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("57", "2026-04-03"),
        ("6AE", "2026-04-03"),
        ("57", "2025-12-26"),
        ("971", "2026-05-27"),
        ("972", "2026-05-22"),
        ("973", "2026-06-10"),
        ("974", "2026-12-20"),
        ("976", "2026-04-27"),
    ],
)
def test_zones_have_days_of_their_own(zone: str, day: str) -> None:
    when = date.fromisoformat(day)
    assert is_working_day(when) == (when.weekday() < 5)
    assert not is_working_day(when, zone=zone)


@pytest.mark.parametrize(
    ("day", "zone", "last"),
    [
        ("2026-11-23", "", "2026-11-23"),
        ("2026-11-29", "", "2026-11-27"),
        ("2026-05-10", "", "2026-05-07"),
        ("2026-04-06", "", "2026-04-03"),
        ("2026-04-06", "57", "2026-04-02"),
        ("2027-01-03", "", "2026-12-31"),
    ],
)
def test_last_working_day(day: str, zone: str, last: str) -> None:
    found = last_working_day(date.fromisoformat(day), zone=zone)
    assert found == date.fromisoformat(last)


def test_the_zones_there_are() -> None:
    assert {"57", "6AE", "971", "974"} <= set(zones())
