"""What an examiner said of their time: typed or from a calendar, one act undone whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.domain.changes import Kind
from jurydesk.domain.findings import blocking
from jurydesk.errors import JurydeskError, WrongUsage
from jurydesk.finding_text import finding_text
from jurydesk.services import availability, examiners, planning, sessions
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import DAY, an_examiner
from tests.ui.agendas import write_agenda

if TYPE_CHECKING:
    from jurydesk.services.availability import CalendarPlan
    from tests.fakes import FakeOffice

TODAY = date(2026, 11, 23)
SHOOT = "DTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261210\nSUMMARY:En tournage"
LESSON = (
    "DTSTART;TZID=Europe/Paris:20261201T090000\nDTEND;TZID=Europe/Paris:20261201T120000\n"
    "RRULE:FREQ=WEEKLY\nSUMMARY:Cours"
)
TYPED = Absence(date(2026, 12, 1), date(2026, 12, 2), given=TODAY)


def plan(folder: Path, *events: str, present: tuple[Absence, ...] = ()) -> CalendarPlan:
    return availability.plan_calendar(
        write_agenda(folder, *events), present=present, today=TODAY, months=18
    )


def test_a_calendar_is_shown_before_it_is_kept(tmp_path: Path) -> None:
    first = plan(tmp_path, SHOOT, LESSON, present=(TYPED,))
    assert (len(first.added), first.kept, first.removed) == (2, (), ())
    assert first.entries == (TYPED, *first.added)
    second = plan(tmp_path, LESSON, present=first.entries)
    assert [one.reason for one in second.kept] == ["Cours"]
    assert [one.reason for one in second.removed] == ["En tournage"]
    assert second.added == ()
    assert second.entries == (TYPED, *second.kept)


def test_next_months_file_knows_its_own_habits_again(tmp_path: Path) -> None:
    """A weekly lesson goes on beyond the horizon: it is not taken away and added each month."""
    first = plan(tmp_path, SHOOT, LESSON)
    later = availability.plan_calendar(
        write_agenda(tmp_path, SHOOT, LESSON),
        present=first.entries,
        today=date(2026, 12, 8),
        months=18,
    )
    assert (later.added, later.removed) == ((), ())
    assert [one.reason for one in later.kept] == ["En tournage", "Cours"]


def test_the_office_says_how_far_ahead_a_calendar_is_read(
    office: FakeOffice, tmp_path: Path
) -> None:
    save_settings(office.desk, settings=OfficeSettings(calendar_months=2))
    path = write_agenda(tmp_path, LESSON)
    usual = availability.preview_calendar(office.desk, path=path, present=())
    asked = availability.preview_calendar(office.desk, path=path, present=(), months=1)
    assert [one.reading.until for one in (usual, asked)] == [date(2027, 1, 23), date(2026, 12, 23)]


def test_what_is_past_in_an_earlier_file_stays(tmp_path: Path) -> None:
    past = Absence(date(2026, 9, 1), date(2026, 9, 5), origin=Origin.CALENDAR)
    found = plan(tmp_path, SHOOT, present=(past,))
    assert (found.removed, found.entries[0]) == ((), past)


@pytest.mark.parametrize("months", [0, 100])
def test_a_horizon_that_is_none(tmp_path: Path, months: int) -> None:
    with pytest.raises(WrongUsage) as refused:
        availability.plan_calendar(
            write_agenda(tmp_path, SHOOT), present=(), today=TODAY, months=months
        )
    assert refused.value.code == "AVAIL-HORIZON"


def test_it_is_kept_in_one_act_and_taken_back_in_one(office: FakeOffice, tmp_path: Path) -> None:
    office.store(replace(an_examiner(1), absences=(TYPED,)))
    found = plan(tmp_path, SHOOT, LESSON, present=(TYPED,))
    outcome = availability.save_availability(
        office.desk, examiner_id=1, entries=found.entries, source=Origin.CALENDAR
    )
    assert outcome.value.absences == found.entries
    assert office.acts == [EventType.AVAILABILITY_CHANGED]
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.EXAMINER)[0].absences == (TYPED,)


def test_what_changes_nothing_leaves_no_trace(office: FakeOffice) -> None:
    office.store(replace(an_examiner(1), absences=(TYPED,)))
    outcome = availability.save_availability(office.desk, examiner_id=1, entries=(TYPED,))
    assert (outcome.changes, office.acts) == ((), [])


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Absence(DAY, date(2026, 1, 1)), "AVAIL-BACKWARDS"),
        (Absence(DAY, DAY, kind=AvailabilityKind.OPTION), "AVAIL-OPTION-WITHOUT-END"),
    ],
)
def test_what_cannot_be_meant_is_refused(office: FakeOffice, entry: Absence, code: str) -> None:
    for act in (
        lambda: availability.save_availability(office.desk, examiner_id=1, entries=(entry,)),
        lambda: examiners.save_examiner(office.desk, examiner=an_examiner(1, absences=(entry,))),
    ):
        with pytest.raises(WrongUsage) as refused:
            act()
        assert refused.value.code == code


def test_a_text_stands_for_all_but_the_calendar_and_the_past() -> None:
    past = Absence(date(2026, 9, 1), date(2026, 9, 5))
    diary = Absence(date(2026, 12, 24), date(2026, 12, 24), origin=Origin.CALENDAR)
    typed = availability.read_availability("3/12 matin", today=TODAY).entries
    after = availability.availability_after((past, TYPED, diary), typed, today=TODAY)
    assert after == (past, *typed, diary)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Zorro", "EXAMINER-NOBODY"), ("", "EXAMINER-SEVERAL")],
)
def test_a_name_means_one_person(office: FakeOffice, name: str, code: str) -> None:
    assert examiners.examiner_named(office.desk, name="bellec yves").id == 2
    with pytest.raises(JurydeskError) as refused:
        examiners.examiner_named(office.desk, name=name)
    assert refused.value.code == code


def test_an_option_lapses_in_a_planned_session(planned: FakeOffice) -> None:
    """On its last day it is to be confirmed; the day after, the jury does not stand any more."""
    first = next(one for one in planned.all(Kind.EXAMINER) if one.id == 1)
    option = Absence(DAY, DAY, kind=AvailabilityKind.OPTION, held_until=TODAY)
    availability.save_availability(planned.desk, examiner_id=first.id, entries=(option,))
    board = sessions.open_session(planned.desk, code="2026-12-A")
    assert [one.code for one in board.findings if "JURY-2" in one.code] == ["JURY-25"]
    planned.clock.move_to(planned.clock.now().replace(day=24))
    board = sessions.open_session(planned.desk, code="2026-12-A")
    (lapsed,) = (one for one in blocking(board.findings) if one.code == "JURY-23")
    assert first.full_name in finding_text(lapsed, Wording("fr"))
    assert sessions.list_sessions(planned.desk)[0].blocking == len(blocking(board.findings))
    free = replace(option, kind=AvailabilityKind.FREE, held_until=None)
    availability.save_availability(planned.desk, examiner_id=first.id, entries=(option, free))
    board = sessions.open_session(planned.desk, code="2026-12-A")
    assert [one.code for one in board.findings if "JURY-2" in one.code] == []


def test_a_calendar_keeps_somebody_out_of_the_plan(office: FakeOffice, tmp_path: Path) -> None:
    """The mornings of a weekly lesson are closed; the plan takes the afternoon."""
    monday = "DTSTART;TZID=Europe/Paris:20261130T090000\nDURATION:PT3H\nRRULE:FREQ=WEEKLY"
    entries = plan(tmp_path, monday).entries
    availability.save_availability(office.desk, examiner_id=1, entries=entries)
    draft = sessions.SessionDraft("S", ("RNCP40642",), days=(DAY,), rooms=("Salle 1",))
    sessions.create_session(office.desk, draft=draft)
    board = planning.propose(office.desk, code="S", seconds=10).value
    assert [jury.half_day for jury in board.session.juries] == [HalfDay.PM]
    assert len(board.session.hearings) == 3
