"""The smallest set of facts that blocks, and the cheapest ones to give up: whatever they are about.

A set that blocks and a set that repairs hit each other: whatever repairs must give up a fact of
every set that blocks, and the other way round. So the smallest set that blocks is the smallest
that hits all repairs found so far, once it blocks by itself (implicit hitting sets, as in FORQES).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from jurydesk.planning.reasons.hitting import HittingSets

Fact = TypeVar("Fact", bound=Hashable)


class Undecided(Exception):
    """The time was over before the solver knew."""


class Question(Protocol[Fact]):
    """Something wanted, and the facts that may stand in its way. More facts never help."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return every fact that could be given up."""

    def is_feasible(self, facts: Collection[Fact]) -> bool:
        """Tell whether it can be had while those facts hold and no other; or raise Undecided."""

    def correction(
        self, kept: Collection[Fact], *, other_than: Sequence[Collection[Fact]] = ()
    ) -> frozenset[Fact] | None:
        """Return the cheapest facts to give up, none of `kept`; None where nothing is enough.

        Empty where nothing must be given up. The answer holds no set of `other_than` whole.
        Raises Undecided.
        """

    def alike(self, facts: Collection[Fact]) -> Iterable[frozenset[Fact]]:
        """Return each set of facts that is known to be as good to give up, the given one too."""


@dataclass(frozen=True, slots=True)
class Block(Generic[Fact]):
    """Facts that together make something impossible; without any one of them it is possible."""

    facts: frozenset[Fact]
    is_smallest: bool
    """Whether it is proved that no fewer facts block; else only that each is needed."""
    is_minimal: bool = True
    """Whether each fact is proved to be needed; False only where the time was over before."""


def smallest_block(
    question: Question[Fact], known: Collection[Collection[Fact]] = ()
) -> Block[Fact] | None:
    """Return the smallest set of facts that blocks; None where nothing does.

    An empty set means that it is impossible whatever is given up. When the time is over, the
    facts that are known to block, with those taken out that a last look could do without. What
    is already known to repair need not be found.
    """
    hitting = HittingSets(question.facts)
    blocking = frozenset(question.facts)
    for given in known:
        hitting.add(given)
    chosen = hitting.smallest() if known else frozenset()
    try:
        while True:
            kept = chosen
            # Repairs that share no fact with one another say most, so each is looked for
            # with those before it kept
            while (given := question.correction(kept)) is not None:
                if not given:
                    return None
                for one in question.alike(given):
                    hitting.add(one)
                    kept |= one
            blocking = min(blocking, kept, key=len)
            if kept == chosen:
                return Block(chosen, is_smallest=True)
            chosen = hitting.smallest()
    except Undecided:
        return needed_of(question, blocking)


def needed_of(question: Question[Fact], blocking: Collection[Fact]) -> Block[Fact]:
    """Return a part of a blocking set in which each fact is needed, as far as the time allows.

    Halves are tried first, then quarters: what one look can spare needs no further look.
    """
    kept = sorted(blocking, key=question.facts.index)
    size = max(1, len(kept) // 2)
    try:
        while size:
            for chunk in [kept[at : at + size] for at in range(0, len(kept), size)]:
                rest = [fact for fact in kept if fact not in chunk]
                if not question.is_feasible(rest):
                    kept = rest
            size //= 2
    except Undecided:
        return Block(frozenset(kept), is_smallest=False, is_minimal=False)
    return Block(frozenset(kept), is_smallest=False)


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[Fact]):
    """A question of which only some facts are in doubt while others hold in any case."""

    question: Question[Fact]
    facts: tuple[Fact, ...]
    always: frozenset[Fact]

    def is_feasible(self, facts: Collection[Fact]) -> bool:
        """Tell whether it can be had while those facts hold beside those that always do."""
        return self.question.is_feasible(self.always.union(facts))

    def correction(
        self, kept: Collection[Fact], *, other_than: Sequence[Collection[Fact]] = ()
    ) -> frozenset[Fact] | None:
        """Return the cheapest facts to give up, none of `kept` nor of those that always hold."""
        return self.question.correction(self.always.union(kept), other_than=other_than)

    def alike(self, facts: Collection[Fact]) -> Iterable[frozenset[Fact]]:
        """Return each set of facts that is as good to give up and is in doubt as well."""
        return (one for one in self.question.alike(facts) if one.isdisjoint(self.always))


