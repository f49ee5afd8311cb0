"""Rosters as an administrator wants them: typed workbooks of candidates, pool and sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.exchange.roster_writer import write_roster
from jurydesk.exchange.templates import write_template
from jurydesk.services.candidates import rows_of
from jurydesk.services.facts import board_of, certification_by_code, session_by_code
from jurydesk.services.roster_tables import (
    candidate_table,
    examiner_table,
    hearing_table,
    member_table,
)

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.routes import AccessRoute
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


def export_candidates(
    desk: Desk,
    *,
    path: Path,
    wording: Wording,
    session_code: str = "",
    route: AccessRoute | None = None,
    certification: str = "",
    only: frozenset[int] | None = None,
) -> int:
    """Write a roster of candidacies, all or some (`only` those numbers); return how many.

    Raises:
        WrongUsage: the session or the certification named does not exist.
        EnvironmentFailure: nothing can be written there.
    """
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, certification).code if certification else ""
        held = session_by_code(unit, session_code).candidacies if session_code else None
        people = {candidate.id: candidate for candidate in unit.candidates.all()}
        every = rows_of(unit, people, today=desk.clock.today())
    chosen = [
        row
        for row in every
        if (held is None or row.key in held)
        and (only is None or row.key in only)
        and (route is None or row.candidacy.route is route)
        and sheet in {"", row.candidacy.certification}
    ]
    write_roster(path, (candidate_table(chosen, wording=wording),))
    return len(chosen)


def export_examiners(desk: Desk, *, path: Path, wording: Wording) -> int:
    """Write the pool; return how many."""
    with desk.open_unit() as unit:
        examiners = sorted(unit.examiners.all(), key=lambda examiner: examiner.full_name)
    write_roster(path, (examiner_table(examiners, wording=wording),))
    return len(examiners)


def export_session(desk: Desk, *, code: str, path: Path, wording: Wording) -> int:
    """Write the roster of one session: its hearings and its juries; return how many hearings."""
    with desk.open_unit() as unit:
        board = board_of(unit, session_by_code(unit, code), today=desk.clock.today())
    tables = (hearing_table(board, wording=wording), member_table(board, wording=wording))
    write_roster(path, tables)
    return len(board.session.hearings)


def candidate_template(*, path: Path, wording: Wording) -> None:
    """Write an empty roster of candidates with the headings that an import knows."""
    write_template(path, "candidates", wording=wording)


def examiner_template(*, path: Path, wording: Wording) -> None:
    """Write an empty roster of the pool with the headings that an import knows."""
    write_template(path, "examiners", wording=wording)
