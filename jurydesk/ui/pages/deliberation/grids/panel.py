"""The panel of grids: mark by key, note what stands out, see what the common grid proposes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jurydesk.errors import JurydeskError
from jurydesk.finding_text import finding_text
from jurydesk.services import grids
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.pages.deliberation.grids.model import GridModel
from jurydesk.ui.pages.deliberation.grids.proposals import ProposalRow
from jurydesk.ui.pages.deliberation.grids.table import GridTable
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.form_fields import FormField, text_edit
from jurydesk.ui.widgets.labels import label, set_tone
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.grids import Mark
    from jurydesk.services.grid_board import GridBoard, GridColumn
    from jurydesk.services.outcome import Outcome
    from jurydesk.ui.pages.page import PageContext


class GridPanel(QWidget):
    """Grids of one candidate, saved mark by mark.

    To use it: make one with the context of the page, put it beside the form of the hearing, and
    call `show_hearing(code, candidacy_id)` whenever another candidate is in view. It reads and
    writes by itself. A proposal is never applied: connect `proposal_chosen` to what a click on
    « acquired » or « refused » does in the room.

    Signals:
        board_changed: the grids as they are stored now (`GridBoard`).
        proposal_chosen: somebody takes over what is proposed for a block (code, `Outcome`).
    """

    board_changed = Signal(object)
    proposal_chosen = Signal(str, object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Start without a candidate."""
        super().__init__(parent)
        self.context = context
        self._where: tuple[str, int] | None = None
        self.model = GridModel(context.wording, self)
        self.table = GridTable(self.model)
        self.hint_label = label("", "caption", tone="muted", wraps=True)
        self.problem_label = label("", tone="danger", wraps=True)
        self.note_edit = text_edit()
        self.remark_edit = text_edit()
        self.note_field = FormField(self.tr("Note on this line"), self.note_edit)
        self.remark_field = FormField(self.tr("General appreciation"), self.remark_edit)
        agree = Act(self.tr("Take over the agreements"), self.take_agreed, "check", "Alt+C")
        self.agree_button = act_button(agree)
        self.proposals = ProposalRow(context.wording)
        self._build()

    def show_hearing(self, code: str, candidacy_id: int) -> None:
        """Show the grids of one candidate of a frozen session."""
        self._where = (code, candidacy_id)
        call = partial(grids.open_grids, self.context.desk, code=code, candidacy_id=candidacy_id)
        self.context.runner.submit(call, done=partial(self._show_first, self._where))

    def take_agreed(self) -> None:
        """Copy into the common grid what the members agree upon."""
        if self._where is not None:
            code, candidacy = self._where
            call = partial(grids.take_agreed, self.context.desk, code=code, candidacy_id=candidacy)
            self._perform(call)

    def current(self) -> GridColumn | None:
        """Return the grid that the cursor is in."""
        return self.model.grid(self.table.currentIndex().column())

    def _build(self) -> None:
        layout = column(self, spacing=Space.S)
        layout.addWidget(self.hint_label)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.problem_label)
        fields = row(spacing=Space.M)
        fields.addWidget(self.note_field, 1)
        fields.addWidget(self.remark_field, 1)
        layout.addLayout(fields)
        foot = row(spacing=Space.M)
        foot.addWidget(self.agree_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.proposals, 1)
        layout.addLayout(foot)
        self.problem_label.hide()
        self.table.marked.connect(self._on_marked)
        self.table.refused.connect(self._on_refused)
        self.table.moved.connect(self._on_moved)
        self.table.points_typed.connect(self._on_points_typed)
        self.proposals.proposal_chosen.connect(self.proposal_chosen)
        self.note_edit.editingFinished.connect(self._on_note_written)
        self.remark_edit.editingFinished.connect(self._on_remark_written)
        QShortcut(QKeySequence("Alt+N"), self, partial(self.note_edit.setFocus))
        QShortcut(QKeySequence("Alt+G"), self, partial(self.table.setFocus))

    def _show_first(self, where: tuple[str, int], board: GridBoard) -> None:
        # Another candidate may have been chosen while this one was read
        if where == self._where:
            self._show(board)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, self._first_open()))

    def _first_open(self) -> int:
        return next((n for n, one in enumerate(self.model.columns()) if one.is_open), 0)

    def _show(self, board: GridBoard) -> None:
        self.model.show(board)
        self._say("")
        self._show_hint(board)
        self.proposals.show_proposals(board.proposals, is_closed=board.is_closed)
        self.agree_button.setEnabled(board.common.is_open and not board.is_closed)
        self._on_moved()

    def _on_saved(self, board: GridBoard) -> None:
        if self._where == (board.session, board.candidacy_id):
            self._show(board)
        self.board_changed.emit(board)

    def _show_hint(self, board: GridBoard) -> None:
        if self.model.has_points:
            keys = self.tr("Digits mark points out of {most}").format(
                most=self.context.wording.number(board.scale.maximum)
            )
        else:
            keys = " · ".join(f"{one.code} = {one.label}" for one in board.scale.levels)
        more = self.tr("Delete empties; ● to be discussed")
        self.hint_label.setText(f"{keys} · {more}")

    def _on_marked(self, examiner_id: int | None, mark: Mark) -> None:
        if self._where is not None:
            code, candidacy = self._where
            call = partial(
                grids.record_mark,
                self.context.desk,
                code=code,
                candidacy_id=candidacy,
                examiner_id=examiner_id,
                mark=mark,
            )
            self._perform(call)

    def _perform(self, call: Callable[[], Outcome[GridBoard]]) -> None:
        self.context.operations.perform(
            call, done=self._on_saved, failed=self._on_failed, initiator=self, is_quiet=True
        )

    def _on_failed(self, error: Exception) -> None:
        words = self.context.wording
        if isinstance(error, RefusedByFindings):
            self._say(" ".join(finding_text(one, words) for one in error.findings))
        elif isinstance(error, JurydeskError):
            self._say(words.text(error.code, **error.figures))
        else:
            self.context.runner.failed.emit(error)

    def _on_refused(self, section: int) -> None:
        """Say why a column may not be marked, in the words of the rule."""
        grid, board = self.model.grid(section), self.model.board
        if grid is None or board is None:
            return
        if board.is_closed:
            self._say(self.context.wording.text("SESSION-CLOSED", session=board.session))
        elif grid.refusals:
            words = self.context.wording
            self._say(" ".join(finding_text(one, words) for one in grid.refusals))
        else:
            self._say(self.tr("Possible values: {allowed}").format(allowed=board.scale.allowed))

    def _on_points_typed(self, text: str) -> None:
        said = self.tr("Points: {points} – Enter writes them").format(points=text)
        self._say(said if text else "", tone="muted")

    def _say(self, text: str, tone: str = "danger") -> None:
        set_tone(self.problem_label, tone)
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))

    def _on_moved(self) -> None:
        here = self.table.currentIndex()
        mark, grid, board = (
            self.model.mark(here.row(), here.column()),
            self.current(),
            self.model.board,
        )
        can = grid is not None and grid.is_open and board is not None and not board.is_closed
        for edit, text in (
            (self.note_edit, mark.note if mark else ""),
            (self.remark_edit, grid.grid.remark if grid else ""),
        ):
            edit.setReadOnly(not can)
            if edit.text() != text and not edit.isModified():
                edit.setText(text)

    def _on_note_written(self) -> None:
        here = self.table.currentIndex()
        mark, grid = self.model.mark(here.row(), here.column()), self.current()
        if self.note_edit.isModified() and mark is not None and grid is not None:
            self.note_edit.setModified(False)
            self._on_marked(grid.examiner_id, replace(mark, note=self.note_edit.text()))

    def _on_remark_written(self) -> None:
        grid = self.current()
        if not self.remark_edit.isModified() or grid is None or self._where is None:
            return
        self.remark_edit.setModified(False)
        code, candidacy = self._where
        call = partial(
            grids.record_remark,
            self.context.desk,
            code=code,
            candidacy_id=candidacy,
            examiner_id=grid.examiner_id,
            text=self.remark_edit.text(),
        )
        self._perform(call)
