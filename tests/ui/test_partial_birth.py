"""A birth date known in part, typed in the form and shown wherever a birth date is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.domain.partial_date import PartialDate
from jurydesk.services.candidates import list_candidacies
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.people import Candidate
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_form import CandidateForm

PATH = 3


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    return Secretary(qtbot, parts)


def person(desk: Desk) -> Candidate:
    (row,) = [one for one in list_candidacies(desk) if one.key == PATH]
    return row.candidate


def page_of(secretary: Secretary) -> CandidatesPage:
    secretary.parts.window.shell.show_page("candidates", FileKey(PATH, "identity"))
    secretary.rest()
    return cast("CandidatesPage", secretary.parts.window.shell.current_page())


def form_of(secretary: Secretary) -> CandidateForm:
    page = page_of(secretary)
    secretary.press("F2", page.file)
    assert page.form is not None
    return page.form


def typed(secretary: Secretary, text: str) -> CandidateForm:
    form = form_of(secretary)
    form.fields.birth.clear()
    secretary.write(text, form.fields.birth)
    secretary.press("Tab", form.fields.birth)
    return form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1985", PartialDate(1985)),
        ("00/00/1985", PartialDate(1985)),
        ("03/1985", PartialDate(1985, 3)),
    ],
)
def test_it_is_kept_shown_scored_and_undone(
    secretary: Secretary, desk: Desk, text: str, expected: PartialDate
) -> None:
    before = person(desk)
    form = typed(secretary, text)
    assert form.form.fields["birth_date"].error() == ""
    assert any("known in part" in said for said in texts(form.panel))
    secretary.press("Ctrl+S", form)
    assert (person(desk).birth_date, person(desk).birth_partial) == (None, expected)
    page = page_of(secretary)
    assert page.file is not None
    assert expected.text in texts(page.file.sections["identity"])
    assert form_of(secretary).fields.birth.text() == expected.text
    secretary.press("Esc")
    secretary.press("Ctrl+Z", page)
    assert person(desk) == before


def test_a_full_date_takes_the_place_of_a_partial_one(secretary: Secretary, desk: Desk) -> None:
    secretary.press("Ctrl+S", typed(secretary, "1985"))
    secretary.press("Ctrl+S", typed(secretary, "21/03/1985"))
    assert (person(desk).birth_date, person(desk).birth_partial) == (date(1985, 3, 21), None)


@pytest.mark.parametrize("text", ["13/1985", "31/02/1985", "vers 1985", "85"])
def test_what_is_no_birth_date_is_said_at_the_field(
    secretary: Secretary, desk: Desk, text: str
) -> None:
    before = person(desk)
    form = typed(secretary, text)
    assert form.form.fields["birth_date"].error() != ""
    secretary.press("Ctrl+S", form)
    assert form.isVisible()
    assert person(desk) == before
