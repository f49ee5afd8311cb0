"""One candidacy without a hearing, with what it would take to place it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import FigureValue, Finding, Severity, Subject
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.subjects import of_candidacy, of_examiner
from jurydesk.planning.matching import jury_exists
from jurydesk.planning.problem import Half, Openings, Panel


@dataclass(frozen=True)
class Case:
    """A candidacy, and the half-days on which nothing but juries can stand in its way."""

    facts: SessionFacts
    candidacy: Candidacy
    panel: Panel
    minutes: int
    openings: Mapping[Half, Openings]
    """For each of those half-days, who may sit, the other juries of the session left aside."""
    excluded: frozenset[int]
    recused: frozenset[int]
    rooms: Mapping[Half, tuple[str, ...]] = field(default_factory=dict)
    """For each of those half-days, the rooms of the session that suit the candidate."""

    @property
    def subject(self) -> Subject:
        """Return the candidacy under the name of its person."""
        return of_candidacy(self.candidacy, self.facts.candidate_of(self.candidacy))

    @property
    def bare(self) -> SessionFacts:
        """Return the facts as if the session had no jury yet."""
        session = replace(self.facts.session, juries=(), hearings=())
        return replace(self.facts, session=session)

    @property
    def spare(self) -> int:
        """Return how many voting members the candidate can do without."""
        return self.panel.voters - self.facts.limits.quorum

    @property
    def alone(self) -> tuple[Half, ...]:
        """Return the half-days on which a jury for this candidate could sit, if it were alone."""
        return tuple(half for half in self.openings if self.can_sit(half))

    def can_sit(self, half: Half, *, taken: frozenset[int] = frozenset()) -> bool:
        """Tell whether a jury that may hear the candidate can be made without those taken."""
        return jury_exists(
            self.panel,
            self.openings[half],
            barred=self.excluded | taken,
            recused=self.recused,
            spare=self.spare,
        )

    def people(self, examiners: frozenset[int]) -> tuple[Subject, ...]:
        """Return the examiners as subjects, in the order of their names."""
        known = [self.facts.examiners[e] for e in examiners if e in self.facts.examiners]
        return tuple(map(of_examiner, sorted(known, key=lambda e: (e.full_name, e.id))))


def reason(code: str, *subjects: Subject, **figures: FigureValue) -> Finding:
    """Return one reason why a candidacy has no hearing."""
    return Finding(code, Severity.BLOCKING, subjects, tuple(figures.items()))
