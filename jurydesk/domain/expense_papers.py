"""What the papers on expenses show: the claim of one person, and statements with their totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jurydesk.domain.expenses import FEES, Claim, ClaimStatus, Totals, totals
from jurydesk.domain.minutes import CertifierStatement
from jurydesk.domain.money import total
from jurydesk.domain.people import Examiner
from jurydesk.domain.session import Session


@dataclass(frozen=True, slots=True)
class ClaimContent:
    """The claim of one person for one session."""

    certifier: CertifierStatement
    claim: Claim
    examiner: Examiner
    session: Session
    certification_title: str
    printed_on: date


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What one person is due: for one session, or in one year."""

    name: str
    sessions: tuple[str, ...]
    statuses: tuple[ClaimStatus, ...]
    fees: Decimal
    expenses: Decimal
    """Travel, meals, nights and the like."""
    totals: Totals


@dataclass(frozen=True, slots=True)
class StatementContent:
    """Claims added up: of one session, or of one year."""

    certifier: CertifierStatement
    lines: tuple[StatementLine, ...]
    totals: Totals
    printed_on: date
    session: Session | None = None
    year: int | None = None
    certification_title: str = ""

    @property
    def fees(self) -> Decimal:
        """Return what sitting costs."""
        return total(line.fees for line in self.lines)

    @property
    def expenses(self) -> Decimal:
        """Return what travel, meals and nights cost."""
        return total(line.expenses for line in self.lines)


Claimed = tuple[Claim, Examiner, Session]


def statement_lines(claims: Iterable[Claimed]) -> tuple[StatementLine, ...]:
    """Return one line for each person, in the order in which they come."""
    grouped: dict[int, list[Claimed]] = defaultdict(list)
    for one in claims:
        grouped[one[1].id].append(one)
    return tuple(map(_line, grouped.values()))


def _line(of_person: list[Claimed]) -> StatementLine:
    claims = tuple(claim for claim, _, _ in of_person)
    standing = [claim for claim in claims if claim.status is not ClaimStatus.REFUSED]
    lines = [line for claim in standing for line in claim.lines]
    return StatementLine(
        name=of_person[0][1].full_name,
        sessions=tuple(sorted({session.code for _, _, session in of_person})),
        statuses=tuple(dict.fromkeys(claim.status for claim in claims)),
        fees=total(line.due for line in lines if line.kind in FEES),
        expenses=total(line.due for line in lines if line.kind not in FEES),
        totals=totals(claims),
    )
