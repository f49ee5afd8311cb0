"""How many juries that share nobody a crowd can fill at once, and what limits the number.

Persons alike in sex and in the seats open to them are counted, never searched. With `c(S)` seats
in a set `S` of posts and `N(S)` the persons who may take one of them, `k` juries can be filled
together exactly where

* `|N(S)| ≥ k·c(S)` for each set `S`: Hall's condition, a person sitting once;
* and, where women and men must both sit in each: `k` women and `k` men may sit, and `k` persons
  whose sex is stated may sit elsewhere than in any seat that is the only one of its kind. The sets
  of persons who fill the seats are the bases of a matroid, so `k` women and `k` men who are
  independent in it are part of such a set (matroid intersection gives these bounds); and the
  persons of such a set are dealt to `k` juries, each seat and each sex evenly, because a bipartite
  multigraph has an equitable colouring with any number of colours (de Werra, 1971).

A jury in which nobody's sex is stated breaks no rule either: `j` of them take `j·c(T)` of the
persons not stated for each set `T`, and the rest is as above, for each `j`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from jurydesk.domain.people import Sex
from jurydesk.planning.problem import Panel

Posts = int
"""A set of posts of a panel, as bits."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the pool on one half-day, with the posts that the rules leave open."""

    id: int
    sex: Sex
    posts: Posts


class Limit(StrEnum):
    """What keeps one more jury from being filled."""

    SEATS = "SEATS"
    """Too few persons for some of the seats."""
    WOMEN = "WOMEN"
    MEN = "MEN"
    STATED = "STATED"
    """Too few persons whose sex is stated, beside those whom a single seat takes."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """One thing that one more jury lacks."""

    limit: Limit
    posts: tuple[int, ...]
    """The seats concerned, as few as lack anybody; none where it is a matter of sex."""
    persons: int
    """How many persons there are."""
    needed: int
    """How many one more jury would ask for."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many juries can be filled at once, and why not one more."""

    juries: int
    """Juries of which no rule finds anything that blocks or needs a reason."""
    with_reason: int
    """The same where the reason for juries of one sex is written."""
    shortages: tuple[Shortage, ...]
    """What one more jury lacks, each of which must be cured before there is one."""


class Crowd:
    """The persons of one half-day, counted by sex and by the posts that they may take."""

    def __init__(self, panel: Panel, persons: Iterable[Person]) -> None:
        self._seats = tuple(post.count for post in panel.posts)
        self._balanced = panel.balanced
        self._kinds = Counter((p.sex, p.posts) for p in persons if p.posts)

    @cached_property
    def capacity(self) -> Capacity:
        """Return how many juries these persons fill at the most."""
        with_reason = self._by_hall
        if not self._balanced:
            return self._limited(with_reason, with_reason)
        juries = max((j + self._mixed(j) for j in range(self._unstated_juries + 1)), default=0)
        return self._limited(juries, with_reason)

    @cached_property
    def _sets(self) -> tuple[Posts, ...]:
        return tuple(range(1, 1 << len(self._seats)))

    @cached_property
    def _demand(self) -> Mapping[Posts, int]:
        numbered = tuple(enumerate(self._seats))
        return {s: sum(count for n, count in numbered if s >> n & 1) for s in (0, *self._sets)}

    def _supply(self, sexes: frozenset[Sex]) -> Mapping[Posts, int]:
        """Return how many persons of these sexes may take a post of each set."""
        kinds = [(posts, n) for (sex, posts), n in self._kinds.items() if sex in sexes]
        return {s: sum(n for posts, n in kinds if posts & s) for s in (0, *self._sets)}

    @cached_property
    def _all(self) -> Mapping[Posts, int]:
        return self._supply(frozenset(Sex))

    @cached_property
    def _stated(self) -> Mapping[Posts, int]:
        return self._supply(frozenset({Sex.FEMALE, Sex.MALE}))

    @cached_property
    def _unstated(self) -> Mapping[Posts, int]:
        return self._supply(frozenset({Sex.NOT_STATED}))

    @cached_property
    def _women(self) -> int:
        return self._count(Sex.FEMALE)

    @cached_property
    def _men(self) -> int:
        return self._count(Sex.MALE)

    def _count(self, sex: Sex) -> int:
        return sum(n for (own, _), n in self._kinds.items() if own is sex)

    @cached_property
    def _by_hall(self) -> int:
        """Return how many juries the seats allow, women and men left aside."""
        return min((self._all[s] // self._demand[s] for s in self._sets), default=0)

    @cached_property
    def _unstated_juries(self) -> int:
        shares = (self._unstated[s] // self._demand[s] for s in self._sets)
        return min(shares, default=0)

    def _mixed(self, unstated: int) -> int:
        """Return how many juries with both sexes fit beside so many in which none is stated."""
        return min(self._women, self._men, self._stated_elsewhere, self._seated_beside(unstated))

    @cached_property
    def _stated_elsewhere(self) -> int:
        every = (1 << len(self._seats)) - 1
        single = (n for n, count in enumerate(self._seats) if count == 1)
        return min((self._stated[every & ~(1 << n)] for n in single), default=self._stated[every])

    def _seated_beside(self, unstated: int) -> int:
        """Return the bound of Hall's conditions: `S` for anybody within `T` for those not stated.

        Where nobody is left out of `T` beyond `S`, it is the plain condition on `S`.
        """
        if not unstated:
            return self._by_hall
        return min(
            (self._stated[s] + self._unstated[t] - unstated * self._demand[t]) // self._demand[s]
            for t in self._sets
            for s in self._sets
            if s & t == s
        )

    def _limited(self, juries: int, with_reason: int) -> Capacity:
        lacking = (*self._of_seats(juries + 1), *self._of_sexes(juries + 1))
        return Capacity(juries, with_reason, lacking)

    def _of_seats(self, juries: int) -> Iterator[Shortage]:
        """Yield the smallest sets of posts for which so many juries lack persons."""
        named: list[Posts] = []
        for posts in sorted(self._sets, key=int.bit_count):
            needed = juries * self._demand[posts]
            if self._all[posts] >= needed or any(posts & known == known for known in named):
                continue
            named.append(posts)
            which = tuple(n for n in range(len(self._seats)) if posts >> n & 1)
            yield Shortage(Limit.SEATS, which, persons=self._all[posts], needed=needed)

    def _of_sexes(self, juries: int) -> Iterator[Shortage]:
        if not self._balanced:
            return
        for limit, persons in ((Limit.WOMEN, self._women), (Limit.MEN, self._men)):
            if persons < juries:
                yield Shortage(limit, (), persons=persons, needed=juries)
        stated = self._stated_elsewhere
        # Without anybody whose sex is not stated the seats say the same
        if stated < juries and any(self._unstated.values()):
            yield Shortage(Limit.STATED, (), persons=stated, needed=juries)
