"""Ties between candidates and examiners: declared, proposed from what the rosters say, settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import WrongUsage
from jurydesk.exchange.readings import TieHint
from jurydesk.exchange.remarks import read_remark
from jurydesk.exchange.tie_matching import match_organisation, match_person
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


def list_ties(
    desk: Desk, *, only_open: bool = False
) -> tuple[tuple[Tie, Candidate, Examiner], ...]:
    """Return the ties with both persons; `only_open`: those proposed that nobody settled."""
    with desk.open_unit() as unit:
        ties = [t for t in unit.ties.all() if not only_open or t.state is TieState.PROPOSED]
        candidates = {c.id: c for c in unit.candidates.some({t.candidate_id for t in ties})}
        examiners = {e.id: e for e in unit.examiners.some({t.examiner_id for t in ties})}
    return tuple((t, candidates[t.candidate_id], examiners[t.examiner_id]) for t in ties)


def settle_tie(desk: Desk, *, tie_id: int, state: TieState, reason: str = "") -> Outcome[Tie]:
    """Confirm a tie or set it aside; setting aside needs a reason, which the trail keeps.

    Raises:
        WrongUsage: a tie is set aside without a reason.
    """
    if state is TieState.SET_ASIDE and not reason.strip():
        raise WrongUsage("TIE-WITHOUT-REASON")
    with desk.open_unit() as unit:
        tie = unit.ties.save(replace(unit.ties.get(tie_id), state=state, reason=reason.strip()))
        finish(unit, EventType.TIE_SETTLED, _details(tie))
        return Outcome(tie, unit.changes, label="ACT-TIE-SETTLED")


def declare_tie(desk: Desk, *, tie: Tie) -> Outcome[Tie]:
    """Write down a tie that somebody declared; it holds at once."""
    with desk.open_unit() as unit:
        unit.candidates.get(tie.candidate_id)
        unit.examiners.get(tie.examiner_id)
        stored = unit.ties.add(replace(tie, state=TieState.CONFIRMED, id=0))
        finish(unit, EventType.TIE_SETTLED, _details(stored))
        return Outcome(stored, unit.changes, label="ACT-TIE-DECLARED")


def propose_ties(unit: UnitOfWork, *, today: date) -> int:
    """Propose each tie that the files suggest and nobody has settled; return how many are new.

    What is stored decides, not the file just imported: it does not matter which roster came first.
    """
    examiners = tuple(examiner for examiner in unit.examiners.all() if examiner.active)
    candidacies: dict[int, list[Candidacy]] = {}
    for candidacy in unit.candidacies.all():
        candidacies.setdefault(candidacy.candidate_id, []).append(candidacy)
    known = {(tie.candidate_id, tie.examiner_id, tie.kind) for tie in unit.ties.all()}
    count = 0
    for candidate in unit.candidates.all():
        own = candidacies.get(candidate.id, ())
        hints = dict.fromkeys(h for c in own for h in hints_of(candidate, c, today=today))
        for tie in _suggested(candidate, hints, examiners):
            key = (tie.candidate_id, tie.examiner_id, tie.kind)
            if key not in known:
                known.add(key)
                unit.ties.add(tie)
                count += 1
    return count


def hints_of(candidate: Candidate, candidacy: Candidacy, *, today: date) -> tuple[TieHint, ...]:
    """Return the words of a file that may tie the candidate to an examiner."""
    training = candidacy.training
    words = (
        (TieKind.EMPLOYER, "Employeur", candidate.employer),
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


def _suggested(
    candidate: Candidate, hints: Iterable[TieHint], examiners: Sequence[Examiner]
) -> Iterator[Tie]:
    for hint in hints:
        for examiner_id in _matches(hint, examiners):
            yield Tie(candidate.id, examiner_id, hint.kind, evidence=hint.evidence)


def _matches(hint: TieHint, examiners: Sequence[Examiner]) -> Iterator[int]:
    if hint.kind in ORGANISATIONS:
        for examiner in examiners:
            if examiner.organisation and match_organisation(hint.text, examiner.organisation):
                yield examiner.id
        return
    found = match_person(hint.text, examiners)
    if found is not None:
        yield found


def _details(tie: Tie) -> dict[str, object]:
    return {
        "tie": tie.id,
        "candidate": tie.candidate_id,
        "examiner": tie.examiner_id,
        "kind": tie.kind,
        "state": tie.state,
    }
