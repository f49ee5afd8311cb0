"""The immutable input of the search, read from the facts of a session through the domain's rules.

Where a rule becomes a constraint (nothing below repeats a rule: each is asked of the domain):

* the person in the seat (JURY-02, -07, -09, -10, -11, -12, -21): `Place.openings` holds only those
  of whom `check_juror` finds nothing that blocks; its warnings are the price of the person;
* the candidate on the day (ROUTE, CERT, CAND, TRAIN, VAE, HEAR-05 to -08): `Applicant.places` holds
  only the days on which `check_hearing` finds nothing that blocks; VAE-05 makes a place late;
* what holds between persons is left to the constraints: ties and annulled juries (TIE-01, JURY-16)
  as `Applicant.excluded`, recusals and quorum (TIE-02, HEAR-03) as `Applicant.recused`, one seat
  per person and half-day (JURY-03, -12), full juries (JURY-01, -17, -19), time (HEAR-01 to -07);
* rooms and sites (ROOM-01 to -05, SITE-01) are read by `sites`: which panels a room holds, when it
  is open and for whom; nobody takes a way for which there is no time (`ways`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import Seat
from jurydesk.domain.people import Sex
from jurydesk.domain.session import Juror, Jury
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.ways import Way, too_far, ways_of

Half = tuple[date, HalfDay]
Window = tuple[int, int]
"""Free time, in minutes since midnight."""
Member = tuple[int, str, str]
"""An examiner, the kind of seat, and the certification that is judged."""
Openings = tuple[Mapping[int, int], ...]
"""By post: who may sit there, and at what price."""


@dataclass(frozen=True, slots=True)
class Post:
    """The seats of a composition that ask for the same; `count` of them."""

    seat: Seat
    count: int

    @property
    def terms(self) -> tuple[str, bool, bool]:
        """Return what is copied into the juror who takes the seat."""
        return self.seat.kind, self.seat.external, self.seat.deliberates


@dataclass(frozen=True)
class Panel:
    """A composition to be filled. A jury has one: candidacies of different panels never meet."""

    seats: tuple[Seat, ...]
    balanced: bool
    """Whether women and men must both sit."""
    mixed_voters: bool = False
    """Whether no jury may sit in which those who deliberate are all women, or all men."""
    certification: str = ""
    """Code of what it judges; two that are composed alike still hear other people."""

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Return the seats, the identical ones taken together."""
        return tuple(Post(s, self.seats.count(s)) for s in dict.fromkeys(self.seats))

    @property
    def voters(self) -> int:
        """Return how many members deliberate."""
        return sum(seat.deliberates for seat in self.seats)

    @property
    def half(self) -> int:
        """Return how many women, and how many men, make a balanced jury."""
        return len(self.seats) // 2


@dataclass(frozen=True)
class Place:
    """A half-day with the rooms that are alike in it; a pinned jury is a place of its own."""

    day: date
    half_day: HalfDay
    rooms: tuple[str, ...]
    windows: tuple[Window, ...]
    openings: tuple[Openings, ...]
    """By panel."""
    whole_day: bool = False
    """Whether a jury sits here in the morning and in the afternoon, with the same members."""
    jury: Jury | None = None
    """The pinned jury; its members sit, its vacant seats are to be filled."""
    fixed: tuple[tuple[int, ...], ...] = ()
    """The members of the pinned jury, by post of its panel."""
    panel: int | None = None
    """The only panel that may sit here; None: any."""
    heard: tuple[frozenset[int], ...] = ()
    """For each pinned hearing, the examiners who may not deliberate on it."""
    chair: int | None = None
    """Who presides here if seated with a vote: pinned, or told so."""
    former: frozenset[Member] = frozenset()
    """Whoever was told to come here; such a place has one room."""
    closed_to: frozenset[int] = frozenset()
    """Panels that are too large for the rooms."""
    site: int = 0
    """The site of the rooms; 0: none is known."""
    span: Window | None = None
    """From when until when people are there at the most; None where no site is known."""

    @property
    def half(self) -> Half:
        """Return the half-day as a key that sorts in time."""
        return self.day, self.half_day

    @property
    def halves(self) -> tuple[Half, ...]:
        """Return the half-days on which a jury of this place sits."""
        return tuple((self.day, half) for half in HalfDay) if self.whole_day else (self.half,)

    @cached_property
    def longest(self) -> int:
        """Return how many minutes there are without a break, at the most."""
        return max((end - start for start, end in self.windows), default=0)

    def bound_members(self, post: int) -> tuple[int, ...]:
        """Return who is pinned to that post."""
        return self.fixed[post] if self.fixed else ()


