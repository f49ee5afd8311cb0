"""The blocks of one candidate: acquired or refused with large targets, and why where refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.deliberation import Outcome, Result
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.form_fields import long_text_edit
from jurydesk.ui.widgets.labels import label, set_tone
from jurydesk.ui.widgets.layouts import clear, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

TYPING_PAUSE = 500
WIDTH_FOR_BOTH = 620


@dataclass(frozen=True)
class BlockView:
    """One block to judge, as the room shows it."""

    code: str
    number: int
    title: str
    result: Result | None = None
    acquired_before: bool = False


class BlockRow(QFrame):
    """One block. A and R decide while it has the focus.

    Signals:
        changed: another outcome, or other words for the reason.
    """

    changed = Signal()

    def __init__(self, block: BlockView, *, is_locked: bool) -> None:
        """Show the block; `is_locked` once the deliberation is closed."""
        super().__init__()
        self.block = block
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{block.number}. {block.title}")
        self.acquired_button = self._target(self.tr("Acquired"), "check")
        self.refused_button = self._target(self.tr("Refused"), "close")
        self.reason_edit = long_text_edit(block.result.reason if block.result else "", 3)
        self.reason_edit.setPlaceholderText(
            self.tr("What was missing, on what evidence, what is advised")
        )
        self.reason_edit.setAccessibleName(self.tr("Reason of the refusal"))
        self.reason_edit.setReadOnly(is_locked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._build(is_locked=is_locked)
        self._show_outcome(block.result.outcome if block.result else None)
        self._pause.timeout.connect(self.changed)
        self.reason_edit.textChanged.connect(self._pause.start)

    def result(self) -> Result | None:
        """Return the result as it stands; None while nothing was decided."""
        if self.acquired_button.isChecked():
            return Result(self.block.code, Outcome.ACQUIRED)
        if self.refused_button.isChecked():
            reason = self.reason_edit.toPlainText().strip()
            return Result(self.block.code, Outcome.REFUSED, reason)
        return None

    def decide(self, outcome: Outcome) -> None:
        """Decide, as by a click."""
        button = self.acquired_button if outcome is Outcome.ACQUIRED else self.refused_button
        if button.isEnabled() and not button.isChecked():
            button.click()

    def flush(self) -> None:
        """Say at once what is still being typed."""
        if self._pause.isActive():
            self._pause.stop()
            self.changed.emit()

    def _target(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(name))
        button.setCheckable(True)
        press_by_enter(button)
        button.setProperty("target", "large")
        button.setAccessibleName(f"{text} : {self.block.title}")
        return button

    def _build(self, *, is_locked: bool) -> None:
        layout = column(self, spacing=Space.S, margins=(Space.L, Space.M, Space.L, Space.M))
        self._line = row(spacing=Space.M)
        head = row(spacing=Space.M)
        number = label(str(self.block.number), "heading", tone="muted")
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(self.block.title, "strong", wraps=True), 1)
        if self.block.acquired_before:
            head.addWidget(label(self.tr("acquired before"), tone="success"))
        targets = row(spacing=Space.M)
        for button in (self.acquired_button, self.refused_button):
            button.setEnabled(not is_locked)
            button.setVisible(not self.block.acquired_before)
            targets.addWidget(button)
        self._line.addLayout(head, 1)
        self._line.addLayout(targets)
        layout.addLayout(self._line)
        layout.addWidget(self.reason_edit)
        self.acquired_button.clicked.connect(self._on_acquired)
        self.refused_button.clicked.connect(self._on_refused)

    def _show_outcome(self, outcome: Outcome | None) -> None:
        self.acquired_button.setChecked(outcome is Outcome.ACQUIRED)
        self.refused_button.setChecked(outcome is Outcome.REFUSED)
        set_tone(self.acquired_button, "good" if outcome is Outcome.ACQUIRED else "", "verdict")
        set_tone(self.refused_button, "bad" if outcome is Outcome.REFUSED else "", "verdict")
        self.reason_edit.setVisible(outcome is Outcome.REFUSED)

    def _on_acquired(self) -> None:
        self._show_outcome(Outcome.ACQUIRED)
        self.changed.emit()

    def _on_refused(self) -> None:
        self._show_outcome(Outcome.REFUSED)
        self.reason_edit.setFocus()
        self.changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the targets beneath the title where both do not fit side by side."""
        super().resizeEvent(event)
        beside = self.width() >= WIDTH_FOR_BOTH
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


class BlocksPanel(QWidget):
    """All blocks of one candidate.

    Signals:
        changed: a result or a reason is different now.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start without a candidate."""
        super().__init__()
        self.rows: tuple[BlockRow, ...] = ()
        self._layout = column(self, spacing=Space.S)

    def show_blocks(self, blocks: Sequence[BlockView], *, is_locked: bool) -> None:
        """Show these blocks."""
        clear(self._layout)
        self.rows = tuple(BlockRow(block, is_locked=is_locked) for block in blocks)
        for one in self.rows:
            one.changed.connect(self.changed)
            self._layout.addWidget(one)

    def results(self) -> tuple[Result, ...]:
        """Return the results as they stand."""
        found = (one.result() for one in self.rows if not one.block.acquired_before)
        return tuple(result for result in found if result is not None)

    def current(self) -> BlockRow | None:
        """Return the block that has the focus, or the first that has no result yet."""
        focused = [one for one in self.rows if one.hasFocus() or one.isAncestorOf(self._focus())]
        waiting = [one for one in self.rows if one.result() is None]
        return next(iter(focused or waiting), None)

    def go_to(self, number: int) -> None:
        """Put the focus on a block by its number."""
        for one in self.rows:
            if one.block.number == number:
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Say at once what is still being typed."""
        for one in self.rows:
            one.flush()

    def _focus(self) -> QWidget:
        focused: QWidget | None = self.window().focusWidget()
        return self if focused is None else focused
