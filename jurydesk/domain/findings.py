"""What a rule found: a code with the persons and figures concerned, never a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from jurydesk.domain.money import Euros

FigureValue = str | int | date | datetime | time | Euros


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKING = "BLOCKING"
    """The session, the hearing or the candidacy cannot stand like this."""
    NEEDS_REASON = "NEEDS_REASON"
    """It may stand if a person writes down why; the minutes print the reason."""
    WARNING = "WARNING"
    """It may stand; the person should know."""


class SubjectKind(StrEnum):
    """What kind of thing a finding is about."""

    CANDIDATE = "CANDIDATE"
    CANDIDACY = "CANDIDACY"
    EXAMINER = "EXAMINER"
    CERTIFICATION = "CERTIFICATION"
    SESSION = "SESSION"
    JURY = "JURY"
    HEARING = "HEARING"


@dataclass(frozen=True, slots=True)
class Subject:
    """One person or thing that a finding concerns, with the name that a reader knows it by."""

    kind: SubjectKind
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule not met: its `code` and `version` as it stood, the `figures` of its sentence."""

    code: str
    severity: Severity
    subjects: tuple[Subject, ...] = ()
    figures: tuple[tuple[str, FigureValue], ...] = ()
    version: int = 1

    @property
    def blocks(self) -> bool:
        """Tell whether nothing may go on while this stands."""
        return self.severity is Severity.BLOCKING

    def concerns(self, kind: SubjectKind, identifier: int) -> bool:
        """Tell whether this finding is about that person or thing."""
        return any(s.kind is kind and s.id == identifier for s in self.subjects)


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the findings that forbid to go on."""
    return tuple(finding for finding in findings if finding.blocks)
