"""What the assembly learns when the persons of a half-day cannot be dealt out as it had counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.planning.assemble import Assembly
from jurydesk.planning.dealing import Deal, Table, deal
from jurydesk.planning.objective import displeasure, imbalance, one_sex
from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Beyond = dict[int, int]
"""By stage: what the dealing costs more than the sums over the rooms could tell."""

_MOST_TRIALS = 24
"""How many smaller tables are dealt to find out who is to blame."""


def learn(assembly: Assembly, table: Table, dealt: Deal) -> bool:
    """Forbid the combination, or give it its price; False where nothing new was learnt."""
    if not dealt.proved or table.juries == 1:
        return False
    if dealt.left_out:
        blamed = _blamed(assembly.problem, table, lambda d, _: bool(d.left_out))
        literals = list(_present(assembly, blamed))
        assembly.model.add_bool_or([literal.negated() for literal in literals])
        return True
    beyond = _beyond(assembly, table, dealt)
    for stage, extra in beyond.items():
        if extra:
            _raise_price(assembly, table, stage, extra)
    return any(beyond.values())


def _raise_price(assembly: Assembly, table: Table, stage: int, extra: int) -> None:
    def as_dear(dealt: Deal, smaller: Table) -> bool:
        return not dealt.left_out and _beyond(assembly, smaller, dealt)[stage] >= extra

    blamed = _blamed(assembly.problem, table, as_dear)
    excess = assembly.excess[table.place, table.panel, stage]
    literals = list(_present(assembly, blamed))
    assembly.model.add(excess >= extra).only_enforce_if(literals)


def _blamed(problem: Problem, table: Table, is_bad: Callable[[Deal, Table], bool]) -> Table:
    """Return a part of the applicants that is as bad, as small as a few trials can make it."""
    tied = tuple(a for a in table.hears if problem.applicants[a].is_tied)
    trials = 1
    if _is_bad(problem, replace(table, hears=tied), is_bad):
        table = replace(table, hears=tied)
    for applicant in tied:
        if trials >= _MOST_TRIALS:
            break
        trials += 1
        smaller = replace(table, hears=tuple(a for a in table.hears if a != applicant))
        if _is_bad(problem, smaller, is_bad):
            table = smaller
    return table


def _is_bad(problem: Problem, table: Table, is_bad: Callable[[Deal, Table], bool]) -> bool:
    dealt = deal(problem, table)
    return dealt.proved and is_bad(dealt, table)


def _present(assembly: Assembly, table: Table) -> Iterator[cp_model.BoolVarT]:
    """Yield literals that are all true when these persons, or more of them, come again."""
    place, panel = table.place, table.panel
    for post, examiner in table.members:
        yield assembly.sits[place, panel, post, examiner]
    yield _exactly(assembly, table)
    applicants = assembly.problem.applicants
    singles = {c.members[0]: number for number, c in enumerate(assembly.cohorts)}
    counted: Counter[int] = Counter()
    for applicant in table.hears:
        if applicants[applicant].is_tied:
            yield assembly.heard[singles[applicant], place]
        else:
            counted[applicants[applicant].minutes] += 1
    for minutes, count in counted.items():
        yield _at_least(assembly, table, minutes, count)


def _exactly(assembly: Assembly, table: Table) -> cp_model.BoolVarT:
    literal = assembly.model.new_bool_var("")
    juries = assembly.juries[table.place, table.panel]
    assembly.model.add(juries != table.juries).only_enforce_if(literal.negated())
    return literal


def _at_least(assembly: Assembly, table: Table, minutes: int, count: int) -> cp_model.BoolVarT:
    heard = [
        assembly.heard[number, table.place]
        for number, cohort in enumerate(assembly.cohorts)
        if cohort.like.panel == table.panel
        and cohort.like.minutes == minutes
        and not cohort.like.is_tied
        and table.place in cohort.like.places
    ]
    literal = assembly.model.new_bool_var("")
    assembly.model.add(sum(heard) < count).only_enforce_if(literal.negated())
    return literal


def _beyond(assembly: Assembly, table: Table, dealt: Deal) -> Beyond:
    problem, aims = assembly.problem, assembly.aims
    lonely = sum(one_sex(problem, sitting) for sitting in dealt.sittings)
    missing = sum(imbalance(problem, sitting) for sitting in dealt.sittings)
    wishes = sum(displeasure(problem, sitting) for sitting in dealt.sittings)
    half = problem.panels[table.panel].half
    more = {
        "one_sex": lonely - _short_of(problem, table, 1),
        "balance": missing - _short_of(problem, table, half),
        "preferences": wishes - _counted_wishes(problem, table),
    }
    beyond: Beyond = defaultdict(int)
    for part, extra in more.items():
        stage = aims.stage_of(part)
        if stage is not None:
            beyond[stage] += aims.weights[part] * extra
    return beyond


def _short_of(problem: Problem, table: Table, wanted: int) -> int:
    """Return what the sums over the rooms say is missing of women and of men."""
    if not problem.panels[table.panel].balanced:
        return 0
    sexes = Counter(problem.profiles[examiner].sex for _, examiner in table.members)
    return sum(max(0, wanted * table.juries - sexes[sex]) for sex in (Sex.FEMALE, Sex.MALE))


def _counted_wishes(problem: Problem, table: Table) -> int:
    """Return what the sums over the rooms say of prices, recusals and presidents."""
    openings = problem.places[table.place].openings[table.panel]
    posts = problem.panels[table.panel].posts
    prices = sum(openings[post].get(examiner, 0) for post, examiner in table.members)
    voters: dict[int, set[int]] = defaultdict(set)
    for post, examiner in table.members:
        if posts[post].seat.deliberates:
            voters[post].add(examiner)
    silent = sum(
        max(0, len(problem.applicants[a].recused & seated) - posts[p].count * (table.juries - 1))
        for a in table.hears
        for p, seated in voters.items()
    )
    willing = sum(
        not problem.profiles[examiner].declines for seated in voters.values() for examiner in seated
    )
    wishes = sum(problem.applicants[a].prices.get(table.place, 0) for a in table.hears)
    return prices + wishes + silent + max(0, table.juries - willing)
