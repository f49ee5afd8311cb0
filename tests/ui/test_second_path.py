"""A second candidacy from the file of a person: begun by key or mouse, warned of, saved, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import list_candidacies
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_form import CandidateForm

PATH = 3
"""A path by experience."""


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    return Secretary(qtbot, parts)


def file_page(secretary: Secretary, section: str = "journey") -> CandidatesPage:
    secretary.parts.window.shell.show_page("candidates", FileKey(PATH, section))
    secretary.rest()
    page = cast("CandidatesPage", secretary.parts.window.shell.current_page())
    assert page.file is not None
    return page


def begun(secretary: Secretary) -> tuple[CandidatesPage, CandidateForm]:
    page = file_page(secretary)
    secretary.press("Ctrl+N")
    assert page.form is not None
    return page, page.form


def row(desk: Desk, key: int = PATH) -> CandidacyRow:
    (found,) = [one for one in list_candidacies(desk) if one.key == key]
    return found


def of_person(desk: Desk) -> list[CandidacyRow]:
    person = row(desk).candidate.id
    return [one for one in list_candidacies(desk) if one.candidate.id == person]


def test_the_form_holds_the_person_and_a_new_candidacy(secretary: Secretary, desk: Desk) -> None:
    _, form = begun(secretary)
    stored = row(desk)
    assert form.header.title_label.text() == stored.candidate.full_name
    assert "New candidacy of this person" in texts(form.header)
    assert form.fields.candidate(stored.candidate) == stored.candidate
    assert form.fields.route.value() is AccessRoute.EXPERIENCE
    assert form.fields.dates["received"].day() is None
    assert form.fields.certification.hasFocus()


def test_it_is_saved_beside_the_first_and_undone(secretary: Secretary, desk: Desk) -> None:
    page, form = begun(secretary)
    form.fields.certification.set_value("RNCP41481")
    secretary.press("Ctrl+S", form)
    found = of_person(desk)
    assert sorted(one.candidacy.certification for one in found) == ["RNCP40642", "RNCP41481"]
    assert page.file is not None
    assert page.file.row.key == PATH
    assert page.file.path_box.count() == 2
    secretary.press("Ctrl+Z", page)
    assert len(of_person(desk)) == 1


def test_a_second_file_of_the_year_is_said_as_it_is_typed(secretary: Secretary, desk: Desk) -> None:
    filed = row(desk).candidacy.admissibility.received
    assert filed is not None
    page, form = begun(secretary)
    secretary.write("20/11/2026", form.fields.dates["received"])
    form.check()
    secretary.rest()
    assert any("2 files in 2026" in text for text in texts(form.panel))
    assert page.form is form


def test_escape_goes_back_to_the_file_and_keeps_what_was_typed(
    secretary: Secretary, desk: Desk
) -> None:
    page, form = begun(secretary)
    secretary.write("Deux blocs", form.fields.notes)
    secretary.press("Esc", form)
    assert page.file is not None
    assert page.file.row.key == PATH
    secretary.press("F2", page.file)
    assert page.form is not None
    assert "Deux blocs" not in page.form.fields.notes.toPlainText()
    secretary.press("Esc", page.form)
    page, form = begun(secretary)
    assert "Deux blocs" in form.fields.notes.toPlainText()
    assert len(of_person(desk)) == 1


def test_the_button_does_the_same(secretary: Secretary) -> None:
    page = file_page(secretary, "ledger")
    assert page.file is not None
    secretary.click_button("New candidacy…", page.file)
    assert page.form is not None
    assert page.form.is_second
