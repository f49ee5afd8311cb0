"""What a plan is worth: named parts in an order; each counts for more than all that follow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jurydesk.domain.people import Sex
from jurydesk.planning.presiding import count_presidencies, voters_of
from jurydesk.planning.problem import Applicant, Member, Panel, Problem
from jurydesk.planning.substitutes import count_unprovided
from jurydesk.planning.ways import count_tight

PARTS = (
    "unplaced",
    "one_sex",
    "late_clocks",
    "changes",
    "juries",
    "balance",
    "load",
    "preferences",
    "days",
    "presence",
    "substitutes",
    "presidencies",
)
"""Each is a cost. `unplaced`: candidacies left out, or pinned before a jury that is not complete.
`one_sex`: juries without a woman, or without a man. `late_clocks`: hearings after the end of the
third month of a VAE. `changes`: appointments that fall, and those that are new, where people were
told of a plan (`planning.former`). `juries`: juries convened. `balance`: persons missing to two
women and two men. `load`: what each further jury of a person adds to the sum of the squares.
`preferences`: warnings about the persons seated, half-days they would rather not, recusals, juries
in which nobody likes to preside, half-days that candidates would rather not, members who go from
one site to another in little time. `days`: days opened. `presence`: days on which a person must
come, counted for each. `substitutes`: seats for which nobody else of the pool could come
(`planning.substitutes`). `presidencies`: for each, how many the person had already, in the year
before too (`planning.presiding`)."""

Costs = tuple[int, ...]
"""One figure per part, in the order of PARTS: tuples compare as plans do."""


@dataclass(frozen=True)
class Sitting:
    """One jury of a plan: where, who, and whom it hears (numbers of the problem)."""

    place: int
    room: str
    panel: int
    members: tuple[tuple[int, int], ...]
    """Post and examiner."""
    hears: tuple[int, ...] = ()

    @property
    def people(self) -> tuple[int, ...]:
        """Return the examiners."""
        return tuple(examiner for _, examiner in self.members)


def price(problem: Problem, sittings: Iterable[Sitting]) -> Costs:
    """Return the cost of a plan, part by part."""
    plan = tuple(sittings)
    heard = {a: sitting.place for sitting in plan for a in sitting.hears}
    return (
        problem.total - len(heard) - sum(len(problem.places[s.place].heard) for s in plan),
        sum(one_sex(problem, sitting) for sitting in plan),
        sum(is_late(applicant, heard.get(a)) for a, applicant in enumerate(problem.applicants)),
        count_changes(problem, plan, heard),
        len(plan),
        sum(imbalance(problem, sitting) for sitting in plan),
        _load(problem, plan),
        sum(displeasure(problem, sitting) for sitting in plan) + count_tight(problem, plan),
        len({problem.places[sitting.place].day for sitting in plan}),
        _presence(problem, plan),
        count_unprovided(problem, plan),
        count_presidencies(problem, plan),
    )


def is_late(applicant: Applicant, place: int | None) -> bool:
    """Tell whether the legal clock of a candidacy runs out before it is heard."""
    return applicant.late_unless_placed if place is None else place in applicant.late


def one_sex(problem: Problem, sitting: Sitting) -> int:
    """Count what is missing altogether in a jury: a woman, a man."""
    panel = problem.panels[sitting.panel]
    return sum(not count for count in _sexes(problem, sitting)) if panel.balanced else 0


def imbalance(problem: Problem, sitting: Sitting) -> int:
    """Count the women and the men who are missing to a balanced jury."""
    panel = problem.panels[sitting.panel]
    missing = (max(0, panel.half - count) for count in _sexes(problem, sitting))
    return sum(missing) if panel.balanced else 0


def count_changes(problem: Problem, plan: Iterable[Sitting], heard: Mapping[int, int]) -> int:
    """Count the appointments that fall and those that are new, where people were told of a plan."""
    if not problem.was_told:
        return 0
    candidates = sum(
        change_of(applicant, heard.get(number))
        for number, applicant in enumerate(problem.applicants)
    )
    now = {
        (sitting.place, *member)
        for sitting in plan
        for member in _told(problem.panels[sitting.panel], sitting)
    }
    return candidates + problem.lost + len(now ^ problem.former_members)


def _told(panel: Panel, sitting: Sitting) -> Iterator[Member]:
    """Yield what each member is told of a jury."""
    for post, examiner in sitting.members:
        yield examiner, panel.posts[post].seat.kind, panel.certification


def change_of(applicant: Applicant, place: int | None) -> int:
    """Count what changes for a candidate heard at a place, or nowhere."""
    if place is not None and place == applicant.former:
        return 0
    return applicant.was_told + (place is not None)


def displeasure(problem: Problem, sitting: Sitting) -> int:
    """Count what speaks against the members of a jury without forbidding them."""
    openings = problem.places[sitting.place].openings[sitting.panel]
    members = sum(openings[post].get(examiner, 0) for post, examiner in sitting.members)
    voters = voters_of(problem.panels[sitting.panel], sitting)
    recusals = sum(len(problem.applicants[a].recused & voters) for a in sitting.hears)
    willing = any(not problem.profiles[examiner].declines for examiner in voters)
    wishes = sum(problem.applicants[a].prices.get(sitting.place, 0) for a in sitting.hears)
    return members + recusals + wishes + (not willing)


def added_load(load: int, already: int) -> int:
    """Return what one more jury adds to the square of a person's load."""
    return 2 * (load + already) + 1


def _load(problem: Problem, plan: tuple[Sitting, ...]) -> int:
    times = Counter(examiner for sitting in plan for examiner in sitting.people)
    return sum(
        added_load(problem.profiles[examiner].load, already)
        for examiner, count in times.items()
        for already in range(count)
    )


def _presence(problem: Problem, plan: tuple[Sitting, ...]) -> int:
    come = {
        (problem.places[sitting.place].day, examiner)
        for sitting in plan
        for examiner in sitting.people
    }
    return len(come)


def _sexes(problem: Problem, sitting: Sitting) -> tuple[int, int]:
    sexes = [problem.profiles[examiner].sex for examiner in sitting.people]
    return sexes.count(Sex.FEMALE), sexes.count(Sex.MALE)
