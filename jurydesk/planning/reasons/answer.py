"""Why somebody has no hearing: the smallest set of facts that blocks it, and what would help."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.ties import TieState
from jurydesk.planning.progress import StopToken
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted
from jurydesk.planning.reasons.core import Block, Undecided
from jurydesk.planning.reasons.corrections import corrections_of
from jurydesk.planning.reasons.exchange import Exchange
from jurydesk.planning.reasons.facts import COSTS, CURABLE, Fact, FactKind
from jurydesk.planning.reasons.promises import ANYBODY, Promises
from jurydesk.planning.reasons.repair import Repair
from jurydesk.planning.reasons.session_model import SessionModel
from jurydesk.planning.reasons.session_question import model_of
from jurydesk.planning.reasons.smallest import smallest_block, smallest_block_beside
from jurydesk.planning.reasons.soft import Deadline, SoftModel

SECONDS = 10.0
"""How long each step of one answer may take."""
REPAIRS = 6
MOST_VERIFIED = 9
"""So many changes are promised at the most; one of each kind among them."""


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
    """Whether there was time to look for all repairs that were asked for."""

    @property
    def is_blocked(self) -> bool:
        """Tell whether anything is known to stand in the way."""
        return bool(self.facts)

    @property
    def is_known(self) -> bool:
        """Tell whether there was time to find out."""
        return self.is_blocked or self.is_complete


Tell = Callable[[Explanation], None]
"""Takes an answer as far as it is known; the next one says more."""


def _tell_nobody(_explanation: Explanation) -> None:
    pass


class Reasons:
    """Answers for one session; what the answers share is worked out once."""

    def __init__(
        self,
        facts: SessionFacts,
        *,
        seconds: float = SECONDS,
        stop: StopToken | None = None,
    ) -> None:
        """Read nothing yet. When asked to stop, the answer is what is known by then."""
        self.facts = facts
        self._seconds = seconds
        self._stop = stop
        self._circumstances = Circumstances(facts)
        self._promises = Promises(self._circumstances, seconds=seconds, stop=stop)
        self._known: list[tuple[Wanted, Explanation]] = []

    def listen_to(self, stop: StopToken | None) -> None:
        """Let another token end the answers from now on."""
        self._stop = self._promises.stop = stop

    def why(self, candidacy_id: int, tell: Tell = _tell_nobody) -> Explanation:
        """Return why a candidacy of the session has no hearing beside those that have one.

        What blocks is told as soon as it is proved, then each repair as soon as it is verified.
        """
        one = self._circumstances.wanted(candidacy_id)
        alike = next((told for other, told in self._known if other == one), None)
        if alike is not None:
            return replace(alike, candidacy_id=candidacy_id)
        try:
            told = self._beside(candidacy_id, {candidacy_id: one}, tell)
        except Undecided:
            return _not_known(candidacy_id)
        is_whole = told.is_smallest and told.is_complete
        if is_whole and candidacy_id not in self._circumstances.several:
            self._known.append((one, told))
        return told

    def _beside(self, candidacy_id: int, wanted: dict[int, Wanted], tell: Tell) -> Explanation:
        heard = tuple(Fact(FactKind.HEARD, candidacy=n) for n in self._circumstances.heard)
        models: dict[frozenset[Fact], SessionModel] = {}

        def model(companions: Collection[Fact]) -> SessionModel:
            known = models.get(frozenset(companions))
            if known is None:
                known = model_of(self._circumstances, wanted, companions)
                models[frozenset(companions)] = known
            return known

        def ask(companions: Collection[Fact]) -> SoftModel[Fact]:
            return model(companions).question(self._deadline())

        could_go = self._exchange.who_could_go(candidacy_id)
        known = [{Fact(FactKind.HEARD, candidacy=number)} for number in sorted(could_go)]
        block = smallest_block_beside(ask, heard, known, self._likely)
        if block is None:
            return Explanation(candidacy_id)
        return self._told(candidacy_id, block, model(heard), tell)

    def why_no_jury(self, certification: str, route: AccessRoute) -> Explanation:
        """Return why no jury of a route can sit in the session, whomever it were to hear."""
        self._promises.anybody = certification, route
        wanted = {ANYBODY: self._circumstances.anybody(certification, route)}
        return self._of_all(model_of(self._circumstances, wanted))

    def why_one_sex(self) -> Explanation:
        """Return why women and men cannot sit in each jury that hears whoever is heard now."""
        wanted = {n: self._circumstances.wanted(n) for n in self._circumstances.heard}
        return self._of_all(model_of(self._circumstances, wanted, mixed=True))

    def _of_all(self, model: SessionModel) -> Explanation:
        try:
            block = smallest_block(model.question(self._deadline()))
        except Undecided:
            return _not_known(ANYBODY)
        return Explanation(ANYBODY) if block is None else self._told(ANYBODY, block, model)

    def _told(
        self,
        candidacy_id: int,
        block: Block[Fact],
        model: SessionModel,
        tell: Tell = _tell_nobody,
    ) -> Explanation:
        facts = tuple(sorted(block.facts, key=Fact.order))
        told = Explanation(candidacy_id, facts, block.is_smallest, block.is_minimal)
        tell(replace(told, is_complete=False))
        question = model.question(self._deadline())
        fixed = [fact for fact in question.facts if not self._can_change(fact)]
        found, is_complete = corrections_of(question, block, kept=fixed, most=REPAIRS)
        for repair in self._verified(candidacy_id, model, found):
            repairs = tuple(sorted((*told.repairs, repair), key=_rank))
            told = replace(told, repairs=repairs)
            tell(replace(told, is_complete=False))
        return replace(told, is_complete=is_complete)

    def _verified(
        self, candidacy_id: int, model: SessionModel, found: Collection[frozenset[Fact]]
    ) -> Iterator[Repair]:
        measured = (self._promises.measured(model, given) for given in found)
        for repair in _of_each_kind([one for one in measured if one]):
            yield self._promises.verified(candidacy_id, repair, mixed=model.mixed)

    def _likely(self, facts: Collection[Fact]) -> Iterator[Collection[Fact]]:
        """Yield what often blocks: rooms and hours, then the holders of one kind of seat too."""
        common = [fact for fact in facts if fact.kind in {FactKind.ROOMS, FactKind.HOURS}]
        yield common
        for closed in (fact for fact in facts if fact.kind is FactKind.NOBODY_ELSE):
            holders = self._circumstances.may_hold(closed.seat)
            of_them = [f for f in facts if f.examiner in holders and not f.candidacy]
            yield [*common, closed, *of_them]

    def _can_change(self, fact: Fact) -> bool:
        """Tell whether anybody may give up a fact; a tie, only while nobody confirmed it."""
        if fact.kind is FactKind.RULE:
            return fact.code.startswith(CURABLE)
        if fact.kind is not FactKind.TIE:
            return fact.kind in COSTS
        candidacy = self.facts.candidacies[fact.candidacy]
        tie = self.facts.tie_between(candidacy, fact.examiner)
        return tie is not None and tie.state is TieState.PROPOSED

    def _deadline(self) -> Deadline:
        return Deadline(self._seconds, self._stop)

    @cached_property
    def _exchange(self) -> Exchange:
        return Exchange(self._circumstances)


def _of_each_kind(repairs: list[Repair]) -> list[Repair]:
    """Return the cheapest repairs, those first that are the cheapest of their kind."""
    ordered = sorted(repairs, key=lambda repair: repair.cost)
    first: dict[tuple[FactKind, ...], Repair] = {}
    for repair in ordered:
        first.setdefault(tuple(fact.kind for fact in repair.facts), repair)
    others = [repair for repair in ordered if repair not in first.values()]
    return [*first.values(), *others][:MOST_VERIFIED]


def _not_known(candidacy_id: int) -> Explanation:
    return Explanation(candidacy_id, is_smallest=False, is_minimal=False, is_complete=False)


def _rank(repair: Repair) -> tuple[bool, float, int]:
    return not repair.is_verified, repair.cost / (1 + (repair.others or 0)), repair.cost
