"""A second reader of explanations: may these be heard, while those facts hold and no others?

It is written down from the stored fields and imports no function of planning: each seat of each
room is a variable of its own, nothing is counted, nothing is shared with the model it reads after.
Of the rules it asks only which of them keep a candidacy from a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import blocking
from jurydesk.domain.session import Hearing, Jury
from jurydesk.domain.session_rules import check_hearing

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.certification import Composition, Seat
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session_rules import SessionFacts

Half = tuple[date, HalfDay]
STRICT_SINCE = date(2024, 4, 13)
LONGEST = timedelta(hours=4)
"""By how much a half-day may be longer once nobody holds to its hours."""
ROOMS_MORE = 1
_OF_NO_JURY = {"HEAR-02", "HEAR-03", "HEAR-08"}
"""What is found only because the jury of the question has no members."""


class Key(NamedTuple):
    """What a fact is about."""

    kind: str
    examiner: int = 0
    candidacy: int = 0
    day: date | None = None
    half_day: HalfDay | None = None
    seat: str = ""
    code: str = ""
    certification: str = ""


@dataclass
class Reader:
    """One session, of which some facts hold: `only` those, or all but those in `without`."""

    facts: SessionFacts
    only: Collection[Key] | None = None
    without: Mapping[Key, int] = field(default_factory=dict)
    """Facts given up, and by how much: quarters of an hour, persons to be found."""
    mixed: bool = False

    def can_hear(self, must: Collection[int]) -> bool:
        return self.most_heard(must, ()) is not None

    def most_heard(self, must: Collection[int], waiting: Collection[int]) -> int | None:
        """How many of those who wait can be heard beside those who must; None: not even those."""
        return _Plain(self, tuple(must), tuple(waiting)).solve()

    def holds(self, *about: object, **more: object) -> bool:
        asked = Key(*about, **more)  # type: ignore[arg-type]  # -- keywords from data
        return asked not in self.without if self.only is None else asked in self.only

    def given(self, *about: object, **more: object) -> int | None:
        """By how much a fact is given up that does not hold; None: by as much as one likes."""
        asked = Key(*about, **more)  # type: ignore[arg-type]  # -- keywords from data
        return self.without.get(asked) if self.only is None else None

    @property
    def halves(self) -> list[Half]:
        return [
            (d, h)
            for d in sorted(set(self.facts.session.days))
            for h in HalfDay
            if self.minutes(h) > 0
        ]

    def minutes(self, half_day: HalfDay) -> int:
        hours = self.facts.session.hours
        morning = (hours.start, min(hours.lunch_start, hours.end))
        first, last = (
            morning if half_day == "am" else (max(hours.lunch_end, hours.start), hours.end)
        )
        return (last.hour - first.hour) * 60 + last.minute - first.minute

    def panel(self, number: int) -> tuple[str, tuple[Seat, ...]]:
        """The certification aimed at and the seats of its jury: juries judge one of them."""
        candidacy = self.facts.candidacies[number]
        composition = self._composition(candidacy)
        return candidacy.certification, composition.seats if composition else ()

    def _composition(self, candidacy: Candidacy) -> Composition | None:
        sheet = self.facts.certifications[candidacy.certification]
        terms = [t for t in sheet.routes if t.route == candidacy.route]
        return terms[0].composition if terms else None

    def may_come(self, number: int, day: date) -> bool:
        """Tell whether the file, its route and its wishes let the candidacy be heard that day."""
        candidacy = self.facts.candidacies[number]
        composition, code = self._composition(candidacy), candidacy.certification
        settled = composition is not None and composition.status.value != "PROPOSED"
        if not settled and self.holds("COMPOSITION", code=candidacy.route, certification=code):
            return False
        votes = sum(seat.deliberates for seat in composition.seats) if composition else 0
        few = votes < max(2, self.facts.limits.quorum)
        if composition and few and self.holds("QUORUM", code=candidacy.route, certification=code):
            return False
        codes = rules_against(self.facts, candidacy, day)
        return not any(self.holds("RULE", candidacy=number, code=code) for code in codes)

    def may_sit(self, person: Examiner, seat: Seat, half: Half, code: str) -> bool:
        qualified = seat.kind in {q.seat for q in person.qualifications}
        if not person.active or not qualified or (seat.external and person.of_certifier):
            return False
        day, half_day = half
        covered = any(m.start <= day <= m.end for m in person.mandates)
        judges = person.judges is None or code in person.judges
        reasons = [
            ("AWAY", _says(person, half, "AWAY")),
            ("BUSY", (person.id, day, half_day) in self.facts.elsewhere),
        ]
        if any(true and self.holds(kind, person.id, 0, day, half_day) for kind, true in reasons):
            return False
        if not covered and self.holds("MANDATE", person.id):
            return False
        return judges or not self.holds("SCOPE", person.id, certification=code)

    def ties(self, number: int) -> tuple[set[int], set[int]]:
        """Who may not sit before a candidate, and who may without deliberating."""
        candidacy = self.facts.candidacies[number]
        begun = candidacy.begun or candidacy.admissibility.received
        is_strict = candidacy.route.value == "EXPERIENCE" and (
            begun is None or begun >= STRICT_SINCE
        )
        tied = {
            tie.examiner_id
            for tie in self.facts.ties
            if tie.candidate_id == candidacy.candidate_id
            and tie.state.value != "SET_ASIDE"
            and self.holds("TIE", tie.examiner_id, number)
        }
        annulled = {
            who
            for c, who in self.facts.excluded
            if c == number and self.holds("ANNULLED", who, number)
        }
        return (tied | annulled, set()) if is_strict else (annulled, tied - annulled)

    @property
    def is_mixed(self) -> bool:
        return self.mixed and self.holds("ONE_SEX")


def _says(person: Examiner, half: Half, kind: str) -> bool:
    day, half_day = half
    return any(
        a.kind.value == kind
        and a.start <= day <= a.end
        and a.half_day in {None, half_day}
        and a.weekday in {None, day.weekday()}
        for a in person.absences
    )


def rules_against(facts: SessionFacts, candidacy: Candidacy, day: date) -> set[str]:
    """The codes of the rules that keep a candidacy from a day, whoever sits."""
    from dataclasses import replace

    code = candidacy.certification
    jury = Jury(0, day, HalfDay.PM, room="", certification=code)
    session = replace(facts.session, juries=(jury,), hearings=(), candidacies=())
    hours = session.hours
    half_day = HalfDay.PM
    first, last = hours.bounds(half_day)
    if first == last:
        jury = replace(jury, half_day=HalfDay.AM)
        session = replace(session, juries=(jury,))
        first = hours.bounds(HalfDay.AM)[0]
    start = datetime.combine(day, first)
    length = hours.length(extra_time=candidacy.extra_time)
    found = check_hearing(
        replace(facts, session=session), Hearing(candidacy.id, 0, start, start + length)
    )
    return {f.code for f in blocking(found)} - _OF_NO_JURY


class _Plain:
    """The model: a jury in each room of each half-day, each seat apart."""

    def __init__(self, reader: Reader, must: tuple[int, ...], waiting: tuple[int, ...]) -> None:
        from ortools.sat.python import cp_model

        self._reader, self._facts = reader, reader.facts
        self._must, self._waiting = must, waiting
        self._people = (*must, *waiting)
        self.model = cp_model.CpModel()
        rooms = len(set(self._facts.session.rooms))
        rooms += 0 if reader.holds("ROOMS") else ROOMS_MORE
        self._desks = [(half, room) for half in reader.halves for room in range(rooms)]
        panels = {reader.panel(n) for n in self._people}
        self._panels = sorted(panels, key=repr)
        self._heard: dict[tuple[int, Half, int], cp_model.IntVar] = {}
        self._sits: dict[tuple[Half, int, int], cp_model.IntVar] = {}
        self._chairs: dict[tuple[Half, int, int, int, int], cp_model.IntVar] = {}
        """By half-day, room, panel, number of the seat and examiner; negative: to be found."""
        for half, room in self._desks:
            self._add_jury(half, room)
        self._once()
        self._share()
        for half, room in self._desks:
            self._limit_time(half, room)
            for number in self._people:
                self._respect_ties(number, half, room)

    def solve(self) -> int | None:
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = 120
        wanted = [v for (n, _, _), v in self._heard.items() if n in self._waiting]
        self.model.maximize(sum(wanted))
        status = solver.solve(self.model)
        assert status in {cp_model.OPTIMAL, cp_model.INFEASIBLE}, solver.status_name(status)
        return round(solver.objective_value) if status == cp_model.OPTIMAL else None

    def _add_jury(self, half: Half, room: int) -> None:
        model = self.model
        for number, (code, seats) in enumerate(self._panels):
            sits = self._sits[half, room, number] = model.new_bool_var("")
            for rank, seat in enumerate(seats):
                may = [
                    p
                    for p in self._facts.examiners.values()
                    if self._reader.may_sit(p, seat, half, code)
                ]
                for person in may:
                    self._chairs[half, room, number, rank, person.id] = model.new_bool_var("")
                for sex in (-1, -2):
                    if not self._reader.holds("NOBODY_ELSE", seat=seat.kind):
                        self._chairs[half, room, number, rank, sex] = model.new_bool_var("")
                taken = [v for k, v in self._chairs.items() if k[:4] == (half, room, number, rank)]
                model.add(sum(taken) == sits)
            self._mix(half, room, number)
        model.add_at_most_one(self._sits[half, room, n] for n in range(len(self._panels)))
        for number in self._people:
            if self._reader.may_come(number, half[0]):
                panel = self._panels.index(self._reader.panel(number))
                heard = self._heard[number, half, room] = model.new_bool_var("")
                model.add_implication(heard, self._sits[half, room, panel])

    def _mix(self, half: Half, room: int, panel: int) -> None:
        if not self._reader.is_mixed:
            return
        for sex, found in (("F", -1), ("M", -2)):
            there = [
                v
                for k, v in self._chairs.items()
                if k[:3] == (half, room, panel)
                and (k[4] == found or (k[4] > 0 and self._facts.examiners[k[4]].sex.value == sex))
            ]
            self.model.add(sum(there) >= self._sits[half, room, panel])

    def _once(self) -> None:
        for number in self._people:
            heard = [v for k, v in self._heard.items() if k[0] == number]
            if not self._reader.halves and not self._reader.holds("DAYS"):
                continue
            if number in self._must:
                self.model.add(sum(heard) == 1)
            else:
                self.model.add(sum(heard) <= 1)

    def _share(self) -> None:
        """One seat per person and half-day; so many may be found of each kind of seat."""
        by_person = defaultdict(list)
        lent = defaultdict(list)
        for (half, _, panel, rank, who), variable in self._chairs.items():
            if who > 0:
                by_person[half, who].append(variable)
            else:
                lent[self._panels[panel][1][rank].kind, half, who].append(variable)
        for variables in by_person.values():
            self.model.add_at_most_one(variables)
        for kind in {kind for kind, _, _ in lent}:
            most = self._reader.given("NOBODY_ELSE", seat=kind)
            women = self.model.new_int_var(0, 10_000, "")
            men = self.model.new_int_var(0, 10_000, "")
            if most is not None:
                self.model.add(women + men == most)
            for (k, _, sex), variables in lent.items():
                if k == kind:
                    self.model.add(sum(variables) <= (women if sex == -1 else men))

    def _limit_time(self, half: Half, room: int) -> None:
        hours = self._facts.session.hours
        total = 0
        longest = 0
        for number in self._people:
            heard = self._heard.get((number, half, room))
            minutes = hours.minutes
            if self._facts.candidacies[number].extra_time:
                minutes = next(m for m in range(0, 10 * minutes, 5) if 3 * m >= 4 * minutes)
            longest = max(longest, minutes)
            if heard is not None:
                total += minutes * heard
        limit = self._reader.minutes(half[1])
        if not self._reader.holds("HOURS", half_day=half[1]):
            quarters = self._reader.given("HOURS", half_day=half[1])
            most = max(LONGEST, timedelta(minutes=15 * -(-longest // 15)))
            more = timedelta(minutes=15 * quarters) if quarters is not None else most
            limit += int(more.total_seconds()) // 60
        self.model.add(total <= limit)

    def _respect_ties(self, number: int, half: Half, room: int) -> None:
        heard = self._heard.get((number, half, room))
        if heard is None:
            return
        panel = self._panels.index(self._reader.panel(number))
        seats = self._panels[panel][1]
        excluded, recused = self._reader.ties(number)
        silent = []
        for (h, r, p, rank, who), chair in self._chairs.items():
            if (h, r, p) != (half, room, panel):
                continue
            if who in excluded:
                self.model.add_implication(heard, ~chair)
            elif who in recused and seats[rank].deliberates:
                silent.append(chair)
        votes = sum(seat.deliberates for seat in seats)
        spare = max(0, votes - self._facts.limits.quorum)
        self.model.add(sum(silent) <= spare).only_enforce_if(heard)
