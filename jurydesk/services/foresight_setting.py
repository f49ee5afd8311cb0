"""Which jury is asked about, and when; and all that the answers are computed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.calendar import add_months
from jurydesk.domain.jury_rules import STATUTORY_QUORUM
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.session import Session
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.errors import WrongUsage
from jurydesk.exchange.public_holidays import is_working_day, zones
from jurydesk.planning.foresight_presence import Presence
from jurydesk.planning.problem import Panel
from jurydesk.services.facts import certification_by_code
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification, Composition
    from jurydesk.planning.problem import Half
    from jurydesk.services.ports import UnitOfWork

MOST_DAYS = 1100
"""Three years: nobody knows of an absence later than that."""
FIRST_YEAR, LAST_YEAR = 2008, 2100
ONE_DAY = timedelta(days=1)


class Note(StrEnum):
    """What a person should know before they read the figures."""

    NO_COMPOSITION = "NO_COMPOSITION"
    """The sheet says of no jury on that route: nothing can be counted."""
    NO_QUORUM = "NO_QUORUM"
    """Fewer members of that jury deliberate than the office or the law wants."""
    PROPOSED = "PROPOSED"
    """The composition is only proposed: nothing may be held under it yet."""
    CLOSED = "CLOSED"
    """The sheet closes that route."""
    NOBODY = "NOBODY"
    """The pool is empty."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which jury is asked about, and when; None: what is likely meant."""

    certification: str
    route: AccessRoute | None = None
    start: date | None = None
    """None: today."""
    end: date | None = None
    """None: a year after the start, that day not included."""
    zone: str = ""
    """Subdivision of France with public holidays of its own."""


@dataclass(frozen=True)
class Setting:
    """What the answers are computed from, read in one unit of work."""

    facts: SessionFacts
    """A session of nobody: the sheet, the pool, and who sits elsewhere."""
    route: AccessRoute
    panel: Panel
    sheet: Certification
    start: date
    end: date
    sessions: tuple[Session, ...]
    """The sessions with a day in the range."""
    notes: tuple[Note, ...] = ()
    zone: str = ""

    @cached_property
    def halves(self) -> tuple[Half, ...]:
        """Return every half-day of the range, days off included."""
        count = (self.end - self.start).days + 1
        days = (self.start + ONE_DAY * number for number in range(count))
        return tuple((day, half_day) for day in days for half_day in HalfDay)

    @cached_property
    def presence(self) -> Presence:
        """Return who may sit when."""
        return Presence(self.facts, self.panel)

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on that day."""
        return is_working_day(day, zone=self.zone)


def setting_of(unit: UnitOfWork, question: Question, *, today: date) -> Setting:
    """Read what the answers to a question are computed from.

    Raises:
        WrongUsage: no such certification or zone, or a range that is none.
    """
    sheet = certification_by_code(unit, question.certification)
    start = question.start or today
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise WrongUsage("FORESIGHT-YEAR", {"first": FIRST_YEAR, "last": LAST_YEAR})
    end = question.end or add_months(start, 12) - ONE_DAY
    _check_range(start, end)
    if question.zone and question.zone not in zones():
        raise WrongUsage("DEADLINE-ZONE", {"zone": question.zone, "known": ", ".join(zones())})
    route = question.route or _likely_route(sheet)
    sessions = unit.sessions.all()
    facts = SessionFacts(
        session=Session(code="", certifications=(sheet.code,), days=()),
        certifications={sheet.code: sheet},
        candidates={},
        candidacies={},
        examiners={e.id: e for e in unit.examiners.all() if e.active},
        elsewhere=_seats(sessions),
        limits=settings_in(unit).limits,
    )
    composition = sheet.composition(route)
    return Setting(
        facts,
        route,
        _panel(composition, route, facts),
        sheet=sheet,
        start=start,
        end=end,
        sessions=tuple(s for s in sessions if any(start <= day <= end for day in s.days)),
        notes=tuple(_notes(composition, sheet.terms(route).access, facts)),
        zone=question.zone,
    )


def _check_range(start: date, end: date) -> None:
    if end < start:
        raise WrongUsage("FORESIGHT-RANGE", {"start": start, "end": end})
    if (end - start).days >= MOST_DAYS:
        raise WrongUsage("FORESIGHT-LONG", {"most": MOST_DAYS})


def _likely_route(sheet: Certification) -> AccessRoute:
    """The VAE first: it is the one whose jury the law composes, and whose clock runs."""
    open_ones = [t.route for t in sheet.routes if t.composition and t.access is not Access.CLOSED]
    ordered = sorted(open_ones, key=lambda route: route is not AccessRoute.EXPERIENCE)
    return ordered[0] if ordered else AccessRoute.EXPERIENCE


def _panel(composition: Composition | None, route: AccessRoute, facts: SessionFacts) -> Panel:
    if composition is None or composition.voters < _quorum(facts):
        return Panel((), balanced=False)
    balanced = composition.balanced or route is AccessRoute.EXPERIENCE
    (judged,) = facts.session.certifications
    return Panel(composition.seats, balanced=balanced, certification=judged)


def _quorum(facts: SessionFacts) -> int:
    return max(STATUTORY_QUORUM, facts.limits.quorum)


def _notes(composition: Composition | None, access: Access, facts: SessionFacts) -> list[Note]:
    notes = []
    if composition is None or not composition.seats:
        notes.append(Note.NO_COMPOSITION)
    else:
        if composition.voters < _quorum(facts):
            notes.append(Note.NO_QUORUM)
        if not composition.is_settled:
            notes.append(Note.PROPOSED)
    if access is Access.CLOSED:
        notes.append(Note.CLOSED)
    if not facts.examiners:
        notes.append(Note.NOBODY)
    return notes


def _seats(sessions: tuple[Session, ...]) -> tuple[tuple[int, date, HalfDay], ...]:
    return tuple(
        (juror.examiner_id, jury.day, jury.half_day)
        for session in sessions
        for jury in session.juries
        if not jury.annulled
        for juror in jury.jurors
    )
