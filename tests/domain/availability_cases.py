"""What an examiner said of the half-days of a session, and what the rules find of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.findings import Finding
from jurydesk.domain.session_facts import Limits
from jurydesk.domain.session_rules import check_session
from tests.builders import DAY, a_pool, some_facts
from tests.domain.case import Case, case

OPTION, RATHER_NOT, FREE = (
    AvailabilityKind.OPTION,
    AvailabilityKind.RATHER_NOT,
    AvailabilityKind.FREE,
)
EVE = DAY - timedelta(days=1)


def _said(
    *entries: Absence, today: date | None = EVE, limits: Limits | None = None
) -> partial[tuple[Finding, ...]]:
    """The session of `DAY`, in the morning, whose first member said this."""
    first = replace(a_pool()[0], absences=entries)
    facts = some_facts(examiners=(first, *a_pool()[1:]), today=today, limits=limits or Limits())
    return partial(check_session, facts)


def _held(until: date, **more: HalfDay) -> Absence:
    return Absence(DAY, DAY, kind=OPTION, held_until=until, **more)


def _weekly(weekday: int) -> Absence:
    return Absence(DAY - timedelta(weeks=8), DAY + timedelta(weeks=8), weekday=weekday)


def _free() -> tuple[Absence, ...]:
    return (Absence(DAY, DAY, kind=FREE),)


def _everybody(*entries: Absence) -> partial[tuple[Finding, ...]]:
    """The same session, planned on given answers only: everybody answered like this."""
    people = tuple(replace(person, absences=entries) for person in a_pool())
    limits = Limits(only_given_answers=True)
    return partial(check_session, some_facts(examiners=people, today=EVE, limits=limits))


CASES: tuple[Case, ...] = (
    case("away, in words", "JURY-11", _said(Absence(DAY, DAY, reason="en tournage"))),
    case("away each week on that day", "JURY-11", _said(_weekly(DAY.weekday()))),
    case("away each week on another day", "", _said(_weekly((DAY.weekday() + 1) % 7))),
    case("an option on its last day", "JURY-25", _said(_held(EVE))),
    case("an option, the day after its last", "JURY-23", _said(_held(EVE), today=DAY)),
    case("a lapsed option that afternoon", "", _said(_held(EVE, half_day=HalfDay.PM), today=DAY)),
    case("an option while nobody asks when", "JURY-25", _said(_held(EVE), today=None)),
    case("a lapsed option that was confirmed", "", _said(_held(EVE), *_free(), today=DAY)),
    case("a lapsed option, given again", "JURY-25", _said(_held(EVE), _held(DAY), today=DAY)),
    case("away in spite of an option", "JURY-11", _said(_held(DAY), Absence(DAY, DAY))),
    case("away in spite of being free", "JURY-11", _said(*_free(), Absence(DAY, DAY))),
    case("rather not", "JURY-24", _said(Absence(DAY, DAY, kind=RATHER_NOT))),
    case("rather not that afternoon", "", _said(Absence(DAY, DAY, HalfDay.PM, kind=RATHER_NOT))),
    case("free", "", _said(*_free())),
    case("free, planned on answers only", "", _everybody(*_free())),
    case("nothing said, planned on answers only", "JURY-26", _everybody()),
    case("held, planned on answers only", "JURY-25", _everybody(_held(EVE))),
)
