"""What persons share: one half-day, one jury, their days; and whom they may not share it with."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from jurydesk.planning.cohorts import Cohort
from jurydesk.planning.objective import added_load

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.assembly import Assembly


def respect_ties(assembly: Assembly, place: int, panel: int) -> None:
    """Of each post, one examiner whom the candidate may face; enough who may deliberate."""
    for number, cohort in enumerate(assembly.cohorts):
        heard = assembly.heard.get((number, place))
        if heard is not None and cohort.like.panel == panel and cohort.like.is_tied:
            _exclude(assembly, cohort, place, heard)
            _recuse(assembly, cohort, place, heard)


def _exclude(assembly: Assembly, cohort: Cohort, place: int, heard: cp_model.IntVar) -> None:
    panel = cohort.like.panel
    juries = assembly.juries[place, panel]
    tied: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for post, variable in assembly.sitting(place, panel, cohort.like.excluded):
        tied[post].append(variable)
    for post, variables in tied.items():
        seats = assembly.problem.panels[panel].posts[post].count
        assembly.model.add(sum(variables) <= seats * (juries - heard))


def _recuse(assembly: Assembly, cohort: Cohort, place: int, heard: cp_model.IntVar) -> None:
    """The candidate's own jury spares so many votes; every other may be all of tied members."""
    panel, model, problem = cohort.like.panel, assembly.model, assembly.problem
    juries, posts = assembly.juries[place, panel], problem.panels[panel].posts
    recused: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for post, variable in assembly.sitting(place, panel, cohort.like.recused):
        if posts[post].seat.deliberates:
            recused[post].append(variable)
    everyone = list(chain.from_iterable(recused.values()))
    if not everyone:
        return
    voters = problem.panels[panel].voters
    model.add(sum(everyone) <= voters * juries - problem.quorum * heard)
    for post, variables in recused.items():
        seats = posts[post].count
        silent = model.new_int_var(0, seats, "")
        model.add(silent >= sum(variables) - seats * juries + seats * heard)
        assembly.costs["preferences"].append((silent, 1))


def share_examiners(assembly: Assembly) -> None:
    """One seat per person and half-day; each further jury of a person costs more than the last."""
    by_half = defaultdict(list)
    for (place, _, _, examiner), variable in assembly.sits.items():
        by_half[examiner, assembly.problem.places[place].half].append(variable)
    by_person = defaultdict(list)
    assembly.present = by_half
    for (examiner, half), variables in by_half.items():
        if len(variables) > 1:
            assembly.model.add_at_most_one(variables)
        by_person[examiner].append((half, variables))
    for examiner, halves in sorted(by_person.items()):
        steps = _count_load(assembly, examiner, [variables for _, variables in halves])
        by_day = defaultdict(list)
        for half, variables in halves:
            by_day[half[0]].append(variables)
        days = [_comes(assembly, same_day) for same_day in by_day.values()]
        widest = max(len(same_day) for same_day in by_day.values())
        assembly.model.add(sum(days) >= sum(steps[::widest]))
        assembly.costs["presence"] += [(comes, 1) for comes in days]


def _comes(assembly: Assembly, halves: list[list[cp_model.IntVar]]) -> cp_model.IntVar:
    """Return whether a person must come on a day, which may have several half-days."""
    comes = assembly.model.new_bool_var("")
    for variables in halves:
        assembly.model.add(sum(variables) <= comes)
    return comes


def _count_load(
    assembly: Assembly, examiner: int, halves: list[list[cp_model.IntVar]]
) -> list[cp_model.IntVar]:
    """Return one step for each jury of a person, taken one after the other."""
    profile = assembly.problem.profiles[examiner]
    steps = [assembly.model.new_bool_var("") for _ in halves[: profile.most]]
    assembly.model.add(sum(steps) == sum(chain.from_iterable(halves)))
    for already, step in enumerate(steps):
        assembly.costs["load"].append((step, added_load(profile.load, already)))
    for less, more in pairwise(steps):
        assembly.model.add_implication(more, less)
    return steps


def keep_apart(assembly: Assembly, place: int, panel: int) -> None:
    """Of those who may not sit with a person, each post can seat so many in the other juries."""
    strangers = assembly.problem.strangers
    posts, juries = assembly.problem.panels[panel].posts, assembly.juries[place, panel]
    for _, examiner, seated in list(assembly.seated(place, panel)) if strangers else ():
        others: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        away = strangers.get(examiner, frozenset())
        for post, variable in assembly.sitting(place, panel, away):
            others[post].append(variable)
        for post, variables in others.items():
            assembly.model.add(sum(variables) <= posts[post].count * (juries - seated))
