"""The facts to give up: those that repair by themselves, and the cheapest ones together."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import TypeVar

from jurydesk.planning.reasons.core import Block, Question, Undecided

Fact = TypeVar("Fact", bound=Hashable)


def single_corrections(
    question: Question[Fact], blocking: Collection[Fact], *, kept: Collection[Fact] = ()
) -> tuple[tuple[frozenset[Fact], ...], bool]:
    """Return each fact that repairs by itself, and whether there was time to look at all.

    Such a fact belongs to whatever blocks, so only those of one block need a look.
    """
    found: list[frozenset[Fact]] = []
    for fact in sorted(frozenset(blocking).difference(kept), key=question.facts.index):
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
    found, is_complete = single_corrections(question, block.facts, kept=kept)
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
