"""What the pool can hold: a few figures to give, then the number, the persons, the recruits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from jurydesk.services.foresight_words import (
    held_text,
    loss_text,
    note_texts,
    recruitment_text,
)
from jurydesk.services.stress import (
    MOST_JURIES,
    MOST_LIMIT,
    MOST_ROOMS,
    StressReport,
    StressTest,
)
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, shortcut_text
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.form_fields import figure_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.foresight import Question
    from jurydesk.wording import Wording

RUN_KEYS = ("Ctrl+Return", "Ctrl+Enter")
FIELD_WIDTH = 180


class StressView(QWidget):
    """Asks for the figures and shows what was found.

    Signals:
        asked: compute with these figures.
    """

    asked = Signal()

    def __init__(self, wording: Wording, open_examiner: Callable[[int], None]) -> None:
        """Start with nothing computed; the yearly limit comes with `show_limit`."""
        super().__init__()
        self._wording = wording
        self._open_examiner = open_examiner
        self.rooms_box = figure_edit(1, MOST_ROOMS, 1)
        self.juries_box = figure_edit(1, MOST_JURIES, 2)
        self.limit_box = figure_edit(1, MOST_LIMIT, 12)
        self.run_button = QPushButton(self.tr("Compute"))
        self._found = QWidget()
        self._layout = column(self._found, spacing=Space.M)
        self._build()
        self.show_nothing()

    def show_limit(self, limit: int) -> None:
        """Propose the office's own figure."""
        self.limit_box.setValue(limit)

    def test(self, question: Question) -> StressTest:
        """Return what is asked."""
        return StressTest(
            question,
            rooms=self.rooms_box.value(),
            juries_per_session=self.juries_box.value(),
            limit=self.limit_box.value(),
        )

    def show_nothing(self) -> None:
        """Say what will stand here."""
        clear(self._layout)
        text = self.tr(
            "How many more juries the pool can hold in the range above, without whom it holds"
            " fewer, and whom to find so that it holds more."
        )
        self._layout.addWidget(label(text, tone="muted", wraps=True))
        self._layout.addStretch(1)

    def show_report(self, report: StressReport) -> None:
        """Show what was found."""
        clear(self._layout)
        for note in note_texts(report.setting, self._wording):
            self._layout.addWidget(label(note, tone="warning", wraps=True))
        frame, inside = card()
        inside.addWidget(label(str(report.juries), "figure"))
        inside.addWidget(label(held_text(report, self._wording), wraps=True))
        self._layout.addWidget(frame)
        parts = row(spacing=Space.M)
        parts.addWidget(self._people(report), 1)
        parts.addWidget(self._recruits(report), 1)
        self._layout.addLayout(parts)
        self._layout.addStretch(1)

    def _people(self, report: StressReport) -> QFrame:
        frame, inside = card(spacing=Space.XS)
        inside.addWidget(label(self.tr("Indispensable"), "heading"))
        for one in report.indispensable:
            text = loss_text(one, self._wording)
            go = partial(self._open_examiner, one.examiner.id)
            inside.addWidget(act_button(Act(text, go, "person", manner="link")))
        if not report.indispensable:
            nobody = self.tr("Nobody: without any one of them there are as many juries.")
            inside.addWidget(label(nobody, tone="muted", wraps=True))
        inside.addStretch(1)
        return frame

    def _recruits(self, report: StressReport) -> QFrame:
        frame, inside = card(spacing=Space.S)
        inside.addWidget(label(self.tr("Whom to recruit"), "heading"))
        for one in report.recruitments:
            inside.addWidget(label(recruitment_text(one, self._wording), wraps=True))
        if not report.recruitments:
            nobody = self.tr("Nobody would make it more.")
            inside.addWidget(label(nobody, tone="muted", wraps=True))
        inside.addStretch(1)
        return frame

    def _build(self) -> None:
        line = row(spacing=Space.L)
        for box, name, hint in self._fields():
            line.addLayout(_field(box, name, hint))
        press_by_enter(self.run_button)
        self.run_button.setProperty("manner", "primary")
        self.run_button.setToolTip(shortcut_text(RUN_KEYS[0]))
        for key in RUN_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self._on_run)
        self.run_button.clicked.connect(self._on_run)
        outer = column(self, spacing=Space.M)
        run = column(spacing=Space.XS)
        # Beside the boxes, under a line as high as their names
        run.addWidget(label(" ", "strong"))
        run.addWidget(self.run_button)
        run.addStretch(1)
        line.addLayout(run)
        line.addStretch(1)
        outer.addLayout(line)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._found)
        outer.addWidget(scroll, 1)

    def _fields(self) -> tuple[tuple[QSpinBox, str, str], ...]:
        return (
            (
                self.rooms_box,
                self.tr("At once"),
                self.tr("How many juries may sit on one half-day"),
            ),
            (
                self.juries_box,
                self.tr("Per session"),
                self.tr("How many juries make a session"),
            ),
            (
                self.limit_box,
                self.tr("Per person"),
                self.tr("How many juries a person sits in per calendar year"),
            ),
        )

    def _on_run(self) -> None:
        # Once is enough: the button waits for the answer
        if self.run_button.isEnabled():
            self.asked.emit()


def _field(box: QSpinBox, name: str, hint: str) -> QVBoxLayout:
    field = column(spacing=Space.XS)
    title = label(name, "strong")
    title.setBuddy(box)
    box.setFixedWidth(FIELD_WIDTH)
    box.setAccessibleName(name)
    words = label(hint, "caption", tone="muted", wraps=True)
    words.setFixedWidth(FIELD_WIDTH)
    for widget in (title, box, words):
        field.addWidget(widget)
    return field
