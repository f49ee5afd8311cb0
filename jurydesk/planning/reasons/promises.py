"""Keeps a repair to its word: the session as it would be is planned anew, with whoever waits."""

from __future__ import annotations

from dataclasses import replace

from jurydesk.domain.routes import AccessRoute
from jurydesk.planning.formulate import known_candidacies
from jurydesk.planning.progress import StopToken
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted
from jurydesk.planning.reasons.core import Undecided
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.repair import Change, Repair, amend_partly
from jurydesk.planning.reasons.session_model import SessionModel
from jurydesk.planning.reasons.session_question import model_of
from jurydesk.planning.reasons.soft import Deadline

COUNT_SECONDS = 3.0
"""How long it is counted, for each change, how many others it lets be heard."""
ANYBODY = 0
"""Stands for a candidate about whom nothing is known, when the session has none."""


class Promises:
    """What changes to one session bring."""

    def __init__(
        self, circumstances: Circumstances, *, seconds: float, stop: StopToken | None
    ) -> None:
        """Read nothing yet."""
        self._circumstances = circumstances
        self._facts = circumstances.facts
        self._seconds = seconds
        self.stop = stop
        self.anybody = "", AccessRoute.EXPERIENCE
        """The certification and the route of a candidate about whom nothing is known."""

    def measured(self, model: SessionModel, given: frozenset[Fact]) -> Repair | None:
        """Say by how much: how long a half-day must become, how many persons must be found.

        That is asked once all of them are given up, so that less of one is not paid for with more
        of another.
        """
        question = model.question(Deadline(self._seconds, self.stop))
        if given.isdisjoint(model.amounts):
            changes = tuple(Change(fact) for fact in sorted(given, key=Fact.order))
            return Repair(changes, sum(question.costs[fact] for fact in given))
        kept = [fact for fact in question.facts if fact not in given]
        costs = question.costs
        question = replace(question, costs={**costs, **dict.fromkeys(given, 0)})
        try:
            if question.correction(kept) is None:
                return None
        except Undecided:
            return None
        counts = {fact: question.value(variable) for fact, variable in model.amounts.items()}
        women = {seat: question.value(variable) for seat, variable in model.women.items()}
        ordered = sorted(given, key=Fact.order)
        changes = tuple(Change(f, counts.get(f, 1), women.get(f.seat)) for f in ordered)
        cost = sum(costs[fact] for fact in given)
        cost += sum(weight * question.value(variable) for variable, weight in question.extra)
        return Repair(changes, cost)

    def verified(self, candidacy_id: int, repair: Repair, *, mixed: bool) -> Repair:
        """Solve the session anew with the changes made, for it and for all who wait beside it."""
        amended, not_made_up = amend_partly(self._facts, repair.changes)
        gone = {change.fact for change in not_made_up}
        circumstances = self._circumstances.amended(amended)
        wanted = {n: circumstances.wanted(n) for n in self._circumstances.heard}
        if not mixed:
            wanted[candidacy_id] = self._one(circumstances, candidacy_id)
        waiting = [n for n in self._waiting if n != candidacy_id]
        others = [Fact(FactKind.HEARD, candidacy=number) for number in waiting]
        model = model_of(circumstances, wanted, others, mixed=mixed)
        kept = [f for f in model.held if f not in gone and f not in others]
        count = self._count(model, kept, others)
        if count is not None:
            return replace(repair, others=count, is_verified=True)
        return replace(repair, others=None, is_verified=self._is_feasible(model, kept))

    def _one(self, circumstances: Circumstances, candidacy_id: int) -> Wanted:
        return (
            circumstances.wanted(candidacy_id)
            if candidacy_id
            else circumstances.anybody(*self.anybody)
        )

    def _count(self, model: SessionModel, kept: list[Fact], others: list[Fact]) -> int | None:
        """Return how many others can be heard as well, as many as are found soon."""
        question = model.question(Deadline(COUNT_SECONDS, self.stop))
        try:
            left_out = question.good_correction(kept)
        except Undecided:
            return None
        return None if left_out is None else len(others) - len(left_out.intersection(others))

    def _is_feasible(self, model: SessionModel, kept: list[Fact]) -> bool:
        try:
            return model.question(Deadline(self._seconds, self.stop)).is_feasible(kept)
        except Undecided:
            return False

    @property
    def _waiting(self) -> tuple[int, ...]:
        known = known_candidacies(self._facts)
        return tuple(n for n in known if n not in self._circumstances.heard)
