"""The checklist before a deliberation is closed: each line leads to where it is settled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from jurydesk.finding_text import finding_text
from jurydesk.services.closing_checklist import LineState
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import card, column, row

if TYPE_CHECKING:
    from jurydesk.services.closing_checklist import ChecklistLine, ClosingChecklist, FixTarget
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

WIDTH = 620
HEIGHT = 220
SHOWN = 3
"""Findings said in full under a line; the rest is counted."""
_LOOKS: dict[LineState, tuple[str, Tone]] = {
    LineState.DONE: ("check-circle", "success"),
    LineState.TO_DO: ("blocked", "danger"),
    LineState.TO_KNOW: ("info", "muted"),
}


class ClosingDialog(AskDialog):
    """Shows every line with its state; it closes the deliberation only when nothing blocks.

    Signals:
        fix_requested: the `FixTarget` of the line to be settled; the dialog is closed then.
        close_requested: the deliberation is to be closed. Whoever opened it does that, through
            `operations.asked.perform_asked`, so that a refusal is said here.
    """

    fix_requested = Signal(object)
    close_requested = Signal()

    def __init__(
        self, wording: Wording, checklist: ClosingChecklist, parent: QWidget | None = None
    ) -> None:
        """Show the checklist of one session."""
        super().__init__(wording, parent, width=WIDTH)
        self.checklist = checklist
        self.lines: list[QFrame] = []
        self.fix_buttons: list[QPushButton] = []
        self.close_button = QPushButton(self.tr("Close the deliberation"))
        self.add_heading(self.tr("Before closing"), checklist.session)
        self.outer.addWidget(self._build_lines(), 1)
        if checklist.may_close:
            note = self.tr(
                "The decisions are then fixed for good: they are amended, never changed."
            )
            self.outer.addWidget(label(note, tone="muted", wraps=True))
        self.add_problem()
        self._add_end()
        self.resize(WIDTH, self.height_within(620))

    def _build_lines(self) -> QScrollArea:
        inside = QWidget()
        layout = column(inside, spacing=Space.S)
        for line in self.checklist.lines:
            frame = self._build_line(line)
            self.lines.append(frame)
            layout.addWidget(frame)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setMinimumHeight(HEIGHT)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _build_line(self, line: ChecklistLine) -> QFrame:
        frame, inside = card(margins=(Space.M, Space.S, Space.M, Space.S), spacing=Space.XS)
        icon, tone = _LOOKS[line.state]
        top = row(spacing=Space.S)
        top.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        title = self.wording.text(f"CLOSING-{line.code}", count=line.count)
        top.addWidget(label(title, "strong", wraps=True), 1)
        state = self.wording.text(f"CLOSING-{line.state}", count=line.count)
        top.addWidget(label(state, "caption", tone=tone))
        if line.target is not None and line.state is not LineState.DONE:
            top.addWidget(self._fix_button(line.target, title))
        inside.addLayout(top)
        for finding in line.findings[:SHOWN]:
            inside.addWidget(label(finding_text(finding, self.wording), tone="muted", wraps=True))
        more = len(line.findings) - SHOWN
        if more > 0:
            others = self.tr("Not shown here: {count}").format(count=more)
            inside.addWidget(label(others, "caption", tone="muted"))
        frame.setAccessibleName(f"{title}, {state}")
        return frame

    def _fix_button(self, target: FixTarget, title: str) -> QPushButton:
        button = act_button(Act(self.tr("Fix"), partial(self._fix, target), manner="link"))
        button.setAccessibleName(f"{self.tr('Fix')}, {title}")
        # The ring of the focus takes its room inside the button
        button.setMinimumWidth(button.sizeHint().width() + 2 * Space.S)
        self.fix_buttons.append(button)
        return button

    def _add_end(self) -> None:
        if self.checklist.may_close:
            self.add_buttons(self.close_button, self.close_requested.emit)
            return
        self.add_way_out()
        if self.fix_buttons:
            self.fix_buttons[0].setFocus()

    def _fix(self, target: FixTarget) -> None:
        self.reject()
        self.fix_requested.emit(target)
