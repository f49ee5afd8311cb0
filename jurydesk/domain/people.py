"""The persons: candidates, and the examiners of the pool with what proves their right to sit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.partial_date import PartialDate


class Sex(StrEnum):
    """Sex as in civil status; not stating it is possible and counted as such."""

    FEMALE = "F"
    MALE = "M"
    NOT_STATED = "X"


@dataclass(frozen=True, slots=True)
class BirthPlace:
    """Where a person was born. `insee` is the commune or country code, text of five characters."""

    commune: str = ""
    insee: str = ""
    postal_code: str = ""
    department: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Employment:
    """A company that somebody works for or has worked for: a professional tie."""

    organisation: str
    since: date | None = None
    until: date | None = None
    """Last day; None: still there, or nobody knows."""
    is_past: bool = False
    """True where it is over, even if no day is known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who applies. Only the birth name and one first name are needed to keep a draft."""

    birth_name: str
    first_names: tuple[str, ...]
    """In the order of the civil register; a compound first name is one of them."""
    usage_name: str = ""
    sex: Sex = Sex.NOT_STATED
    birth_date: date | None = None
    birth_place: BirthPlace = BirthPlace()
    email: str = ""
    phone: str = ""
    """E.164, such as `+33612345678`; or as it was written, if it could not be read."""
    employer: str = ""
    """The employer of today."""
    employments: tuple[Employment, ...] = ()
    """The other ones, past or at the same time."""
    notes: str = ""
    birth_partial: PartialDate | None = None
    """Where civil status has no full date, as for some births abroad."""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def born(self) -> date | PartialDate | None:
        """Return the birth date, as far as it is known."""
        return self.birth_date or self.birth_partial

    @property
    def first_name(self) -> str:
        """Return the first of the first names."""
        return self.first_names[0] if self.first_names else ""

    @property
    def full_name(self) -> str:
        """Return the name as the office writes it: `LEGRAND Ophélie`."""
        return f"{self.birth_name.upper()} {self.first_name}".strip()


@dataclass(frozen=True, slots=True)
class Mandate:
    """The designation of an examiner between two dates, both included."""

    start: date
    end: date
    act: str = ""
    """Reference of the act that designates the person."""

    def in_force(self, day: date) -> bool:
        """Tell whether the mandate holds on that day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Qualification:
    """A kind of seat that the person may hold, and the document that proves it."""

    seat: str
    document: str = ""


class Training(StrEnum):
    """Whether the examiner was trained to sit."""

    TRAINED = "TRAINED"
    NOT_TRAINED = "NOT_TRAINED"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Examiner:
    """A person of the pool; a juror once seated."""

    last_name: str
    first_name: str
    sex: Sex = Sex.NOT_STATED
    occupation: str = ""
    organisation: str = ""
    """The structure of today."""
    employments: tuple[Employment, ...] = ()
    """The other ones, past or at the same time."""
    of_certifier: bool = False
    """Whether the person belongs to the certifying body: an external seat is closed to them."""
    is_employee: bool | None = None
    """Whether an employer must be told fifteen days before (D3142-32); None: not known."""
    email: str = ""
    phone: str = ""
    qualifications: tuple[Qualification, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    absences: tuple[Absence, ...] = ()
    judges: tuple[str, ...] | None = ()
    """Codes of the certifications that the person may judge; None: all of them."""
    training: Training = Training.UNKNOWN
    trained_in: int | None = None
    preferred_half_day: HalfDay | None = None
    declines_presidency: bool = False
    juries_last_year: int | None = None
    last_presidency: date | None = None
    """First day of the month in which the person last presided."""
    notes: str = ""
    active: bool = True
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def full_name(self) -> str:
        """Return the name as the office writes it: `NGUYỄN Clémence`."""
        return f"{self.last_name.upper()} {self.first_name}".strip()

    def may_hold(self, seat: str) -> bool:
        """Tell whether the person qualifies for that kind of seat."""
        return any(qualification.seat == seat for qualification in self.qualifications)

    def may_judge(self, certification: str) -> bool:
        """Tell whether the person may judge that certification."""
        return self.judges is None or certification in self.judges

    def mandate_on(self, day: date) -> Mandate | None:
        """Return the mandate in force on that day."""
        return next((mandate for mandate in self.mandates if mandate.in_force(day)), None)
