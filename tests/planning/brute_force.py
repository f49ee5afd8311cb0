"""Every plan of a tiny world, tried one by one: what the search claims to be best must be best.

Like the auditor it works on the stored fields, and shares no function with planning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import product

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_rules import SessionFacts
from tests.planning.checker import breaches, late
from tests.planning.journeys import frame, is_impossible
from tests.planning.pricing import rotation_of

Costs = tuple[int, ...]
Plan = tuple[list[Jury], dict[int, Jury | None]]
"""Juries, and which of them hears each candidacy."""
LAW = 4
"""How many parts are the law's."""
Known = frozenset[tuple[object, ...]]
"""What people were told: who, day, half-day, room, certification, seat."""


def best_costs(facts: SessionFacts, known: Known = frozenset()) -> Costs:
    """Return the least cost part by part: left out, one sex, late, changes, juries, balance.

    What is `known` is compared with the plan appointment by appointment; nothing known, no changes.
    """
    return min(_costs(facts, *plan, known) for plan in _Trial(facts).plans())


def least_of(facts: SessionFacts, part: str) -> Costs:
    """Return the least cost of a part of the rotation, the law's parts before it."""
    best: Costs = ()
    for juries, given in _Trial(facts).plans():
        law = _costs(facts, juries, given, frozenset())[:LAW]
        if best and law > best[:LAW]:
            continue
        heard = tuple(_hearing(facts, j, n, 0) for n, j in given.items() if j is not None)
        costs = (*law, rotation_of(facts, tuple(juries), heard)[part])
        best = min(best, costs) if best else costs
    return best


def told(juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]) -> Known:
    """Return what people are told of a plan."""
    where = {
        jury.number: (jury.day, jury.half_day, jury.room, jury.certification) for jury in juries
    }
    heard = {("candidate", h.candidacy_id, *where[h.jury], "") for h in hearings}
    sit = {("examiner", j.examiner_id, *where[y.number], j.seat) for y in juries for j in y.jurors}
    return frozenset(heard | sit)


class _Trial:
    """One world, with what was already found out about it."""

    def __init__(self, facts: SessionFacts) -> None:
        self._facts = facts
        self._fits: dict[tuple[Jury, tuple[int, ...]], bool] = {}

    def plans(self) -> Iterator[Plan]:
        """Yield every plan that no rule forbids."""
        choices = [[None, *_juries(self._facts, place)] for place in _places(self._facts)]
        for juries in product(*choices):
            if not _meet(juries) and not _part(self._facts, juries):
                yield from self._hearings([jury for jury in juries if jury is not None])

    def _hearings(self, juries: list[Jury]) -> Iterator[Plan]:
        """Yield every way to give the candidacies to the juries."""
        numbers = self._facts.session.candidacies
        options = [[None, *(j for j in juries if self._fit(j, (n,)))] for n in numbers]
        for chosen in product(*options):
            given = dict(zip(numbers, chosen, strict=True))
            mine = {j: tuple(n for n in numbers if given[n] is j) for j in juries}
            if all(mine.values()) and all(self._fit(j, mine[j]) for j in juries):
                yield juries, given

    def _fit(self, jury: Jury, mine: tuple[int, ...]) -> bool:
        """Tell whether the last of them can be heard by the jury, after the others."""
        if (jury, mine) not in self._fits:
            before = sum(_minutes(self._facts, number) for number in mine[:-1])
            last = _hearing(self._facts, jury, mine[-1], before)
            self._fits[jury, mine] = not breaches(self._facts, (jury,), (last,))
        return self._fits[jury, mine]


def _places(facts: SessionFacts) -> Iterator[Jury]:
    number = 0
    for day in facts.session.days:
        for half_day in HalfDay:
            for room in facts.session.rooms:
                number += 1
                yield Jury(number, day, half_day, room, certification="")


def _juries(facts: SessionFacts, place: Jury) -> Iterator[Jury]:
    compositions = {
        (sheet.code, terms.composition.seats)
        for sheet in facts.certifications.values()
        for terms in sheet.routes
        if terms.composition is not None
    }
    for code, seats in sorted(compositions, key=str):
        for people in product(sorted(facts.examiners), repeat=len(seats)):
            jurors = tuple(
                Juror(person, seat.kind, seat.external, seat.deliberates)
                for person, seat in zip(people, seats, strict=True)
            )
            voting = [j.examiner_id for j in jurors if j.deliberates]
            jury = replace(place, certification=code, jurors=jurors, president_id=voting[0])
            if not breaches(facts, (jury,), ()):
                yield jury


def _meet(juries: tuple[Jury | None, ...]) -> bool:
    seats = Counter(
        (jury.day, jury.half_day, juror.examiner_id)
        for jury in juries
        if jury is not None
        for juror in jury.jurors
    )
    return any(count > 1 for count in seats.values())


def _part(facts: SessionFacts, juries: tuple[Jury | None, ...]) -> bool:
    """Tell whether somebody would have to be on two sites that are too far apart."""
    return is_impossible(facts, tuple(jury for jury in juries if jury is not None))


def _hearing(facts: SessionFacts, jury: Jury, number: int, after: int) -> Hearing:
    candidacy = facts.candidacies[number]
    first = frame(facts, jury)[0]
    start = datetime.combine(jury.day, time(first // 60, first % 60)) + timedelta(minutes=after)
    length = timedelta(minutes=_minutes(facts, number))
    tied = tuple(
        tie.examiner_id
        for tie in facts.ties
        if tie.candidate_id == candidacy.candidate_id and tie.state.value != "SET_ASIDE"
    )
    return Hearing(number, jury.number, start, start + length, tied)


def _minutes(facts: SessionFacts, number: int) -> int:
    minutes = facts.session.hours.minutes
    if not facts.candidacies[number].extra_time:
        return minutes
    third = minutes / 3
    return next(m for m in range(0, 10 * minutes, 5) if m >= minutes + third)


def _costs(
    facts: SessionFacts, juries: list[Jury], given: dict[int, Jury | None], known: Known
) -> Costs:
    last = max(facts.session.days)
    left_out = sum(jury is None for jury in given.values())
    overdue = sum(
        late(facts.candidacies[number], jury.day if jury else last)
        for number, jury in given.items()
    )
    alone = missing = 0
    for jury in juries:
        sexes = Counter(facts.examiners[j.examiner_id].sex.value for j in jury.jurors)
        half = len(jury.jurors) // 2
        alone += (not sexes["F"]) + (not sexes["M"])
        missing += max(0, half - sexes["F"]) + max(0, half - sexes["M"])
    hearings = tuple(_hearing(facts, jury, n, 0) for n, jury in given.items() if jury is not None)
    changes = len(told(tuple(juries), hearings) ^ known) if known else 0
    return left_out, alone, overdue, changes, len(juries), missing
