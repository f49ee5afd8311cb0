"""Makes the plan of a year into sessions to be filled: all of them in one act, undone as one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.session import Hours, Session
from jurydesk.errors import RefusedByRule
from jurydesk.services.facts import holding_sessions
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.sessions import free_code
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jurydesk.planning.year_plan import PlannedDay
    from jurydesk.services.ports import Desk
    from jurydesk.services.year_plan import YearAnswer


def create_planned_sessions(desk: Desk, *, answer: YearAnswer) -> Outcome[tuple[Session, ...]]:
    """Create a session for each of the plan, with those of the known candidates it would hear.

    Places that are only forecast stay empty; so do those of whoever joined a session meanwhile.

    Raises:
        RefusedByRule: the plan holds no session.
    """
    if not answer.plan.days:
        raise RefusedByRule("YEAR-NOTHING")
    rooms = tuple(f"Salle {number + 1}" for number in range(answer.asked.rooms))
    with desk.open_unit() as unit:
        stored = tuple(unit.sessions.all())
        held = holding_sessions(session for session in stored if session.closed_at is None)
        taken = {session.code for session in stored}
        place = settings_in(unit).place
        made = []
        for days, people in _sessions(answer, frozenset(held)):
            code = free_code(taken, days[0])
            taken.add(code)
            session = Session(
                code,
                (answer.heat.certification.code,),
                days,
                rooms=rooms,
                hours=Hours(minutes=answer.asked.minutes),
                place=place,
                candidacies=people,
            )
            made.append(unit.sessions.add(session))
        codes = ", ".join(session.code for session in made)
        finish(unit, EventType.SESSIONS_PLANNED, {"sessions": codes})
        return Outcome(tuple(made), unit.changes, label="ACT-YEAR-PLANNED")


def _sessions(
    answer: YearAnswer, held: frozenset[int]
) -> Iterable[tuple[tuple[date, ...], tuple[int, ...]]]:
    """Yield the days of each session, and the known candidates heard on them."""
    waiting = [[one for one in ids if one not in held] for ids in answer.waiting]
    for _, planned in groupby(answer.plan.days, key=lambda one: one.session):
        days: list[PlannedDay] = list(planned)
        people = [
            waiting[group].pop(0)
            for one in days
            for group, count in one.groups
            for _ in range(min(count, len(waiting[group])))
        ]
        yield tuple(one.day for one in days), tuple(people)
