"""What must hold in each jury of a place, stated for the sum of its juries."""

from __future__ import annotations

from jurydesk.domain.people import Sex
from jurydesk.planning.assembly import Assembly
from jurydesk.planning.hours import patterns
from jurydesk.planning.sharing import keep_apart, respect_ties


def hold_juries(assembly: Assembly, place: int, panel: int, *, ties: bool = True) -> None:
    """State what must hold in each jury of a place, for the sum of them: exact where it is one."""
    _limit_time(assembly, place, panel)
    _keep_pinned_votes(assembly, place, panel)
    _count_sexes(assembly, place, panel)
    _mix_voters(assembly, place, panel)
    _count_chairs(assembly, place, panel)
    if ties:
        respect_ties(assembly, place, panel)
        keep_apart(assembly, place, panel)


def _limit_time(assembly: Assembly, place: int, panel: int) -> None:
    """Hearings follow one another in free time: each jury takes one pattern of lengths."""
    model, problem = assembly.model, assembly.problem
    juries = assembly.juries[place, panel]
    present = [
        (cohort.like.minutes, assembly.heard[number, place])
        for number, cohort in enumerate(assembly.cohorts)
        if cohort.like.panel == panel and place in cohort.like.places
    ]
    if problem.places[place].jury is None:
        model.add(sum(heard for _, heard in present) >= problem.fewest * juries)
    lengths = tuple(sorted({minutes for minutes, _ in present}))
    fullest = patterns(problem.places[place].windows, lengths)
    most = len(problem.places[place].rooms)
    taken = [juries]
    if len(fullest) > 1:
        taken = [model.new_int_var(0, most, "") for _ in fullest]
        model.add(sum(taken) == juries)
    for rank, length in enumerate(lengths):
        heard = [variable for minutes, variable in present if minutes == length]
        room = sum(pattern[rank] * t for pattern, t in zip(fullest, taken, strict=True))
        model.add(sum(heard) <= room)


def _keep_pinned_votes(assembly: Assembly, place: int, panel: int) -> None:
    """Enough members may deliberate on each pinned hearing, whoever joins its jury."""
    spare = assembly.problem.spare_votes(panel)
    for silent in assembly.problem.places[place].heard:
        recused = [v for examiner, v in assembly.voting(place, panel) if examiner in silent]
        if len(recused) > spare:
            assembly.model.add(sum(recused) <= spare * assembly.juries[place, panel])


def _count_sexes(assembly: Assembly, place: int, panel: int) -> None:
    """Women and men over the juries of a place: what is missing to one, and to half, of each."""
    terms = assembly.problem.panels[panel]
    juries = assembly.juries[place, panel]
    most = len(assembly.problem.places[place].rooms)
    for sex in (Sex.FEMALE, Sex.MALE) if terms.balanced else ():
        present = [
            variable
            for _, examiner, variable in assembly.seated(place, panel)
            if assembly.problem.profiles[examiner].sex is sex
        ]
        for part, wanted in (("one_sex", 1), ("balance", terms.half)):
            short = assembly.model.new_int_var(0, wanted * most, "")
            assembly.model.add(short >= wanted * juries - sum(present))
            assembly.costs[part].append((short, 1))


def _mix_voters(assembly: Assembly, place: int, panel: int) -> None:
    """Where those who deliberate must be of both sexes, each jury has one of each."""
    profiles, juries = assembly.problem.profiles, assembly.juries[place, panel]
    for sex in (Sex.FEMALE, Sex.MALE) if assembly.problem.panels[panel].mixed_voters else ():
        present = [
            v for examiner, v in assembly.voting(place, panel) if profiles[examiner].sex is sex
        ]
        assembly.model.add(sum(present) >= juries)


def _count_chairs(assembly: Assembly, place: int, panel: int) -> None:
    """A jury in which every voting member declines to preside costs one wish."""
    willing = [
        variable
        for examiner, variable in assembly.voting(place, panel)
        if not assembly.problem.profiles[examiner].declines
    ]
    most = len(assembly.problem.places[place].rooms)
    short = assembly.model.new_int_var(0, most, "")
    assembly.model.add(short >= assembly.juries[place, panel] - sum(willing))
    assembly.costs["preferences"].append((short, 1))
