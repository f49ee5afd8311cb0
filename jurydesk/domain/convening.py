"""What somebody is told about a session: the content of summons, message and calendar file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.outbox import MessageReason
from jurydesk.domain.release import Appointment, Person, Role
from jurydesk.domain.session import Modality

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
"""One address as rosters are read; letters with accents stand in some (RFC 6531)."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """When and where the person is expected, with what is judged."""

    day: date
    half_day: HalfDay
    start: datetime
    end: datetime
    room: str
    certification: str
    """Code and title."""
    seat: str = ""
    """The kind of seat of a member."""


@dataclass(frozen=True, slots=True)
class OfficeContact:
    """How to reach the office, and where it writes from."""

    email: str = ""
    phone: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummonsContent:
    """Everything that the papers and messages to one person say. Nobody else is named."""

    session: str
    role: Role
    number: int
    """The candidacy, or the examiner."""
    name: str
    reason: MessageReason
    certifier: CertifierStatement
    written_on: date
    released_at: datetime
    """When the plan was given out: the same release gives the same files."""
    uid: str
    sequence: int
    """Of the sending that this will be (RFC 5545, SEQUENCE)."""
    email: str = ""
    organisation: str = ""
    is_employee: bool | None = False
    """Whether an employer must be told (D3142-32); None: not known."""
    asked: tuple[Sitting, ...] = ()
    before: tuple[Sitting, ...] = ()
    """What the person was told before."""
    modality: Modality = Modality.ON_SITE
    address: str = ""
    link: str = ""
    """How to join from elsewhere."""
    due: date | None = None
    """Last day of the answer."""
    notice: date | None = None
    """Last day on which the employer is told in time."""
    extra_time: bool = False
    step_free: bool = False
    office: OfficeContact = OfficeContact()

    @property
    def person(self) -> Person:
        """Return who it is, as `release` names persons."""
        return self.role, self.number

    @property
    def is_cancelled(self) -> bool:
        """Tell whether nothing is asked any more."""
        return not self.asked

    @property
    def is_for_employer(self) -> bool:
        """Tell whether a copy goes to an employer: of whom nobody knows, they might have one."""
        return self.role is Role.EXAMINER and self.is_employee is not False and bool(self.asked)

    @property
    def certifications(self) -> tuple[str, ...]:
        """Return what is judged, each once."""
        every = (one.certification for one in self.asked or self.before)
        return tuple(dict.fromkeys(every))

    @property
    def can_be_mailed(self) -> bool:
        """Tell whether there is an address that a draft can go to."""
        return is_address(self.email)

    @property
    def withdrawn(self) -> tuple[Sitting, ...]:
        """Return what the person was told and is not asked any more: calendars drop it."""
        kept = {(one.day, one.half_day) for one in self.asked}
        return tuple(one for one in self.before if (one.day, one.half_day) not in kept)


def is_address(text: str) -> bool:
    """Tell whether a text is one e-mail address, and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def sitting_of(appointment: Appointment, certification: str) -> Sitting:
    """Return an appointment with the name of what is judged."""
    one = appointment
    return Sitting(one.day, one.half_day, one.start, one.end, one.room, certification, one.seat)
