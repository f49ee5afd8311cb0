from __future__ import annotations

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.retention import DEFAULTS, DataClass
from jurydesk.errors import WrongUsage
from jurydesk.services.retention import named_duration, read_retentions, save_retentions
from jurydesk.services.undo import revert
from tests.fakes import FakeOffice

FILE, CONTACT = DataClass.CANDIDATE_FILE, DataClass.EXAMINER_CONTACT


def months(office: FakeOffice) -> dict[DataClass, int | None]:
    return {one.data: one.months for one in read_retentions(office.desk)}


def test_what_is_set_holds_and_is_undone(empty: FakeOffice) -> None:
    before = months(empty)
    outcome = save_retentions(empty.desk, months={FILE: 72, CONTACT: None})
    assert months(empty) == before | {FILE: 72, CONTACT: None}
    revert(empty.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert months(empty) == before == {data: one.months for data, one in DEFAULTS.items()}


def test_only_what_differs_is_written(empty: FakeOffice) -> None:
    outcome = save_retentions(empty.desk, months={FILE: 60, CONTACT: 24})
    assert [one.name for one in outcome.changes] == ["SETTING:retention.EXAMINER_CONTACT"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({FILE: 0}, "RETENTION-WRONG"),
        ({DataClass.MINUTES: 12}, "RETENTION-FOR-GOOD"),
        ({DataClass.AUDIT: 600}, "RETENTION-FOR-GOOD"),
    ],
)
def test_what_cannot_be_kept_so_is_refused(
    empty: FakeOffice, given: dict[DataClass, int | None], code: str
) -> None:
    with pytest.raises(WrongUsage) as raised:
        save_retentions(empty.desk, months=given)
    assert raised.value.code == code
    assert save_retentions(empty.desk, months={FILE: 1}).changes


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("retention.CANDIDATE_FILE", " 72 ", {FILE: 72}),
        ("retention.EXAMINER_CONTACT", "", {CONTACT: None}),
    ],
)
def test_a_duration_is_named_as_a_setting(
    name: str, value: str, meant: dict[DataClass, int | None]
) -> None:
    assert named_duration(name, value) == meant


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("retention.MINUTES", "12", "SETTING-UNKNOWN"),
        ("retention.NOTHING", "12", "SETTING-UNKNOWN"),
        ("retention.CANDIDATE_FILE", "deux ans", "RETENTION-WRONG"),
        ("retention.CANDIDATE_FILE", "-3", "RETENTION-WRONG"),
    ],
)
def test_a_duration_that_is_none_is_not_named(name: str, value: str, code: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        named_duration(name, value)
    assert raised.value.code == code


def test_durations_stored_by_the_office_are_read(empty: FakeOffice) -> None:
    with empty.desk.open_unit() as unit:
        unit.audit.record(EventType.SETTING_CHANGED, {})
        unit.settings.put("retention.EXAMINER_CONTACT", "24")
        unit.commit()
    months = {retention.data: retention.months for retention in read_retentions(empty.desk)}
    assert months[DataClass.EXAMINER_CONTACT] == 24


def test_duration_that_is_none_is_said(empty: FakeOffice) -> None:
    with empty.desk.open_unit() as unit:
        unit.audit.record(EventType.SETTING_CHANGED, {})
        unit.settings.put("retention.EXAMINER_CONTACT", "deux ans")
        unit.commit()
    with pytest.raises(WrongUsage) as raised:
        read_retentions(empty.desk)
    assert raised.value.figures == {"setting": "retention.EXAMINER_CONTACT = deux ans"}
