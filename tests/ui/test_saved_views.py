"""Saved views of the lists, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from jurydesk.ui.application import Parts
from jurydesk.ui.dialogs.view_dialog import ViewDialog
from jurydesk.ui.list_state import KeptFilter, ListState
from jurydesk.ui.pages.saved_views import ListViews
from jurydesk.ui.saved_views import SavedView, SavedViews
from jurydesk.ui.widgets.row_list import RowList
from tests.ui.secretary import Secretary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.pages.candidates import CandidatesPage
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
PAGES = ("candidates", "examiners", "sessions", "certifications", "deadlines", "ties")
VAE = "route.EXPERIENCE"


@pytest.fixture
def secretary(parts: Parts, qtbot: QtBot) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.parts.window.shell.show_page("candidates")
    secretary.rest()
    return secretary


def rows_of(secretary: Secretary) -> RowList[CandidacyRow]:
    return cast("CandidatesPage", secretary.parts.window.shell.pages["candidates"]).list


def views_of(rows: RowList[CandidacyRow]) -> ListViews[CandidacyRow]:
    (found,) = rows.findChildren(ListViews)
    return found


def shown(secretary: Secretary) -> list[str]:
    return [row.candidate.full_name for row in rows_of(secretary).shown_rows()]


def opened(secretary: Secretary) -> QMenu:
    """Open the menu by its key."""
    secretary.press("Ctrl+Shift+V")
    menu = views_of(rows_of(secretary)).button.menu_shown
    assert menu is not None
    assert menu.isVisible()
    return menu


def take(secretary: Secretary, menu: QMenu, words: str) -> None:
    """Click on one line of the menu."""
    (action,) = [one for one in menu.actions() if words in one.text().replace("&", "")]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    secretary.rest()


def save(secretary: Secretary, name: str, *, first: bool = False) -> None:
    take(secretary, opened(secretary), "Save as a view")
    dialog = secretary.dialog(ViewDialog)
    secretary.write(name, dialog.name_edit)
    if first:
        secretary.click(dialog.first_box, QPoint(10, dialog.first_box.height() // 2))
    secretary.press("Return", dialog.name_edit)


def look(secretary: Secretary) -> ListState:
    """Look for something in an order and with columns of one's own; return what is shown."""
    rows = rows_of(secretary)
    secretary.press("Ctrl+F")
    secretary.write("leg")
    secretary.press("Return")
    secretary.click(rows.filters.chips[VAE])
    header = rows.view.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(2) + 20)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)
    menu = QMenu()
    rows.view.fill_columns_menu(menu)
    next(one for one in menu.actions() if one.text() == "Born").trigger()
    secretary.rest()
    return rows.state()


def toast(secretary: Secretary) -> str:
    (shown_now,) = secretary.parts.window.shell.toasts.toasts()
    return shown_now.accessibleName()


def test_a_view_brings_back_search_filters_order_and_columns(secretary: Secretary) -> None:
    rows = rows_of(secretary)
    before = shown(secretary)
    state = look(secretary)
    people = shown(secretary)
    save(secretary, "Mes VAE")
    assert (toast(secretary), views_of(rows).button.text()) == ("View saved", "Mes VAE")
    take(secretary, opened(secretary), "Whole list")
    assert (shown(secretary), rows.filters_on()) == (before, ())
    assert views_of(rows).button.text() == "Views"
    rows.view.reset_layout()
    opened(secretary)
    QTest.keyClick(views_of(rows).button.menu_shown, Key.Key_1)
    secretary.rest()
    assert shown(secretary) == people != before
    assert rows.state() == state
    assert state.search == "leg"
    assert state.filters == (KeptFilter(VAE),)
    assert state.sorts == (("certification", False),)
    assert "born" in state.columns


def test_what_differs_from_the_view_is_said_and_can_replace_it(secretary: Secretary) -> None:
    rows = rows_of(secretary)
    secretary.click(rows.filters.chips[VAE])
    save(secretary, "VAE")
    menu = opened(secretary)
    (replaces,) = [one for one in menu.actions() if "Replace" in one.text()]
    assert (replaces.isEnabled(), replaces.toolTip()) == (False, "It is shown as it was saved.")
    QTest.keyClick(menu, Key.Key_Escape)
    secretary.click(rows.filters.chips["late"])
    assert views_of(rows).button.text() == "VAE, changed"
    take(secretary, opened(secretary), "Replace")
    assert (toast(secretary), views_of(rows).button.text()) == ("View replaced", "VAE")
    names = {one.name for one in views_of(rows).views.all()[0].state.filters}
    assert names == {VAE, "late"}
    secretary.press("Ctrl+Z")
    assert views_of(rows).button.text() == "VAE, changed"
    secretary.press("Ctrl+Shift+Z")
    assert views_of(rows).button.text() == "VAE"


def test_a_view_is_renamed(secretary: Secretary) -> None:
    views = views_of(rows_of(secretary))
    save(secretary, "Premiere")
    save(secretary, "Seconde")
    take(secretary, opened(secretary), "Rename")
    dialog = secretary.dialog(ViewDialog)
    assert dialog.name_edit.text() == "Seconde"
    secretary.write("Derniere & seule", dialog.name_edit)
    secretary.press("Return", dialog.name_edit)
    assert [one.name for one in views.views.all()] == ["Derniere & seule", "Premiere"]
    assert "Derniere && seule" in opened(secretary).actions()[0].text()


