"""The evaluation grids of one candidate: marked line by line, then agreed upon by the jury."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.findings import blocking
from jurydesk.domain.grid_rules import HearingFacts, check_evaluator, check_mark, hearing_facts
from jurydesk.domain.grids import Grid, Mark
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.closing import frozen_session, open_deliberation_of
from jurydesk.services.facts import session_facts
from jurydesk.services.grid_board import GridBoard, board_in
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork


def open_grids(desk: Desk, *, code: str, candidacy_id: int) -> GridBoard:
    """Return the grids of one candidate of a frozen session.

    Raises:
        RefusedByRule: the session is not frozen yet.
        WrongUsage: the session does not hear that candidacy.
    """
    with desk.open_unit() as unit:
        session = frozen_session(unit, code)
        return board_in(unit, _heard(unit, session, candidacy_id))


def record_mark(
    desk: Desk, *, code: str, candidacy_id: int, examiner_id: int | None, mark: Mark
) -> Outcome[GridBoard]:
    """Write one line of one grid; a mark without level, points and note empties the line.

    Raises:
        RefusedByFindings: that member may not mark, or the mark is not one of the scale.
        RefusedByRule: the day has not come, or the deliberation is closed.
        WrongUsage: the session does not hear that candidacy, or the member is not of its jury.
    """

    def change(heard: HearingFacts, grid: Grid) -> Grid:
        _refuse(tuple(check_mark(heard, mark, grid.scale)), "GRID-MARK-REFUSED")
        return grid.with_mark(replace(mark, note=mark.note.strip()))

    return _write(desk, code, candidacy_id, examiner_id=examiner_id, change=change)


def record_remark(
    desk: Desk, *, code: str, candidacy_id: int, examiner_id: int | None, text: str
) -> Outcome[GridBoard]:
    """Write the general appreciation of one grid.

    Raises:
        RefusedByFindings: that member may not give an opinion.
        RefusedByRule: the day has not come, or the deliberation is closed.
    """

    def change(_heard: HearingFacts, grid: Grid) -> Grid:
        return replace(grid, remark=text.strip())

    return _write(desk, code, candidacy_id, examiner_id=examiner_id, change=change)


def take_agreed(
    desk: Desk, *, code: str, candidacy_id: int, with_median: bool = False
) -> Outcome[GridBoard]:
    """Copy into the common grid the lines on which the members agree, where it has none yet.

    `with_median`: also those on which they differ, where there is one mark in the middle.

    Raises:
        RefusedByFindings: the candidate did not come.
        RefusedByRule: the day has not come, or the deliberation is closed.
    """
    with desk.open_unit() as unit:
        heard = _open(desk, unit, code, candidacy_id)
        _refuse(tuple(check_evaluator(heard, None)), "GRID-REFUSED")
        board = board_in(unit, heard)
        grid = board.common.grid
        for one in board.agreements:
            wanted = one.proposed.is_given and (one.is_agreed or with_median)
            if wanted and not grid.mark(one.item).is_given:
                grid = grid.with_mark(replace(one.proposed, note=grid.mark(one.item).note))
        _keep(unit, grid)
        finish(unit, EventType.GRID_AGREED, _details(heard, None))
        return Outcome(board_in(unit, heard), unit.changes, label="ACT-GRID-AGREED")


def _write(
    desk: Desk,
    code: str,
    candidacy_id: int,
    *,
    examiner_id: int | None,
    change: Callable[[HearingFacts, Grid], Grid],
) -> Outcome[GridBoard]:
    with desk.open_unit() as unit:
        heard = _open(desk, unit, code, candidacy_id)
        column = board_in(unit, heard).column(examiner_id)
        if column is None:
            raise WrongUsage("EXAMINER-NOT-SEATED", {"jury": heard.jury.number, "session": code})
        _refuse(column.refusals, "GRID-REFUSED")
        _keep(unit, change(heard, column.grid))
        finish(unit, EventType.GRID_MARKED, _details(heard, examiner_id))
        return Outcome(board_in(unit, heard), unit.changes, label="ACT-GRID-MARKED")


def _open(desk: Desk, unit: UnitOfWork, code: str, candidacy_id: int) -> HearingFacts:
    session = frozen_session(unit, code)
    open_deliberation_of(unit, session)
    heard = _heard(unit, session, candidacy_id)
    _check_day(heard, desk.clock.today())
    return heard


def _heard(unit: UnitOfWork, session: Session, candidacy_id: int) -> HearingFacts:
    facts = session_facts(unit, session, today=None)
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    heard = hearing_facts(facts, deliberation, candidacy_id)
    if heard is None:
        raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
    return heard


def _check_day(heard: HearingFacts, today: date) -> None:
    day = heard.hearing.start.date()
    if today < day:
        figures = {"session": heard.facts.session.code, "day": f"{day:%d/%m/%Y}"}
        raise RefusedByRule("HEARING-NOT-YET", figures)


def _refuse(findings: tuple[Finding, ...], code: str) -> None:
    standing = blocking(findings)
    if standing:
        raise RefusedByFindings(code, standing)


def _keep(unit: UnitOfWork, grid: Grid) -> None:
    if grid.id:
        unit.grids.save(grid)
    elif not grid.is_blank:
        unit.grids.add(grid)


def _details(heard: HearingFacts, examiner_id: int | None) -> dict[str, object]:
    return {
        "session": heard.facts.session.code,
        "candidacy": heard.candidacy.id,
        "examiner": examiner_id or 0,
    }
