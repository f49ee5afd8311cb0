"""The day as recorded so far, and how one more note is written into it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.deliberation_rules import check_deliberation
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.regularity import Regularity, regularity_at, regularity_of
from jurydesk.domain.voting import presiding
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.closing import check_clock, frozen_session, keep, open_deliberation_of
from jurydesk.services.evaluating import evaluation_findings
from jurydesk.services.facts import board_of, facts_of, session_facts
from jurydesk.services.minutes import content_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import time

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Juror, Session
    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard


@dataclass(frozen=True, slots=True)
class DeliberationBoard:
    """The day as recorded so far, what keeps it from being closed, what the minutes lack."""

    board: SessionBoard
    deliberation: Deliberation
    findings: tuple[Finding, ...]
    missing: tuple[Finding, ...]

    @property
    def regularity(self) -> Mapping[int, Regularity]:
        """Return, by candidacy, whether its jury may decide as the day is recorded."""
        facts = facts_of(self.board)
        return {
            hearing.candidacy_id: regularity_of(facts, jury, hearing, self.deliberation)
            for hearing in self.board.session.hearings
            if (jury := self.board.session.jury(hearing.jury)) is not None
        }

    @property
    def presiding(self) -> Mapping[int, int | None]:
        """Return, by jury, who presides over it."""
        juries = self.board.session.juries
        return {jury.number: presiding(jury, self.deliberation) for jury in juries}

    def regularity_now(self, candidacy_id: int, *, at: time) -> Regularity | None:
        """Return whether the jury may go on at one moment; None where there is no such hearing."""
        session = self.board.session
        hearing = session.hearing(candidacy_id)
        jury = session.jury(hearing.jury) if hearing else None
        if hearing is None or jury is None:
            return None
        return regularity_at(facts_of(self.board), jury, hearing, self.deliberation, at=at)


def board_in(unit: UnitOfWork, session: Session, desk: Desk) -> DeliberationBoard:
    """Return the day of one session as it stands in this unit of work."""
    facts = session_facts(unit, session, today=None)
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    contents = [content_of(unit, facts, deliberation, code) for code in session.recorded]
    missing = (finding for content in contents for finding in check_minutes(content))
    return DeliberationBoard(
        board=board_of(unit, session, today=desk.clock.today()),
        deliberation=deliberation,
        findings=(
            *check_deliberation(facts, deliberation),
            *evaluation_findings(unit, facts, deliberation),
        ),
        missing=tuple(dict.fromkeys(missing)),
    )


def record_in_room(
    desk: Desk,
    code: str,
    label: str,
    change: Callable[[SessionFacts, Deliberation], Deliberation],
) -> Outcome[DeliberationBoard]:
    """Write one note down and return the day with it; a note that is there already is no act.

    Raises:
        RefusedByRule: the session is not frozen, is closed, or the clock runs backwards.
    """
    now = desk.clock.now()
    with desk.open_unit() as unit:
        session = frozen_session(unit, code)
        before = open_deliberation_of(unit, session)
        after = change(session_facts(unit, session, today=None), before)
        if after != before:
            check_clock(before, now)
            opened = before.opened_at or now
            keep(unit, replace(after, opened_at=opened, recorded_at=now))
        what = label.removeprefix("ACT-")
        finish(unit, EventType.DELIBERATION_RECORDED, {"session": session.code, "what": what})
        board = board_in(unit, session, desk)
        return Outcome(board, unit.changes, board.findings, label)


def seated(session: Session, jury: int, examiner_id: int) -> Juror:
    """Return the seat of somebody in one jury.

    Raises:
        WrongUsage: they have none there.
    """
    found = session.jury(jury)
    juror = found.juror(examiner_id) if found else None
    if juror is None:
        where: dict[str, str | int] = {"jury": jury, "session": session.code}
        raise WrongUsage("EXAMINER-NOT-SEATED", where)
    return juror


def refuse(code: str, facts: SessionFacts, examiner_id: int, jury: int) -> RefusedByRule:
    """Return the refusal of an act that names one member of one jury."""
    name = facts.examiner_subject(examiner_id).name
    return RefusedByRule(code, {"name": name, "jury": jury})
