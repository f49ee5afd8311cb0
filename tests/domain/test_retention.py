"""How long each class of data is kept."""

from __future__ import annotations

from datetime import date

import pytest

from jurydesk.domain.retention import DEFAULTS, KEPT_FOR_GOOD, DataClass, retentions


def _months(settings: dict[str, str]) -> dict[DataClass, int | None]:
    return {retention.data: retention.months for retention in retentions(settings)}


def test_defaults_cover_every_class() -> None:
    assert set(DEFAULTS) == set(DataClass)
    assert _months({})[DataClass.CANDIDATE_FILE] == 60


def test_office_sets_its_own_durations() -> None:
    months = _months({"retention.CANDIDATE_FILE": " 24 ", "retention.ACCOUNTING": ""})
    assert months[DataClass.CANDIDATE_FILE] == 24
    assert months[DataClass.ACCOUNTING] is None


@pytest.mark.parametrize("data", sorted(KEPT_FOR_GOOD))
def test_minutes_and_trail_are_never_shortened(data: DataClass) -> None:
    assert _months({f"retention.{data}": "1"})[data] is None


@pytest.mark.parametrize("written", ["0", "-3", "deux ans"])
def test_setting_that_is_no_number_of_months_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        retentions({"retention.CANDIDATE_FILE": written})


def test_data_may_stay_on_the_last_day() -> None:
    retention = DEFAULTS[DataClass.EXAMINER_CONTACT]
    since = date(2025, 2, 28)
    assert retention.ends(since) == date(2026, 2, 28)
    assert not retention.is_over(since, date(2026, 2, 28))
    assert retention.is_over(since, date(2026, 3, 1))
    assert not DEFAULTS[DataClass.MINUTES].is_over(since, date(2126, 1, 1))
