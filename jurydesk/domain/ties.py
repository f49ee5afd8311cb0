"""Ties between a candidate and an examiner: professional, personal, trainer, accompanist."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.rules import RULES


class TieKind(StrEnum):
    """What binds the two persons (D6412-6)."""

    EMPLOYER = "EMPLOYER"
    """Same employer now."""
    FORMER_EMPLOYER = "FORMER_EMPLOYER"
    PLACEMENT = "PLACEMENT"
    """The candidate's work placement was in the examiner's company."""
    TRAINER = "TRAINER"
    ACCOMPANIST = "ACCOMPANIST"
    WORKED_TOGETHER = "WORKED_TOGETHER"
    PERSONAL = "PERSONAL"


class TieState(StrEnum):
    """What a person made of it. A tie only proposed is treated with caution: as if it held."""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    SET_ASIDE = "SET_ASIDE"


class TieSource(StrEnum):
    """Who said so; both sides are asked to declare."""

    FILE = "FILE"
    """Read in what the office keeps, and only proposed."""
    CANDIDATE = "CANDIDATE"
    EXAMINER = "EXAMINER"
    OFFICE = "OFFICE"
    """Written down by somebody of the office."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie of one candidate with one examiner, and what proves it or sets it aside."""

    candidate_id: int
    examiner_id: int
    kind: TieKind
    state: TieState = TieState.PROPOSED
    evidence: str = ""
    """The words it was read in, such as « Accompagné par : B. Peyrat »."""
    reason: str = ""
    """Why it was set aside; needed for that."""
    source: TieSource = TieSource.FILE
    declared_on: date | None = None
    likeness: int = 0
    """How alike the names are that led to it, from 0 to 100; 0: nothing was compared."""
    settled_by: str = ""
    settled_on: date | None = None
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def holds(self) -> bool:
        """Tell whether the tie must be respected."""
        return self.state is not TieState.SET_ASIDE


class TieEffect(StrEnum):
    """What a tie forbids its examiner before that candidate."""

    EXCLUDED = "EXCLUDED"
    """May not sit at all for this candidate, not even in a seat without a vote."""
    RECUSED = "RECUSED"
    """May sit, but takes no part in the deliberation on this candidate."""


def effect(tie: Tie, candidacy: Candidacy) -> TieEffect | None:
    """Return what the tie forbids before that candidacy; None when it was set aside.

    D6412-6 excludes for the VAE paths begun from 13/04/2024. For older paths (code de
    l'éducation, R335-8, repealed) and for the other routes, on which no text rules, the
    examiner may sit without deliberating.
    """
    if not tie.holds:
        return None
    governed = RULES["TIE-01"].holds(candidacy.law_day, route=candidacy.route)
    return TieEffect.EXCLUDED if governed else TieEffect.RECUSED
