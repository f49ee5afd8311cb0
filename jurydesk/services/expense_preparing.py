"""Claims prepared from who sat: the fees of a session, written anew as long as they are open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.expense_lines import derived_lines, priced, rewritten, sittings
from jurydesk.domain.expenses import Claim, Rate
from jurydesk.errors import RefusedByRule
from jurydesk.services.expense_rates import rates_in
from jurydesk.services.facts import session_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.standing_records import standing_record

if TYPE_CHECKING:
    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.expense_lines import Sitting
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class Prepared:
    """What preparing the claims of a session did."""

    created: tuple[Claim, ...] = ()
    changed: tuple[Claim, ...] = ()
    same: tuple[Claim, ...] = ()
    closed: tuple[Claim, ...] = ()
    """Claims handed in already: they are left as they are."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return all of them, in the order of their numbers."""
        every = (*self.created, *self.changed, *self.same, *self.closed)
        return tuple(sorted(every, key=lambda claim: claim.id))


@dataclass(frozen=True, slots=True)
class Ground:
    """What the lines of the claims of one session rest on."""

    session: Session
    deliberation: Deliberation | None
    rates: tuple[Rate, ...]

    def people(self, there: Iterable[int]) -> tuple[int, ...]:
        """Return who sat or is to sit, and who has a claim already."""
        juries = self.session.juries
        seated = dict.fromkeys(juror.examiner_id for jury in juries for juror in jury.jurors)
        return (*(number for number in seated if self.sittings(number)), *there)

    def sittings(self, examiner_id: int) -> tuple[Sitting, ...]:
        """Return when a person sat, or is to sit."""
        return sittings(self.session, self.deliberation, examiner_id)


def ground_of(unit: UnitOfWork, session: Session) -> Ground:
    """Return what the lines of the claims of a session rest on."""
    return Ground(session, standing_record(unit, session.id), rates_in(unit))


def prepare_claims(
    desk: Desk, *, code: str, examiner_ids: Iterable[int] | None = None
) -> Outcome[Prepared]:
    """Write the fees of a session from who sat, as recorded or else as planned.

    A claim that is there keeps what was typed; one handed in is left alone. `examiner_ids`: only
    these persons, also where they sat on no half-day; None: all who sit, and who has a claim.

    Raises:
        WrongUsage: no such session or person.
        RefusedByRule: nobody is seated in the session.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        there = {claim.examiner_id: claim for claim in unit.claims.of_session(session.id)}
        ground = ground_of(unit, session)
        people = ground.people(there) if examiner_ids is None else examiner_ids
        wanted = tuple(dict.fromkeys(people))
        if not wanted:
            raise RefusedByRule("EXPENSE-NOBODY", {"session": session.code})
        prepared = Prepared()
        for number in wanted:
            claim = there.get(number) or Claim(unit.examiners.get(number).id, session.id)
            prepared = _prepare(unit, ground, claim, prepared)
        touched = [claim.id for claim in (*prepared.created, *prepared.changed)]
        details = {"session": session.code, "claims": touched, "count": len(touched)}
        finish(unit, EventType.EXPENSES_PREPARED, details)
        return Outcome(prepared, unit.changes, label="ACT-EXPENSES-PREPARED")


def _prepare(unit: UnitOfWork, ground: Ground, claim: Claim, done: Prepared) -> Prepared:
    if not claim.can_be_changed:
        return replace(done, closed=(*done.closed, claim))
    sat = ground.sittings(claim.examiner_id)
    fees = derived_lines(sat, ground.session.modality, ground.rates)
    written = _repriced(rewritten(claim, fees), ground.rates)
    if not claim.id:
        return replace(done, created=(*done.created, unit.claims.add(written)))
    after = unit.claims.save(written)
    if after == claim:
        return replace(done, same=(*done.same, claim))
    return replace(done, changed=(*done.changed, after))


def _repriced(claim: Claim, rates: tuple[Rate, ...]) -> Claim:
    """What was typed takes the rates of its days as they are now."""
    lines = (line if line.derived else priced(line, rates) for line in claim.lines)
    return replace(claim, lines=tuple(lines))
