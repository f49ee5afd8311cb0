"""Deals the persons of one half-day out to rooms, so that each room has a jury and its hearings.

The assembly decides who comes on a half-day, and how many juries sit; which of them share a room
is settled here, as well as it can be. Only where ties cannot be parted is somebody left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.planning.hours import patterns
from jurydesk.planning.objective import Sitting
from jurydesk.planning.pairs import Pair, pairs_of
from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_MOST_EFFORT = 2.0
"""Deterministic seconds for one half-day."""


@dataclass(frozen=True)
class Table:
    """Who comes to one place for one panel, before the rooms are dealt out."""

    place: int
    panel: int
    juries: int
    members: tuple[tuple[int, int], ...]
    """Post and examiner."""
    hears: tuple[int, ...]


@dataclass(frozen=True)
class Deal:
    """The rooms dealt out; `proved` where no better way exists."""

    sittings: tuple[Sitting, ...]
    left_out: tuple[int, ...]
    proved: bool


def deal(problem: Problem, table: Table, met: frozenset[Pair] = frozenset()) -> Deal:
    """Deal one half-day out; with one jury there is nothing to decide. `met` better not meet."""
    if table.juries == 1:
        sitting = Sitting(table.place, "", table.panel, table.members, table.hears)
        return Deal((sitting,), (), proved=True)
    return _Dealer(problem, table, met).deal()


class _Dealer:
    """The small model of one half-day: who sits in, and who is heard by, which jury."""

    def __init__(self, problem: Problem, table: Table, met: frozenset[Pair]) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        self._problem = problem
        self._met = met
        self._table = table
        self._panel = problem.panels[table.panel]
        self._model = model = cp_model.CpModel()
        self._sits = {
            (member, room): model.new_bool_var("")
            for member in table.members
            for room in range(table.juries)
        }
        self._heard = {
            (applicant, room): model.new_bool_var("")
            for applicant in table.hears
            for room in range(table.juries)
        }
        self._sound = [model.new_bool_var("") for _ in range(table.juries)]
        """Whether the jury of the room may sit and hear: else it is only where its people are."""

    def deal(self) -> Deal:
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        self._seat_everybody()
        self._hear_within_time()
        for room in self._rooms():
            self._be_sound(room)
        for applicant in self._table.hears:
            self._respect_ties(applicant)
        self._model.minimize(self._cost())
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = _MOST_EFFORT
        status = solver.solve(self._model)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            raise RuntimeError(f"rooms could not be dealt out: {solver.status_name(status)}")
        return self._read(solver, proved=status == cp_model.OPTIMAL)

    def _rooms(self) -> range:
        return range(self._table.juries)

    def _seat_everybody(self) -> None:
        members = self._table.members
        for member in members:
            self._model.add_exactly_one(self._sits[member, room] for room in self._rooms())
        for post, kind in enumerate(self._panel.posts):
            for room in self._rooms():
                seated = [self._sits[m, room] for m in members if m[0] == post]
                self._model.add(sum(seated) == kind.count)
        first = [m for m in members if m[0] == 0]
        if self._panel.posts[0].count == 1:  # rooms are alike: name them after the first seat
            for room, member in enumerate(first):
                self._model.add(self._sits[member, room] == 1)

    def _be_sound(self, room: int) -> None:
        """Enough candidacies, voters of both sexes, nobody beside whom they must not sit with."""
        model, sound = self._model, self._sound[room]
        heard = [self._heard[applicant, room] for applicant in self._table.hears]
        model.add(sum(heard) >= self._problem.least(self._table.place)).only_enforce_if(sound)
        for one in heard:
            model.add_implication(one, sound)
        for sex in (Sex.FEMALE, Sex.MALE) if self._panel.mixed_voters else ():
            model.add_bool_or(self._voting(sex, room)).only_enforce_if(sound)
        members = {examiner: member for member in self._table.members for examiner in member[1:]}
        for pair in self._problem.apart:
            if members.keys() >= set(pair):
                one, other = (self._sits[members[examiner], room] for examiner in pair)
                model.add_bool_or(one.negated(), other.negated(), sound.negated())

    def _hear_within_time(self) -> None:
        lengths = self._problem.minutes
        windows = self._problem.places[self._table.place].windows
        fullest = patterns(windows, lengths)
        for applicant in self._table.hears:
            self._model.add_at_most_one(self._heard[applicant, room] for room in self._rooms())
        for room in self._rooms():
            chosen = [self._model.new_bool_var("") for _ in fullest]
            self._model.add_exactly_one(chosen)
            for rank, minutes in enumerate(lengths):
                heard = [
                    self._heard[a, room]
                    for a in self._table.hears
                    if self._problem.applicants[a].minutes == minutes
                ]
                most = sum(p[rank] * c for p, c in zip(fullest, chosen, strict=True))
                self._model.add(sum(heard) <= most)

    def _respect_ties(self, applicant: int) -> None:
        excluded = self._problem.applicants[applicant].excluded
        spare = self._problem.spare_votes(self._table.panel)
        for room in self._rooms():
            heard = self._heard[applicant, room]
            for member in self._table.members:
                if member[1] in excluded:
                    self._model.add_implication(heard, self._sits[member, room].negated())
            recused = self._recused(applicant, room)
            if len(recused) > spare:
                self._model.add(sum(recused) <= spare).only_enforce_if(heard)

    def _recused(self, applicant: int, room: int) -> list[cp_model.IntVar]:
        silent = self._problem.applicants[applicant].recused
        return [
            self._sits[member, room]
            for member in self._table.members
            if member[1] in silent and self._panel.posts[member[0]].seat.deliberates
        ]

    def _cost(self) -> cp_model.LinearExprT:
        """Return what dealing changes: who is left out, women and men, then recusals and chairs."""
        model = self._model
        heard = sum(self._heard.values())
        lonely, missing, wishes = [], [], []
        for room in self._rooms():
            for sex in (Sex.FEMALE, Sex.MALE) if self._panel.balanced else ():
                present = sum(self._of_sex(sex, room))
                lonely.append(self._shortfall(1, present))
                missing.append(self._shortfall(self._panel.half, present))
            wishes.append(self._shortfall(1, sum(self._willing(room))))
            for applicant in self._table.hears:
                for seated in self._recused(applicant, room):
                    both = model.new_bool_var("")
                    model.add(both >= seated + self._heard[applicant, room] - 1)
                    wishes.append(both)
        pairs = self._meeting()
        wish = len(pairs) + 1
        light = wish * (len(wishes) + 1)
        middle = light * (len(self._table.members) + 1)
        heavy = middle * (len(lonely) + 1)
        return (
            sum(pairs)
            + wish * sum(wishes)
            + light * sum(missing)
            + middle * sum(lonely)
            - heavy * heard
        )

    def _meeting(self) -> list[cp_model.IntVar]:
        """Return, for each room and two who have met, whether they meet there."""
        member_of = {member[1]: member for member in self._table.members}
        found = []
        for pair in pairs_of(member_of):
            for room in self._rooms() if pair in self._met else ():
                one, other = (self._sits[member_of[examiner], room] for examiner in pair)
                both = self._model.new_bool_var("")
                self._model.add(both >= one + other - 1)
                found.append(both)
        return found

    def _shortfall(self, wanted: int, present: cp_model.LinearExprT) -> cp_model.IntVar:
        short = self._model.new_int_var(0, wanted, "")
        self._model.add(short >= wanted - present)
        return short

    def _of_sex(self, sex: Sex, room: int) -> list[cp_model.IntVar]:
        profiles = self._problem.profiles
        members = self._table.members
        return [self._sits[m, room] for m in members if profiles[m[1]].sex is sex]

    def _voting(self, sex: Sex, room: int) -> list[cp_model.IntVar]:
        posts, profiles = self._panel.posts, self._problem.profiles
        members = (m for m in self._table.members if posts[m[0]].seat.deliberates)
        return [self._sits[m, room] for m in members if profiles[m[1]].sex is sex]

    def _willing(self, room: int) -> list[cp_model.IntVar]:
        return [
            self._sits[member, room]
            for member in self._table.members
            if self._panel.posts[member[0]].seat.deliberates
            and not self._problem.profiles[member[1]].declines
        ]

    def _read(self, solver: cp_model.CpSolver, *, proved: bool) -> Deal:
        table = self._table
        sittings = tuple(
            Sitting(
                table.place,
                "",
                table.panel,
                tuple(m for m in table.members if solver.boolean_value(self._sits[m, room])),
                tuple(a for a in table.hears if solver.boolean_value(self._heard[a, room])),
            )
            for room in self._rooms()
        )
        heard = {applicant for sitting in sittings for applicant in sitting.hears}
        return Deal(sittings, tuple(a for a in table.hears if a not in heard), proved)
