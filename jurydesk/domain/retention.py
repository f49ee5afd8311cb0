"""How long each class of personal data is kept; attached documents are purged at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.calendar import add_months


class DataClass(StrEnum):
    """Data that live equally long, counted from the same kind of day."""

    MINUTES = "MINUTES"
    """Minutes and register of decisions, from the day of issue."""
    CANDIDATE_FILE = "CANDIDATE_FILE"
    """The file and the assessments of a candidate, from the end of the candidacy."""
    SUPPORTING_DOCUMENT = "SUPPORTING_DOCUMENT"
    """What a VAE candidate handed in to prove experience, from the end of the path."""
    EXAMINER_CONTACT = "EXAMINER_CONTACT"
    """Address and telephone of an examiner, from the end of the last mandate."""
    ACCOUNTING = "ACCOUNTING"
    """Expenses and accounting documents, from the end of the financial year."""
    AUDIT = "AUDIT"
    """The audit trail, which has no gap or is worth nothing."""


class Ground(StrEnum):
    """How firm the ground of a duration is."""

    LAW = "LAW"
    """A text binds the certifying body."""
    ANALOGY = "ANALOGY"
    """A text binds somebody else in a like case; the certifying body has to choose."""
    PRACTICE = "PRACTICE"
    """No text; a duration that is held to be reasonable, or the nature of the thing."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long one class of data is kept; `months` None: without an end."""

    data: DataClass
    months: int | None
    ground: Ground
    source: str

    def ends(self, since: date) -> date | None:
        """Return the last day on which data that count from `since` may be kept."""
        return None if self.months is None else add_months(since, self.months)

    def is_over(self, since: date, today: date) -> bool:
        """Tell whether such data must go; they may stay on the last day itself."""
        last = self.ends(since)
        return last is not None and today > last


DEFAULTS: Mapping[DataClass, Retention] = MappingProxyType(
    {
        retention.data: retention
        for retention in (
            Retention(DataClass.MINUTES, None, Ground.PRACTICE, "blocks acquired for good"),
            Retention(DataClass.CANDIDATE_FILE, 60, Ground.PRACTICE, "centre-inffo.fr, 02/07/2025"),
            Retention(DataClass.SUPPORTING_DOCUMENT, 12, Ground.ANALOGY, "R6411-6"),
            Retention(DataClass.EXAMINER_CONTACT, 12, Ground.ANALOGY, "JORFARTI000031125470"),
            Retention(DataClass.ACCOUNTING, 120, Ground.LAW, "L123-22"),
            Retention(DataClass.AUDIT, None, Ground.PRACTICE, "chained events"),
        )
    }
)
"""Where nobody has set anything else."""

KEPT_FOR_GOOD = frozenset({DataClass.MINUTES, DataClass.AUDIT})
"""No setting shortens these: issued minutes and the trail are never purged."""


def retentions(settings: Mapping[str, str]) -> tuple[Retention, ...]:
    """Return every duration in force, those set under `retention.<class>` in months first.

    A setting that is empty means without an end.

    Raises:
        ValueError: a setting is not a whole number of months, at least one.
    """
    return tuple(_in_force(default, settings) for default in DEFAULTS.values())


def setting_of(data: DataClass) -> str:
    """Return the name of the setting that holds the duration of a class of data."""
    return f"retention.{data}"


def _in_force(default: Retention, settings: Mapping[str, str]) -> Retention:
    key = setting_of(default.data)
    if default.data in KEPT_FOR_GOOD or key not in settings:
        return default
    written = settings[key].strip()
    if not written:
        return replace(default, months=None)
    if not written.isdecimal() or int(written) < 1:
        raise ValueError(f"{key} = {written}")
    return replace(default, months=int(written))
