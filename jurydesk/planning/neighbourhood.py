"""A few days of a plan as a problem of their own, so that a large plan is improved piece by piece.

Everything outside the days stays as it is: who is heard there is not asked again, and who sits
there brings that load along. What the part saves, the whole plan saves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from jurydesk.planning.objective import Sitting
from jurydesk.planning.presiding import presidents
from jurydesk.planning.problem import Applicant, Problem, Profile


@dataclass(frozen=True)
class Neighbourhood:
    """The days, the plan of the whole, and what of it may change."""

    problem: Problem
    plan: tuple[Sitting, ...]
    days: frozenset[date]

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Return the places that may change, by their number in the part."""
        places = enumerate(self.problem.places)
        return tuple(number for number, place in places if place.day in self.days)

    @cached_property
    def applicants(self) -> tuple[int, ...]:
        """Return who may be moved, by their number in the part: heard there, or not at all."""
        outside = {a for sitting in self.kept for a in sitting.hears}
        inside = frozenset(self.places)
        everybody = enumerate(self.problem.applicants)
        return tuple(n for n, a in everybody if n not in outside and a.places & inside)

    @cached_property
    def kept(self) -> tuple[Sitting, ...]:
        """Return what of the plan stays."""
        return tuple(s for s in self.plan if self.problem.places[s.place].day not in self.days)

    def part(self) -> Problem:
        """Return the problem of these days alone."""
        number_of = {place: number for number, place in enumerate(self.places)}
        return replace(
            self.problem,
            places=tuple(self.problem.places[place] for place in self.places),
            applicants=tuple(
                _restricted(self.problem.applicants[a], number_of) for a in self.applicants
            ),
            profiles=self._profiles(),
            closed=(),
        )

    def inside(self) -> tuple[Sitting, ...]:
        """Return the plan of these days, in the numbers of the part."""
        places = {place: number for number, place in enumerate(self.places)}
        people = {applicant: number for number, applicant in enumerate(self.applicants)}
        return tuple(
            replace(s, place=places[s.place], hears=tuple(people[a] for a in s.hears))
            for s in self.plan
            if s.place in places
        )

    def whole(self, sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
        """Return the plan of the whole, with a new plan of these days."""
        changed = (
            replace(s, place=self.places[s.place], hears=tuple(self.applicants[a] for a in s.hears))
            for s in sittings
        )
        return tuple(sorted((*self.kept, *changed), key=lambda s: (s.place, s.room)))

    def _profiles(self) -> Mapping[int, Profile]:
        sat = Counter(examiner for sitting in self.kept for examiner in sitting.people)
        presided = Counter(presidents(self.problem, self.kept))
        return {
            number: replace(
                profile,
                load=profile.load + sat[number],
                presided=profile.presided + presided[number],
                most=None if profile.most is None else profile.most - sat[number],
            )
            for number, profile in self.problem.profiles.items()
        }


def _restricted(applicant: Applicant, number_of: Mapping[int, int]) -> Applicant:
    """Return the applicant with the places of the part only."""
    return replace(
        applicant,
        places=frozenset(number_of[place] for place in applicant.places if place in number_of),
        late=frozenset(number_of[place] for place in applicant.late if place in number_of),
        former=None if applicant.former is None else number_of.get(applicant.former),
        prices={number_of[p]: c for p, c in applicant.prices.items() if p in number_of},
    )
