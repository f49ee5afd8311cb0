"""Sites, rooms and ways: each act, what it refuses, and that it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.changes import Kind
from jurydesk.domain.findings import SubjectKind
from jurydesk.domain.release import Role
from jurydesk.domain.sites import Equipment, Opening, Room, Site, SiteMap, Stay, Travel
from jurydesk.errors import JurydeskError, RefusedByRule, WrongUsage
from jurydesk.services import sites
from jurydesk.services.adjusting import move_hearing
from jurydesk.services.facts import session_facts
from jurydesk.services.releasing import read_telling, release_plan
from jurydesk.services.sessions import SessionDraft, create_session, open_session
from jurydesk.services.sites import RoomDraft
from jurydesk.services.telling import write_letter
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import CODE, DAY, a_candidacy, a_candidate, a_hearing, a_jury, a_session
from tests.fakes import FakeOffice

BRY = Site("Bry", "2 avenue de l’Europe", id=1)
LYON = Site("Lyon", "1 quai Rambaud", rooms=(Room("Salle L"),), id=2)
FULL = RoomDraft(
    "Salle 1",
    capacity=8,
    hours="lundi 8h-12h",
    closed="24/12/2026–02/01/2027 (fêtes)",
    equipment=(Equipment.STEP_FREE, Equipment.VIDEO),
    note="clé à l’accueil",
)
ROOM = Room(
    "Salle 1",
    8,
    (Opening(0, time(8), time(12)),),
    (Absence(date(2026, 12, 24), date(2027, 1, 2), reason="fêtes"),),
    (Equipment.VIDEO, Equipment.STEP_FREE),
    "clé à l’accueil",
)


@pytest.fixture
def two(planned: FakeOffice) -> FakeOffice:
    """The session of the fixture, whose « Salle 1 » is at Bry; another site, half an hour away."""
    planned.store(replace(BRY, rooms=(Room("Salle 1"),)), LYON, Travel(1, 2, 30, id=1))
    return planned


def test_a_site_is_added_changed_and_taken_away(empty: FakeOffice) -> None:
    added = sites.add_site(empty.desk, name=" Bry ", address=" 2 avenue de l’Europe ")
    assert (added.value, added.label) == (BRY, "ACT-SITE-ADDED")
    changed = sites.change_site(empty.desk, site_id=1, name="Siège", address="ici", note="3e étage")
    assert empty.all(Kind.SITE) == (Site("Siège", "ici", "3e étage", id=1),)
    removed = sites.remove_site(empty.desk, site_id=1)
    assert empty.all(Kind.SITE) == ()
    for outcome in (removed, changed, added):
        revert(empty.desk, outcome_changes=outcome.changes)
    assert empty.all(Kind.SITE) == ()
    assert empty.acts[:3] == [EventType.SITE_SAVED, EventType.SITE_SAVED, EventType.SITE_REMOVED]


def test_a_room_is_read_as_it_was_written(empty: FakeOffice) -> None:
    empty.store(BRY)
    added = sites.add_room(empty.desk, site_id=1, draft=FULL)
    assert added.value.rooms == (ROOM,)
    written = sites.draft_of(ROOM)
    assert written == replace(FULL, hours="lundi 8:00–12:00", equipment=ROOM.equipment)
    again = sites.change_room(empty.desk, site_id=1, name="Salle 1", draft=written)
    assert again.changes == ()
    revert(empty.desk, outcome_changes=added.changes)
    assert empty.all(Kind.SITE) == (BRY,)


def test_a_new_name_goes_into_the_sessions_still_to_be_held(two: FakeOffice) -> None:
    two.store(a_session(code="HELD", id=2, status="CLOSED"))
    outcome = sites.change_room(two.desk, site_id=1, name="Salle 1", draft=RoomDraft("Studio"))
    planned, held = two.all(Kind.SESSION)
    assert (planned.rooms, planned.juries[0].room) == (("Studio",), "Studio")
    assert (held.rooms, held.juries[0].room) == (("Salle 1",), "Salle 1")
    revert(two.desk, outcome_changes=outcome.changes)
    assert two.all(Kind.SESSION)[0].juries[0].room == "Salle 1"


def test_a_room_taken_away_leaves_its_name_to_the_sessions(two: FakeOffice) -> None:
    sites.remove_room(two.desk, site_id=1, name="Salle 1")
    view = sites.read_sites(two.desk)
    assert view.unknown == ("Salle 1",)
    assert [(row.key, row.sessions) for row in view.rows] == [("1/", ()), ("2/Salle L", ())]
    assert open_session(two.desk, session_id=1).session.rooms == ("Salle 1",)


def test_rooms_are_listed_with_the_sessions_that_name_them(two: FakeOffice) -> None:
    (first, second) = sites.read_sites(two.desk).rows
    assert (first.key, first.sessions) == ("1/Salle 1", ("2026-12-A",))
    assert (second.key, second.sessions) == ("2/Salle L", ())


def test_a_way_is_the_same_either_way_and_goes_with_its_site(two: FakeOffice) -> None:
    sites.set_travel(two.desk, one_id=2, other_id=1, minutes=125)
    assert two.all(Kind.TRAVEL) == (Travel(1, 2, 125, id=1),)
    forgotten = sites.set_travel(two.desk, one_id=1, other_id=2, minutes=None)
    assert (forgotten.value, two.all(Kind.TRAVEL)) == ((), ())
    revert(two.desk, outcome_changes=forgotten.changes)
    removed = sites.remove_site(two.desk, site_id=2)
    assert (two.all(Kind.TRAVEL), len(two.all(Kind.SITE))) == ((), 1)
    revert(two.desk, outcome_changes=removed.changes)
    assert two.all(Kind.TRAVEL) == (Travel(1, 2, 125, id=1),)


REFUSED: list[tuple[Any, dict[str, Any], str]] = [
    (sites.add_site, {"name": " "}, "SITE-WITHOUT-NAME"),
    (sites.add_site, {"name": "lyon"}, "SITE-NAME-TAKEN"),
    (sites.change_site, {"site_id": 1, "name": "Lyon", "address": ""}, "SITE-NAME-TAKEN"),
    (sites.add_room, {"site_id": 1, "draft": RoomDraft("")}, "ROOM-WITHOUT-NAME"),
    (sites.add_room, {"site_id": 1, "draft": RoomDraft("A, B")}, "ROOM-NAME-WRONG"),
    (sites.add_room, {"site_id": 1, "draft": RoomDraft("Salle L")}, "ROOM-NAME-TAKEN"),
    (sites.add_room, {"site_id": 1, "draft": RoomDraft("A", 0)}, "ROOM-CAPACITY-WRONG"),
    (sites.add_room, {"site_id": 1, "draft": RoomDraft("A", hours="tard")}, "ROOM-HOURS-UNREAD"),
    (sites.add_room, {"site_id": 1, "draft": RoomDraft("A", closed="tard")}, "ROOM-CLOSED-UNREAD"),
    (
        sites.add_room,
        {"site_id": 1, "draft": RoomDraft("A", closed="libre le 24/12/2026")},
        "ROOM-CLOSED-UNREAD",
    ),
    (
        sites.change_room,
        {"site_id": 1, "name": "Salle 9", "draft": RoomDraft("A")},
        "ROOM-UNKNOWN",
    ),
    (sites.remove_room, {"site_id": 1, "name": "Salle 9"}, "ROOM-UNKNOWN"),
    (sites.set_travel, {"one_id": 1, "other_id": 1, "minutes": 5}, "TRAVEL-SAME-SITE"),
    (sites.set_travel, {"one_id": 1, "other_id": 2, "minutes": -1}, "TRAVEL-MINUTES-WRONG"),
    (sites.set_travel, {"one_id": 1, "other_id": 2, "minutes": 1440}, "TRAVEL-MINUTES-WRONG"),
]


@pytest.mark.parametrize(("act", "given", "code"), REFUSED)
def test_what_cannot_be_meant_is_refused(
    two: FakeOffice, act: Any, given: dict[str, Any], code: str
) -> None:
    before = two.all(Kind.SITE)
    with pytest.raises(JurydeskError, match=code) as caught:
        act(two.desk, **given)
    assert isinstance(caught.value, WrongUsage | RefusedByRule)
    assert (two.all(Kind.SITE), two.acts) == (before, [])


def test_the_rules_know_the_sites_and_who_is_elsewhere(two: FakeOffice) -> None:
    """Member 2 sits, and candidate 4 is heard, at Lyon in the afternoon for another session."""
    two.store(a_candidate(4), a_candidacy(4))
    other = a_jury(1, half_day=HalfDay.PM, room="Salle L", jurors=a_jury().jurors[1:2])
    heard = a_hearing(4, at="14:00")
    two.store(a_session(code="B", id=2, rooms=("Salle L",), juries=(other,), hearings=(heard,)))
    with two.unit() as unit:
        facts = session_facts(unit, unit.sessions.get(1), today=DAY)
    known = (replace(BRY, rooms=(Room("Salle 1"),)), LYON)
    assert facts.sites == SiteMap(known, (Travel(1, 2, 30, id=1),))
    where = (DAY, HalfDay.PM, time(14), time(14, 45), 2)
    assert facts.stays == (
        Stay(SubjectKind.EXAMINER, 2, *where),
        Stay(SubjectKind.CANDIDATE, 4, *where),
    )


def test_a_hearing_is_moved_under_the_rules_of_its_room(two: FakeOffice) -> None:
    two.store(replace(BRY, rooms=(Room("Salle 1", hours=(Opening(0, time(9), time(11)),)),)))
    late = move_hearing(two.desk, code="2026-12-A", candidacy_id=1, jury=1, start=time(10, 30))
    assert [finding.code for finding in late.findings] == ["ROOM-03"]


def test_a_letter_gives_the_address_of_the_site(two: FakeOffice) -> None:
    assert letter_of(two).startswith("\nLieu\u00a0: Bry, 2 avenue de l’Europe\n")
    sites.change_site(two.desk, site_id=1, name="Bry", address="")
    assert letter_of(two).startswith("\nLieu\u00a0: 12 rue des Studios, 93200 Saint-Denis\n")


def test_a_letter_gives_the_address_of_each_of_two_sites(two: FakeOffice) -> None:
    """Member 1 sits at Bry in the morning and at Lyon in the afternoon."""
    afternoon = a_jury(2, half_day=HalfDay.PM, room="Salle L")
    heard = (a_hearing(), a_hearing(2, at="14:00", jury=2))
    rooms = ("Salle 1", "Salle L")
    juries = (a_jury(), afternoon)
    two.store(a_session(rooms=rooms, juries=juries, hearings=heard, candidacies=(1, 2)))
    said = letter_of(two, role=Role.EXAMINER)
    assert said.startswith(
        "\nLieu\u00a0: Bry, 2 avenue de l’Europe (Salle 1)\u00a0; Lyon, 1 quai Rambaud (Salle L)\n"
    )


def letter_of(office: FakeOffice, role: Role = Role.CANDIDATE) -> str:
    """Return the letter to number 1 from its address on."""
    release_plan(office.desk, code="2026-12-A")
    contacts = read_telling(office.desk, code="2026-12-A").contacts
    contact = next(one for one in contacts if one.key == (role, 1))
    body = write_letter(office.desk, code="2026-12-A", contact=contact, wording=Wording("fr")).body
    return body[body.index("\nLieu") :]


def test_a_new_session_takes_the_address_of_its_rooms(two: FakeOffice) -> None:
    draft = SessionDraft("B", (CODE,), (DAY,), rooms=("Salle 1", "Salle L"))
    session = create_session(two.desk, draft=draft).value
    assert session.place == "2 avenue de l’Europe ; 1 quai Rambaud"
    typed = create_session(two.desk, draft=replace(draft, code="C", place="ailleurs")).value
    assert typed.place == "ailleurs"
