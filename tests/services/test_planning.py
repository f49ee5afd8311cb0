from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import RefusedByRule, StaleData
from jurydesk.services import adjusting, planning
from jurydesk.services.facts import facts_of
from jurydesk.services.undo import revert
from tests.builders import a_session, a_vae
from tests.fakes import FakeOffice
from tests.planning.checker import breaches

A = "2026-12-A"


@pytest.fixture
def enrolled(office: FakeOffice) -> FakeOffice:
    """Three candidacies in a session, no jury yet."""
    office.store(a_session(candidacies=(1, 2, 3), juries=(), hearings=()))
    return office


def test_proposal_places_everybody_lawfully(enrolled: FakeOffice) -> None:
    board = planning.propose(enrolled.desk, code=A, seconds=5).value
    assert board.session.status is SessionStatus.PROPOSED
    assert board.session.unplaced == ()
    assert not any(finding.blocks for finding in board.findings)
    assert breaches(facts_of(board), board.session.juries, board.session.hearings) == []
    assert enrolled.acts == [EventType.SESSION_PROPOSED]


def test_computing_stores_nothing_and_holds_no_unit(enrolled: FakeOffice) -> None:
    plan = planning.compute_proposal(enrolled.desk, code=A, seconds=5)
    assert len(plan.hearings) == 3
    assert (enrolled.acts, enrolled.workspace.units) == ([], 1)


def test_plan_for_a_session_that_changed_is_not_stored(enrolled: FakeOffice) -> None:
    (session,) = enrolled.all(Kind.SESSION)
    plan = planning.compute_proposal(enrolled.desk, code=A, seconds=5)
    adjusting.withdraw_candidacy(enrolled.desk, code=A, candidacy_id=1)
    with pytest.raises(StaleData, match="SESSION-STALE"):
        planning.store_proposal(enrolled.desk, code=A, plan=plan, version=session.version)
    assert enrolled.all(Kind.SESSION)[0].juries == ()


def test_whoever_cannot_be_placed_has_a_reason(enrolled: FakeOffice) -> None:
    enrolled.store(a_vae(1), Tie(1, 1, TieKind.EMPLOYER, id=1))
    planning.propose(enrolled.desk, code=A, seconds=5)
    reasons = planning.explain_unplaced(enrolled.desk, code=A)
    assert list(reasons) == [1]
    assert reasons[1]


def test_reasons_of_an_untried_session_are_computed(enrolled: FakeOffice) -> None:
    reasons = planning.explain_unplaced(enrolled.desk, code=A)
    assert list(reasons) == [1, 2, 3]


def test_proposal_can_be_undone(enrolled: FakeOffice) -> None:
    before = enrolled.all(Kind.SESSION)
    outcome = planning.propose(enrolled.desk, code=A, seconds=5)
    revert(enrolled.desk, outcome_changes=outcome.changes)
    assert enrolled.all(Kind.SESSION) == before


def test_frozen_session_is_not_planned(office: FakeOffice) -> None:
    office.store(replace(a_session(), status=SessionStatus.FROZEN))
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        planning.propose(office.desk, code=A)
