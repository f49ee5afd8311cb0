"""Equivalences at the certifications page, by mouse and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.domain.acquisitions import EquivalenceState
from jurydesk.domain.certification import Block
from jurydesk.services.certifications import show_certification
from jurydesk.services.ledger import complete_sheet, list_equivalences
from jurydesk.ui.dialogs.equivalence_dialog import EquivalenceDialog
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.certifications import CertificationsPage
    from tests.ui.fake_prompter import FakePrompter

OLD, NEW = "RNCP34316", "RNCP40642"


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    return Secretary(qtbot, parts)


@pytest.fixture
def completed(desk: Desk) -> Desk:
    """The blocks of the newer sheet have been entered."""
    titles = ("Préparer un projet de production", "Gérer la production et la postproduction")
    blocks = [Block(f"{NEW}BC0{n}", title) for n, title in enumerate(titles, start=1)]
    complete_sheet(desk, certification=NEW, blocks=blocks, by="N. Diallo", source="fiche")
    return desk


def page_of(secretary: Secretary, desk: Desk, code: str = NEW) -> CertificationsPage:
    shell = secretary.parts.window.shell
    shell.show_page("certifications", show_certification(desk, code=code).certification.id)
    secretary.rest()
    return cast("CertificationsPage", shell.current_page())


def states(desk: Desk) -> dict[str, EquivalenceState]:
    found = list_equivalences(desk, certification=NEW)
    return {one.from_block: one.state for one in found}


def test_one_is_added_by_key_taken_out_by_mouse_and_brought_back(
    secretary: Secretary, completed: Desk
) -> None:
    page = page_of(secretary, completed)
    secretary.press("Ctrl+E")
    dialog = secretary.dialog(EquivalenceDialog)
    assert (dialog.sheet_box.value(), dialog.from_box.value()) == (OLD, f"{OLD}BC01")
    secretary.press("Return", dialog.reason_edit)
    assert dialog.problem_label.text().startswith("Say what this equivalence rests on")
    dialog.to_box.set_value(f"{NEW}BC02")
    secretary.write("décision du 12/10/2026", dialog.reason_edit)
    secretary.press("Return", dialog.reason_edit)
    (one,) = list_equivalences(completed, certification=NEW)
    assert (one.from_block, one.to_block, one.settled_by) == (
        f"{OLD}BC01",
        f"{NEW}BC02",
        completed.actor,
    )
    told = f"confirmed · décision du 12/10/2026 · by {completed.actor} on 23/11/2026"
    assert told in texts(page.equivalences)
    secretary.click(page.equivalences.buttons[f"remove {OLD}BC01"])
    assert states(completed) == {}
    secretary.press("Ctrl+Z", page)
    assert states(completed) == {f"{OLD}BC01": EquivalenceState.CONFIRMED}


def test_likely_ones_are_proposed_then_settled(
    secretary: Secretary, completed: Desk, prompter: FakePrompter
) -> None:
    page = page_of(secretary, completed)
    assert any(text.startswith("None: only what") for text in texts(page.equivalences))
    secretary.click_button(f"Propose from {OLD}", page)
    assert set(states(completed).values()) == {EquivalenceState.PROPOSED}
    prompter.answers = ["confirm", "set_aside"]
    prompter.texts = ["autre contenu"]
    secretary.click(page.equivalences.buttons[f"settle {OLD}BC01"])
    secretary.click(page.equivalences.buttons[f"settle {OLD}BC02"])
    assert states(completed) == {
        f"{OLD}BC01": EquivalenceState.CONFIRMED,
        f"{OLD}BC02": EquivalenceState.SET_ASIDE,
    }
    assert any("autre contenu" in text for text in texts(page.equivalences))


def test_a_sheet_whose_blocks_are_not_known_says_so(secretary: Secretary, desk: Desk) -> None:
    page = page_of(secretary, desk)
    shown = texts(page.equivalences)
    assert any(text.startswith("The blocks of this sheet are not known") for text in shown)
    secretary.press("Ctrl+E")
    assert page.equivalences.dialog is None
    page = page_of(secretary, desk, "RNCP6082")
    assert any("judged as a whole" in text for text in texts(page.equivalences))
