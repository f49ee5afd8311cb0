"""The board of clocks as a calendar that other programs can follow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from jurydesk.exchange.calendar_feed import FeedEvent, write_feed
from jurydesk.exchange.public_holidays import last_working_day
from jurydesk.services.deadlines import deadlines
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from jurydesk.services.deadlines import Deadline
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

FINGERPRINT = 16
"""Letters of the hash that tells the clocks of one workspace from those of another."""


def export_deadlines(desk: Desk, *, path: Path, wording: Wording, zone: str = "") -> int:
    """Write every act that is due as an event of a calendar; return how many.

    Raises:
        WrongUsage: there is no zone of public holidays of that name.
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    board = deadlines(desk, zone=zone)
    origin = _origin(desk)
    events = [_event(one, one.due, wording, origin=origin, zone=zone) for one in board if one.due]
    title = wording.text("DEADLINE-CALENDAR")
    return write_feed(path, events, title=title, now=desk.clock.now())


def act_text(one: Deadline, wording: Wording) -> str:
    """Return the act that stops a clock, in words."""
    if one.act is not None:
        return wording.text(f"DEADLINE-ACT-{one.act}")
    if one.is_corrected:
        return wording.text("DEADLINE-ACT-CORRECTION")
    return wording.text(
        "DEADLINE-ACT-DELIBERATION" if one.page == "deliberation" else "DEADLINE-ACT-HEARING"
    )


def hint_text(one: Deadline, wording: Wording) -> str:
    """Return the hint of the last working day before; empty where the due day is one."""
    if one.working_day is None:
        return ""
    return wording.text("DEADLINE-HINT", day=wording.date(one.working_day, weekday=True))


def _origin(desk: Desk) -> str:
    """Return what no other workspace has: the beginning of its trail."""
    with desk.open_unit() as unit:
        first = next(iter(unit.audit.events()), None)
    return first.hash[:FINGERPRINT] if first else "new"


def _event(one: Deadline, due: date, wording: Wording, *, origin: str, zone: str) -> FeedEvent:
    act = sentence_case(act_text(one, wording))
    lines = (
        wording.text(
            "DEADLINE-EVENT-DUE", day=wording.date(due, weekday=True), article=one.article
        ),
        sentence_case(hint_text(one, wording)),
        wording.text(f"DEADLINE-RULE-{one.clock.kind}"),
        wording.text(f"DEADLINE-EXPIRY-{one.expiry}"),
        " · ".join(part for part in (one.certification, one.session_code) if part),
    )
    return FeedEvent(
        uid=f"{one.key}@{origin}.jurydesk",
        day=due,
        summary=wording.text("DEADLINE-EVENT", act=act, name=one.person),
        description="\n".join(line for line in lines if line),
        category=sentence_case(wording.text(f"clock.{one.clock.kind}")),
        remind_on=last_working_day(due - timedelta(days=1), zone=zone),
    )
