"""The blocks of one candidate: acquired or refused with large targets, and why where refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from jurydesk.ui.pages.deliberation.block_row import BlockRow, BlockView
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.layouts import clear, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.deliberation import Result

__all__ = ["BlockRow", "BlockView", "BlocksPanel"]


class BlocksPanel(QWidget):
    """All blocks of one candidate.

    Signals:
        changed: a result or a text is different now.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start without a candidate."""
        super().__init__()
        self.rows: tuple[BlockRow, ...] = ()
        self._is_terse = False
        self._is_locked = False
        self._layout = column(self, spacing=Space.S)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_blocks(self, blocks: Sequence[BlockView], *, is_locked: bool) -> None:
        """Show these blocks; rows of the same ones stay and show the other candidate."""
        same = [_frame(one.block) for one in self.rows] == [_frame(one) for one in blocks]
        if same and is_locked == self._is_locked:
            for one, block in zip(self.rows, blocks, strict=True):
                one.show_block(block)
        else:
            clear(self._layout)
            self._is_locked = is_locked
            self.rows = tuple(BlockRow(block, is_locked=is_locked) for block in blocks)
            for one in self.rows:
                one.changed.connect(self.changed)
                self._layout.addWidget(one)
        self._show_texts()

    def set_terse(self, *, is_terse: bool) -> None:
        """Show the texts of the block in hand only, or those of every refused block."""
        self._is_terse = is_terse
        self._show_texts()

    def results(self) -> tuple[Result, ...]:
        """Return the results as they stand."""
        found = (one.result() for one in self.rows if not one.block.acquired_before)
        return tuple(result for result in found if result is not None)

    def current(self) -> BlockRow | None:
        """Return the block that has the focus, or the first that has no result yet."""
        waiting = [one for one in self.rows if one.result() is None]
        return self._in_hand() or next(iter(waiting), None)

    def go_to(self, number: int) -> None:
        """Put the focus on a block by its number."""
        for one in self.rows:
            if one.block.number == number:
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Go to the next block or back, also from within a text."""
        here = self._in_hand()
        at = self.rows.index(here) + by if here in self.rows else 0
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Say at once what is still being typed."""
        for one in self.rows:
            one.flush()

    def _in_hand(self) -> BlockRow | None:
        focused: QWidget | None = self.window().focusWidget()
        if focused is None:
            return None
        found = (one for one in self.rows if one is focused or one.isAncestorOf(focused))
        return next(found, None)

    def _show_texts(self) -> None:
        here = self._in_hand()
        for one in self.rows:
            one.show_texts(is_open=not self._is_terse or one is here)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Somewhere else in the window, the block that was in hand stays open
        if self._is_terse and new is not None and self.isAncestorOf(new):
            self._show_texts()


def _frame(block: BlockView) -> tuple[str, int, str]:
    return block.code, block.number, block.title
