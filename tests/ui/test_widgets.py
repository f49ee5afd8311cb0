"""The small pieces: acts, chips, findings, seats, toasts, forms, switches, the rail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QEnterEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu, QMessageBox, QWidget

from jurydesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from jurydesk.ui.prompts import Choice, QtPrompter, Question
from jurydesk.ui.tasks import TaskRunner
from jurydesk.ui.widgets.acts import Act, act_button, fill_menu, icon_button
from jurydesk.ui.widgets.chips import Chip, ClockChip, FilterChip, clock_tone
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    Form,
    FormField,
    long_text_edit,
    text_edit,
    tick,
)
from jurydesk.ui.widgets.global_search import GlobalSearch, SearchHit
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.jury_strip import JuryStrip
from jurydesk.ui.widgets.labels import ElidedLabel, label
from jurydesk.ui.widgets.layouts import clear, column
from jurydesk.ui.widgets.nav_rail import NavItem, NavRail
from jurydesk.ui.widgets.over_stack import OverStack
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.person_drag import PERSON_MIME, person_mime
from jurydesk.ui.widgets.seat_view import SeatView
from jurydesk.ui.widgets.status_bar import StatusBar
from jurydesk.ui.widgets.switches import SegmentedControl, Switch
from jurydesk.ui.widgets.task_row import TaskRow
from jurydesk.ui.widgets.task_strip import TaskStrip
from jurydesk.ui.widgets.toast import ToastArea

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.usefixtures("theme")


def show(qtbot: QtBot, widget: QWidget, width: int = 600, height: int = 300) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def texts(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


# Acts


def test_an_act_is_done_by_its_button_and_its_menu(qtbot: QtBot) -> None:
    done: list[str] = []
    act = Act("Import", lambda: done.append("import"), "import", "Ctrl+I")
    button = act_button(act)
    show(qtbot, button)
    qtbot.mouseClick(button, LEFT)
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, (act,))
    menu.actions()[0].trigger()
    assert done == ["import", "import"]
    assert button.toolTip() == "Ctrl+I"


def test_an_act_that_is_not_possible_says_why(qtbot: QtBot) -> None:
    act = Act("Freeze", lambda: None, why_not="A seat is free.")
    button = act_button(act)
    qtbot.addWidget(button)
    assert (button.isEnabled(), button.toolTip(), act.is_enabled) == (
        False,
        "A seat is free.",
        False,
    )


def test_an_icon_button_has_a_name(qtbot: QtBot) -> None:
    button = icon_button("undo", "Undo", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Undo", "Undo (Ctrl+Z)")


def test_header_moves_acts_into_the_menu_where_there_is_no_room(qtbot: QtBot) -> None:
    header = PageHeader("Candidates")
    show(qtbot, header, 900, 60)
    seconds = (Act("Import a roster", print), Act("Export the roster", print))
    header.set_acts(Act("New candidate", print), seconds=seconds, more=(Act("Rare", print),))
    shown = [b.text() for b in header._seconds if b.isVisible()]
    assert shown == ["Import a roster", "Export the roster"]
    header.resize(380, 60)
    QApplication.processEvents()
    assert [b for b in header._seconds if b.isVisible()] == []
    menu = [action.text() for action in header._more_button.menu().actions()]
    assert menu == ["Import a roster", "Export the roster", "Rare"]
    header.set_acts(None)
    assert not header._more_button.isVisible()


# Labels and layouts


def test_an_elided_label_says_all_in_its_tooltip(qtbot: QtBot) -> None:
    one = ElidedLabel("A very long name that does not fit at all")
    show(qtbot, one, 80, 20)
    assert one.text().endswith("…")
    assert one.toolTip() == one.full_text == one.accessibleName()
    one.set_full_text("Short")
    assert (one.text(), one.toolTip()) == ("Short", "")


def test_names_are_never_markup(qtbot: QtBot) -> None:
    one = label("<b>Legrand</b>")
    qtbot.addWidget(one)
    assert one.textFormat() == Qt.TextFormat.PlainText


def test_clearing_takes_out_widgets_and_layouts(qtbot: QtBot) -> None:
    holder = QWidget()
    layout = column(holder)
    layout.addWidget(label("a"))
    inner = column()
    inner.addWidget(label("b"))
    layout.addLayout(inner)
    show(qtbot, holder)
    clear(layout)
    assert layout.count() == 0
    assert texts(holder) == []


def test_a_flow_wraps_and_grows(qtbot: QtBot) -> None:
    flow = FlowRow()
    flow.set_widgets([FilterChip(f"Filter {n}") for n in range(6)])
    show(qtbot, flow, 900, 40)
    one_line = flow.heightForWidth(900)
    assert flow.heightForWidth(200) > 2 * one_line
    assert flow.sizeHint().height() == one_line
    before = flow._widgets[0].width()
    flow._widgets[0].setText("A much longer filter")
    QApplication.processEvents()
    assert flow._widgets[0].width() > before


# Chips


@pytest.mark.parametrize(("days", "tone"), [(31, "muted"), (14, "warning"), (2, "danger")])
def test_clocks_turn_amber_and_red(days: int, tone: str) -> None:
    assert clock_tone(days) == tone


def test_a_clock_opens_by_key_and_click(qtbot: QtBot) -> None:
    chip = ClockChip("D-12", 12)
    show(qtbot, chip)
    with qtbot.waitSignal(chip.opened):
        qtbot.keyClick(chip, Key.Key_Return)
    with qtbot.waitSignal(chip.opened):
        qtbot.mouseClick(chip, LEFT)


def test_a_chip_shows_another_state(qtbot: QtBot) -> None:
    chip = Chip("Draft", "muted", "edit")
    qtbot.addWidget(chip)
    chip.show_state("Ready", "success", "check")
    assert (chip.text(), chip.property("chip")) == ("Ready", "success")


# Findings


LINES = (
    FindingLine("good", "No tie."),
    FindingLine("warning", "The mandate ends.", "JURY-09", "Art. 1"),
    FindingLine("blocking", "A seat is free.", "JURY-01", "RNCP sheet", people="jury 1"),
)


def test_the_gravest_finding_comes_first(qtbot: QtBot) -> None:
    findings = FindingsList(LINES)
    show(qtbot, findings)
    assert [row.line.gravity for row in findings.rows] == ["blocking", "warning", "good"]
    assert "jury 1 · JURY-01" in texts(findings)
    assert findings.rows[0].toolTip() == "RNCP sheet"
    assert findings.rows[0].accessibleName().startswith("Blocking")


def test_findings_are_run_by_arrows_and_settled_by_enter(qtbot: QtBot) -> None:
    done: list[str] = []
    act = Act("Choose", lambda: done.append("chosen"))
    findings = FindingsList((FindingLine("warning", "B", act=act), LINES[2]))
    show(qtbot, findings)
    first, second = findings.rows
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Key.Key_Return)
    qtbot.keyClick(second, Key.Key_Down)
    qtbot.keyClick(second, Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, Key.Key_F1)
    assert done == ["chosen"]


def test_no_finding_is_said_too(qtbot: QtBot) -> None:
    findings = FindingsList((), "All in order.")
    show(qtbot, findings)
    assert texts(findings) == ["All in order."]


# Inspector, facts


def test_the_inspector_keeps_its_acts_in_view(qtbot: QtBot) -> None:
    panel = InspectorPanel()
    show(qtbot, panel, 340, 300)
    panel.set_heading("LEGRAND Ophélie", "VAE", (Chip("Ready"),))
    for n in range(12):
        panel.add_section(f"Part {n}", FactGrid((Fact("Name", "value"), Fact("Other", ""))))
    panel.add_text("A remark")
    panel.set_acts((Act("Edit", print), Act("Delete", print)))
    shown = texts(panel)
    assert shown[:3] == ["LEGRAND Ophélie", "VAE", "Ready"]
    assert "unknown" in shown
    bottom = panel._acts.mapTo(panel, QPoint(0, panel._acts.height())).y()
    assert bottom <= panel.height()
    panel.show_nothing("Choose somebody.")
    assert texts(panel) == ["Choose somebody."]


# Seats


def seat(**changes: object) -> SeatView:
    values: dict[str, object] = {"key": "EMPLOYERS", "kind": "Employers"}
    return SeatView(**(values | changes))


def strip(qtbot: QtBot) -> JuryStrip:
    seats = (
        seat(name="SOW Noé", person=4, state="accepted", is_external=True, is_president=True),
        seat(key="EMPLOYEES", kind="Employees"),
        seat(key="INDEPENDENT", name="ZIANI Inès", person=5, state="proposed", problem="Away"),
        seat(key="TEACHING_STAFF", name="MÜLLER Loïc", person=6, deliberates=False),
    )
    one = JuryStrip(seats, "3 external of 4 · 3 voices", is_regular=False)
    show(qtbot, one, 900, 240)
    return one


def test_a_seat_says_who_sits_and_whether_they_vote(qtbot: QtBot) -> None:
    one = strip(qtbot)
    cards = one.cards
    assert {"SOW Noé", "Votes", "External"} <= set(texts(cards[0]))
    assert {"Free seat", "Enter: see who may sit here"} <= set(texts(cards[1]))
    assert "Present, no vote" in texts(cards[3])
    assert "Away" in cards[2].accessibleName()


def test_seats_are_run_by_keys(qtbot: QtBot) -> None:
    one = strip(qtbot)
    first, second = one.cards[:2]
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(one.seat_opened) as opened:
        qtbot.keyClick(second, Key.Key_Return)
    assert opened.args == ["EMPLOYEES"]
    qtbot.keyClick(second, Key.Key_Left)
    with qtbot.waitSignal(one.seat_freed) as freed:
        qtbot.keyClick(first, Key.Key_Delete)
    assert freed.args == ["EMPLOYERS"]
    with qtbot.assertNotEmitted(one.seat_freed):
        qtbot.keyClick(second, Key.Key_Delete)


def test_a_person_is_dropped_on_a_seat(qtbot: QtBot) -> None:
    one = strip(qtbot)
    mime = person_mime(42)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction,
        mime,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(one.person_dropped) as dropped:
        one.cards[1].dropEvent(event)
    assert dropped.args == ["EMPLOYEES", 42]
    assert mime.hasFormat(PERSON_MIME)


def test_seats_stand_two_by_two_where_it_is_narrow(qtbot: QtBot) -> None:
    one = strip(qtbot)
    assert len({card.y() for card in one.cards}) == 1
    one.resize(420, 500)
    QApplication.processEvents()
    assert len({card.y() for card in one.cards}) == 2


# Toasts and tasks


def test_a_toast_offers_to_undo_and_goes(qtbot: QtBot) -> None:
    host, undone = QWidget(), []
    show(qtbot, host, 800, 600)
    area = ToastArea(host)
    area.show_message("Deleted.", tone="success", act="Undo", on_act=lambda: undone.append(1))
    (toast,) = area.toasts()
    assert toast.act_button is not None
    qtbot.mouseClick(toast.act_button, LEFT)
    assert (undone, area.toasts(), area.isVisible()) == ([1], [], False)


def test_a_toast_waits_under_the_pointer_and_then_goes(qtbot: QtBot) -> None:
    host = QWidget()
    show(qtbot, host, 800, 600)
    area = ToastArea(host)
    area.show_message("Saved.")
    (toast,) = area.toasts()
    toast.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not toast._timer.isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    toast._timer.setInterval(1)
    qtbot.waitUntil(lambda: area.toasts() == [])


def test_a_toast_stands_inside_the_window(qtbot: QtBot) -> None:
    host = QWidget()
    show(qtbot, host, 800, 600)
    area = ToastArea(host)
    area.show_message("A long message that says in many words what has just been done here " * 2)
    host.resize(500, 400)
    assert host.rect().contains(area.geometry())


def test_long_work_shows_and_can_be_stopped(qtbot: QtBot) -> None:
    runner = TaskRunner()
    host, strip_ = QWidget(), TaskStrip(runner)
    column(host).addWidget(strip_)
    show(qtbot, host, 400, 40)
    assert not strip_.isVisible()

    def job(control: object) -> None:
        for step in range(10_000):
            control.progress(step, 10_000)
            control._stop.wait(0.001)

    runner.submit_long(job, title="Proposing juries")
    assert strip_.isVisible()
    assert strip_.title_label.text() == "Proposing juries"
    qtbot.waitUntil(lambda: strip_.bar.maximum() == 10_000)
    qtbot.mouseClick(strip_.cancel_button, LEFT)
    assert strip_.title_label.text() == "Stopping…"
    qtbot.waitUntil(lambda: not strip_.isVisible())
    runner.close()


def test_the_status_bar_says_what_presses(qtbot: QtBot) -> None:
    runner = TaskRunner()
    bar = StatusBar(runner)
    show(qtbot, bar, 900, 40)
    bar.show_workspace("bureau.jurydesk")
    bar.show_saved("10:42")
    bar.show_backup("backup 09:00")
    bar.show_urgent("Needs you now: 3")
    assert {"bureau.jurydesk", "Saved at 10:42", "backup 09:00"} <= set(texts(bar))
    with qtbot.waitSignal(bar.urgent_opened):
        qtbot.mouseClick(bar.urgent_button, LEFT)
    bar.show_urgent("")
    assert not bar.urgent_button.isVisible()
    runner.close()


def test_a_task_row_goes_there(qtbot: QtBot) -> None:
    row = TaskRow("person", "Decide on the file", due="D-3", tone="danger")
    show(qtbot, row)
    for act in (lambda: qtbot.keyClick(row, Key.Key_Space), lambda: qtbot.mouseClick(row, LEFT)):
        with qtbot.waitSignal(row.opened):
            act()
    assert row.accessibleName() == "Decide on the file D-3"


# Forms


def test_errors_stand_at_their_fields_and_the_first_takes_the_focus(qtbot: QtBot) -> None:
    form = Form()
    form.add_section("Identity")
    name = form.add("name", FormField("Name", text_edit(), hint="As in the register"))
    mail = form.add("mail", FormField("E-mail", text_edit()))
    show(qtbot, form)
    form.show_errors({"mail": "Not an address."})
    assert (name.error(), mail.error()) == ("", "Not an address.")
    assert mail.editor.hasFocus()
    assert mail.editor.accessibleDescription() == "Not an address."
    assert name.label.buddy() is name.editor
    form.show_errors({})
    assert mail.error() == ""


def test_every_kind_of_editor_tells_of_its_changes(qtbot: QtBot) -> None:
    form = Form()
    line, text, box = text_edit(), long_text_edit(), ChoiceBox([(1, "one"), (2, "two")])
    yes = tick("Yes")
    for at, editor in enumerate((line, text, box, yes)):
        form.add(str(at), FormField("x", editor))
    show(qtbot, form)
    for change in (
        lambda: line.setText("a"),
        lambda: text.setPlainText("a"),
        lambda: box.set_value(2),
        lambda: yes.setChecked(True),
    ):
        with qtbot.waitSignal(form.edited):
            change()


def test_a_narrow_form_stands_in_one_column(qtbot: QtBot) -> None:
    form = Form()
    form.add_section("Part")
    first = form.add("a", FormField("A", text_edit()))
    second = form.add("b", FormField("B", text_edit()))
    show(qtbot, form, 800, 400)
    assert first.y() == second.y()
    form.resize(400, 400)
    qtbot.waitUntil(lambda: first.x() == second.x())
    form.show_section("Part", is_shown=False)
    assert not first.isVisible()


def test_a_choice_keeps_its_values(qtbot: QtBot) -> None:
    box = ChoiceBox([("x", "one"), (None, "two")], None)
    show(qtbot, box)
    assert box.value() is None
    with qtbot.waitSignal(box.chosen) as chosen:
        qtbot.keyClick(box, Key.Key_Up)
        box.activated.emit(0)
    assert chosen.args == ["x"]
    box.set_value("unheard of")
    assert box.value() == "x"
    assert ChoiceBox().value() is None


def test_a_switch_is_switched_by_space_and_click(qtbot: QtBot) -> None:
    switch = Switch("Present")
    show(qtbot, switch, 200, 40)
    off = switch.grab().toImage()
    qtbot.keyClick(switch, Key.Key_Space)
    assert switch.isChecked()
    assert switch.grab().toImage() != off
    qtbot.mouseClick(switch, LEFT)
    assert not switch.isChecked()
    switch.setEnabled(False)
    assert switch.grab().toImage() != off


def test_a_segment_is_chosen(qtbot: QtBot) -> None:
    control = SegmentedControl((("d", "Day"), ("w", "Week")), "w")
    show(qtbot, control, 300, 40)
    assert control.value() == "w"
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.mouseClick(control._group.button(0), LEFT)
    assert (chosen.args, control.value()) == (["d"], "d")


# Rail, search, dialogs


def test_the_rail_chooses_and_collapses(qtbot: QtBot) -> None:
    items = (
        NavItem("home", "home", "Home", "Ctrl+1"),
        NavItem("settings", "settings", "Settings", "", "bottom"),
    )
    rail = NavRail(items, "jurydesk")
    show(qtbot, rail, 200, 400)
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.button("settings"), LEFT)
    assert chosen.args == ["settings"]
    wide = rail.width()
    rail.set_collapsed(is_collapsed=True)
    assert rail.width() < wide / 2
    assert rail.button("home").toolTip() == "Home (Ctrl+1)"
    rail.select("home")
    rail.select("unheard of")
    assert rail.button("home").isChecked()


HITS = (
    SearchHit("candidates", 1, "person", "LEGRAND Ophélie", "RNCP40642"),
    SearchHit("examiners", 2, "pool", "LEGROS Noé"),
)


def test_search_offers_and_takes_by_keys(qtbot: QtBot) -> None:
    search = GlobalSearch("Search everything")
    show(qtbot, search, 500, 40)
    search.focus()
    with qtbot.waitSignal(search.query_changed) as asked:
        qtbot.keyClicks(search.field, "leg")
    assert asked.args == ["leg"]
    search.show_hits("leg", HITS)
    assert search.popup.isVisible()
    qtbot.keyClick(search.field, Key.Key_Down)
    with qtbot.waitSignal(search.hit_chosen) as chosen:
        qtbot.keyClick(search.field, Key.Key_Return)
    assert chosen.args == [HITS[1]]
    assert not search.popup.isVisible()


def test_search_drops_late_answers_and_says_nothing_found(qtbot: QtBot) -> None:
    search = GlobalSearch("Search everything")
    show(qtbot, search, 500, 40)
    search.focus()
    search.field.setText("leg")
    search.show_hits("le", HITS)
    assert not search.popup.isVisible()
    search.show_hits("leg", ())
    assert search.hits.item(0).text() == "Nothing found"
    qtbot.keyClick(search.field, Key.Key_Return)
    assert search.popup.isVisible()
    qtbot.keyClick(search.field, Key.Key_Escape)
    assert not search.popup.isVisible()


def test_a_view_goes_over_the_list_and_away(qtbot: QtBot) -> None:
    below, first, second = QLabel("list"), QLabel("form"), QLabel("import")
    stack = OverStack(below)
    show(qtbot, stack)
    stack.show_over(first)
    stack.show_over(second)
    assert (stack.currentWidget(), stack.count()) == (second, 2)
    stack.back()
    stack.back()
    assert (stack.currentWidget(), stack.count()) == (below, 1)


def test_the_sheet_of_keys_closes(qtbot: QtBot) -> None:
    host = QWidget()
    show(qtbot, host)
    dialog = ShortcutsDialog(host)
    dialog.open()
    assert {"Search everything", "In a list"} <= set(texts(dialog))
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    show(qtbot, window)
    return window


def test_a_question_is_answered_by_its_buttons(window: QWidget, qtbot: QtBot) -> None:
    got: list[str] = []
    choices = (
        Choice("close", "Close it", is_default=True),
        Choice("back", "Go back", is_escape=True),
    )
    QtPrompter(window).ask(Question("Close?", "Close it?", choices, "It is fixed."), got.append)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    qtbot.mouseClick(box.defaultButton(), LEFT)
    assert got == ["close"]


def test_escape_gives_the_way_back(window: QWidget, qtbot: QtBot) -> None:
    got: list[str] = []
    choices = (Choice("close", "Close it"), Choice("back", "Go back", is_escape=True))
    QtPrompter(window).ask(Question("Close?", "Close it?", choices), got.append)
    box = window.findChild(QMessageBox)
    qtbot.keyClick(box, Key.Key_Escape)
    assert got == ["back"]


def test_a_text_comes_back_stripped(window: QWidget) -> None:
    got: list[str] = []
    QtPrompter(window).ask_text(Question("Why?", "Why?", ()), got.append, initial=" Homonym ")
    dialog = window.findChild(QInputDialog)
    assert dialog is not None
    dialog.accept()
    assert got == ["Homonym"]


def test_files_and_folders_are_chosen_without_blocking(
    window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QFileDialog

    got: list[Path] = []
    prompter = QtPrompter(window)
    prompter.open_file("Which?", got.append, filters=("Excel (*.xlsx)",))
    prompter.save_file("Where?", got.append, suggested="roster.xlsx")
    prompter.choose_folder("Where?", got.append)
    dialogs = window.findChildren(QFileDialog)
    assert len(dialogs) == 3
    for dialog in dialogs:
        dialog.fileSelected.emit(str(tmp_path / "x.xlsx"))
        dialog.close()
    assert got == [tmp_path / "x.xlsx"] * 3


def test_findings_that_stay_keep_their_row(qapp: QApplication, qtbot: QtBot) -> None:
    """A row in hand is not taken away because another one comes or goes."""
    first, second = FindingLine("blocking", "One"), FindingLine("warning", "Two")
    findings = FindingsList((first, second))
    qtbot.addWidget(findings)
    kept = findings.rows[1]
    findings.follow_lines((second, FindingLine("blocking", "Three")))
    assert [row.line.sentence for row in findings.rows] == ["Three", "Two"]
    assert findings.rows[1] is kept
    findings.follow_lines((second, second))
    assert [row.line.sentence for row in findings.rows] == ["Two", "Two"]
    findings.follow_lines((second,))
    assert len(findings.rows) == 1
    findings.follow_lines(())
    assert findings.rows == []
