"""Why a plan of the year holds a day, and why somebody has no place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jurydesk.domain.findings import FigureValue
    from jurydesk.planning.year_plan import PlannedDay
    from jurydesk.services.year_plan import YearAnswer


@dataclass(frozen=True, slots=True)
class DayTold:
    """One day of the plan, with the sentences that say why it is held."""

    day: PlannedDay
    places: int
    """How many the day could hear."""
    reasons: tuple[Finding, ...]


def days_told(answer: YearAnswer) -> tuple[DayTold, ...]:
    """Return the days of the plan, each with its reasons."""
    return tuple(
        DayTold(one, answer.places.get(one.day, 0), tuple(_reasons(answer, one)))
        for one in answer.plan.days
    )


def unheard_told(answer: YearAnswer) -> tuple[Finding, ...]:
    """Return who has no place, by the days on which they could be heard."""
    return tuple(_left(answer, group, count) for group, count in answer.plan.left)


def _reasons(answer: YearAnswer, one: PlannedDay) -> Iterator[Finding]:
    days = [other.day for other in answer.plan.days if other.session != one.session]
    before = max((day for day in days if day < one.day), default=None)
    after = min((day for day in days if day > one.day), default=None)
    groups = [(answer.expected[number], count) for number, count in one.groups]
    figures: dict[str, FigureValue] = {
        "heard": one.heard,
        "places": answer.places.get(one.day, 0),
        "session": one.session + 1,
    }
    yield _told("YEAR-DAY", count=one.heard, **figures)
    bound = [(g, n) for g, n in groups if g.due and one.day <= g.due and _ends(g.due, after)]
    if bound:
        due = min(group.due for group, _ in bound if group.due)
        yield _told("YEAR-CANNOT-WAIT", count=sum(n for _, n in bound), due=due)
    fresh = [(g, n) for g, n in groups if before is not None and g.first > before]
    if fresh:
        count = sum(n for _, n in fresh)
        yield _told("YEAR-NOT-BEFORE", count=count, first=min(group.first for group, _ in fresh))
    if one.late:
        yield _told("YEAR-LATE", count=one.late)
    free = _places_left(answer, one)
    if not bound and free < one.heard:
        yield _told("YEAR-NEEDED", count=free, heard=one.heard)


def _places_left(answer: YearAnswer, one: PlannedDay) -> int:
    """Return how many of that day's persons the other days of the plan could take at the most."""
    groups = [answer.expected[number] for number, _ in one.groups]
    others = (
        day
        for day in answer.plan.days
        if day.day != one.day
        and any(g.first <= day.day and (g.due is None or day.day <= g.due) for g in groups)
    )
    return sum(answer.places.get(day.day, 0) - day.heard for day in others)


def _ends(due: date, after: date | None) -> bool:
    return after is None or due < after


def _left(answer: YearAnswer, number: int, count: int) -> Finding:
    group = answer.expected[number]
    open_days = [d for d, places in answer.places.items() if places and d >= group.first]
    figures: dict[str, FigureValue] = {"first": group.first, "days": len(open_days)}
    if group.due is None:
        code = "YEAR-NO-PLACE" if open_days else "YEAR-NO-DAY"
    else:
        code = "YEAR-NO-PLACE-DUE" if open_days else "YEAR-NO-DAY-DUE"
        figures["due"] = group.due
    return _told(code, count=count, **figures)


def _told(code: str, **figures: FigureValue) -> Finding:
    return Finding(code, Severity.WARNING, (), tuple(figures.items()))
