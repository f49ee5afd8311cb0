"""A year of an office, played at random, and an oracle of what is due that shares no code with it.

Each path keeps plain dates of its own; `expected` reads those, walks the calendar day by day and
knows nothing of the clocks of the domain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Intake,
    Suspension,
)
from jurydesk.domain.deliberation import Appearance, Decision, Deliberation, HearingRecord
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hearing, Session, SessionStatus
from jurydesk.domain.steps import Step, StepKind
from jurydesk.services.journeys import take_step
from tests.builders import CODE, a_candidate, a_jury, an_examiner, some_jurors

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk

FIRST_DAY = date(2027, 9, 1)
"""The year holds a 29 February."""
ONE = timedelta(days=1)
HALF_HOUR = timedelta(minutes=30)
POOL = 24
PER_SESSION = 14
Due = tuple[str, str, int, date]
"""Kind of clock, whom it concerns, number of the session, last day."""


class Store(Protocol):
    """Where the office keeps what it does."""

    def __call__(self, *entities: Any) -> None:
        """Keep entities under their numbers."""
        ...


@dataclass
class Path:
    """One candidate as the oracle sees them: what happened on which day."""

    number: int
    received: date | None = None
    complete: date | None = None
    stops: list[list[date | None]] = field(default_factory=list)
    state: str = "NONE"
    decided: date | None = None
    notified: date | None = None
    step: date | None = None
    filed: date | None = None
    returned: date | None = None
    session: int = 0
    heard: date | None = None
    ended: str = ""
    next: date = FIRST_DAY


@dataclass
class Held:
    """One session as the oracle sees it."""

    number: int
    day: date
    jurors: list[int]
    paths: list[int]
    frozen: bool = False
    closed: date | None = None
    decisions: dict[int, str] = field(default_factory=dict)
    leave: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    notified: set[int] = field(default_factory=set)
    declared: set[int] = field(default_factory=set)


class Year:
    """Plays the days one by one."""

    lag = 2
    """Days until a decision is notified, at most."""

    def __init__(self, store: Store, *, paths: int, seed: int) -> None:
        self.dice = Random(seed)
        self.store = store
        self.today = FIRST_DAY
        self.paths = {n: Path(n, next=self._within(1, 250)) for n in range(1, paths + 1)}
        self.sessions: dict[int, Held] = {}
        self.employed = {n: self.dice.choice((True, False, None)) for n in range(1, POOL + 1)}
        self.later: dict[date, list[tuple[str, int, int]]] = defaultdict(list)
        self.steps = 0
        self.done: list[tuple[str, str, int]] = []
        store(*(an_examiner(n, is_employee=self.employed[n]) for n in range(1, POOL + 1)))
        for path in self.paths.values():
            store(a_candidate(path.number))
            self._keep(path)

    def play(self, today: date) -> None:
        """Do what an office does on one day, rest at the week-end included."""
        self.today = today
        for held in self.sessions.values():
            if held.day == today:
                held.frozen = True
                self._keep_session(held)
                self._later(1, 25, "close", held.number, 0)
        for act, session, who in self.later.pop(today, []):
            self._later_act(act, self.sessions[session], who)
        for path in self.paths.values():
            if path.next == today and not path.ended and not path.session:
                self._step_of(path)
                self._keep(path)
        if (today - FIRST_DAY).days % 6 == 0:
            self._convene()

    def _step_of(self, path: Path) -> None:
        acts = {
            "NONE": self._receive,
            "FILED": self._first_look,
            "COMPLETE": self._decide,
            "INCOMPLETE": self._complete_again,
            "REFUSED": self._nothing,
            "LAPSED": self._nothing,
        }
        acts.get(path.state, self._follow)(path)
        path.next = self._within(1, 45)

    def _receive(self, path: Path) -> None:
        path.received, path.state = self.today, "FILED"
        self._act(path, StepKind.FILE_RECEIVED)

    def _first_look(self, path: Path) -> None:
        if self._chance(80):
            path.complete, path.state = self.today, "COMPLETE"
            self._act(path, StepKind.FILE_COMPLETE)
        elif self._chance(20):
            self._end(path)

    def _decide(self, path: Path) -> None:
        assert path.complete is not None
        if self.today > end_of(path.complete, 2, path.stops):
            if self._chance(70):
                path.state = "TACITLY_ADMISSIBLE"
                path.decided = self._silence(path)
                self._act(path, StepKind.TACITLY_ADMITTED)
        elif self._chance(30):
            path.state = "INCOMPLETE"
            path.stops.append([self.today, None])
            self._act(path, StepKind.FILE_INCOMPLETE)
        elif self._chance(75):
            path.state, path.decided = "ADMISSIBLE", self.today
            path.notified = self.today + ONE * self.dice.randint(0, self.lag)
            self._act(path, StepKind.ADMITTED)
        elif self._chance(60):
            path.state, path.decided = "REFUSED", self.today
            self._act(path, StepKind.REFUSED)

    def _complete_again(self, path: Path) -> None:
        if self._chance(75):
            path.state, path.stops[-1][1] = "COMPLETE", self.today
            self._act(path, StepKind.FILE_COMPLETE)

    def _follow(self, path: Path) -> None:
        if path.filed is None:
            self._prepare(path)
        elif path.returned is not None:
            if self._chance(60):
                path.filed, path.returned = self.today, None
                self._act(path, StepKind.VALIDATION_RECEIVED)
        elif path.heard is not None and path.heard >= path.filed:
            if self._chance(25) and self.today > path.heard:
                path.filed = self.today
                self._act(path, StepKind.VALIDATION_RETURNED)
                self._act(path, StepKind.VALIDATION_RECEIVED)
        elif self._chance(10):
            path.returned = self.today
            self._act(path, StepKind.VALIDATION_RETURNED)

    def _prepare(self, path: Path) -> None:
        start = path.notified or path.decided
        assert start is not None
        late = self.today > end_of(start, 6, [])
        if late and path.step is None and self._chance(60):
            path.state = "LAPSED"
            self._act(path, StepKind.LAPSED)
        elif self._chance(35):
            path.step = max(self.today, start)
            self._act(path, StepKind.PROGRESS_RECORDED)
        elif self._chance(45) and self.today >= start:
            path.filed = self.today
            self._act(path, StepKind.VALIDATION_RECEIVED)
        elif self._chance(5):
            self._end(path)

    def _nothing(self, path: Path) -> None:
        """A legal end: nothing follows."""

    def _end(self, path: Path) -> None:
        path.ended = "WITHDRAWN"
        self._act(path, StepKind.WITHDRAWN)

    def _silence(self, path: Path) -> date:
        """Return since when silence has made a path admissible."""
        assert path.complete is not None
        return end_of(path.complete, 2, path.stops) + ONE

    def _act(self, path: Path, kind: StepKind) -> None:
        """Say which act it was; the path is kept as a whole."""

    def _convene(self) -> None:
        ready = [p for p in self.paths.values() if self._waits_for_a_jury(p)][:PER_SESSION]
        if not ready:
            return
        number = len(self.sessions) + 1
        day = self.today + ONE * self.dice.randint(20, 60)
        jurors = self.dice.sample(range(1, POOL + 1), 4)
        held = Held(number, day, jurors, [p.number for p in ready])
        self.sessions[number] = held
        for path in ready:
            path.session = number
            self._keep(path)
            if self._chance(75):
                self._later(1, (day - self.today).days, "leave", number, path.number)
        for juror in jurors:
            if self._chance(75):
                self._later(1, (day - self.today).days, "told", number, juror)
        self._keep_session(held)

    def _waits_for_a_jury(self, path: Path) -> bool:
        if path.filed is None or path.returned or path.session or path.ended:
            return False
        return path.heard is None or path.heard < path.filed

    def _later_act(self, act: str, held: Held, who: int) -> None:
        if act == "close":
            self._close(held)
            return
        marks, kind, subject = {
            "leave": (held.leave, StepKind.LEAVE_ASKED, "candidacy_id"),
            "told": (held.told, StepKind.EMPLOYER_TOLD, "examiner_id"),
            "notify": (held.notified, StepKind.RESULT_NOTIFIED, "candidacy_id"),
            "declare": (held.declared, StepKind.DECLARED, "candidacy_id"),
        }[act]
        marks.add(who)
        self._step(kind, session_id=held.number, **{subject: who})
        mark = f"{'e' if act == 'told' else 'c'}{who}"
        self.done.append((kind, mark, held.number))

    def _close(self, held: Held) -> None:
        held.closed = self.today
        for number in held.paths:
            decision = self.dice.choice(("FULL", "FULL", "PARTIAL", "NONE", "ABSENT"))
            path = self.paths[number]
            path.session, held.decisions[number] = 0, decision
            path.next = self._within(1, 40)
            if decision != "ABSENT":
                path.heard = held.day
            self._keep(path)
        self._keep_session(held)
        for number, decision in held.decisions.items():
            if decision != "ABSENT" and self._chance(85):
                self._later(0, 30, "notify", held.number, number)
            if decision == "FULL" and self._chance(85):
                self._later(0, 110, "declare", held.number, number)

    def _step(self, kind: StepKind, **subject: int) -> None:
        self.steps += 1
        at = datetime.combine(self.today, time(10))
        self.store(Step(kind, self.today, at, "Camille", id=self.steps, **subject))

    def _later(self, soonest: int, latest: int, act: str, *what: int) -> None:
        session, who = what
        day = self.today + ONE * self.dice.randint(soonest, max(soonest, latest))
        if day == self.today:
            self._later_act(act, self.sessions[session], who)
        else:
            self.later[day].append((act, session, who))

    def _within(self, soonest: int, latest: int) -> date:
        return self.today + ONE * self.dice.randint(soonest, latest)

    def _chance(self, percent: int) -> bool:
        return self.dice.randrange(100) < percent

    def _keep(self, path: Path) -> None:
        file = AdmissibilityFile(
            received=path.received,
            complete=path.complete,
            decided=path.decided,
            status=AdmissibilityStatus(path.state),
            suspensions=tuple(
                Suspension(since, until) for since, until in path.stops if since is not None
            ),
            notified=path.notified,
            last_step=path.step,
        )
        self.store(
            Candidacy(
                path.number,
                CODE,
                AccessRoute.EXPERIENCE,
                intake=Intake.COMPLETE,
                begun=path.received,
                admissibility=file,
                validation_received=path.filed,
                validation_returned=path.returned,
                closure=Closure(path.ended or "IN_PROGRESS"),
                id=path.number,
            )
        )

    def _keep_session(self, held: Held) -> None:
        start = datetime.combine(held.day, time(9))
        jury = replace(a_jury(day=held.day), jurors=some_jurors(*held.jurors))
        hearings = tuple(
            Hearing(
                number,
                1,
                start + at * timedelta(minutes=30),
                start + timedelta(minutes=30 * at + 30),
            )
            for at, number in enumerate(held.paths)
        )
        status = SessionStatus.PROPOSED
        if held.frozen:
            status = SessionStatus.CLOSED if held.closed else SessionStatus.FROZEN
        closed = datetime.combine(held.closed, time(18)) if held.closed else None
        self.store(
            Session(
                f"S{held.number}",
                (CODE,),
                (held.day,),
                candidacies=tuple(held.paths),
                juries=(replace(jury, president_id=held.jurors[0]),),
                hearings=hearings,
                status=status,
                closed_at=closed,
                id=held.number,
            )
        )
        if held.closed:
            records = tuple(_record(n, decision) for n, decision in held.decisions.items())
            self.store(Deliberation(held.number, records=records, closed_at=closed, id=held.number))


def _record(number: int, decision: str) -> HearingRecord:
    came = Appearance.ABSENT if decision == "ABSENT" else Appearance.PRESENT
    return HearingRecord(number, came, decision=Decision(decision))


def end_of(start: date, months: int, stops: list[list[date | None]]) -> date:
    """Walk from the start to the end of the term, and stand still on each day suspended."""
    month = start.month - 1 + months
    last = None
    for day in range(start.day, 0, -1):
        try:
            last = date(start.year + month // 12, month % 12 + 1, day)
        except ValueError:
            continue
        break
    assert last is not None
    left, day_now = (last - start).days, start
    while left or _stands_still(day_now, stops):
        left -= not _stands_still(day_now, stops)
        day_now += ONE
    return day_now


def _stands_still(day: date, stops: list[list[date | None]]) -> bool:
    return any(since and until and since <= day < until for since, until in stops)


def expected(year: Year) -> set[Due]:
    """Say what is due today, from the plain dates of each path and session."""
    due: set[Due] = set()
    for path in year.paths.values():
        due |= _of_path(path, year)
    for held in year.sessions.values():
        due |= _of_session(held, year)
    return due


def _of_path(path: Path, year: Year) -> set[Due]:
    if path.ended or path.state in {"NONE", "FILED", "INCOMPLETE", "REFUSED", "LAPSED"}:
        return set()
    who, due, start = f"c{path.number}", set(), path.notified or path.decided
    if path.state == "COMPLETE" and path.complete:
        answer = end_of(path.complete, 2, path.stops)
        due.add(("ADMISSIBILITY", who, 0, answer))
        start = answer + ONE if year.today > answer else None
    # Silence is known at once, a decision on its own day
    is_known = path.state == "COMPLETE" or (path.decided or year.today) <= year.today
    if start and is_known and path.step is None and path.filed is None:
        due.add(("LAPSE", who, 0, end_of(start, 6, [])))
    if path.filed and not path.returned and not _is_heard(path, year):
        due.add(("JURY", who, 0, end_of(path.filed, 3, [])))
    return due


def _is_heard(path: Path, year: Year) -> bool:
    assert path.filed is not None
    if path.heard is not None and path.heard >= path.filed:
        return True
    held = year.sessions.get(path.session)
    return held is not None and held.frozen and held.day >= path.filed


def _of_session(held: Held, year: Year) -> set[Due]:
    return _after(held) if held.frozen else _before(held, year)


def _before(held: Held, year: Year) -> set[Due]:
    leave, told = held.day - 30 * ONE, held.day - 15 * ONE
    asked = set(held.paths) - held.leave
    employed = {n for n in held.jurors if year.employed[n] is not False}
    return {("LEAVE", f"c{number}", held.number, leave) for number in asked} | {
        ("EMPLOYER", f"e{number}", held.number, told) for number in employed - held.told
    }


def _after(held: Held) -> set[Due]:
    due: set[Due] = set()
    for number in held.paths:
        decision = held.decisions.get(number, "")
        if decision != "ABSENT" and number not in held.notified:
            due.add(("NOTIFICATION", f"c{number}", held.number, held.day + 15 * ONE))
        if held.closed and decision == "FULL" and number not in held.declared:
            due.add(("DECLARATION", f"c{number}", held.number, end_of(held.closed, 3, [])))
    return due


class ServedYear(Year):
    """The same year, each act of it taken through the service and nothing written beside it."""

    lag = 0

    def __init__(self, desk: Desk, store: Store, *, paths: int, seed: int) -> None:
        self._desk = desk
        self._is_begun = False
        super().__init__(store, paths=paths, seed=seed)
        self._is_begun = True

    def _act(self, path: Path, kind: StepKind) -> None:
        self.steps += 1
        words = {"reason": "motif", "detail": "pièces"}
        take_step(self._desk, kind=kind, day=self.today, candidacy_id=path.number, **words)

    def _step(self, kind: StepKind, **subject: int) -> None:
        self.steps += 1
        take_step(self._desk, kind=kind, day=self.today, **subject)

    def _keep(self, path: Path) -> None:
        if not self._is_begun:
            super()._keep(path)
