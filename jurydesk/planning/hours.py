"""How many hearings fit into the free time of a half-day, and when each begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from jurydesk.planning.problem import Window

Pattern = tuple[int, ...]
"""How many hearings of each length."""


@cache
def patterns(windows: tuple[Window, ...], lengths: tuple[int, ...]) -> tuple[Pattern, ...]:
    """Return the fullest combinations of lengths that fit, none contained in another."""
    combined: set[Pattern] = {(0,) * len(lengths)}
    if not lengths:
        return tuple(combined)
    for start, end in windows:
        fills = _fills(end - start, lengths)
        sums = {
            tuple(a + b for a, b in zip(one, other, strict=True))
            for one, other in product(combined, fills)
        }
        combined = _fullest(sums)
    return tuple(sorted(combined))


def fits(windows: tuple[Window, ...], lengths: tuple[int, ...], wanted: Pattern) -> bool:
    """Tell whether so many hearings of each length fit."""
    return any(_covers(pattern, wanted) for pattern in patterns(windows, lengths))


def starts(windows: tuple[Window, ...], lengths: Sequence[int]) -> tuple[int, ...] | None:
    """Return when each hearing begins, in the order given where the windows allow it."""
    if sum(lengths) > sum(end - start for start, end in windows):
        return None
    placed = _in_order(windows, lengths)
    if placed is None:
        placed = _anyhow(windows, lengths)
    return placed


def _fills(room: int, lengths: tuple[int, ...]) -> set[Pattern]:
    """Return the fullest combinations of one window."""
    if len(lengths) == 1:
        return {(room // lengths[0],)}
    return _fullest(
        {
            (count, *rest)
            for count in range(room // lengths[0] + 1)
            for rest in _fills(room - count * lengths[0], lengths[1:])
        }
    )


def _fullest(found: set[Pattern]) -> set[Pattern]:
    return {
        pattern
        for pattern in found
        if not any(other != pattern and _covers(other, pattern) for other in found)
    }


def without(windows: tuple[Window, ...], taken: Sequence[Window]) -> tuple[Window, ...] | None:
    """Return the windows without the times taken; None where two overlap or one sticks out."""
    free = list(windows)
    for start, end in sorted(taken):
        at = next((n for n, (a, b) in enumerate(free) if a <= start and end <= b), None)
        if at is None:
            return None
        first, last = free[at]
        free[at : at + 1] = [(first, start), (end, last)]
    return tuple((start, end) for start, end in free if start < end)


def _covers(pattern: Pattern, wanted: Pattern) -> bool:
    return all(have >= want for have, want in zip(pattern, wanted, strict=True))


def _in_order(windows: tuple[Window, ...], lengths: Sequence[int]) -> tuple[int, ...] | None:
    times: list[int] = []
    remaining = iter(windows)
    start, end = next(remaining, (0, 0))
    for length in lengths:
        while start + length > end:
            following = next(remaining, None)
            if following is None:
                return None
            start, end = following
        times.append(start)
        start += length
    return tuple(times)


def _anyhow(windows: tuple[Window, ...], lengths: Sequence[int]) -> tuple[int, ...] | None:
    """Search every way to deal the lengths out, the longest first; windows and lengths are few."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    times = [0] * len(lengths)
    free = [list(window) for window in windows]

    def place(rank: int) -> bool:
        if rank == len(order):
            return True
        number = order[rank]
        for window in free:
            if window[0] + lengths[number] <= window[1]:
                times[number] = window[0]
                window[0] += lengths[number]
                if place(rank + 1):
                    return True
                window[0] -= lengths[number]
        return False

    return tuple(times) if place(0) else None
