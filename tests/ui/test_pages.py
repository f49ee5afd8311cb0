"""The pages as a person uses them: real keys, real data, a real workspace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from jurydesk.domain.candidacy import Intake, Suspension
from jurydesk.domain.people import Sex, Training
from jurydesk.domain.retention import DataClass
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import TieState
from jurydesk.services.candidates import list_candidacies, open_candidate, save_candidacy
from jurydesk.services.certifications import show_certification
from jurydesk.services.examiners import find_examiners, list_examiners
from jurydesk.services.ports import StorageReport
from jurydesk.services.retention import read_retentions
from jurydesk.services.settings import read_settings
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.certifications import CertificationsPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.home import HomePage
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.roster_page import RosterPage
from jurydesk.ui.pages.settings import SettingsPage
from tests.ui.conftest import rest

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

P = TypeVar("P", bound=Page)
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def go(parts: Parts, qtbot: QtBot, name: str, kind: type[P]) -> P:
    parts.window.shell.show_page(name)
    rest(qtbot, parts)
    page = parts.window.shell.current_page()
    assert isinstance(page, kind)
    return page


def texts(widget: QWidget) -> list[str]:
    # What was put in just now becomes visible when control returns to Qt
    QApplication.processEvents()
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def lay_down(host: QWidget, *paths: Path) -> None:
    """Drag files of the desktop over a widget and let them go there."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    here = QPointF(60, 60)
    QApplication.sendEvent(host, QDragEnterEvent(here, copy, mime, left, keys))
    QApplication.sendEvent(host, QDropEvent(here, copy, mime, left, keys))


def press(widget: QWidget, words: str, qtbot: QtBot) -> None:
    """Click the visible button that begins with these words."""
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and one.text().startswith(words)
    ]
    assert [one.text() for one in found][:1], f"no button « {words} »"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def new_form(page: CandidatesPage | ExaminersPage, qtbot: QtBot) -> Any:
    """Press Ctrl+N; a button pressed by key answers when it has been seen to go down."""
    qtbot.keyClick(page.list.view, Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: page.form is not None)
    return page.form


# Home


def test_home_says_what_needs_me(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "home", HomePage)
    assert page.view is not None
    assert len(page.task_rows) > 0
    assert page.task_rows[0].hasFocus()
    assert str(dict(page.view.counts)["COUNT-CANDIDACIES"]) in texts(page)


def test_home_goes_where_a_task_is_settled(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "home", HomePage)
    task = page.view.urgent[0] if page.view else None
    qtbot.keyClick(page.task_rows[0], Key.Key_Return)
    rest(qtbot, parts)
    there = cast("CandidatesPage", parts.window.shell.current_page())
    row = there.list.current_row()
    assert task is not None
    assert row is not None
    assert (parts.window.shell.current_name(), row.key) == (task.page, task.target)


def test_home_of_an_empty_workspace_names_the_first_step(
    empty_parts: Parts, qtbot: QtBot, prompter: FakePrompter
) -> None:
    page = go(empty_parts, qtbot, "home", HomePage)
    press(page, "Import candidates", qtbot)
    assert empty_parts.window.shell.current_name() == "candidates"
    assert prompter.titles == ["Which roster of candidates?"]


# Candidates


