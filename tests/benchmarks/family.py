"""Random sessions of half-days with one jury each, and a reader of plans who knows no model.

The family: examiners hold one role each (employers, employees, independent, teacher; the first
three come from outside and deliberate), are free in blocks of half-days and like some more than
others; candidates are free on some half-days and like some more than others; ties are few. A jury
takes one examiner of each role for a half-day and hears `fewest` to `most` candidates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product
from random import Random

ROLES = 4
TEACHER = 3
SHARE_OF_WOMEN = (0.35, 0.45, 0.5, 0.65)
WEIGHTS = {
    "unplaced": 20_000,
    "juries": 1_000,
    "balance": 100,
    "load": 4,
    "presence": 3,
    "preferences": 1,
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    examiners: int
    days: int
    rooms: int
    most_juries: int
    """Of one examiner."""


NORMAL = {
    10: Size(20, 3, 1, 2),
    50: Size(40, 6, 2, 3),
    200: Size(100, 12, 3, 4),
    1000: Size(400, 20, 6, 4),
}
TIGHT = {
    10: Size(8, 3, 1, 2),
    50: Size(20, 6, 2, 2),
    200: Size(48, 12, 3, 3),
    1000: Size(172, 20, 6, 4),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate, or an examiner of one role: free on half-days, at a price each."""

    prices: dict[int, int]
    role: int = 0
    woman: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One session of the family."""

    name: str
    size: Size
    examiners: tuple[Person, ...]
    candidates: tuple[Person, ...]
    tied: frozenset[tuple[int, int]]
    """Candidate and examiner who may not meet."""
    apart: frozenset[tuple[int, int]]
    """Examiners who may not sit in one jury, the lower number first."""
    fewest: int = 4
    most: int = 6

    @property
    def halves(self) -> range:
        """Return the half-days; two make a day."""
        return range(2 * self.size.days)


@dataclass(frozen=True, slots=True)
class Sat:
    """One jury of a plan, its examiners by role."""

    half: int
    examiners: tuple[int, ...]
    candidates: tuple[int, ...]


def draw(candidates: int, seed: int, *, tight: bool = False) -> Member:
    """Return one session of the family; the same figures give the same session."""
    size = (TIGHT if tight else NORMAL)[candidates]
    name = f"{candidates}{' tight' if tight else ''}, seed {seed}"
    random = Random(name)
    halves = range(2 * size.days)
    pool = [_examiner(random, number % ROLES, halves) for number in range(size.examiners)]
    waiting = tuple(_candidate(random, halves) for _ in range(candidates))
    everybody = product(range(candidates), range(size.examiners))
    tied = frozenset(pair for pair in everybody if random.random() < 0.03)
    pairs = combinations(range(size.examiners), 2)
    strangers = (pair for pair in pairs if pair[0] % ROLES != pair[1] % ROLES)
    apart = frozenset(pair for pair in strangers if random.random() < 0.01)
    return Member(name, size, tuple(_mixed(pool)), waiting, tied, apart)


def _examiner(random: Random, role: int, halves: range) -> Person:
    """Free for a while, then not: at each half-day the state is drawn again half of the time."""
    free, prices = random.random() < 0.5, {}
    for half in halves:
        if random.random() < 0.5:
            free = random.random() < 0.5
        price = random.randrange(3)
        if free:
            prices[half] = price
    return Person(prices, role, woman=random.random() < SHARE_OF_WOMEN[role])


def _candidate(random: Random, halves: range) -> Person:
    free = [half for half in halves if random.random() < 0.6] or [random.choice(halves)]
    return Person({half: random.randrange(4) for half in free})


def _mixed(pool: list[Person]) -> Iterable[Person]:
    """Yield the pool, in which no role is of one sex."""
    for number, person in enumerate(pool):
        sexes = {other.woman for other in pool if other.role == person.role}
        if number < ROLES and len(sexes) == 1:
            yield Person(person.prices, person.role, woman=not person.woman)
        else:
            yield person


def breaches(member: Member, plan: Iterable[Sat]) -> list[str]:
    """Return what the plan does against the rules of the family."""
    juries = tuple(plan)
    found = [words for sat in juries for words in _of_jury(member, sat)]
    rooms = Counter(sat.half for sat in juries)
    found += [f"too few rooms on {half}" for half, n in rooms.items() if n > member.size.rooms]
    heard = Counter(c for sat in juries for c in sat.candidates)
    found += [f"candidate {c} heard twice" for c, n in heard.items() if n > 1]
    seats = Counter((e, sat.half) for sat in juries for e in sat.examiners)
    found += [f"examiner {e} sits twice on {half}" for (e, half), n in seats.items() if n > 1]
    loads = Counter(e for sat in juries for e in sat.examiners)
    most = member.size.most_juries
    return found + [f"examiner {e} sits too often" for e, n in loads.items() if n > most]


def _of_jury(member: Member, sat: Sat) -> Iterable[str]:
    seated = [member.examiners[e] for e in sat.examiners]
    if [person.role for person in seated] != list(range(ROLES)):
        yield f"jury of {sat.half}: not one examiner of each role"
    if any(sat.half not in person.prices for person in seated):
        yield f"jury of {sat.half}: an examiner is not free"
    if not member.fewest <= len(sat.candidates) <= member.most:
        yield f"jury of {sat.half}: hears {len(sat.candidates)}"
    if any(sat.half not in member.candidates[c].prices for c in sat.candidates):
        yield f"jury of {sat.half}: a candidate is not free"
    if any((c, e) in member.tied for c in sat.candidates for e in sat.examiners):
        yield f"jury of {sat.half}: a candidate meets a tie"
    if any(pair in member.apart for pair in combinations(sorted(sat.examiners), 2)):
        yield f"jury of {sat.half}: two examiners are to sit apart"
    if sum(person.woman for person in seated[:TEACHER]) not in {1, 2}:
        yield f"jury of {sat.half}: those who deliberate are of one sex"


def cost_of(member: Member, plan: Iterable[Sat]) -> dict[str, int]:
    """Return the parts of the cost, unweighted, in the order of WEIGHTS."""
    juries = tuple(plan)
    loads = Counter(e for sat in juries for e in sat.examiners)
    women = (sum(member.examiners[e].woman for e in sat.examiners) for sat in juries)
    likes = sum(member.examiners[e].prices[sat.half] for sat in juries for e in sat.examiners)
    wishes = sum(member.candidates[c].prices[sat.half] for sat in juries for c in sat.candidates)
    return {
        "unplaced": len(member.candidates) - sum(len(sat.candidates) for sat in juries),
        "juries": len(juries),
        "balance": sum(count != ROLES // 2 for count in women),
        "load": sum(times**2 for times in loads.values()),
        "presence": len({(e, sat.half // 2) for sat in juries for e in sat.examiners}),
        "preferences": likes + wishes,
    }


def total(parts: dict[str, int]) -> int:
    """Return the cost as one figure."""
    return sum(WEIGHTS[part] * figure for part, figure in parts.items())