@dataclass(frozen=True)
class Applicant:
    """A candidacy to be heard."""

    candidacy_id: int
    person: int
    panel: int
    minutes: int
    places: frozenset[int]
    """Where the candidacy may be heard, juries apart."""
    late: frozenset[int]
    """Those of the places that come after its legal clock."""
    late_unless_placed: bool
    """Whether the clock runs out before the session ends."""
    excluded: frozenset[int]
    """Examiners who may not sit before this candidate."""
    recused: frozenset[int]
    """Examiners who may sit, but not deliberate on this candidate."""
    former: int | None = None
    """Where the candidate was told to come, if that place can still be had."""
    was_told: bool = False
    """Whether the candidate was told to come anywhere."""
    prices: Mapping[int, int] = field(default_factory=dict)
    """By place: how little the candidate likes it, where that is not 0."""

    @property
    def is_tied(self) -> bool:
        """Tell whether any examiner must be avoided."""
        return bool(self.excluded or self.recused)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the objective looks at in an examiner."""

    sex: Sex
    load: int
    """Juries of last year and of the other sessions."""
    declines: bool
    """Whether the person would rather not preside."""
    presided: int = 0
    """Juries presided in the year before."""
    most: int | None = None
    """In how many juries the person may sit; None: any number."""


@dataclass(frozen=True)
class Problem:
    """Everything that the search needs, and nothing else."""

    facts: SessionFacts
    """With the pinned juries and hearings only."""
    panels: tuple[Panel, ...]
    places: tuple[Place, ...]
    applicants: tuple[Applicant, ...]
    profiles: Mapping[int, Profile]
    quorum: int
    closed: tuple[Jury, ...] = ()
    """Pinned juries that break a rule: kept as they are, with their pinned hearings only."""
    fewest: int = 1
    """How many candidacies it takes to convene a jury that is not pinned."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Examiners who may not sit in one jury, the lower number first."""

    met: frozenset[tuple[int, int]] = frozenset()
    """Examiners who sat together in the year before, the lower number first."""
    was_told: bool = False
    """Whether people know a plan, so that changes to it count."""
    lost: int = 0
    """Appointments of examiners that cannot be kept whatever is decided: their place is gone."""

    @cached_property
    def former_members(self) -> frozenset[tuple[int, int, str, str]]:
        """Return the place of whoever was told to come, and what they were told."""
        return frozenset(
            (number, *member) for number, place in enumerate(self.places) for member in place.former
        )

    @cached_property
    def strangers(self) -> Mapping[int, frozenset[int]]:
        """Return, by examiner, with whom that person may not sit."""
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in self.apart:
            found[one].add(other)
            found[other].add(one)
        return {number: frozenset(others) for number, others in found.items()}

    @cached_property
    def total(self) -> int:
        """Return how many candidacies are to be heard, those pinned before a sound jury too."""
        return len(self.applicants) + sum(len(place.heard) for place in self.places)

    @cached_property
    def minutes(self) -> tuple[int, ...]:
        """Return the different lengths of hearings."""
        return tuple(sorted({a.minutes for a in self.applicants if a.places}))

    @cached_property
    def most_juries(self) -> int:
        """Return how many juries can sit at the most."""
        return sum(len(place.rooms) for place in self.places)

    def least(self, place: int) -> int:
        """Return how many candidacies it takes to convene a jury there: one for each half-day."""
        return max(self.fewest, len(self.places[place].halves))

    @cached_property
    def half_places(self) -> Mapping[int, tuple[int, int]]:
        """Return, by place of whole days, those of its morning and its afternoon."""
        found: dict[int, tuple[int, int]] = {}
        for number, whole in enumerate(self.places):
            if whole.whole_day:
                morning, afternoon = (
                    n
                    for n, p in enumerate(self.places)
                    if (p.day, p.rooms) == (whole.day, whole.rooms)
                    and p.jury is None
                    and not p.whole_day
                )
                found[number] = morning, afternoon
        return found

    @cached_property
    def rooms_of(self) -> Mapping[int, int]:
        """Return, by place, whose rooms it uses: those of the whole day, or its own."""
        whole = {half: number for number, halves in self.half_places.items() for half in halves}
        return {number: whole.get(number, number) for number in range(len(self.places))}

    def seen_from(self, applicant: Applicant, place: int | None) -> int | None:
        """Return where an applicant is heard: of a whole day, the half-day they were told of."""
        if place is not None and applicant.former in self.half_places.get(place, ()):
            return applicant.former
        return place

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Return the ways between sites that cannot be taken, or that cost something."""
        return ways_of(self.places, self.facts.sites)

    @cached_property
    def far(self) -> Mapping[int, frozenset[int]]:
        """Return, by place, where nobody can be on that day who is there."""
        return too_far(self.ways)

    def spare_votes(self, panel: int) -> int:
        """Return how many deliberating members a candidate can do without."""
        return self.panels[panel].voters - self.quorum

    def may_sit(self, place: int) -> tuple[int, ...]:
        """Return the panels that may sit at a place."""
        where = self.places[place]
        all_of_them = tuple(range(len(self.panels))) if where.panel is None else (where.panel,)
        return tuple(panel for panel in all_of_them if panel not in where.closed_to)

    def hears(self, place: int, panel: int) -> tuple[int, ...]:
        """Return the applicants whom that panel may hear at that place."""
        return self._hears.get((place, panel), ())

    @cached_property
    def _hears(self) -> dict[tuple[int, int], tuple[int, ...]]:
        index: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, applicant in enumerate(self.applicants):
            for place in applicant.places:
                index[place, applicant.panel].append(number)
        return {key: tuple(numbers) for key, numbers in index.items()}


class IllegalPlan(RuntimeError):
    """The search came to a plan that the rules refuse: a fault of ours, never of the data."""


def minutes_of(moment: time) -> int:
    """Return the minutes since midnight."""
    return moment.hour * 60 + moment.minute


def juror(examiner_id: int, seat: Seat) -> Juror:
    """Return the examiner on the terms of the seat."""
    return Juror(examiner_id, seat.kind, external=seat.external, deliberates=seat.deliberates)
