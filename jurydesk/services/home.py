"""What needs somebody today, and what may wait."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.clocks import ClockState, clocks_of
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import TieState
from jurydesk.services.candidates import rows_of
from jurydesk.services.session_clocks import SOON, closed_tasks, planned_tasks
from jurydesk.services.sessions import session_row
from jurydesk.services.views import HomeView, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import CandidacyRow, SessionRow

MANDATES_AHEAD = timedelta(days=60)
NEXT_SESSIONS = 6
OF_THE_DAY = frozenset({"TASK-FREEZE", "TASK-DELIBERATE", "TASK-MINUTES"})


def home(desk: Desk) -> HomeView:
    """Return the clocks and tasks in order of their dates, and the sessions to come."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        people = {candidate.id: candidate for candidate in unit.candidates.all()}
        rows = rows_of(unit, people, today=today)
        sessions = [session_row(unit, session) for session in unit.sessions.all()]
        pool = {examiner.id: examiner for examiner in unit.examiners.all()}
        examiners = [examiner for examiner in pool.values() if examiner.active]
        tasks = [
            *_clock_tasks(rows, today),
            *_session_clock_tasks(unit, sessions, pool=pool, rows=rows, today=today),
            *_session_tasks(unit, sessions, today),
            *_mandate_tasks(examiners, today),
            *_tie_tasks(unit),
            *_composition_tasks(unit),
            *_draft_tasks(rows),
        ]
    ordered = sorted(tasks, key=_rank)
    return HomeView(
        today=today,
        urgent=tuple(task for task in ordered if task.urgent),
        later=tuple(task for task in ordered if not task.urgent),
        sessions=_coming(sessions),
        counts=_counts(rows, examiners, sessions, today),
    )


def _rank(task: Task) -> tuple[bool, date, str]:
    """Put the session of the day before every deadline: people are waiting in the room."""
    return task.code not in OF_THE_DAY, task.due or date.max, task.code


def _clock_tasks(rows: Iterable[CandidacyRow], today: date) -> Iterator[Task]:
    for row in rows:
        for clock in clocks_of(row.candidacy, today):
            if clock.state is ClockState.SUSPENDED or clock.due is None:
                continue
            figures = (
                ("name", row.candidate.full_name),
                ("day", clock.due),
                ("article", clock.article),
            )
            urgent = clock.due - today <= SOON
            code = f"TASK-CLOCK-{clock.kind}"
            yield Task(code, figures, clock.due, "candidates", row.key, urgent)


def _session_clock_tasks(
    unit: UnitOfWork,
    sessions: Iterable[SessionRow],
    *,
    pool: Mapping[int, Examiner],
    rows: Iterable[CandidacyRow],
    today: date,
) -> Iterator[Task]:
    paths = {row.key: row.candidacy for row in rows}
    for row in sessions:
        session = row.session
        yield from planned_tasks(session, examiners=pool, candidacies=paths, today=today)
        yield from closed_tasks(unit, session, candidacies=paths, today=today)


def _session_tasks(unit: UnitOfWork, sessions: Iterable[SessionRow], today: date) -> Iterator[Task]:
    for row in sessions:
        session = row.session
        first = session.days[0] if session.days else today
        figures = (("session", session.code), ("count", row.blocking or row.unplaced))
        if session.status is SessionStatus.FROZEN:
            yield Task("TASK-DELIBERATE", figures, first, "deliberation", session.code, urgent=True)
        elif session.can_be_planned:
            code = _planning_task(row, first, today)
            if code:
                yield Task(code, figures, first, "sessions", session.id, first - today <= SOON)
        elif not unit.minutes.of_session(session.id):
            yield Task("TASK-MINUTES", figures, first, "deliberation", session.code, urgent=True)


def _planning_task(row: SessionRow, first: date, today: date) -> str:
    if row.session.status is SessionStatus.DRAFT and not row.placed:
        return "TASK-PROPOSE"
    if row.blocking:
        return "TASK-SETTLE"
    if row.unplaced:
        return "TASK-PLACE"
    return "TASK-FREEZE" if today >= first else ""


def _mandate_tasks(examiners: Iterable[Examiner], today: date) -> Iterator[Task]:
    for examiner in examiners:
        last = max((mandate.end for mandate in examiner.mandates), default=None)
        if last is not None and timedelta(0) <= last - today <= MANDATES_AHEAD:
            figures = (("name", examiner.full_name), ("day", last))
            urgent = last - today <= SOON
            yield Task("TASK-MANDATE", figures, last, "examiners", examiner.id, urgent)


def _tie_tasks(unit: UnitOfWork) -> Iterator[Task]:
    count = sum(tie.state is TieState.PROPOSED for tie in unit.ties.all())
    if count:
        yield Task("TASK-TIES", (("count", count),), None, "examiners")


def _composition_tasks(unit: UnitOfWork) -> Iterator[Task]:
    wanted = {session.certification for session in unit.sessions.all() if session.can_be_planned}
    for sheet in unit.certifications.all():
        found = [terms.composition for terms in sheet.routes if terms.composition]
        if sheet.code in wanted and not all(composition.is_settled for composition in found):
            figures = (("certification", sheet.code),)
            yield Task("TASK-CONFIRM", figures, None, "certifications", sheet.id, urgent=True)


def _draft_tasks(rows: Iterable[CandidacyRow]) -> Iterator[Task]:
    # As the list of candidates filters them: a closed draft waits for nobody
    count = sum(row.stage == Stage.DRAFT for row in rows)
    if count:
        yield Task("TASK-DRAFTS", (("count", count),), None, "candidates")


def _coming(sessions: Iterable[SessionRow]) -> tuple[SessionRow, ...]:
    open_ = [row for row in sessions if row.session.status is not SessionStatus.CLOSED]
    return tuple(sorted(open_, key=lambda row: row.session.days)[:NEXT_SESSIONS])


def _counts(
    rows: Iterable[CandidacyRow],
    examiners: Iterable[Examiner],
    sessions: Iterable[SessionRow],
    today: date,
) -> tuple[tuple[str, int], ...]:
    stages = [row.stage for row in rows]
    pool = list(examiners)
    return (
        ("COUNT-CANDIDACIES", len(stages)),
        ("COUNT-READY", stages.count(Stage.READY)),
        ("COUNT-EXAMINERS", len(pool)),
        ("COUNT-MANDATED", sum(e.mandate_on(today) is not None for e in pool)),
        ("COUNT-SESSIONS", sum(_is_open(row.session) for row in sessions)),
    )


def _is_open(session: Session) -> bool:
    return session.status is not SessionStatus.CLOSED