@dataclass(frozen=True, slots=True)
class Asked(Generic[Fact]):
    """A question of which nothing is known but how to ask it."""

    facts: tuple[Fact, ...]
    asks: Callable[[frozenset[Fact]], bool]

    def is_feasible(self, facts: Collection[Fact]) -> bool:
        """Tell whether it can be had while those facts hold and no other."""
        return self.asks(frozenset(facts))

    def correction(
        self, kept: Collection[Fact], *, other_than: Sequence[Collection[Fact]] = ()
    ) -> frozenset[Fact] | None:
        """Return facts to give up, none of which could be kept beside the rest; not the fewest."""
        holding = frozenset(kept)
        if other_than or not self.is_feasible(holding):
            return None
        for fact in self.facts:
            if fact not in holding and self.is_feasible(holding | {fact}):
                holding |= {fact}
        return frozenset(self.facts) - holding

    def alike(self, facts: Collection[Fact]) -> Iterable[frozenset[Fact]]:
        """Return the set itself: of nothing else is known that it would be as good."""
        return (frozenset(facts),)


def smallest_block_beside(
    ask: Callable[[Collection[Fact]], Question[Fact]],
    companions: Collection[Fact],
    known: Collection[Collection[Fact]] = (),
) -> Block[Fact] | None:
    """Return the fewest companions, and beside those the fewest other facts, that block.

    Companions are facts too: something else that is wanted at the same time. `ask` puts the
    question with some of them; without any the block is one of the thing alone. Of `known`
    sets of companions it is enough to give one up.
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
    found = smallest_block(Narrowed(few, rest, met.facts))
    return found and Block(
        met.facts | found.facts,
        is_smallest=met.is_smallest and found.is_smallest,
        is_minimal=met.is_minimal and found.is_minimal,
    )


def is_proved(question: Question[Fact], facts: Collection[Fact]) -> bool:
    """Tell by solving anew whether the facts block, and whether each of them is needed."""
    kept = frozenset(facts)
    return not question.is_feasible(kept) and all(
        question.is_feasible(kept - {fact}) for fact in kept
    )


def single_corrections(
    question: Question[Fact], block: Block[Fact], *, kept: Collection[Fact] = ()
) -> tuple[tuple[frozenset[Fact], ...], bool]:
    """Return each fact that repairs by itself, and whether there was time to look at all.

    Such a fact belongs to whatever blocks, so only those of one block need a look.
    """
    found: list[frozenset[Fact]] = []
    for fact in sorted(block.facts.difference(kept), key=question.facts.index):
        try:
            if question.is_feasible([other for other in question.facts if other != fact]):
                found.append(frozenset({fact}))
        except Undecided:
            return tuple(found), False
    return tuple(found), True


def corrections_of(
    question: Question[Fact], block: Block[Fact], *, kept: Collection[Fact], most: int
) -> tuple[tuple[frozenset[Fact], ...], bool]:
    """Return what repairs, none of `kept` given up: single facts first, then several together.

    And whether those are all, or the `most` cheapest. Where each fact of one block that may be
    given up repairs by itself, nothing else is left to look for: whatever repairs has one of them.
    """
    # What helps by itself is found by few looks; only then is more looked for together
    found, is_complete = single_corrections(question, block, kept=kept)
    if not is_complete or len(found) == len(block.facts.difference(kept)):
        return found, is_complete
    return cheapest_corrections(question, kept=kept, most=most, known=found)


def cheapest_corrections(
    question: Question[Fact],
    *,
    kept: Collection[Fact] = (),
    most: int,
    known: Collection[frozenset[Fact]] = (),
) -> tuple[tuple[frozenset[Fact], ...], bool]:
    """Return sets of facts to give up, the cheapest first, none of them part of another.

    At most `most` of them, beside those that are known, none with a fact of `kept`; and whether
    those are all that were asked for: False where the time was over before.
    """
    found = list(known)
    try:
        while len(found) < most:
            given = question.correction(kept, other_than=found)
            if not given:
                break
            found.append(given)
    except Undecided:
        return tuple(found), False
    return tuple(found), True
