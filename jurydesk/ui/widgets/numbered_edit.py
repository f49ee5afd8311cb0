"""An editor of a longer text with the numbers of its lines; lines with a problem are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent


class NumberedEdit(QPlainTextEdit):
    """Tab goes on to the next field, as everywhere in the window."""

    def __init__(self, spoken: str) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName(spoken)
        self.setTabChangesFocus(True)
        self._marked: frozenset[int] = frozenset()
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._on_blocks_changed)
        self.updateRequest.connect(self._on_update_requested)
        self._on_blocks_changed(1)

    def mark_lines(self, lines: Iterable[int]) -> None:
        """Mark these lines, counted from 1, and no others."""
        self._marked = frozenset(lines)
        ground = QColor(current_tokens().danger_soft)
        selections = []
        for line in sorted(self._marked):
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                selection = QTextEdit.ExtraSelection()
                selection.format.setBackground(ground)
                selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                selection.cursor = QTextCursor(block)
                selections.append(selection)
        self.setExtraSelections(selections)
        self._numbers.update()

    def marked_lines(self) -> frozenset[int]:
        """Return the lines that are marked."""
        return self._marked

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line, counted from 1."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
        self.setFocus()

    def numbers_width(self) -> int:
        """Return how much room the numbers take."""
        digits = len(str(max(1, self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * max(2, digits) + 2 * Space.S

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Write the number of each line in view beside it."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            if block.isVisible():
                self._paint_number(painter, block.blockNumber() + 1, top)
            block, top = block.next(), top + height
        painter.end()

    def _paint_number(self, painter: QPainter, line: int, top: float) -> None:
        ink = current_tokens().ink("danger" if line in self._marked else "muted")
        painter.setPen(QColor(ink))
        place = QRect(0, round(top), self._numbers.width() - Space.S, self.fontMetrics().height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(line))

    def _on_blocks_changed(self, _count: int) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _on_update_requested(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self._numbers.scroll(0, scrolled)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the left of the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.numbers_width(), inside.height())
        )


class _Numbers(QWidget):
    """The column of the numbers."""

    def __init__(self, edit: NumberedEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._edit.numbers_width(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._edit.paint_numbers(event)
