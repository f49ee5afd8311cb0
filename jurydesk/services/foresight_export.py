"""The heat map as a workbook, or as a calendar of the days that can have a jury."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.exchange.calendar_feed import FeedEvent, write_feed
from jurydesk.exchange.roster_writer import Column, Kind, RosterTable, write_roster
from jurydesk.finding_text import finding_text, term
from jurydesk.services.foresight_words import (
    bottleneck_name,
    bottleneck_text,
    juries_text,
    session_names,
)
from jurydesk.services.year_reasons import DayTold, days_told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.exchange.roster_writer import TableValue
    from jurydesk.services.foresight import HalfForecast, HeatMap
    from jurydesk.services.ports import Desk
    from jurydesk.services.year_plan import YearAnswer
    from jurydesk.wording import Wording

CALENDAR = ".ics"


def export_heat(desk: Desk, *, heat: HeatMap, path: Path, wording: Wording) -> int:
    """Write the working half-days; a calendar where the name ends in `.ics`, else a workbook.

    Return how many half-days, or days of the calendar, were written.

    Raises:
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    if path.suffix.lower() == CALENDAR:
        events = tuple(_events(heat, wording))
        title = wording.text("FORESIGHT-TITLE", certification=heat.certification.code)
        return write_feed(path, events, title=title, now=desk.clock.now())
    write_roster(path, (heat_table(heat, wording=wording),))
    return len(heat.working)


def heat_table(heat: HeatMap, *, wording: Wording) -> RosterTable:
    """Return the working half-days, one row each, with the persons free per seat."""
    posts = heat.setting.panel.posts
    columns = (
        Column(wording.text("EXPORT-DAY"), Kind.DATE),
        Column(wording.text("FORESIGHT-HALF-DAY")),
        Column(wording.text("FORESIGHT-COUNT"), Kind.INTEGER),
        Column(wording.text("FORESIGHT-COUNT-WITH-REASON"), Kind.INTEGER),
        Column(wording.text("FORESIGHT-BOTTLENECK")),
        *(Column(term("seat", post.seat.kind, wording), Kind.INTEGER) for post in posts),
        Column(wording.text("EXPORT-SESSION"), Kind.CODE),
    )
    title = wording.text("FORESIGHT-TITLE", certification=heat.certification.code)
    return RosterTable(
        sheet=wording.text("FORESIGHT-SHEET"),
        title=title,
        columns=columns,
        rows=tuple(_row(heat, one, wording) for one in heat.working),
        subtitle=term("route", heat.route, wording),
    )


def _row(heat: HeatMap, one: HalfForecast, wording: Wording) -> tuple[TableValue, ...]:
    return (
        one.day,
        term("half_day", one.half_day, wording),
        one.juries,
        one.capacity.with_reason,
        bottleneck_name(one.capacity, heat.setting.panel, wording),
        *(len(free.people) for free in heat.free(one)),
        session_names(one),
    )


def _events(heat: HeatMap, wording: Wording) -> Iterator[FeedEvent]:
    """Yield one event per day that can have a jury."""
    route = heat.route.lower()
    for morning in heat.working:
        afternoon = heat.at(morning.day, HalfDay.PM)
        if morning.half_day is not HalfDay.AM or afternoon is None:
            continue
        if not morning.juries and not afternoon.juries:
            continue
        halves = (morning, afternoon)
        yield FeedEvent(
            uid=f"foresight-{heat.certification.code}-{route}-{morning.day}@jurydesk",
            day=morning.day,
            summary=" · ".join(_half(one, wording) for one in halves),
            description="\n".join(_why(heat, one, wording) for one in halves),
            category=wording.text("FORESIGHT-SHEET"),
            remind_on=morning.day,
        )


def _half(one: HalfForecast, wording: Wording) -> str:
    half_day = term("half_day", one.half_day, wording)
    value = juries_text(one.juries, wording)
    return wording.text("list.label", name=half_day, value=value)


def _why(heat: HeatMap, one: HalfForecast, wording: Wording) -> str:
    half_day = term("half_day", one.half_day, wording)
    value = bottleneck_text(one.capacity, heat.setting.panel, wording)
    return wording.text("list.label", name=half_day, value=value)


def export_year(desk: Desk, *, answer: YearAnswer, path: Path, wording: Wording) -> int:
    """Write the plan of a year; a calendar where the name ends in `.ics`, else a workbook.

    Return how many days were written.

    Raises:
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    days = days_told(answer)
    if path.suffix.lower() == CALENDAR:
        events = tuple(_day_event(answer, one, wording) for one in days)
        title = wording.text("YEAR-TITLE", certification=answer.heat.certification.code)
        return write_feed(path, events, title=title, now=desk.clock.now())
    write_roster(path, (_year_table(answer, days, wording),))
    return len(days)


def _year_table(answer: YearAnswer, days: tuple[DayTold, ...], wording: Wording) -> RosterTable:
    columns = (
        Column(wording.text("COL-SESSION"), Kind.INTEGER),
        Column(wording.text("COL-DAY"), Kind.DATE),
        Column(wording.text("COL-HEARD"), Kind.INTEGER),
        Column(wording.text("COL-LATE"), Kind.INTEGER),
        Column(wording.text("YEAR-PLACES"), Kind.INTEGER),
        Column(wording.text("YEAR-WHY")),
    )
    certification = answer.heat.certification.code
    return RosterTable(
        sheet=wording.text("YEAR-SHEET"),
        title=wording.text("YEAR-TITLE", certification=certification),
        columns=columns,
        rows=tuple(_year_row(one, wording) for one in days),
        subtitle=term("route", answer.setting.route, wording),
    )


def _year_row(one: DayTold, wording: Wording) -> tuple[TableValue, ...]:
    why = " ".join(finding_text(finding, wording) for finding in one.reasons)
    day = one.day
    return (day.session + 1, day.day, day.heard, day.late, one.places, why)


def _day_event(answer: YearAnswer, one: DayTold, wording: Wording) -> FeedEvent:
    code = answer.heat.certification.code
    told = [finding_text(finding, wording) for finding in one.reasons]
    return FeedEvent(
        uid=f"year-{code}-{answer.setting.route.lower()}-{one.day.day}@jurydesk",
        day=one.day.day,
        summary=wording.text("YEAR-TITLE", certification=code),
        description="\n".join(told),
        category=wording.text("YEAR-SHEET"),
        remind_on=one.day.day,
    )
