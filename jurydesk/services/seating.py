"""A session as it would be with other people in its seats; nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.session import Juror
from jurydesk.domain.session_rules import best_president, recusals
from jurydesk.services.placing import seat_terms

if TYPE_CHECKING:
    from jurydesk.domain.session import Jury, Session
    from jurydesk.domain.session_rules import SessionFacts


def seated(facts: SessionFacts, jury: Jury, seat: str, examiner_id: int | None) -> Jury:
    """Return the jury with somebody in a seat, or nobody.

    A person already in another seat of the jury leaves it; a president who goes is replaced.
    """
    terms = seat_terms(facts, jury, seat)
    kept = tuple(j for j in jury.jurors if j.seat != seat and j.examiner_id != examiner_id)
    if examiner_id is not None:
        newcomer = Juror(examiner_id, seat, terms.external, terms.deliberates)
        kept = in_order(facts, jury, (*kept, newcomer))
    seated = replace(jury, jurors=kept)
    president = seated.juror(jury.president_id) if jury.president_id is not None else None
    if president is not None and president.deliberates:
        return seated
    return replace(seated, president_id=best_president(facts, seated))


def in_order(facts: SessionFacts, jury: Jury, jurors: tuple[Juror, ...]) -> tuple[Juror, ...]:
    """Return the members in the order of the seats in the sheet."""
    kinds = [seat.kind for c in facts.compositions_of(jury)[:1] for seat in c.seats]
    place = {kind: kinds.index(kind) for kind in kinds}
    return tuple(sorted(jurors, key=lambda juror: place.get(juror.seat, len(kinds))))


def with_jury(facts: SessionFacts, jury: Jury) -> Session:
    """Return the session with a changed jury in its place, the recusals of its hearings renewed."""
    juries = tuple(jury if j.number == jury.number else j for j in facts.session.juries)
    hearings = tuple(
        replace(h, recused=recusals(facts, jury, facts.candidacies[h.candidacy_id]))
        if h.jury == jury.number
        else h
        for h in facts.session.hearings
    )
    return replace(facts.session, juries=juries, hearings=hearings)
