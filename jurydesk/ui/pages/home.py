"""Home: what needs me today, what may wait, and the sessions to come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services.home import home
from jurydesk.ui.pages.page import Page
from jurydesk.ui.theme.scale import Space, tabular
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.chips import clock_tone
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.task_row import TaskRow
from jurydesk.ui.words import days_left, sentence_case

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from jurydesk.services.views import HomeView, SessionRow, Task
    from jurydesk.ui.pages.page import PageContext

ICONS = {"candidates": "person", "examiners": "pool", "sessions": "calendar", "ties": "link"}
MOST_URGENT = 10
MOST_LATER = 8
SIDE_WIDTH = 320
TWO_COLUMNS_FROM = 780


class HomePage(Page):
    """Answers « what must I do today, and what may wait? » in one look."""

    concerns: ClassVar[frozenset[str]] = frozenset(Kind)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the frame; the tasks come with the first load."""
        super().__init__(context, parent)
        self.view: HomeView | None = None
        self.task_rows: list[TaskRow] = []
        self._shows_all = self._shows_later = False
        layout = column(self, spacing=0)
        self.header = PageHeader(self.tr("Today"))
        layout.addWidget(self.header)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        self._grid.setSpacing(Space.L)
        self._main = column(spacing=Space.M)
        self._side_widget = QWidget()
        self._side = column(self._side_widget, spacing=Space.M)
        scroll.setWidget(content)
        layout.addWidget(scroll, 1)
        self._place_columns()

    @override
    def reload(self) -> None:
        """Ask for the tasks."""
        self.context.runner.submit(partial(home, self.context.desk), done=self._show)

    def show_all(self) -> None:
        """Show every urgent task."""
        self._shows_all = True
        if self.view is not None:
            self._show(self.view)

    def show_later(self) -> None:
        """Show every task that may wait."""
        self._shows_later = True
        if self.view is not None:
            self._show(self.view)

    @override
    def take_focus(self) -> None:
        """Put the focus on the first task, or the first step of a new workspace."""
        offered: list[QWidget] = [*self.task_rows, *self.findChildren(QPushButton)]
        (offered[0] if offered else self).setFocus()

    def _show(self, view: HomeView) -> None:
        self.view = view
        today = self.context.wording.date(view.today, weekday=True)
        self.header.set_note(sentence_case(today))
        clear(self._main)
        clear(self._side)
        self.task_rows = []
        counts = dict(view.counts)
        if not any(counts.values()):
            self._main.addWidget(self._build_first_steps())
        else:
            self._show_tasks(view)
            self._side.addWidget(self._build_counts(view))
            self._side.addWidget(self._build_sessions(view.sessions))
        self._side.addStretch(1)
        self._main.addStretch(1)
        if self.hasFocus():
            self.take_focus()

    def _show_tasks(self, view: HomeView) -> None:
        nothing = self.tr("Nothing presses today.")
        urgent = view.urgent if self._shows_all else view.urgent[:MOST_URGENT]
        frame = self._build_tasks(self.tr("Needs you now"), urgent, nothing=nothing)
        self._main.addWidget(frame)
        if len(urgent) < len(view.urgent):
            words = self.tr("Show all {count}").format(count=len(view.urgent))
            more = act_button(Act(words, self.show_all, "chevron-down", manner="quiet"))
            self._main.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        later = view.later if self._shows_later else view.later[:MOST_LATER]
        if later:
            self._main.addWidget(self._build_tasks(self.tr("May wait"), later))
        hidden = len(view.later) - len(later)
        if hidden:
            rest = self.tr("Show all: {count} more").format(count=hidden)
            more = act_button(Act(rest, self.show_later, "chevron-down", manner="quiet"))
            self._main.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)

    def _build_tasks(self, title: str, tasks: tuple[Task, ...], *, nothing: str = "") -> QFrame:
        frame, layout = card(margins=(Space.S, Space.M, Space.S, Space.S), spacing=2)
        heading = row(margins=(Space.M, 0, Space.M, Space.XS))
        heading.addWidget(label(title, "heading"))
        heading.addStretch(1)
        layout.addLayout(heading)
        for task in tasks:
            layout.addWidget(self._build_task(task))
        if not tasks:
            sentence = label(nothing, tone="muted")
            sentence.setContentsMargins(Space.M, 0, Space.M, Space.M)
            layout.addWidget(sentence)
        return frame

    def _build_task(self, task: Task) -> TaskRow:
        wording = self.context.wording
        sentence = wording.text(task.code, **dict(task.figures))
        due, tone = "", clock_tone(10_000)
        if task.due is not None and self.view is not None:
            due = days_left(task.due, self.view.today)
            tone = clock_tone((task.due - self.view.today).days)
        one = TaskRow(ICONS.get(task.page, "clock"), sentence, due=due, tone=tone)
        one.opened.connect(partial(self.context.navigate, task.page, task.target or None))
        self.task_rows.append(one)
        return one

    def _build_counts(self, view: HomeView) -> QFrame:
        frame, layout = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for at, (code, value) in enumerate(view.counts):
            grid.addLayout(self._build_count(code, value), at // 2, at % 2)
        layout.addLayout(grid)
        return frame

    def _build_count(self, code: str, value: int) -> QVBoxLayout:
        pair = column(spacing=0)
        figure = label(str(value), "figure")
        figure.setFont(tabular(figure.font()))
        pair.addWidget(figure)
        words = self.context.wording.text(code, count=value)
        pair.addWidget(label(sentence_case(words), "caption", tone="muted", wraps=True))
        return pair

    def _build_sessions(self, sessions: tuple[SessionRow, ...]) -> QFrame:
        frame, layout = card(margins=(Space.S, Space.M, Space.S, Space.S), spacing=2)
        heading = label(self.tr("Sessions to come"), "heading")
        heading.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        layout.addWidget(heading)
        for one in sessions:
            layout.addWidget(self._build_session(one))
        if not sessions:
            sentence = label(self.tr("No session is planned."), tone="muted")
            sentence.setContentsMargins(Space.M, 0, Space.M, Space.M)
            layout.addWidget(sentence)
        return frame

    def _build_session(self, one: SessionRow) -> TaskRow:
        days = one.session.days
        day = self.context.wording.date(days[0]) if days else ""
        judged = one.judged if one.session.has_several else "".join(one.certification_titles)
        text = f"{one.session.code} · {day}\n{judged}"
        counts = self.tr("{placed} placed, {unplaced} to place").format(
            placed=one.placed, unplaced=one.unplaced
        )
        tone = clock_tone(0) if one.blocking else clock_tone(10_000)
        line = TaskRow("blocked" if one.blocking else "calendar", f"{text}\n{counts}", tone=tone)
        line.opened.connect(partial(self.context.navigate, "sessions", one.session.id))
        return line

    def _build_first_steps(self) -> EmptyState:
        goes = self.context.navigate
        acts = (
            Act(
                self.tr("Import candidates"),
                partial(goes, "candidates", "import"),
                "import",
                manner="primary",
            ),
            Act(self.tr("Import examiners"), partial(goes, "examiners", "import"), "pool"),
        )
        text = self.tr(
            "Begin with your own spreadsheets: they are read as they are, and nothing is written"
            " before you have seen what will be."
        )
        return EmptyState("home", self.tr("A new workspace"), text, acts)

    def _place_columns(self) -> None:
        is_wide = self.width() >= TWO_COLUMNS_FROM
        self._grid.removeItem(self._main)
        self._grid.removeWidget(self._side_widget)
        self._grid.addLayout(self._main, 0, 0)
        self._grid.addWidget(self._side_widget, 0 if is_wide else 1, 1 if is_wide else 0)
        self._side_widget.setMaximumWidth(SIDE_WIDTH if is_wide else 16777215)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sessions beside the tasks or under them."""
        super().resizeEvent(event)
        self._place_columns()
