"""Where lanes, hours and hearings stand on the timetable board; no painting, no events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jurydesk.ui.theme.scale import Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jurydesk.ui.theme.tokens import Tone

GUTTER = 56
LANE_LEAST = 132
HOUR = 60


@dataclass(frozen=True)
class Lane:
    """One room on one day; minutes count from midnight. `pauses` are spans nobody sits in."""

    key: str
    day: str
    room: str
    first: int = 9 * HOUR
    last: int = 17 * HOUR + 30
    note: str = ""
    pauses: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Block:
    """One hearing; `tone` and `icon` say what is the matter with it, if anything."""

    key: int
    lane: str
    start: int
    minutes: int
    title: str
    detail: str = ""
    tone: Tone = "accent"
    icon: str = ""
    tooltip: str = ""
    is_fixed: bool = False
    is_pinned: bool = False
    """Whether a person wants it to stay there when juries are proposed again."""

    @property
    def end(self) -> int:
        """Return the minute at which it ends."""
        return self.start + self.minutes


@dataclass(frozen=True)
class Place:
    """A place on the board: a lane and the minute at which a hearing would start."""

    lane: str
    start: int


@dataclass(frozen=True)
class BoardGeometry:
    """Turns lanes and minutes into pixels and back, for one size of the board."""

    lanes: tuple[Lane, ...]
    width: int
    per_minute: float
    step: int = 15
    columns: dict[str, int] = field(default_factory=dict)

    @staticmethod
    def of(lanes: Sequence[Lane], width: int, per_minute: float, step: int) -> BoardGeometry:
        """Return the geometry of these lanes on a board so wide."""
        columns = {lane.key: at for at, lane in enumerate(lanes)}
        return BoardGeometry(tuple(lanes), width, per_minute, step, columns)

    @property
    def first(self) -> int:
        """Return the full hour at which the board begins."""
        return min((lane.first for lane in self.lanes), default=9 * HOUR) // HOUR * HOUR

    @property
    def last(self) -> int:
        """Return the full hour at which the board ends."""
        return -(-max((lane.last for lane in self.lanes), default=18 * HOUR) // HOUR) * HOUR

    @property
    def lane_width(self) -> float:
        """Return the width that each lane has."""
        room = (self.width - GUTTER) / max(1, len(self.lanes))
        return max(float(LANE_LEAST), room)

    @property
    def total_width(self) -> int:
        """Return the width of everything."""
        return round(GUTTER + self.lane_width * len(self.lanes))

    @property
    def total_height(self) -> int:
        """Return the height of everything."""
        return round((self.last - self.first) * self.per_minute) + 2 * Space.M

    def top(self, minute: int) -> float:
        """Return where a minute stands."""
        return Space.M + (minute - self.first) * self.per_minute

    def left(self, lane: str) -> float:
        """Return where a lane begins."""
        return GUTTER + self.columns[lane] * self.lane_width

    def rect(self, place: Place, minutes: int) -> QRectF:
        """Return the rectangle of a hearing of that length at a place."""
        return QRectF(
            self.left(place.lane) + 4,
            self.top(place.start) + 1,
            self.lane_width - 8,
            max(minutes * self.per_minute - 2, 4.0),
        )

    def lane_rect(self, lane: Lane) -> QRectF:
        """Return the open hours of a lane."""
        height = (lane.last - lane.first) * self.per_minute
        return QRectF(self.left(lane.key), self.top(lane.first), self.lane_width, height)

    def place_at(self, x: float, y: float) -> Place | None:
        """Return the place under a point, on the step grid; None outside the lanes."""
        column = int((x - GUTTER) // self.lane_width)
        if x < GUTTER or not 0 <= column < len(self.lanes):
            return None
        minute = self.first + (y - Space.M) / self.per_minute
        return Place(self.lanes[column].key, round(minute / self.step) * self.step)

    def fitting(self, height: int) -> float:
        """Return how high a minute may be for everything to fit that height."""
        return (height - 2 * Space.M) / max(1, self.last - self.first)

    def places(self, minutes: int, grid: int) -> Iterator[Place]:
        """Yield every place on a grid where a hearing of that length fits the open hours."""
        for lane in self.lanes:
            for start in range(lane.first, lane.last - minutes + 1, grid):
                yield Place(lane.key, start)

    def moved(self, place: Place, *, lanes: int = 0, steps: int = 0, minutes: int = 0) -> Place:
        """Return the place so many lanes and steps further, kept inside the open hours."""
        column = min(max(self.columns[place.lane] + lanes, 0), len(self.lanes) - 1)
        lane = self.lanes[column]
        latest = max(lane.first, lane.last - minutes)
        return Place(lane.key, min(max(place.start + steps * self.step, lane.first), latest))
