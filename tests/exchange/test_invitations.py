"""Appointments as other programs read them: taken in, moved, dropped, at the right hour."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from jurydesk.exchange.invitations import Invitation, Method, calendar_file
from jurydesk.exchange.mail_drafts import Party

OFFICE = Party("CEFPF, « jurys »", "jurys@cefpf.example")
ZOE = Party("NGUYỄN Zoé; épouse X", "zoe@example.org")
RELEASED = datetime(2026, 11, 23, 12)
MORNING = Invitation(
    "5f0c-20261214-am@jurydesk",
    datetime(2026, 12, 14, 9),
    datetime(2026, 12, 14, 12, 30),
    "Jury\u00a0: RNCP40642 Œuvre; « cinéma », 1",
    "Salle 1, 8 rue de l’Image, 75011 Paris",
    "Session 2026-12-A\nRéponse attendue le 30 novembre",
)
SUMMER = replace(
    MORNING,
    uid="5f0c-20260701-pm@jurydesk",
    start=datetime(2026, 7, 1, 14),
    end=datetime(2026, 7, 1, 17),
)


def written(*invitations: Invitation, **changes: Any) -> bytes:
    given: dict[str, Any] = {
        "method": Method.REQUEST, "sequence": 0, "stamp": RELEASED,
        "organizer": OFFICE, "attendee": ZOE,
    }  # fmt: skip
    return calendar_file(invitations or (MORNING,), **{**given, **changes})


def read(content: bytes) -> Any:
    """As a second library reads it, which shares nothing with the one that wrote it."""
    return vobject.readOne(content.decode("utf-8"))


class Agenda:
    """Does with a file what a calendar must (RFC 5546, 2.1.4 and 3.2): newer replaces older."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def receive(self, content: bytes) -> None:
        calendar = read(content)
        for event in calendar.vevent_list:
            uid, sequence = event.uid.value, int(event.sequence.value)
            known = self.events.get(uid)
            if known is not None and int(known.sequence.value) > sequence:
                continue
            if calendar.method.value == "CANCEL":
                self.events.pop(uid, None)
            else:
                self.events[uid] = event

    def hours(self) -> dict[str, str]:
        return {uid: f"{event.dtstart.value:%d/%m %H:%M}" for uid, event in self.events.items()}


def test_a_second_library_reads_what_was_written() -> None:
    calendar = read(written(MORNING, SUMMER))
    assert (calendar.method.value, calendar.version.value) == ("REQUEST", "2.0")
    summer, winter = calendar.vevent_list
    assert winter.dtstart.value.astimezone(UTC) == datetime(2026, 12, 14, 8, tzinfo=UTC)
    assert winter.dtend.value.astimezone(UTC) == datetime(2026, 12, 14, 11, 30, tzinfo=UTC)
    assert summer.dtstart.value.astimezone(UTC) == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert winter.summary.value == MORNING.summary
    assert winter.location.value == MORNING.location
    assert winter.description.value == MORNING.description
    assert winter.uid.value == MORNING.uid
    assert winter.dtstamp.value == datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert winter.organizer.value == "mailto:jurys@cefpf.example"
    assert winter.attendee.value == "mailto:zoe@example.org"
    assert winter.attendee.params["CN"] == [ZOE.name]
    assert winter.attendee.params["RSVP"] == ["TRUE"]


def test_the_same_appointments_are_the_same_file() -> None:
    assert written(MORNING, SUMMER) == written(SUMMER, MORNING)


def test_lines_are_as_the_standard_wants_them() -> None:
    content = written()
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert icalendar.Calendar.from_ical(content).errors == []


def test_a_change_replaces_and_a_cancellation_drops() -> None:
    agenda = Agenda()
    agenda.receive(written(MORNING, SUMMER))
    later = replace(MORNING, start=datetime(2026, 12, 14, 10))
    agenda.receive(written(later, sequence=1))
    # An old file that arrives late changes nothing
    agenda.receive(written(MORNING))
    assert agenda.hours() == {SUMMER.uid: "01/07 14:00", MORNING.uid: "14/12 10:00"}
    agenda.receive(written(later, method=Method.CANCEL, sequence=2))
    assert agenda.hours() == {SUMMER.uid: "01/07 14:00"}


def test_a_cancellation_says_so_by_itself() -> None:
    event = read(written(method=Method.CANCEL, sequence=3)).vevent
    assert (event.status.value, event.transp.value) == ("CANCELLED", "TRANSPARENT")
    assert "RSVP" not in event.attendee.params


def test_an_office_without_an_address_still_has_a_name() -> None:
    event = read(written(organizer=Party("CEFPF"), attendee=Party("Zoé"))).vevent
    assert event.organizer.value == "invalid:nomail"
    assert "attendee" not in event.contents


@pytest.mark.skipif(shutil.which("calcurse") is None, reason="needs calcurse")
def test_a_calendar_program_takes_it_in(tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.write_bytes(written(MORNING, SUMMER))
    surroundings = {
        **os.environ, "TZ": "Europe/Paris", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path),
    }  # fmt: skip

    def calcurse(*arguments: str) -> str:
        command = ["calcurse", "-D", str(tmp_path / "agenda"), *arguments]
        done = subprocess.run(
            command, capture_output=True, env=surroundings, timeout=60, check=True, text=True
        )
        return done.stdout

    assert "2 apps" in calcurse("-i", str(file)).replace("2 app ", "2 apps ")
    for day, hours in (("12/14/2026", "09:00 -> 12:30"), ("07/01/2026", "14:00 -> 17:00")):
        shown = calcurse("-d", day)
        assert hours in shown
        assert MORNING.summary in shown
