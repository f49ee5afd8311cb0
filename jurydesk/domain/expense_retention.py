"""Until when a claim and its receipts are kept: ten years after the financial year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurydesk.domain.expenses import Claim
from jurydesk.domain.retention import Retention
from jurydesk.domain.session import Session


@dataclass(frozen=True, slots=True)
class ClaimKeeping:
    """How long one claim is kept."""

    claim: Claim
    session: Session
    since: date
    """Last day of the financial year, which is taken to be the calendar year."""
    last: date | None
    """Last day on which it may be kept; None: without an end."""

    def is_over(self, today: date) -> bool:
        """Tell whether it must go; it may stay on the last day itself."""
        return self.last is not None and today > self.last


def claim_keeping(claim: Claim, session: Session, term: Retention) -> ClaimKeeping:
    """Return how long a claim is kept (L123-22 of the « code de commerce »: ten years).

    The year of the last payment counts, and while nothing was paid that of the session.
    """
    days = [payment.day for payment in claim.payments] or [line.day for line in claim.lines]
    year = max([*days, *session.days]).year
    since = date(year, 12, 31)
    return ClaimKeeping(claim, session, since, term.ends(since))
