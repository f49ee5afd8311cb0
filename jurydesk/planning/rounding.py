"""How many juries it takes, in whole numbers: the linear relaxation would take fractions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.planning.assembly import Assembly
from jurydesk.planning.hours import patterns

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


def round_juries(assembly: Assembly) -> None:
    """So many candidacies take so many juries, or some are left out: rounded, not in fractions."""
    for panel in range(len(assembly.problem.panels)):
        places = _places(assembly, panel)
        most = max((_most_hearings(assembly, n, panel) for n, _ in places), default=0)
        cohorts = [(n, c) for n, c in enumerate(assembly.cohorts) if c.like.panel == panel]
        wanted = sum(cohort.size for _, cohort in cohorts)
        if not most or not wanted:
            continue
        heard = [assembly.heard[n, place] for n, cohort in cohorts for place in cohort.like.places]
        rest = wanted % most or most
        juries = sum(variable for _, variable in places)
        left = wanted - sum(heard)
        assembly.model.add(rest * juries + left >= rest * -(-wanted // most))


def _places(assembly: Assembly, panel: int) -> list[tuple[int, cp_model.IntVar]]:
    """Return the places of a panel, each with its number of juries."""
    return [(place, juries) for (place, p), juries in assembly.juries.items() if p == panel]


def _most_hearings(assembly: Assembly, place: int, panel: int) -> int:
    """Return how many candidacies of a panel one jury can hear at a place."""
    applicants = assembly.problem.applicants
    heard = assembly.problem.hears(place, panel)
    lengths = tuple(sorted({applicants[a].minutes for a in heard}))
    return max(sum(p) for p in patterns(assembly.problem.places[place].windows, lengths))
