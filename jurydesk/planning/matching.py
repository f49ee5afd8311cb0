"""Whether one jury can be put together at all, answered exactly."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from jurydesk.planning.problem import Openings, Panel


def jury_exists(
    panel: Panel,
    openings: Openings,
    *,
    barred: Collection[int] = (),
    recused: Collection[int] = (),
    spare: int = 0,
) -> bool:
    """Tell whether each seat can have an examiner of its own, at most `spare` voters recused."""
    return any(
        _can_match(options) for options in _options(panel, openings, (barred, recused), spare)
    )


def vacant_posts(panel: Panel, openings: Openings, barred: Collection[int] = ()) -> tuple[int, ...]:
    """Return the posts for which too few examiners remain, each post taken alone."""
    return tuple(
        number
        for number, (post, free) in enumerate(zip(panel.posts, openings, strict=True))
        if len(free.keys() - set(barred)) < post.count
    )


def _options(
    panel: Panel,
    openings: Openings,
    avoided: tuple[Collection[int], Collection[int]],
    spare: int,
) -> Iterator[list[list[int]]]:
    """Yield, for each choice of seats whose holders may be recused, who may take each seat."""
    barred, recused = map(set, avoided)
    seats = [
        (post.seat.deliberates, free.keys() - barred)
        for post, free in zip(panel.posts, openings, strict=True)
        for _ in range(post.count)
    ]
    voting = [number for number, (deliberates, _) in enumerate(seats) if deliberates]
    touched = [number for number in voting if seats[number][1] & recused]
    for indulged in combinations(touched, min(max(spare, 0), len(touched))):
        strict = set(voting) - set(indulged)
        yield [
            sorted(free - recused if number in strict else free)
            for number, (_, free) in enumerate(seats)
        ]


def _can_match(options: list[list[int]]) -> bool:
    """Match seats and persons (augmenting paths); both are few."""
    holder: dict[int, int] = {}

    def take(seat: int, tried: set[int]) -> bool:
        for person in options[seat]:
            if person in tried:
                continue
            tried.add(person)
            if person not in holder or take(holder[person], tried):
                holder[person] = seat
                return True
        return False

    return all(take(seat, set()) for seat in range(len(options)))
