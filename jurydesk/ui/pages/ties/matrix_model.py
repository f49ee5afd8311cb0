"""The matrix of ties as a table: a cell is worked out when it comes into view, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from jurydesk.ui.models.row_table_model import (
    ACCESSIBLE,
    ALIGNMENT,
    DISPLAY,
    ICON_NAME,
    TONE,
    TOOLTIP,
)
from jurydesk.ui.pages.ties.columns import settled_text, tie_text
from jurydesk.ui.tie_words import STATE_LOOKS, forbids
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from jurydesk.domain.ties import Tie
    from jurydesk.services.tie_matrix import TieMatrix
    from jurydesk.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
HEAD = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | int(
    Qt.TextFlag.TextWordWrap
)


class TieMatrixModel(QAbstractTableModel):
    """Shows a `TieMatrix`: candidates down, examiners across."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._wording = wording
        self.matrix: TieMatrix | None = None

    def show(self, matrix: TieMatrix | None) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def ties_at(self, line: int, column: int) -> tuple[Tie, ...]:
        """Return the ties at one place."""
        return self.matrix.ties(line, column) if self.matrix is not None else ()

    def state_text(self, line: int, column: int) -> str:
        """Return the state in words, with how many ties there are where there are several."""
        found = self.ties_at(line, column)
        if not found:
            return ""
        words = term(self._wording, "tie_state", found[0].state)
        return f"{words} ({len(found)})" if len(found) > 1 else words

    def reason_text(self, line: int, column: int) -> str:
        """Return why: each tie with what proves it and who settled it, then what follows."""
        matrix = self.matrix
        if matrix is None or not matrix.ties(line, column):
            return ""
        names = (matrix.lines[line].candidate.full_name, matrix.examiners[column].full_name)
        parts = [" – ".join(names)]
        for tie in matrix.ties(line, column):
            state = term(self._wording, "tie_state", tie.state)
            told = (state, tie_text(tie, self._wording), settled_text(tie, self._wording))
            parts.append(" · ".join(filter(None, told)))
        follows = forbids(matrix.weighs(line, column))
        return "\n".join(filter(None, (*parts, sentence_case(follows))))

    def _head(self, section: int, *, is_candidate: bool, is_whole: bool) -> str:
        matrix = self.matrix
        if matrix is None:
            return ""
        if is_candidate:
            line = matrix.lines[section]
            route = term(self._wording, "route", line.candidacy.route)
            return f"{line.candidate.full_name}\n{route}" if is_whole else line.candidate.full_name
        one = matrix.examiners[section]
        if is_whole:
            return "\n".join(filter(None, (one.full_name, one.occupation, one.organisation)))
        return f"{one.last_name.upper()}\n{one.first_name}"

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many candidates there are."""
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.lines)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many examiners there are."""
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.examiners)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return what a cell shows; most cells show nothing."""
        line, column = index.row(), index.column()
        if role == DISPLAY:
            return self.state_text(line, column)
        if role == TOOLTIP:
            return self.reason_text(line, column)
        if role == ACCESSIBLE:
            return self.reason_text(line, column) or self._names(line, column)
        found = self.ties_at(line, column) if role in (TONE, ICON_NAME) else ()
        if found:
            name, tone = STATE_LOOKS[found[0].state]
            return tone if role == TONE else name
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the name of a person; the tooltip says more."""
        is_candidate = orientation == Qt.Orientation.Vertical
        if role == ALIGNMENT:
            return LEFT if is_candidate else HEAD
        if role in (DISPLAY, TOOLTIP):
            is_whole = role == TOOLTIP
            return self._head(section, is_candidate=is_candidate, is_whole=is_whole)
        return None

    def _names(self, line: int, column: int) -> str:
        if self.matrix is None:
            return ""
        people = (self.matrix.lines[line].candidate, self.matrix.examiners[column])
        return " – ".join(one.full_name for one in people)
