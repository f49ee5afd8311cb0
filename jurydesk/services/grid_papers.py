"""Prints the evaluation grids of a session: one file for each candidate, blank or as marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.documents.evaluation_grid import render_grids
from jurydesk.documents.filenames import grid_name
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.grid_rules import hearing_facts
from jurydesk.domain.grid_sheet import Assessed, Assessor, GridSheet
from jurydesk.domain.grids import Grid
from jurydesk.errors import WrongUsage
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.grid_board import side_by_side
from jurydesk.services.minutes import content_of
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.scales import scale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.grid_rules import HearingFacts
    from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
    from jurydesk.services.grid_board import GridBoard, GridColumn
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


def print_grids(
    desk: Desk,
    *,
    code: str,
    wording: Wording,
    candidacy_id: int | None = None,
    is_blank: bool = False,
) -> tuple[PrintedPaper, ...]:
    """Print the grids of every candidate, or of one: as marked so far, or `is_blank`.

    Whoever may not assess a candidate has no page; of somebody absent nothing is printed.

    Raises:
        WrongUsage: the session does not hear that candidacy.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        files = _files(unit, code, is_blank=is_blank)
    if candidacy_id is not None:
        files = tuple(one for one in files if one.candidacy_id == candidacy_id)
        if not session.hearing(candidacy_id):
            raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
    return tuple(
        PrintedPaper(grid_name(session.code, one.number), render_grids(one.sheets, wording=wording))
        for one in files
        if one.sheets
    )


@dataclass(frozen=True, slots=True)
class _GridFile:
    """The grids of one candidate, and their place in the order of passage."""

    number: int
    candidacy_id: int
    sheets: tuple[GridSheet, ...]


def _files(unit: UnitOfWork, code: str, *, is_blank: bool) -> tuple[_GridFile, ...]:
    session = session_by_code(unit, code)
    facts = session_facts(unit, session, today=None)
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    stored: dict[int, list[Grid]] = {}
    for grid in unit.grids.of_session(session.id):
        stored.setdefault(grid.candidacy_id, []).append(grid)
    files: list[_GridFile] = []
    for content in (content_of(unit, facts, deliberation, judged) for judged in session.recorded):
        scale = scale_of(unit, content.certification.code)
        for jury, candidate in _heard(content):
            number = candidate.candidacy_id
            heard = hearing_facts(facts, deliberation, number)
            if heard is not None:
                board = side_by_side(heard, stored.get(number, ()), scale)
                setting = _Setting(content, jury, candidate, heard)
                sheets = setting.sheets(board, is_blank=is_blank)
                files.append(_GridFile(len(files) + 1, number, sheets))
    return tuple(files)


def _heard(content: MinutesContent) -> Iterator[tuple[JuryStatement, CandidateStatement]]:
    for jury in content.juries:
        for candidate in jury.candidates:
            yield jury, candidate


@dataclass(frozen=True, slots=True)
class _Setting:
    """One candidate before one jury, as the papers name them."""

    content: MinutesContent
    jury: JuryStatement
    candidate: CandidateStatement
    heard: HearingFacts

    def sheets(self, board: GridBoard, *, is_blank: bool) -> tuple[GridSheet, ...]:
        """Return a page for each member who may assess, then the common one."""
        columns = [one for one in (*board.members, board.common) if one.is_open]
        return tuple(self._sheet(board, one, is_blank=is_blank) for one in columns)

    def _sheet(self, board: GridBoard, column: GridColumn, *, is_blank: bool) -> GridSheet:
        grid = replace(column.grid, marks=(), remark="") if is_blank else column.grid
        open_to = {one.examiner_id for one in board.members if one.is_open}
        signing = open_to if column.examiner_id is None else {column.examiner_id}
        return GridSheet(
            certifier=self.content.certifier,
            certification=self.content.certification,
            session_code=self.content.session_code,
            jury=self.jury.number,
            room=self.jury.room,
            candidate=self._assessed(),
            assessors=tuple(one for n, one in self._members() if n in signing),
            is_common=column.examiner_id is None,
            items=board.items,
            block_titles=board.block_titles,
            grid=grid,
        )

    def _assessed(self) -> Assessed:
        candidate = self.candidate
        return Assessed(
            name=candidate.name,
            sex=candidate.sex,
            birth_date=candidate.birth_date,
            birth_partial=candidate.birth_partial,
            route=candidate.route,
            start=candidate.start,
            end=candidate.end,
            extra_time=self.heard.candidacy.extra_time,
        )

    def _members(self) -> list[tuple[int, Assessor]]:
        return [
            (one.examiner_id, Assessor(one.name, one.seat, one.seat_label, one.president))
            for one in self.jury.members
        ]
