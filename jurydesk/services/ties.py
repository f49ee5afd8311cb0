"""Ties between candidates and examiners: declared, listed, settled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.ties import Tie, TieSource, TieState
from jurydesk.errors import WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.tie_proposals import propose_ties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.services.ports import Desk, UnitOfWork
__all__ = ["declare_tie", "list_ties", "propose_ties", "settle_tie", "settle_ties"]


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
        tie = unit.ties.save(settled(unit.ties.get(tie_id), state, reason, desk))
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
        done = []
        for number in dict.fromkeys(tie_ids):
            tie = unit.ties.save(settled(unit.ties.get(number), state, reason, desk))
            done.append(tie)
            unit.audit.record(EventType.TIE_SETTLED, _details(tie))
        if unit.changes:
            unit.commit()
        several = "ACT-TIES-SETTLED" if len(done) > 1 else "ACT-TIE-SETTLED"
        label = "ACT-TIES-REOPENED" if state is TieState.PROPOSED else several
        return Outcome(tuple(done), unit.changes, label=label)


def settled(tie: Tie, state: TieState, reason: str, desk: Desk) -> Tie:
    """Return a tie as it is settled today by whoever works here; PROPOSED: left open again."""
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


def _details(tie: Tie) -> dict[str, object]:
    return {
        "tie": tie.id,
        "candidate": tie.candidate_id,
        "examiner": tie.examiner_id,
        "kind": tie.kind,
        "state": tie.state,
        **({"reason": tie.reason} if tie.reason else {}),
    }
