"""The smallest set of facts that blocks.

A set that blocks and a set that repairs hit each other: whatever repairs must give up a fact of
every set that blocks, and the other way round. So the smallest set that blocks is the smallest
that hits all repairs found so far, once it blocks by itself (implicit hitting sets, as in FORQES).
What repairs by itself is in every set that blocks: where such facts block, nothing else does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from jurydesk.planning.reasons.core import Block, Narrowed, Question, Undecided, needed_of
from jurydesk.planning.reasons.corrections import single_corrections
from jurydesk.planning.reasons.hitting import HittingSets

Fact = TypeVar("Fact", bound=Hashable)


def smallest_block(
    question: Question[Fact],
    known: Collection[Collection[Fact]] = (),
    likely: Iterable[Collection[Fact]] = (),
) -> Block[Fact] | None:
    """Return the smallest set of facts that blocks; None where nothing does.

    An empty set means that it is impossible whatever is given up. When the time is over, the
    facts that are known to block, with those taken out that a last look could do without. What
    is already known to repair need not be found. Sets that are likely to block are tried first.
    """
    search = _Search(question, HittingSets(question.facts), frozenset(question.facts))
    try:
        return search.run(known, likely)
    except Undecided:
        return needed_of(question, search.blocking)


@dataclass
class _Search(Generic[Fact]):
    """One search for the smallest block, with what is known if it has to end early."""

    question: Question[Fact]
    hitting: HittingSets[Fact]
    blocking: frozenset[Fact]
    """The smallest set that is known to block."""

    def run(
        self, known: Collection[Collection[Fact]], likely: Iterable[Collection[Fact]]
    ) -> Block[Fact] | None:
        guess = _first_that_blocks(self.question, likely)
        if guess is not None:
            self.blocking = guess
            single = _singles(self.question, guess)
            if not self.question.is_feasible(single):
                return Block(single, is_smallest=True)
            known = [*known, *({fact} for fact in single)]
        for given in known:
            self.hitting.add(given)
        return self._from(self.hitting.smallest() if known else frozenset())

    def _from(self, chosen: frozenset[Fact]) -> Block[Fact] | None:
        while True:
            kept = self._widened(chosen)
            if kept is None:
                return None
            self.blocking = min(self.blocking, kept, key=len)
            if kept == chosen:
                return Block(chosen, is_smallest=True)
            chosen = self.hitting.smallest()

    def _widened(self, chosen: frozenset[Fact]) -> frozenset[Fact] | None:
        """Return the choice with repairs added until it blocks; None where nothing blocks.

        Repairs that share no fact with one another say most, so each is looked for with those
        before it kept.
        """
        kept = chosen
        while (some := self.question.some_correction(kept)) is not None:
            if not some:
                return None
            for one in self.question.alike(some):
                self.hitting.add(one)
                kept |= one
        return kept


def _first_that_blocks(
    question: Question[Fact], likely: Iterable[Collection[Fact]]
) -> frozenset[Fact] | None:
    return next((frozenset(guess) for guess in likely if not question.is_feasible(guess)), None)


def _singles(question: Question[Fact], blocking: Collection[Fact]) -> frozenset[Fact]:
    """Return each fact that repairs by itself. Raises Undecided.

    Whatever blocks holds all of them: if they block, nothing smaller does, and nothing else.
    """
    found, is_complete = single_corrections(question, blocking)
    if not is_complete:
        raise Undecided
    return frozenset[Fact]().union(*found)


def smallest_block_beside(
    ask: Callable[[Collection[Fact]], Question[Fact]],
    companions: Collection[Fact],
    known: Collection[Collection[Fact]] = (),
    likely: Callable[[Collection[Fact]], Iterable[Collection[Fact]]] = lambda _: (),
) -> Block[Fact] | None:
    """Return the fewest companions, and beside those the fewest other facts, that block.

    Companions are facts too: something else that is wanted at the same time. `ask` puts the
    question with some of them; without any the block is one of the thing alone. Of `known`
    sets of companions it is enough to give one up. `likely` picks
    of the other facts those to be tried first.
    """
    alone = ask(())
    if not alone.is_feasible(alone.facts):
        return smallest_block(alone)
    everybody = ask(companions)
    plain = frozenset(alone.facts) | (frozenset(everybody.facts) - frozenset(companions))
    met = smallest_block(Narrowed(everybody, tuple(companions), plain), known)
    if met is None:
        return None
    few = ask(sorted(met.facts, key=list(companions).index))
    rest = tuple(fact for fact in few.facts if fact not in met.facts)
    found = smallest_block(Narrowed(few, rest, met.facts), likely=likely(rest))
    return found and Block(
        met.facts | found.facts,
        is_smallest=met.is_smallest and found.is_smallest,
        is_minimal=met.is_minimal and found.is_minimal,
    )
