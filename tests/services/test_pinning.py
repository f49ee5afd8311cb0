"""Pinning what of a plan must stay, and asking again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.pins import Pins
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import adjusting, pinning
from jurydesk.services.planning import propose
from jurydesk.services.sessions import open_session
from jurydesk.services.undo import revert
from tests.builders import a_hearing, a_session
from tests.fakes import FakeOffice

A = "2026-12-A"


def test_each_pin_is_an_act_of_its_own_and_undone(planned: FakeOffice) -> None:
    pinning.pin_jury(planned.desk, code=A, jury=1)
    pinning.pin_hearing(planned.desk, code=A, candidacy_id=1)
    pinning.pin_jury(planned.desk, code=A, jury=1, pinned=False)
    pinning.pin_juror(planned.desk, code=A, jury=1, examiner_id=2)
    last = pinning.bar_examiner(planned.desk, code=A, examiner_id=1)
    assert last.value.session.pins == Pins(hearings=(1,), seats=((1, 2),), barred=(1,))
    assert planned.acts == [EventType.SESSION_CHANGED] * 5
    revert(planned.desk, outcome_changes=last.changes, label=last.label)
    pinning.pin_juror(planned.desk, code=A, jury=1, examiner_id=2, pinned=False)
    board = pinning.pin_hearing(planned.desk, code=A, candidacy_id=1, pinned=False).value
    assert board.session.pins == Pins()


def test_who_is_not_there_cannot_be_pinned(planned: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
        pinning.pin_hearing(planned.desk, code=A, candidacy_id=2)
    with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
        pinning.pin_juror(planned.desk, code=A, jury=1, examiner_id=99)
    with pytest.raises(WrongUsage, match="EXAMINER-UNKNOWN"):
        pinning.bar_examiner(planned.desk, code=A, examiner_id=99)
    assert planned.acts == []


def test_a_frozen_session_has_nothing_to_pin(planned: FakeOffice) -> None:
    planned.store(a_session(status=SessionStatus.FROZEN))
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        pinning.pin_jury(planned.desk, code=A, jury=1)


def test_pins_go_with_what_is_taken_away(planned: FakeOffice) -> None:
    pinning.pin_jury(planned.desk, code=A, jury=1)
    pinning.pin_hearing(planned.desk, code=A, candidacy_id=1)
    adjusting.unplace_hearing(planned.desk, code=A, candidacy_id=1)
    board = adjusting.remove_jury(planned.desk, code=A, jury=1).value
    assert board.session.pins == Pins()


def hour_of(session: Session, candidacy: int) -> object:
    hearing = session.hearing(candidacy)
    return hearing and (hearing.start, hearing.jury)


def test_what_is_pinned_stays_to_the_letter_when_asked_again(planned: FakeOffice) -> None:
    first = propose(planned.desk, code=A).value.session
    moved = first.hearings_of(first.juries[0].number)[-1]
    pinning.pin_hearing(planned.desk, code=A, candidacy_id=moved.candidacy_id)
    pinning.pin_jury(planned.desk, code=A, jury=moved.jury)
    again = propose(planned.desk, code=A).value.session
    assert again.jury(moved.jury) == first.jury(moved.jury)
    assert hour_of(again, moved.candidacy_id) == (moved.start, moved.jury)
    assert again.pins == Pins(juries=(moved.jury,), hearings=(moved.candidacy_id,))


def test_a_pinned_member_keeps_the_seat_while_others_may_change(planned: FakeOffice) -> None:
    first = propose(planned.desk, code=A).value.session
    jury = first.juries[0]
    kept = jury.jurors[0]
    pinning.pin_juror(planned.desk, code=A, jury=jury.number, examiner_id=kept.examiner_id)
    again = propose(planned.desk, code=A).value.session
    found = again.jury(jury.number)
    assert found is not None
    assert (found.half, found.room) == (jury.half, jury.room)
    assert found.juror(kept.examiner_id) == kept


def test_who_is_barred_is_not_seated_again(planned: FakeOffice) -> None:
    first = propose(planned.desk, code=A).value.session
    barred = first.juries[0].jurors[0].examiner_id
    pinning.bar_examiner(planned.desk, code=A, examiner_id=barred)
    again = propose(planned.desk, code=A).value.session
    assert all(jury.juror(barred) is None for jury in again.juries)
    assert again.pins == replace(Pins(), barred=(barred,))


def test_pins_that_contradict_are_named_and_dropped(planned: FakeOffice) -> None:
    planned.store(
        a_session(
            candidacies=(1, 2),
            hearings=(a_hearing(1), a_hearing(2, at="09:30")),
            pins=Pins(hearings=(1, 2)),
        )
    )
    board = open_session(planned.desk, code=A)
    found = pinning.contradiction(board)
    assert found is not None
    assert found.pins == Pins(hearings=(1, 2))
    assert {finding.code for finding in found.findings} == {"HEAR-01"}
    after = pinning.let_these_go(planned.desk, code=A, pins=found.pins).value
    assert after.session.pins == Pins()
    assert pinning.contradiction(after) is None
