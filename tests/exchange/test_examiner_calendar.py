"""Calendar files as diaries write them: each with the half-days it takes, checked by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jurydesk.domain.availability import Absence, HalfDay, Origin
from jurydesk.errors import JurydeskError
from jurydesk.exchange.examiner_calendar import CalendarReading, Ignored, read_calendar
from tests.ui.agendas import write_agenda

TODAY, UNTIL = date(2026, 11, 23), date(2028, 5, 23)
AM, PM = HalfDay.AM, HalfDay.PM


def read(folder: Path, *events: str) -> CalendarReading:
    return read_calendar(write_agenda(folder, *events), since=TODAY, until=UNTIL)


def away(
    start: date, end: date, half: HalfDay | None = None, reason: str = "", **more: int
) -> Absence:
    return Absence(start, end, half, reason, origin=Origin.CALENDAR, given=TODAY, **more)


def test_the_last_day_of_a_whole_day_event_is_free_again(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "DTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261210\nSUMMARY:En tournage",
        "DTSTART;VALUE=DATE:20261214\nSUMMARY:Mixage",
    )
    assert reading.entries == (
        away(date(2026, 12, 7), date(2026, 12, 9), reason="En tournage"),
        away(date(2026, 12, 14), date(2026, 12, 14), reason="Mixage"),
    )


def test_what_repeats_each_week_is_one_entry_and_an_exception_is_free(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "DTSTART;TZID=Europe/Paris:20261201T090000\nDTEND;TZID=Europe/Paris:20261201T120000\n"
        "RRULE:FREQ=WEEKLY;COUNT=8\nEXDATE;TZID=Europe/Paris:20261229T090000\nSUMMARY:Cours",
    )
    first, last = date(2026, 12, 1), date(2027, 1, 19)
    assert reading.entries == (
        away(first, date(2026, 12, 22), AM, "Cours", weekday=1),
        away(date(2027, 1, 5), last, AM, "Cours", weekday=1),
    )


def test_a_moved_and_a_cancelled_occurrence(tmp_path: Path) -> None:
    path = write_agenda(
        tmp_path,
        "DTSTART;TZID=Europe/Paris:20261201T090000\nDTEND;TZID=Europe/Paris:20261201T120000\n"
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "RECURRENCE-ID;TZID=Europe/Paris:20261208T090000\nDTSTART;TZID=Europe/Paris:20261209T140000"
        "\nDTEND;TZID=Europe/Paris:20261209T150000",
        "RECURRENCE-ID;TZID=Europe/Paris:20261215T090000\nDTSTART;TZID=Europe/Paris:20261215T090000"
        "\nDTEND;TZID=Europe/Paris:20261215T120000\nSTATUS:CANCELLED",
    )
    path.write_bytes(
        path.read_bytes().replace(b"UID:1@x", b"UID:0@x").replace(b"UID:2@x", b"UID:0@x")
    )
    reading = read_calendar(path, since=TODAY, until=UNTIL)
    assert reading.entries == (
        away(date(2026, 12, 1), date(2026, 12, 1), AM),
        away(date(2026, 12, 9), date(2026, 12, 9), PM),
    )
    assert (reading.events, reading.ignored) == (3, {Ignored.CANCELLED: 1})


@pytest.mark.parametrize(
    ("times", "halves"),
    [
        # In winter Paris is one hour ahead of UTC, in summer two
        ("DTSTART:20261214T113000Z\nDTEND:20261214T120000Z", [AM]),
        ("DTSTART:20261214T113000Z\nDTEND:20261214T121500Z", [AM, PM]),
        ("DTSTART:20270614T110000Z\nDTEND:20270614T120000Z", [PM]),
        ("DTSTART:20270614T103000Z\nDTEND:20270614T110000Z", [AM]),
        ("DTSTART:20261214T070000\nDTEND:20261214T080000", []),
        ("DTSTART:20261214T190000\nDTEND:20261214T230000", []),
        ("DTSTART:20261214T185900\nDTEND:20261214T230000", [PM]),
        ("DTSTART:20261214T130000\nDTEND:20261214T130000", [PM]),
        ("DTSTART:20261214T123000\nDURATION:PT1H", [AM, PM]),
        ("DTSTART;TZID=America/New_York:20261214T030000\nDURATION:PT1H", [AM]),
    ],
)
def test_hours_take_the_half_days_that_they_touch_in_paris(
    tmp_path: Path, times: str, halves: list[HalfDay]
) -> None:
    entries = read(tmp_path, times).entries
    assert [one.half_day for one in entries] == ([None] if halves == [AM, PM] else halves)


def test_an_event_of_several_days_takes_what_lies_between(tmp_path: Path) -> None:
    reading = read(tmp_path, "DTSTART:20261214T140000\nDTEND:20261216T100000")
    assert [(str(one.start), one.half_day) for one in reading.entries] == [
        ("2026-12-14", PM),
        ("2026-12-15", None),
        ("2026-12-16", AM),
    ]


def test_what_takes_nobodys_time_is_ignored_and_counted(tmp_path: Path) -> None:
    day = "DTSTART;VALUE=DATE:20261214\n"
    reading = read(
        tmp_path,
        f"{day}TRANSP:TRANSPARENT",
        f"{day}X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        f"{day}STATUS:CANCELLED",
        "DTSTART:20261214T200000\nDTEND:20261214T220000",
        "DTSTART;VALUE=DATE:20250101",
    )
    assert reading.entries == ()
    assert reading.ignored == {Ignored.FREE: 2, Ignored.CANCELLED: 1, Ignored.OUTSIDE: 1}


def test_what_is_private_keeps_its_name_to_itself(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "DTSTART;VALUE=DATE:20261214\nCLASS:PRIVATE\nSUMMARY:Médecin").entries
    assert entry.reason == ""


def test_only_the_horizon_is_read(tmp_path: Path) -> None:
    yearly = "DTSTART;VALUE=DATE:20201214\nRRULE:FREQ=YEARLY"
    assert [one.start.year for one in read(tmp_path, yearly).entries] == [2026, 2027]
    already = read(tmp_path, "DTSTART;VALUE=DATE:20261101\nDTEND;VALUE=DATE:20261201").entries
    assert already == (away(TODAY, date(2026, 11, 30)),)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "AVAIL-ICS-NONE"),
        (b"PK\x03\x04 no calendar", "AVAIL-ICS-NONE"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "AVAIL-ICS-EMPTY"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "AVAIL-ICS-DAMAGED AVAIL-ICS-EMPTY"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:yesterday\r\nEND:VEVENT\r\nEND:VCALENDAR",
            "AVAIL-ICS-DAMAGED",
        ),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:never\r\nEND:VEVENT\r\nEND:VCALENDAR",
            "AVAIL-ICS-DAMAGED",
        ),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "agenda.ics"
    path.write_bytes(content)
    with pytest.raises(JurydeskError) as refused:
        read_calendar(path, since=TODAY, until=UNTIL)
    assert refused.value.code in code.split()
    assert refused.value.figures["file"] == "agenda.ics"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=5",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23",
    ],
)
def test_what_repeats_beyond_measure_is_refused(tmp_path: Path, rule: str) -> None:
    with pytest.raises(JurydeskError) as refused:
        read(tmp_path, f"DTSTART:20261124T000000\nDTEND:20261124T001000\nRRULE:{rule}")
    assert refused.value.code == "AVAIL-ICS-TOO-MANY"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(JurydeskError) as refused:
        read_calendar(tmp_path / "rien.ics", since=TODAY, until=UNTIL)
    assert refused.value.code == "AVAIL-ICS-UNREADABLE"
