"""From the juries of a plan to the tables of its half-days, and back to juries with rooms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from jurydesk.planning.day_juries import shortened
from jurydesk.planning.dealing import Deal, Table, deal
from jurydesk.planning.objective import Sitting
from jurydesk.planning.pairs import Pair, pairs_of
from jurydesk.planning.problem import Problem
from jurydesk.planning.progress import StopToken


def deal_all(
    problem: Problem, tables: Sequence[Table], stop: StopToken, *, pairs: bool = False
) -> list[Deal] | None:
    """Deal every half-day out; None where somebody asked to stop meanwhile.

    With `pairs`, where it costs nothing else, those share a room who did not meet yet.
    """
    met = set(problem.met) if pairs else set[Pair]()
    found: dict[int, Deal] = {}
    for number in sorted(range(len(tables)), key=lambda n: tables[n].juries > 1):
        if stop.is_asked:
            return None
        found[number] = deal(problem, tables[number], frozenset(met))
        if pairs:
            met.update(p for s in found[number].sittings for p in pairs_of(s.people))
    return [found[number] for number in range(len(tables))]


def tables_of(sittings: Iterable[Sitting]) -> tuple[Table, ...]:
    """Take the rooms of a plan together again."""
    together: dict[tuple[int, int], list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        together[sitting.place, sitting.panel].append(sitting)
    return tuple(
        Table(
            place,
            panel,
            len(several),
            tuple(sorted(member for sitting in several for member in sitting.members)),
            tuple(sorted(applicant for sitting in several for applicant in sitting.hears)),
        )
        for (place, panel), several in sorted(together.items())
    )


def rooms_named(problem: Problem, sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
    """Give each jury its room, in the order of the rooms of its place."""
    used: Counter[int] = Counter()
    named = []
    for sitting in shortened(problem, sittings):
        sharing = problem.rooms_of[sitting.place]
        room = problem.places[sitting.place].rooms[used[sharing]]
        used[sharing] += 1
        named.append(Sitting(sitting.place, room, sitting.panel, sitting.members, sitting.hears))
    return tuple(named)
