"""One block of one candidate: two large targets, and the three texts of a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.deliberation import Outcome, Result
from jurydesk.ui.pages.deliberation.note_edit import NoteEdit
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.labels import ElidedLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDTH_FOR_BOTH = 620
WIDTH_FOR_TEXTS = 560
"""From here on the three texts stand side by side."""


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
        changed: another outcome, or other words in one of the texts.
    """

    changed = Signal()

    def __init__(self, block: BlockView, *, is_locked: bool) -> None:
        """Show the block; `is_locked` once the deliberation is closed."""
        super().__init__()
        self.block = block
        self._is_open = True
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{block.number}. {block.title}")
        self.acquired_button = self._target(self.tr("Acquired"), "check")
        self.refused_button = self._target(self.tr("Refused"), "close")
        self.reason_edit = NoteEdit(self.tr("What was missing"), lines=2)
        self.evidence_edit = NoteEdit(self.tr("On what evidence"), lines=2)
        self.advice_edit = NoteEdit(self.tr("What is advised"), lines=2)
        self.summary_label = ElidedLabel("", "caption", "muted")
        self._is_locked = is_locked
        self._build()
        self.show_block(block)

    @property
    def texts(self) -> tuple[NoteEdit, NoteEdit, NoteEdit]:
        """Return the three texts in the order of Tab."""
        return self.reason_edit, self.evidence_edit, self.advice_edit

    def show_block(self, block: BlockView) -> None:
        """Show the same block of another candidate, or with another result."""
        self.block = block
        for button in (self.acquired_button, self.refused_button):
            button.setVisible(not block.acquired_before)
        self._before_label.setVisible(block.acquired_before)
        self._is_open = True
        self._show_result(block.result)

    def result(self) -> Result | None:
        """Return the result as it stands; None while nothing was decided."""
        if self.acquired_button.isChecked():
            return Result(self.block.code, Outcome.ACQUIRED)
        if self.refused_button.isChecked():
            return Result(self.block.code, Outcome.REFUSED, *(one.note() for one in self.texts))
        return None

    def decide(self, outcome: Outcome) -> None:
        """Decide, as by a click."""
        button = self.acquired_button if outcome is Outcome.ACQUIRED else self.refused_button
        if button.isEnabled() and button.isVisibleTo(self) and not button.isChecked():
            button.click()

    def flush(self) -> None:
        """Say at once what is still being typed."""
        for one in self.texts:
            one.flush()

    def show_texts(self, *, is_open: bool) -> None:
        """Open the three texts of a refusal, or show the first line of the reason only."""
        self._is_open = is_open
        is_refused = self.refused_button.isChecked()
        self._texts.setVisible(is_refused and is_open)
        self.summary_label.set_full_text(self.reason_edit.note().replace("\n", " "))
        self.summary_label.setVisible(is_refused and not is_open)

    def _target(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(name))
        button.setCheckable(True)
        press_by_enter(button)
        button.setProperty("target", "large")
        button.setAccessibleName(f"{text} : {self.block.title}")
        return button

    def _build(self) -> None:
        layout = column(self, spacing=Space.S, margins=(Space.L, Space.S, Space.L, Space.S))
        self._line = row(spacing=Space.M)
        head = row(spacing=Space.M)
        head.addWidget(label(str(self.block.number), "heading", tone="muted"))
        head.addWidget(label(self.block.title, "strong", wraps=True), 1)
        self._before_label = label(self.tr("acquired before"), tone="success")
        head.addWidget(self._before_label)
        targets = row(spacing=Space.M)
        for button in (self.acquired_button, self.refused_button):
            button.setEnabled(not self._is_locked)
            targets.addWidget(button)
        self._line.addLayout(head, 1)
        self._line.addLayout(targets)
        layout.addLayout(self._line)
        layout.addWidget(self.summary_label)
        layout.addWidget(self._build_texts())
        self.acquired_button.clicked.connect(self._on_acquired)
        self.refused_button.clicked.connect(self._on_refused)

    def _build_texts(self) -> QWidget:
        self._texts = QWidget()
        self._texts_layout = row(self._texts, spacing=Space.M)
        for edit in self.texts:
            part = column(spacing=Space.XS)
            name = label(edit.accessibleName(), "caption", tone="muted")
            name.setBuddy(edit)
            part.addWidget(name)
            part.addWidget(edit)
            self._texts_layout.addLayout(part, 1)
            edit.settled.connect(self.changed)
        return self._texts

    def _show_result(self, result: Result | None) -> None:
        words = (result.reason, result.evidence, result.advice) if result else ("", "", "")
        for edit, text in zip(self.texts, words, strict=True):
            edit.show_note(text, is_locked=self._is_locked)
        self._show_outcome(result.outcome if result else None)

    def _show_outcome(self, outcome: Outcome | None) -> None:
        self.acquired_button.setChecked(outcome is Outcome.ACQUIRED)
        self.refused_button.setChecked(outcome is Outcome.REFUSED)
        set_tone(self.acquired_button, "good" if outcome is Outcome.ACQUIRED else "", "verdict")
        set_tone(self.refused_button, "bad" if outcome is Outcome.REFUSED else "", "verdict")
        self.show_texts(is_open=self._is_open)

    def _on_acquired(self) -> None:
        self._show_outcome(Outcome.ACQUIRED)
        self.changed.emit()

    def _on_refused(self) -> None:
        self._is_open = True
        self._show_outcome(Outcome.REFUSED)
        self.reason_edit.setFocus()
        self.changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put beneath one another what does not fit side by side."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= WIDTH_FOR_BOTH
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        beside = self.width() >= WIDTH_FOR_TEXTS
        self._texts_layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
