"""What was found of one entry condition in one file: met, not met or waived, why and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.domain.entry_conditions import Answer
from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import FormField, long_text_edit, text_edit
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.widgets.switches import SegmentedControl
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.domain.entry_conditions import ConditionLine
    from jurydesk.wording import Wording

WIDTH = 520


class SettleDialog(QDialog):
    """Collects what `services.entry_conditions.settle_condition` is given.

    Signals:
        submitted: the answer (None: open again), what was told, who answers for it.
    """

    submitted = Signal(object, str, str)

    def __init__(
        self,
        wording: Wording,
        line: ConditionLine,
        *,
        name: str,
        actor: str,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about one condition; `name`: whom it concerns, `actor`: who works here."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Entry condition"))
        self.setMinimumWidth(WIDTH)
        self._wording = wording
        found = line.answer
        choices: list[tuple[object, str]] = [(one, self._words(one)) for one in Answer]
        if found is not None:
            choices.append((None, term(wording, "condition_answer", "OPEN")))
        self.answer_control = SegmentedControl(choices, found.answer if found else Answer.MET)
        for button in self.answer_control.findChildren(QPushButton):
            # Enter records: it does not press the answer that had the focus before
            button.setAutoDefault(False)
        self.told_edit = long_text_edit(found.told if found else "", 2)
        self.by_edit = text_edit(found.by if found else actor)
        self.problem_label = label("", tone="danger", wraps=True)
        self._problem_icon = IconLabel("blocked", "danger")
        self.save_button = QPushButton(self.tr("Record"))
        self._told = FormField(self.tr("Reason"), self.told_edit)
        self._by = FormField(self.tr("Who answers for it"), self.by_edit)
        self._build(line.condition.wording, name)
        self.answer_control.chosen.connect(self._show_answer)
        self._show_answer()
        self.show_problem("")

    def answer(self) -> Answer | None:
        """Return what is chosen; None: it is to be settled again."""
        value = self.answer_control.value()
        return value if isinstance(value, Answer) else None

    def show_failure(self, error: Exception) -> None:
        """Say what is wrong; what was typed stays."""
        text = str(error)
        if isinstance(error, JurydeskError):
            text = self._wording.text(error.code, **error.figures)
        self.show_problem(text)

    def show_problem(self, text: str) -> None:
        """Say why it cannot be recorded; empty: it can."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))
        self._problem_icon.setVisible(bool(text))

    def _words(self, answer: Answer) -> str:
        return term(self._wording, "condition_answer", answer)

    def _build(self, condition: str, name: str) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(condition, "heading", wraps=True))
        outer.addWidget(label(name, tone="muted"))
        outer.addWidget(FormField(self.tr("What was found"), self.answer_control))
        outer.addWidget(self._told)
        outer.addWidget(self._by)
        problem = row(spacing=Space.S)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self.problem_label, 1)
        outer.addLayout(problem)
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    def _show_answer(self, *_ignored: object) -> None:
        """Ask for what the answer needs, and no more."""
        answer = self.answer()
        needs = answer is not None and answer.needs_reason
        self._told.label.setText(self.tr("Reason") if needs else self.tr("On what evidence"))
        hint = self.tr("Kept in the file and shown to whoever opens it.") if needs else ""
        self._told.set_hint(hint)
        self._told.setVisible(answer is not None)
        self._by.setVisible(answer is not None)
        self.show_problem("")

    def _submit(self) -> None:
        told = self.told_edit.toPlainText().strip()
        self.submitted.emit(self.answer(), told, self.by_edit.text().strip())
