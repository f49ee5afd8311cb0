"""Who declined a half-day: no plan seats them there, and the reasons say so and what would help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.release import Appointment
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.summons import Answer, Channel, Reply, Sending, Summons, answered
from jurydesk.finding_text import finding_text
from jurydesk.planning.propose import Plan, propose
from jurydesk.planning.reasons.answer import Reasons
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.repair import amend
from jurydesk.planning.reasons.telling import Teller
from jurydesk.wording import Wording
from tests.planning.checker import breaches
from tests.planning.world import MONDAY, World, pool, trained

SENT = date(2026, 11, 2)


def asked(half_day: HalfDay) -> Appointment:
    hours = (9, 12) if half_day is HalfDay.AM else (14, 17)
    start, end = (datetime(MONDAY.year, MONDAY.month, MONDAY.day, hour) for hour in hours)
    return Appointment(MONDAY, half_day, "Salle 1", start, end)


def declined(who: int, *halves: HalfDay) -> Summons:
    to = tuple(map(asked, halves))
    one = Summons(0, f"uid-{who}", examiner_id=who, sendings=(Sending(SENT, Channel.EMAIL, to),))
    return answered(one, Answer(Reply.DECLINED, SENT, to))


def facts_with(world: World, *summonses: Summons) -> SessionFacts:
    return replace(world.facts(), summonses=summonses)


def checked(facts: SessionFacts) -> Plan:
    plan = propose(facts)
    assert breaches(facts, plan.juries, plan.hearings) == []
    return plan


def test_who_declined_the_morning_is_seated_in_the_afternoon_only() -> None:
    """One person per seat: the jury has to come when the one who declined can."""
    world = World([trained(1)], pool(1))
    assert [jury.half_day for jury in checked(world.facts()).juries] == [HalfDay.AM]
    plan = checked(facts_with(world, declined(1, HalfDay.AM)))
    assert [jury.half_day for jury in plan.juries] == [HalfDay.PM]


def test_another_takes_the_seat_of_who_declined() -> None:
    world = World([trained(1)], pool(2))
    plan = checked(facts_with(world, declined(1, HalfDay.AM, HalfDay.PM)))
    assert plan.juries
    assert 1 not in {juror.examiner_id for jury in plan.juries for juror in jury.jurors}


def test_silence_after_the_last_day_is_a_price_and_no_bar() -> None:
    to = (asked(HalfDay.AM), asked(HalfDay.PM))
    sending = Sending(SENT, Channel.EMAIL, to, SENT + timedelta(7))
    silent = Summons(0, "uid", examiner_id=1, sendings=(sending,))
    world = World([trained(1)], pool(2), today=SENT + timedelta(8))
    plan = checked(facts_with(world, silent))
    assert 1 not in {juror.examiner_id for jury in plan.juries for juror in jury.jurors}
    alone = World([trained(1)], pool(1), today=SENT + timedelta(8))
    assert len(checked(facts_with(alone, silent)).hearings) == 1


def test_the_reasons_name_the_refusal_and_what_a_change_of_mind_would_do() -> None:
    facts = facts_with(World([trained(1)], pool(1)), declined(1, HalfDay.AM, HalfDay.PM))
    reasons = Reasons(facts)
    told = reasons.why(1)
    refused = Fact(FactKind.DECLINED, examiner=1, day=MONDAY, half_day=HalfDay.AM)
    assert refused in told.facts
    found = Teller(Circumstances(facts)).block(told.facts)
    said = [finding_text(one, Wording("fr")).replace("\u00a0", " ") for one in found]
    assert "MEMBRE001 Alix a décliné la convocation du 14 décembre 2026 (matin)." in said
    repair = next(
        one
        for one in told.repairs
        if {change.fact.kind for change in one.changes} == {FactKind.DECLINED}
    )
    assert repair.is_verified
    amended = amend(facts, repair.changes)
    assert amended is not None
    assert len(checked(amended).hearings) == 1
