"""Answers to summonses, and what the rules of a session find of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import Finding
from jurydesk.domain.release import Appointment, Role, appointments
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.summons import Answer, Channel, Reply, Sending, Summons, answered, withdrawn
from tests.builders import DAY, a_hearing, a_jury, a_pool, some_facts
from tests.domain.case import Case, case

SENT = DAY - timedelta(days=40)
DUE = DAY - timedelta(days=20)
LAST_NOTICE = DAY - timedelta(days=15)
YES, NO = Reply.ACCEPTED, Reply.DECLINED


def asked_of(facts: SessionFacts, role: Role, number: int) -> tuple[Appointment, ...]:
    return appointments(facts.session)[role, number]


def summons(
    asked: tuple[Appointment, ...], *, sent: date = SENT, due: date | None = DUE, **whose: int
) -> Summons:
    """A summons sent once by e-mail; to the first member unless it says `candidacy_id`."""
    owner = whose or {"examiner_id": 1}
    return Summons(1, "uid-1", sendings=(Sending(sent, Channel.EMAIL, asked, due),), **owner)


def replied(one: Summons, *replies: Reply, on: date = SENT) -> Summons:
    for reply in replies:
        one = answered(one, Answer(reply, on, one.asked))
    return one


def _member(
    *replies: Reply, today: date = SENT, employed: bool | None = False, **how: Any
) -> partial[tuple[Finding, ...]]:
    """The session whose first member was summoned and answered like this."""
    first = replace(a_pool()[0], is_employee=employed)
    facts = some_facts(examiners=(first, *a_pool()[1:]), today=today)
    one = replied(summons(asked_of(facts, Role.EXAMINER, 1), **how), *replies)
    return partial(check_session, replace(facts, summonses=(one,)))


def _candidate(*replies: Reply, today: date = SENT) -> partial[tuple[Finding, ...]]:
    facts = some_facts(today=today)
    one = summons(asked_of(facts, Role.CANDIDATE, 1), candidacy_id=1)
    return partial(check_session, replace(facts, summonses=(replied(one, *replies),)))


def _afternoon() -> partial[tuple[Finding, ...]]:
    """The first member declined the morning, and is planned for the afternoon now."""
    facts = some_facts(today=SENT)
    one = replied(summons(asked_of(facts, Role.EXAMINER, 1)), NO)
    juries = (a_jury(half_day=HalfDay.PM),)
    moved = replace(facts.session, juries=juries, hearings=(a_hearing(at="14:00"),))
    return partial(check_session, replace(facts, session=moved, summonses=(one,)))


def _taken_back() -> partial[tuple[Finding, ...]]:
    facts = some_facts(today=SENT)
    one = withdrawn(replied(summons(asked_of(facts, Role.EXAMINER, 1)), NO))
    return partial(check_session, replace(facts, summonses=(one,)))


CASES: tuple[Case, ...] = (
    case("accepted", "", _member(YES)),
    case("declined", "CALL-01", _member(NO)),
    case("declined, then accepted", "", _member(NO, YES)),
    case("accepted, then declined", "CALL-01", _member(YES, NO)),
    case("declined, and the answer taken back", "", _taken_back()),
    case("declined the morning, planned for the afternoon", "", _afternoon()),
    case("no answer on its last day", "", _member(today=DUE)),
    case("no answer the day after its last", "CALL-02", _member(today=DUE + timedelta(1))),
    case("no answer, and no last day was set", "", _member(today=DAY, due=None)),
    case("accepted late", "", _member(YES, today=DUE + timedelta(1))),
    case("employed, sent fifteen days before", "", _member(YES, sent=LAST_NOTICE, employed=True)),
    case(
        "employed, sent fourteen days before",
        "CALL-03",
        _member(YES, sent=LAST_NOTICE + timedelta(1), employed=True),
    ),
    case(
        "perhaps employed, sent fourteen days before",
        "CALL-03",
        _member(YES, sent=LAST_NOTICE + timedelta(1), employed=None),
    ),
    case("not employed, sent the eve", "", _member(YES, sent=DAY - timedelta(1))),
    case("candidate accepts", "", _candidate(YES)),
    case("candidate declines", "CALL-04", _candidate(NO)),
    case("candidate silent on the last day", "", _candidate(today=DUE)),
    case("candidate silent after it", "CALL-05", _candidate(today=DUE + timedelta(1))),
)
