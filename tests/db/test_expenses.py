"""Rates and claims come back as they were, and their receipts are kept and looked after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from jurydesk.domain.audit import EventType
from jurydesk.domain.expenses import Claim, ClaimLine, ExpenseKind, Payment, Rate, Receipt
from jurydesk.errors import RefusedByRule
from tests.db.conftest import StandingClock, opened
from tests.db.office import Office, furnish, furnished
from tests.db.test_round_trip import EXAMPLES, comes_back
from tests.db.values import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace

NOON = datetime.fromisoformat("2026-12-16T12:00")
DAY = date(2026, 12, 14)
CONTENT = b"%PDF-1.7 ticket"
claims = any_of(Claim, examiner_id=st.just(1), session_id=st.just(1))


@pytest.fixture
def unit(workspace: Workspace) -> Iterator[SqlUnitOfWork]:
    with workspace.open_unit() as unit:
        yield unit


@pytest.fixture
def office(unit: SqlUnitOfWork) -> Office:
    return furnish(unit)


@EXAMPLES
@given(any_of(Rate), any_of(Rate))
def test_rates(unit: SqlUnitOfWork, first: Rate, then: Rate) -> None:
    comes_back(unit, unit.rates, first, then)


@EXAMPLES
@given(claims, claims)
def test_claims(unit: SqlUnitOfWork, office: Office, first: Claim, then: Claim) -> None:
    comes_back(unit, unit.claims, first, then)


def test_amounts_keep_their_cents_to_the_digit(unit: SqlUnitOfWork, office: Office) -> None:
    line = ClaimLine(1, DAY, ExpenseKind.TRAVEL_KM, Decimal("42.50"), rate=Decimal("0.5290"))
    stored = unit.claims.add(Claim(1, 1, (line,), payments=(Payment(DAY, Decimal("10.00")),)))
    (read,) = unit.claims.all()
    assert read == stored
    assert (str(read.lines[0].quantity), str(read.lines[0].rate)) == ("42.50", "0.5290")
    assert str(read.paid) == "10.00"


def test_claims_are_found_by_session_and_by_person(unit: SqlUnitOfWork, office: Office) -> None:
    first, second = (unit.claims.add(Claim(person, 1)) for person in (1, 2))
    assert unit.claims.of_session(1) == (first, second)
    assert unit.claims.of_session(9) == ()
    assert unit.claims.of_examiners([2, 3]) == (second,)


def test_one_person_has_one_claim_for_one_session(workspace: Workspace) -> None:
    furnished(workspace)
    with workspace.open_unit() as unit:
        unit.claims.add(Claim(1, 1))
        with pytest.raises(RefusedByRule):
            unit.claims.add(Claim(1, 1))


@pytest.mark.parametrize("kind", ["examiners", "sessions"])
def test_nobody_is_forgotten_while_money_is_owed(workspace: Workspace, kind: str) -> None:
    furnished(workspace)
    with workspace.open_unit() as unit:
        unit.claims.add(Claim(1, 1))
        with pytest.raises(RefusedByRule, match="STORE-21"):
            getattr(unit, kind).remove(1)


@pytest.fixture
def claimed(workspace: Workspace) -> Workspace:
    """A claim with a receipt."""
    furnished(workspace)
    with workspace.open_unit() as unit:
        digest = unit.blobs.put(CONTENT)
        receipt = Receipt(1, 1, "a.pdf", digest, len(CONTENT), "application/pdf", NOON, "x")
        unit.claims.add(Claim(1, 1, receipts=(receipt,)))
        unit.audit.record(EventType.EXPENSES_PREPARED, {})
        unit.commit()
    return workspace


def test_the_content_of_a_receipt_is_nobody_elses(claimed: Workspace) -> None:
    with claimed.open_unit() as unit:
        assert unit.blobs.orphans() == ()
        (claim,) = unit.claims.all()
        unit.claims.save(replace(claim, receipts=()))
        assert unit.blobs.orphans() == (claim.receipts[0].digest,)


@pytest.mark.parametrize(
    ("harm", "problems"),
    [
        ("SELECT 1", ()),
        ("DELETE FROM blob", (("STORE-70", "1"),)),
        ("UPDATE blob SET content = :x", (("STORE-71", "1"),)),
        ("UPDATE receipt SET size = 3", (("STORE-71", "1"),)),
    ],
)
def test_a_receipt_that_is_gone_or_altered_is_named_by_its_claim(
    claimed: Workspace, harm: str, problems: tuple[tuple[str, str], ...]
) -> None:
    with claimed.engine.begin() as connection:
        connection.execute(text(harm), {"x": b"x"} if ":x" in harm else {})
    assert claimed.storage.verify().problems == problems


def test_a_workspace_of_the_version_before_learns_of_expenses(
    earlier_version: Callable[[str], str], clock: StandingClock
) -> None:
    address = earlier_version("0009")
    with opened(address, clock) as workspace:
        tables = set(inspect(workspace.engine).get_table_names())
        assert {"rate", "claim", "claim_line", "receipt", "payment"} <= tables
        office = furnished(workspace)
        with workspace.open_unit() as unit:
            claim = unit.claims.add(Claim(1, office.session.id))
            unit.audit.record(EventType.EXPENSES_PREPARED, {})
            unit.commit()
        with workspace.open_unit() as unit:
            assert unit.claims.all() == (claim,)
        assert workspace.storage.verify().sound
