"""One step of a candidacy before it is taken: its day, what it needs, and at once why not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.domain.moves import StepDraft
from jurydesk.domain.steps import StepKind
from jurydesk.domain.transitions import TRANSITIONS, Need
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import FormField, long_text_edit, text_edit
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.wording import Wording

WIDTH = 460
PAUSE_MILLISECONDS = 150


class StepDialog(QDialog):
    """Collects a `StepDraft`; whoever opened it says whether the step may be taken.

    Signals:
        drafted: what stands there now, to be checked; nothing is stored.
        submitted: the draft.
    """

    drafted = Signal(object)
    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        kind: StepKind,
        *,
        today: date,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for what the step needs; `name` is the person whom it concerns."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wording = wording
        self._kind = kind
        line = TRANSITIONS.get(kind)
        self._needs = line.needs if line else frozenset({Need.REASON})
        self._is_legal = line is None or line.is_legal_act
        self.day_field = DateField(wording, today)
        self.reason_edit = long_text_edit()
        self.detail_edit = text_edit()
        self.problem_label = label("", tone="danger", wraps=True)
        self._problem_icon = IconLabel("blocked", "danger")
        self.take_button = QPushButton(term(wording, "step", kind))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self.setWindowTitle(term(wording, "step", kind))
        self.setMinimumWidth(WIDTH)
        self._build(name)
        self._connect()
        self.show_refusal("")

    def draft(self) -> StepDraft | None:
        """Return the step as filled in; None while its day cannot be read."""
        day = self.day_field.day()
        if day is None:
            return None
        reason = self.reason_edit.toPlainText().strip()
        return StepDraft(self._kind, day, reason, self.detail_edit.text().strip())

    def show_refusal(self, text: str) -> None:
        """Say why the step may not be taken as it stands; empty: it may."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))
        self._problem_icon.setVisible(bool(text))

    def _build(self, name: str) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(term(self._wording, "step", self._kind), "heading", wraps=True))
        outer.addWidget(label(name, tone="muted"))
        if self._is_legal:
            words = self.tr(
                "This act binds the certifying body: it is not undone, it is revoked with a reason."
            )
            outer.addWidget(label(words, "caption", tone="warning", wraps=True))
        if self._kind is not StepKind.REVOKED:
            outer.addWidget(FormField(self.tr("Day"), self.day_field, needed=True))
        for field in self._word_fields():
            outer.addWidget(field)
        problem = row(spacing=Space.S)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self.problem_label, 1)
        outer.addLayout(problem)
        buttons = QDialogButtonBox()
        self.take_button.setProperty("manner", "primary")
        self.take_button.setDefault(True)
        buttons.addButton(self.take_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    def _word_fields(self) -> Iterator[FormField]:
        if {Need.DETAIL, Need.MARK} & self._needs:
            yield FormField(self._detail_words(), self.detail_edit, needed=True)
        if Need.REASON in self._needs or self._is_legal:
            needed = Need.REASON in self._needs
            yield FormField(self.tr("Reason"), self.reason_edit, needed=needed)

    def _detail_words(self) -> str:
        if Need.MARK in self._needs:
            return self.tr("Mark out of 20")
        return {
            StepKind.FILE_INCOMPLETE: self.tr("What is missing"),
            StepKind.VALIDATION_RETURNED: self.tr("What is missing"),
            StepKind.ENTRANCE_MET: self.tr("On what evidence"),
        }.get(self._kind, self.tr("What the candidate did"))

    def _connect(self) -> None:
        self.day_field.textEdited.connect(self._pause.start)
        self.day_field.day_changed.connect(self._pause.start)
        self.detail_edit.textEdited.connect(self._pause.start)
        self.reason_edit.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._on_paused)

    def _on_paused(self) -> None:
        draft = self.draft()
        if draft is None:
            self.show_refusal(self.tr("Not a date. Write it as 04/12/2026."))
        else:
            self.drafted.emit(draft)

    def _submit(self) -> None:
        draft = self.draft()
        if draft is None:
            self._on_paused()
        else:
            self.submitted.emit(draft)
