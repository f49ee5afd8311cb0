"""The one way from a problem to a plan: whole where the model is small, else in pieces."""

from __future__ import annotations

from collections.abc import Callable

from jurydesk.planning.aims import Aims
from jurydesk.planning.pieces import improve_in_pieces, is_large
from jurydesk.planning.problem import Problem
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.search import Found, Search


def find_plan(
    problem: Problem,
    *,
    seconds: float,
    seed: int = 0,
    tell: Callable[[PlanProgress], None] | None = None,
    stop: StopToken | None = None,
    aims: Aims | None = None,
) -> Found:
    """Return the best plan that the time allows; some legal plan in any case.

    `aims` say what is minimised; without them every part counts in its usual order.
    """
    search = Search(problem, seconds, seed, tell or _silently, stop or StopToken(), aims=aims)
    return search.run(improve_in_pieces if is_large(problem) else None)


def _silently(_: PlanProgress) -> None:
    """Tell nobody."""
