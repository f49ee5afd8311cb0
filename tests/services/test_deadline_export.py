"""The calendar of the clocks, read back by the library and by eye."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import AdmissibilityStatus
from jurydesk.domain.steps import StepKind
from jurydesk.errors import EnvironmentFailure, RefusedByRule
from jurydesk.services.deadline_export import export_deadlines
from jurydesk.wording import Wording
from tests.builders import TODAY, a_session, a_step, a_vae
from tests.fakes import FakeOffice

FRENCH = Wording("fr")
COMPLETE = {"status": AdmissibilityStatus.COMPLETE, "decided": None}


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "échéances.ics"


@pytest.fixture
def filled(office: FakeOffice) -> FakeOffice:
    """One decision due on Sunday 29 November, and one that has not started."""
    file = {**COMPLETE, "complete": date(2026, 9, 29)}
    still = {**COMPLETE, "complete": None, "status": AdmissibilityStatus.FILED}
    office.store(a_vae(1, file=file, validation_received=None))
    office.store(a_vae(2, file=still, validation_received=None))
    return office


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def write(office: FakeOffice, path: Path) -> list[Any]:
    count = export_deadlines(office.desk, path=path, wording=FRENCH)
    found = events(path)
    assert count == len(found)
    return found


def test_one_event_for_each_clock_that_runs(filled: FakeOffice, feed: Path) -> None:
    (event,) = write(filled, feed)
    assert event["uid"] == "ADMISSIBILITY-c1@new.jurydesk"
    assert event.decoded("dtstart") == date(2026, 11, 29)
    assert event.decoded("dtend") == date(2026, 11, 30)
    assert event["summary"] == "Décider de la recevabilité\u00a0: LEGRAND1 Ophélie"
    lines = str(event["description"]).splitlines()
    assert lines[0] == "Au plus tard le dimanche 29\u00a0novembre\u00a02026 (R6412-4)."
    assert lines[1] == "Dernier jour ouvré avant\u00a0: vendredi 27\u00a0novembre\u00a02026"
    assert lines[-1] == "RNCP40642"
    assert (event["class"], event["transp"]) == ("CONFIDENTIAL", "TRANSPARENT")
    (alarm,) = event.walk("VALARM")
    # At nine on Friday, the last working day before
    assert alarm.decoded("trigger") == timedelta(days=-2, hours=9)


def test_lines_are_folded_and_end_as_the_standard_says(filled: FakeOffice, feed: Path) -> None:
    write(filled, feed)
    lines = feed.read_bytes().split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"DTSTART;VALUE=DATE:20261129" in lines
    assert feed.read_bytes().count(b"\n") == len(lines) - 1


def test_only_what_changed_is_marked_as_changed(filled: FakeOffice, feed: Path) -> None:
    filled.store(a_session())
    first = {str(event["uid"]): event for event in write(filled, feed)}
    assert {int(event["sequence"]) for event in first.values()} == {0}
    filled.clock.move_to(datetime.combine(TODAY, time(15)))
    file = {**COMPLETE, "complete": date(2026, 9, 30)}
    filled.store(a_vae(1, file=file, validation_received=None))
    second = {str(event["uid"]): event for event in write(filled, feed)}
    assert second.keys() == first.keys()
    changed = second.pop("ADMISSIBILITY-c1@new.jurydesk")
    assert (int(changed["sequence"]), changed.decoded("dtstart")) == (1, date(2026, 11, 30))
    assert changed.decoded("last-modified") > first[str(changed["uid"])].decoded("last-modified")
    for uid, event in second.items():
        assert event.to_ical() == first[uid].to_ical()


def test_what_is_done_is_gone(filled: FakeOffice, feed: Path) -> None:
    session = replace(a_session(), candidacies=(3,))
    filled.store(session)
    before = {str(event["uid"]) for event in write(filled, feed)}
    step = a_step(1, StepKind.EMPLOYER_TOLD, examiner_id=1, session_id=1)
    filled.store(step)
    after = {str(event["uid"]) for event in write(filled, feed)}
    assert before - after == {"EMPLOYER-e1-s1@new.jurydesk"}


def test_the_clocks_of_two_workspaces_are_told_apart(filled: FakeOffice, feed: Path) -> None:
    with filled.unit() as unit:
        unit.audit.record(EventType.WORKSPACE_CREATED, {})
        unit.commit()
    (event,) = write(filled, feed)
    assert event["uid"] == f"ADMISSIBILITY-c1@{filled.workspace.events[0].hash[:16]}.jurydesk"


@pytest.mark.parametrize(
    "content", [b"", b"no calendar", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n", b"\xff"]
)
def test_a_file_that_is_no_feed_of_ours_is_replaced(
    filled: FakeOffice, feed: Path, content: bytes
) -> None:
    feed.write_bytes(content)
    (event,) = write(filled, feed)
    assert int(event["sequence"]) == 0


def test_a_workspace_is_never_written_over(filled: FakeOffice, tmp_path: Path) -> None:
    place = tmp_path / "bureau.jurydesk"
    with sqlite3.connect(place) as database:
        database.execute("CREATE TABLE t (x)")
    database.close()
    before = place.read_bytes()
    with pytest.raises(RefusedByRule) as refused:
        export_deadlines(filled.desk, path=place, wording=FRENCH)
    assert (refused.value.code, place.read_bytes()) == ("FILE-26", before)


def test_a_folder_that_is_not_there_is_named(filled: FakeOffice, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as failed:
        export_deadlines(filled.desk, path=tmp_path / "nowhere" / "a.ics", wording=FRENCH)
    assert failed.value.code == "FILE-20"
    assert list(tmp_path.iterdir()) == []
