"""Messages about released plans, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.outbox import MessageReason, OutboxMessage, dispatched, prepared
from jurydesk.domain.release import Appointment
from jurydesk.domain.summons import Channel
from jurydesk.errors import RefusedByRule, StaleData
from tests.db.office import DAY, NINE, TEN, furnish

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork

ASKED = (Appointment(DAY, HalfDay.AM, "Salle 1", NINE, TEN, "EMPLOYERS", "RNCP40642"),)
AT = datetime(2026, 11, 24, 10, 30)


def test_a_message_comes_back_as_it_was_kept(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    session, who, path = office.session.id, office.examiner_ids[0], office.candidacy_ids[0]
    one = OutboxMessage(session, "u", MessageReason.MOVED, ASKED, examiner_id=who, excluded=True)
    member = unit.outbox.add(one)
    other = unit.outbox.add(replace(one, uid="v", examiner_id=None, candidacy_id=path))
    assert member == replace(one, id=member.id)
    assert unit.outbox.of_session(session) == (member, other)
    assert unit.outbox.of_session(session + 1) == ()
    assert unit.outbox.of_examiner(who) == (member,)
    assert unit.outbox.of_candidacies([path]) == (other,)
    ready = prepared(member, subject="Œuvre", text="Łucja\n", at=AT)
    gone = dispatched(ready, on=date(2026, 11, 25), channel=Channel.POST)
    saved = unit.outbox.save(gone)
    assert unit.outbox.get(member.id) == saved == gone


def test_one_person_may_be_written_to_several_times(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    one = OutboxMessage(
        office.session.id, "u", MessageReason.CONVENED, ASKED, examiner_id=office.examiner_ids[0]
    )
    first, second = unit.outbox.add(one), unit.outbox.add(one)
    assert unit.outbox.of_examiner(office.examiner_ids[0]) == (first, second)


def test_a_session_is_not_deleted_under_its_messages(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    who = office.examiner_ids[0]
    unit.outbox.add(OutboxMessage(office.session.id, "u", MessageReason.MOVED, examiner_id=who))
    with pytest.raises(RefusedByRule):
        unit.sessions.remove(office.session.id)


def test_two_people_do_not_write_over_each_other(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    who = office.examiner_ids[0]
    one = unit.outbox.add(
        OutboxMessage(office.session.id, "u", MessageReason.MOVED, examiner_id=who)
    )
    unit.outbox.save(replace(one, text="a"))
    with pytest.raises(StaleData) as caught:
        unit.outbox.save(replace(one, text="b"))
    assert caught.value.code == "STORE-20.OUTBOX_MESSAGE"
