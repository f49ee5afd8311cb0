"""The content of the sheet that proves an examiner's right to sit on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.right_to_sit import Standing


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One fact in words."""

    label: str
    statement: str
    todo: str
    """What would settle it; empty: nothing is to be done."""
    standing: Standing


@dataclass(frozen=True, slots=True)
class ExaminerSheet:
    """One page: who, on which day, fact by fact, the latest juries, the documents kept."""

    certifier: CertifierStatement
    name: str
    work: str
    on: date
    printed: date
    lines: tuple[SheetLine, ...]
    sat: int
    presided: int
    years: int
    """Calendar years on end."""
    services: tuple[tuple[date, str, str, str, bool], ...] = ()
    """Day, half-day, session, seat, and whether the person presided; the latest first."""
    documents: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each document kept."""

    @property
    def may_sit(self) -> bool:
        """Tell whether no fact is missing."""
        return all(line.standing is not Standing.MISSING for line in self.lines)
