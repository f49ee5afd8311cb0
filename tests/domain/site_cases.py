"""Situations of rooms and sites: size, hours, equipment, travel; what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial
from typing import Any

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.findings import Finding, SubjectKind
from jurydesk.domain.session import Hearing, Modality
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.sites import Equipment, Opening, Room, Site, SiteMap, Stay, Travel
from tests.builders import DAY, a_candidacy, a_hearing, a_jury, some_facts
from tests.domain.case import case

MONDAY, TUESDAY = 0, 1
BRY = Site("Bry", "2 avenue de l’Europe, 94360 Bry-sur-Marne", rooms=(Room("Salle 1"),), id=1)
LYON = Site("Lyon", "1 quai Rambaud, 69002 Lyon", rooms=(Room("Salle 2"),), id=2)


def sites(minutes: int | None = None, *, room: Room | None = None) -> SiteMap:
    """Bry with one room and Lyon with another; no way between them where no minutes are given."""
    first = replace(BRY, rooms=(room,)) if room else BRY
    travels = () if minutes is None else (Travel(1, 2, minutes, id=1),)
    return SiteMap((first, LYON), travels)


def _in(room: Room, **changes: Any) -> partial[tuple[Finding, ...]]:
    """The session of one jury of four, heard at nine, in that room."""
    return partial(check_session, some_facts(sites=sites(room=room), **changes))


def _open(start: str, end: str, weekday: int = MONDAY) -> Room:
    return Room(
        "Salle 1", hours=(Opening(weekday, time.fromisoformat(start), time.fromisoformat(end)),)
    )


def _closed(half_day: HalfDay | None, **changes: Any) -> Room:
    return Room("Salle 1", closed=(Absence(DAY, DAY, half_day, **changes),))


def two_sites(
    minutes: int | None, *, last: Hearing | None = None, first: Hearing | None = None
) -> SessionFacts:
    """Four members at Bry in the morning and at Lyon in the afternoon of one day."""
    morning = last or a_hearing(1, at="11:45")
    afternoon = first or a_hearing(2, at="13:30")
    session = {
        "rooms": ("Salle 1", "Salle 2"),
        "juries": (a_jury(1), a_jury(2, half_day=HalfDay.PM, room="Salle 2")),
        "hearings": (morning, replace(afternoon, jury=2)),
    }
    return some_facts(a_candidacy(1), a_candidacy(2), session=session, sites=sites(minutes))


def _travel(minutes: int | None, **hearings: Hearing) -> partial[tuple[Finding, ...]]:
    return partial(check_session, two_sites(minutes, **hearings))


def _twice(minutes: int) -> partial[tuple[Finding, ...]]:
    """One person heard twice on a day, for two candidacies, by two juries that share nobody."""
    facts = two_sites(minutes)
    second = replace(facts.candidacies[2], candidate_id=1)
    juries = (facts.session.juries[0], replace(facts.session.juries[1], jurors=()))
    return partial(
        check_session,
        replace(
            facts,
            candidacies={1: facts.candidacies[1], 2: second},
            session=replace(facts.session, juries=juries),
        ),
    )


def _stay(
    role: SubjectKind, person: int, minutes: int, *, half_day: HalfDay = HalfDay.PM, site: int = 2
) -> partial[tuple[Finding, ...]]:
    """Somebody of the morning's jury or candidates is at Lyon from 13:30 for another session."""
    stay = Stay(role, person, DAY, half_day, time(13, 30), time(17), site)
    return partial(check_session, some_facts(sites=sites(minutes), stays=(stay,)))


