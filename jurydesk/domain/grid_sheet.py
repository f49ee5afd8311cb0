"""What the paper of one evaluation grid shows: one candidate, one assessor, no other person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jurydesk.domain.grids import Grid, GridItem
from jurydesk.domain.minutes import CertificationStatement, CertifierStatement
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import AccessRoute


@dataclass(frozen=True, slots=True)
class Assessed:
    """The candidate of a grid."""

    name: str
    sex: Sex
    birth_date: date | None
    birth_partial: str
    """What civil status knows of the birth where it has no full date."""
    route: AccessRoute
    start: datetime
    end: datetime
    extra_time: bool


@dataclass(frozen=True, slots=True)
class Assessor:
    """Somebody who signs a grid."""

    name: str
    seat: str
    seat_label: str
    """The words of the sheet; empty where it has none."""
    presides: bool


@dataclass(frozen=True, slots=True)
class GridSheet:
    """One page: the lines of a grid, blank or with what was marked."""

    certifier: CertifierStatement
    certification: CertificationStatement
    session_code: str
    jury: int
    room: str
    candidate: Assessed
    assessors: tuple[Assessor, ...]
    """The one who marks; all who deliberate where it is the common grid."""
    is_common: bool
    items: tuple[GridItem, ...]
    block_titles: tuple[tuple[str, str], ...]
    grid: Grid
