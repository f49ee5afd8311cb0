"""What must hold in each jury of a half-day, stated for the sum of them: exact where it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.planning.problem import Panel
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.session_model import MOST_QUARTERS, QUARTER, Desk, SessionModel

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.reasons.circumstances import Wanted
    from jurydesk.planning.reasons.session_model import Cohort


def add_juries(made: SessionModel, desk: Desk, panel: Panel, most: int) -> None:
    """Seat one examiner for each seat of each jury, or somebody still to be found."""
    model = made.model
    juries = made.sits[desk, panel] = made.count(most)
    chairs = made.seated[desk, panel] = {}
    lent = made.lent[desk, panel] = {}
    women = made.lent_women[desk, panel] = {}
    for post, kind in enumerate(panel.posts):
        for examiner in made.circumstances.holders(panel, kind.seat):
            if made.people is None or examiner in made.people:
                chairs[post, examiner] = model.new_bool_var("")
        lent[post] = made.count(kind.count * most)
        mine = [variable for (number, _), variable in chairs.items() if number == post]
        model.add(sum(mine) + lent[post] == kind.count * juries)
        if made.mixed:
            women[post] = made.count(kind.count * most)
            model.add(women[post] <= lent[post])
    for number, cohort in made.of_panel(panel):
        made.heard[number, desk] = made.count(cohort.size)


def hold_juries(made: SessionModel, desk: Desk, panel: Panel) -> None:
    """State what the juries of one composition keep to at a desk."""
    if desk.room is None:
        _fit_rooms(made, desk, panel)
    else:
        _fit_room(made, desk, panel)
    if made.mixed:
        _mix_sexes(made, desk, panel)
    for number, cohort in made.of_panel(panel):
        if cohort.like.excluded or cohort.like.recused:
            _respect_ties(made, desk, number, cohort.like)


def _fit_rooms(made: SessionModel, desk: Desk, panel: Panel) -> None:
    """Deal the hearings out to rooms by their lengths: so many of each length in each room."""
    by_length: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for number, cohort in made.of_panel(panel):
        by_length[cohort.like.minutes].append(made.heard[number, desk])
    every = sum(cohort.size for _, cohort in made.of_panel(panel))
    opened = [made.model.new_bool_var("") for _ in range(made.most_rooms)]
    made.model.add(sum(opened) == made.sits[desk, panel])
    for first, second in pairwise(opened):
        made.model.add_implication(second, first)
    loads: dict[int, list[cp_model.IntVar]] = {
        length: [made.model.new_int_var(0, every, "") for _ in opened] for length in by_length
    }
    for length, heard in by_length.items():
        made.model.add(sum(heard) == sum(loads[length]))
    for room, sits in enumerate(opened):
        load = [(length, counts[room]) for length, counts in loads.items()]
        _limit_time(made, desk, sits, load)


def _fit_room(made: SessionModel, desk: Desk, panel: Panel) -> None:
    cohorts = made.of_panel(panel)
    load = [(cohort.like.minutes, made.heard[number, desk]) for number, cohort in cohorts]
    _limit_time(made, desk, made.sits[desk, panel], load)


def _limit_time(
    made: SessionModel,
    desk: Desk,
    sits: cp_model.IntVar,
    load: list[tuple[int, cp_model.IntVar]],
) -> None:
    """Keep the hearings of one jury within its half-day, as long as those are no longer."""
    if not load:
        return
    limit, half_day = made.circumstances.length(desk.half), desk.half[1]
    fixed = made.holds(Fact(FactKind.HOURS, half_day=half_day))
    minutes = sum(length * count for length, count in load)
    made.model.add(minutes <= limit * sits + QUARTER * made.longer[half_day])
    longest = limit + QUARTER * most_quarters(made)
    shortest = min(length for length, _ in load)
    heard = sum(count for _, count in load)
    made.model.add(heard <= longest // shortest * sits)
    # What whole hearings say and minutes do not, as long as the half-day is as it is
    made.model.add(heard <= limit // shortest * sits).only_enforce_if(fixed)


def most_quarters(made: SessionModel) -> int:
    """Return by how many quarters of an hour a half-day may be longer."""
    longest = max((wanted.minutes for wanted in made.wanted.values()), default=0)
    return max(MOST_QUARTERS, -(-longest // QUARTER))


def _respect_ties(made: SessionModel, desk: Desk, number: int, wanted: Wanted) -> None:
    posts, juries = wanted.panel.posts, made.sits[desk, wanted.panel]
    heard = made.heard[number, desk]
    by_post: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for post, variable in _tied(made, desk, wanted.panel, wanted.excluded):
        by_post[post].append(variable)
    for post, variables in by_post.items():
        made.model.add(sum(variables) <= posts[post].count * (juries - heard))
    silent = [
        variable
        for post, variable in _tied(made, desk, wanted.panel, wanted.recused)
        if posts[post].seat.deliberates
    ]
    voters = wanted.panel.voters
    if len(silent) > wanted.spare:
        # The candidate's own jury can do without so many votes, every other without all of them
        made.model.add(sum(silent) <= voters * juries - (voters - wanted.spare) * heard)


def _tied(
    made: SessionModel, desk: Desk, panel: Panel, ties: Iterable[tuple[int, Fact]]
) -> Iterator[tuple[int, cp_model.IntVar]]:
    """Yield by post whether somebody sits there whom a fact that holds speaks of."""
    facts: dict[int, list[Fact]] = defaultdict(list)
    for examiner, fact in ties:
        facts[examiner].append(fact)
    chairs = made.seated[desk, panel]
    for examiner, reasons in facts.items():
        for post in range(len(panel.posts)):
            chair = chairs.get((post, examiner))
            if chair is not None:
                sits = made.model.new_bool_var("")
                for fact in reasons:
                    made.model.add_bool_or(~chair, ~made.holds(fact), sits)
                yield post, sits


def _mix_sexes(made: SessionModel, desk: Desk, panel: Panel) -> None:
    """Seat a woman and a man in each jury; those still to be found are of either sex."""
    if not made.circumstances.is_mixed(panel):
        return
    asked = made.holds(Fact(FactKind.ONE_SEX))
    pool = made.circumstances.facts.examiners
    by_sex: dict[Sex, list[cp_model.IntVar]] = defaultdict(list)
    for (_, examiner), chair in made.seated[desk, panel].items():
        by_sex[pool[examiner].sex].append(chair)
    lent, women = (sum(v[desk, panel].values()) for v in (made.lent, made.lent_women))
    juries = made.sits[desk, panel]
    for there in (sum(by_sex[Sex.FEMALE]) + women, sum(by_sex[Sex.MALE]) + lent - women):
        made.model.add(there >= juries).only_enforce_if(asked)


def is_dealt_as_it_stands(made: SessionModel, cohorts: Iterable[Cohort]) -> bool:
    """Tell whether nothing but time tells the juries of a half-day from one another."""
    return not made.mixed and not any(c.like.excluded or c.like.recused for c in cohorts)
