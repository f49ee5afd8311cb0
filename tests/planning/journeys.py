"""Rooms and journeys read again by an auditor: no function of planning or of the rules is used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.domain.session import Hearing, Jury
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.domain.sites import Room, Site

LUNCH_TO_SPARE = 30
Minutes = tuple[int, int]


def room_breaches(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> Iterator[str]:
    """Yield what is wrong with the room of each jury that hears somebody."""
    for jury in juries:
        found = _room(facts, jury.room)
        heard = [h for h in hearings if h.jury == jury.number]
        if found is None or not heard:
            continue
        _, room = found
        name = f"jury {jury.number} in {room.name}"
        if room.capacity is not None and len(jury.jurors) + 1 > room.capacity:
            yield f"{name}: {room.capacity} persons at the most"
        has = {one.value for one in room.equipment}
        if facts.session.modality.value != "ON_SITE" and "VIDEO" not in has:
            yield f"{name}: nothing to join by"
        for hearing in heard:
            if not any(
                a <= _minute(hearing.start.time()) and _minute(hearing.end.time()) <= b
                for a, b in open_times(room, jury)
            ):
                yield f"{name}: closed at {hearing.start}"
            if facts.candidacies[hearing.candidacy_id].step_free and "STEP_FREE" not in has:
                yield f"{name}: steps before {hearing.candidacy_id}"


def open_times(room: Room, jury: Jury) -> list[Minutes]:
    """Return when a room is open on the half-day of a jury, in minutes; touching times joined."""
    for entry in room.closed:
        if entry.start <= jury.day <= entry.end and entry.half_day in {None, jury.half_day}:
            return []
    if not room.hours:
        return [(0, 24 * 60)]
    today = [o for o in room.hours if o.weekday == jury.day.isoweekday() - 1]
    open_minutes = {minute for o in today for minute in range(_minute(o.start), _minute(o.end))}
    edges = sorted(m for m in open_minutes if m - 1 not in open_minutes)
    ends = sorted(m + 1 for m in open_minutes if m + 1 not in open_minutes)
    return list(zip(edges, ends, strict=True))


def journey_breaches(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> Iterator[str]:
    """Yield who would have to be on two sites with no time to get from one to the other."""
    stays = list(_stays(facts, juries, hearings))
    for first, second in permutations(stays, 2):
        (who, site, _, end), (other, there, start, _) = first, second
        if who != other or site == there or start.date() != end.date() or start < end:
            continue
        minutes = _way(facts, site, there)
        if minutes is not None and end + timedelta(minutes=minutes) > start:
            yield f"{who} from {site} at {end} to {there} at {start}"


def _stays(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> Iterator[tuple[tuple[str, int], int, datetime, datetime]]:
    for stay in facts.stays:
        start, end = (datetime.combine(stay.day, moment) for moment in (stay.start, stay.end))
        yield (stay.role.value, stay.person), stay.site, start, end
    for jury in juries:
        found = _room(facts, jury.room)
        heard = [h for h in hearings if h.jury == jury.number]
        if found is None or not heard:
            continue
        site = found[0].id
        span = min(h.start for h in heard), max(h.end for h in heard)
        for juror in jury.jurors:
            yield ("EXAMINER", juror.examiner_id), site, *span
        for hearing in heard:
            person = facts.candidacies[hearing.candidacy_id].candidate_id
            yield ("CANDIDATE", person), site, hearing.start, hearing.end


def gaps(facts: SessionFacts, juries: tuple[Jury, ...]) -> Iterator[tuple[int, int | None, int]]:
    """Yield examiner, minutes of the way and minutes left for it, of who goes to another site.

    Each half-day counts from the first minute to the last that the session and the room have.
    """
    for first, second in permutations(juries, 2):
        one, other = _room(facts, first.room), _room(facts, second.room)
        halves = first.half_day.value, second.half_day.value
        if one is None or other is None or first.day != second.day or halves != ("am", "pm"):
            continue
        site, there = one[0].id, other[0].id
        if site != there:
            left = frame(facts, second)[0] - frame(facts, first)[1]
            both = {j.examiner_id for j in first.jurors} & {j.examiner_id for j in second.jurors}
            for examiner in sorted(both):
                yield examiner, _way(facts, site, there), left


def is_impossible(facts: SessionFacts, juries: tuple[Jury, ...]) -> bool:
    """Tell whether somebody would be too late if both half-days were used to the full."""
    return any(minutes is not None and minutes > left for _, minutes, left in gaps(facts, juries))


def tight(facts: SessionFacts, juries: tuple[Jury, ...]) -> int:
    """Count who has less than half an hour to spare on the way, or a way nobody knows."""
    ways = [(minutes, left) for _, minutes, left in gaps(facts, juries)]
    ways += _ways_elsewhere(facts, juries)
    return sum(minutes is None or minutes + LUNCH_TO_SPARE > left for minutes, left in ways)


def _ways_elsewhere(
    facts: SessionFacts, juries: tuple[Jury, ...]
) -> Iterator[tuple[int | None, int]]:
    """Yield the way of each member who is in another session on the other half-day."""
    for jury in juries:
        for juror in jury.jurors:
            yield from ways_from_elsewhere(facts, jury, juror.examiner_id)


def ways_from_elsewhere(
    facts: SessionFacts, jury: Jury, examiner: int
) -> Iterator[tuple[int | None, int]]:
    """Yield the way between a jury and where somebody is for another session that day."""
    found = _room(facts, jury.room)
    for stay in facts.stays if found else ():
        same = stay.day == jury.day and stay.half_day != jury.half_day
        who = (stay.role.value, stay.person) == ("EXAMINER", examiner)
        if same and who and found[0].id != stay.site:
            ends = frame(facts, jury), (_minute(stay.start), _minute(stay.end))
            first, second = ends if jury.half_day.value == "am" else ends[::-1]
            yield _way(facts, found[0].id, stay.site), second[0] - first[1]


def cannot_come(facts: SessionFacts, jury: Jury, examiner: int) -> bool:
    """Tell whether another session keeps somebody too far away."""
    ways = ways_from_elsewhere(facts, jury, examiner)
    return any(minutes is not None and minutes > left for minutes, left in ways)


def frame(facts: SessionFacts, jury: Jury) -> Minutes:
    """Return the first and the last minute that a jury may use."""
    hours = facts.session.hours
    first, last = hours.start, min(hours.lunch_start, hours.end)
    if jury.half_day.value == "pm":
        first, last = max(hours.lunch_end, hours.start), hours.end
    found = _room(facts, jury.room)
    times = open_times(found[1], jury) if found else [(0, 24 * 60)]
    inside = [(max(a, _minute(first)), min(b, _minute(last))) for a, b in times]
    usable = [(a, b) for a, b in inside if a < b] or [(_minute(first), _minute(last))]
    if jury.half_day.value == "pm":
        return usable[0][0], usable[-1][1]
    # Hearings follow one another from the first minute on: what they cannot fill is free
    ends = [a + longest for a, b in usable if (longest := _filled(facts, b - a))]
    return usable[0][0], ends[-1] if ends else usable[-1][1]


def _filled(facts: SessionFacts, minutes: int) -> int:
    """Return how much of a morning hearings of the lengths of the session can fill."""
    plain = facts.session.hours.minutes
    longer = next(m for m in range(0, 10 * plain, 5) if 3 * m >= 4 * plain)
    heard = [facts.candidacies[number] for number in facts.session.candidacies]
    lengths = {longer if candidacy.extra_time else plain for candidacy in heard}
    sums, new = {0}, {0}
    while new:
        new = {a + b for a in new for b in lengths if a + b <= minutes} - sums
        sums |= new
    return max(sums)


def _room(facts: SessionFacts, name: str) -> tuple[Site, Room] | None:
    for site in facts.sites.sites:
        for room in site.rooms:
            if room.name == name:
                return site, room
    return None


def _way(facts: SessionFacts, one: int, other: int) -> int | None:
    for way in facts.sites.travels:
        if {way.first_id, way.second_id} == {one, other}:
            return way.minutes
    return None


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
