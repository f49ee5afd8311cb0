"""Several plans that really differ, to be laid side by side: each puts something else first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from jurydesk.domain.release import appointments
from jurydesk.planning.former import read_former
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.propose import propose as solve
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
    """Return up to three plans, the usual one first, then those farthest from each other.

    Fewer come back where the ways lead to the same plan. Nothing is stored.
    """
    with desk.open_unit() as unit:
        comfort = comfort_of(settings_in(unit).planning_order)
        facts = session_facts(unit, session_to_plan(unit, code), today=desk.clock.today())
    asked = stop or StopToken()
    found: list[Alternative] = []
    ways = tuple(_ways(facts, comfort))
    for way, order, known in ways:
        if asked.is_asked and found:
            break
        plan = solve(
            facts,
            seconds=seconds / len(ways),
            seed=seed,
            progress=progress,
            stop=asked,
            order=order,
            former=read_former(known) if known is not None else None,
        )
        moved = len(_pairs(facts.session, plan) ^ _flat(appointments(facts.session)))
        found.append(Alternative(way, plan, moved))
    return Alternatives(facts.session, _farthest(facts.session, found))


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


def _farthest(session: Session, found: list[Alternative]) -> tuple[Alternative, ...]:
    """Return the first and the two that are farthest from it and from each other."""
    first, *others = found
    sound = [a for a in others if a.costs["placed"] >= first.costs["placed"]]
    best: tuple[int, tuple[Alternative, ...]] = (0, ())
    for count in (SHOWN - 1, 1):
        for chosen in combinations(sound, count):
            pairs = combinations((first, *chosen), 2)
            least = min(_distance(session, a.plan, b.plan) for a, b in pairs)
            if least > best[0]:
                best = least, chosen
        if best[1]:
            break
    return (first, *best[1])


def _distance(session: Session, one: Plan, other: Plan) -> int:
    return len(_pairs(session, one) ^ _pairs(session, other))


def _pairs(session: Session, plan: Plan) -> frozenset[tuple[Person, Appointment]]:
    planned = replace(session, juries=plan.juries, hearings=plan.hearings)
    return _flat(appointments(planned))


def _flat(
    times: Mapping[Person, tuple[Appointment, ...]],
) -> frozenset[tuple[Person, Appointment]]:
    return frozenset((person, one) for person, every in times.items() for one in every)
