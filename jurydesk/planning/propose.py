"""The one call that assembles juries and their timetable, and says what it could not do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from jurydesk.domain.session import Hearing, Jury, Proposal, Unplaced
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.aims import aims_of
from jurydesk.planning.engine import find_plan
from jurydesk.planning.explain import Explainer
from jurydesk.planning.former import Former
from jurydesk.planning.formulate import formulate, known_candidacies
from jurydesk.planning.objective import PARTS
from jurydesk.planning.problem import IllegalPlan, Problem
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.search import Found
from jurydesk.planning.timetable import Timetable, write_timetable

__all__ = ["IllegalPlan", "Plan", "PlanProgress", "StopToken", "propose"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Juries, hearings, and what the search says of them."""

    juries: tuple[Jury, ...]
    hearings: tuple[Hearing, ...]
    proposal: Proposal


def propose(
    facts: SessionFacts,
    *,
    seconds: float = 10.0,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] | None = None,
    stop: StopToken | None = None,
    pinned_juries: frozenset[int] = frozenset(),
    pinned_hearings: frozenset[int] = frozenset(),
    order: tuple[str, ...] = PARTS,
    former: Former | None = None,
) -> Plan:
    """Return juries and hearings that no blocking rule forbids, the best that the time allows.

    What is pinned stays as it is; everything else of the session as it stands is replaced. `order`
    are the parts of the objective, the one that counts most first, those left out last; `former` is
    what people know of an earlier plan, from which the part `changes` counts.

    The same facts, seconds and seed give the same plan as long as the solver's own measure of
    effort, not the clock, ends the search.

    Raises:
        ValueError: the order names something that is no part of the objective.
    """
    pins = replace(
        facts.session.pins,
        juries=tuple(sorted({*facts.session.pins.juries, *pinned_juries})),
        hearings=tuple(sorted({*facts.session.pins.hearings, *pinned_hearings})),
    )
    problem = formulate(facts, pins, former)
    aims = aims_of(problem, order)
    found = find_plan(problem, seconds=seconds, seed=seed, tell=progress, stop=stop, aims=aims)
    timetable = write_timetable(problem, found.sittings, facts=facts, former=former)
    return Plan(*timetable, _proposal(facts, problem, found, timetable))


def _proposal(
    facts: SessionFacts, problem: Problem, found: Found, timetable: Timetable
) -> Proposal:
    juries, hearings = timetable
    closed = sum(len(problem.facts.session.hearings_of(j.number)) for j in problem.closed)
    heard = {hearing.candidacy_id for hearing in hearings}
    wanted = known_candidacies(facts)
    missing = tuple(number for number in wanted if number not in heard)
    proposal = Proposal(
        status=_status(len(wanted), len(missing), proved=found.proved),
        seconds=round(found.seconds, 3),
        bound=max(len(heard), found.bound + closed),
        objective=(("placed", len(heard)), *zip(PARTS[1:], found.costs[1:], strict=True)),
    )
    session = replace(facts.session, juries=juries, hearings=hearings, proposal=proposal)
    explainer = Explainer(replace(facts, session=session))
    unplaced = tuple(Unplaced(number, explainer.why(number)) for number in missing)
    return replace(proposal, unplaced=unplaced)


def _status(wanted: int, missing: int, *, proved: bool) -> str:
    if missing == wanted and wanted:
        return "infeasible"
    if missing:
        return "partial"
    return "optimal" if proved else "feasible"
