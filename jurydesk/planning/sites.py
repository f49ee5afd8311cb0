"""Reads rooms and sites into a problem: rooms that differ in what matters are places apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import Finding, SubjectKind, blocking
from jurydesk.domain.session import Hearing, Jury, Modality
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.site_rules import (
    check_candidate_travel,
    check_room,
    check_room_for,
    frame,
    lacks_video,
)
from jurydesk.domain.sites import Equipment
from jurydesk.planning.problem import Half, Openings, Panel, Place, Window, minutes_of

_OF_THE_CANDIDATE = frozenset({"ROOM-04", "SITE-01"})
"""What may keep one candidate out of a room that is open and large enough."""


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What matters in a room on a half-day."""

    site: int
    windows: tuple[Window, ...]
    closed_to: frozenset[int]
    is_step_free: bool


def site_number(facts: SessionFacts, room: str) -> int:
    """Return the number of the site that has the room; 0: none."""
    site = facts.sites.site_of(room)
    return site.id if site else 0


def free_places(
    facts: SessionFacts,
    half: Half,
    panels: tuple[Panel, ...],
    openings: tuple[Openings, ...],
) -> Iterator[Place]:
    """Yield a half-day with the rooms that no pinned jury uses, those alike together."""
    alike: dict[_Likeness, list[str]] = defaultdict(list)
    for room in _free_rooms(facts, half):
        alike[_likeness(facts, half, panels, room)].append(room)
    for like, rooms in alike.items():
        if like.windows:
            yield Place(*half, tuple(rooms), like.windows, openings, closed_to=like.closed_to)


def _free_rooms(facts: SessionFacts, half: Half) -> tuple[str, ...]:
    session = facts.session
    start, end = (datetime.combine(half[0], m) for m in session.hours.bounds(half[1]))
    heard = {h.jury for h in session.hearings if h.start < end and start < h.end}
    taken = {j.room for j in session.juries if j.half == half or j.number in heard}
    return tuple(room for room in dict.fromkeys(session.rooms) if room not in taken)


def _likeness(facts: SessionFacts, half: Half, panels: tuple[Panel, ...], room: str) -> _Likeness:
    known = facts.sites.room(room)
    windows = room_windows(facts, half, room)
    if known is None:
        return _Likeness(0, windows, frozenset(), is_step_free=True)
    small = (n for n, panel in enumerate(panels) if not known.holds(len(panel.seats) + 1))
    matters = any(c.step_free for c in facts.candidacies.values())
    is_step_free = not matters or Equipment.STEP_FREE in known.equipment
    site = site_number(facts, room) if len(facts.sites.sites) > 1 else 0
    return _Likeness(site, windows, frozenset(small), is_step_free=is_step_free)


def room_windows(facts: SessionFacts, half: Half, room: str) -> tuple[Window, ...]:
    """Return when a jury can sit in a room on a half-day; nothing where it lacks what is asked."""
    within = facts.session.hours.bounds(half[1])
    known = facts.sites.room(room)
    if known is None:
        return ((minutes_of(within[0]), minutes_of(within[1])),)
    if lacks_video(facts.session, facts.sites, room):
        return ()
    spans = known.spans(*half, within)
    return tuple((minutes_of(start), minutes_of(end)) for start, end in spans)


def suits(facts: SessionFacts, candidacy: Candidacy, half: Half, room: str) -> bool:
    """Tell whether a candidate can enter a room, and be there on that day."""
    if facts.sites.room(room) is None:
        return True
    return not blocking(_why_unsuited(facts, candidacy, half, room))


def _why_unsuited(
    facts: SessionFacts, candidacy: Candidacy, half: Half, room: str
) -> tuple[Finding, ...]:
    if facts.sites.room(room) is None:
        return ()
    jury = Jury(0, *half, room=room, certification=candidacy.certification)
    start, end = (datetime.combine(half[0], moment) for moment in frame(facts, jury))
    hearing = Hearing(candidacy.id, 0, start, end)
    found = (
        *check_room_for(facts, jury, hearing, candidacy),
        *check_candidate_travel(facts, jury, hearing, candidacy),
    )
    return tuple(finding for finding in found if finding.code in _OF_THE_CANDIDATE)


