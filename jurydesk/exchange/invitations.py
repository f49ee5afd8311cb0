"""Appointments as files that a calendar takes in, changes and drops: RFC 5545 and 5546 (iTIP)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk import __version__
from jurydesk.exchange.examiner_calendar import ZONE
from jurydesk.exchange.mail_drafts import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event, vCalAddress

NOBODY = "invalid:nomail"
"""Stands for an organiser without an address: a request needs one."""
_PARIS = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""Written out: what the data of this machine say of past years is nobody's concern."""


class Method(StrEnum):
    """What a calendar is to do with a file."""

    REQUEST = "REQUEST"
    """Take the appointments in, or change those that it knows."""
    CANCEL = "CANCEL"
    """Drop them."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One appointment. Times are local; `uid` is the same for as long as it lives."""

    uid: str
    start: datetime
    end: datetime
    summary: str
    location: str = ""
    description: str = ""


def calendar_file(
    invitations: Iterable[Invitation],
    *,
    method: Method,
    sequence: int,
    stamp: datetime,
    organizer: Party,
    attendee: Party,
) -> bytes:
    """Return the file of these appointments, all of one person; the same ones, the same bytes.

    `stamp`: local time at which they were settled. Calendars keep what has the higher `sequence`.
    """
    from icalendar import Calendar, Timezone  # noqa: PLC0415 -- slow import

    calendar = Calendar()
    calendar.add("prodid", f"-//jurydesk//jurydesk {__version__}//FR")
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(Timezone.from_ical(_PARIS))
    settled = stamp.replace(tzinfo=ZONE).astimezone(UTC).replace(microsecond=0)
    for one in sorted(invitations, key=lambda one: (one.start, one.uid)):
        event = _event(one, method, sequence, settled)
        event.add("organizer", _address(organizer))
        if attendee.address:
            event.add("attendee", _asked(attendee, method))
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _event(one: Invitation, method: Method, sequence: int, settled: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 -- slow import

    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", settled)
    event.add("sequence", sequence)
    event.add("dtstart", one.start.replace(tzinfo=ZONE))
    event.add("dtend", one.end.replace(tzinfo=ZONE))
    event.add("summary", one.summary)
    for name in ("location", "description"):
        if getattr(one, name):
            event.add(name, getattr(one, name))
    event.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    # Who else looks at the calendar sees that the person is taken, and no more
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if method is Method.CANCEL else "OPAQUE")
    return event


def _address(party: Party) -> vCalAddress:
    from icalendar import vCalAddress, vText  # noqa: PLC0415 -- slow import

    address = vCalAddress(f"mailto:{party.address}" if party.address else NOBODY)
    address.params["cn"] = vText(party.name)
    return address


def _asked(party: Party, method: Method) -> vCalAddress:
    from icalendar import vText  # noqa: PLC0415 -- slow import

    address = _address(party)
    if method is Method.REQUEST:
        address.params["role"] = vText("REQ-PARTICIPANT")
        address.params["partstat"] = vText("NEEDS-ACTION")
        address.params["rsvp"] = vText("TRUE")
    return address
