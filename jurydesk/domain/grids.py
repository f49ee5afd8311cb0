"""Evaluation grids: what each member marks of one candidate, and the common grid of the jury."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import WHOLE, Certification
from jurydesk.domain.deliberation import Outcome
from jurydesk.domain.scales import HUNDRED, LEVEL_SCALE, ItemKind, Scale, ScaleKind
from jurydesk.domain.voting import blocks_to_judge

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GridItem:
    """One line of a grid: a skill of a block, or the block itself."""

    code: str
    """`BC01.C2`, `BC01`, `C2` or `WHOLE`."""
    block: str
    """Full code of the block, `WHOLE` where the sheet has none."""
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody marked on one line: a level or points, and a note if they wish."""

    item: str
    level: str = ""
    points: Decimal | None = None
    note: str = ""

    @property
    def is_given(self) -> bool:
        """Tell whether the line is marked; a note alone marks nothing."""
        return bool(self.level) or self.points is not None

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing at all stands on the line."""
        return not (self.is_given or self.note)


@dataclass(frozen=True, slots=True)
class Grid:
    """The marks of one person on one candidacy, or those of the jury as a whole."""

    session_id: int
    candidacy_id: int
    examiner_id: int | None = None
    """None: the common grid of the jury."""
    marks: tuple[Mark, ...] = ()
    remark: str = ""
    """General appreciation."""
    scale: Scale = LEVEL_SCALE
    """As it stood when the grid was begun: a later scale does not rewrite it."""
    id: int = 0
    version: int = field(default=0, compare=False)

    def mark(self, item: str) -> Mark:
        """Return what stands on one line."""
        return next((mark for mark in self.marks if mark.item == item), Mark(item))

    def with_mark(self, mark: Mark) -> Grid:
        """Return the grid with one line written anew; a blank line leaves nothing."""
        lines = {one.item: one for one in self.marks} | {mark.item: mark}
        return replace(self, marks=tuple(one for one in lines.values() if not one.is_blank))

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was written."""
        return not (self.marks or self.remark)


def items_of(
    candidacy: Candidacy,
    sheet: Certification,
    *,
    scale: Scale,
    acquired: Collection[str] = (),
) -> tuple[GridItem, ...]:
    """Return the lines of a candidacy's grid: what is to be judged, in the order of the sheet."""
    blocks = blocks_to_judge(candidacy, sheet, acquired=acquired)
    return tuple(item for block in blocks for item in _items(block, sheet, scale))


def _items(code: str, sheet: Certification, scale: Scale) -> Iterable[GridItem]:
    block = sheet.block(code)
    if code == WHOLE:
        skills, short, title = sheet.skills, WHOLE, sheet.title
    elif block is None:
        skills, short, title = (), code, code
    else:
        skills, short, title = block.skills, block.short_code, block.title
    if not skills or scale.items is ItemKind.BLOCKS:
        return (GridItem(short, code, title),)
    prefix = "" if code == WHOLE else f"{short}."
    return (GridItem(f"{prefix}C{n}", code, text) for n, text in enumerate(skills, start=1))


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the members marked on one line, and what that makes for the common grid."""

    item: str
    proposed: Mark
    """The mark of all, or the one in the middle; not given where there is none in the middle."""
    is_agreed: bool
    """Whether all who marked the line marked the same; False: to be discussed."""
    given: int
    """How many marked it."""


def agreement(item: str, grids: Iterable[Grid], scale: Scale) -> Agreement:
    """Return what individual grids make for one line: their agreement, else their median."""
    marks = [mark for grid in grids if (mark := grid.mark(item)).is_given]
    values = {(mark.level, mark.points) for mark in marks}
    return Agreement(item, _median(item, marks, scale), len(values) <= 1, len(marks))


def _median(item: str, marks: list[Mark], scale: Scale) -> Mark:
    if not marks:
        return Mark(item)
    if scale.kind is ScaleKind.POINTS:
        points = sorted(mark.points for mark in marks if mark.points is not None)
        low, high = _middle(points)
        return Mark(item, points=(low + high) / 2)
    ranked = sorted((mark.level for mark in marks), key=scale.rank)
    best, worst = _middle(ranked)
    # Between two levels there is none: that line is for the jury to settle
    return Mark(item, level=best if best == worst else "")


def _middle(ordered: list[T]) -> tuple[T, T]:
    return ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]


@dataclass(frozen=True, slots=True)
class BlockProposal:
    """What a grid proposes for one block: a proposal only, the jury decides."""

    block: str
    outcome: Outcome | None
    """None while a line of the block is not marked."""
    reached: Decimal
    """Percentage of lines acquired, or mean of the points, of the lines marked."""
    threshold: Decimal
    marked: int
    lines: int


def proposals(grid: Grid, items: Iterable[GridItem], scale: Scale) -> tuple[BlockProposal, ...]:
    """Return what a grid proposes, block by block, in the order of the items."""
    by_block: dict[str, list[Mark]] = {}
    for item in items:
        by_block.setdefault(item.block, []).append(grid.mark(item.code))
    return tuple(_proposal(block, marks, scale) for block, marks in by_block.items())


def _proposal(block: str, marks: list[Mark], scale: Scale) -> BlockProposal:
    given = [mark for mark in marks if mark.is_given]
    reached = _reached(given, scale)
    threshold = scale.threshold_of(block)
    outcome = Outcome.ACQUIRED if reached >= threshold else Outcome.REFUSED
    whole = outcome if len(given) == len(marks) else None
    return BlockProposal(block, whole, reached, threshold, len(given), len(marks))


def _reached(given: list[Mark], scale: Scale) -> Decimal:
    if not given:
        return Decimal(0)
    if scale.kind is ScaleKind.POINTS:
        return sum((mark.points or Decimal(0) for mark in given), Decimal(0)) / len(given)
    levels = [scale.level(mark.level) for mark in given]
    return HUNDRED * sum(level is not None and level.is_acquired for level in levels) / len(given)
