"""Where keys and the wheel go: the focus stays with the work, nothing changes by scrolling."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from jurydesk.finding_text import field_text
from jurydesk.services.sessions import open_session
from jurydesk.ui.main_window import first_size
from jurydesk.ui.models.columns import Column, name_key
from jurydesk.ui.models.row_table_model import RowTableModel
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.certifications import CertificationsPage
from jurydesk.ui.pages.sessions.board_view import JURIES
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.facts import BREAK, Fact, FactGrid, FactValue
from jurydesk.ui.widgets.form_fields import ChoiceBox, figure_edit, hour_edit
from jurydesk.ui.widgets.layouts import column
from jurydesk.wording import Wording
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold
from tests.ui.test_pages import go, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key
NOTCH = 120
NAMES = (
    "d’Arcy",
    "Béranger",
    "Bonnefoy",
    "Delcourt",
    "De La Tour",
    "Étienne",
    "Evrard",
    "L'Hermite",
    "Le-Goff",
    "Zoé",
)
IN_ORDER = (
    "Béranger",
    "Bonnefoy",
    "d’Arcy",
    "De La Tour",
    "Delcourt",
    "Étienne",
    "Evrard",
    "Le-Goff",
    "L'Hermite",
    "Zoé",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("hands"), fill_for_a_session)


@pytest.fixture
def session_desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "session"
    folder.mkdir()
    yield from open_copy(made, folder)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, session_desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    hold(session_desk)
    for parts in opened(qapp, qtbot, session_desk, prompter):
        parts.window.shell.show_page("sessions", CODE)
        secretary = Secretary(qtbot, parts)
        secretary.rest()
        yield secretary


def focus_of(secretary: Secretary) -> QWidget | None:
    secretary.rest()
    return QApplication.focusWidget()


def wheel(widget: QWidget) -> None:
    """Turn the wheel one notch over the middle of a widget."""
    at = QPointF(widget.rect().center())
    turned = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        QPoint(0, -NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)


# The focus


def test_after_a_proposal_space_takes_nothing_back(
    secretary: Secretary, session_desk: Desk
) -> None:
    board = secretary.sessions().board_view
    before = open_session(session_desk, code=CODE).session
    propose = secretary.button("Propose juries")
    propose.setFocus()
    secretary.press("Space")
    assert focus_of(secretary) is board.timetable.canvas
    secretary.press("Space")
    after = open_session(session_desk, code=CODE).session
    assert (len(after.hearings), len(after.juries)) == (len(before.hearings), len(before.juries))
    assert secretary.sessions().panel.isVisible()


def test_a_toast_never_has_the_focus(secretary: Secretary) -> None:
    board = secretary.sessions().board_view
    board.show_part(JURIES)
    secretary.rest()
    next(iter(board.juries.strips.values())).cards[1].setFocus()
    secretary.press("Delete")
    (toast,) = secretary.parts.window.shell.toasts.toasts()
    assert toast.act_button is not None
    for _ in range(40):
        secretary.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is None or not toast.isAncestorOf(focused)


def test_a_seat_set_free_keeps_the_focus(secretary: Secretary, session_desk: Desk) -> None:
    board = secretary.sessions().board_view
    board.show_part(JURIES)
    secretary.rest()
    jury, strip = next(iter(board.juries.strips.items()))
    card = strip.cards[1]
    assert card.seat.person
    card.setFocus()
    secretary.press("Delete")
    assert len(open_session(session_desk, code=CODE).session.juries[0].jurors) < len(strip.cards)
    assert focus_of(secretary) is board.juries.strips[jury].cards[1]


def test_enter_deletes_and_the_list_has_the_focus(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.list.view.setFocus()
    secretary = Secretary(qtbot, parts)
    count = len(page.list.shown_rows())
    secretary.button("Delete", page.panel).setFocus()
    secretary.press("Return")
    assert len(page.list.shown_rows()) == count - 1
    assert page.list.view.hasFocus()


@pytest.mark.usefixtures("theme")
def test_enter_and_space_press_a_button_once(qtbot: QtBot) -> None:
    pressed: list[str] = []
    host = QWidget()
    inside = column(host)
    button = act_button(Act("Go", lambda: pressed.append("act")))
    small = icon_button("undo", "Undo")
    small.clicked.connect(lambda: pressed.append("icon"))
    inside.addWidget(button)
    inside.addWidget(small)
    qtbot.addWidget(host)
    host.show()
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        QTest.keyClick(button, key)
        QTest.keyClick(small, key)
    assert pressed == ["act", "icon"] * 3


# The wheel


@pytest.mark.usefixtures("theme")
def test_the_wheel_scrolls_the_page_and_changes_no_answer(qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    inside = column(content)
    box = ChoiceBox([(at, f"Choice {at}") for at in range(9)], 3)
    figure, hour = figure_edit(0, 9, 4), hour_edit(time(9, 30))
    filling = QLabel("and more")
    filling.setFixedHeight(2000)
    for widget in (box, figure, hour, filling):
        inside.addWidget(widget)
    area.setWidget(content)
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    for widget in (box, figure, hour, box):
        wheel(widget)
    assert (box.value(), figure.value(), hour.time().toPython()) == (3, 4, time(9, 30))
    box.setFocus()
    wheel(box)
    figure.setFocus()
    wheel(figure)
    assert (box.value(), figure.value()) == (3, 3)
    assert box.focusPolicy() == figure.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_no_president_is_named_by_scrolling(secretary: Secretary, session_desk: Desk) -> None:
    board = secretary.sessions().board_view
    board.show_part(JURIES)
    secretary.rest()
    before = [jury.president_id for jury in open_session(session_desk, code=CODE).session.juries]
    for box in board.juries.findChildren(ChoiceBox):
        wheel(box)
    secretary.rest()
    after = [jury.president_id for jury in open_session(session_desk, code=CODE).session.juries]
    assert before == after


# Lists


@pytest.mark.parametrize(
    "manner", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_home_and_end_go_to_the_ends(
    parts: Parts, qtbot: QtBot, manner: Qt.KeyboardModifier
) -> None:
    page = go(parts, qtbot, "certifications", CertificationsPage)
    view, last = page.list.view, len(page.list.shown_rows()) - 1
    for key, at in ((Key.Key_End, last), (Key.Key_Home, 0)):
        QTest.keyClick(view, key, manner)
        assert (view.currentIndex().row(), view.selected_positions()) == (at, [at])
        code = page.list.shown_rows()[at].certification.code
        assert code in texts(page.sheet)
    QTest.keyClick(view, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_positions() == list(range(last + 1))


@pytest.mark.usefixtures("theme")
def test_names_are_in_the_order_of_a_french_list() -> None:
    model = RowTableModel[str]((Column[str]("name", "Name", str),), str)
    model.set_rows(NAMES)
    model.sort(0)
    assert model.rows() == IN_ORDER
    assert name_key("Martin", "Paul") < name_key("Martine", "Alice")


def test_candidates_come_in_the_order_of_their_names(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    first = [row.candidate.birth_name[0] for row in page.list.shown_rows()]
    assert "É" in first
    assert first.index("É") < first.index("K")


# Room


def test_the_panel_of_papers_is_reached_on_a_narrow_window(secretary: Secretary) -> None:
    shell = secretary.parts.window.shell
    secretary.press("Ctrl+7")
    assert not shell.panel_button.isVisible()
    secretary.parts.window.resize(800, 600)
    QApplication.processEvents()
    panel = secretary.papers().panel
    assert not panel.isVisible()
    secretary.click(shell.panel_button)
    assert panel.isVisible()
    secretary.press("F6")
    assert not panel.isVisible()
    assert secretary.papers().isVisible()
    secretary.press("F6")
    assert panel.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert shell.inspector_host.isAncestorOf(focused)


def test_a_first_window_stands_whole_on_the_screen() -> None:
    small = first_size(QRect(0, 0, 1366, 728))
    assert (small.width() <= 1350, small.height() <= 688) == (True, True)
    assert first_size(QRect(0, 0, 2560, 1440)) == QSize(1366, 768)
    assert first_size(QRect(0, 0, 640, 400)) == QSize(720, 480)


# Words


@pytest.mark.usefixtures("theme")
def test_a_long_address_breaks_and_is_copied_whole(qtbot: QtBot) -> None:
    address = "ophelie.de-la-tour-du-pin@ecole-de-cinema.example"
    grid = FactGrid([Fact("E-mail", address)])
    qtbot.addWidget(grid)
    grid.resize(300, 100)
    grid.show()
    value = grid.findChildren(FactValue)[0]
    assert value.width() <= 300
    assert value.text().replace(BREAK, "") == address == value.accessibleName()
    assert value.minimumSizeHint().width() < 150
    value.copy()
    assert QGuiApplication.clipboard().text() == address


def test_a_part_of_a_sheet_has_one_name() -> None:
    french = Wording("fr")
    assert field_text("rome", french) == "codes ROME"
    assert field_text("routes.APPRENTICESHIP", french).startswith("voie d’accès")
