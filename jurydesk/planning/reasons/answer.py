"""Why somebody has no hearing: the smallest set of facts that blocks it, and what would help."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.ties import TieState
from jurydesk.planning.formulate import known_candidacies
from jurydesk.planning.progress import StopToken
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted
from jurydesk.planning.reasons.core import (
    Block,
    Undecided,
    cheapest_corrections,
    needed_of,
    single_corrections,
    smallest_block,
    smallest_block_beside,
)
from jurydesk.planning.reasons.facts import COSTS, CURABLE, Fact, FactKind
from jurydesk.planning.reasons.repair import Change, Repair, amend
from jurydesk.planning.reasons.session_model import SessionModel, model_of
from jurydesk.planning.reasons.soft import Deadline, SoftModel

SECONDS = 10.0
"""How long each step of one answer may take."""
REPAIRS = 6
COUNT_SECONDS = 3.0
"""How long it is counted, for each change, how many others it lets be heard."""
MOST_APART = 60
IN_A_CROWD = 6
"""How many times longer the facts are then sifted."""
_OF_THE_SESSION = frozenset({FactKind.HEARD, FactKind.ROOMS, FactKind.HOURS})
ANYBODY = 0
"""Stands for a candidate about whom nothing is known, when the session has none."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What keeps one candidacy out of a session. No fact: nothing does, a new plan may hear it."""

    candidacy_id: int
    facts: tuple[Fact, ...] = ()
    is_smallest: bool = True
    """Whether it is proved that no fewer facts block, those heard beside it counted first."""
    is_minimal: bool = True
    """Whether each fact is proved to be needed."""
    repairs: tuple[Repair, ...] = ()
    """The best first: the least asked for per candidacy that it lets be heard."""
    is_complete: bool = True
    """Whether no cheaper repair was left unlooked for."""

    @property
    def is_blocked(self) -> bool:
        """Tell whether anything is known to stand in the way."""
        return bool(self.facts)

    @property
    def is_known(self) -> bool:
        """Tell whether there was time to find out."""
        return self.is_blocked or self.is_complete


