"""Sites by mouse and keyboard: the first one, its rooms, the ways; and the rooms of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from jurydesk.domain.sites import Equipment, Room, Site, Travel
from jurydesk.services.sessions import list_sessions
from jurydesk.services.sites import RoomDraft, add_room, add_site, read_sites, set_travel
from jurydesk.ui.dialogs.room_dialog import RoomDialog
from jurydesk.ui.dialogs.site_dialog import SiteDialog
from jurydesk.ui.dialogs.travel_dialog import TravelDialog
from jurydesk.ui.pages.sessions.page import SessionsPage
from jurydesk.ui.pages.sites.page import SitesPage
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts

BRY, LYON = 1, 2


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    return secretary


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Two sites with a room each; nobody wrote how far it is."""
    add_site(desk, name="Bry", address="2 avenue de l’Europe, Bry")
    add_site(desk, name="Lyon", address="1 quai Rambaud, Lyon")
    add_room(desk, site_id=BRY, draft=RoomDraft("Varda", 8))
    add_room(desk, site_id=LYON, draft=RoomDraft("Plateau", equipment=(Equipment.VIDEO,)))
    return desk


def page(secretary: Secretary) -> SitesPage:
    found = secretary.parts.window.shell.current_page()
    assert isinstance(found, SitesPage)
    return found


def opened(secretary: Secretary) -> SitesPage:
    secretary.press("Ctrl+G")
    return page(secretary)


def test_the_first_site_and_its_first_room_by_keys_alone(secretary: Secretary, desk: Desk) -> None:
    here = opened(secretary)
    secretary.press("Ctrl+N")
    dialog = here.acts.dialog
    assert isinstance(dialog, SiteDialog)
    QTest.keyClicks(dialog.name_edit, "Bry")
    secretary.press("Return")
    assert [site.name for site in read_sites(desk).sites.sites] == ["Bry"]
    secretary.press("Ctrl+N")
    room = here.acts.dialog
    assert isinstance(room, RoomDialog)
    QTest.keyClicks(room.name_edit, "Varda")
    QTest.keyClicks(room.capacity_edit, "8")
    QTest.keyClicks(room.hours_edit, "Mon-Fri 9-18")
    room.ticks[Equipment.STEP_FREE].click()
    secretary.press("Return")
    (site,) = read_sites(desk).sites.sites
    (stored,) = site.rooms
    assert (stored.name, stored.capacity, stored.equipment) == ("Varda", 8, (Equipment.STEP_FREE,))
    assert len(stored.hours) == 5
    assert "Monday–Friday 9:00–18:00" in texts(here.panel)
    secretary.press("Ctrl+Z")
    secretary.press("Ctrl+Z")
    assert read_sites(desk).sites.sites == ()


def test_what_cannot_be_read_is_said_and_nothing_is_lost(secretary: Secretary, two: Desk) -> None:
    here = opened(secretary)
    secretary.press("Return")
    dialog = here.acts.dialog
    assert isinstance(dialog, RoomDialog)
    dialog.hours_edit.setText("late")
    secretary.press("Return")
    assert "“late” is not understood" in dialog.problem_label.text()
    dialog.hours_edit.clear()
    dialog.capacity_edit.setText("eight")
    secretary.press("Return")
    assert "in figures" in dialog.problem_label.text()
    dialog.capacity_edit.setText("9")
    secretary.press("Return")
    assert here.acts.dialog is None
    assert read_sites(two).sites.room("Varda") == Room("Varda", 9)


def test_a_room_is_removed_by_a_key_and_comes_back(secretary: Secretary, two: Desk) -> None:
    here = opened(secretary)
    secretary.press("Del")
    assert [row.key for row in here.list.shown_rows()] == ["1/", "2/Plateau"]
    secretary.press("Ctrl+Z")
    assert [row.key for row in here.list.shown_rows()] == ["1/Varda", "2/Plateau"]


