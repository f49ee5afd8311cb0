"""Several plans that really differ, to be laid side by side: each puts something else first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from jurydesk.domain.findings import FigureValue, Finding, Severity
from jurydesk.domain.release import appointments
from jurydesk.planning.former import read_former
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.propose import propose as solve
from jurydesk.planning.propose import propose_unlike
from jurydesk.planning.unlike import LAW, seats_of
from jurydesk.services.facts import session_facts
from jurydesk.services.planning import known_plan, session_to_plan
from jurydesk.services.planning_order import comfort_of, order_with
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jurydesk.domain.release import Appointment, Person
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.planning.propose import Plan
    from jurydesk.services.ports import Desk

SECONDS = 12.0
"""For all ways together."""
SHOWN = 3

WAYS: Mapping[str, tuple[str, ...]] = {
    "usual": (),
    "few": ("juries",),
    "fair": ("load",),
    "compact": ("days", "presence"),
    "wishes": ("preferences",),
    "balanced": ("balance", "juries", "load"),
}
"""By name: what comes right after the law's parts. `close` is one more: near what stands."""
CLOSE = "close"
OTHER = "other"
"""Neither: other people on other half-days, at the same law."""
LEAST_SHARE, LEAST_SEATS = 4, 2
"""Plans really differ where one seat in so many falls, two at least."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One plan, what it costs part by part, and how far it is from what stands."""

    way: str
    plan: Plan
    moved: int
    """Appointments that fall or are new, against the plan on the screen."""

    @property
    def costs(self) -> Mapping[str, int]:
        """Return the cost of each part; `placed` counts what is wanted instead."""
        return dict(self.plan.proposal.objective)

    @property
    def is_proved(self) -> bool:
        """Tell whether it is known that nothing better exists in its order."""
        return self.plan.proposal.status == "optimal"


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The plans to choose from, of the session as it was at `version`."""

    session: Session
    found: tuple[Alternative, ...]
    why_fewer: Finding | None = None
    """Why there are no three that really differ."""

    def distance(self, one: Alternative, other: Alternative) -> int:
        """Return how many appointments two of them do not share."""
        return _distance(self.session, one.plan, other.plan)


def compute_alternatives(
    desk: Desk,
    *,
    code: str,
    seconds: float = SECONDS,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] | None = None,
    stop: StopToken | None = None,
) -> Alternatives:
    """Return up to three plans that really differ, the usual one first.

    Where too few ways of ordering the parts lead to one, plans are searched for in which other
    people sit on other half-days at the same law; where none exists it is said. Nothing is stored.
    """
    with desk.open_unit() as unit:
        comfort = comfort_of(settings_in(unit).planning_order)
        facts = session_facts(unit, session_to_plan(unit, code), today=desk.clock.today())
    asked = stop or StopToken()
    found: list[Alternative] = []
    ways = tuple(_ways(facts, comfort))
    share = seconds / (len(ways) + SHOWN - 1)
    for way, order, known in ways:
        if asked.is_asked and found:
            break
        plan = solve(
            facts,
            seconds=share,
            seed=seed,
            progress=progress,
            stop=asked,
            order=order,
            former=read_former(known) if known is not None else None,
        )
        found.append(_alternative(facts.session, way, plan))
    different = _really_different(found)
    search = partial(_search_other, facts, seconds=share, seed=seed, stop=asked, comfort=comfort)
    why = None
    while len(different) < SHOWN and why is None:
        other, why = search(different)
        different = (*different, *([other] if other else []))
    shown = _filled(facts.session, different, found)
    return Alternatives(facts.session, shown, why)


def least_difference(plan: Plan) -> int:
    """Return how many seats must fall for another plan to really differ from this one."""
    return max(LEAST_SEATS, -(-len(seats_of(plan.juries)) // LEAST_SHARE))


def seats_fallen(one: Plan, other: Plan) -> int:
    """Return how many sit on a half-day in one of two plans but not in the other, at the least."""
    seats, others = seats_of(one.juries), seats_of(other.juries)
    return min(len(seats - others), len(others - seats))


def _alternative(session: Session, way: str, plan: Plan) -> Alternative:
    moved = len(_pairs(session, plan) ^ _flat(appointments(session)))
    return Alternative(way, plan, moved)


def _search_other(
    facts: SessionFacts,
    shown: tuple[Alternative, ...],
    *,
    seconds: float,
    seed: int,
    stop: StopToken,
    comfort: tuple[str, ...],
) -> tuple[Alternative | None, Finding | None]:
    """Search for a plan that differs from those shown; else say why there is none."""
    plans = tuple(one.plan for one in shown)
    wanted, known = least_difference(plans[0]), known_plan(facts.session)
    other = propose_unlike(
        facts,
        plans,
        differ=wanted,
        seconds=seconds,
        seed=seed,
        stop=stop,
        order=order_with(comfort=comfort),
        former=read_former(known) if known is not None else None,
    )
    if other.plan is not None:
        return _alternative(facts.session, OTHER, other.plan), None
    figures: dict[str, FigureValue] = {"count": len(plans), "wanted": wanted}
    if other.most is None:
        return None, Finding("ALT-NOT-KNOWN", Severity.WARNING, (), tuple(figures.items()))
    figures |= {"most": other.most, "seats": len(seats_of(plans[0].juries))}
    return None, Finding("ALT-FEWER", Severity.WARNING, (), tuple(figures.items()))


def _really_different(found: list[Alternative]) -> tuple[Alternative, ...]:
    """Return the usual plan and those of the others that really differ from it and each other."""
    first, *others = found
    wanted = least_difference(first.plan)
    best: tuple[Alternative, ...] = (first,)
    for count in (SHOWN - 1, 1):
        chosen = [
            (min(seats_fallen(a.plan, b.plan) for a, b in combinations((first, *few), 2)), few)
            for few in combinations([a for a in others if _is_as_lawful(a, first)], count)
        ]
        least, few = max(chosen, key=lambda one: one[0], default=(0, ()))
        if least >= wanted:
            return (first, *few)
    return best


def _is_as_lawful(one: Alternative, first: Alternative) -> bool:
    """Tell whether the parts of the law cost no more than in the usual plan."""
    parts = (part for part in LAW if part in first.costs)
    no_more = all(one.costs[part] <= first.costs[part] for part in parts)
    return no_more and one.costs["placed"] >= first.costs["placed"]


def _filled(
    session: Session, different: tuple[Alternative, ...], found: list[Alternative]
) -> tuple[Alternative, ...]:
    """Return the plans to show: where too few really differ, those beside that differ at all."""
    shown = list(different)
    for one in found[1:]:
        apart = all(_distance(session, one.plan, other.plan) for other in shown)
        if len(shown) < SHOWN and apart and _is_as_lawful(one, found[0]):
            shown.append(one)
    return tuple(shown)


def _ways(
    facts: SessionFacts, comfort: tuple[str, ...]
) -> Iterable[tuple[str, tuple[str, ...], Mapping[Person, tuple[Appointment, ...]] | None]]:
    known = known_plan(facts.session)
    orders = {way: order_with(*first, comfort=comfort) for way, first in WAYS.items()}
    for way, order in orders.items():
        if way == "usual" or order != orders["usual"]:
            yield way, order, known
    if known is None and facts.session.hearings:
        yield CLOSE, orders["usual"], appointments(facts.session)


def _distance(session: Session, one: Plan, other: Plan) -> int:
    return len(_pairs(session, one) ^ _pairs(session, other))


def _pairs(session: Session, plan: Plan) -> frozenset[tuple[Person, Appointment]]:
    planned = replace(session, juries=plan.juries, hearings=plan.hearings)
    return _flat(appointments(planned))


def _flat(
    times: Mapping[Person, tuple[Appointment, ...]],
) -> frozenset[tuple[Person, Appointment]]:
    return frozenset((person, one) for person, every in times.items() for one in every)
