"""Questions about facts, whatever those are about: what they must answer, and what blocks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

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

    def some_correction(self, kept: Collection[Fact]) -> frozenset[Fact] | None:
        """Return few facts to give up, the cheapest where that is soon known; as `correction`."""

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

    def some_correction(self, kept: Collection[Fact]) -> frozenset[Fact] | None:
        """Return few facts to give up, none of `kept` nor of those that always hold."""
        return self.question.some_correction(self.always.union(kept))

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

    def some_correction(self, kept: Collection[Fact]) -> frozenset[Fact] | None:
        """Return facts to give up, none of which could be kept beside the rest."""
        return self.correction(kept)

    def alike(self, facts: Collection[Fact]) -> Iterable[frozenset[Fact]]:
        """Return the set itself: of nothing else is known that it would be as good."""
        return (frozenset(facts),)


def is_proved(question: Question[Fact], facts: Collection[Fact]) -> bool:
    """Tell by solving anew whether the facts block, and whether each of them is needed."""
    kept = frozenset(facts)
    return not question.is_feasible(kept) and all(
        question.is_feasible(kept - {fact}) for fact in kept
    )
