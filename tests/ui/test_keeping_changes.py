"""Keeping a change that a person decides, from the card of who waits; and the card of bad input."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from jurydesk.domain.availability import Absence
from jurydesk.domain.people import Mandate, Sex
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.services.examiners import list_examiners, remove_examiners, save_examiner
from jurydesk.services.planning import propose
from jurydesk.services.reasons import Trial
from jurydesk.services.sessions import SessionDraft, create_session, open_session
from jurydesk.services.ties import declare_tie, list_ties, settle_ties
from jurydesk.ui.dialogs.keep_dialog import KeepDialog
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.sessions.board_view import WAITING
from jurydesk.ui.pages.sessions.unplaced import OF_JURIES
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, TITLE, fill_for_a_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.people import Examiner
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.reasons_card import WaitingCard
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One person for each seat, two candidates, nothing planned."""
    folder = tmp_path_factory.mktemp("keeping")
    return make_once(folder, lambda desk: fill_for_a_session(desk, candidates=2, teams=1))


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        yield Secretary(qtbot, parts)


def person(desk: Desk, seat: str) -> Examiner:
    (found,) = (row.examiner for row in list_examiners(desk) if row.examiner.may_hold(seat))
    return found


def change(desk: Desk, seat: str, **changes: object) -> None:
    save_examiner(desk, examiner=replace(person(desk, seat), **changes))  # type: ignore[arg-type]  # -- keywords from data


def hold_session(desk: Desk, rooms: tuple[str, ...] = ("Salle 1",)) -> None:
    create_session(desk, draft=SessionDraft(CODE, (TITLE,), (TODAY,), rooms))
    propose(desk, code=CODE, seconds=5)


def why(secretary: Secretary, key: int | None = None) -> WaitingCard:
    """Show the board and ask why with the key W."""
    secretary.parts.window.shell.show_page("sessions", CODE)
    secretary.rest()
    view = secretary.sessions().board_view
    view.show_part(WAITING)
    secretary.rest()
    cards = view.unplaced.cards
    card = cards[key] if key is not None else next(iter(cards.values()))
    card.setFocus()
    secretary.press("W")
    secretary.rest()
    assert card.told is not None
    return card


def try_change(secretary: Secretary, card: WaitingCard, code: str) -> Trial:
    """Try the offered change of that kind by its figure."""
    assert card.told is not None
    kinds = [[found.code for found in one.sentences] for one in card.told.repairs]
    card.setFocus()
    secretary.press(str(1 + kinds.index([code])))
    secretary.rest()
    assert card.trial is not None
    return card.trial


def words(card: WaitingCard) -> str:
    texts = [one.text() for one in card.findChildren(QLabel)]
    return " ".join(texts).replace("\u00a0", " ")


def test_a_designation_is_asked_for_and_kept(secretary: Secretary, desk: Desk) -> None:
    past = Mandate(date(2025, 1, 1), TODAY - timedelta(days=1), "Décision 2024-07")
    change(desk, "EMPLOYERS", mandates=(past,))
    hold_session(desk)
    card = why(secretary)
    try_change(secretary, card, "REPAIR-MANDATE")
    secretary.press("Return")
    dialog = secretary.dialog(KeepDialog)
    assert (dialog.start_field.day(), dialog.end_field.day()) == (TODAY, TODAY)
    secretary.click(dialog.keep_button)
    assert "act that designates" in dialog.problem_label.text()
    secretary.write("Decision 12", dialog.act_edit)
    secretary.click(dialog.keep_button)
    secretary.rest()

    assert person(desk, "EMPLOYERS").mandates[-1] == Mandate(TODAY, TODAY, "Decision 12")
    assert open_session(desk, code=CODE).session.unplaced == ()
    secretary.press("Ctrl+Z")
    assert person(desk, "EMPLOYERS").mandates == (past,)


def test_a_proposed_tie_is_set_aside_for_a_reason(secretary: Secretary, desk: Desk) -> None:
    """Two of three voting members are tied to one candidate, one of them perhaps."""
    tied = Tie(1, person(desk, "EMPLOYEES").id, TieKind.PERSONAL, TieState.CONFIRMED)
    declared = declare_tie(desk, tie=tied).value
    settle_ties(desk, tie_ids=[declared.id], state=TieState.PROPOSED)
    hold_session(desk)
    card = why(secretary)
    try_change(secretary, card, "REPAIR-TIE")
    secretary.press("Return")
    dialog = secretary.dialog(KeepDialog)
    secretary.click(dialog.keep_button)
    assert dialog.problem_label.text() == "To set a tie aside, write why."
    secretary.write("Same name, another person", dialog.reason_edit)
    secretary.click(dialog.keep_button)
    secretary.rest()

    states = {tie.id: (tie.state, tie.reason) for tie, _, _ in list_ties(desk)}
    assert states[declared.id] == (TieState.SET_ASIDE, "Same name, another person")
    assert [one for one in states.values() if one[0] is TieState.CONFIRMED] != []
    assert open_session(desk, code=CODE).session.unplaced == ()


def test_a_recruit_opens_the_form_filled_in(secretary: Secretary, desk: Desk) -> None:
    remove_examiners(desk, ids=[person(desk, "INDEPENDENT").id])
    hold_session(desk)
    card = why(secretary)
    try_change(secretary, card, "REPAIR-NOBODY_ELSE")
    secretary.press("Return")
    secretary.rest()

    page = secretary.parts.window.shell.current_page()
    assert isinstance(page, ExaminersPage)
    assert page.form is not None
    fields = page.form.fields
    assert fields.seats["INDEPENDENT"].is_on()
    assert not fields.seats["EMPLOYERS"].is_on()
    assert fields.judges[TITLE].isChecked()


def test_juries_of_one_sex_are_explained_on_the_board(secretary: Secretary, desk: Desk) -> None:
    for seat in ("EMPLOYERS", "EMPLOYEES", "INDEPENDENT", "TEACHING_STAFF"):
        change(desk, seat, sex=Sex.MALE)
    hold_session(desk)
    card = why(secretary, OF_JURIES)

    assert "each jury" in words(card)
    assert "find one more woman" in words(card)


def nobody_for_a_seat(desk: Desk) -> None:
    remove_examiners(desk, ids=[person(desk, "INDEPENDENT").id])
    hold_session(desk)


def nobody_available(desk: Desk) -> None:
    for row in list_examiners(desk):
        save_examiner(desk, examiner=replace(row.examiner, absences=(Absence(TODAY, TODAY),)))
    hold_session(desk)


def tied_to_everyone(desk: Desk) -> None:
    for row in list_examiners(desk):
        for number in (1, 2):
            tie = Tie(number, row.examiner.id, TieKind.PERSONAL, TieState.CONFIRMED)
            declare_tie(desk, tie=tie)
    hold_session(desk)


@pytest.mark.parametrize(
    ("fill", "sentence"),
    [
        (nobody_for_a_seat, "nobody in the pool qualifies"),
        (nobody_available, "is away on"),
        (tied_to_everyone, "has a declared tie to"),
    ],
)
def test_the_card_says_why(
    secretary: Secretary, desk: Desk, fill: Callable[[Desk], None], sentence: str
) -> None:
    fill(desk)
    card = why(secretary)

    assert sentence in words(card)
    assert "Proved: no smaller set of facts would block." in words(card)