def test_a_name_that_is_taken_replaces_and_says_so(secretary: Secretary) -> None:
    rows = rows_of(secretary)
    save(secretary, "Été")
    secretary.click(rows.filters.chips[VAE])
    take(secretary, opened(secretary), "Save as a view")
    dialog = secretary.dialog(ViewDialog)
    secretary.press("Return", dialog.name_edit)
    assert dialog.problem() == "Give the view a name."
    secretary.write(" ete ", dialog.name_edit)
    assert dialog.save_button.text() == "Replace"
    assert "“Été” will be replaced" in dialog.taken_label.text()
    secretary.click(dialog.save_button)
    (only,) = views_of(rows).views.all()
    assert (only.name, only.state.filters) == ("ete", (KeptFilter(VAE),))
    secretary.press("Ctrl+Z")
    (only,) = views_of(rows).views.all()
    assert (only.name, only.state.filters) == ("Été", ())


def test_deleting_is_undone_from_the_toast_and_by_its_key(secretary: Secretary) -> None:
    rows = rows_of(secretary)
    views = views_of(rows)
    secretary.click(rows.filters.chips[VAE])
    save(secretary, "VAE")
    kept = views.views.all()
    for undo in ("toast", "key"):
        take(secretary, opened(secretary), "Delete")
        assert (views.views.all(), views.button.text()) == ((), "Views")
        assert rows.filters_on() == (VAE,)
        if undo == "toast":
            (message,) = secretary.parts.window.shell.toasts.toasts()
            assert message.act_button is not None
            secretary.click(message.act_button)
        else:
            secretary.press("Ctrl+Z")
        assert (views.views.all(), views.button.text()) == (kept, "VAE")


def test_escape_leaves_everything_as_it_is(secretary: Secretary) -> None:
    take(secretary, opened(secretary), "Save as a view")
    dialog = secretary.dialog(ViewDialog)
    secretary.write("Rien", dialog.name_edit)
    QTest.keyClick(dialog.name_edit, Key.Key_Escape)
    secretary.rest()
    assert views_of(rows_of(secretary)).views.all() == ()


def test_the_list_opens_on_the_view_chosen_for_it(
    secretary: Secretary, qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> None:
    secretary.click(rows_of(secretary).filters.chips[VAE])
    save(secretary, "VAE", first=True)
    people = shown(secretary)
    fresh = Parts(qapp, desk, "en", prompter)
    qtbot.addWidget(fresh.window)
    fresh.open_on("candidates")
    again = Secretary(qtbot, fresh)
    again.rest()
    assert shown(again) == people
    assert views_of(rows_of(again)).button.text() == "VAE"
    menu = opened(again)
    assert "VAE (at opening)" in menu.actions()[0].text()
    take(again, menu, "Do not open")
    assert views_of(rows_of(again)).views.first() is None
    again.parts.window.close()


def test_a_filter_that_no_row_has_any_more_shows_nobody_and_says_why(
    secretary: Secretary,
) -> None:
    rows = rows_of(secretary)
    views = views_of(rows)
    gone = KeptFilter("stage.LOST", "Perdu de vue", "stage")
    views.views.put(SavedView("Perdus", ListState("", (gone,))))
    opened(secretary)
    QTest.keyClick(views.button.menu_shown, Key.Key_1)
    secretary.rest()
    assert (shown(secretary), rows.filters_on()) == ([], ("stage.LOST",))
    assert rows.filters.chips["stage.LOST"].text() == "Perdu de vue  0"
    secretary.press("F5")
    assert (shown(secretary), rows.filters_on()) == ([], ("stage.LOST",))
    secretary.click(rows.filters.chips["stage.LOST"])
    assert len(shown(secretary)) == len(rows.model.all_rows())


@pytest.mark.parametrize("name", PAGES)
def test_every_list_has_its_own_views(secretary: Secretary, name: str) -> None:
    page = secretary.parts.window.shell.show_page(name)
    secretary.rest()
    page = secretary.parts.window.shell.pages[name]
    (rows,) = [one for one in page.findChildren(RowList) if one.isVisible()]
    secretary.click(views_of(rows).button)
    menu = views_of(rows).button.menu_shown
    assert menu is not None
    assert not menu.actions()[0].isEnabled()
    take(secretary, menu, "Save as a view")
    dialog = secretary.dialog(ViewDialog)
    secretary.write("Ici", dialog.name_edit)
    secretary.press("Return", dialog.name_edit)
    kept = {one: [view.name for view in SavedViews(one).all()] for one in PAGES}
    assert kept == {one: ["Ici"] if one == name else [] for one in PAGES}


def test_the_way_of_the_board_comes_back_with_its_view(secretary: Secretary) -> None:
    shell = secretary.parts.window.shell
    shell.show_page("deadlines")
    secretary.rest()
    (rows,) = shell.pages["deadlines"].findChildren(RowList)
    secretary.press("Alt+3")
    month = rows.filters.chips[next(iter(rows.filters.chips))]
    secretary.click(month)
    state = views_of(rows)._state()
    assert (state.way, len(state.filters)) == ("month", 1)
    secretary.click(views_of(rows).button)
    take(secretary, views_of(rows).button.menu_shown, "Save as a view")
    dialog = secretary.dialog(ViewDialog)
    secretary.write("Le mois", dialog.name_edit)
    secretary.press("Return", dialog.name_edit)
    secretary.press("Alt+1")
    assert views_of(rows).button.text() == "Le mois, changed"
    secretary.click(views_of(rows).button)
    QTest.keyClick(views_of(rows).button.menu_shown, Key.Key_1)
    secretary.rest()
    assert views_of(rows)._state() == state


@pytest.mark.parametrize("text", ["", "{", "[3]", '[{"name": "x"}]', '{"a": 1}', "[null]"])
def test_what_cannot_be_read_is_no_view(qapp: QApplication, text: str) -> None:
    QSettings().setValue("lists/candidates/views", text)
    views = SavedViews("candidates")
    assert views.all() == ()
    views.put(SavedView("Neuve", ListState("x")))
    assert views.all() == (SavedView("Neuve", ListState("x")),)
