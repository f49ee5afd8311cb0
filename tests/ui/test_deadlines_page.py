"""The board of clocks by real keys: ways to look, filters, acts, files, calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Suspension
from jurydesk.domain.clocks import ClockKind
from jurydesk.domain.session import Hearing
from jurydesk.domain.steps import StepKind
from jurydesk.services.candidates import list_candidacies, save_file
from jurydesk.services.deadlines import Urgency, deadlines
from jurydesk.ui.dialogs.step_dialog import StepDialog
from jurydesk.ui.models.columns import sort_text
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.deadlines.columns import days_text
from jurydesk.ui.pages.deadlines.page import DeadlinesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.sessions.page import SessionsPage
from tests.builders import a_jury, a_session, some_jurors
from tests.ui import office
from tests.ui.conftest import rest
from tests.ui.office import TODAY
from tests.ui.test_pages import go, press, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.clock import SetClock
    from jurydesk.services.deadlines import Deadline
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> DeadlinesPage:
    return go(parts, qtbot, "deadlines", DeadlinesPage)


def choose(page: DeadlinesPage, kind: ClockKind, *, late: bool | None = None) -> Deadline:
    """Put the cursor on the first clock of a kind."""
    for one in page.list.shown_rows():
        if one.clock.kind is kind and late in {None, one.urgency is Urgency.LATE}:
            page.list.select_key(one.key)
            return one
    raise AssertionError(kind)


def groups(page: DeadlinesPage) -> list[str]:
    return list(dict.fromkeys(page.groups.name_of(one) for one in page.list.shown_rows()))


def test_it_shows_what_the_service_lists(page: DeadlinesPage, desk: Desk) -> None:
    board = deadlines(desk)
    assert len(board) > 5
    assert page.list.shown_rows() == board
    late = sum(one.urgency is Urgency.LATE for one in board)
    assert f"Clocks: {len(board)}, late: {late}" in texts(page)
    assert groups(page)[0] == "Late"


def test_three_ways_to_look_by_their_keys(page: DeadlinesPage, qtbot: QtBot, desk: Desk) -> None:
    board = deadlines(desk)
    qtbot.keyClick(page, Key.Key_3, ALT)
    assert page.ways.value() == "month"
    months = groups(page)
    due = [one.due for one in board if one.due]
    assert months == list(dict.fromkeys(f"{day:%B %Y}" for day in due))
    assert len(months) > 2
    qtbot.keyClick(page, Key.Key_2, ALT)
    people = groups(page)
    assert len(people) == len({one.person for one in board})
    assert people == sorted(people, key=sort_text)
    qtbot.keyClick(page, Key.Key_1, ALT)
    assert page.list.shown_rows() == board


def test_filters_follow_the_way_of_looking(page: DeadlinesPage, qtbot: QtBot) -> None:
    page.list.set_filter("u-LATE", is_on=True)
    assert {one.urgency for one in page.list.shown_rows()} == {Urgency.LATE}
    qtbot.keyClick(page, Key.Key_3, ALT)
    assert page.list.filters_on() == ()
    assert len(page.list.shown_rows()) == len(page.list.model.all_rows())
    first = page.groups.name_of(page.list.shown_rows()[0])
    page.list.set_filter(f"m-{first}", is_on=True)
    assert groups(page) == [first]


def test_search_finds_a_person_and_an_article(page: DeadlinesPage) -> None:
    wanted = page.list.shown_rows()[0]
    page.list.search_field.setText(wanted.person)
    page.list.model.set_search(wanted.person)
    assert {one.person for one in page.list.shown_rows()} == {wanted.person}
    page.list.model.set_search("R6412-5")
    assert {one.clock.kind for one in page.list.shown_rows()} == {ClockKind.JURY}


def test_the_panel_says_where_a_clock_comes_from(page: DeadlinesPage) -> None:
    one = choose(page, ClockKind.ADMISSIBILITY)
    shown = texts(page.panel)
    assert any("R6412-4" in text for text in shown)
    assert any("Silence is a yes" in text for text in shown)
    assert any(str(one.due.year) in text for text in shown if one.due)


def test_enter_opens_the_file(page: DeadlinesPage, qtbot: QtBot, parts: Parts) -> None:
    one = choose(page, ClockKind.ADMISSIBILITY)
    qtbot.keyClick(page.list.view, Key.Key_Return)
    rest(qtbot, parts)
    shown = parts.window.shell.current_page()
    assert isinstance(shown, CandidatesPage)
    assert any(one.person in text for text in texts(shown))


def test_a_key_leads_to_the_dialog_of_a_legal_act(
    page: DeadlinesPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    one = choose(page, ClockKind.LAPSE, late=True)
    qtbot.keyClick(page.list.view, Key.Key_Return, CONTROL)
    dialog = page.taker.dialog
    assert isinstance(dialog, StepDialog)
    assert dialog.kind() is StepKind.LAPSED

    def refused(day: str) -> str:
        dialog.day_field.setText(day)
        qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
        rest(qtbot, parts)
        return dialog.problem_label.text()

    assert "reason" in refused("23/11/2026")
    dialog.reason_edit.setPlainText("Aucune démarche malgré deux relances")
    assert "still to come" in refused("24/11/2026")
    assert "Not a date" in refused("hier")
    dialog.day_field.setText("23/11/2026")
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    rest(qtbot, parts)
    assert one.key not in {line.key for line in deadlines(desk)}
    assert one.key not in {line.key for line in page.list.model.all_rows()}


def test_of_several_acts_one_is_chosen(page: DeadlinesPage) -> None:
    one = next(one for one in page.list.shown_rows() if one.clock.acts[:1] == (StepKind.ADMITTED,))
    page.stop(one)
    dialog = page.taker.dialog
    assert dialog is not None
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findText("Refuse admissibility"))
    dialog.kind_box.activated.emit(dialog.kind_box.currentIndex())
    assert dialog.kind() is StepKind.REFUSED
    assert dialog.windowTitle() == "Refuse admissibility"
    draft = dialog.draft()
    assert draft is not None
    assert (draft.kind, draft.day) == (StepKind.REFUSED, TODAY)


def test_what_no_step_stops_leads_to_its_page(
    page: DeadlinesPage, qtbot: QtBot, parts: Parts
) -> None:
    choose(page, ClockKind.JURY)
    qtbot.keyClick(page.list.view, Key.Key_Return, CONTROL)
    rest(qtbot, parts)
    assert isinstance(parts.window.shell.current_page(), SessionsPage)


def test_the_board_follows_what_changes_elsewhere(
    page: DeadlinesPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    before = len(page.list.shown_rows())
    file = AdmissibilityFile(
        received=date(2026, 9, 1),
        complete=date(2026, 9, 29),
        status=AdmissibilityStatus.COMPLETE,
        suspensions=(Suspension(date(2026, 10, 1), date(2026, 10, 11)),),
    )
    candidacy = replace(office.candidacy(0), admissibility=file, validation_received=None)
    parts.operations.perform(
        partial(save_file, desk, candidate=office.candidate(40), candidacy=candidacy)
    )
    rest(qtbot, parts)
    assert len(page.list.shown_rows()) == before + 1
    new = next(o for o in page.list.shown_rows() if o.clock.suspensions)
    page.list.select_key(new.key)
    assert "from 01/10/2026 to 11/10/2026" in texts(page.panel)
    assert new.due == date(2026, 12, 9)


def test_the_calendar_is_written_where_one_says(
    page: DeadlinesPage, qtbot: QtBot, parts: Parts, prompter: FakePrompter, tmp_path: Path
) -> None:
    out = tmp_path / "board.ics"
    prompter.paths = [out]
    qtbot.keyClick(page.list.view, Key.Key_E, CONTROL)
    rest(qtbot, parts)
    due = [one for one in page.list.shown_rows() if one.due]
    assert out.read_bytes().count(b"BEGIN:VEVENT") == len(due)


def test_an_empty_board_says_when_a_clock_starts(empty_parts: Parts, qtbot: QtBot) -> None:
    page = go(empty_parts, qtbot, "deadlines", DeadlinesPage)
    assert "No legal deadline is running" in texts(page)


def test_one_confirmation_stops_the_clocks_of_several_persons(
    page: DeadlinesPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    lapsed = [one for one in page.list.shown_rows() if one.clock.acts == (StepKind.LAPSED,)]
    assert len(lapsed) > 1
    page.list.set_filter("k-LAPSE", is_on=True)
    page.list.set_filter("u-LATE", is_on=True)
    page.list.view.selectAll()
    assert f"Deadlines selected: {len(lapsed)}" in texts(page.panel)
    press(page.panel, f"Write down the lapse ({len(lapsed)})", qtbot)
    dialog = page.taker.dialog
    assert dialog is not None
    assert any(lapsed[0].person in text and lapsed[1].person in text for text in texts(dialog))
    dialog.reason_edit.setPlainText("Aucune démarche")
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    rest(qtbot, parts)
    left = {one.key for one in deadlines(desk)}
    assert left & {one.key for one in lapsed} == set()


def test_a_plain_acknowledgement_is_taken_at_once_and_undone(
    page: DeadlinesPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    plan_a_session(desk)
    page.refresh()
    rest(qtbot, parts)
    one = choose(page, ClockKind.EMPLOYER)
    qtbot.keyClick(page.list.view, Key.Key_Return, CONTROL)
    rest(qtbot, parts)
    assert page.taker.dialog is None
    assert one.key not in {line.key for line in deadlines(desk)}
    qtbot.keyClick(parts.window, Key.Key_Z, CONTROL)
    rest(qtbot, parts)
    assert one.key in {line.key for line in deadlines(desk)}
    page.list.select_key(one.key)
    qtbot.keyClick(page.list.view, Key.Key_Return)
    rest(qtbot, parts)
    assert isinstance(parts.window.shell.current_page(), ExaminersPage)


def plan_a_session(desk: Desk) -> None:
    """Place two candidates before a jury of three, a month from now."""
    day = TODAY + timedelta(days=30)
    with desk.open_unit() as unit:
        jury = a_jury(day=day)
        jurors = some_jurors(1, 2, 3)
        start = datetime.combine(day, time(9))
        hearings = tuple(
            Hearing(n, 1, start + n * timedelta(hours=1), start + (n + 1) * timedelta(hours=1))
            for n in (1, 3)
        )
        unit.sessions.add(
            a_session(
                id=0,
                days=(day,),
                candidacies=(1, 3),
                juries=(replace(jury, jurors=jurors),),
                hearings=hearings,
            )
        )
        unit.audit.record(EventType.SESSION_CREATED, {"session": "2026-12-A"})
        unit.commit()


def test_a_path_is_followed_on_the_board_from_the_first_paper_to_a_jury(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    """By keyboard on the board, and by moving the day: incomplete, complete, silence, file 2."""
    path = replace(
        office.candidacy(0),
        admissibility=AdmissibilityFile(received=TODAY, status=AdmissibilityStatus.FILED),
        validation_received=None,
        begun=TODAY,
    )
    number = save_file(desk, candidate=office.candidate(50), candidacy=path).value.id
    page = go(parts, qtbot, "deadlines", DeadlinesPage)
    clock = cast("SetClock", desk.clock)

    def step(key: str, *, kind: StepKind | None = None, on: date | None = None) -> None:
        """Put the cursor on a clock of the path, press the key, confirm by Enter."""
        assert page.list.select_key(f"{key}-c{number}")
        qtbot.keyClick(page.list.view, Key.Key_Return, CONTROL)
        dialog = page.taker.dialog
        assert dialog is not None
        if kind is not None:
            dialog.choose(kind)
        if on is not None:
            dialog.day_field.set_day(on)
        qtbot.keyClick(dialog.day_field, Key.Key_Return)
        rest(qtbot, parts)
        page.taker.dialog = None

    def on(day: date) -> list[tuple[str, str, str]]:
        """Move to a day, load again by F5 and read the lines of the path."""
        clock.move_to(datetime.combine(day, time(9)))
        # Without a desktop nobody gives the window its turn when a dialog has gone
        parts.window.activateWindow()
        qtbot.waitUntil(parts.window.isActiveWindow)
        qtbot.keyClick(parts.window, Key.Key_F5)
        rest(qtbot, parts)
        rows = [one for one in page.list.shown_rows() if one.clock.candidacy_id == number]
        return [(one.clock.kind, one.urgency, days_text(one)) for one in rows]

    assert on(TODAY) == [("ADMISSIBILITY", "STILL", "still")]
    step("ADMISSIBILITY")
    assert on(date(2026, 12, 1)) == [("ADMISSIBILITY", "LATER", "D-53")]
    assert on(date(2027, 1, 23)) == [("ADMISSIBILITY", "SOON", "today")]
    assert on(date(2027, 1, 24)) == [
        ("ADMISSIBILITY", "LATE", "D+1"),
        ("LAPSE", "LATER", "D-181"),
    ]
    step("ADMISSIBILITY")
    assert on(date(2027, 7, 12)) == [("LAPSE", "SOON", "D-12")]
    step("LAPSE", kind=StepKind.VALIDATION_RECEIVED)
    assert on(date(2027, 7, 12)) == [("JURY", "LATER", "D-92")]
    row = next(row for row in list_candidacies(desk) if row.key == number)
    assert row.candidacy.admissibility.status is AdmissibilityStatus.TACITLY_ADMISSIBLE
    assert row.candidacy.validation_received == date(2027, 7, 12)
