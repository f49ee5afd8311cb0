"""Who was told what, and whom a change of the plan concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.release import (
    Announcement,
    Appointment,
    DraftChange,
    News,
    Role,
    appointments,
    draft_changes,
    released,
    told,
)
from tests.builders import CODE, DAY, a_hearing, a_jury, a_session

FIRST, SECOND = datetime(2026, 11, 20, 9), datetime(2026, 11, 25, 9)
CANDIDATE = (Role.CANDIDATE, 1)
SITS = (Role.EXAMINER, 1)


def at(hour: str, until: str, **changes: object) -> Appointment:
    start, end = (datetime.combine(DAY, time.fromisoformat(text)) for text in (hour, until))
    there = Appointment(DAY, HalfDay.AM, "Salle 1", start, end, certification=CODE)
    return replace(there, **changes)


def test_a_candidate_is_expected_at_the_hearing_and_a_juror_for_the_half_day() -> None:
    session = a_session(candidacies=(1, 2), hearings=(a_hearing(1), a_hearing(2, at="11:00")))
    found = appointments(session)
    assert found[CANDIDATE] == (at("09:00", "09:45"),)
    seat = session.juries[0].jurors[0].seat
    assert found[SITS] == (at("09:00", "12:30", seat=seat),)
    assert [person for person in found if person[0] is Role.EXAMINER] == [
        (Role.EXAMINER, juror.examiner_id) for juror in session.juries[0].jurors
    ]


def test_a_jury_that_was_annulled_expects_nobody() -> None:
    annulled = a_session(juries=(replace(a_jury(), annulled=True),))
    assert appointments(annulled) == {}


def test_the_first_release_convenes_everybody() -> None:
    session = a_session()
    release = released(session, at=FIRST)
    assert release.at == FIRST
    assert len(release.due) == len(release.announcements) == 5
    assert {one.news for one in release.due} == {News.CONVENED}
    assert release.of(CANDIDATE).planned == (at("09:00", "09:45"),)


def test_who_was_told_is_due_no_more_and_keeps_the_day() -> None:
    release = told(released(a_session(), at=FIRST), {CANDIDATE}, on=FIRST.date())
    assert len(release.due) == 4
    known = release.of(CANDIDATE)
    assert known == Announcement(*CANDIDATE, known.planned, known.planned, FIRST.date())
    again = told(release, {CANDIDATE}, on=date(2027, 1, 1))
    assert again.of(CANDIDATE).told_on == FIRST.date()


def everybody_told() -> object:
    release = released(a_session(), at=FIRST)
    people = {one.person for one in release.announcements}
    return told(release, people, on=FIRST.date())


def test_a_change_is_a_draft_until_it_is_released_again() -> None:
    session = a_session(release=everybody_told())
    assert draft_changes(session) == ()
    moved = replace(session, hearings=(a_hearing(at="10:00"),))
    before, after = at("09:00", "09:45"), at("10:00", "10:45")
    assert draft_changes(moved)[0] == DraftChange(Role.CANDIDATE, 1, (before,), (after,))
    assert draft_changes(moved)[0].news is News.MOVED
    assert moved.release is not None
    assert moved.release.due == ()
    again = released(moved, at=SECOND)
    assert [(one.person, one.news) for one in again.due] == [(CANDIDATE, News.MOVED)]
    assert (again.of(CANDIDATE).known, again.of(CANDIDATE).planned) == ((before,), (after,))


def test_a_plan_that_comes_back_to_what_was_told_needs_no_telling() -> None:
    session = a_session(release=everybody_told())
    moved = replace(session, hearings=(a_hearing(at="10:00"),))
    other = replace(moved, release=released(moved, at=SECOND))
    back = replace(other, hearings=session.hearings)
    assert released(back, at=SECOND).due == ()


def test_who_is_no_longer_expected_is_told_so_and_then_forgotten() -> None:
    session = a_session(release=everybody_told())
    emptied = replace(session, hearings=(), juries=())
    assert {change.news for change in draft_changes(emptied)} == {News.CANCELLED}
    release = released(emptied, at=SECOND)
    assert {one.news for one in release.due} == {News.CANCELLED}
    done = told(release, {one.person for one in release.due}, on=SECOND.date())
    assert released(replace(emptied, release=done), at=SECOND).announcements == ()


def test_who_was_never_told_of_an_appointment_that_fell_is_not_told() -> None:
    session = a_session(release=released(a_session(), at=FIRST))
    emptied = replace(session, hearings=(), juries=())
    assert released(emptied, at=SECOND).announcements == ()
