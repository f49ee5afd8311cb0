"""Calendar files such as examiners send."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SHOOT = "DTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261210\nSUMMARY:En tournage"
LESSON = (
    "DTSTART;TZID=Europe/Paris:20261201T090000\nDTEND;TZID=Europe/Paris:20261201T120000\n"
    "RRULE:FREQ=WEEKLY\nSUMMARY:Cours à l’école"
)
EVENING = "DTSTART:20261211T200000\nDTEND:20261211T220000\nSUMMARY:Projection"
HINT = "DTSTART;VALUE=DATE:20261215\nTRANSP:TRANSPARENT\nSUMMARY:Anniversaire"
AGENDA = (SHOOT, LESSON, EVENING, HINT)


def write_agenda(folder: Path, *events: str, name: str = "agenda.ics") -> Path:
    """Write a calendar; each event is its lines, without the first and the last."""
    parts = (
        f"BEGIN:VEVENT\nUID:{number}@x\n{event}\nEND:VEVENT" for number, event in enumerate(events)
    )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//t//FR", *parts, "END:VCALENDAR"]
    path = folder / name
    path.write_bytes("\n".join(lines).replace("\n", "\r\n").encode() + b"\r\n")
    return path
