"""JURY-30: where juries are convened for a day, a room keeps its members at noon."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.session import Jury, JurySpan
from jurydesk.domain.session_rules import check_session
from tests.builders import a_jury, some_facts

MORNING = replace(a_jury(), half_day=HalfDay.AM)
AFTERNOON = replace(MORNING, number=2, half_day=HalfDay.PM)
FEWER = replace(AFTERNOON, jurors=AFTERNOON.jurors[:-1])


def codes(*juries: Jury, span: JurySpan = JurySpan.DAY) -> list[str]:
    facts = some_facts(session={"juries": juries, "jury_span": span})
    return [f.code for f in check_session(facts) if f.code == "JURY-30"]


def test_other_members_in_the_afternoon_are_told_of() -> None:
    facts = some_facts(session={"juries": (MORNING, FEWER), "jury_span": JurySpan.DAY})
    (finding,) = (f for f in check_session(facts) if f.code == "JURY-30")
    figures = dict(finding.figures)
    assert (figures["jury"], figures["morning"], figures["room"]) == (2, 1, MORNING.room)


def test_another_president_is_a_change_too() -> None:
    other = next(
        j.examiner_id
        for j in AFTERNOON.jurors
        if j.deliberates and j.examiner_id != AFTERNOON.president_id
    )
    assert codes(MORNING, replace(AFTERNOON, president_id=other)) == ["JURY-30"]


def test_the_same_members_in_another_order_are_the_same() -> None:
    turned = replace(AFTERNOON, jurors=AFTERNOON.jurors[::-1])
    assert codes(MORNING, turned) == []


def test_a_room_may_sit_one_half_only() -> None:
    assert codes(MORNING) == codes(FEWER) == []


def test_another_room_another_day_or_an_annulled_jury_is_nothing_to_compare() -> None:
    next_day = replace(FEWER, day=FEWER.day + timedelta(days=1))
    for other in (replace(FEWER, room="Salle 2"), next_day, replace(FEWER, annulled=True)):
        assert codes(MORNING, other) == []


def test_half_days_have_a_jury_each() -> None:
    assert codes(MORNING, FEWER, span=JurySpan.HALF_DAY) == []
