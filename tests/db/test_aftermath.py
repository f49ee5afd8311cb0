"""Notifications and parchments come back as they were; the register is changed by nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from jurydesk.domain.audit import EventType
from jurydesk.domain.notifications import Notification
from jurydesk.domain.parchments import Parchment, ParchmentContent
from jurydesk.domain.people import Sex
from jurydesk.errors import RefusedByRule
from tests.db.office import Office, furnish, furnished
from tests.db.test_round_trip import EXAMPLES, comes_back
from tests.db.values import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace

DAY = date(2026, 12, 15)
CONTENT = ParchmentContent(
    "Ophélie LEGRAND",
    Sex.FEMALE,
    date(1990, 1, 21),
    "",
    "Bastia",
    "RNCP40642",
    "Assistant de production",
    6,
    None,
    "",
    date(2026, 12, 14),
    "PV-2026-001",
    "CEFPF",
    "39179458300065",
    "Paris",
    "Hélène Fictive",
    "directrice",
)
FIRST = Parchment(
    "PA-2026-0001", 1, 1, CONTENT, "a" * 64, DAY, datetime.fromisoformat("2026-12-15T12:00"), "C"
)
owned = {"candidacy_id": st.just(1), "session_id": st.just(1)}
notifications = any_of(Notification, **owned)
parchments = any_of(Parchment, **owned)


@pytest.fixture
def unit(workspace: Workspace) -> Iterator[SqlUnitOfWork]:
    with workspace.open_unit() as unit:
        yield unit


@pytest.fixture
def office(unit: SqlUnitOfWork) -> Office:
    return furnish(unit)


@EXAMPLES
@given(notifications, notifications)
def test_notifications(
    unit: SqlUnitOfWork, office: Office, first: Notification, then: Notification
) -> None:
    comes_back(unit, unit.notifications, first, then)


@EXAMPLES
@given(parchments)
def test_parchments(unit: SqlUnitOfWork, office: Office, first: Parchment) -> None:
    comes_back(unit, unit.parchments, first)


@pytest.fixture
def issued(workspace: Workspace) -> Workspace:
    furnished(workspace)
    with workspace.open_unit() as unit:
        unit.parchments.add(FIRST)
        unit.audit.record(EventType.PARCHMENT_ISSUED, {"number": FIRST.number})
        unit.commit()
    return workspace


def test_lines_are_found_by_session_and_numbers_in_order(issued: Workspace) -> None:
    with issued.open_unit() as unit:
        (stored,) = unit.parchments.of_session(1)
        assert replace(stored, id=0) == FIRST
        assert unit.parchments.of_session(2) == ()
        assert unit.parchments.numbers() == (FIRST.number,)


def test_no_number_is_given_twice(issued: Workspace) -> None:
    with issued.open_unit() as unit, pytest.raises(RefusedByRule) as caught:
        unit.parchments.add(FIRST)
    assert caught.value.code == "STORE-26"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE parchment SET delivered_on = '2027-01-01'",
        "UPDATE parchment SET number = 'PA-2026-0009'",
        "DELETE FROM parchment",
    ],
)
def test_the_register_is_not_changed_around_the_services(issued: Workspace, statement: str) -> None:
    with pytest.raises(RefusedByRule) as caught, issued.engine.begin() as connection:
        connection.execute(text(statement))
    assert caught.value.code == "STORE-82"
