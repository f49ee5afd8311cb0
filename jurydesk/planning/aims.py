"""What is minimised: the parts of the objective in stages, with weights where several share one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from jurydesk.planning.objective import PARTS, Costs, added_load
from jurydesk.planning.problem import Problem
from jurydesk.planning.ways import most_tight

_TOGETHER = (("unplaced", "one_sex"), ("load", "preferences", "days", "presence"))
"""Parts that are minimised in one stage where they follow one another: light enough for weights."""


@dataclass(frozen=True)
class Aims:
    """What is minimised: stage after stage, each a sum of weighted parts."""

    stages: tuple[tuple[str, ...], ...]
    weights: Mapping[str, int]
    """By part, within its stage."""
    ordered: bool = True
    """Whether, in a stage, each part outweighs all that follow it."""

    def stage_of(self, part: str) -> int | None:
        """Return the stage that a part belongs to; None where nobody minds it."""
        return next((n for n, stage in enumerate(self.stages) if part in stage), None)

    def cost(self, costs: Costs, stage: int) -> int:
        """Return the cost of one stage as one figure."""
        return sum(self.weights[p] * costs[PARTS.index(p)] for p in self.stages[stage])

    def rank(self, costs: Costs) -> Costs:
        """Return the cost of each stage: of two plans the lesser is the better."""
        return tuple(self.cost(costs, stage) for stage in range(len(self.stages)))


def aims_of(problem: Problem, order: tuple[str, ...] = PARTS) -> Aims:
    """Return aims of which each part outweighs all that follow it in the order.

    Parts that the order leaves out follow those it names, as they usually do.

    Raises:
        ValueError: the order names something twice, or something that is no part.
    """
    order = (*order, *(part for part in PARTS if part not in order))
    if sorted(order) != sorted(PARTS):
        raise ValueError(f"not an order of parts: {order}")
    stages: list[tuple[str, ...]] = []
    for part in order:
        group = next((g for g in _TOGETHER if part in g), ())
        if stages and stages[-1][-1] in group:
            stages[-1] += (part,)
        else:
            stages.append((part,))
    weights = {}
    ranges = _ranges(problem)
    for stage in stages:
        weights[stage[-1]] = 1
        for part, before in pairwise(reversed(stage)):
            weights[before] = weights[part] * (ranges[part] + 1)
    return Aims(tuple(stages), weights)


def _ranges(problem: Problem) -> Mapping[str, int]:
    """Return the most that each part can come to."""
    juries = problem.most_juries
    seats = juries * max((len(panel.seats) for panel in problem.panels), default=0)
    dearest = max((p for o in _all_openings(problem) for p in o.values()), default=0)
    wishes = sum(max(a.prices.values(), default=0) for a in problem.applicants)
    heaviest = max((p.load for p in problem.profiles.values()), default=0)
    most_presided = max((p.presided for p in problem.profiles.values()), default=0)
    halves = len({place.half for place in problem.places})
    return {
        "unplaced": problem.total,
        "one_sex": 2 * juries,
        "late_clocks": problem.total,
        "changes": 2 * (problem.total + seats),
        "juries": juries,
        "balance": 2 * seats,
        "load": seats * added_load(heaviest, halves),
        "preferences": seats * dearest
        + _most_recusals(problem)
        + juries
        + wishes
        + most_tight(problem),
        "days": len({place.day for place in problem.places}),
        "presence": seats,
        "substitutes": seats,
        "presidencies": juries * (most_presided + halves),
    }


def _all_openings(problem: Problem) -> Iterable[Mapping[int, int]]:
    return (o for place in problem.places for panel in place.openings for o in panel)


def _most_recusals(problem: Problem) -> int:
    return sum(len(applicant.recused) for applicant in problem.applicants)
