"""When a room can be had, which site has it, how far it is to another."""

from __future__ import annotations

from datetime import date, time

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.session import Hearing
from jurydesk.domain.session_rules import check_hearing, check_session
from jurydesk.domain.sites import Opening, Room, Site, SiteMap, Span, Travel
from tests.builders import DAY, a_hearing
from tests.domain.case import codes
from tests.domain.site_cases import BRY, LYON, two_sites

MORNING = (time(9), time(12, 30))
HOURS = (
    Opening(0, time(8), time(10)),
    Opening(0, time(10), time(11)),
    Opening(0, time(11, 30), time(20)),
)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (Room("A"), (MORNING,)),
        (Room("A", hours=HOURS), ((time(9), time(11)), (time(11, 30), time(12, 30)))),
        (Room("A", hours=(Opening(1, time(8), time(20)),)), ()),
        (Room("A", hours=(Opening(0, time(12, 30), time(20)),)), ()),
        (Room("A", closed=(Absence(DAY, DAY),)), ()),
        (Room("A", closed=(Absence(DAY, DAY, HalfDay.PM),)), (MORNING,)),
    ],
)
def test_times_of_a_room(room: Room, expected: tuple[Span, ...]) -> None:
    assert room.spans(DAY, HalfDay.AM, MORNING) == expected


def test_a_name_leads_to_its_room_and_its_site() -> None:
    known = SiteMap((BRY, LYON), (Travel(1, 2, 130),))
    assert (known.site_of("Salle 1"), known.site_of("Salle 2")) == (BRY, LYON)
    assert (known.room("Salle 1"), known.room("Salle 3")) == (Room("Salle 1"), None)
    assert known.site_of("Salle 3") is None
    assert (known.site(2), known.site(3)) == (LYON, None)


def test_travel_is_the_same_either_way() -> None:
    known = SiteMap((BRY, LYON, Site("Lille", id=3)), (Travel(1, 2, 130),))
    assert (known.minutes(1, 2), known.minutes(2, 1), known.minutes(2, 2)) == (130, 130, 0)
    assert known.minutes(1, 3) is None


def test_travel_is_told_once_per_person_and_way() -> None:
    found = check_session(two_sites(61))
    assert [(f.code, f.subjects[0].id) for f in found] == [("SITE-01", n) for n in (1, 2, 3, 4)]
    (first, *_) = found
    assert [s.name for s in first.subjects] == ["ARNAUD Zoé", "1", "2"]
    figures = {"day": DAY, "first": "Bry", "second": "Lyon", "minutes": 61, "gap": 60}
    assert dict(first.figures) == figures


def test_a_hearing_is_asked_about_before_it_is_moved() -> None:
    facts = two_sites(90, last=a_hearing(1, at="09:00"))
    later = Hearing(1, 1, a_hearing(at="11:30").start, a_hearing(at="11:30").end)
    assert codes(check_hearing(facts, a_hearing(1, at="09:00"))) == ()
    assert codes(check_hearing(facts, later)) == ("SITE-01",)
    assert date(2026, 12, 14) == DAY
