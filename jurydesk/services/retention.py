"""How long each class of personal data is kept: read, and set by the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.retention import DEFAULTS, KEPT_FOR_GOOD, DataClass, retentions, setting_of
from jurydesk.errors import WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.domain.retention import Retention
    from jurydesk.services.ports import Desk, UnitOfWork


def read_retentions(desk: Desk) -> tuple[Retention, ...]:
    """Return how long each class of data is meant to be kept; nothing is purged by itself.

    Raises:
        WrongUsage: somebody stored a duration that is none.
    """
    with desk.open_unit() as unit:
        return _in_force(unit)


def save_retentions(
    desk: Desk, *, months: Mapping[DataClass, int | None]
) -> Outcome[tuple[Retention, ...]]:
    """Set durations in months, None for no end; what is not named stays.

    Raises:
        WrongUsage: a duration under one month, or one for data that are never purged.
    """
    _check(months)
    with desk.open_unit() as unit:
        before = {one.data: one.months for one in _in_force(unit)}
        changed = {data: count for data, count in months.items() if before[data] != count}
        for data, count in changed.items():
            unit.settings.put(setting_of(data), "" if count is None else str(count))
        finish(unit, EventType.SETTING_CHANGED, {"settings": sorted(map(setting_of, changed))})
        return Outcome(_in_force(unit), unit.changes, label="ACT-SETTINGS-SAVED")


def named_duration(name: str, value: str) -> Mapping[DataClass, int | None]:
    """Return the duration that `retention.<class>` and a number of months mean; empty: no end.

    Raises:
        WrongUsage: there is no such class, or the value is not a number of months.
    """
    known = {setting_of(data): data for data in DEFAULTS if data not in KEPT_FOR_GOOD}
    if name not in known:
        raise WrongUsage("SETTING-UNKNOWN", {"setting": name, "known": ", ".join(known)})
    written = value.strip()
    if written and not written.isdecimal():
        raise WrongUsage("RETENTION-WRONG", {"setting": f"{name} = {written}"})
    return {known[name]: int(written) if written else None}


def _check(months: Mapping[DataClass, int | None]) -> None:
    for data, count in months.items():
        if data in KEPT_FOR_GOOD and count is not None:
            raise WrongUsage("RETENTION-FOR-GOOD", {"data": data})
        if count is not None and count < 1:
            raise WrongUsage("RETENTION-WRONG", {"setting": f"{setting_of(data)} = {count}"})


def _in_force(unit: UnitOfWork) -> tuple[Retention, ...]:
    try:
        return retentions(unit.settings.all())
    except ValueError as error:
        raise WrongUsage("RETENTION-WRONG", {"setting": str(error)}) from error
