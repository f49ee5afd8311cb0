"""Forbidding what is not to happen when juries are proposed, and the list of all wishes."""

from __future__ import annotations

from datetime import date

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.bans import Ban, BanKind, apart
from jurydesk.domain.pins import Pins
from jurydesk.errors import WrongUsage
from jurydesk.services import forbidding, pinning
from jurydesk.services.placing import seat_options
from jurydesk.services.planning import propose
from jurydesk.services.reasons import explain_candidacy, try_repair
from jurydesk.services.repairing import keep_repair
from jurydesk.services.sessions import open_session
from tests.builders import DAY
from tests.fakes import FakeOffice

A = "2026-12-A"


def test_what_is_forbidden_is_listed_kept_to_and_taken_back(planned: FakeOffice) -> None:
    desk = planned.desk
    first = propose(desk, code=A).value.session
    jury, hearing = first.juries[0], first.hearings[0]
    one, other = (juror.examiner_id for juror in jury.jurors[:2])
    pinning.pin_hearing(desk, code=A, candidacy_id=hearing.candidacy_id)
    outcome = forbidding.forbid(desk, code=A, ban=apart(other, one))
    assert outcome.label == "ACT-FORBIDDEN"
    assert "BAN-PAIR" in {finding.code for finding in outcome.findings}
    listed = forbidding.wishes(open_session(desk, code=A))
    assert [(w.sentence.code, w.is_ban, w.is_kept) for w in listed] == [
        ("PIN-HEARING", False, True),
        ("BAN-PAIR", True, False),
    ]
    again = propose(desk, code=A).value
    assert all(not (j.juror(one) and j.juror(other)) for j in again.session.juries)
    assert [wish.is_kept for wish in forbidding.wishes(again)] == [True, True]
    after = pinning.let_these_go(desk, code=A, pins=listed[1].pins).value
    assert after.session.pins == Pins(hearings=(hearing.candidacy_id,))


def test_a_forbidden_seat_says_so_among_the_options(planned: FakeOffice) -> None:
    desk = planned.desk
    jury = propose(desk, code=A).value.session.juries[0]
    kept, asked = jury.jurors[:2]
    ban = apart(kept.examiner_id, asked.examiner_id)
    board = forbidding.forbid(desk, code=A, ban=ban).value
    options = {o.examiner.id: o for o in seat_options(board, jury=1, seat=asked.seat)}
    assert "BAN-PAIR" in {found.code for found in options[asked.examiner_id].findings}


@pytest.mark.parametrize(
    "ban",
    [
        Ban(BanKind.SESSION, examiner=999),
        Ban(BanKind.CANDIDATE, examiner=1, candidacy=999),
        Ban(BanKind.HALF_DAY, examiner=1, day=date(2020, 1, 1), half_day=HalfDay.AM),
        Ban(BanKind.ROOM, examiner=1, day=DAY, half_day=HalfDay.AM, room="Salle 99"),
        Ban(BanKind.PAIR, examiner=1, other=1),
    ],
    ids=lambda ban: ban.kind,
)
def test_what_the_session_does_not_have_cannot_be_forbidden(planned: FakeOffice, ban: Ban) -> None:
    with pytest.raises(WrongUsage):
        forbidding.forbid(planned.desk, code=A, ban=ban)


def test_a_ban_that_keeps_somebody_out_is_named_and_lifting_it_is_offered(
    planned: FakeOffice,
) -> None:
    desk = planned.desk
    for half in HalfDay:
        ban = Ban(BanKind.HEARING, candidacy=1, day=DAY, half_day=half)
        forbidding.forbid(desk, code=A, ban=ban)
    board = propose(desk, code=A).value
    assert 1 in board.session.unplaced
    told = explain_candidacy(desk, code=A, candidacy_id=1)
    assert [finding.code for finding in told.block] == ["BAN-HEARING"] * 2
    (offered, *_) = told.repairs
    assert [finding.code for finding in offered.sentences] == ["REPAIR-BAN-HEARING"]
    trial = try_repair(desk, code=A, repair=offered.repair)
    kept = keep_repair(desk, code=A, trial=trial).value
    assert 1 not in kept.session.unplaced
    assert len(kept.session.pins.bans) == 1
