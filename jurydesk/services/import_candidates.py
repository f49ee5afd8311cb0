"""Decides the fate of each row of a roster of candidates; pure, nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Candidacy, Intake
from jurydesk.domain.candidacy_rules import check_candidacy, check_readiness
from jurydesk.domain.findings import Finding, Severity, Subject, SubjectKind, blocking
from jurydesk.domain.people import Candidate
from jurydesk.domain.steps import Step
from jurydesk.services.import_matching import find_candidacy
from jurydesk.services.import_merge import complete, differences, merge
from jurydesk.services.import_people import RosterPeople
from jurydesk.services.import_preview import Fate, PreviewRow
from jurydesk.services.import_writes import Write, preview_row
from jurydesk.services.journeys import bound_fields_changed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jurydesk.domain.certification import Certification
    from jurydesk.exchange.readings import ReadCandidate
    from jurydesk.services.import_decisions import RowDecision, RowPlace
    from jurydesk.services.import_matching import Known
    from jurydesk.services.import_preview import FieldChange

HOMONYM, BOUND = "IMPORT-HOMONYM", "IMPORT-BOUND"
OF_THE_SHEET = "CERT-"
"""Codes of the rules on registration and delivery: they depend on the day, not on the file."""


@dataclass(frozen=True, slots=True)
class Background:
    """What the fate of a candidate's row depends on besides the row."""

    candidates: tuple[Candidate, ...]
    candidacies: tuple[Candidacy, ...]
    certifications: Mapping[str, Certification]
    today: date
    legal_steps: Mapping[int, tuple[Step, ...]] = field(default_factory=dict)
    """By candidacy: what a legal act has fixed, no roster changes."""


class CandidatePlanner:
    """Goes through a roster of candidates row by row and remembers whom it has met."""

    def __init__(
        self,
        background: Background,
        people: Iterable[Candidate],
        decisions: Mapping[RowPlace, RowDecision],
    ) -> None:
        """Begin with everybody who is stored; `people` are those of the file, in its order."""
        self._background = background
        self._people = RosterPeople(background.candidates, people, decisions)
        for candidacy in background.candidacies:
            self._people.stored[candidacy.candidate_id].candidacies.append((candidacy, None))
        self.writes: list[Write[Candidate]] = []
        self.met: set[int] = set()
        """Stored candidacies that the file speaks of, or may."""

    def fate(self, read: ReadCandidate, place: RowPlace) -> PreviewRow:
        """Decide what becomes of one row."""
        known = self._people.of_next_row(read.candidate, place)
        if known is None:
            return self._unknown(read, place)
        found = find_candidacy(known, read.candidacy)
        if found is None:
            return self._new_candidacy(known, read, place)
        stored, earlier = found
        self.met.add(stored.id)
        if earlier is not None:
            return self._duplicate(known, stored, earlier, read)
        return self._known(known, stored, read, place)

    def _unknown(self, read: ReadCandidate, place: RowPlace) -> PreviewRow:
        alike = self._people.alike(read.candidate, place)
        if not alike:
            return self._newcomer(read, place)
        for one in alike:
            maybe = self._people.stored.get(one.person)
            self.met |= {c.id for c, _ in maybe.candidacies} if maybe else set()
        return replace(preview_row(read, Fate.DOUBTFUL), alike=alike)

    def _newcomer(self, read: ReadCandidate, place: RowPlace) -> PreviewRow:
        # Counted before the newcomer joins them
        namesakes = len(self._people.register.namesakes(read.candidate))
        known = self._people.welcome(read.candidate, place)
        row = self._new_candidacy(known, read, place)
        if not namesakes:
            return row
        figures = (("count", namesakes),)
        homonym = Finding(HOMONYM, Severity.WARNING, (_subject(read.candidate),), figures)
        return replace(row, findings=(*row.findings, homonym))

    def _new_candidacy(
        self, known: Known[Candidate], read: ReadCandidate, place: RowPlace
    ) -> PreviewRow:
        changes = self._update_person(known, read, place)
        findings = self._check(known, read.candidacy)
        intake = Intake.DRAFT if blocking(findings) else Intake.COMPLETE
        candidacy = replace(read.candidacy, intake=intake)
        known.candidacies.append((candidacy, place))
        self.writes.append(Write(known, candidacy))
        return preview_row(read, Fate.NEW, changes=changes, findings=findings)

    def _known(
        self, known: Known[Candidate], stored: Candidacy, read: ReadCandidate, place: RowPlace
    ) -> PreviewRow:
        changes = self._update_person(known, read, place)
        merged, bound = self._within_law(stored, merge(stored, read.candidacy), known.person)
        changes += differences(stored, merged)
        findings = (*self._check(known, merged), *bound)
        if changes:
            intake = Intake.DRAFT if blocking(findings) else Intake.COMPLETE
            merged = replace(merged, intake=intake)
            self.writes.append(Write(known, merged if merged != stored else None))
        known.candidacies[known.candidacies.index((stored, None))] = (merged, place)
        fate = Fate.CHANGED if changes else Fate.SAME
        return preview_row(read, fate, changes=changes, findings=findings)

    def _within_law(
        self, stored: Candidacy, merged: Candidacy, person: Candidate
    ) -> tuple[Candidacy, tuple[Finding, ...]]:
        """Keep the decision that a legal act fixed, and say so where the file says otherwise."""
        steps = self._background.legal_steps.get(stored.id, ())
        if not steps or not bound_fields_changed(stored, merged, steps):
            return merged, ()
        file = stored.admissibility
        kept = replace(
            merged.admissibility, status=file.status, decided=file.decided, notified=file.notified
        )
        finding = Finding(BOUND, Severity.WARNING, (_subject(person),))
        return replace(merged, admissibility=kept), (finding,)

    def _duplicate(
        self, known: Known[Candidate], first: Candidacy, earlier: RowPlace, read: ReadCandidate
    ) -> PreviewRow:
        """The first row stands; where this one says otherwise is shown, not taken over."""
        changes = differences(known.person, merge(known.person, read.candidate))
        changes += differences(first, merge(first, read.candidacy))
        return replace(preview_row(read, Fate.DUPLICATE, changes=changes), of=earlier)

    def _update_person(
        self, known: Known[Candidate], read: ReadCandidate, place: RowPlace
    ) -> tuple[FieldChange, ...]:
        """The first row about a person may change it; the following ones only complete it."""
        before = known.person
        join = merge if known.place is None else complete
        known.person = join(before, read.candidate)
        known.place = known.place or place
        self._people.register.learn(known)
        return differences(before, known.person)

    def _check(self, known: Known[Candidate], candidacy: Candidacy) -> tuple[Finding, ...]:
        """Check the file, and what its certification's dates mean for it as things stand."""
        others = tuple(c for c, _ in known.candidacies if not candidacy.id or c.id != candidacy.id)
        sheet = self._background.certifications.get(candidacy.certification)
        today = self._background.today
        drafts = check_candidacy(candidacy, known.person, sheet, today=today, others=others)
        ready = check_readiness(candidacy, known.person, sheet, on=today)
        dates = (finding for finding in ready if finding.code.startswith(OF_THE_SHEET))
        return tuple(dict.fromkeys((*drafts, *dates)))


def _subject(person: Candidate) -> Subject:
    return Subject(SubjectKind.CANDIDATE, person.id, person.full_name)
