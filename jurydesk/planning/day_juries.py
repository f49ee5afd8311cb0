"""Juries that sit for a whole day: the same members before the morning's and the afternoon's.

In a session with such juries each day has three places that share its rooms: the morning alone, the
afternoon alone, and both. A room has one jury a day. A jury of both half-days is written as two,
with the same members and the same president, so that minutes, attendance and clocks are of a
half-day as ever; what is counted by half-day (juries, load, women and men, preferences) counts it
twice, what is about who meets and who presides counts it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.planning.hours import fits, starts
from jurydesk.planning.problem import Openings, Place, Problem

if TYPE_CHECKING:
    from jurydesk.planning.objective import Sitting


def day_places(morning: Place, afternoon: Place) -> Iterator[Place]:
    """Yield the three places of one day, the whole one first; both halves have the same rooms."""
    yield replace(
        morning,
        windows=(*morning.windows, *afternoon.windows),
        openings=tuple(map(_both, morning.openings, afternoon.openings)),
        former=frozenset(),
        chair=morning.chair or afternoon.chair,
        span=None,
        whole_day=True,
    )
    yield morning
    yield afternoon


def _both(morning: Openings, afternoon: Openings) -> Openings:
    """Return who may sit on both half-days, and at what price together."""
    return tuple(
        {who: price + later[who] for who, price in early.items() if who in later}
        for early, later in zip(morning, afternoon, strict=True)
    )


def by_half_days(problem: Problem, plan: Iterable[Sitting]) -> Iterator[Sitting]:
    """Yield the juries of half-days; those heard on a whole day are all told of its morning."""
    for sitting in plan:
        if sitting.place not in problem.half_places:
            yield sitting
            continue
        morning, afternoon = problem.half_places[sitting.place]
        yield replace(sitting, place=morning)
        yield replace(sitting, place=afternoon, hears=())


def shortened(problem: Problem, plan: Iterable[Sitting]) -> Iterator[Sitting]:
    """Yield the juries, those of a whole day that need only one half of it as juries of that."""
    for sitting in plan:
        halves = problem.half_places.get(sitting.place, ())
        enough = (half for half in halves if _has_time(problem, half, sitting.hears))
        yield replace(sitting, place=next(enough, sitting.place))


def parted(problem: Problem, sitting: Sitting) -> tuple[Sitting, ...]:
    """Return the juries to be written: of a whole day one for each half, with whom it hears.

    Whoever was told of a half-day stays in it, unless the others then have no time.
    """
    if sitting.place not in problem.half_places:
        return (sitting,)
    morning, afternoon = problem.half_places[sitting.place]
    early, late = _as_told(problem, sitting) or _as_fits(problem, sitting)
    return (
        replace(sitting, place=morning, hears=early),
        replace(sitting, place=afternoon, hears=late),
    )


def _as_told(problem: Problem, sitting: Sitting) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    morning, afternoon = problem.half_places[sitting.place]
    told = {a: problem.applicants[a].former for a in sitting.hears}
    early = tuple(a for a in sitting.hears if told[a] == morning)
    late = tuple(a for a in sitting.hears if told[a] == afternoon)
    for applicant in sitting.hears:
        if applicant in {*early, *late}:
            continue
        if _has_time(problem, morning, (*early, applicant)):
            early = (*early, applicant)
        else:
            late = (*late, applicant)
    sound = _has_time(problem, morning, early) and _has_time(problem, afternoon, late)
    return (early, late) if sound and early and late else None


def _as_fits(problem: Problem, sitting: Sitting) -> tuple[tuple[int, ...], tuple[int, ...]]:
    place = problem.places[sitting.place]
    lengths = [problem.applicants[a].minutes for a in sitting.hears]
    times = starts(place.windows, lengths) or ()
    noon = problem.places[problem.half_places[sitting.place][1]].windows[0][0]
    heard = list(zip(sitting.hears, times, strict=True))
    return tuple(a for a, t in heard if t < noon), tuple(a for a, t in heard if t >= noon)


def _has_time(problem: Problem, place: int, hears: tuple[int, ...]) -> bool:
    lengths = [problem.applicants[applicant].minutes for applicant in hears]
    wanted = tuple(lengths.count(minutes) for minutes in problem.minutes)
    return fits(problem.places[place].windows, problem.minutes, wanted)
