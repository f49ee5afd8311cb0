"""Chooses members for one jury, by trying the best-placed persons first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from jurydesk.domain.people import Sex
from jurydesk.planning.hours import fits
from jurydesk.planning.objective import Sitting
from jurydesk.planning.presiding import voters_of
from jurydesk.planning.problem import Panel, Place, Problem

Members = tuple[tuple[int, int], ...]
"""Post and examiner."""

MOST_TRIALS = 2000
"""How many juries, complete or not, are looked at before a place is given up."""


@dataclass(frozen=True, slots=True)
class Request:
    """A jury that is wanted: where, of which composition, for whom, and without whom."""

    place: int
    panel: int
    leader: int | None
    """An applicant whom it must be able to hear."""
    taken: frozenset[int]
    """Examiners who sit in another jury then."""


def seat(problem: Problem, request: Request, load: Mapping[int, int]) -> Members | None:
    """Return members for the jury, the pinned ones among them; None where none were found."""
    return _Seating(problem, request, load).search()


def may_hear(problem: Problem, sitting: Sitting, applicant: int) -> bool:
    """Tell whether nobody seated forbids the jury to hear that applicant."""
    candidate = problem.applicants[applicant]
    if candidate.excluded.intersection(sitting.people):
        return False
    voters = voters_of(problem.panels[sitting.panel], sitting)
    return len(candidate.recused & voters) <= problem.spare_votes(sitting.panel)


def has_time(problem: Problem, place: int, hears: tuple[int, ...]) -> bool:
    """Tell whether those hearings fit into the free time of one room of the place."""
    lengths = [problem.applicants[applicant].minutes for applicant in hears]
    wanted = tuple(lengths.count(minutes) for minutes in problem.minutes)
    return fits(problem.places[place].windows, problem.minutes, wanted)


class _Seating:
    """The search for one jury."""

    def __init__(self, problem: Problem, request: Request, load: Mapping[int, int]) -> None:
        self._problem = problem
        self._request = request
        self._load = load
        self._place = problem.places[request.place]
        self._prices = self._place.openings[request.panel]
        self._panel = problem.panels[request.panel]
        self._trials = count()

    def search(self) -> Members | None:
        bound = [(post, e) for post, people in enumerate(self._place.fixed) for e in people]
        return self._complete(tuple(bound), tuple(_vacant(self._place, self._panel)))

    def _complete(self, members: Members, vacant: tuple[int, ...]) -> Members | None:
        if next(self._trials) > MOST_TRIALS or not self._is_hopeful(members):
            return None
        options = {post: self._free(members, post) for post in vacant}
        if not self._may_be_mixed(members, options):
            return None
        if not vacant:
            return members
        post = min(options, key=lambda p: len(options[p]))
        rest = list(vacant)
        rest.remove(post)
        for examiner in self._ranked(members, post, options[post]):
            found = self._complete((*members, (post, examiner)), tuple(rest))
            if found is not None:
                return found
        return None

    def _is_hopeful(self, members: Members) -> bool:
        """Tell whether the jury, complete or not, may hear whom it must."""
        request = self._request
        sitting = Sitting(request.place, "", request.panel, members)
        voters = voters_of(self._panel, sitting)
        spare = self._problem.spare_votes(request.panel)
        if any(len(silent & voters) > spare for silent in self._place.heard):
            return False
        return request.leader is None or may_hear(self._problem, sitting, request.leader)

    def _may_be_mixed(self, members: Members, options: Mapping[int, list[int]]) -> bool:
        """Tell whether both sexes can still deliberate, where they must."""
        panel, profiles = self._panel, self._problem.profiles
        if not panel.mixed_voters:
            return True
        seated = ((post, (examiner,)) for post, examiner in members)
        sexes = {
            profiles[examiner].sex
            for post, examiners in chain(seated, options.items())
            if panel.posts[post].seat.deliberates
            for examiner in examiners
        }
        return {Sex.FEMALE, Sex.MALE} <= sexes

    def _free(self, members: Members, post: int) -> list[int]:
        seated = {examiner for _, examiner in members} | self._request.taken
        strangers = self._problem.strangers
        for _, examiner in members if strangers else ():
            seated |= strangers.get(examiner, frozenset())
        return [examiner for examiner in self._prices[post] if examiner not in seated]

    def _ranked(self, members: Members, post: int, free: list[int]) -> list[int]:
        """Return the best first: of the rarer sex, not recused, with the lesser load and price."""
        profiles = self._problem.profiles
        sexes = Counter(profiles[examiner].sex for _, examiner in members)
        leader = self._request.leader
        recused = frozenset[int]() if leader is None else self._problem.applicants[leader].recused

        def rank(examiner: int) -> tuple[int, bool, int, int, int]:
            profile = profiles[examiner]
            known = profile.sex is not Sex.NOT_STATED
            crowd = sexes[profile.sex] if known else len(members)
            load = profile.load + self._load.get(examiner, 0)
            return crowd, examiner in recused, load, self._prices[post][examiner], examiner

        return sorted(free, key=rank)


def _vacant(place: Place, panel: Panel) -> Iterator[int]:
    for post, kind in enumerate(panel.posts):
        yield from [post] * (kind.count - len(place.bound_members(post)))
