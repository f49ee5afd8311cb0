"""The model that comes to mind first: a jury in each room of each half-day, examiners as numbers.

A baseline only: what the engine's model gains is measured against it, in the same run.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from tests.benchmarks.family import ROLES, TEACHER, WEIGHTS, Member, Person

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Seats = dict[tuple[int, int, int], "cp_model.IntVar"]
"""By person, half-day and room."""


def prove(member: Member, seconds: float) -> tuple[bool, float]:
    """Tell whether the least cost was proved within the seconds, on two workers, and how soon."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(_Plain(member).model)
    return status == cp_model.OPTIMAL, solver.wall_time


class _Plain:
    def __init__(self, member: Member) -> None:
        from ortools.sat.python import cp_model

        self._member = member
        self.model = cp_model.CpModel()
        rooms = range(member.size.rooms)
        self._opened = {key: self.model.new_bool_var("") for key in product(member.halves, rooms)}
        self._sits = self._seats(member.examiners)
        self._heard = self._seats(member.candidates)
        costs: list[cp_model.LinearExprT] = [WEIGHTS["juries"] * sum(self._opened.values())]
        for half, room in self._opened:
            costs.append(WEIGHTS["balance"] * self._hold(half, room))
        self._once()
        costs += [self._load(number) for number in range(len(member.examiners))]
        costs += self._wishes()
        self.model.minimize(sum(costs))

    def _seats(self, people: tuple[Person, ...]) -> Seats:
        return {
            (number, half, room): self.model.new_bool_var("")
            for number, person in enumerate(people)
            for half in person.prices
            for room in range(self._member.size.rooms)
        }

    def _hold(self, half: int, room: int) -> cp_model.IntVar:
        """State what must hold in one jury; return whether women and men are uneven."""
        model, member, opened = self.model, self._member, self._opened[half, room]
        seated = {e: v for (e, h, r), v in self._sits.items() if (h, r) == (half, room)}
        heard = {c: v for (c, h, r), v in self._heard.items() if (h, r) == (half, room)}
        pool = member.examiners
        for role in range(ROLES):
            model.add(sum(v for e, v in seated.items() if pool[e].role == role) == opened)
        model.add(sum(heard.values()) >= member.fewest * opened)
        model.add(sum(heard.values()) <= member.most * opened)
        women = {e: v for e, v in seated.items() if pool[e].woman}
        voting = sum(v for e, v in women.items() if pool[e].role != TEACHER)
        model.add(voting >= opened)
        model.add(voting <= 2 * opened)
        for candidate, examiner in member.tied:
            if candidate in heard and examiner in seated:
                model.add_at_most_one(heard[candidate], seated[examiner])
        for one, other in member.apart:
            if one in seated and other in seated:
                model.add_at_most_one(seated[one], seated[other])
        uneven = model.new_bool_var("")
        model.add(sum(women.values()) - 2 * opened <= uneven)
        model.add(2 * opened - sum(women.values()) <= uneven)
        return uneven

    def _once(self) -> None:
        by_half = defaultdict(list)
        for (examiner, half, _), variable in self._sits.items():
            by_half[examiner, half].append(variable)
        for variables in by_half.values():
            self.model.add_at_most_one(variables)
        by_candidate = defaultdict(list)
        for (candidate, _, _), variable in self._heard.items():
            by_candidate[candidate].append(variable)
        for variables in by_candidate.values():
            self.model.add_at_most_one(variables)

    def _load(self, examiner: int) -> cp_model.LinearExprT:
        """Return what the load and the days of a person cost."""
        model, most = self.model, self._member.size.most_juries
        days = defaultdict(list)
        for (number, half, _), variable in self._sits.items():
            if number == examiner:
                days[half // 2].append(variable)
        load = model.new_int_var(0, most, "")
        square = model.new_int_var(0, most * most, "")
        model.add(load == sum(v for variables in days.values() for v in variables))
        model.add_multiplication_equality(square, [load, load])
        come = []
        for variables in days.values():
            come.append(model.new_bool_var(""))
            model.add_max_equality(come[-1], variables)
        return WEIGHTS["load"] * square + WEIGHTS["presence"] * sum(come)

    def _wishes(self) -> list[cp_model.LinearExprT]:
        member, seats = self._member, self._sits.items()
        likes = [member.examiners[e].prices[h] * v for (e, h, _), v in seats]
        heard = self._heard.items()
        price = WEIGHTS["unplaced"]
        return likes + [(member.candidates[c].prices[h] - price) * v for (c, h, _), v in heard]
