"""Who in a pool is indispensable and whom it lacks, each answer found by solving again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

from jurydesk.domain.people import Sex
from jurydesk.planning.foresight import Person
from jurydesk.planning.stress import Held, Pool, most_juries

Progress = Callable[[int, int], None]
"""Told how many of how many questions are answered; may raise to stop."""
MOST_TOGETHER = 6
"""Persons whom an addition has at most: a pool that lacks more lacks a whole jury."""
MOST_TRIED = 400
"""Additions of one size that are tried at most."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A person without whom the pool holds fewer juries."""

    person: int
    juries: int
    """How many fewer."""


@dataclass(frozen=True, slots=True, order=True)
class Recruit:
    """Somebody who could join the pool, for one kind of seat."""

    post: int
    sex: Sex


@dataclass(frozen=True, slots=True)
class Addition:
    """Persons who together let the pool hold more juries; no smaller addition does."""

    recruits: tuple[Recruit, ...]
    juries: int
    """How many more."""


def indispensable(pool: Pool, held: Held, *, progress: Progress) -> tuple[Loss, ...]:
    """Return who lowers the number by leaving, the heaviest loss first.

    Somebody who sits in none of the juries of a best plan is not asked about: it stands without
    them.
    """
    seated = sorted(who for who, sittings in held.sittings.items() if sittings)
    losses = []
    for number, who in enumerate(seated):
        progress(number, len(seated))
        lost = held.juries - most_juries(pool.without(who)).juries
        if lost > 0:
            losses.append(Loss(who, lost))
    return tuple(sorted(losses, key=lambda loss: (-loss.juries, loss.person)))


def additions(pool: Pool, held: Held, *, progress: Progress) -> tuple[Addition, ...]:
    """Return the smallest additions that raise the number, the greatest gain first.

    None where even several persons for each seat would not: then it is time that lacks.
    """
    progress(0, MOST_TOGETHER)
    kinds = tuple(Recruit(p, s) for p in range(len(pool.panel.posts)) for s in _SEXES)
    if _gain(pool, held, kinds * MOST_TOGETHER) <= 0:
        return ()
    needed = tuple(
        post
        for post in range(len(pool.panel.posts))
        if _gain(pool, held, tuple(k for k in kinds if k.post != post) * MOST_TOGETHER) <= 0
    )
    for size in range(max(1, len(needed)), MOST_TOGETHER + 1):
        progress(size, MOST_TOGETHER)
        found = []
        for chosen in _of_size(kinds, size, needed):
            progress(size, MOST_TOGETHER)
            gain = _gain(pool, held, chosen)
            if gain > 0:
                found.append(Addition(chosen, gain))
        if found:
            return tuple(sorted(found, key=lambda one: (-one.juries, one.recruits)))
    return ()


_SEXES = (Sex.FEMALE, Sex.MALE)


def _of_size(
    kinds: tuple[Recruit, ...], size: int, needed: tuple[int, ...]
) -> Iterator[tuple[Recruit, ...]]:
    """Yield the additions of one size that hold somebody for each seat that lacks anybody."""
    tried = 0
    for chosen in combinations_with_replacement(kinds, size):
        if set(needed) <= {one.post for one in chosen} and tried < MOST_TRIED:
            tried += 1
            yield chosen


def _gain(pool: Pool, held: Held, recruits: tuple[Recruit, ...]) -> int:
    people = (
        Person(-number, recruit.sex, 1 << recruit.post)
        for number, recruit in enumerate(recruits, start=1)
    )
    return most_juries(pool.joined_by(*people)).juries - held.juries