def test_candidates_are_listed_with_the_panel_of_the_first(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    row = page.list.current_row()
    assert row is not None
    assert page.list.view.hasFocus()
    assert page.header.note_label.full_text == "Candidacies: 24"
    assert row.candidate.full_name in texts(page.panel)


def test_filtering_says_how_many_are_left(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.list.set_filter(f"route.{AccessRoute.EXPERIENCE}", is_on=True)
    assert page.header.note_label.full_text == "12 of 24"
    routes = {row.candidacy.route for row in page.list.shown_rows()}
    assert routes == {AccessRoute.EXPERIENCE}


def test_a_new_candidate_is_typed_and_saved(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    form = new_form(page, qtbot)
    assert form.fields.lines["birth_name"].hasFocus()
    qtbot.keyClicks(form.fields.lines["birth_name"], "Vidal")
    qtbot.keyClicks(form.fields.lines["first_names"], "Zoe, Anne")
    qtbot.keyClicks(form.fields.dates["birth_date"], "4/5/1990")
    form.fields.sex.set_value(Sex.FEMALE)
    form.fields.route.set_value(AccessRoute.CONTINUING_EDUCATION)
    qtbot.keyClick(form, Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: page.form is None, timeout=5_000)
    rest(qtbot, parts)
    stored = next(row for row in list_candidacies(desk) if row.candidate.birth_name == "Vidal")
    assert stored.candidate.first_names == ("Zoe", "Anne")
    assert stored.candidate.sex is Sex.FEMALE
    assert str(stored.candidate.birth_date) == "1990-05-04"
    assert stored.candidacy.route is AccessRoute.CONTINUING_EDUCATION
    assert page.form is None
    current = page.list.current_row()
    assert current is not None
    assert current.key == stored.key


def test_creating_a_candidate_is_undone_as_one(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.new_candidate()
    assert page.form is not None
    page.form.fields.lines["birth_name"].setText("Vidal")
    page.form.fields.lines["first_names"].setText("Zoé")
    page.form.save()
    rest(qtbot, parts)
    assert len(list_candidacies(desk)) == 25
    qtbot.keyClick(page.list.view, Key.Key_Z, CONTROL)
    rest(qtbot, parts)
    assert len(list_candidacies(desk)) == 24
    qtbot.keyClick(page.list.view, Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    rest(qtbot, parts)
    assert len(list_candidacies(desk)) == 25


def test_errors_stand_at_their_fields(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.new_candidate()
    form = page.form
    assert form is not None
    form.fields.dates["birth_date"].setText("31/02/1990")
    form.fields.lines["email"].setText("zoe@")
    form.fields.lines["assessment"].setText("21")
    form.save()
    errors = {name: one.error() for name, one in form.form.fields.items() if one.error()}
    assert errors == {
        "birth_name": "A birth name is needed.",
        "first_names": "One first name is needed.",
        "birth_date": "31/02/1990 does not exist.",
        "email": "Not an e-mail address.",
        "assessment": "A mark from 0 to 20.",
    }
    assert form.fields.lines["birth_name"].hasFocus()


def test_the_rules_speak_while_typing(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.new_candidate()
    form = page.form
    assert form is not None
    rest(qtbot, parts)
    assert parts.window.shell.inspector_host.isVisible()
    before = texts(form.panel)
    form.fields.certification.set_value("RNCP6082")
    form.fields.route.set_value(AccessRoute.APPRENTICESHIP)
    qtbot.waitUntil(lambda: "ROUTE-01" in texts(form.panel), timeout=5_000)
    assert "ROUTE-01" not in before


def test_only_the_fields_of_the_route_are_shown(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.new_candidate()
    form = page.form
    assert form is not None
    form.fields.route.set_value(AccessRoute.EXPERIENCE)
    shown = {name: not form.form.groups[name].isHidden() for name in ("experience", "training")}
    assert shown == {"experience": True, "training": False}
    form.fields.route.set_value(AccessRoute.APPRENTICESHIP)
    shown = {name: not form.form.groups[name].isHidden() for name in ("experience", "training")}
    assert shown == {"experience": False, "training": True}


def test_opening_and_saving_a_form_changes_nothing(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    before = [(row.candidate, row.candidacy) for row in list_candidacies(desk)]
    for row in page.list.shown_rows()[:8]:
        page.edit(row)
        assert page.form is not None
        page.form.save()
        rest(qtbot, parts)
    assert [(row.candidate, row.candidacy) for row in list_candidacies(desk)] == before


def test_a_form_keeps_what_it_does_not_show(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    """Suspensions, acknowledgement and notification come from steps: a form may not lose them."""
    row = next(r for r in list_candidacies(desk) if r.candidacy.admissibility.received)
    received = row.candidacy.admissibility.received
    assert received is not None
    file = replace(
        row.candidacy.admissibility,
        acknowledged=received,
        suspensions=(Suspension(received, received),),
        reason="Pièces à revoir",
    )
    before = save_candidacy(desk, candidacy=replace(row.candidacy, admissibility=file)).value
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.list.select_key(before.id)
    qtbot.keyClick(page.list.view, Key.Key_F2)
    assert page.form is not None
    assert page.form._candidacy == before
    page.form.fields.notes.setPlainText("vu")
    page.form.save()
    rest(qtbot, parts)
    after = next(r for r in list_candidacies(desk) if r.key == before.id).candidacy
    assert after.notes == "vu"
    assert after.admissibility == file


def test_escape_leaves_the_form(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.keyClick(page.list.view, Key.Key_F2)
    assert page.form is not None
    qtbot.keyClick(page.form, Key.Key_Escape)
    assert page.form is None
    assert page.list.view.hasFocus()
    assert page.inspector is page.panel


def test_deleting_offers_to_undo(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.keyClick(page.list.view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.list.view, Key.Key_Delete)
    rest(qtbot, parts)
    assert len(page.list.shown_rows()) == 22
    (toast,) = parts.window.shell.toasts.toasts()
    assert toast.act_button is not None
    qtbot.mouseClick(toast.act_button, Qt.MouseButton.LeftButton)
    rest(qtbot, parts)
    assert len(list_candidacies(desk)) == 24
    assert len(page.list.shown_rows()) == 24


def test_a_draft_is_accepted_from_the_panel(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    drafts = [
        row
        for row in page.list.shown_rows()
        if row.candidacy.intake is Intake.DRAFT and not any(f.blocks for f in row.findings)
    ]
    if not drafts:
        pytest.skip("no acceptable draft among the fictitious people")
    page.list.select_key(drafts[0].key)
    press(page.panel, "Accept the file", qtbot)
    rest(qtbot, parts)
    after = {row.key: row.candidacy.intake for row in list_candidacies(desk)}
    assert after[drafts[0].key] is Intake.COMPLETE


def tied(page: CandidatesPage, desk: Desk) -> tuple[int, int]:
    """Return the candidacy and the person with a tie."""
    for row in page.list.shown_rows():
        if open_candidate(desk, candidate_id=row.candidate.id).ties:
            return row.key, row.candidate.id
    raise LookupError("nobody is tied")


def test_a_tie_is_set_aside_with_a_reason(
    parts: Parts, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    key, person = tied(page, desk)
    page.list.select_key(key)
    qtbot.waitUntil(lambda: "Ties with examiners" in texts(page.panel), timeout=5_000)
    prompter.answers = ["set_aside"]
    prompter.texts = ["Homonyme"]
    press(page.panel, "Decide", qtbot)
    rest(qtbot, parts)
    ties = [tie for tie, _ in open_candidate(desk, candidate_id=person).ties]
    assert (ties[0].state, ties[0].reason) == (TieState.SET_ASIDE, "Homonyme")


def test_a_tie_is_confirmed(parts: Parts, qtbot: QtBot, desk: Desk, prompter: FakePrompter) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    key, person = tied(page, desk)
    page.list.select_key(key)
    qtbot.waitUntil(lambda: "Ties with examiners" in texts(page.panel), timeout=5_000)
    prompter.answers = ["confirm"]
    press(page.panel, "Decide", qtbot)
    rest(qtbot, parts)
    ties = [tie for tie, _ in open_candidate(desk, candidate_id=person).ties]
    assert (ties[0].state, ties[0].settled_by) == (TieState.CONFIRMED, desk.actor)


# Examiners


def test_examiners_are_listed_with_their_mandates(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    assert page.header.note_label.full_text == "Persons: 12"
    page.list.set_filter("ending", is_on=True)
    assert len(page.list.shown_rows()) == 4
    assert "Mandates" in texts(page.panel)


def test_a_new_examiner_with_a_mandate_and_an_absence(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    form = new_form(page, qtbot)
    qtbot.keyClicks(form.fields.lines["last_name"], "Vidal")
    qtbot.keyClicks(form.fields.lines["first_name"], "Zoe")
    form.fields.seats["EMPLOYERS"].show_proof("Attestation")
    form.fields.training.set_value(Training.TRAINED)
    qtbot.mouseClick(form.fields.mandates.add_button, Qt.MouseButton.LeftButton)
    first, last, act = form.fields.mandates.lines[0][1]
    qtbot.keyClicks(first, "1/1/2026")
    qtbot.keyClicks(last, "31/12/2028")
    qtbot.keyClicks(act, "Decision 12")
    qtbot.keyClicks(form.fields.availability.line, "shooting 14-15/12/2026")
    qtbot.keyPress(form.fields.availability.line, Qt.Key.Key_Return)
    form.save()
    rest(qtbot, parts)
    stored = next(iter(find_examiners(desk, query="Vidal")))
    assert [(q.seat, q.document) for q in stored.qualifications] == [("EMPLOYERS", "Attestation")]
    assert [(str(m.start), str(m.end), m.act) for m in stored.mandates] == [
        ("2026-01-01", "2028-12-31", "Decision 12")
    ]
    assert [(str(a.start), str(a.end), a.half_day, a.reason) for a in stored.absences] == [
        ("2026-12-14", "2026-12-15", None, "shooting")
    ]
    assert stored.training is Training.TRAINED


def test_an_unfinished_mandate_is_told_at_its_place(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    page.new_examiner()
    form = page.form
    assert form is not None
    form.fields.mandates.add_empty()
    form.fields.availability.line.setText("12/11 mornng")
    form.save()
    errors = {name for name, one in form.form.fields.items() if one.error()}
    assert errors == {"last_name", "first_name", "mandates", "absences"}


def test_a_line_is_taken_away(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    page.new_examiner()
    form = page.form
    assert form is not None
    form.fields.mandates.add_empty()
    holder, _ = form.fields.mandates.lines[0]
    form.fields.mandates._on_remove(holder)
    assert form.fields.mandates.lines == []
    assert form.fields.errors().keys() == {"last_name", "first_name"}


def test_saving_an_examiner_unchanged_changes_nothing(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    before = [row.examiner for row in list_examiners(desk)]
    for row in page.list.shown_rows():
        page.edit(row)
        assert page.form is not None
        page.form.save()
        rest(qtbot, parts)
    assert [row.examiner for row in list_examiners(desk)] == before


def test_examiners_are_deleted_and_brought_back(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    qtbot.keyClick(page.list.view, Key.Key_A, CONTROL)
    qtbot.keyClick(page.list.view, Key.Key_Delete)
    rest(qtbot, parts)
    assert list_examiners(desk) == ()
    assert "Nobody in the pool yet" in texts(page)
    parts.operations.undo()
    rest(qtbot, parts)
    assert len(list_examiners(desk)) == 12


# Certifications


def test_unknown_is_shown_as_unknown_and_the_jury_can_be_confirmed(
    parts: Parts, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> None:
    page = go(parts, qtbot, "certifications", CertificationsPage)
    view = show_certification(desk, code="RNCP40642")
    assert view.needs_confirmation
    page.open_item(view.certification.id)
    shown = texts(page)
    assert "unknown" in shown
    prompter.answers = ["confirm"]
    prompter.texts = ["Camille Rivet"]
    press(page.header, "Confirm the jury", qtbot)
    rest(qtbot, parts)
    confirmed = show_certification(desk, code="RNCP40642")
    assert not confirmed.needs_confirmation
    assert {c.confirmed_by for c in confirmed.compositions} == {"Camille Rivet"}
    assert any(text.startswith("Confirmed by Camille Rivet on 23/11/2026") for text in texts(page))


def test_a_published_jury_has_nothing_to_confirm(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "certifications", CertificationsPage)
    page.open_item(show_certification(desk, code="RNCP6082").certification.id)
    buttons = [b.text() for b in page.header.findChildren(QPushButton) if b.isVisible()]
    assert buttons == ["Add an entry condition…"]
    assert "Skills, judged as a whole" in texts(page)


# Settings


def test_office_settings_are_saved(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    page.lines["address"].setText("1 rue de l’Exemple, 75001 Paris")
    page.numbers["quorum"].setValue(3)
    with qtbot.waitSignal(parts.bus.anything_changed, timeout=5_000):
        qtbot.keyClick(page, Key.Key_S, CONTROL)
    stored = read_settings(desk)
    assert (stored.address, stored.quorum) == ("1 rue de l’Exemple, 75001 Paris", 3)


def test_how_long_data_are_kept_is_set_by_the_keys(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    box = page.retention.boxes[DataClass.CANDIDATE_FILE]
    assert box.text() == "60 months"
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "72")
    with qtbot.waitSignal(parts.bus.anything_changed, timeout=5_000):
        qtbot.keyClick(box, Key.Key_S, CONTROL)
    kept = {one.data: one.months for one in read_retentions(desk)}
    assert kept[DataClass.CANDIDATE_FILE] == 72
    parts.operations.undo()
    rest(qtbot, parts)
    assert box.text() == "60 months"


def test_the_workspace_is_checked(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    page.check_workspace()
    rest(qtbot, parts)
    assert any(row.line.sentence.startswith("Everything holds") for row in page.health.rows)


def test_what_is_wrong_with_the_workspace_is_said_in_full(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    page._on_verified(StorageReport(problems=(("STORE-45", "17"),), broken_event=3))
    shown = [row.line.sentence for row in page.health.rows]
    assert any("no. 17" in sentence for sentence in shown)
    assert any("event 3" in sentence for sentence in shown)


def test_a_copy_is_made(
    parts: Parts, qtbot: QtBot, prompter: FakePrompter, tmp_path: object
) -> None:
    from pathlib import Path

    target = Path(str(tmp_path)) / "copie.jurydesk"
    prompter.paths = [target]
    page = go(parts, qtbot, "settings", SettingsPage)
    page.choose_backup()
    rest(qtbot, parts)
    assert target.is_file()


def test_language_and_theme_change_at_once(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    page._on_theme("dark")
    assert parts.theme.tokens.name == "dark"
    page._on_text_size(1.5)
    assert parts.theme.zoom == 1.5
    page._on_text_size(1.0)
    page._on_theme("light")
    page._on_language("fr")
    rest(qtbot, parts)
    again = go(parts, qtbot, "settings", SettingsPage)
    assert again is not page
    assert again.context.wording.language == "fr"
    QApplication.processEvents()


# What lies over a list


def test_a_view_over_the_list_goes_when_another_comes(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.show_doubles()
    assert page.doubles is not None
    page.new_candidate()
    assert (page.doubles, page.form is None) == (None, False)
    page.open_item(FileKey(page.list.model.all_rows()[0].key, "journey"))
    rest(qtbot, parts)
    assert (page.form, page.doubles, page.file is None) == (None, None, False)
    page.show_doubles()
    rest(qtbot, parts)
    assert (page.file, page.doubles is None) == (None, False)


@pytest.mark.parametrize("name", ["candidates", "examiners"])
def test_a_roster_laid_on_the_list_is_read(
    parts: Parts, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    page = go(parts, qtbot, name, RosterPage)
    paths = [tmp_path / "promotion.csv", tmp_path / "autre.csv"]
    for path in paths:
        path.write_text("Nom;Prénom\nVidal;Zoé\n", encoding="utf-8")
    lay_down(page.drops.parent(), *paths)
    rest(qtbot, parts)
    assert page.importing is not None
    assert page.importing.header.title_label.text() == paths[0].name
    page.importing.closed.emit()
    assert page.importing is None
    assert page.inspector is page.panel


def test_the_dialog_offers_every_kind_of_table(
    parts: Parts, qtbot: QtBot, prompter: FakePrompter
) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.keyClick(page.list.view, Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: bool(prompter.filters))
    assert prompter.filters == ("Rosters (*.xlsx *.xls *.ods *.csv *.txt)", "All files (*)")


def test_what_counts_in_planning_is_put_in_order_by_keys(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    page = go(parts, qtbot, "settings", SettingsPage)
    before = page.order.order()
    page.order.setCurrentRow(2)
    qtbot.keyClick(page.order, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert page.order.order() == (before[0], before[2], before[1], *before[3:])
    page.save()
    rest(qtbot, parts)
    assert read_settings(desk).planning_order == ",".join(page.order.order())
