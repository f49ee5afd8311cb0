"""What the year before tells of presidencies and of who sat with whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jurydesk.domain.service_record import NO_PAST, PastYear, past_year
from jurydesk.domain.session_rules import best_president
from tests.builders import DAY, a_jury, a_session, some_facts

PRESIDENT = a_jury().president_id or 0
PEOPLE = sorted(juror.examiner_id for juror in a_jury().jurors)
PAIRS = frozenset((a, b) for a in PEOPLE for b in PEOPLE if a < b)


def held(days_before: int, **changes: object):
    jury = replace(a_jury(), day=DAY - timedelta(days=days_before), **changes)
    return a_session(id=2, code="before", juries=(jury,), days=(jury.day,))


def test_a_jury_within_the_year_counts() -> None:
    assert past_year([held(365)], a_session()) == PastYear({PRESIDENT: 1}, PAIRS)


def test_a_jury_of_longer_ago_or_of_this_session_does_not() -> None:
    assert past_year([held(366), a_session()], a_session()) == NO_PAST


def test_a_jury_that_was_annulled_was_none() -> None:
    assert past_year([held(10, annulled=True)], a_session()) == NO_PAST


def test_a_session_without_days_has_no_year_before() -> None:
    assert past_year([held(1)], a_session(days=())) == NO_PAST


def test_who_presided_in_the_year_is_asked_after_the_others() -> None:
    facts = some_facts()
    jury = facts.session.juries[0]
    first = best_president(facts, jury)
    assert first is not None
    later = replace(facts, past=PastYear({first: 1}))
    assert best_president(later, jury) not in {None, first}
    everybody = {juror.examiner_id: 1 for juror in jury.jurors}
    assert best_president(replace(facts, past=PastYear(everybody)), jury) == first


def test_another_jury_of_the_session_counts_as_a_turn() -> None:
    facts = some_facts()
    jury = facts.session.juries[0]
    first = best_president(facts, jury)
    other = replace(jury, number=2, president_id=first)
    session = replace(facts.session, juries=(jury, other))
    assert best_president(replace(facts, session=session), jury) not in {None, first}
