"""The evaluation grids of one candidate side by side, as they are shown and judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.grid_rules import HearingFacts, check_evaluator
from jurydesk.domain.grids import Agreement, BlockProposal, Grid, agreement, proposals
from jurydesk.services.scales import scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.certification import Certification
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.grids import GridItem
    from jurydesk.domain.scales import Scale
    from jurydesk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class GridColumn:
    """The grid of one member, or of the jury, with why it may not be filled in."""

    examiner_id: int | None
    """None: the common grid."""
    name: str
    """Empty: the common grid."""
    seat: str
    grid: Grid
    refusals: tuple[Finding, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether marks can be written in it."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class GridBoard:
    """All grids of one candidate side by side."""

    session: str
    candidacy_id: int
    candidate: str
    scale: Scale
    items: tuple[GridItem, ...]
    block_titles: tuple[tuple[str, str], ...]
    """Each block of the items with its title."""
    members: tuple[GridColumn, ...]
    """Every member of the jury, in the order of the seats; some may mark nothing."""
    common: GridColumn
    agreements: tuple[Agreement, ...]
    """What the individual grids make, line by line, in the order of the items."""
    proposals: tuple[BlockProposal, ...]
    """What the common grid proposes, block by block."""
    is_closed: bool

    def to_discuss(self) -> tuple[str, ...]:
        """Return the lines on which the members differ and the jury has not settled yet."""
        marked = {mark.item for mark in self.common.grid.marks if mark.is_given}
        differing = (one for one in self.agreements if not one.is_agreed)
        return tuple(one.item for one in differing if one.item not in marked)

    def column(self, examiner_id: int | None) -> GridColumn | None:
        """Return one grid."""
        every = (*self.members, self.common)
        return next((one for one in every if one.examiner_id == examiner_id), None)


def board_in(unit: UnitOfWork, heard: HearingFacts) -> GridBoard:
    """Return the grids of one hearing as a unit of work sees them."""
    stored = unit.grids.of_hearing(heard.facts.session.id, heard.candidacy.id)
    return side_by_side(heard, stored, scale_of(unit, heard.candidacy.certification))


def side_by_side(heard: HearingFacts, grids: Iterable[Grid], in_force: Scale) -> GridBoard:
    """Return these grids of one hearing; new ones are begun under the scale in force."""
    session, candidacy = heard.facts.session, heard.candidacy
    stored = {grid.examiner_id: grid for grid in grids}
    # The scale that they were begun under holds for all grids of a candidate
    begun = (grid.scale for grid in stored.values() if not grid.is_blank)
    scale = next(begun, in_force)
    items = heard.items(scale)
    everybody: list[int | None] = [juror.examiner_id for juror in heard.jury.jurors]
    columns = [_column(heard, who, stored, scale) for who in (*everybody, None)]
    counted = [column.grid for column in columns[:-1] if column.is_open]
    sheet = heard.facts.sheet_of(candidacy)
    blocks = dict.fromkeys(item.block for item in items)
    return GridBoard(
        session=session.code,
        candidacy_id=candidacy.id,
        candidate=heard.subject.name,
        scale=scale,
        items=items,
        block_titles=tuple((code, _title(sheet, code)) for code in blocks),
        members=tuple(columns[:-1]),
        common=columns[-1],
        agreements=tuple(agreement(item.code, counted, scale) for item in items),
        proposals=proposals(columns[-1].grid, items, scale),
        is_closed=heard.deliberation.is_closed,
    )


def _title(sheet: Certification, code: str) -> str:
    block = sheet.block(code)
    return block.title if block else sheet.title


def _column(
    heard: HearingFacts, examiner_id: int | None, stored: dict[int | None, Grid], scale: Scale
) -> GridColumn:
    juror = None if examiner_id is None else heard.jury.juror(examiner_id)
    who = None if examiner_id is None else heard.facts.examiner_subject(examiner_id)
    blank = Grid(heard.facts.session.id, heard.candidacy.id, examiner_id, scale=scale)
    grid = stored.get(examiner_id, blank)
    return GridColumn(
        examiner_id=examiner_id,
        name=who.name if who else "",
        seat=juror.seat if juror else "",
        # Whatever was emptied again is begun under the scale of today
        grid=replace(grid, scale=scale) if grid.is_blank else grid,
        refusals=tuple(check_evaluator(heard, examiner_id)),
    )
