"""The sessions there are: as a list, and on the month beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.ui.pages.sessions.columns import STATUS_LOOKS, session_columns, session_filters
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.month_calendar import DayMark, MonthCalendar
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from jurydesk.services.views import SessionRow
    from jurydesk.wording import Wording

CALENDAR_WIDTH = 300


class SessionListView(QWidget):
    """List and calendar, one cursor for both.

    Signals:
        opened: a session to work on (`SessionRow`).
        removal_requested: sessions to delete (a tuple of `SessionRow`).
        export_requested: the list as it is on screen.
    """

    opened = Signal(object)
    removal_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, wording: Wording, today: date, create: Callable[[], None]) -> None:
        """Start without sessions; `create` begins a new one."""
        super().__init__()
        self.calendar = MonthCalendar(wording, today)
        self.list: RowList[SessionRow] = RowList(
            session_columns(wording),
            lambda one: one.key,
            name="sessions",
            placeholder=self.tr("Code, certification, day…"),
        )
        self.list.set_empty(
            "calendar",
            self.tr("No session yet"),
            self.tr("Choose a certification and a day: jurydesk proposes juries that are legal."),
            acts=(Act(self.tr("New session"), create, "add", manner="primary"),),
        )
        self.list.set_filters(session_filters(today))
        self._days: dict[date, list[SessionRow]] = {}
        self._build()
        self.list.activated.connect(self._on_activated)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.delete_requested.connect(self.removal_requested)
        self.list.export_requested.connect(self.export_requested)
        self.calendar.day_activated.connect(self._on_day_activated)

    def show_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these sessions."""
        days: dict[date, list[SessionRow]] = defaultdict(list)
        for one in rows:
            for day in one.session.days:
                days[day].append(one)
        self._days = dict(days)
        self.calendar.set_marks({day: _mark(found) for day, found in days.items()})
        self.list.set_rows(rows)

    def _build(self) -> None:
        layout = row(self, spacing=0)
        layout.addWidget(self.list, 1)
        side = QWidget()
        side.setFixedWidth(CALENDAR_WIDTH)
        inner = column(side, margins=(0, 0, Space.XL, Space.L))
        inner.addWidget(self.calendar)
        inner.addStretch(1)
        layout.addWidget(side)

    def _on_activated(self, one: SessionRow | None) -> None:
        if one is not None:
            self.opened.emit(one)

    def _on_current_changed(self, one: SessionRow | None) -> None:
        if one is not None and one.session.days:
            self.calendar.go_to(one.session.days[0])

    def _on_day_activated(self, day: date) -> None:
        found = self._days.get(day)
        if found:
            self.list.select_key(found[0].key)


def _mark(found: list[SessionRow]) -> DayMark:
    tone = STATUS_LOOKS[found[0].session.status][1]
    names = ", ".join(one.session.code for one in found)
    return DayMark("", tone, tone, names)
