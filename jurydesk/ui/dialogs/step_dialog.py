"""One step of a candidacy before it is taken: its day, what it needs, and at once why not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.moves import StepDraft
from jurydesk.domain.steps import StepKind
from jurydesk.domain.transitions import TRANSITIONS, Need
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, long_text_edit, text_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.wording import Wording

WIDTH = 460
PAUSE_MILLISECONDS = 150


class StepDialog(AskDialog):
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
        kinds: tuple[StepKind, ...],
        *,
        today: date,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for what the step needs; `name`: whom it concerns. Of several kinds one is chosen."""
        super().__init__(wording, parent, width=WIDTH)
        names: list[tuple[object, str]] = [(kind, term(wording, "step", kind)) for kind in kinds]
        self.kind_box = ChoiceBox(names)
        self.day_field = DateField(wording, today)
        self.reason_edit = long_text_edit()
        self.detail_edit = text_edit()
        self._title = label("", "heading", wraps=True)
        self._legal = label(self._legal_words(), "caption", tone="warning", wraps=True)
        self._detail = FormField(self.tr("What the candidate did"), self.detail_edit, needed=True)
        self._reason = FormField(self.tr("Reason"), self.reason_edit)
        self.take_button = QPushButton()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._build(name)
        self._connect()
        self._show_kind()
        self.day_field.setFocus()
        self.day_field.selectAll()

    def kind(self) -> StepKind:
        """Return the step that is meant."""
        return StepKind(str(self.kind_box.value()))

    def choose(self, kind: StepKind) -> None:
        """Mean another of the steps offered."""
        self.kind_box.set_value(kind)
        self._show_kind()

    def draft(self) -> StepDraft | None:
        """Return the step as filled in; None while its day cannot be read."""
        day = self.day_field.day()
        if day is None:
            return None
        reason = self.reason_edit.toPlainText().strip()
        return StepDraft(self.kind(), day, reason, self.detail_edit.text().strip())

    def _build(self, name: str) -> None:
        self.outer.addWidget(self._title)
        self.outer.addWidget(label(name, tone="muted"))
        self.outer.addWidget(self._legal)
        if self.kind_box.count() > 1:
            self.outer.addWidget(FormField(self.tr("Act"), self.kind_box))
        self._day = FormField(self.tr("Day"), self.day_field, needed=True)
        for field in (self._day, self._detail, self._reason):
            self.outer.addWidget(field)
        self.add_problem()
        self.add_buttons(self.take_button, self._submit)

    def _show_kind(self, *_ignored: object) -> None:
        """Ask for what the chosen step needs, and no more."""
        kind = self.kind()
        line = TRANSITIONS.get(kind)
        needs = line.needs if line else frozenset({Need.REASON})
        is_legal = line is None or line.is_legal_act
        words = term(self.wording, "step", kind)
        self.setWindowTitle(words)
        self._title.setText(words)
        self.take_button.setText(words)
        self._legal.setVisible(is_legal)
        self._day.setVisible(kind is not StepKind.REVOKED)
        self._detail.setVisible(bool({Need.DETAIL, Need.MARK} & needs))
        self._detail.label.setText(self._detail_words(kind, needs))
        self._reason.setVisible(Need.REASON in needs or is_legal)
        hint = "" if Need.REASON in needs else self.tr("Not needed; kept in the history.")
        self._reason.set_hint(hint)

    def _legal_words(self) -> str:
        return self.tr(
            "This act binds the certifying body: it is not undone, it is revoked with a reason."
        )

    def _detail_words(self, kind: StepKind, needs: frozenset[Need]) -> str:
        if Need.MARK in needs:
            return self.tr("Mark out of 20")
        return {
            StepKind.FILE_INCOMPLETE: self.tr("What is missing"),
            StepKind.VALIDATION_RETURNED: self.tr("What is missing"),
            StepKind.ENTRANCE_MET: self.tr("On what evidence"),
        }.get(kind, self.tr("What the candidate did"))

    def _connect(self) -> None:
        self.kind_box.chosen.connect(self._show_kind)
        self.kind_box.chosen.connect(self._pause.start)
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
