"""A legal plan at once, as a careful secretary makes it: the least flexible candidate first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from jurydesk.planning.day_juries import shortened
from jurydesk.planning.objective import Sitting
from jurydesk.planning.problem import Half, Problem
from jurydesk.planning.seating import Request, has_time, may_hear, seat


def first_plan(problem: Problem) -> tuple[Sitting, ...]:
    """Return a legal plan, made without going back on any choice."""
    return _Desk(problem).plan()


@dataclass
class _Desk:
    """What the secretary has written down so far."""

    problem: Problem
    sittings: list[Sitting] = field(default_factory=list)
    waiting: dict[int, None] = field(default_factory=dict)
    """Applicants without a place, the least flexible first."""
    busy: dict[Half, set[int]] = field(default_factory=lambda: defaultdict(set))
    seated: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Examiners seated, by place."""
    heard: set[tuple[Half, int]] = field(default_factory=set)
    """Persons heard, by half-day: somebody may have two candidacies."""
    load: Counter[int] = field(default_factory=Counter)
    full: set[int] = field(default_factory=set)
    """Examiners who sit in as many juries as they may."""
    rank: dict[int, int] = field(default_factory=dict)
    """By applicant: how many are less flexible."""
    used: Counter[int] = field(default_factory=Counter)
    """Rooms used, by place."""
    company: Counter[tuple[int, int]] = field(default_factory=Counter)
    """By place and panel, how many of those who wait may be heard there."""

    def plan(self) -> tuple[Sitting, ...]:
        applicants = self.problem.applicants
        order = sorted(range(len(applicants)), key=lambda a: (len(applicants[a].places), a))
        self.waiting = dict.fromkeys(order)
        self._count(order, 1)
        self.rank = {applicant: rank for rank, applicant in enumerate(order)}
        for number, place in enumerate(self.problem.places):
            if place.panel is not None:
                self._open(number, place.panel, leader=None)
        for leader in order:
            if leader in self.waiting:
                self._place(leader)
        return tuple(shortened(self.problem, self.sittings))

    def _place(self, leader: int) -> None:
        """Open a jury for the leading applicant where it has most company."""
        applicant = self.problem.applicants[leader]
        free = [p for p in sorted(applicant.places) if self._is_open_to(leader, p)]
        company = {p: self.company[p, applicant.panel] for p in free}
        for place in sorted(free, key=lambda p: (p in applicant.late, -company[p])):
            if self._open(place, applicant.panel, leader=leader):
                return

    def _is_open_to(self, applicant: int, number: int) -> bool:
        place = self.problem.places[number]
        free = self.used[self.problem.rooms_of[number]] < len(place.rooms)
        person = self.problem.applicants[applicant].person
        heard = any((half, person) in self.heard for half in place.halves)
        return free and not heard and self._is_near(number, person)

    def _count(self, applicants: Iterable[int], step: int) -> None:
        for number in applicants:
            applicant = self.problem.applicants[number]
            for place in applicant.places:
                self.company[place, applicant.panel] += step

    def _open(self, number: int, panel: int, *, leader: int | None) -> bool:
        place = self.problem.places[number]
        away = (self.seated[other] for other in self.problem.far.get(number, ()))
        taken = self.full.union(*away, *(self.busy[half] for half in place.halves))
        request = Request(number, panel, leader, frozenset(taken))
        members = seat(self.problem, request, self.load)
        if members is None:
            return False
        sharing = self.problem.rooms_of[number]
        room = place.rooms[self.used[sharing]]
        sitting = self._fill(Sitting(number, room, panel, members), leader)
        if place.jury is None and len(sitting.hears) < self.problem.least(number):
            self._dismiss(sitting)
            return False
        self.sittings.append(sitting)
        self.used[sharing] += 1
        for half in place.halves:
            self.busy[half].update(sitting.people)
        self.seated[number].update(sitting.people)
        self.load.update(sitting.people)
        profiles = self.problem.profiles
        self.full |= {e for e in sitting.people if self.load[e] == profiles[e].most}
        return True

    def _dismiss(self, sitting: Sitting) -> None:
        """Too few would be heard: they wait again, the least flexible first."""
        applicants = self.problem.applicants
        halves = self.problem.places[sitting.place].halves
        self.heard -= {(half, applicants[a].person) for a in sitting.hears for half in halves}
        waiting = sorted((*self.waiting, *sitting.hears), key=self.rank.__getitem__)
        self.waiting = dict.fromkeys(waiting)
        self._count(sitting.hears, 1)

    def _fill(self, sitting: Sitting, leader: int | None) -> Sitting:
        """Let the jury hear the leading applicant, then whoever may join and still fits."""
        first = [] if leader is None else [leader]
        halves = self.problem.places[sitting.place].halves
        shortest = min(self.problem.minutes, default=0)
        for number in (*first, *(a for a in tuple(self.waiting) if a != leader)):
            if not self._may_join(sitting, number):
                continue
            sitting = replace(sitting, hears=(*sitting.hears, number))
            self.heard |= {(half, self.problem.applicants[number].person) for half in halves}
            del self.waiting[number]
            self._count((number,), -1)
            if self._is_full(sitting, shortest):
                break
        return sitting

    def _may_join(self, sitting: Sitting, number: int) -> bool:
        applicant = self.problem.applicants[number]
        halves = self.problem.places[sitting.place].halves
        return (
            sitting.place in applicant.places
            and applicant.panel == sitting.panel
            and not any((half, applicant.person) in self.heard for half in halves)
            and self._is_near(sitting.place, applicant.person)
            and has_time(self.problem, sitting.place, (*sitting.hears, number))
            and may_hear(self.problem, sitting, number)
        )

    def _is_near(self, place: int, person: int) -> bool:
        """Tell whether that person is heard nowhere too far on that day, for another candidacy."""
        far = self.problem.far.get(place)
        if not far:
            return True
        applicants = self.problem.applicants
        there = (a for sitting in self.sittings if sitting.place in far for a in sitting.hears)
        return all(applicants[applicant].person != person for applicant in there)

    def _is_full(self, sitting: Sitting, shortest: int) -> bool:
        free = sum(end - start for start, end in self.problem.places[sitting.place].windows)
        taken = sum(self.problem.applicants[number].minutes for number in sitting.hears)
        return free - taken < shortest
