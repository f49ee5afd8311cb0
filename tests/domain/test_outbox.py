"""How far a message is, what renews it, and what is found of it before it goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.outbox import (
    MessageReason,
    MessageState,
    OutboxMessage,
    dispatched,
    message_to,
    prepared,
    reason_of,
    renewed,
    rewritten,
    state_of,
)
from jurydesk.domain.release import Appointment, News, Role
from jurydesk.domain.summons import Channel
from tests.builders import DAY
from tests.domain.case import Case, codes
from tests.domain.outbox_cases import CASES, a_content, a_sitting

AT = datetime(2026, 11, 24, 10)
ASKED = (Appointment(DAY, HalfDay.AM, "Salle 1", datetime(2026, 12, 14, 9), AT),)
MOVED = (replace(ASKED[0], room="Salle 2"),)
R, S = MessageReason, MessageState
NEW = message_to((Role.EXAMINER, 3), 1, uid="u", reason=R.CONVENED, asked=ASKED)
READY = prepared(NEW, subject="s", text="t", at=AT)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_found_of_a_message(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize(
    ("message", "asked", "reason", "state"),
    [
        (None, ASKED, R.CONVENED, S.TO_REVIEW),
        (NEW, ASKED, R.CONVENED, S.TO_REVIEW),
        (READY, ASKED, R.CONVENED, S.PREPARED),
        # A plan that changes between first telling and moving is the same news
        (READY, ASKED, R.MOVED, S.PREPARED),
        (READY, MOVED, R.MOVED, S.STALE),
        (READY, (), R.CANCELLED, S.STALE),
        (READY, ASKED, R.REMINDER, S.STALE),
        (READY, ASKED, None, S.STALE),
        (replace(READY, reason=R.REMINDER), ASKED, R.REMINDER, S.PREPARED),
        (NEW, MOVED, R.MOVED, S.TO_REVIEW),
        (replace(NEW, excluded=True), ASKED, R.CONVENED, S.EXCLUDED),
        (replace(NEW, excluded=True), MOVED, R.MOVED, S.TO_REVIEW),
        (dispatched(READY, on=DAY, channel=Channel.EMAIL), MOVED, R.MOVED, S.SENT),
    ],
)
def test_states(
    message: OutboxMessage | None,
    asked: tuple[Appointment, ...],
    reason: MessageReason | None,
    state: MessageState,
) -> None:
    assert state_of(message, asked, reason) is state


def test_who_it_goes_to() -> None:
    assert NEW.person == (Role.EXAMINER, 3)
    candidate = (Role.CANDIDATE, 4)
    assert message_to(candidate, 1, uid="u", reason=R.MOVED, asked=()).person == candidate
    assert [reason_of(news) for news in News] == [R.CONVENED, R.MOVED, R.CANCELLED]


def test_words_of_a_person_are_given_up_when_the_plan_changes() -> None:
    own = rewritten(READY, subject=" Venez ", text="À 9 h.\n")
    assert (own.subject, own.text, own.is_own, own.prepared_at) == ("Venez", "À 9 h.", True, None)
    assert renewed(own, ASKED, R.CONVENED) == own
    anew = replace(NEW, asked=MOVED, reason=R.MOVED)
    assert renewed(replace(own, excluded=True), MOVED, R.MOVED) == anew
    assert rewritten(own, subject="", text=" ") == NEW


def test_what_left_keeps_its_words_its_day_and_its_way() -> None:
    gone = dispatched(READY, on=date(2026, 11, 25), channel=Channel.POST)
    assert (gone.text, gone.is_open, gone.channel) == ("t", False, Channel.POST)


def test_only_who_may_have_an_employer_gets_a_copy_for_one() -> None:
    made = {
        (role, employed): a_content(role=role, is_employee=employed).is_for_employer
        for role in Role
        for employed in (True, None, False)
    }
    assert [key for key, copied in made.items() if copied] == [
        (Role.EXAMINER, True),
        (Role.EXAMINER, None),
    ]
    assert not a_content(asked=(), before=(a_sitting(),)).is_for_employer
