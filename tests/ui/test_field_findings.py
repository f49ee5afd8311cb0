"""Bad input in the form of a candidate: said at the field, at once; what was typed is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Candidacy
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import list_candidacies, save_candidacy, save_file
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.widgets.findings_list import FindingRow
from jurydesk.ui.widgets.form_fields import ChoiceBox
from tests.ui.conftest import rest
from tests.ui.secretary import Secretary
from tests.ui.test_pages import go, new_form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_form import CandidateForm
    from jurydesk.ui.widgets.form_fields import FormField
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key


class Typist(Secretary):
    """A secretary with an empty form before her."""

    def __init__(self, parts: Parts, qtbot: QtBot) -> None:
        super().__init__(qtbot, parts)
        self.page = go(parts, qtbot, "candidates", CandidatesPage)
        self.form: CandidateForm = new_form(self.page, qtbot)

    def field(self, name: str) -> FormField:
        return self.form.form.fields[name]

    def note(self, name: str) -> str:
        """Read what stands at a field, with plain spaces."""
        return self.field(name).note().replace("\u00a0", " ")

    def type_into(self, name: str, text: str) -> None:
        """Replace what stands in a field and wait until the rules have answered."""
        self.press("Ctrl+A", self.field(name).editor)
        self.write(text, self.field(name).editor)
        self.qtbot.waitUntil(lambda: not self.form._pause.isActive())
        self.rest()

    def choose(self, name: str, words: str) -> None:
        """Go down a closed list until the answer begins so."""
        box = self.field(name).editor
        assert isinstance(box, ChoiceBox)
        self.press("Home", box)
        while not box.currentText().startswith(words):
            before = box.currentIndex()
            self.press("Down", box)
            assert box.currentIndex() > before, f"no answer « {words} »"
        self.qtbot.waitUntil(lambda: not self.form._pause.isActive())
        self.rest()


@pytest.fixture
def typist(parts: Parts, qtbot: QtBot) -> Typist:
    return Typist(parts, qtbot)


def test_a_day_that_does_not_exist(typist: Typist) -> None:
    typist.write("Vidal", typist.field("birth_name").editor)
    typist.type_into("birth_date", "31/02/1990")
    assert typist.field("birth_date").error() == "31/02/1990 does not exist."
    typist.press("Tab")
    typist.press("Ctrl+S")
    # Nothing was saved, and nothing is lost
    dates = typist.form.fields.dates["birth_date"]
    assert (dates.text(), dates.day()) == ("31/02/1990", None)
    assert typist.form.fields.lines["birth_name"].text() == "Vidal"
    typist.type_into("birth_date", "28/02/1990")
    assert typist.field("birth_date").error() == ""


def test_a_date_half_typed_is_not_an_error_until_it_is_left(typist: Typist) -> None:
    typist.type_into("birth_date", "31/0")
    assert typist.field("birth_date").error() == ""
    typist.press("Tab")
    assert typist.field("birth_date").error() == "Not a date. Write it as 04/12/2026."


def test_a_birth_to_come(typist: Typist) -> None:
    typist.type_into("birth_date", "24/11/2026")
    assert typist.note("birth_date") == "The birth date is still to come."
    typist.type_into("birth_date", "23/11/2020")
    assert typist.note("birth_date") == ("The birth date is not plausible (23 November 2020).")
    typist.type_into("birth_date", "24/11/1990")
    assert typist.note("birth_date") == ""


def test_a_file_complete_before_it_was_received(typist: Typist) -> None:
    typist.type_into("received", "10/11/2026")
    typist.type_into("complete", "09/11/2026")
    assert typist.note("complete") == (
        "The complete file (9 November 2026) comes before the filing of the admissibility file "
        "(10 November 2026)."
    )
    assert typist.note("received") == ""
    typist.type_into("complete", "10/11/2026")
    assert typist.note("complete") == ""


def test_a_certification_closed_to_the_route(typist: Typist) -> None:
    typist.choose("certification", "RNCP6082")
    typist.choose("route", "App")
    assert typist.form.fields.route.value() is AccessRoute.APPRENTICESHIP
    assert typist.note("route") == "The route “apprenticeship” is closed for RNCP6082."
    typist.choose("route", "Cont")
    assert typist.form.fields.route.value() is AccessRoute.CONTINUING_EDUCATION
    assert typist.note("route") == ""


def test_a_second_file_in_the_same_year(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    first = next(
        row for row in list_candidacies(desk) if row.candidacy.route is AccessRoute.EXPERIENCE
    )
    received = date(2026, 3, 2)
    file = AdmissibilityFile(received, received, None, AdmissibilityStatus.COMPLETE)
    path = replace(first.candidacy, begun=received, admissibility=file, validation_received=None)
    save_candidacy(desk, candidacy=replace(path, id=0, version=0))
    second = save_candidacy(
        desk, candidacy=replace(path, id=0, version=0, admissibility=AdmissibilityFile())
    ).value
    secretary = Secretary(qtbot, parts)
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.refresh()
    rest(qtbot, parts)
    page.list.select_key(second.id)
    secretary.press("F2", page.list.view)
    form = page.form
    assert form is not None
    secretary.write("02/10/2026", form.fields.dates["received"])
    secretary.press("Tab")
    note = form.form.fields["received"].note()
    assert note.startswith("3 files in 2026, ")
    assert note.endswith("the law allows one per certification and three a year.")
    # It is kept as a draft all the same: the rule speaks, it does not lock
    secretary.press("Ctrl+S")
    assert page.form is None
    (kept,) = [row for row in list_candidacies(desk) if row.key == second.id]
    assert kept.candidacy.admissibility.received == date(2026, 10, 2)


def test_a_person_typed_twice_and_the_second_file_of_the_year(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    received = date(2026, 3, 2)
    file = AdmissibilityFile(received, received, None, AdmissibilityStatus.COMPLETE)
    path = Candidacy(0, "RNCP40642", AccessRoute.EXPERIENCE, begun=received, admissibility=file)
    born = date(1990, 5, 4)
    save_file(desk, candidate=Candidate("Vidal", ("Zoé",), birth_date=born), candidacy=path)
    typist = Typist(parts, qtbot)
    typist.choose("certification", "RNCP40642")
    typist.choose("route", "Validation")
    typist.type_into("birth_name", "VIDAL")
    typist.type_into("first_names", "Zoe")
    typist.type_into("birth_date", "04/05/1990")
    assert typist.note("birth_date") == "VIDAL Zoé, born on the same day, has a file already."
    typist.type_into("begun", "02/10/2026")
    typist.type_into("received", "02/10/2026")
    assert typist.note("received") == (
        "2 files in 2026, RNCP40642 among them; the law allows one per certification and three "
        "a year."
    )


def test_a_form_left_unsaved_is_taken_up_again(typist: Typist) -> None:
    typist.write("Vidal", typist.field("birth_name").editor)
    typist.type_into("birth_date", "31/02/1990")
    typist.choose("route", "App")
    typist.press("Escape")
    assert typist.page.form is None
    (toast,) = typist.parts.window.shell.toasts.toasts()
    assert toast.accessibleName() == "Not saved: what you typed is kept as a draft."
    form: CandidateForm = new_form(typist.page, typist.qtbot)
    assert form.fields.lines["birth_name"].text() == "Vidal"
    assert form.fields.dates["birth_date"].text() == "31/02/1990"
    assert form.fields.route.value() is AccessRoute.APPRENTICESHIP
    form.start_again()
    assert form.fields.lines["birth_name"].text() == ""
    typist.press("Escape", form)
    assert typist.page.form is None
    assert not new_form(typist.page, typist.qtbot).is_changed


def test_a_draft_outlives_another_page_and_another_language(typist: Typist) -> None:
    typist.write("Vidal", typist.field("birth_name").editor)
    typist.press("Ctrl+1")
    typist.press("Ctrl+3")
    assert typist.page.form is typist.form
    assert typist.form.fields.lines["birth_name"].text() == "Vidal"
    typist.parts.preferences.choose_language("fr")
    typist.rest()
    page = typist.parts.window.shell.current_page()
    assert isinstance(page, CandidatesPage)
    form: CandidateForm = new_form(page, typist.qtbot)
    assert form.fields.lines["birth_name"].text() == "Vidal"


def test_the_search_leads_away_from_a_form_and_keeps_its_draft(
    typist: Typist, parts: Parts
) -> None:
    typist.write("Vidal", typist.field("birth_name").editor)
    parts.window.shell.show_page("candidates", 3)
    typist.rest()
    row = typist.page.list.current_row()
    assert row is not None
    assert (typist.page.form, row.key) == (None, 3)
    form: CandidateForm = new_form(typist.page, typist.qtbot)
    assert form.fields.lines["birth_name"].text() == "Vidal"


def test_what_is_missing_for_the_cpf_leads_to_its_field(typist: Typist) -> None:
    typist.rest()
    rows = [row for row in typist.form.panel.findChildren(FindingRow) if row.line.act]
    sex = next(row for row in rows if "sex" in row.line.sentence)
    sex.setFocus()
    typist.press("Return", sex)
    assert typist.form.fields.sex.hasFocus()


def test_a_refused_save_loses_nothing(
    parts: Parts, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> None:
    secretary = Secretary(qtbot, parts)
    page = go(parts, qtbot, "candidates", CandidatesPage)
    secretary.press("F2", page.list.view)
    form = page.form
    assert form is not None
    assert form.row is not None
    # Somebody else of the office saves the same person first
    save_file(
        desk,
        candidate=replace(form.row.candidate, phone="+33600000000"),
        candidacy=form.row.candidacy,
    )
    secretary.press("Ctrl+A", form.fields.lines["email"])
    secretary.write("zoe@example.org", form.fields.lines["email"])
    secretary.press("Ctrl+S")
    assert prompter.asked[-1].title == "Not possible"
    assert page.form is form
    assert form.fields.lines["email"].text() == "zoe@example.org"


def test_closing_the_window_asks_before_a_draft_is_lost(
    typist: Typist, prompter: FakePrompter
) -> None:
    typist.write("Vidal", typist.field("birth_name").editor)
    window = typist.parts.window
    prompter.answers += ["back", "leave"]
    window.close()
    assert window.isVisible()
    assert typist.form.fields.lines["birth_name"].text() == "Vidal"
    window.close()
    typist.qtbot.waitUntil(lambda: not window.isVisible())
    assert [question.title for question in prompter.asked] == ["Not saved", "Not saved"]


def test_a_window_without_drafts_closes_at_once(typist: Typist, prompter: FakePrompter) -> None:
    typist.write("V", typist.field("birth_name").editor)
    typist.press("Backspace", typist.field("birth_name").editor)
    typist.parts.window.close()
    assert not typist.parts.window.isVisible()
    assert prompter.asked == []
