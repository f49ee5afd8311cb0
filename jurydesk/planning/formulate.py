"""Reads the facts of a session into a problem, by asking the domain's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import blocking
from jurydesk.domain.hearing_rules import check_ties
from jurydesk.domain.jury_rules import STATUTORY_QUORUM
from jurydesk.domain.pins import Pins
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.ties import TieEffect
from jurydesk.planning.former import Former, tell_pinned
from jurydesk.planning.free_places import all_free_places
from jurydesk.planning.journeys import at_site, settle_pins, stations_of, told_ends
from jurydesk.planning.openings import read_openings
from jurydesk.planning.pins import keep_pinned, pinned_place
from jurydesk.planning.problem import (
    Applicant,
    Panel,
    Place,
    Problem,
    Profile,
    juror,
)
from jurydesk.planning.readiness import DayReading, Readiness, session_halves
from jurydesk.planning.sites import suits

PanelKey = tuple[str, tuple[Seat, ...]]
"""A certification and the seats of its jury."""
_VOTING_SEAT = Seat("", "", share=0, external=False, deliberates=True)


def formulate(
    facts: SessionFacts, pins: Pins | None = None, former: Former | None = None
) -> Problem:
    """Return the problem of the session, around what is pinned; `former` is what people know."""
    pinned = keep_pinned(facts, pins or facts.session.pins)
    panels = read_panels(facts)
    halves = session_halves(facts.session)
    known = former or Former()
    ends = told_ends(pinned, known)
    found = {jury: pinned_place(pinned, jury, panels) for jury in pinned.session.juries}
    fixed = settle_pins(pinned, found, ends)
    stations = stations_of(pinned, fixed, ends)
    openings = read_openings(pinned, panels, halves)

    def settled(place: Place) -> Place:
        return at_site(pinned, place, stations, ends)

    told = (settled(tell_pinned(place, known)) for place in fixed.values() if place)
    free = all_free_places(pinned, panels, openings, known, before=facts.session, settled=settled)
    places = (*told, *free)
    return Problem(
        facts=pinned,
        panels=panels,
        places=places,
        applicants=tuple(_told(known, places, _applicants(pinned, panels, places))),
        profiles=_profiles(facts),
        quorum=facts.limits.quorum,
        closed=tuple(jury for jury, place in fixed.items() if place is None),
        apart=pinned.session.pins.apart,
        met=facts.past.together,
        was_told=former is not None,
        lost=known.count - sum(len(place.former) for place in places),
    )


def _told(
    former: Former, places: tuple[Place, ...], applicants: Iterator[Applicant]
) -> Iterator[Applicant]:
    """Yield the applicants with the place to which each was told to come."""
    halves = [(n, place) for n, place in enumerate(places) if not place.whole_day]
    spots = {(place.half, room): n for n, place in halves for room in place.rooms}
    for one in applicants:
        spot = former.heard.get(one.candidacy_id)
        place = spots.get(spot) if spot else None
        kept = place if place in one.places else None
        yield replace(one, former=kept, was_told=spot is not None)


def avoided(facts: SessionFacts, candidacy: Candidacy) -> tuple[frozenset[int], frozenset[int]]:
    """Return who may not sit before that candidate, and who may sit without deliberating."""
    concerned = set(facts.tied_to(candidacy.candidate_id))
    concerned |= {examiner for number, examiner in facts.excluded if number == candidacy.id}
    known = concerned & facts.examiners.keys()
    excluded = frozenset(number for number in known if _is_excluded(facts, candidacy, number))
    excluded |= facts.session.pins.kept_from(candidacy.id) & facts.examiners.keys()
    tied = (n for n in known if facts.tie_effect(candidacy, n) is TieEffect.RECUSED)
    return excluded, frozenset(tied) - excluded


def read_panels(facts: SessionFacts) -> tuple[Panel, ...]:
    """Return the compositions under which somebody of the session may be heard."""
    panels: dict[PanelKey, Panel] = {}
    for code, route in _heard(facts):
        composition = facts.sheet(code).composition(route)
        if composition is None or not composition.is_settled:
            continue
        if composition.voters < max(STATUTORY_QUORUM, facts.limits.quorum):
            continue
        key = code, composition.seats
        balanced = composition.balanced or route is AccessRoute.EXPERIENCE
        if key in panels:
            balanced = balanced or panels[key].balanced
        panels[key] = Panel(composition.seats, balanced=balanced, certification=code)
    return tuple(panels.values())


def _heard(facts: SessionFacts) -> Iterator[tuple[str, AccessRoute]]:
    """Yield each certification of the session with each route on which somebody aims at it."""
    for code in facts.session.certifications:
        yield from ((code, route) for route in facts.routes(facts.aiming_at(code)))


def panel_for(facts: SessionFacts, candidacy: Candidacy, panels: tuple[Panel, ...]) -> int | None:
    """Return which panel may hear a candidacy; None: none of them."""
    composition = facts.composition_for(candidacy)
    if composition is None or not composition.is_settled:
        return None
    known = [(panel.certification, panel.seats) for panel in panels]
    key = candidacy.certification, composition.seats
    return known.index(key) if key in known else None


def known_candidacies(facts: SessionFacts) -> tuple[int, ...]:
    """Return the candidacies of the session, each once."""
    return tuple(c for c in dict.fromkeys(facts.session.candidacies) if c in facts.candidacies)


def _is_excluded(facts: SessionFacts, candidacy: Candidacy, examiner_id: int) -> bool:
    member = juror(examiner_id, _VOTING_SEAT)
    return bool(blocking(check_ties(facts, candidacy, member, recused=(examiner_id,))))


def _profiles(facts: SessionFacts) -> Mapping[int, Profile]:
    elsewhere = Counter(who for who, _, _ in facts.elsewhere)
    return {
        number: Profile(
            examiner.sex,
            load=elsewhere[number] + (examiner.juries_last_year or 0),
            declines=examiner.declines_presidency,
            presided=facts.presidencies_before(number),
        )
        for number, examiner in sorted(facts.examiners.items())
    }


def _applicants(
    facts: SessionFacts, panels: tuple[Panel, ...], places: tuple[Place, ...]
) -> Iterator[Applicant]:
    pinned = {hearing.candidacy_id for hearing in facts.session.hearings}
    readiness = Readiness(facts)
    for candidacy_id in known_candidacies(facts):
        candidacy = facts.candidacies[candidacy_id]
        panel = panel_for(facts, candidacy, panels)
        if panel is not None and candidacy_id not in pinned:
            found = readiness.on_every_day(candidacy)
            yield _applicant(facts, candidacy, panel, places, found=found)


def _applicant(
    facts: SessionFacts,
    candidacy: Candidacy,
    panel: int,
    places: tuple[Place, ...],
    *,
    found: Mapping[date, DayReading],
) -> Applicant:
    excluded, recused = avoided(facts, candidacy)
    late = {day for day, reading in found.items() if reading.is_late}
    ready = {day for day, reading in found.items() if reading.is_ready}
    length = facts.session.hours.length(extra_time=candidacy.extra_time)
    minutes = int(length.total_seconds()) // 60
    never = facts.session.pins.not_heard_on(candidacy.id)
    may = frozenset(
        number
        for number, place in enumerate(places)
        if place.day in ready
        and place.panel in {None, panel}
        and panel not in place.closed_to
        and place.half not in never
        and 0 < minutes <= place.longest
        and suits(facts, candidacy, place.half, place.rooms[0])
    )
    return Applicant(
        candidacy_id=candidacy.id,
        person=candidacy.candidate_id,
        panel=panel,
        minutes=minutes,
        places=may,
        late=frozenset(number for number in may if places[number].day in late),
        late_unless_placed=bool(late) and max(found) in late,
        excluded=excluded,
        recused=recused,
    )
