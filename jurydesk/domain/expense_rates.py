"""Which rate holds on a day, and what a new one does to those before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from jurydesk.domain.expenses import ExpenseKind, Rate

_DAY = timedelta(days=1)


def rate_on(rates: Iterable[Rate], kind: ExpenseKind, day: date, *, seat: str = "") -> Rate | None:
    """Return the rate of a day: that of the seat first, then the one for all seats."""
    held = [rate for rate in rates if rate.kind is kind and rate.in_force(day)]
    own = (rate for rate in held if rate.seat == seat)
    return next(own, None) or next((rate for rate in held if not rate.seat), None)


def succession(rates: Iterable[Rate], new: Rate) -> tuple[tuple[Rate, ...], Rate]:
    """Return the rates that end because a new one begins, and the new one as it fits in.

    One that begins on the same day is replaced: the new one takes its number.
    """
    alike = [rate for rate in rates if (rate.kind, rate.seat) == (new.kind, new.seat)]
    ended = tuple(
        replace(rate, until=new.since - _DAY)
        for rate in alike
        if rate.since < new.since and rate.in_force(new.since)
    )
    same = next((rate for rate in alike if rate.since == new.since), None)
    if same is not None:
        new = replace(new, id=same.id, version=same.version)
    later = min((rate.since for rate in alike if rate.since > new.since), default=None)
    if later is not None and (new.until is None or new.until >= later):
        new = replace(new, until=later - _DAY)
    return ended, new
