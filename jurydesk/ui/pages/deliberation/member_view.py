"""What the room shows of one member, and the presence as it stands on screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time


@dataclass(frozen=True)
class Declared:
    """What one member declared, ready to show."""

    read_files: bool
    no_tie: bool
    when: str = ""


IN_ORDER = Declared(read_files=True, no_tie=True)
UNREAD = Declared(read_files=False, no_tie=True)
TIED = Declared(read_files=True, no_tie=False)


@dataclass(frozen=True)
class MemberView:
    """One member as the room shows them; `locked` recusals come from a tie and stay."""

    examiner_id: int
    name: str
    seat: str
    deliberates: bool
    is_president: bool
    present: bool | None
    arrived: time | None = None
    left: time | None = None
    recused: bool = False
    is_locked: bool = False
    reason: str = ""
    evidence: str = ""
    """The words in which the tie was read: they are the reason unless another is written."""
    number: int = 0
    """Alt and this figure switch the presence."""
    declared: Declared | None = None
    presides: bool = False
    """Presides now, as president or in the president's place."""

    def frame(self) -> MemberView:
        """Return the member without what the row can show anew: presence and recusal."""
        noted = replace(self, present=None, arrived=None, left=None)
        return replace(noted, recused=False, is_locked=False, reason="", evidence="")


@dataclass(frozen=True)
class Presence:
    """Whether one member is there, and the hours where somebody came late or left early."""

    examiner_id: int
    is_there: bool
    arrived: time | None = None
    left: time | None = None

    def at(self, now: time) -> Presence:
        """Return who came or left at that hour; once more takes a departure back."""
        if not self.is_there:
            return replace(self, is_there=True, arrived=now, left=None)
        return replace(self, left=now if self.left is None else None)
