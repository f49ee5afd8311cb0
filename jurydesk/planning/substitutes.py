"""Who could stand in for a member of a jury, and the seats for which nobody could."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from jurydesk.planning.problem import Half, Problem

if TYPE_CHECKING:
    from jurydesk.planning.objective import Sitting


def count_unprovided(problem: Problem, plan: tuple[Sitting, ...]) -> int:
    """Count the seats for which nobody could stand in."""
    posts = [panel.posts for panel in problem.panels]
    return sum(posts[sitting.panel][post].count for sitting, post in unprovided(problem, plan))


def unprovided(problem: Problem, plan: tuple[Sitting, ...]) -> Iterator[tuple[Sitting, int]]:
    """Yield jury and post where nobody may sit who does not sit on that half-day already.

    Whoever may not face a candidate of that jury cannot stand in there.
    """
    busy = _busy(problem, plan)
    for sitting in plan:
        place = problem.places[sitting.place]
        kept_away = busy[place.half].union(*(problem.applicants[a].excluded for a in sitting.hears))
        for post, holders in enumerate(place.openings[sitting.panel]):
            if holders.keys() <= kept_away:
                yield sitting, post


def _busy(problem: Problem, plan: Iterable[Sitting]) -> Mapping[Half, set[int]]:
    found: dict[Half, set[int]] = defaultdict(set)
    for sitting in plan:
        found[problem.places[sitting.place].half].update(sitting.people)
    return found
