"""Ties between candidates and examiners: declared, proposed from what the rosters say, settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.ties import Tie, TieKind, TieSource, TieState
from jurydesk.errors import WrongUsage
from jurydesk.exchange.organisations import LIKELY, organisation_likeness
from jurydesk.exchange.readings import TieHint
from jurydesk.exchange.remarks import read_remark
from jurydesk.exchange.tie_matching import match_person
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
        tie = unit.ties.save(_settled(unit.ties.get(tie_id), state, reason, desk))
        finish(unit, EventType.TIE_SETTLED, _details(tie))
        return Outcome(tie, unit.changes, label="ACT-TIE-SETTLED")


def settle_ties(
    desk: Desk, *, tie_ids: Iterable[int], state: TieState, reason: str = ""
) -> Outcome[tuple[Tie, ...]]:
    """Settle several ties alike, or leave them to be settled again, as one act undone as one.

    Raises:
        WrongUsage: they are set aside without a reason.
    """
    if state is TieState.SET_ASIDE and not reason.strip():
        raise WrongUsage("TIE-WITHOUT-REASON")
    with desk.open_unit() as unit:
        settled = []
        for number in dict.fromkeys(tie_ids):
            tie = unit.ties.save(_settled(unit.ties.get(number), state, reason, desk))
            settled.append(tie)
            unit.audit.record(EventType.TIE_SETTLED, _details(tie))
        if unit.changes:
            unit.commit()
        several = "ACT-TIES-SETTLED" if len(settled) > 1 else "ACT-TIE-SETTLED"
        label = "ACT-TIES-REOPENED" if state is TieState.PROPOSED else several
        return Outcome(tuple(settled), unit.changes, label=label)


def _settled(tie: Tie, state: TieState, reason: str, desk: Desk) -> Tie:
    if state is TieState.PROPOSED:
        # Who settled it before, and why, stays in the trail
        return replace(tie, state=state, reason="", settled_by="", settled_on=None)
    return replace(
        tie,
        state=state,
        reason=reason.strip(),
        settled_by=desk.actor,
        settled_on=desk.clock.today(),
    )


def declare_tie(desk: Desk, *, tie: Tie, source: TieSource = TieSource.OFFICE) -> Outcome[Tie]:
    """Write down a tie that one of both persons, or the office, declared; it holds at once.

    Where the same kind of tie of the same two persons is known already, that one is confirmed
    by these words: it is not there twice.
    """
    with desk.open_unit() as unit:
        unit.candidates.get(tie.candidate_id)
        unit.examiners.get(tie.examiner_id)
        known = _known(unit, tie)
        declared = replace(
            tie,
            state=TieState.CONFIRMED,
            evidence=tie.evidence.strip() or (known.evidence if known else ""),
            reason="",
            source=source,
            declared_on=desk.clock.today(),
            likeness=known.likeness if known else tie.likeness,
            settled_by=desk.actor,
            settled_on=desk.clock.today(),
            id=known.id if known else 0,
            version=known.version if known else 0,
        )
        stored = unit.ties.save(declared) if known else unit.ties.add(declared)
        finish(unit, EventType.TIE_SETTLED, _details(stored))
        return Outcome(stored, unit.changes, label="ACT-TIE-DECLARED")


def _known(unit: UnitOfWork, tie: Tie) -> Tie | None:
    """Return the tie of that kind which the two persons already have."""
    ties = unit.ties.of_candidates([tie.candidate_id])
    same = (one for one in ties if (one.examiner_id, one.kind) == (tie.examiner_id, tie.kind))
    return next(same, None)


def propose_ties(
    unit: UnitOfWork, *, today: date, people: Iterable[int] | None = None, member: int = 0
) -> int:
    """Propose each tie that the files suggest and nobody has settled; return how many are new.

    What is stored decides, not the file just imported: it does not matter which roster came first.
    `people`: only these candidates; `member`: only that examiner. What was set aside once is
    never proposed again for the same two persons and the same kind.
    """
    pool = unit.examiners.all()
    examiners = tuple(e for e in pool if e.active and member in {0, e.id})
    if not examiners:
        return 0
    candidates = unit.candidates.all() if people is None else unit.candidates.some(people)
    candidacies = _by_person(unit, None if people is None else candidates)
    known = {(tie.candidate_id, tie.examiner_id, tie.kind) for tie in unit.ties.all()}
    count = 0
    for candidate in candidates:
        own = candidacies.get(candidate.id, ())
        hints = dict.fromkeys(h for c in own for h in hints_of(candidate, c, today=today))
        for tie in _suggested(candidate, hints, examiners, pool):
            key = (tie.candidate_id, tie.examiner_id, tie.kind)
            if key not in known:
                known.add(key)
                unit.ties.add(tie)
                count += 1
    return count


def _by_person(
    unit: UnitOfWork, candidates: Iterable[Candidate] | None
) -> dict[int, list[Candidacy]]:
    found: dict[int, list[Candidacy]] = {}
    stored = (
        unit.candidacies.all()
        if candidates is None
        else (c for one in candidates for c in unit.candidacies.of_candidate(one.id))
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


def _suggested(
    candidate: Candidate,
    hints: Iterable[TieHint],
    examiners: Sequence[Examiner],
    pool: Sequence[Examiner],
) -> Iterator[Tie]:
    for hint in hints:
        if hint.kind in ORGANISATIONS:
            yield from _of_companies(candidate, hint, examiners)
            continue
        # Among the whole pool: a name that fits two persons means neither
        found = match_person(hint.text, [one for one in pool if one.active])
        if found is not None and any(one.id == found for one in examiners):
            yield Tie(candidate.id, found, hint.kind, evidence=hint.evidence)


def _of_companies(
    candidate: Candidate, hint: TieHint, examiners: Sequence[Examiner]
) -> Iterator[Tie]:
    for examiner in examiners:
        for name, is_past in _companies_of(examiner):
            likeness = organisation_likeness(hint.text, name)
            if likeness < LIKELY:
                continue
            kind = TieKind.FORMER_EMPLOYER if is_past else hint.kind
            evidence = (
                hint.evidence if name == examiner.organisation else f"{hint.evidence} = {name}"
            )
            yield Tie(candidate.id, examiner.id, kind, evidence=evidence, likeness=likeness)
            break


def _companies_of(examiner: Examiner) -> Iterator[tuple[str, bool]]:
    """Yield the companies of an examiner, that of today first; True: it is over."""
    if examiner.organisation:
        yield examiner.organisation, False
    for one in examiner.employments:
        yield one.organisation, one.is_past


def _details(tie: Tie) -> dict[str, object]:
    return {
        "tie": tie.id,
        "candidate": tie.candidate_id,
        "examiner": tie.examiner_id,
        "kind": tie.kind,
        "state": tie.state,
        **({"reason": tie.reason} if tie.reason else {}),
    }