ROOMS = (
    case("a room that no site has", "", partial(check_session, some_facts())),
    case("a room of which nothing is known but its site", "", _in(Room("Salle 1"))),
    case("four members and a candidate in a room for five", "", _in(Room("Salle 1", capacity=5))),
    case("in a room for four", "ROOM-01", _in(Room("Salle 1", capacity=4))),
    case(
        "vacant seats are counted: they are to be filled",
        "JURY-01 JURY-17 ROOM-01 HEAR-03",
        partial(
            check_session,
            some_facts(
                sites=sites(room=Room("Salle 1", capacity=4)),
                session={"juries": (a_jury(jurors=a_jury().jurors[:1]),)},
            ),
        ),
    ),
    case("open from the first hearing on", "", _in(_open("09:00", "12:30"))),
    case("open a minute too late", "ROOM-03", _in(_open("09:01", "12:30"))),
    case("closes at the end of the hearing", "", _in(_open("08:00", "09:45"))),
    case("closes a minute too early", "ROOM-03", _in(_open("08:00", "09:44"))),
    case("open on Tuesdays only", "ROOM-02", _in(_open("08:00", "18:00", TUESDAY))),
    case("open in the afternoon only", "ROOM-02", _in(_open("13:00", "18:00"))),
    case("closed that day", "ROOM-02", _in(_closed(None))),
    case("closed that morning", "ROOM-02", _in(_closed(HalfDay.AM))),
    case("closed that afternoon", "", _in(_closed(HalfDay.PM))),
    case("closed every Monday", "ROOM-02", _in(_closed(None, weekday=MONDAY))),
    case(
        "said to be free",
        "",
        _in(_closed(None, kind=AvailabilityKind.FREE)),
    ),
    case("on site without video", "", _in(Room("Salle 1"))),
    case(
        "mixed without video", "ROOM-05", _in(Room("Salle 1"), session={"modality": Modality.MIXED})
    ),
    case(
        "remote with video",
        "",
        _in(
            Room("Salle 1", equipment=(Equipment.VIDEO,)),
            session={"modality": Modality.REMOTE},
        ),
    ),
    case(
        "a wheelchair and no step-free access",
        "ROOM-04",
        partial(
            check_session,
            some_facts(a_candidacy(step_free=True), sites=sites(room=Room("Salle 1"))),
        ),
    ),
    case(
        "a wheelchair and step-free access",
        "",
        partial(
            check_session,
            some_facts(
                a_candidacy(step_free=True),
                sites=sites(room=Room("Salle 1", equipment=(Equipment.STEP_FREE,))),
            ),
        ),
    ),
    case(
        "a wheelchair and a room of which nothing is known",
        "",
        partial(check_session, some_facts(a_candidacy(step_free=True))),
    ),
)
# From the end of the morning at 12:30 to 13:30 there are 60 minutes, of which 30 are the margin
TRAVEL = (
    case("half an hour away: lunch is left", "", _travel(30)),
    case("a minute more: tight", "SITE-02", _travel(31)),
    case("an hour away: arrives when it begins", "SITE-02", _travel(60)),
    case("a minute more: impossible", "SITE-01", _travel(61)),
    case("nobody knows how far", "SITE-03", _travel(None)),
    case("the morning ends earlier", "", _travel(61, last=a_hearing(1, at="09:00"))),
    case(
        "the afternoon begins later",
        "SITE-02",
        _travel(61, first=a_hearing(2, at="14:00")),
    ),
    case("heard twice, half an hour apart", "JURY-01 HEAR-03", _twice(30)),
    case("heard twice, too far apart", "JURY-01 SITE-01 HEAR-03", _twice(61)),
    case("a member in another session, near", "", _stay(SubjectKind.EXAMINER, 2, 30)),
    case("a member in another session, too far", "SITE-01", _stay(SubjectKind.EXAMINER, 2, 226)),
    case("somebody else in another session", "", _stay(SubjectKind.EXAMINER, 9, 226)),
    case("in another session on the same site", "", _stay(SubjectKind.EXAMINER, 2, 226, site=1)),
    case(
        "in another session on the same half-day: that is another rule's",
        "",
        _stay(SubjectKind.EXAMINER, 2, 226, half_day=HalfDay.AM),
    ),
    case("a candidate in another session", "SITE-01", _stay(SubjectKind.CANDIDATE, 1, 226)),
)

CASES = (*ROOMS, *TRAVEL)