def test_the_site_under_the_cursor_is_changed(secretary: Secretary, two: Desk) -> None:
    here = opened(secretary)
    secretary.press("F2")
    dialog = here.acts.dialog
    assert isinstance(dialog, SiteDialog)
    assert dialog.address_edit.text() == "2 avenue de l’Europe, Bry"
    dialog.note_edit.setText("badge")
    secretary.press("Return")
    assert read_sites(two).sites.site(BRY) == Site(
        "Bry", "2 avenue de l’Europe, Bry", "badge", (Room("Varda", 8),), id=BRY
    )


def test_travel_times_are_written_in_a_table(secretary: Secretary, two: Desk) -> None:
    here = opened(secretary)
    assert "unknown" in texts(here.panel)
    secretary.press("Ctrl+T")
    dialog = here.acts.dialog
    assert isinstance(dialog, TravelDialog)
    QTest.keyClicks(dialog.cells[BRY, LYON], "165")
    secretary.press("Return")
    assert read_sites(two).sites.travels == (Travel(BRY, LYON, 165, id=1),)
    assert "165 min" in texts(here.panel)
    secretary.press("Ctrl+T")
    again = here.acts.dialog
    assert isinstance(again, TravelDialog)
    again.cells[BRY, LYON].clear()
    secretary.press("Return")
    assert read_sites(two).sites.travels == ()


def test_filters_keep_what_rules_ask_for(secretary: Secretary, two: Desk) -> None:
    here = opened(secretary)
    here.list.set_filter(f"equipment.{Equipment.VIDEO}", is_on=True)
    secretary.rest()
    assert [row.key for row in here.list.shown_rows()] == ["2/Plateau"]


def test_a_session_picks_rooms_of_two_sites(secretary: Secretary, two: Desk) -> None:
    set_travel(two, one_id=BRY, other_id=LYON, minutes=165)
    secretary.press("Ctrl+5")
    sessions = secretary.parts.window.shell.current_page()
    assert isinstance(sessions, SessionsPage)
    sessions.creation.begin()
    secretary.rest()
    dialog = sessions.creation.dialog
    assert dialog is not None
    field = dialog.rooms_field
    assert (field.edit.text(), list(field.actions_of)) == ("Room 1", ["Varda", "Plateau"])
    field.actions_of["Varda"].trigger()
    assert (field.rooms(), dialog.place_edit.text()) == (("Varda",), "2 avenue de l’Europe, Bry")
    field.actions_of["Plateau"].trigger()
    assert dialog.place_edit.text() == "2 avenue de l’Europe, Bry ; 1 quai Rambaud, Lyon"
    field.actions_of["Varda"].trigger()
    assert field.rooms() == ("Plateau",)
    dialog.toggle_day(TODAY)
    secretary.rest()
    dialog.create_button.click()
    secretary.rest()
    (row,) = list_sessions(two)
    assert (row.session.rooms, row.session.place) == (("Plateau",), "1 quai Rambaud, Lyon")


def test_an_address_that_somebody_wrote_stays(secretary: Secretary, two: Desk) -> None:
    secretary.press("Ctrl+5")
    sessions = secretary.parts.window.shell.current_page()
    assert isinstance(sessions, SessionsPage)
    sessions.creation.begin()
    secretary.rest()
    dialog = sessions.creation.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.place_edit, "elsewhere")
    dialog.rooms_field.toggle("Varda")
    assert dialog.place_edit.text() == "elsewhere"


def test_without_sites_rooms_are_only_typed(secretary: Secretary) -> None:
    secretary.press("Ctrl+5")
    sessions = secretary.parts.window.shell.current_page()
    assert isinstance(sessions, SessionsPage)
    sessions.creation.begin()
    secretary.rest()
    dialog = sessions.creation.dialog
    assert dialog is not None
    assert not dialog.rooms_field.pick_button.isVisible()
