"""Ties declared in the window: from the candidate, from the examiner, from the matrix, by hand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from jurydesk.domain.ties import Tie, TieKind, TieSource, TieState
from jurydesk.services.candidates import open_candidate
from jurydesk.services.examiners import list_examiners
from jurydesk.services.ties import list_ties
from jurydesk.ui.dialogs.tie_dialog import TieDialog
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.ties.page import TiesPage
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.people import Examiner
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

CANDIDATE = 3


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    return secretary


def examiner(desk: Desk) -> Examiner:
    """Somebody whom nothing ties to that candidate."""
    tied = {one.id for _, one in open_candidate(desk, candidate_id=CANDIDATE).ties}
    return next(row.examiner for row in list_examiners(desk) if row.key not in tied)


def declared(desk: Desk) -> list[Tie]:
    return [tie for tie, _, _ in list_ties(desk) if tie.source is not TieSource.FILE]


def find(secretary: Secretary, dialog: TieDialog, name: str, text: str) -> None:
    """Type the beginning of a name and take the first person found."""
    field = dialog.people[name]
    secretary.write(text, field)
    secretary.qtbot.waitUntil(field.is_open, timeout=5_000)
    secretary.press("Return", field)
    assert field.person is not None


def choose(secretary: Secretary, dialog: TieDialog, kind: TieKind) -> None:
    at = list(TieKind).index(kind)
    dialog.kind_box.setFocus()
    for _ in range(at):
        secretary.press("Down", dialog.kind_box)
    assert dialog.kind_box.value() is kind


def test_from_the_candidate_by_keys_alone_and_undone(secretary: Secretary, desk: Desk) -> None:
    before = declared(desk)
    other = examiner(desk)
    secretary.parts.window.shell.show_page("candidates", FileKey(CANDIDATE, "ties"))
    secretary.rest()
    secretary.press("Ctrl+D")
    dialog = secretary.dialog(TieDialog)
    assert not dialog.people["candidate"].isEnabled()
    assert dialog.people["examiner"].hasFocus()
    find(secretary, dialog, "examiner", other.last_name[:4].lower())
    assert dialog.people["examiner"].person.id == other.id
    choose(secretary, dialog, TieKind.PERSONAL)
    secretary.write("Cousine, 2024", dialog.evidence_edit)
    secretary.press("Return", dialog.evidence_edit)
    (tie,) = [one for one in declared(desk) if one not in before]
    assert tie == Tie(
        CANDIDATE,
        other.id,
        TieKind.PERSONAL,
        TieState.CONFIRMED,
        "Cousine, 2024",
        source=TieSource.CANDIDATE,
        declared_on=TODAY,
        settled_by="Camille",
        settled_on=TODAY,
        id=tie.id,
    )
    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, CandidatesPage)
    assert page.file is not None
    assert any("Cousine, 2024" in text for text in texts(page.file))
    secretary.press("Ctrl+Z")
    assert declared(desk) == before


def test_from_the_examiner_by_mouse(secretary: Secretary, desk: Desk) -> None:
    before = declared(desk)
    other = examiner(desk)
    secretary.parts.window.shell.show_page("examiners", other.id)
    secretary.rest()
    secretary.click_button("Declare a tie…")
    dialog = secretary.dialog(TieDialog)
    assert not dialog.people["examiner"].isEnabled()
    assert dialog.source_box.value() is TieSource.EXAMINER
    find(secretary, dialog, "candidate", "mart")
    secretary.write("Tournage de 2023", dialog.evidence_edit)
    secretary.click_button("Declare", dialog)
    (tie,) = [one for one in declared(desk) if one not in before]
    assert (tie.examiner_id, tie.source) == (other.id, TieSource.EXAMINER)
    assert (tie.kind, tie.evidence) == (TieKind.EMPLOYER, "Tournage de 2023")
    secretary.click_button("Undo")
    assert declared(desk) == before


def test_the_examiner_shows_ties_and_settles_them(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    every = [(candidate.full_name, other.id) for _, candidate, other in list_ties(desk)]
    tie, candidate, other = next(
        (tie, candidate, other)
        for tie, candidate, other in list_ties(desk, only_open=True)
        if every.count((candidate.full_name, other.id)) == 1
    )
    secretary.parts.window.shell.show_page("examiners", other.id)
    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, ExaminersPage)
    with secretary.qtbot.waitSignal(page.ties.shown, timeout=5_000):
        secretary.rest()
    (line,) = [
        one for one in page.panel.ties.rows if one.line.sentence.startswith(candidate.full_name)
    ]
    prompter.answers, prompter.texts = ["set_aside"], ["homonyme"]
    with secretary.qtbot.waitSignal(page.ties.shown, timeout=5_000):
        line.setFocus()
        secretary.press("Return", line)
    assert {t.id: t.state for t, _, _ in list_ties(desk)}[tie.id] is TieState.SET_ASIDE
    assert page.list.current_row().key == other.id


def test_what_is_missing_is_said_at_its_field(secretary: Secretary, desk: Desk) -> None:
    before = declared(desk)
    secretary.press("Ctrl+L")
    secretary.press("Ctrl+N")
    dialog = secretary.dialog(TieDialog)
    assert QApplication.focusWidget() is dialog.people["candidate"]
    secretary.write("somebody", dialog.people["candidate"])
    secretary.click_button("Declare", dialog)
    errors = {name: field.error() for name, field in dialog.fields.items() if field.error()}
    assert errors == {
        "candidate": "Choose one of the persons found.",
        "examiner": "Choose one of the persons found.",
        "evidence": "A few words are needed.",
    }
    assert QApplication.focusWidget() is dialog.people["candidate"]
    dialog.people["candidate"].clear()
    find(secretary, dialog, "candidate", "legr")
    find(secretary, dialog, "examiner", "sow")
    secretary.write("Ancienne élève", dialog.evidence_edit)
    secretary.press("Return", dialog.evidence_edit)
    assert len(declared(desk)) == len(before) + 1


def test_other_letters_after_the_choice_mean_nobody(secretary: Secretary) -> None:
    secretary.press("Ctrl+L")
    secretary.press("Ctrl+N")
    dialog = secretary.dialog(TieDialog)
    find(secretary, dialog, "candidate", "legr")
    secretary.write("x", dialog.people["candidate"])
    assert dialog.people["candidate"].person is None
    secretary.press("Esc", dialog)


def test_enter_on_an_empty_cell_declares_between_these_two(
    secretary: Secretary, desk: Desk
) -> None:
    before = declared(desk)
    secretary.press("Ctrl+L")
    secretary.press("Alt+2")
    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, TiesPage)
    while page.chosen():
        secretary.press("Right")
    place = page.matrix.place()
    secretary.press("Return")
    dialog = secretary.dialog(TieDialog)
    assert dialog.kind_box.hasFocus()
    secretary.write("Même promotion", dialog.evidence_edit)
    secretary.press("Return", dialog.evidence_edit)
    (tie,) = [one for one in declared(desk) if one not in before]
    assert (tie.candidate_id, tie.examiner_id) == (place.candidate.id, place.examiner.id)
    assert tie.source is TieSource.OFFICE
    assert page.matrix.place().ties == (tie,)


def test_an_examiner_with_many_ties_leads_to_all_of_them(secretary: Secretary, desk: Desk) -> None:
    counts = Counter(other.id for _, _, other in list_ties(desk))
    (number, count), *_ = counts.most_common(1)
    secretary.parts.window.shell.show_page("examiners", number)
    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, ExaminersPage)
    with secretary.qtbot.waitSignal(page.ties.shown, timeout=5_000):
        secretary.rest()
    assert len(page.panel.ties.rows) == 4 < count
    secretary.click_button(f"Show all {count} ties")
    secretary.press("Return")
    shown = secretary.parts.window.shell.current_page()
    assert isinstance(shown, TiesPage)
    secretary.qtbot.waitUntil(lambda: len(shown.list.shown_rows()) == count)
