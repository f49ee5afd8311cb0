"""Lines of a claim: derived from who sat when, and priced by the rates of that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.expense_rates import rate_on
from jurydesk.domain.expenses import FEES, TERMS, Basis, Claim, ClaimLine, ExpenseKind, Rate
from jurydesk.domain.money import ZERO, to_cents
from jurydesk.domain.session import Jury, Modality, Session

BOTH_HALVES = 2


@dataclass(frozen=True, slots=True)
class Sitting:
    """One half-day that a person sat, or is to sit."""

    day: date
    half_day: HalfDay
    seat: str
    presides: bool = False
    files: int = 0
    """Candidates heard on whom the person was not recused: files read before the day."""
    recorded: bool = False
    """Whether the presence was written down; False: so far it is the plan that says so."""


def sittings(
    session: Session, deliberation: Deliberation | None, examiner_id: int
) -> tuple[Sitting, ...]:
    """Return when a person sat: as recorded in the room, else as planned.

    Whoever sat in a jury that was annulled afterwards was there all the same.
    """
    found: dict[tuple[date, HalfDay], Sitting] = {}
    for jury in sorted(session.juries, key=lambda one: (one.half, one.number)):
        juror = jury.juror(examiner_id)
        presence = deliberation.presence(jury.number, examiner_id) if deliberation else None
        sat = presence.present if presence else not jury.annulled
        if juror is None or not sat:
            continue
        sitting = Sitting(
            *jury.half,
            juror.seat,
            presides=jury.president_id == examiner_id,
            files=_files(session, jury, examiner_id),
            recorded=presence is not None,
        )
        # Nobody sits in two rooms at once: the plan says so as a finding of its own
        found.setdefault(jury.half, sitting)
    return tuple(found.values())


def derived_lines(
    sat: Sequence[Sitting], modality: Modality, rates: Sequence[Rate]
) -> tuple[ClaimLine, ...]:
    """Return the fees that follow from the half-days sat, priced and numbered from 1."""
    days = groupby(sat, key=lambda one: one.day)
    lines = (line for day, halves in days for line in _of_day(day, tuple(halves), modality, rates))
    return tuple(
        priced(replace(line, number=number, derived=True), rates)
        for number, line in enumerate(lines, 1)
    )


def priced(line: ClaimLine, rates: Iterable[Rate]) -> ClaimLine:
    """Return the line with the rate of its day and what is due, to the cent."""
    rate = rate_on(rates, line.kind, line.day, seat=line.seat)
    basis = TERMS[line.kind].basis
    counted = ZERO if rate is None else to_cents(rate.amount * line.quantity)
    amount = rate.amount if rate else None
    if basis in {Basis.FEE, Basis.SCALE}:
        return replace(line, rate=amount, due=counted, claimed=counted)
    if rate is None and basis is Basis.COST:
        return replace(line, rate=None, due=line.claimed)
    return replace(line, rate=amount, due=min(line.claimed, counted))


def rewritten(claim: Claim, derived: Sequence[ClaimLine]) -> Claim:
    """Return the claim with the fees that follow from the presence; what was typed stays."""
    typed = tuple(line for line in claim.lines if not line.derived)
    if alike(claim, derived):
        return claim
    first = next_number(claim)
    fees = tuple(replace(line, number=first + at) for at, line in enumerate(derived))
    return replace(claim, lines=in_order((*fees, *typed)))


def alike(claim: Claim, derived: Sequence[ClaimLine]) -> bool:
    """Tell whether the fees of a claim are those that follow from the presence."""
    fees = (line for line in claim.lines if line.derived)
    return sorted(map(_content, fees)) == sorted(map(_content, derived))


def next_number(claim: Claim) -> int:
    """Return the number of the next line; receipts keep pointing at theirs."""
    taken = (*(line.number for line in claim.lines), *(one.line for one in claim.receipts))
    return max(taken, default=0) + 1


def in_order(lines: Iterable[ClaimLine]) -> tuple[ClaimLine, ...]:
    """Put lines in the order of their days; fees first."""
    return tuple(sorted(lines, key=lambda one: (one.day, one.kind not in FEES, one.number)))


def _of_day(
    day: date, halves: Sequence[Sitting], modality: Modality, rates: Sequence[Rate]
) -> Iterator[ClaimLine]:
    seat = halves[0].seat
    yield from _presence(day, halves, modality, rates)
    for half in halves:
        if half.presides and rate_on(rates, ExpenseKind.PRESIDENCY, day, seat=half.seat):
            yield _line(half, ExpenseKind.PRESIDENCY)
    files = sum(half.files for half in halves)
    if files and rate_on(rates, ExpenseKind.FILE_READ, day, seat=seat):
        yield ClaimLine(0, day, ExpenseKind.FILE_READ, Decimal(files), seat=seat)


def _presence(
    day: date, halves: Sequence[Sitting], modality: Modality, rates: Sequence[Rate]
) -> Iterator[ClaimLine]:
    seats = {half.seat for half in halves}
    remote = modality is Modality.REMOTE
    whole = len(halves) == BOTH_HALVES and len(seats) == 1 and not remote
    if whole and rate_on(rates, ExpenseKind.WHOLE_DAY, day, seat=halves[0].seat):
        yield ClaimLine(0, day, ExpenseKind.WHOLE_DAY, seat=halves[0].seat)
        return
    kind = ExpenseKind.REMOTE if remote else ExpenseKind.HALF_DAY
    yield from (_line(half, kind) for half in halves)


def _line(half: Sitting, kind: ExpenseKind) -> ClaimLine:
    return ClaimLine(0, half.day, kind, seat=half.seat, half_day=half.half_day)


def _files(session: Session, jury: Jury, examiner_id: int) -> int:
    heard = session.hearings_of(jury.number)
    return sum(examiner_id not in hearing.recused for hearing in heard)


def _content(line: ClaimLine) -> tuple[object, ...]:
    return line.day, line.kind, line.half_day or "", line.quantity, line.seat, line.due
