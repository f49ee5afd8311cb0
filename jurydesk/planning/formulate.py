"""Reads the facts of a session into a problem, by asking the domain's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.hearing_rules import check_ties
from jurydesk.domain.jury_rules import STATUTORY_QUORUM
from jurydesk.domain.people import Examiner
from jurydesk.domain.pins import Pins
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hearing, Jury, Session
from jurydesk.domain.session_rules import SessionFacts, check_hearing, check_juror
from jurydesk.domain.ties import TieEffect
from jurydesk.planning.former import Former, split_rooms, tell_pinned, with_chair
from jurydesk.planning.journeys import at_site, settle_pins, stations_of, told_ends
from jurydesk.planning.pins import keep_pinned, pinned_place
from jurydesk.planning.problem import (
    Applicant,
    Half,
    Openings,
    Panel,
    Place,
    Problem,
    Profile,
    juror,
)
from jurydesk.planning.sites import free_places, suits

PanelKey = tuple[str, tuple[Seat, ...]]
"""A certification and the seats of its jury."""
LATE = "VAE-05"
_WHATEVER_THE_DAY = frozenset({"JURY-02", "JURY-07", "JURY-10"})
"""What no other half-day would cure in a person: not asked again."""
_NOT_OF_THE_DAY = frozenset({"HEAR-02", "HEAR-03", "HEAR-08"})
"""What is found because the jury of the question has no members and is asked for one time."""
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
    free = (
        with_chair(part, facts.session)
        for half in halves
        for place in free_places(pinned, half, panels, openings[half])
        for part in split_rooms(place, known)
    )
    told = (tell_pinned(place, known) for place in fixed.values() if place)
    places = tuple(at_site(pinned, place, stations, ends) for place in (*told, *free))
    return Problem(
        facts=pinned,
        panels=panels,
        places=places,
        applicants=tuple(_told(known, places, _applicants(pinned, panels, places))),
        profiles=_profiles(facts),
        quorum=facts.limits.quorum,
        closed=tuple(jury for jury, place in fixed.items() if place is None),
        was_told=former is not None,
        lost=known.count - sum(len(place.former) for place in places),
    )


def _told(
    former: Former, places: tuple[Place, ...], applicants: Iterator[Applicant]
) -> Iterator[Applicant]:
    """Yield the applicants with the place to which each was told to come."""
    spots = {(place.half, room): n for n, place in enumerate(places) for room in place.rooms}
    for one in applicants:
        spot = former.heard.get(one.candidacy_id)
        place = spots.get(spot) if spot else None
        kept = place if place in one.places else None
        yield replace(one, former=kept, was_told=spot is not None)


def session_halves(session: Session) -> tuple[Half, ...]:
    """Return the half-days of a session that have any time, in the order of time."""
    return tuple(
        (day, half_day)
        for day in sorted(set(session.days))
        for half_day in HalfDay
        if len(set(session.hours.bounds(half_day))) > 1
    )


class Readiness:
    """Asks the rules about the days of a session, one jury without members for each day."""

    def __init__(self, facts: SessionFacts) -> None:
        self._facts = facts
        self._hours = facts.session.hours
        self._days = dict(reversed(session_halves(facts.session)))
        self._asked: dict[tuple[date, str], SessionFacts] = {}

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days of the session that have any time, in order."""
        return tuple(sorted(self._days))

    def findings(self, candidacy: Candidacy, day: date) -> tuple[Finding, ...]:
        """Return what the rules find of hearing that candidacy on that day, juries apart."""
        asked = self._before_a_jury(day, candidacy.certification)
        (jury,) = asked.session.juries
        start = datetime.combine(day, self._hours.bounds(jury.half_day)[0])
        length = self._hours.length(extra_time=candidacy.extra_time)
        findings = check_hearing(asked, Hearing(candidacy.id, 0, start, start + length))
        return tuple(finding for finding in findings if finding.code not in _NOT_OF_THE_DAY)

    def _before_a_jury(self, day: date, aimed: str) -> SessionFacts:
        """Return the session with a jury of the day for that aim; of another, if it has none."""
        key = day, aimed
        if key not in self._asked:
            session = self._facts.session
            judged = aimed if aimed in session.certifications else session.certifications[0]
            jury = Jury(0, day, self._days[day], room="", certification=judged)
            asked = replace(session, juries=(jury,), hearings=(), candidacies=())
            self._asked[key] = replace(self._facts, session=asked)
        return self._asked[key]


def avoided(facts: SessionFacts, candidacy: Candidacy) -> tuple[frozenset[int], frozenset[int]]:
    """Return who may not sit before that candidate, and who may sit without deliberating."""
    concerned = {t.examiner_id for t in facts.ties if t.candidate_id == candidacy.candidate_id}
    concerned |= {examiner for number, examiner in facts.excluded if number == candidacy.id}
    known = concerned & facts.examiners.keys()
    excluded = frozenset(number for number in known if _is_excluded(facts, candidacy, number))
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


def read_openings(
    facts: SessionFacts, panels: tuple[Panel, ...], halves: tuple[Half, ...]
) -> Mapping[Half, tuple[Openings, ...]]:
    """Return, by half-day, panel and post, who may sit and at what price."""
    never: set[tuple[int, str, Seat]] = set()

    def ask(jury: Jury, seat: Seat, examiner: Examiner) -> tuple[Finding, ...]:
        findings = check_juror(facts, jury, seat=seat, examiner=examiner)
        if any(finding.code in _WHATEVER_THE_DAY for finding in blocking(findings)):
            never.add((examiner.id, jury.certification, seat))
        return findings

    pool = sorted(facts.examiners.items())

    def candidates(half: Half, panel: Panel, seat: Seat) -> Mapping[int, int]:
        jury = Jury(0, *half, room="", certification=panel.certification)
        return {
            number: len(findings) + (examiner.preferred_half_day not in {None, half[1]})
            for number, examiner in pool
            if (number, panel.certification, seat) not in never
            and not blocking(findings := ask(jury, seat, examiner))
        }

    return {
        half: tuple(
            tuple(candidates(half, panel, post.seat) for post in panel.posts) for panel in panels
        )
        for half in halves
    }


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
            found = {day: readiness.findings(candidacy, day) for day in readiness.days}
            yield _applicant(facts, candidacy, panel, places, found=found)


def _applicant(
    facts: SessionFacts,
    candidacy: Candidacy,
    panel: int,
    places: tuple[Place, ...],
    *,
    found: Mapping[date, tuple[Finding, ...]],
) -> Applicant:
    excluded, recused = avoided(facts, candidacy)
    late = {day for day, findings in found.items() if any(f.code == LATE for f in findings)}
    ready = {day for day, findings in found.items() if not blocking(findings)}
    length = facts.session.hours.length(extra_time=candidacy.extra_time)
    minutes = int(length.total_seconds()) // 60
    may = frozenset(
        number
        for number, place in enumerate(places)
        if place.panel in {None, panel}
        and panel not in place.closed_to
        and place.day in ready
        and any(0 < minutes <= end - start for start, end in place.windows)
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
