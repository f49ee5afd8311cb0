"""What the pool can hold before a day, who is indispensable to it, and whom it lacks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.errors import WrongUsage
from jurydesk.planning.stress import Pool, most_juries
from jurydesk.planning.stress_advice import additions, indispensable
from jurydesk.services.foresight import setting_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jurydesk.domain.certification import Seat
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Session
    from jurydesk.planning.problem import Panel
    from jurydesk.planning.stress_advice import Addition
    from jurydesk.services.foresight import Question, Setting
    from jurydesk.services.ports import Desk

__all__ = ["Indispensable", "Recruitment", "StressReport", "StressTest", "Wanted", "stress"]

MOST_ROOMS, MOST_LIMIT, MOST_JURIES = 30, 200, 200
STEPS = 3
"""Parts of the work: the number, who is indispensable, whom to recruit."""
PARTS = 100
"""Steps that the progress of each part is told in."""


@dataclass(frozen=True, slots=True)
class StressTest:
    """What is asked: the jury and the range, and how hard the pool may be used."""

    question: Question
    rooms: int = 1
    """How many juries may sit on one half-day."""
    juries_per_session: int = 2
    """How many juries make a session."""
    limit: int | None = None
    """How many juries a person sits in per calendar year; None: the office's own figure."""


@dataclass(frozen=True, slots=True)
class Indispensable:
    """A person without whom fewer juries can be held."""

    examiner: Examiner
    juries: int
    """How many fewer."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Persons to be found for one kind of seat."""

    seat: Seat
    sex: Sex | None
    """None: a woman or a man."""
    count: int


@dataclass(frozen=True, slots=True)
class Recruitment:
    """A smallest set of persons who together let the pool hold more."""

    wanted: tuple[Wanted, ...]
    juries: int
    """How many more."""


@dataclass(frozen=True)
class StressReport:
    """What the pool can hold."""

    test: StressTest
    setting: Setting
    half_days: int
    """Working half-days in the range."""
    limit: int
    juries: int
    """How many more juries, beside those of the sessions that exist."""
    bound: int
    """No plan holds more; equal to `juries`: proved."""
    indispensable: tuple[Indispensable, ...] = ()
    recruitments: tuple[Recruitment, ...] = ()

    @property
    def sessions(self) -> int:
        """Return how many whole sessions these juries make."""
        return self.juries // self.test.juries_per_session

    @property
    def lacks_time(self) -> bool:
        """Tell whether each half-day is full already, so that nobody more would help."""
        return self.juries >= self.half_days * self.test.rooms

    @property
    def is_proved(self) -> bool:
        """Tell whether the number is known to be the greatest."""
        return self.juries == self.bound


def stress(
    desk: Desk, *, test: StressTest, progress: Callable[[int, int], None] | None = None
) -> StressReport:
    """Find what the pool can hold; `progress(done, total)` may raise to stop.

    Raises:
        WrongUsage: no such certification, a range that is none, or a figure out of bounds.
    """
    _check(test)
    with desk.open_unit() as unit:
        setting = setting_of(unit, test.question, today=desk.clock.today())
        sessions = unit.sessions.all()
    tell = progress or _nobody_waits
    limit = test.limit or setting.facts.limits.yearly_juries or MOST_LIMIT
    halves = tuple(half for half in setting.halves if setting.is_working(half[0]))
    pool = Pool(
        setting.panel,
        setting.presence.by_half(halves),
        rooms=test.rooms,
        limit=limit,
        sat=_sat(sessions),
    )
    tell(0, STEPS * PARTS)
    held = most_juries(pool)
    report = StressReport(test, setting, len(halves), limit, held.juries, held.bound)
    people = setting.facts.examiners
    losses = indispensable(pool, held, progress=_part(tell, 1))
    found = () if report.lacks_time else additions(pool, held, progress=_part(tell, 2))
    return replace(
        report,
        indispensable=tuple(Indispensable(people[one.person], one.juries) for one in losses),
        recruitments=_recruitments(found, setting.panel),
    )


def _check(test: StressTest) -> None:
    figures = (
        ("rooms", test.rooms, MOST_ROOMS),
        ("limit", 1 if test.limit is None else test.limit, MOST_LIMIT),
        ("juries", test.juries_per_session, MOST_JURIES),
    )
    for name, value, most in figures:
        if not 1 <= value <= most:
            raise WrongUsage("FORESIGHT-FIGURE", {"figure": name, "most": most})


def _nobody_waits(_done: int, _total: int) -> None:
    """Stand in where nobody asked to be told."""


def _part(tell: Callable[[int, int], None], part: int) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        share = PARTS * done // total if total else 0
        tell(PARTS * part + share, STEPS * PARTS)

    return told


def _sat(sessions: Iterable[Session]) -> Mapping[tuple[int, int], int]:
    return Counter(
        (juror.examiner_id, jury.day.year)
        for session in sessions
        for jury in session.juries
        if not jury.annulled
        for juror in jury.jurors
    )


def _recruitments(found: Iterable[Addition], panel: Panel) -> tuple[Recruitment, ...]:
    """Name the additions by seat; those that differ by sex alone and gain alike are one."""
    grouped: dict[tuple[tuple[int, ...], int], list[Addition]] = {}
    for one in found:
        posts = tuple(recruit.post for recruit in one.recruits)
        grouped.setdefault((posts, one.juries), []).append(one)
    told = []
    for (posts, juries), alike in grouped.items():
        counts = Counter(posts)
        if len(alike) == _ways(counts):
            told.append(
                Recruitment(_wanted(panel, {(p, None): n for p, n in counts.items()}), juries)
            )
        else:
            told += [Recruitment(_wanted(panel, _by_sex(one)), juries) for one in alike]
    return tuple(sorted(told, key=lambda one: -one.juries))


def _ways(counts: Mapping[int, int]) -> int:
    """Return in how many ways so many persons per seat can be women or men."""
    ways = 1
    for count in counts.values():
        ways *= count + 1
    return ways


def _by_sex(one: Addition) -> Mapping[tuple[int, Sex | None], int]:
    return Counter((recruit.post, recruit.sex) for recruit in one.recruits)


def _wanted(panel: Panel, counts: Mapping[tuple[int, Sex | None], int]) -> tuple[Wanted, ...]:
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    return tuple(Wanted(panel.posts[post].seat, sex, count) for (post, sex), count in ordered)
