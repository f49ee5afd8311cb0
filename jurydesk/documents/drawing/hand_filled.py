"""What is filled in by hand: boxes to tick, lines to write on, whoever signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from typing_extensions import override

from jurydesk.documents.drawing import fonts, styles

if TYPE_CHECKING:
    from collections.abc import Sequence

BOX = 3.2 * mm
AFTER_BOX = 1.6 * mm
BETWEEN = 5 * mm
SIZE = 9.0
ROW = 5.6 * mm


class TickBoxes(Flowable):
    """Boxes to tick in a row, each with its word; a row that is full goes on below."""

    def __init__(self, words: Sequence[str]) -> None:
        """Keep the words."""
        super().__init__()
        self._words = words
        self._rows: list[list[str]] = []

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Put as many in a row as there is room for."""
        self._rows, used = [], availWidth
        for word in self._words:
            needed = _width(word)
            if used + needed > availWidth or not self._rows:
                self._rows.append([])
                used = 0.0
            self._rows[-1].append(word)
            used += needed + BETWEEN
        return availWidth, ROW * len(self._rows)

    def draw(self) -> None:
        """Draw each box and write its word."""
        canvas = self.canv
        canvas.setStrokeColor(styles.INK)
        canvas.setFillColor(styles.INK)
        canvas.setLineWidth(0.7)
        canvas.setFont(fonts.REGULAR, SIZE)
        for index, row in enumerate(self._rows):
            bottom = ROW * (len(self._rows) - index) - ROW + 1.2 * mm
            left = 0.0
            for word in row:
                canvas.rect(left, bottom - 0.4 * mm, BOX, BOX)
                canvas.drawString(left + BOX + AFTER_BOX, bottom, word)
                left += _width(word) + BETWEEN


def _width(word: str) -> float:
    return float(BOX + AFTER_BOX + stringWidth(word, fonts.REGULAR, SIZE))


class WritingLines(Flowable):
    """Dotted lines to write on, the first after a word where there is one."""

    def __init__(self, count: int, *, label: str = "") -> None:
        """Keep how many, and the word."""
        super().__init__()
        self._count = count
        self._label = label
        self._width = 0.0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the whole width."""
        self._width = availWidth
        return availWidth, 7 * mm * self._count

    def draw(self) -> None:
        """Draw the lines from above."""
        canvas = self.canv
        canvas.setFont(fonts.REGULAR, SIZE)
        canvas.setFillColor(styles.MUTED)
        canvas.setStrokeColor(styles.MUTED)
        canvas.setLineWidth(styles.HAIRLINE)
        after = stringWidth(self._label, fonts.REGULAR, SIZE) + 4 if self._label else 0.0
        for index in range(self._count):
            bottom = 7 * mm * (self._count - index - 1) + 1.4 * mm
            if index == 0 and self._label:
                canvas.drawString(0, bottom, self._label)
            canvas.setDash(0.6, 2.2)
            canvas.line(after if index == 0 else 0.0, bottom, self._width, bottom)
            canvas.setDash()
