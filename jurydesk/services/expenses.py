"""Claims as people read them: one with its findings, lists, statements with what is due."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.expense_lines import sittings
from jurydesk.domain.expense_rules import ClaimFacts, check_claim
from jurydesk.domain.expenses import Claim, ClaimStatus, Totals, totals
from jurydesk.exchange.folding import fold
from jurydesk.services.expense_rates import rates_in
from jurydesk.services.facts import session_by_code
from jurydesk.services.standing_records import standing_record, standing_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.expense_lines import Sitting
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """One line of the list of claims."""

    claim: Claim
    examiner: Examiner
    session: Session
    findings: tuple[Finding, ...]
    sittings: tuple[Sitting, ...] = ()

    @property
    def key(self) -> int:
        """Return what identifies the row."""
        return self.claim.id

    @property
    def year(self) -> int:
        """Return the calendar year to which it counts: that of the last day of the session."""
        return year_of(self.session)

    @property
    def blocking(self) -> int:
        """Return how many findings keep it from being found right."""
        return sum(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True)
class ExpenseQuery:
    """Which claims are wanted; what is not said is not asked."""

    session: str = ""
    year: int | None = None
    examiner_id: int | None = None
    status: ClaimStatus | None = None

    def accepts(self, row: ExpenseRow) -> bool:
        """Tell whether a claim is wanted; the session was asked for before."""
        return (
            self.year in {None, row.year}
            and self.examiner_id in {None, row.examiner.id}
            and self.status in {None, row.claim.status}
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """Claims with what they add up to."""

    rows: tuple[ExpenseRow, ...]
    totals: Totals

    @property
    def by_person(self) -> tuple[tuple[Examiner, Totals], ...]:
        """Return what each person is due and was paid, in the order of names."""
        grouped: dict[int, list[ExpenseRow]] = defaultdict(list)
        for row in self.rows:
            grouped[row.examiner.id].append(row)
        added = (
            (rows[0].examiner, totals(tuple(row.claim for row in rows)))
            for rows in grouped.values()
        )
        return tuple(sorted(added, key=lambda one: fold(one[0].full_name)))


ALL = ExpenseQuery()


def list_expenses(desk: Desk, *, query: ExpenseQuery = ALL) -> tuple[ExpenseRow, ...]:
    """Return the claims that are wanted, the latest sessions first, then by name.

    Raises:
        WrongUsage: there is no session with that code.
    """
    with desk.open_unit() as unit:
        return expense_rows(unit, query)


def read_expense(desk: Desk, *, claim_id: int) -> ExpenseRow:
    """Return one claim with what the rules find of it.

    Raises:
        WrongUsage: there is none with that number.
    """
    with desk.open_unit() as unit:
        return expense_row(unit, unit.claims.get(claim_id))


def expense_statement(desk: Desk, *, query: ExpenseQuery = ALL) -> Statement:
    """Return the claims that are wanted with their totals."""
    rows = list_expenses(desk, query=query)
    return Statement(rows, totals(tuple(row.claim for row in rows)))


def expense_rows(unit: UnitOfWork, query: ExpenseQuery) -> tuple[ExpenseRow, ...]:
    """Return the claims that are wanted, as one unit of work sees them."""
    if query.session:
        claims = unit.claims.of_session(session_by_code(unit, query.session).id)
    elif query.examiner_id is not None:
        claims = unit.claims.of_examiners([query.examiner_id])
    else:
        claims = unit.claims.all()
    rows = (row for row in _rows(unit, claims) if query.accepts(row))
    return tuple(sorted(by_name(rows), key=lambda row: max(row.session.days), reverse=True))


def expense_row(unit: UnitOfWork, claim: Claim) -> ExpenseRow:
    """Return one claim with what the rules find of it."""
    (row,) = _rows(unit, (claim,))
    return row


def by_name(rows: Iterable[ExpenseRow]) -> list[ExpenseRow]:
    """Return claims in the order of names, as a French list is in order."""
    return sorted(rows, key=lambda row: fold(row.examiner.full_name))


def year_of(session: Session) -> int:
    """Return the calendar year to which a session counts."""
    return max(session.days).year


def _rows(unit: UnitOfWork, claims: Iterable[Claim]) -> Iterator[ExpenseRow]:
    wanted = tuple(claims)
    people = {one.examiner_id for one in wanted}
    examiners = {one.id: one for one in unit.examiners.some(people)}
    sessions = {one.id: one for one in unit.sessions.some({one.session_id for one in wanted})}
    held = _deliberations(unit, sessions)
    rates = rates_in(unit)
    beside = _Neighbours(unit.claims.of_examiners(people))
    for claim in wanted:
        session = sessions[claim.session_id]
        sat = sittings(session, held.get(session.id), claim.examiner_id)
        examiner = examiners[claim.examiner_id]
        facts = ClaimFacts(claim, examiner, session, sat, rates=rates, others=beside.of(claim))
        yield ExpenseRow(claim, examiner, session, check_claim(facts), sat)


class _Neighbours:
    """Which claims of a person speak of the same day or hold the same receipt: few of many."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Sort claims by what they may have in common."""
        self._sharing: dict[tuple[int, object], list[Claim]] = defaultdict(list)
        for claim in claims:
            for mark in _marks(claim):
                self._sharing[claim.examiner_id, mark].append(claim)

    def of(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the other claims that a claim may double, each once."""
        found = (
            other for mark in _marks(claim) for other in self._sharing[claim.examiner_id, mark]
        )
        return tuple({other.id: other for other in found if other.id != claim.id}.values())


def _marks(claim: Claim) -> set[object]:
    days: set[object] = {line.day for line in claim.lines}
    return days | {receipt.digest for receipt in claim.receipts}


def _deliberations(unit: UnitOfWork, sessions: Mapping[int, Session]) -> Mapping[int, Deliberation]:
    """One query for one session, one for all of many: what was heard in them is large."""
    if len(sessions) == 1:
        (number,) = sessions
        found = standing_record(unit, number)
        return {number: found} if found else {}
    return {one.session_id: one for one in standing_records(unit)} if sessions else {}
