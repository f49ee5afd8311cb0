"""Who cannot come to a place, or only in little time: they are on another site that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import SubjectKind
from jurydesk.domain.session import Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.site_rules import TOO_FAR, travel_code
from jurydesk.planning.former import Former
from jurydesk.planning.problem import Half, Openings, Place, Window, minutes_of
from jurydesk.planning.sites import cut, heard_in, room_windows, site_number, span_of

Pinned = Mapping[Jury, Place | None]
Told = Mapping[tuple[Half, str], int]


@dataclass(frozen=True, slots=True)
class Station:
    """Where an examiner is on a half-day, whatever is decided."""

    examiner: int
    day: date
    half_day: HalfDay
    site: int
    span: Window


def told_ends(facts: SessionFacts, former: Former) -> Told:
    """Return when the last hearing that people know of is over, by half-day and room."""
    ends: dict[tuple[Half, str], int] = {}
    for number, spot in former.heard.items():
        candidacy = facts.candidacies.get(number)
        if candidacy is not None:
            length = facts.session.hours.length(extra_time=candidacy.extra_time)
            end = minutes_of((former.starts[number] + length).time())
            ends[spot] = max(end, ends.get(spot, 0))
    return ends


def at_site(facts: SessionFacts, place: Place, stations: Iterable[Station], told: Told) -> Place:
    """Return the place with its site, without whoever could not come there in time.

    Of a morning the minutes after which no hearing could end are left out: nobody would use them.
    """
    site = site_number(facts, place.rooms[0])
    if not site or len(facts.sites.sites) <= 1:
        return place
    span = span_of(facts, place, told)
    if span is None:
        return place
    placed = replace(place, site=site, span=span, windows=cut(place.windows, [span]))
    codes = _journeys(facts, placed, stations)
    return replace(placed, openings=tuple(_reached(o, codes) for o in place.openings))


def _reached(openings: Openings, codes: Mapping[int, str]) -> Openings:
    """Leave out who is too far away; whoever comes in little time costs one more."""
    return tuple(
        {
            number: cost + (number in codes)
            for number, cost in people.items()
            if codes.get(number) != TOO_FAR
        }
        for people in openings
    )


def _journeys(facts: SessionFacts, place: Place, stations: Iterable[Station]) -> Mapping[int, str]:
    """Return by examiner the rule that a journey to or from the place breaks."""
    codes: dict[int, str] = {}
    for station in stations:
        code = _between(facts, place, station)
        # Of several sessions elsewhere the one that forbids decides
        if code and codes.get(station.examiner) != TOO_FAR:
            codes[station.examiner] = code
    return codes


def _between(facts: SessionFacts, place: Place, station: Station) -> str:
    span = place.span
    if span is None or station.day != place.day or station.site == place.site:
        return ""
    if station.half_day is place.half_day:
        return ""
    first, second = (span, station.span)
    if place.half_day is HalfDay.PM:
        first, second = second, first
    return travel_code(facts.sites.minutes(place.site, station.site), second[0] - first[1])


def stations_of(facts: SessionFacts, pinned: Pinned, told: Told) -> tuple[Station, ...]:
    """Return where examiners are because of other sessions, and of pinned juries."""
    if len(facts.sites.sites) <= 1:
        return ()
    return (*_elsewhere(facts), *_in_pinned(facts, pinned, told))


def _elsewhere(facts: SessionFacts) -> Iterator[Station]:
    for stay in facts.stays:
        if stay.role is SubjectKind.EXAMINER:
            span = minutes_of(stay.start), minutes_of(stay.end)
            yield Station(stay.person, stay.day, stay.half_day, stay.site, span)


def _in_pinned(facts: SessionFacts, pinned: Pinned, told: Told) -> Iterator[Station]:
    for jury in pinned:
        site = site_number(facts, jury.room)
        span = span_of(facts, _place(jury, pinned), told)
        if site and span:
            for juror in jury.jurors:
                yield Station(juror.examiner_id, *jury.half, site, span)


def settle_pins(facts: SessionFacts, pinned: Pinned, told: Told) -> Pinned:
    """Return the places of pinned juries, so that who sits in two of them has time to travel.

    Where hearings could fill the half-days so that there is none, both keep to those that are
    pinned; where these leave none either, nothing is added to the juries, as they break a rule.
    """
    settled = dict(pinned)
    for first, second in _with_shared_members(pinned):
        spans = [span_of(facts, _place(jury, pinned), told) for jury in (first, second)]
        if not _is_shut(facts, first, second, spans):
            continue
        heard = [heard_in(facts, jury) for jury in (first, second)]
        is_broken = _is_shut(facts, first, second, [h[0] if h else None for h in heard])
        for jury, windows in zip((first, second), heard, strict=True):
            place = settled[jury]
            if place is not None:
                kept = replace(place, windows=cut(place.windows, windows))
                settled[jury] = None if is_broken else kept
    return settled


def _with_shared_members(pinned: Pinned) -> Iterator[tuple[Jury, Jury]]:
    """Yield the juries of a morning and of its afternoon between which somebody must travel."""
    for pair in combinations(pinned, 2):
        first, second = sorted(pair, key=lambda jury: jury.half)
        members = [{juror.examiner_id for juror in jury.jurors} for jury in (first, second)]
        is_one_day = first.day == second.day and first.half_day is not second.half_day
        if is_one_day and members[0] & members[1]:
            yield first, second


def _is_shut(
    facts: SessionFacts, first: Jury, second: Jury, spans: Sequence[Window | None]
) -> bool:
    """Tell whether nobody gets from the one jury to the other within these hours."""
    sites = [site_number(facts, jury.room) for jury in (first, second)]
    leaves, begins = spans
    if not all(sites) or sites[0] == sites[1] or leaves is None or begins is None:
        return False
    return travel_code(facts.sites.minutes(*sites), begins[0] - leaves[1]) == TOO_FAR


def _place(jury: Jury, pinned: Pinned) -> Place:
    """Return the place of a pinned jury, whether or not anything may be added to it."""
    return pinned[jury] or Place(*jury.half, (jury.room,), (), (), jury=jury)


def far_away(facts: SessionFacts, half: Half, room: str) -> frozenset[int]:
    """Return who is on another site that day, and too far from the room to sit in it."""
    juries: Pinned = dict.fromkeys(facts.session.juries)
    place = at_site(facts, Place(*half, (room,), room_windows(facts, half, room), ()), (), {})
    if not place.site:
        return frozenset()
    codes = _journeys(facts, place, stations_of(facts, juries, {}))
    return frozenset(number for number, code in codes.items() if code == TOO_FAR)
