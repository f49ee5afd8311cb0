"""A certification as its RNCP sheet describes it: routes, seats of the jury, blocks, dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jurydesk.domain.entry_conditions import EntryCondition
from jurydesk.domain.routes import Access, AccessRoute

EMPLOYERS = "EMPLOYERS"
EMPLOYEES = "EMPLOYEES"
INDEPENDENT = "INDEPENDENT"
TEACHING_STAFF = "TEACHING_STAFF"
SEAT_KINDS = (EMPLOYERS, EMPLOYEES, INDEPENDENT, TEACHING_STAFF)
"""The four kinds of CEFPF's sheets. Another certifier's sheet may name others: a kind is data."""

WHOLE = "WHOLE"
"""Stands for the certification judged as a whole where a block code would stand."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a jury as the sheet describes it; `share` is a percentage of the members."""

    kind: str
    label: str
    """The words of the sheet, inclusive form, French."""
    share: int
    external: bool
    """Whether its holder must not belong to the certifying body."""
    deliberates: bool
    """Whether its holder takes part in the deliberation and has a vote."""


class CompositionStatus(StrEnum):
    """Where a composition comes from, and whether a session may be held under it."""

    PUBLISHED = "PUBLISHED"
    """Read in the sheet."""
    PROPOSED = "PROPOSED"
    """Taken over from another sheet because this one was not read: to be confirmed."""
    CONFIRMED = "CONFIRMED"
    """Proposed, then confirmed by a person who answers for it."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The seats of a jury on one route, and where they were read."""

    seats: tuple[Seat, ...]
    status: CompositionStatus
    source: str
    balanced: bool = True
    """Whether the sheet aims at a balance of women and men."""
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def is_settled(self) -> bool:
        """Tell whether a session may be held under this composition."""
        return self.status is not CompositionStatus.PROPOSED

    @property
    def voters(self) -> int:
        """Return how many members deliberate when all are there."""
        return sum(seat.deliberates for seat in self.seats)

    def seat(self, kind: str) -> Seat | None:
        """Return the first seat of that kind."""
        return next((seat for seat in self.seats if seat.kind == kind), None)


@dataclass(frozen=True, slots=True)
class RouteTerms:
    """One access route of a certification: open, closed or not known, and its jury."""

    route: AccessRoute
    access: Access
    composition: Composition | None = None


@dataclass(frozen=True, slots=True)
class RegistrationPeriod:
    """One registration in the RNCP by decree; `effect` may be earlier than the decree."""

    decree: date
    journal: date
    effect: date
    until: date
    years: int


def short_code(code: str) -> str:
    """Return the part of a block's code that people say, `BC02` of `RNCP34316BC02`."""
    return code[code.find("BC") :] if "BC" in code else code


@dataclass(frozen=True, slots=True)
class Block:
    """A block of skills that can be acquired for itself; its code is unique in the RNCP."""

    code: str
    title: str
    optional: bool = False
    skills: tuple[str, ...] = ()

    @property
    def short_code(self) -> str:
        """Return the part that people say."""
        return short_code(self.code)


@dataclass(frozen=True, slots=True)
class Certification:
    """One RNCP sheet. What is `None`, empty and named in `unknown` has not been read anywhere."""

    code: str
    title: str
    family: str = ""
    """Short name that the office uses for the title and its successors, such as `AP`."""
    level: int | None = None
    active: bool | None = None
    routes: tuple[RouteTerms, ...] = ()
    blocks: tuple[Block, ...] = ()
    has_blocks: bool | None = None
    """True: judged by block; False: judged as a whole (RNCP6082); None: not known."""
    skills: tuple[str, ...] = ()
    registrations: tuple[RegistrationPeriod, ...] = ()
    registered_from: date | None = None
    registered_until: date | None = None
    last_delivery: date | None = None
    replaces: str = ""
    replaced_by: str = ""
    nsf: tuple[str, ...] = ()
    rome: tuple[str, ...] = ()
    formacodes: tuple[str, ...] = ()
    entry_conditions: str = ""
    """What the sheet says of them, in one text."""
    conditions: tuple[EntryCondition, ...] = ()
    """The same, one by one: each candidacy answers those of its route."""
    certifier: str = ""
    sirets: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Names of the fields that no source gave."""
    uncertain: tuple[str, ...] = ()
    """Names of the fields that were deduced, not read."""
    sources: tuple[str, ...] = ()
    id: int = 0
    version: int = field(default=0, compare=False)

    def terms(self, route: AccessRoute) -> RouteTerms:
        """Return what the sheet says of one route; unknown where it says nothing."""
        found = (terms for terms in self.routes if terms.route is route)
        # Closed is what a sheet says; silence is not a no
        return next(found, RouteTerms(route, Access.UNKNOWN))

    def registered_on(self, day: date) -> bool | None:
        """Tell whether it was in the RNCP that day, last day included; None: dates not known."""
        if self.registrations:
            # By effect, not decree: RNCP6082 was renewed in March 2016 as from 31/12/2015
            return any(period.effect <= day <= period.until for period in self.registrations)
        if self.registered_from and day < self.registered_from:
            return False
        return None if self.registered_until is None else day <= self.registered_until

    @property
    def last_registered_day(self) -> date | None:
        """Return the last day of registration, of the latest period where there are several."""
        ends = [period.until for period in self.registrations]
        return self.registered_until or max(ends, default=None)

    def composition(self, route: AccessRoute) -> Composition | None:
        """Return the jury of one route, published, proposed or confirmed."""
        return self.terms(route).composition

    def block(self, code: str) -> Block | None:
        """Return a block by its full or short code."""
        matches = (b for b in self.blocks if code in {b.code, b.short_code})
        return next(matches, None)

    def condition(self, code: str) -> EntryCondition | None:
        """Return an entry condition by its full or short code."""
        matches = (c for c in self.conditions if code in {c.code, c.code.removeprefix(self.code)})
        return next(matches, None)

    @property
    def mandatory_blocks(self) -> tuple[Block, ...]:
        """Return the blocks that the whole certification needs."""
        return tuple(block for block in self.blocks if not block.optional)
