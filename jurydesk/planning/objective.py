"""What a plan is worth: named parts, the first of which counts for more than all that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from jurydesk.domain.people import Sex
from jurydesk.planning.problem import Applicant, Panel, Problem

PARTS = (
    "unplaced",
    "one_sex",
    "late_clocks",
    "juries",
    "balance",
    "load",
    "preferences",
    "compactness",
)
"""Each is a cost. `unplaced`: candidacies left out, or pinned before a jury that is not complete.
`one_sex`: juries without a woman, or without a man. `late_clocks`: hearings after the end of the
third month of a VAE. `juries`: juries convened. `balance`: persons missing to two women and two
men. `load`: what each further jury of a person adds to the sum of the squares. `preferences`:
warnings about the persons seated, half-days they would rather not, recusals, juries in which nobody
likes to preside. `compactness`: days opened, and days on which a person must come."""

STAGES = (PARTS[:2], PARTS[2:3], PARTS[3:4], PARTS[4:5], PARTS[5:])
"""Parts minimised together, one weighing more than all that follow; then the next stage."""

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
        len(plan),
        sum(imbalance(problem, sitting) for sitting in plan),
        _load(problem, plan),
        sum(displeasure(problem, sitting) for sitting in plan),
        _days(problem, plan),
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


def displeasure(problem: Problem, sitting: Sitting) -> int:
    """Count what speaks against the members of a jury without forbidding them."""
    openings = problem.places[sitting.place].openings[sitting.panel]
    members = sum(openings[post].get(examiner, 0) for post, examiner in sitting.members)
    voters = voters_of(problem.panels[sitting.panel], sitting)
    recusals = sum(len(problem.applicants[a].recused & voters) for a in sitting.hears)
    willing = any(not problem.profiles[examiner].declines for examiner in voters)
    return members + recusals + (not willing)


def voters_of(panel: Panel, sitting: Sitting) -> frozenset[int]:
    """Return the members of a jury who deliberate."""
    deliberates = [post.seat.deliberates for post in panel.posts]
    return frozenset(examiner for post, examiner in sitting.members if deliberates[post])


def stage_of(part: str) -> int:
    """Return the stage that a part belongs to."""
    return next(number for number, stage in enumerate(STAGES) if part in stage)


def stage_cost(costs: Costs, stage: int, weights: Mapping[str, int]) -> int:
    """Return the cost of one stage as one figure."""
    return sum(weights[part] * costs[PARTS.index(part)] for part in STAGES[stage])


def weights_of(problem: Problem) -> dict[str, int]:
    """Return weights by which, in a stage, one unit of a part outweighs all that can follow."""
    juries = problem.most_juries
    seats = juries * max((len(panel.seats) for panel in problem.panels), default=0)
    applicants = problem.total
    dearest = max((p for o in _all_openings(problem) for p in o.values()), default=0)
    ranges = {
        "unplaced": applicants,
        "one_sex": 2 * juries,
        "late_clocks": applicants,
        "juries": juries,
        "balance": 2 * seats,
        "load": 0,
        "preferences": seats * dearest + _most_recusals(problem) + juries,
        "compactness": seats + len({place.day for place in problem.places}),
    }
    weights = {}
    for stage in STAGES:
        weights[stage[-1]] = 1
        for part, following in pairwise(reversed(stage)):
            weights[following] = weights[part] * (ranges[part] + 1)
    return weights


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


def _days(problem: Problem, plan: tuple[Sitting, ...]) -> int:
    opened = {problem.places[sitting.place].day for sitting in plan}
    come = {
        (problem.places[sitting.place].day, examiner)
        for sitting in plan
        for examiner in sitting.people
    }
    return len(opened) + len(come)


def _sexes(problem: Problem, sitting: Sitting) -> tuple[int, int]:
    sexes = [problem.profiles[examiner].sex for examiner in sitting.people]
    return sexes.count(Sex.FEMALE), sexes.count(Sex.MALE)


def _all_openings(problem: Problem) -> Iterable[Mapping[int, int]]:
    return (o for place in problem.places for panel in place.openings for o in panel)


def _most_recusals(problem: Problem) -> int:
    return sum(len(applicant.recused) for applicant in problem.applicants)
