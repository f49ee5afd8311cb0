"""The plan of the year: what is expected, the days that are chosen, and who has none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QSpinBox, QWidget

from jurydesk.finding_text import finding_text
from jurydesk.services.year_plan import (
    MOST_DAYS,
    MOST_EXPECTED,
    MOST_MINUTES,
    MOST_ROOMS,
    Forecast,
    YearQuestion,
)
from jurydesk.services.year_reasons import unheard_told
from jurydesk.ui.pages.foresight.plan_cells import plan_cells
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import shortcut_text
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.form_fields import figure_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column, row
from jurydesk.ui.widgets.year_grid import YearGrid, short_month

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.services.foresight import Question
    from jurydesk.services.year_plan import YearAnswer
    from jurydesk.wording import Wording

RUN_KEYS = ("Ctrl+Return", "Ctrl+Enter")
MOST_MONTHS = 24
PER_LINE = 7
MONTH_WIDTH = 76
LEAST_MINUTES = 10


class PlanView(QWidget):
    """Figures above, the year below.

    Signals:
        asked: choose the days for these figures.
    """

    asked = Signal()

    def __init__(self, wording: Wording, start: date, end: date) -> None:
        """Start with nothing computed; the months come with `show_months`."""
        super().__init__()
        self._wording = wording
        self._typed: dict[tuple[object, date], int] = {}
        self._which: object = None
        self.answer: YearAnswer | None = None
        self.rooms_box = figure_edit(1, MOST_ROOMS, 1)
        self.days_box = figure_edit(1, MOST_DAYS, 1)
        self.minutes_box = figure_edit(LEAST_MINUTES, MOST_MINUTES, 45)
        self.month_boxes: dict[date, QSpinBox] = {}
        self.run_button = QPushButton(self.tr("Choose the days"))
        self.summary_label = label("", wraps=True)
        self.left_label = label("", tone="warning", wraps=True)
        self.grid = YearGrid(wording, start, end)
        self._months = QGridLayout()
        self._build()
        self.show_nothing()

    def show_months(self, which: object, months: Iterable[date]) -> None:
        """Ask for these months; what was typed for that sheet and route comes back."""
        self._keep_typed()
        self._which = which
        clear(self._months)
        self.month_boxes = {}
        for at, month in enumerate(list(months)[:MOST_MONTHS]):
            box = figure_edit(0, MOST_EXPECTED, self._typed.get((which, month), 0))
            name = self._wording.month(month)
            box.setAccessibleName(self.tr("Expected in {month}").format(month=name))
            box.setFixedWidth(MONTH_WIDTH)
            title = label(short_month(self._wording, month), "caption", tone="muted")
            title.setBuddy(box)
            line, place = divmod(at, PER_LINE)
            self._months.addWidget(title, 2 * line, place)
            self._months.addWidget(box, 2 * line + 1, place)
            self.month_boxes[month] = box
        self._months.setColumnStretch(PER_LINE, 1)

    def question(self, question: Question) -> YearQuestion:
        """Return what is asked."""
        counts = ((month, box.value()) for month, box in self.month_boxes.items())
        return YearQuestion(
            question,
            rooms=self.rooms_box.value(),
            days_per_session=self.days_box.value(),
            minutes=self.minutes_box.value(),
            forecasts=tuple(Forecast(month, count) for month, count in counts if count),
        )

    def show_nothing(self) -> None:
        """Say what will stand here."""
        self.answer = None
        self.summary_label.setText(
            self.tr(
                "Write how many files you expect each month; candidates who are ready, or will"
                " be, are counted by themselves. The days are chosen so that everybody is heard"
                " in time, in as few sessions as can be."
            )
        )
        self.left_label.hide()
        self.grid.hide()

    def show_answer(self, answer: YearAnswer) -> None:
        """Show the days that were chosen, and who has none."""
        self.answer = answer
        found, wording = answer.plan, self._wording
        told = wording.text("FORESIGHT-PLAN", count=found.sessions, days=len(found.days))
        counted = self.tr("Known: {known}. Forecast: {forecast}.")
        parts = [
            told.rstrip("\u00a0:") + ".",
            counted.format(known=answer.known, forecast=answer.forecast),
            wording.text("FORESIGHT-UNHEARD", count=found.unheard, late=found.late),
        ]
        if not found.is_proved:
            parts.append(self.tr("Better days may exist: the search was stopped."))
        self.summary_label.setText(" ".join(parts))
        left = [finding_text(finding, wording) for finding in unheard_told(answer)]
        self.left_label.setText("\n".join(left))
        self.left_label.setVisible(bool(left))
        self.grid.show()
        self.grid.show_cells(answer.setting.start, answer.setting.end, plan_cells(answer, wording))
        if found.days:
            self.grid.go_to((found.days[0].day, self.grid.half[1]))

    def _keep_typed(self) -> None:
        for month, box in self.month_boxes.items():
            self._typed[self._which, month] = box.value()

    def _build(self) -> None:
        outer = column(self, spacing=Space.M)
        line = row(spacing=Space.M)
        for box, text in (
            (self.rooms_box, self.tr("Juries at once")),
            (self.days_box, self.tr("Days per session")),
            (self.minutes_box, self.tr("Minutes per hearing")),
        ):
            name = label(text, tone="muted")
            name.setBuddy(box)
            box.setAccessibleName(text)
            box.setFixedWidth(MONTH_WIDTH + Space.L)
            line.addWidget(name)
            line.addWidget(box)
        line.addWidget(self.run_button)
        line.addStretch(1)
        outer.addLayout(line)
        self._months.setHorizontalSpacing(Space.XS)
        self._months.setVerticalSpacing(Space.XS)
        outer.addLayout(self._months)
        outer.addWidget(self.summary_label)
        outer.addWidget(self.left_label)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.grid)
        outer.addWidget(scroll, 1)
        press_by_enter(self.run_button)
        self.run_button.setProperty("manner", "primary")
        self.run_button.setToolTip(shortcut_text(RUN_KEYS[0]))
        self.run_button.clicked.connect(self._on_run)
        for key in RUN_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self._on_run)

    def _on_run(self) -> None:
        if self.run_button.isEnabled():
            self.asked.emit()
