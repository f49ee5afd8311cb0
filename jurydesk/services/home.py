"""What needs somebody today, and what may wait."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.clocks import ClockState
from jurydesk.domain.expenses import ClaimStatus
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import TieState
from jurydesk.services.candidates import rows_of
from jurydesk.services.clock_facts import clock_facts
from jurydesk.services.deadlines import SOON, Urgency, board_of_clocks
from jurydesk.services.outbox import waiting_drafts
from jurydesk.services.sessions import session_row
from jurydesk.services.summonses import due_reminders
from jurydesk.services.views import HomeView, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jurydesk.domain.clocks import ClockKind
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Session
    from jurydesk.services.deadlines import Deadline
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import CandidacyRow, SessionRow

MANDATES_AHEAD = timedelta(days=60)
REMINDERS_AHEAD = timedelta(days=7)
NEXT_SESSIONS = 6
EXPENSE_TASKS = {
    ClaimStatus.SUBMITTED: "TASK-EXPENSES-CHECK",
    ClaimStatus.CHECKED: "TASK-EXPENSES-PAY",
}
OF_THE_DAY = frozenset({"TASK-FREEZE", "TASK-DELIBERATE", "TASK-MINUTES"})


def home(desk: Desk) -> HomeView:
    """Return the clocks and tasks in order of their dates, and the sessions to come."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        facts = clock_facts(unit, today)
        rows = rows_of(unit, facts.candidates, today=today)
        sessions = [session_row(unit, session, today=today) for session in facts.sessions]
        examiners = [examiner for examiner in facts.examiners.values() if examiner.active]
        tasks = [
            *_clock_tasks(board_of_clocks(facts)),
            *_session_tasks(unit, sessions, today),
            *_reminder_tasks(unit, today),
            *_outbox_tasks(unit, today),
            *_mandate_tasks(examiners, today),
            *_tie_tasks(unit),
            *_composition_tasks(unit),
            *_draft_tasks(rows),
            *_expense_tasks(unit),
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


def _clock_tasks(board: Iterable[Deadline]) -> Iterator[Task]:
    """Yield one task for each clock of a path, and one for each kind of clock of a session."""
    of_sessions: dict[tuple[int, ClockKind], list[Deadline]] = {}
    for one in board:
        if one.due is None:
            continue
        if one.clock.session_id:
            of_sessions.setdefault((one.clock.session_id, one.clock.kind), []).append(one)
        else:
            figures = (("name", one.person), ("day", one.due), ("article", one.article))
            target = one.clock.candidacy_id
            yield _clock_task(one, figures, "candidates", target)
    for group in of_sessions.values():
        yield _session_clock_task(group)


def _session_clock_task(group: Sequence[Deadline]) -> Task:
    # In the order of the board: the first is the one that is due first
    first = group[0]
    figures = (
        ("session", first.session_code),
        ("count", len(group)),
        ("day", first.due or date.max),
        ("article", first.article),
    )
    return _clock_task(first, figures, "deadlines", first.key)


def _clock_task(
    one: Deadline,
    figures: tuple[tuple[str, str | int | date], ...],
    page: str,
    target: int | str,
) -> Task:
    urgent = one.urgency in {Urgency.LATE, Urgency.SOON}
    # What the law has settled is only to be written down
    is_settled = one.clock.state is ClockState.EXPIRED
    code = f"TASK-CLOCK-{one.clock.kind}" + ("-EXPIRED" if is_settled else "")
    return Task(code, figures, one.due, page, target, urgent)


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
        elif _unwritten(unit, session):
            yield Task("TASK-MINUTES", figures, first, "deliberation", session.code, urgent=True)


def _unwritten(unit: UnitOfWork, session: Session) -> bool:
    """Tell whether the minutes of a certification are still to be issued."""
    issued = {minutes.certification for minutes in unit.minutes.of_session(session.id)}
    judged = {session.judged(hearing.candidacy_id) for hearing in session.hearings}
    return not issued or not judged <= issued


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


def _reminder_tasks(unit: UnitOfWork, today: date) -> Iterator[Task]:
    """Yield one task for each session in which somebody has not answered."""
    by_session: dict[str, list[date]] = {}
    for one in due_reminders(unit, today=today, until=today + REMINDERS_AHEAD):
        by_session.setdefault(one.session.code, []).append(one.due)
    for code, days in by_session.items():
        due = min(days)
        figures = (("session", code), ("count", sum(day <= max(due, today) for day in days)))
        yield Task("TASK-REMIND", figures, due, "sessions", f"{code}#answers", due <= today)


def _outbox_tasks(unit: UnitOfWork, today: date) -> Iterator[Task]:
    """Yield what was prepared and not recorded as sent, and what must not go out any more."""
    for one in waiting_drafts(unit, today=today):
        figures = (("session", one.code), ("count", one.count))
        code = "TASK-OUTBOX-STALE" if one.is_stale else "TASK-OUTBOX"
        yield Task(code, figures, one.first, "sessions", f"{one.code}#answers", urgent=True)


def _tie_tasks(unit: UnitOfWork) -> Iterator[Task]:
    count = sum(tie.state is TieState.PROPOSED for tie in unit.ties.all())
    if count:
        yield Task("TASK-TIES", (("count", count),), None, "ties", "proposed")


def _composition_tasks(unit: UnitOfWork) -> Iterator[Task]:
    planned = (session for session in unit.sessions.all() if session.can_be_planned)
    wanted = {code for session in planned for code in session.certifications}
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


def _expense_tasks(unit: UnitOfWork) -> Iterator[Task]:
    """Claims that were handed in wait to be checked, those found right to be paid."""
    counts = Counter(claim.status for claim in unit.claims.all())
    for status, code in EXPENSE_TASKS.items():
        if counts[status]:
            yield Task(code, (("count", counts[status]),), None, "expenses", status)


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
