"""Random worlds: pools with gaps, ties, mandates and absences, candidates of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from hypothesis import strategies as st

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.bans import Ban, BanKind, apart
from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure, Handed
from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import SubjectKind
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex
from jurydesk.domain.pins import NO_PINS
from jurydesk.domain.session import Hours, JurySpan, Modality, Session
from jurydesk.domain.session_rules import Limits
from jurydesk.domain.sites import Equipment, Opening, Room, Site, SiteMap, Stay, Travel
from jurydesk.domain.ties import Tie, TieKind, TieState
from tests.planning.world import (
    CODE,
    FIVE_SEATS,
    FOUR_SEATS,
    MONDAY,
    THREE_SEATS,
    World,
    certification,
    composition,
    days,
    drawn_past,
    examiner,
    experienced,
    trained,
)

OTHER = "RNCP41481"
MOST_DAYS = 2
DAYS = days(MOST_DAYS)
SHEETS = (
    certification(FOUR_SEATS),
    certification(THREE_SEATS),
    certification(FIVE_SEATS),
    certification(FOUR_SEATS, EXPERIENCE=composition(THREE_SEATS)),
)
BEFORE_THE_LAW = date(2024, 3, 1)


@st.composite
def worlds(draw: st.DrawFn, *, most_people: int = 12, most_candidates: int = 12) -> World:
    sheet = draw(st.sampled_from(SHEETS))
    seats = tuple(
        dict.fromkeys(s for t in sheet.routes if t.composition for s in t.composition.seats)
    )
    people = draw(st.integers(2, most_people))
    examiners = [draw(_examiners(n, seats[n % len(seats)], seats)) for n in range(1, people + 1)]
    count = draw(st.integers(0, most_candidates))
    candidacies = [draw(_candidacies(n)) for n in range(1, count + 1)]
    others = draw(st.sampled_from(([], [], [], *([replace(s, code=OTHER)] for s in SHEETS))))
    aims = st.sampled_from((CODE, OTHER)) if others else st.just(CODE)
    candidacies = [replace(c, certification=draw(aims)) for c in candidacies]
    return World(
        candidacies,
        examiners,
        draw(_ties(count, people)),
        draw(_sessions()),
        sheet,
        others,
        elsewhere=draw(_elsewhere(people)),
        excluded=draw(_pairs(count, people)),
        limits=Limits(quorum=draw(st.sampled_from((1, 2, 2, 2, 3)))),
        past=drawn_past(Random(draw(st.integers(0, 99))), [person.id for person in examiners]),
    )


@st.composite
def crowded(draw: st.DrawFn) -> World:
    """Pools in order and more candidates than the session has time for: others are in the way."""
    sheet = draw(st.sampled_from(SHEETS))
    seats = tuple(
        dict.fromkeys(s for t in sheet.routes if t.composition for s in t.composition.seats)
    )
    examiners = [
        examiner(
            number,
            seats[number % len(seats)].kind,
            draw(st.sampled_from((Sex.FEMALE, Sex.MALE))),
            absences=draw(st.sampled_from(_ABSENCES)),
        )
        for number in range(1, 1 + len(seats) * draw(st.integers(1, 2)))
    ]
    count = draw(st.integers(4, 10))
    candidacies = [
        replace(
            draw(st.sampled_from((trained, experienced)))(number),
            extra_time=draw(st.integers(0, 3)) == 0,
            not_before=draw(st.sampled_from((None, None, None, DAYS[-1]))),
        )
        for number in range(1, count + 1)
    ]
    session = replace(draw(_sessions()), days=DAYS[: draw(st.integers(1, 2))])
    hours = replace(session.hours, end=draw(st.sampled_from((time(12, 30), time(15)))))
    session = replace(session, hours=hours, rooms=session.rooms[: draw(st.integers(1, 2))])
    ties = draw(_ties(count, len(examiners)))
    return World(candidacies, examiners, ties, session, sheet)


@st.composite
def sited_worlds(draw: st.DrawFn, *, most_people: int = 12, most_candidates: int = 12) -> World:
    """The same on two sites: rooms with limits, journeys, people who are elsewhere that day."""
    world = draw(worlds(most_people=most_people, most_candidates=most_candidates))
    modality = draw(st.sampled_from((Modality.ON_SITE, Modality.ON_SITE, Modality.MIXED)))
    world.session = replace(world.session, modality=modality)
    world.candidacies = [
        replace(candidacy, step_free=draw(st.integers(0, 5)) == 0)
        for candidacy in world.candidacies
    ]
    world.sites = draw(_sites())
    # Whoever sits elsewhere sits there on a site
    world.stays = tuple(
        Stay(SubjectKind.EXAMINER, who, day, half, *_ELSEWHERE[half], draw(st.integers(1, 2)))
        for who, day, half in dict.fromkeys(world.elsewhere)
    )
    return world


_ELSEWHERE = {HalfDay.AM: (time(9), time(12)), HalfDay.PM: (time(14), time(17))}


@st.composite
def _sites(draw: st.DrawFn) -> SiteMap:
    rooms: dict[int, list[Room]] = {1: [draw(_rooms("Salle 1"))], 2: []}
    for name in ("Salle 2", "Salle 3"):
        # 0: a room that no site knows
        site = draw(st.sampled_from((0, 1, 2, 2, 2)))
        if site:
            rooms[site].append(draw(_rooms(name)))
    minutes = draw(st.sampled_from((None, 15, 30, 45, 60, 61, 120)))
    ways = () if minutes is None else (Travel(1, 2, minutes, id=1),)
    return SiteMap(tuple(Site(f"S{n}", rooms=tuple(r), id=n) for n, r in rooms.items()), ways)


def _rooms(name: str) -> st.SearchStrategy[Room]:
    return st.builds(
        Room,
        st.just(name),
        capacity=st.sampled_from((None, None, 4, 5, 6)),
        hours=st.sampled_from(_OPENINGS),
        closed=st.sampled_from(((), (), (), *_ABSENCES[4:6])),
        equipment=st.sampled_from(((), (Equipment.VIDEO,), tuple(Equipment), tuple(Equipment))),
    )


_OPENINGS = (
    *[()] * 3,
    tuple(Opening(day, time(8), time(18)) for day in range(7)),
    tuple(Opening(day, time(10), time(16)) for day in range(7)),
    (Opening(0, time(9), time(10, 30)), Opening(0, time(11), time(12, 30))),
    (Opening(0, time(13), time(18)), Opening(1, time(8), time(12))),
)


@st.composite
def _examiners(draw: st.DrawFn, number: int, seat: Seat, seats: tuple[Seat, ...]) -> Examiner:
    also = draw(st.sampled_from((seat, *seats)))
    kinds = dict.fromkeys((seat.kind, also.kind))
    return examiner(
        number,
        seat.kind,
        draw(st.sampled_from((Sex.FEMALE, Sex.MALE, Sex.NOT_STATED))),
        of_certifier=draw(st.booleans()) if not seat.external else draw(st.integers(0, 9)) == 0,
        qualifications=tuple(Qualification(kind, "acte") for kind in kinds),
        mandates=draw(st.sampled_from(_MANDATES)),
        absences=draw(st.sampled_from(_ABSENCES)),
        judges=draw(st.sampled_from((None, None, None, (CODE,), (CODE, OTHER), ("RNCP6082",)))),
        active=draw(st.integers(0, 9)) > 0,
        declines_presidency=draw(st.booleans()),
        preferred_half_day=draw(st.sampled_from((None, HalfDay.AM))),
        juries_last_year=draw(st.sampled_from((None, 0, 2))),
        last_presidency=draw(st.sampled_from((None, None, date(2025, 6, 1), date(2026, 9, 1)))),
    )


_MANDATES = (
    *[(Mandate(date(2026, 1, 1), date(2027, 12, 31)),)] * 6,
    (Mandate(date(2026, 1, 1), MONDAY),),
    (Mandate(DAYS[-1], date(2027, 12, 31)),),
    (),
)
_ABSENCES = (
    *[()] * 4,
    (Absence(MONDAY, MONDAY),),
    (Absence(MONDAY, DAYS[-1], HalfDay.AM),),
    (Absence(DAYS[-1], DAYS[-1], HalfDay.PM, "en tournage"),),
)


@st.composite
def _candidacies(draw: st.DrawFn, number: int) -> Candidacy:
    candidacy = draw(st.sampled_from((trained, experienced)))(number)
    candidacy = replace(
        candidacy,
        extra_time=draw(st.integers(0, 3)) == 0,
        not_before=draw(st.sampled_from((None, None, MONDAY, DAYS[-1], DAYS[-1] + timedelta(1)))),
        begun=draw(st.sampled_from((candidacy.begun, BEFORE_THE_LAW, None))),
    )
    return draw(_unready(candidacy)) if draw(st.integers(0, 5)) == 0 else candidacy


@st.composite
def _unready(draw: st.DrawFn, candidacy: Candidacy) -> Candidacy:
    record, file = candidacy.training, candidacy.admissibility
    return draw(
        st.sampled_from(
            (
                replace(candidacy, closure=Closure.WITHDRAWN),
                replace(candidacy, training=replace(record, dissertation=Handed.UNKNOWN)),
                replace(candidacy, training=replace(record, exit=DAYS[-1])),
                replace(candidacy, training=replace(record, attendance=Handed.NO)),
                replace(candidacy, validation_received=DAYS[-1]),
                replace(candidacy, admissibility=replace(file, status=AdmissibilityStatus.REFUSED)),
            )
        )
    )


@st.composite
def _sessions(draw: st.DrawFn) -> Session:
    return Session(
        "2026-12-A",
        (CODE,),
        DAYS[: draw(st.integers(1, MOST_DAYS))],
        rooms=("Salle 1", "Salle 2", "Salle 3")[: draw(st.integers(1, 3))],
        hours=Hours(
            start=draw(st.sampled_from((time(9), time(10, 30)))),
            end=draw(st.sampled_from((time(12, 30), time(15), time(17, 30)))),
            minutes=draw(st.sampled_from((30, 45, 100))),
        ),
        jury_span=draw(st.sampled_from((JurySpan.HALF_DAY, JurySpan.HALF_DAY, JurySpan.DAY))),
    )


@st.composite
def forbidding(draw: st.DrawFn, *, most: int = 4, **sizes: int) -> World:
    """A random world in which a person forbids this and that."""
    world = draw(worlds(**sizes))
    people = st.sampled_from([person.id for person in world.examiners])
    numbers = [candidacy.id for candidacy in world.candidacies]
    when = {
        "day": st.sampled_from(world.session.days),
        "half_day": st.sampled_from(HalfDay),
    }
    room = st.sampled_from(world.session.rooms)
    kinds = [
        st.builds(Ban, st.just(BanKind.HALF_DAY), people, **when),
        st.builds(Ban, st.just(BanKind.ROOM), people, room=room, **when),
        st.builds(apart, people, people).filter(lambda ban: ban.examiner != ban.other),
    ]
    if numbers:
        who = st.sampled_from(numbers)
        kinds.append(st.builds(Ban, st.just(BanKind.CANDIDATE), people, candidacy=who))
        kinds.append(st.builds(Ban, st.just(BanKind.HEARING), candidacy=who, **when))
    pins = NO_PINS
    for ban in draw(st.lists(st.one_of(kinds), min_size=1, max_size=most)):
        pins = pins.with_ban(ban, forbidden=True)
    for number in draw(st.sets(people, max_size=1)):
        pins = pins.with_barred(number, barred=True)
    world.session = replace(world.session, pins=pins)
    return world


def _pairs(candidates: int, people: int) -> st.SearchStrategy[set[tuple[int, int]]]:
    if not candidates:
        return st.just(set())
    pair = st.tuples(st.integers(1, candidates), st.integers(1, people))
    return st.sets(pair, max_size=2)


def _elsewhere(people: int) -> st.SearchStrategy[list[tuple[int, date, HalfDay]]]:
    place = st.tuples(st.integers(1, people), st.sampled_from(DAYS), st.sampled_from(HalfDay))
    return st.lists(place, max_size=2)


def _ties(candidates: int, people: int) -> st.SearchStrategy[list[Tie]]:
    if not candidates:
        return st.just([])
    made = st.builds(
        Tie,
        st.integers(1, candidates),
        st.integers(1, people),
        st.sampled_from(TieKind),
        st.sampled_from(TieState),
    )
    return st.lists(made, max_size=2 * candidates)
