"""The scale of evaluation grids: levels, or points, and what a block needs to be proposed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HUNDRED = Decimal(100)


class ScaleKind(StrEnum):
    """How a line of a grid is marked."""

    LEVELS = "LEVELS"
    POINTS = "POINTS"


class ItemKind(StrEnum):
    """What a line of a grid is."""

    SKILLS = "SKILLS"
    """Each skill of each block; a block of which the sheet tells no skill is one line."""
    BLOCKS = "BLOCKS"


@dataclass(frozen=True, slots=True)
class Level:
    """One level, such as « en cours d’acquisition »."""

    code: str
    """What marks it in a box and by key, one or two signs."""
    label: str
    """As it is read on the paper; French, like the sheets."""
    is_acquired: bool = False
    """Whether a line at this level counts as acquired."""


LEVELS = (
    Level("A", "Acquis", is_acquired=True),
    Level("E", "En cours d’acquisition"),
    Level("N", "Non acquis"),
)
"""From the best to the worst."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the grids of one certification are marked. No text fixes it: the office sets it.

    With levels, a block is proposed as acquired where at least `threshold` per cent of its lines
    are at a level that counts as acquired; with points, where their mean reaches `threshold`.
    """

    kind: ScaleKind = ScaleKind.LEVELS
    items: ItemKind = ItemKind.SKILLS
    levels: tuple[Level, ...] = LEVELS
    maximum: Decimal = Decimal(20)
    """Most points that a line can have; the least is none."""
    threshold: Decimal = Decimal(50)
    thresholds: tuple[tuple[str, Decimal], ...] = ()
    """By full code of the block, where it differs."""

    def level(self, code: str) -> Level | None:
        """Return a level by its code."""
        return next((level for level in self.levels if level.code == code), None)

    def rank(self, code: str) -> int:
        """Return the place of a level, the best being 0."""
        return next(place for place, level in enumerate(self.levels) if level.code == code)

    def threshold_of(self, block: str) -> Decimal:
        """Return what that block needs: a percentage, or points."""
        return dict(self.thresholds).get(block, self.threshold)

    @property
    def allowed(self) -> str:
        """Return what a line can be marked with, as a person reads it."""
        if self.kind is ScaleKind.POINTS:
            return f"0–{self.maximum}"
        return ", ".join(level.label for level in self.levels)

    def allows(self, level: str, points: Decimal | None) -> bool:
        """Tell whether a line can be marked so; nothing at all is always allowed."""
        if not level and points is None:
            return True
        if self.kind is ScaleKind.LEVELS:
            return points is None and self.level(level) is not None
        return not level and points is not None and 0 <= points <= self.maximum

    @property
    def ceiling(self) -> Decimal:
        """Return the most that a threshold can be."""
        return self.maximum if self.kind is ScaleKind.POINTS else HUNDRED


LEVEL_SCALE = Scale()
"""Three levels, skill by skill: used until the office sets another."""
POINTS = Scale(ScaleKind.POINTS, threshold=Decimal(10))
"""Points out of twenty, a block being proposed from ten on."""


class ScaleFault(StrEnum):
    """Why a scale cannot be used; the sentence is `GRID-SCALE-<fault>`."""

    FEW_LEVELS = "FEW-LEVELS"
    """Two at least, the best of them acquired and the last one not."""
    SAME_LEVELS = "SAME-LEVELS"
    MAXIMUM = "MAXIMUM"
    THRESHOLD = "THRESHOLD"


def check_scale(scale: Scale) -> ScaleFault | None:
    """Return the first thing that makes a scale useless; None: it can be used."""
    named = [level.code.strip() and level.label.strip() for level in scale.levels]
    if scale.kind is ScaleKind.LEVELS:
        decides = scale.levels and scale.levels[0].is_acquired and not scale.levels[-1].is_acquired
        if not decides:
            return ScaleFault.FEW_LEVELS
        if "" in named or len({level.code for level in scale.levels}) < len(named):
            return ScaleFault.SAME_LEVELS
    if scale.maximum <= 0:
        return ScaleFault.MAXIMUM
    needed = (scale.threshold, *(value for _, value in scale.thresholds))
    return None if all(0 < one <= scale.ceiling for one in needed) else ScaleFault.THRESHOLD