def room_faults(
    facts: SessionFacts, candidacy: Candidacy, half: Half, room: str
) -> tuple[Finding, ...]:
    """Return why no jury could hear a candidate in a room on a half-day; no jury is named."""
    if facts.sites.room(room) is None:
        return ()
    asked = replace(facts, session=replace(facts.session, candidacies=(candidacy.id,)))
    jury = Jury(0, *half, room=room, certification=candidacy.certification)
    found = (
        *check_room(asked, jury),
        *_why_unsuited(facts, candidacy, half, room),
    )
    return tuple(_without_jury(finding) for finding in blocking(found))


def _without_jury(finding: Finding) -> Finding:
    return replace(
        finding,
        subjects=tuple(s for s in finding.subjects if s.kind is not SubjectKind.JURY),
        figures=tuple((name, value) for name, value in finding.figures if name != "jury"),
    )


def hearing_lengths(facts: SessionFacts) -> tuple[int, ...]:
    """Return the different lengths of the hearings of a session, in minutes."""
    known = (facts.candidacies[n] for n in facts.session.candidacies if n in facts.candidacies)
    lengths = {facts.session.hours.length(extra_time=c.extra_time) for c in known}
    return tuple(sorted(int(length.total_seconds()) // 60 for length in lengths))


def last_minute(windows: tuple[Window, ...], lengths: tuple[int, ...]) -> int:
    """Return when hearings that follow one another from the first minute on are over at the latest.

    What is left of a half-day after them is time for a journey.
    """
    for start, end in reversed(windows):
        filled = _fullest(end - start, lengths)
        if filled:
            return start + filled
    return windows[-1][1] if windows else 0


@cache
def _fullest(room: int, lengths: tuple[int, ...]) -> int:
    """Return the longest sum of lengths, each as often as need be, that fits."""
    reached = {0}
    for minute in range(1, room + 1):
        if any(length > 0 and minute - length in reached for length in lengths):
            reached.add(minute)
    return max(reached)


def cut(windows: Iterable[Window], within: Iterable[Window]) -> tuple[Window, ...]:
    """Return what of the windows lies within others."""
    frames = tuple(within)
    parts = ((max(a, c), min(b, d)) for a, b in windows for c, d in frames)
    return tuple(sorted((start, end) for start, end in parts if start < end))


def heard_in(facts: SessionFacts, jury: Jury) -> tuple[Window, ...]:
    """Return from when until when a jury hears somebody already; nothing where it does not."""
    heard = facts.session.hearings_of(jury.number)
    if not heard:
        return ()
    last = max(hearing.end for hearing in heard)
    return ((minutes_of(heard[0].start.time()), minutes_of(last.time())),)


def span_of(
    facts: SessionFacts, place: Place, told: Mapping[tuple[Half, str], int]
) -> Window | None:
    """Return from when until when people are at a place at the most; None where none are.

    `told` is when the last hearing of which people know is over, by half-day and room.
    """
    windows = room_windows(facts, place.half, place.rooms[0])
    kept = heard_in(facts, place.jury) if place.jury else ()
    edges = [*windows, *kept]
    if not edges:
        return None
    last = max(end for _, end in edges)
    if place.half_day is HalfDay.AM:
        known = [told.get((place.half, room), 0) for room in place.rooms]
        packed = last_minute(windows, hearing_lengths(facts))
        last = max(packed, *known, *(end for _, end in kept))
    return min(start for start, _ in edges), last


def has_limits(facts: SessionFacts) -> bool:
    """Tell whether the rooms of a session are not all alike and open, or lie on several sites."""
    rooms = [room for name in facts.session.rooms if (room := facts.sites.room(name))]
    sites = {site_number(facts, room.name) for room in rooms} | {s.site for s in facts.stays}
    asks = facts.session.modality is not Modality.ON_SITE
    asks = asks or any(candidacy.step_free for candidacy in facts.candidacies.values())
    return bool(rooms) and (
        len(sites) > 1
        or asks
        or any(room.capacity is not None or room.hours or room.closed for room in rooms)
    )
