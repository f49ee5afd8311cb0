"""Employments typed in the window, on both sides: kept, shown, and what they propose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QWidget

from jurydesk.domain.people import Employment
from jurydesk.domain.ties import TieKind, TieState
from jurydesk.services.candidates import open_candidate
from jurydesk.services.examiners import list_examiners
from jurydesk.services.ties import list_ties
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.widgets.employment_editor import EmploymentEditor
from jurydesk.wording import Wording
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts

PERSON = 2
"""A candidate without an employer of today."""
COMPANY = "Kaleidoscope Images"


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    return Secretary(qtbot, parts)


def fill_line(
    secretary: Secretary, editor: EmploymentEditor, name: str, since: str, until: str
) -> None:
    """Add a line by mouse and fill it in from field to field."""
    secretary.click(editor.add_button)
    for text in (name, since, until):
        if text:
            secretary.write(text)
        secretary.press("Tab")


def candidate_form(secretary: Secretary) -> CandidatesPage:
    secretary.parts.window.shell.show_page("candidates", PERSON)
    secretary.rest()
    page = cast("CandidatesPage", secretary.parts.window.shell.current_page())
    page.list.select_key(PERSON)
    secretary.press("F2", page.list.view)
    assert page.form is not None
    return page


def examiner_form(secretary: Secretary, number: int) -> ExaminersPage:
    secretary.parts.window.shell.show_page("examiners", number)
    secretary.rest()
    page = cast("ExaminersPage", secretary.parts.window.shell.current_page())
    secretary.press("F2", page.list.view)
    assert page.form is not None
    return page


def test_from_two_forms_to_a_tie_that_somebody_confirms(secretary: Secretary, desk: Desk) -> None:
    page = candidate_form(secretary)
    fill_line(secretary, page.form.fields.employments, COMPANY, "1/9/2018", "30/6/2022")
    secretary.press("Ctrl+S")
    person = open_candidate(desk, candidate_id=PERSON).candidate
    past = Employment(COMPANY, date(2018, 9, 1), date(2022, 6, 30), is_past=True)
    assert person.employments == (past,)
    assert f"{COMPANY} (01/09/2018 – 30/06/2022)" in texts(page.panel)

    judge = list_examiners(desk)[0].examiner
    pool = examiner_form(secretary, judge.id)
    fill_line(secretary, pool.form.fields.employments, "Kaleidoscope images SAS", "", "")
    secretary.press("Ctrl+S")
    stored = next(r.examiner for r in list_examiners(desk) if r.key == judge.id)
    assert stored.employments == (Employment("Kaleidoscope images SAS"),)

    (tie,) = [t for t, c, e in list_ties(desk, only_open=True) if (c.id, e.id) == (2, judge.id)]
    assert (tie.kind, tie.likeness) == (TieKind.FORMER_EMPLOYER, 100)
    secretary.parts.window.shell.show_page("ties", tie.id)
    secretary.rest()
    secretary.press("Ctrl+Return")
    states = {t.id: t.state for t, _, _ in list_ties(desk)}
    assert states[tie.id] is TieState.CONFIRMED


def test_a_line_that_cannot_be_is_told_at_its_place(secretary: Secretary, desk: Desk) -> None:
    page = candidate_form(secretary)
    form, editor = page.form, page.form.fields.employments
    fill_line(secretary, editor, COMPANY, "1/9/2022", "30/6/2018")
    secretary.press("Ctrl+S")
    assert form.form.fields["employments"].error() == "An employment ends before it begins."
    _, (name, since, until, _) = editor.lines[0]
    name.clear()
    until.clear()
    secretary.press("Ctrl+S")
    assert form.form.fields["employments"].error() == "Each line needs the name of an employer."
    since.setText("31/02/2018")
    secretary.press("Ctrl+S")
    assert form.form.fields["employments"].error() == "31/02/2018 does not exist."
    since.clear()
    secretary.press("Ctrl+S")
    assert page.form is None
    assert open_candidate(desk, candidate_id=PERSON).candidate.employments == ()


def test_what_was_typed_and_not_saved_comes_back(secretary: Secretary) -> None:
    page = candidate_form(secretary)
    fill_line(secretary, page.form.fields.employments, COMPANY, "9/2018", "")
    secretary.press("Esc")
    assert page.form is None
    again = candidate_form(secretary)
    assert again.form.fields.employments.answers() == ((COMPANY, "9/2018", "", "now"),)
    again.form.start_again()
    assert again.form.fields.employments.answers() == ()


def test_lines_give_back_what_was_shown(qapp: QApplication, qtbot: QtBot) -> None:
    editor = EmploymentEditor(Wording("en"), TODAY)
    qtbot.addWidget(cast("QWidget", editor))
    shown = (
        Employment("Studio Garance", is_past=True),
        Employment("Canal Bleu", since=date(2024, 1, 1)),
        Employment("Contre-Champ", until=date(2027, 1, 1)),
    )
    editor.show_all(shown)
    assert editor.employments() == shown
    assert editor.problem() == ""
    editor.show_all((Employment("Écran Noir", until=date(2020, 1, 1)),))
    # A last day that is gone says that it is over
    assert editor.employments() == (Employment("Écran Noir", until=date(2020, 1, 1), is_past=True),)
