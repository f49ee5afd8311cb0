"""What a seat card shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SeatState = Literal["empty", "proposed", "summoned", "accepted", "declined"]


@dataclass(frozen=True)
class SeatView:
    """What a seat card shows; every text is ready to read."""

    key: str
    kind: str
    name: str = ""
    detail: str = ""
    person: int = 0
    state: SeatState = "empty"
    is_external: bool = False
    deliberates: bool = True
    is_president: bool = False
    sex: str = ""
    facts: tuple[str, ...] = ()
    problem: str = ""
    is_pinned: bool = False
    is_barred: bool = False
