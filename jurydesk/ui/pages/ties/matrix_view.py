"""The matrix of ties: of which session or sheet, who is shown, and the table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from jurydesk.domain.ties import TieState
from jurydesk.services.tie_matrix import (
    matrix_of_certification,
    matrix_of_session,
    matrix_subjects,
)
from jurydesk.services.tie_rows import TieRow
from jurydesk.ui.pages.ties.inspector import Pair
from jurydesk.ui.pages.ties.matrix_model import TieMatrixModel
from jurydesk.ui.pages.ties.matrix_search import matching
from jurydesk.ui.pages.ties.matrix_table import TieMatrixTable
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.tie_words import STATE_LOOKS
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip, FilterChip
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import card, column, even, row
from jurydesk.ui.widgets.search_field import SearchField
from jurydesk.ui.words import pair, term

if TYPE_CHECKING:
    from jurydesk.services.tie_matrix import MatrixSubject, TieMatrix
    from jurydesk.ui.pages.page import PageContext

CHOICE_WIDTH, SEARCH_WIDTH = 320, 240
FILLED, EMPTY, NOT_FOUND = range(3)


class TieMatrixView(QWidget):
    """Candidates down, examiners across, the state in the cells.

    Signals:
        changed: another cell is under the cursor, or other cells are selected.
        opened: Enter or a double click on a cell.
        delete_pressed: Delete on cells.
    """

    changed = Signal()
    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, context: PageContext) -> None:
        """Build the table; `refresh` fills it."""
        super().__init__()
        self._context = context
        self._whole: TieMatrix | None = None
        self._subject: MatrixSubject | None = None
        self.model = TieMatrixModel(context.wording, self)
        self.table = TieMatrixTable(self.model)
        self.table.setAccessibleName(self.tr("Matrix of ties"))
        self.subject_box = ChoiceBox()
        self.subject_box.setAccessibleName(self.tr("Session or certification"))
        self.search_field = SearchField(self.tr("Candidate or examiner…"))
        self.tied_chip = FilterChip(self.tr("Only who is tied"))
        self.chips = {
            state: Chip("", STATE_LOOKS[state][1], STATE_LOOKS[state][0]) for state in TieState
        }
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Ask what a matrix can be of, then for the one in view."""
        call = partial(matrix_subjects, self._context.desk)
        self._context.runner.submit(call, done=self._on_subjects, receiver=self)

    def take_focus(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus()

    def focus_search(self) -> None:
        """Put the cursor in the search box."""
        self.search_field.setFocus()
        self.search_field.selectAll()

    def chosen_rows(self) -> tuple[TieRow, ...]:
        """Return the ties in the selected cells, with their persons."""
        matrix, blocks = self.model.matrix, self.table.blocks()
        if matrix is None:
            return ()
        return tuple(
            TieRow(
                tie,
                matrix.lines[line].candidate,
                matrix.examiners[at],
                weighs=matrix.weighs(line, at),
                candidacy_id=matrix.lines[line].candidacy.id,
            )
            for line, at in matrix.tied()
            if any(line in lines and at in columns for lines, columns in blocks)
            for tie in matrix.ties(line, at)
        )

    def place(self) -> Pair | None:
        """Return the two persons of the one cell chosen; None: none is, or several are."""
        matrix, cell = self.model.matrix, self.table.only_cell()
        if matrix is None or cell is None:
            return None
        line, at = cell
        return Pair(
            matrix.lines[line].candidate,
            matrix.examiners[at],
            matrix.ties(line, at),
            matrix.weighs(line, at),
            matrix.lines[line].candidacy.id,
        )

    def _build(self) -> None:
        layout = column(self, spacing=0)
        tools = row(spacing=Space.S, margins=(Space.XL, 0, Space.XL, Space.S))
        self.subject_box.setMaximumWidth(CHOICE_WIDTH)
        self.search_field.setMaximumWidth(SEARCH_WIDTH)
        tools.addWidget(self.subject_box, 2)
        tools.addWidget(self.search_field, 1)
        tools.addWidget(self.tied_chip)
        tools.addStretch(0)
        layout.addLayout(tools)
        legend = row(spacing=Space.S, margins=(Space.XL, 0, Space.XL, Space.M))
        for chip in self.chips.values():
            legend.addWidget(chip)
        legend.addStretch(1)
        layout.addLayout(legend)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_not_found())
        frame, inside = card(margins=even(1), spacing=0)
        inside.addWidget(self._stack)
        outer = row(margins=(Space.XL, 0, Space.XL, Space.L))
        outer.addWidget(frame)
        layout.addLayout(outer, 1)
        layout.addWidget(self._build_hints())

    def _build_hints(self) -> KeyHints:
        return KeyHints(
            (
                ("Return", self.tr("Decide")),
                ("Ctrl+Right", self.tr("To the next tie")),
                ("Ctrl+Return", self.tr("It exists")),
                ("Del", self.tr("Set aside")),
                ("Ctrl+Backspace", self.tr("Reopen")),
            )
        )

    def _build_empty(self) -> EmptyState:
        goes = self._context.navigate
        text = self.tr("A matrix needs somebody to be judged and examiners who may judge them.")
        acts = (
            Act(self.tr("To the candidates"), partial(goes, "candidates"), "people"),
            Act(self.tr("To the examiners"), partial(goes, "examiners"), "pool"),
        )
        return EmptyState("link", self.tr("Nobody faces anybody yet"), text, acts)

    def _build_not_found(self) -> EmptyState:
        clear = Act(self.tr("Show all"), self._show_everybody, "close")
        text = self.tr("Nobody here has that name or is tied.")
        return EmptyState("search", self.tr("Nothing found"), text, (clear,))

    def _connect(self) -> None:
        self.subject_box.chosen.connect(self._on_subject_chosen)
        self.search_field.search_changed.connect(self._fill)
        self.search_field.left.connect(self.table.setFocus)
        self.tied_chip.toggled.connect(self._fill)
        self.table.cell_changed.connect(self.changed)
        self.table.opened.connect(self.opened)
        self.table.delete_pressed.connect(self.delete_pressed)

    def _on_subjects(self, subjects: tuple[MatrixSubject, ...]) -> None:
        kept = {(one.is_session, one.code): one for one in subjects}
        before = self._subject
        known = kept.get((before.is_session, before.code)) if before else None
        self._subject = known or next(iter(subjects), None)
        self.subject_box.set_choices([(one, self._name(one)) for one in subjects], self._subject)
        self.subject_box.setEnabled(bool(subjects))
        self._load()

    def _load(self) -> None:
        one = self._subject
        if one is None:
            self._on_matrix(None)
            return
        read = matrix_of_session if one.is_session else matrix_of_certification
        call = partial(read, self._context.desk, code=one.code)
        self._context.runner.submit(call, done=self._on_matrix, receiver=self)

    def _on_matrix(self, matrix: TieMatrix | None) -> None:
        self._whole = matrix
        self._fill()

    def _fill(self, *_ignored: object) -> None:
        whole = self._whole
        shown = whole.only_tied() if whole is not None and self.tied_chip.isChecked() else whole
        if shown is not None:
            shown = matching(shown, self.search_field.text())
        kept = self._names_at_cursor()
        self.model.show(shown)
        self._go_back_to(kept)
        is_empty = whole is None or not (whole.lines and whole.examiners)
        has_cells = self.model.rowCount() and self.model.columnCount()
        self._stack.setCurrentIndex(FILLED if has_cells else EMPTY if is_empty else NOT_FOUND)
        for state, chip in self.chips.items():
            count = str(whole.count(state) if whole is not None else 0)
            words = pair(term(self._context.wording, "tie_state", state), count)
            chip.show_state(words, STATE_LOOKS[state][1], STATE_LOOKS[state][0])
        self.changed.emit()

    def _names_at_cursor(self) -> tuple[int, int] | None:
        matrix, index = self.model.matrix, self.table.currentIndex()
        if matrix is None or not index.isValid():
            return None
        return matrix.lines[index.row()].candidacy.id, matrix.examiners[index.column()].id

    def _go_back_to(self, kept: tuple[int, int] | None) -> None:
        """Keep the cursor on the same two persons, or put it on the first tie."""
        matrix = self.model.matrix
        if matrix is None:
            return
        paths = [line.candidacy.id for line in matrix.lines]
        judges = [one.id for one in matrix.examiners]
        if kept and kept[0] in paths and kept[1] in judges:
            self.table.go_to(paths.index(kept[0]), judges.index(kept[1]))
        elif paths and judges:
            self.table.go_to(0, 0)

    def _name(self, one: MatrixSubject) -> str:
        words = self.tr("Session {code}") if one.is_session else "{code}"
        return " · ".join(filter(None, (words.format(code=one.code), one.title)))

    def _on_subject_chosen(self, subject: MatrixSubject) -> None:
        self._subject = subject
        self._load()
        self.table.setFocus()

    def _show_everybody(self) -> None:
        self.search_field.clear()
        self.tied_chip.setChecked(False)
        self._fill()
