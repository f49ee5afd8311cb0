"""Entry conditions of the sheet, in the candidate's path: what was found of each, by whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from jurydesk.domain.entry_conditions import Answer
from jurydesk.finding_text import term
from jurydesk.services.entry_conditions import reopen_condition, settle_condition
from jurydesk.ui.dialogs.settle_dialog import SettleDialog
from jurydesk.ui.theme.scale import ICON, Space
from jurydesk.ui.widgets.acts import Act, act_button, shortcut_text
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import clear, column, even, row
from jurydesk.ui.words import short_day

if TYPE_CHECKING:
    from jurydesk.domain.entry_conditions import ConditionGroup, ConditionLine
    from jurydesk.services.journeys import JourneyView
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.acts import Manner

KEY = "Ctrl+R"
LOOKS: dict[Answer | None, tuple[str, Tone]] = {
    Answer.MET: ("check-circle", "success"),
    Answer.WAIVED: ("check-circle", "success"),
    Answer.NOT_MET: ("blocked", "danger"),
    None: ("half", "accent"),
}
SPARED: tuple[str, Tone] = ("circle", "muted")


class ConditionsCard(QFrame):
    """The conditions one under the other; Ctrl+R settles the next one that is open."""

    def __init__(self, context: PageContext) -> None:
        """Start without a candidacy."""
        super().__init__()
        self._context = context
        self._candidacy_id = 0
        self._name = ""
        self._next: ConditionLine | None = None
        self.dialog: SettleDialog | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.setProperty("card", "true")
        self._layout = column(self, spacing=Space.M, margins=even(Space.L))
        shortcut = QShortcut(QKeySequence(KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.settle_next)

    def show_view(self, view: JourneyView, *, name: str) -> None:
        """Show how the conditions stand for one candidacy; hidden where the sheet sets none."""
        self._candidacy_id, self._name = view.candidacy.id, name
        lines = [line for group in view.conditions for line in group.lines if not group.lets_in]
        unanswered = (line for line in lines if line.answer is None)
        self._next = next(unanswered, next(iter(lines), None))
        self.buttons = {}
        clear(self._layout)
        self._layout.addWidget(label(self.tr("Entry conditions"), "heading"))
        for group in view.conditions:
            self._layout.addWidget(self._build_group(group))
        self.setVisible(bool(view.conditions))

    def settle_next(self) -> None:
        """Settle the first condition that keeps the person out."""
        if self._next is not None:
            self.settle(self._next)

    def settle(self, line: ConditionLine) -> None:
        """Ask what was found of one condition."""
        desk = self._context.desk
        self.dialog = SettleDialog(
            self._context.wording, line, name=self._name, actor=desk.actor, parent=self
        )
        self.dialog.submitted.connect(partial(self._on_submitted, line.condition.code))
        self.dialog.open()

    def _on_submitted(self, condition: str, answer: Answer | None, told: str, by: str) -> None:
        desk, dialog, ids = self._context.desk, self.dialog, (self._candidacy_id,)
        if dialog is None:
            return
        if answer is None:
            call = partial(reopen_condition, desk, candidacy_ids=ids, condition=condition)
        else:
            call = partial(
                settle_condition,
                desk,
                candidacy_ids=ids,
                condition=condition,
                answer=answer,
                told=told,
                by=by,
            )
        self._context.operations.perform(
            call, done=lambda _: dialog.accept(), failed=dialog.show_failure
        )

    def _build_group(self, group: ConditionGroup) -> QWidget:
        holder = QWidget()
        layout = column(holder, spacing=Space.S)
        for at, line in enumerate(group.lines):
            if at:
                between = row(margins=(ICON + Space.M, 0, 0, 0))
                between.addWidget(label(self.tr("or"), "caption", tone="muted"))
                layout.addLayout(between)
            layout.addWidget(self._build_line(line, is_spared=group.is_spared(line)))
        return holder

    def _build_line(self, line: ConditionLine, *, is_spared: bool) -> QWidget:
        answer = line.answer.answer if line.answer else None
        name, tone = SPARED if is_spared and answer is None else LOOKS[answer]
        holder = QWidget()
        told = self._told(line, is_spared=is_spared)
        holder.setAccessibleName(f"{line.condition.wording}, {told}")
        layout = row(holder, spacing=Space.M)
        layout.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        is_open = answer is None and not is_spared
        words.addWidget(label(line.condition.wording, "strong" if is_open else "body", wraps=True))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        layout.addLayout(words, 1)
        layout.addWidget(self._build_button(line, is_open=is_open), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _build_button(self, line: ConditionLine, *, is_open: bool) -> QPushButton:
        text = self.tr("Settle…") if is_open else self.tr("Change…")
        manner: Manner = "plain" if is_open else "quiet"
        button = act_button(Act(text, partial(self.settle, line), manner=manner))
        button.setAccessibleName(f"{text} {line.condition.wording}")
        if line is self._next:
            button.setToolTip(shortcut_text(KEY))
        self.buttons[line.condition.code] = button
        return button

    def _told(self, line: ConditionLine, *, is_spared: bool) -> str:
        wording, found = self._context.wording, line.answer
        state = term("condition_answer", found.answer if found else "OPEN", wording)
        if found is None:
            return self.tr("not needed: another one is enough") if is_spared else state
        signed = self.tr("by {name} on {day}").format(
            name=found.by, day=short_day(wording, found.on)
        )
        return " · ".join(part for part in (state, found.told, signed) if part)
