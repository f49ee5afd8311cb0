"""Blocks left, in the list of candidates: the column and the filter of those one block away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Block
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.ledger import record_acquisitions
from jurydesk.services.views import CandidacyRow
from jurydesk.ui.pages.blocks_column import blocks_column, blocks_filters
from jurydesk.ui.pages.candidates import CandidatesPage
from tests.ui.conftest import rest
from tests.ui.office import candidate
from tests.ui.test_pages import go

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts

BLOCKS = tuple(Block(f"RNCP1BC0{number}", f"Bloc {number}") for number in (1, 2, 3))
CODE = "RNCP34316"


def row(remaining: tuple[Block, ...] | None, last: Block | None = None) -> CandidacyRow:
    path = Candidacy(0, "RNCP1", AccessRoute.EXPERIENCE)
    return CandidacyRow(path, candidate(1), "DRAFT", (), remaining=remaining, last_missing=last)


def test_a_cell_says_how_many_and_which(qapp: QApplication) -> None:
    column = blocks_column()
    assert column.icon is not None
    assert column.tone is not None
    assert column.tooltip is not None
    assert column.sort_key is not None
    rows = (row(BLOCKS), row(BLOCKS[1:2], BLOCKS[1]), row(()), row(None))
    assert [(column.text(r), column.icon(r), column.tone(r), column.tooltip(r)) for r in rows] == [
        ("3: BC01, BC02, BC03", "", "plain", "BC01 · Bloc 1\nBC02 · Bloc 2\nBC03 · Bloc 3"),
        ("1: BC02", "", "accent", "BC02 · Bloc 2"),
        ("none left", "check-circle", "success", ""),
        ("", "", "plain", ""),
    ]
    assert sorted(rows, key=column.sort_key) == [rows[2], rows[1], rows[0], rows[3]]


def test_the_filter_is_offered_where_somebody_is_one_block_away(qapp: QApplication) -> None:
    away, far = row(BLOCKS[:1], BLOCKS[0]), row(BLOCKS)
    assert blocks_filters((far, row(None))) == ()
    (one,) = blocks_filters((far, away))
    assert (one.name, [one.accepts(r) for r in (far, away)]) == ("one-block", [False, True])


def test_the_list_is_narrowed_to_those_one_block_away(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    aimed = [one for one in list_candidacies(desk) if one.candidacy.certification == CODE]
    for one, blocks in zip(aimed, (("BC01", "BC02"), ("BC01",)), strict=False):
        record_acquisitions(
            desk,
            candidate_id=one.candidate.id,
            certification=CODE,
            blocks=blocks,
            acquired_on=None,
            route=None,
            evidence="attestation",
        )
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.refresh()
    rest(qtbot, parts)
    chip = page.list.filters.chips["one-block"]
    assert chip.text() == "One block away  1"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [one.key for one in page.list.shown_rows()] == [aimed[0].key]
    section = [column.name for column in page.list.model.columns].index("blocks")
    assert page.list.view.isColumnHidden(section)
    menu = QMenu()
    page.list.view.fill_columns_menu(menu)
    menu.popup(page.mapToGlobal(QPoint(0, 0)))
    (action,) = [one for one in menu.actions() if one.text() == "Blocks left"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert not page.list.view.isColumnHidden(section)
    assert page.list.model.texts_at(0)[section] == "1: BC03"
