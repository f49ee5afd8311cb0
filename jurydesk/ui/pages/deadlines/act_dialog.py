"""The dialog of the act that stops a clock: which one, on which day, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.domain.clock_steps import NEEDS_REASON
from jurydesk.domain.clocks import TERMS
from jurydesk.domain.steps import LEGAL_ACTS, StepKind
from jurydesk.services.deadline_export import act_text
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, long_text_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even
from jurydesk.ui.words import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.services.deadlines import Deadline
    from jurydesk.wording import Wording

WIDTH = 460
MOST_NAMES = 3


class ActDialog(QDialog):
    """Asks for what a legal act needs; nothing is done before it is confirmed.

    Signals:
        confirmed: kind of the step, its day, the reason or remark.
    """

    confirmed = Signal(str, object, str)

    def __init__(
        self,
        wording: Wording,
        clocks: Sequence[Deadline],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the acts that stop these clocks, today, without a reason yet."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wording = wording
        self._today = today
        one = clocks[0]
        acts = one.clock.acts
        self.setWindowTitle(sentence_case(act_text(one, wording)))
        self.setMinimumWidth(WIDTH)
        choices = [(act, sentence_case(self._name(act))) for act in acts]
        self.kind_box = ChoiceBox(choices)
        self.day_field = DateField(wording, today)
        self.reason_edit = long_text_edit()
        self.confirm_button = QPushButton(self.tr("Confirm"))
        self._build(clocks, needs_choice=len(acts) > 1)

    def _build(self, clocks: Sequence[Deadline], *, needs_choice: bool) -> None:
        one = clocks[0]
        layout = column(self, spacing=Space.M, margins=even(Space.XL))
        layout.addWidget(label(_people(clocks), "heading", wraps=True))
        rule = self._wording.text(f"DEADLINE-RULE-{one.clock.kind}")
        layout.addWidget(label(f"{rule} ({one.article})", tone="muted", wraps=True))
        if needs_choice:
            layout.addWidget(FormField(self.tr("Act"), self.kind_box))
        self._day = FormField(self.tr("Done on"), self.day_field, needed=True)
        self._reason = FormField(self.tr("Reason or remark"), self.reason_edit)
        layout.addWidget(self._day)
        layout.addWidget(self._reason)
        if any(act in LEGAL_ACTS for act in one.clock.acts):
            text = self.tr("A legal act is never undone: it is revoked, with a reason.")
            layout.addWidget(label(text, "caption", tone="muted", wraps=True))
        buttons = QDialogButtonBox()
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.addButton(self.confirm_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm_button.setProperty("manner", "primary")
        self.confirm_button.setDefault(True)
        buttons.accepted.connect(self.confirm)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.day_field.setFocus()
        self.day_field.selectAll()

    def kind(self) -> StepKind:
        """Return the act that is chosen."""
        return StepKind(str(self.kind_box.value()))

    def confirm(self) -> None:
        """Check what was entered; if it is in order, tell it and close."""
        day, reason = self.day_field.day(), self.reason_edit.toPlainText().strip()
        self._day.set_error(self._day_error(day))
        needed = self.kind() in NEEDS_REASON and not reason
        self._reason.set_error(self.tr("Say why: the reason is kept.") if needed else "")
        if day is None or self._day.error() or needed:
            return
        self.confirmed.emit(self.kind(), day, reason)
        self.accept()

    def _day_error(self, day: date | None) -> str:
        if day is None:
            return self.tr("Enter a day, such as 14/12/2026.")
        return self.tr("This day has not come yet.") if day > self._today else ""

    def _name(self, act: StepKind) -> str:
        return self._wording.text(f"DEADLINE-STEP-{act}")


def _people(clocks: Sequence[Deadline]) -> str:
    names = list(dict.fromkeys(one.person for one in clocks))
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = translate("Deadlines", "{names} and {count} more")
    return more.format(names=", ".join(names[:MOST_NAMES]), count=len(names) - MOST_NAMES)


def stops_at_once(one: Deadline) -> bool:
    """Tell whether the act is a plain acknowledgement: taken at once, with Undo."""
    terms = TERMS[one.clock.kind]
    return one.act is not None and terms.stops == (one.act,) and one.act not in LEGAL_ACTS