class Reasons:
    """Answers for one session; what the answers share is worked out once."""

    def __init__(
        self,
        facts: SessionFacts,
        *,
        seconds: float = SECONDS,
        stop: StopToken | None = None,
        most_apart: int = MOST_APART,
    ) -> None:
        """Read nothing yet. When asked to stop, the answer is what is known by then.

        Where more than `most_apart` are heard, they are taken together as one fact.
        """
        self._most_apart = most_apart
        self._facts = facts
        self._stop = stop
        self._seconds = seconds
        self._circumstances = Circumstances(facts)
        self._known: list[tuple[Wanted, Explanation]] = []
        self._anybody = "", AccessRoute.EXPERIENCE
        """The certification and the route of a candidate about whom nothing is known."""

    def why(self, candidacy_id: int) -> Explanation:
        """Return why a candidacy of the session has no hearing beside those that have one."""
        one = self._circumstances.wanted(candidacy_id)
        alike = next((told for other, told in self._known if other == one), None)
        if alike is not None:
            return replace(alike, candidacy_id=candidacy_id)
        wanted = {candidacy_id: one}
        ask = self._in_a_crowd if len(self._heard) > self._most_apart else self._beside
        try:
            told = ask(candidacy_id, wanted)
        except Undecided:
            return _not_known(candidacy_id)
        self._known.append((one, told))
        return told

    def _beside(self, candidacy_id: int, wanted: dict[int, Wanted]) -> Explanation:
        heard = tuple(Fact(FactKind.HEARD, candidacy=number) for number in self._heard)

        def ask(companions: Collection[Fact]) -> SoftModel[Fact]:
            return self._ask(wanted, companions)

        block = smallest_block_beside(ask, heard)
        return self._told(candidacy_id, block, model_of(self._circumstances, wanted, heard))

    def _in_a_crowd(self, candidacy_id: int, wanted: dict[int, Wanted]) -> Explanation:
        """Take all that are heard as one fact, and look for single changes only."""
        alone = self._ask(wanted, ())
        if not alone.is_feasible(alone.facts):
            model = model_of(self._circumstances, wanted)
            return self._told(candidacy_id, smallest_block(alone), model)
        model = model_of(self._circumstances, wanted, (Fact(FactKind.HEARD),))
        question = model.question(Deadline(IN_A_CROWD * self._seconds, self._stop))
        # Persons whose absence does not matter are most of the facts: seats fall out whole
        blocking = tuple(sorted(question.facts, key=lambda fact: fact.kind in _OF_THE_SESSION))
        if model.question(self._deadline()).is_feasible(blocking):
            return Explanation(candidacy_id)
        few = tuple(fact for fact in blocking if fact.kind in _OF_THE_SESSION)
        start = blocking if self._is_feasible(model, few) else few
        block = needed_of(question, start)
        return self._told(candidacy_id, block, model, one_by_one=True)

    def _is_feasible(self, model: SessionModel, facts: Collection[Fact]) -> bool:
        """Tell whether it can be had, or nobody knows soon enough, while those facts hold."""
        try:
            return model.question(self._deadline()).is_feasible(facts)
        except Undecided:
            return True

    def why_no_jury(self, certification: str, route: AccessRoute) -> Explanation:
        """Return why no jury of a route can sit in the session, whomever it were to hear."""
        self._anybody = certification, route
        wanted = {ANYBODY: self._circumstances.anybody(certification, route)}
        try:
            block = smallest_block(self._ask(wanted, ()))
        except Undecided:
            return _not_known(ANYBODY)
        return self._told(ANYBODY, block, model_of(self._circumstances, wanted))

    def why_one_sex(self) -> Explanation:
        """Return why women and men cannot sit in each jury that hears whoever is heard now."""
        wanted = {n: self._circumstances.wanted(n) for n in self._heard}
        model = model_of(self._circumstances, wanted, mixed=True)
        try:
            block = smallest_block(model.question(self._deadline()))
        except Undecided:
            return _not_known(ANYBODY)
        return self._told(ANYBODY, block, model)

    def _told(
        self,
        candidacy_id: int,
        block: Block[Fact] | None,
        model: SessionModel,
        *,
        one_by_one: bool = False,
    ) -> Explanation:
        if block is None:
            return Explanation(candidacy_id)
        question = model.question(self._deadline())
        fixed = [fact for fact in question.facts if not self._can_change(fact)]
        # What helps by itself is found by few looks; only then is more looked for together
        found, is_complete = single_corrections(question, block, kept=fixed)
        if one_by_one:
            is_complete = False
        elif is_complete:
            found, is_complete = cheapest_corrections(
                question, kept=fixed, most=REPAIRS, known=found
            )
        measured = (self._measured(model, given) for given in found)
        mixed = bool(model.women)
        repairs = [self._verified(candidacy_id, one, mixed=mixed) for one in measured if one]
        return Explanation(
            candidacy_id,
            tuple(sorted(block.facts, key=_in_order)),
            block.is_smallest,
            block.is_minimal,
            tuple(sorted(repairs, key=_rank)),
            is_complete,
        )

    def _ask(self, wanted: dict[int, Wanted], companions: Collection[Fact]) -> SoftModel[Fact]:
        model = model_of(self._circumstances, wanted, companions)
        return model.question(self._deadline())

    def _can_change(self, fact: Fact) -> bool:
        """Tell whether anybody may give up a fact; a tie, only while nobody confirmed it."""
        if fact.kind is FactKind.RULE:
            return fact.code.startswith(CURABLE)
        if fact.kind is not FactKind.TIE:
            return fact.kind in COSTS
        candidacy = self._facts.candidacies[fact.candidacy]
        tie = self._facts.tie_between(candidacy, fact.examiner)
        return tie is not None and tie.state is TieState.PROPOSED

    def _measured(self, model: SessionModel, given: frozenset[Fact]) -> Repair | None:
        """Say by how much: how long a half-day must become, how many persons must be found."""
        question = model.question(self._deadline())
        kept = [fact for fact in question.facts if fact not in given]
        try:
            if question.correction(kept) is None:
                return None
        except Undecided:
            return None
        counts = {fact: question.value(variable) for fact, variable in model.amounts.items()}
        ordered = sorted(given, key=_in_order)
        women = {seat: question.value(variable) for seat, variable in model.women.items()}
        changes = tuple(Change(f, counts.get(f, 1), women.get(f.seat)) for f in ordered)
        cost = sum(question.costs[fact] for fact in given)
        cost += sum(weight * question.value(variable) for variable, weight in question.extra)
        return Repair(changes, cost)

    def _verified(self, candidacy_id: int, repair: Repair, *, mixed: bool) -> Repair:
        """Solve the session anew with the changes made, for it and for all who wait beside it."""
        amended = amend(self._facts, repair.changes)
        circumstances = self._circumstances if amended is None else Circumstances(amended)
        gone = set(repair.facts) if amended is None else set()
        wanted = {
            number: circumstances.wanted(number)
            if number
            else circumstances.anybody(*self._anybody)
            for number in (*self._heard, *([] if mixed else [candidacy_id]))
        }
        waiting = [n for n in self._waiting if n != candidacy_id]
        others = [Fact(FactKind.HEARD, candidacy=number) for number in waiting]
        question = model_of(circumstances, wanted, others, mixed=mixed).question(self._deadline())
        kept = [f for f in question.facts if f not in gone and f not in others]
        is_verified, left_out = False, None
        try:
            is_verified = question.is_feasible(kept)
            # As many as are found soon: what is promised is at least that
            question.deadline = Deadline(COUNT_SECONDS, self._stop)
            left_out = question.good_correction(kept) if is_verified else None
        except Undecided:
            pass
        count = None if left_out is None else len(others) - len(left_out.intersection(others))
        return replace(repair, others=count, is_verified=is_verified)

    def _deadline(self) -> Deadline:
        return Deadline(self._seconds, self._stop)

    @property
    def _heard(self) -> tuple[int, ...]:
        return self._circumstances.heard

    @cached_property
    def _waiting(self) -> tuple[int, ...]:
        return tuple(n for n in known_candidacies(self._facts) if n not in self._heard)


def _not_known(candidacy_id: int) -> Explanation:
    return Explanation(candidacy_id, is_smallest=False, is_minimal=False, is_complete=False)


def _rank(repair: Repair) -> tuple[bool, float, int]:
    return not repair.is_verified, repair.cost / (1 + (repair.others or 0)), repair.cost


def _in_order(fact: Fact) -> tuple[object, ...]:
    kinds = list(FactKind)
    when = (str(fact.day or ""), str(fact.half_day or ""))
    return (kinds.index(fact.kind), fact.examiner, fact.candidacy, *when, fact.seat, fact.code)
