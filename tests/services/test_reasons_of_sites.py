"""Why somebody has no hearing where a room or a journey stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.sites import Opening, Room, Site, Travel
from jurydesk.finding_text import finding_text
from jurydesk.services.planning import explain_unplaced, propose
from jurydesk.services.reasons import Reasoned, explain_session
from jurydesk.wording import Wording
from tests.builders import DAY, a_session
from tests.fakes import FakeOffice

A = "2026-12-A"
BRY = Site("Bry", rooms=(Room("Salle 1"),), id=1)
LYON = Site("Lyon", rooms=(Room("Salle 2"),), id=2)
WEEK = range(7)


@pytest.fixture
def waiting(office: FakeOffice) -> FakeOffice:
    """Three candidates, four members, one room, and no jury yet."""
    office.store(a_session(candidacies=(1, 2, 3), juries=(), hearings=()))
    return office


def told(office: FakeOffice) -> Reasoned:
    return explain_session(office.desk, code=A, seconds=5)[0]


def test_a_room_that_is_closed_all_day_is_the_reason(waiting: FakeOffice) -> None:
    closed = Room("Salle 1", closed=(Absence(DAY, DAY, reason="travaux"),))
    waiting.store(replace(BRY, rooms=(closed,)))
    answer = told(waiting)
    assert [finding.code for finding in answer.block] == ["PLAN-17", "ROOM-02"]
    assert (answer.is_known, answer.is_smallest, answer.is_complete) == (True, False, False)
    verdict, fault = (finding_text(finding, Wording("fr")) for finding in answer.block)
    assert verdict.startswith("Aucune salle de la session ne convient à LEGRAND1 Ophélie")
    assert fault == "La salle Salle 1 n’est pas ouverte le 14\u00a0décembre\u00a02026, matin."


def test_members_on_another_site_are_the_reason(waiting: FakeOffice) -> None:
    """Bry in the morning, Lyon in the afternoon, two hours apart: the four sit at one of them."""
    rooms = ("Salle 1", "Salle 2")
    morning = tuple(Opening(day, time(9), time(10)) for day in WEEK)
    afternoon = tuple(Opening(day, time(13, 30), time(15)) for day in WEEK)
    waiting.store(
        replace(BRY, rooms=(Room("Salle 1", hours=morning),)),
        replace(LYON, rooms=(Room("Salle 2", hours=afternoon),)),
        Travel(1, 2, 240, id=1),
        a_session(rooms=rooms, candidacies=(1, 2, 3), juries=(), hearings=()),
    )
    board = propose(waiting.desk, code=A, seconds=5).value
    (jury,) = board.session.juries
    assert (jury.half_day, jury.room, len(board.session.hearings)) == (HalfDay.PM, "Salle 2", 2)
    (reasons,) = explain_unplaced(waiting.desk, code=A).values()
    assert [finding.code for finding in reasons] == ["PLAN-18", "PLAN-15"]
    assert [finding.code for finding in told(waiting).block] == ["PLAN-18", "PLAN-15"]


def test_rooms_without_limits_leave_the_proof_as_it_was(waiting: FakeOffice) -> None:
    before = told(waiting)
    waiting.store(BRY)
    assert told(waiting) == before
    assert (before.is_smallest, before.is_complete) == (True, True)
