"""Proposes ties from what the files say: employers, placements, trainers, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.exchange.organisation_index import OrganisationIndex
from jurydesk.exchange.readings import TieHint
from jurydesk.exchange.remarks import read_remark
from jurydesk.exchange.tie_matching import PersonFinder
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.services.ports import Desk, UnitOfWork

ORGANISATIONS = frozenset({TieKind.EMPLOYER, TieKind.FORMER_EMPLOYER, TieKind.PLACEMENT})
"""Kinds whose words name a company; those of the other kinds name a person."""


def look_for_ties(desk: Desk) -> Outcome[int]:
    """Look through every file for ties that nobody knows yet; return how many are proposed."""
    with desk.open_unit() as unit:
        count = propose_ties(unit, today=desk.clock.today())
        finish(unit, EventType.TIES_PROPOSED, {"count": count})
        return Outcome(count, unit.changes, label="ACT-TIES-PROPOSED")


def propose_ties(
    unit: UnitOfWork, *, today: date, people: Iterable[int] | None = None, member: int = 0
) -> int:
    """Propose each tie that the files suggest and nobody has settled; return how many are new.

    What is stored decides, not the file just imported: it does not matter which roster came first.
    `people`: only these candidates; `member`: only that examiner. What was set aside once is
    never proposed again for the same two persons and the same kind.
    """
    pool = [one for one in unit.examiners.all() if one.active]
    members = [one for one in pool if member in {0, one.id}]
    if not members:
        return 0
    candidates = unit.candidates.all() if people is None else unit.candidates.some(people)
    paths = _by_person(unit, None if people is None else candidates)
    known = {(tie.candidate_id, tie.examiner_id, tie.kind) for tie in unit.ties.all()}
    search = TieSearch(members, pool)
    count = 0
    for candidate in candidates:
        own = paths.get(candidate.id, ())
        hints = dict.fromkeys(h for c in own for h in hints_of(candidate, c, today=today))
        for tie in search.ties_of(candidate, hints):
            key = (tie.candidate_id, tie.examiner_id, tie.kind)
            if key not in known:
                known.add(key)
                unit.ties.add(tie)
                count += 1
    return count


class TieSearch:
    """The examiners laid out by company and by name; each distinct text is looked up once."""

    def __init__(self, members: Sequence[Examiner], pool: Iterable[Examiner]) -> None:
        """Lay out the members; `pool`: among whom a name must mean one person only."""
        self._members = members
        self._numbers = {one.id for one in members}
        self._finder = PersonFinder(pool)
        self._staff: dict[str, list[int]] = {}
        for at, one in enumerate(members):
            for name, _ in _companies_of(one):
                self._staff.setdefault(name, []).append(at)
        self._index = OrganisationIndex(self._staff)
        self._colleagues: dict[str, tuple[tuple[Examiner, str, bool, int], ...]] = {}
        self._persons: dict[str, int | None] = {}

    def ties_of(self, candidate: Candidate, hints: Iterable[TieHint]) -> Iterator[Tie]:
        """Yield what the words of a file suggest."""
        for hint in hints:
            if hint.kind in ORGANISATIONS:
                yield from self._of_companies(candidate, hint)
                continue
            found = self._person(hint.text)
            if found in self._numbers and found is not None:
                yield Tie(candidate.id, found, hint.kind, evidence=hint.evidence)

    def _person(self, text: str) -> int | None:
        if text not in self._persons:
            self._persons[text] = self._finder.find(text)
        return self._persons[text]

    def _of_companies(self, candidate: Candidate, hint: TieHint) -> Iterator[Tie]:
        if hint.text not in self._colleagues:
            self._colleagues[hint.text] = tuple(self._staff_of(hint.text))
        for examiner, name, is_past, likeness in self._colleagues[hint.text]:
            kind = TieKind.FORMER_EMPLOYER if is_past else hint.kind
            is_today = name == examiner.organisation
            evidence = hint.evidence if is_today else f"{hint.evidence} = {name}"
            yield Tie(candidate.id, examiner.id, kind, evidence=evidence, likeness=likeness)

    def _staff_of(self, text: str) -> Iterator[tuple[Examiner, str, bool, int]]:
        """Yield who works or worked there, each by the first of their companies that fits."""
        likely = self._index.matches(text)
        for at in sorted({at for name in likely for at in self._staff[name]}):
            one = self._members[at]
            name, is_past = next(c for c in _companies_of(one) if c[0] in likely)
            yield one, name, is_past, likely[name]


def _by_person(
    unit: UnitOfWork, candidates: Iterable[Candidate] | None
) -> dict[int, list[Candidacy]]:
    found: dict[int, list[Candidacy]] = {}
    stored = (
        unit.candidacies.all()
        if candidates is None
        else unit.candidacies.of_candidates(one.id for one in candidates)
    )
    for candidacy in stored:
        found.setdefault(candidacy.candidate_id, []).append(candidacy)
    return found


def hints_of(candidate: Candidate, candidacy: Candidacy, *, today: date) -> tuple[TieHint, ...]:
    """Return the words of a file that may tie the candidate to an examiner."""
    training = candidacy.training
    others = (
        (
            TieKind.FORMER_EMPLOYER if one.is_past else TieKind.EMPLOYER,
            "Ancien employeur" if one.is_past else "Autre employeur",
            one.organisation,
        )
        for one in candidate.employments
    )
    words = (
        (TieKind.EMPLOYER, "Employeur", candidate.employer),
        *others,
        (TieKind.PLACEMENT, "Entreprise de stage", training.placement),
        (TieKind.TRAINER, "Formateur référent", training.trainer),
        (TieKind.ACCOMPANIST, "Accompagné par", candidacy.accompanist),
        (
            TieKind.WORKED_TOGETHER,
            "A travaillé avec",
            read_remark(candidacy.notes, today=today).worked_with,
        ),
    )
    return tuple(
        TieHint(kind, text, f"{heading}\N{NO-BREAK SPACE}: {text}")
        for kind, heading, text in words
        if text
    )


def _companies_of(examiner: Examiner) -> Iterator[tuple[str, bool]]:
    """Yield the companies of an examiner, that of today first; True: it is over."""
    if examiner.organisation:
        yield examiner.organisation, False
    for one in examiner.employments:
        yield one.organisation, one.is_past
