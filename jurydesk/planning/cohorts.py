"""Applicants who are alike in everything that matters, counted instead of told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from jurydesk.planning.problem import Applicant, Problem


@dataclass(frozen=True)
class Cohort:
    """Applicants of whom any may take the place of any other; one alone if there are ties."""

    members: tuple[int, ...]
    like: Applicant

    @property
    def size(self) -> int:
        """Return how many there are."""
        return len(self.members)


def cohorts_of(problem: Problem) -> tuple[Cohort, ...]:
    """Return the applicants by likeness; those who can be heard nowhere are left out."""
    persons = Counter(applicant.person for applicant in problem.applicants)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, applicant in enumerate(problem.applicants):
        alone = applicant.is_tied or persons[applicant.person] > 1
        key = (
            applicant.panel,
            applicant.minutes,
            applicant.places,
            applicant.late,
            applicant.late_unless_placed,
            tuple(sorted(applicant.prices.items())),
            (applicant.former, applicant.was_told),
            number if alone else None,
        )
        if applicant.places:
            alike[key].append(number)
    return tuple(
        Cohort(tuple(numbers), problem.applicants[numbers[0]]) for numbers in alike.values()
    )


def name_heard(
    cohorts: tuple[Cohort, ...], heard: Mapping[tuple[int, int], int]
) -> Mapping[int, tuple[int, ...]]:
    """Turn counts by cohort and place into applicants by place, in their own order."""
    names: dict[int, list[int]] = defaultdict(list)
    for number, cohort in enumerate(cohorts):
        waiting = iter(cohort.members)
        for place in sorted(cohort.like.places):
            for _ in range(heard.get((number, place), 0)):
                names[place].append(next(waiting))
    return {place: tuple(sorted(numbers)) for place, numbers in names.items()}
