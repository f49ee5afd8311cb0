"""A date typed as people write it, in any of the usual ways, or picked from a month."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.layouts import column, even
from jurydesk.ui.widgets.month_calendar import MonthCalendar, today

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from jurydesk.wording import Wording

_FIGURES = re.compile(r"^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{2}|\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_PACKED = re.compile(r"^(\d{2})(\d{2})(\d{4})$")
CENTURY = 2000
RECENT = 50  # two figures below this are of this century
LONG_AGO = 100


class DateField(QLineEdit):
    """A date or nothing. What cannot be read stays as typed, and `is_readable()` is false.

    Signals:
        day_changed: the date or None, when the person leaves the field or picks a day.
    """

    day_changed = Signal(object)

    def __init__(self, wording: Wording, value: date | None = None) -> None:
        """Show a date."""
        super().__init__()
        self._wording = wording
        self.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self._picker_action = QAction(icon("calendar", "muted"), self.tr("Pick a day"), self)
        self._picker_action.triggered.connect(self.open_calendar)
        self.addAction(self._picker_action, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._on_editing_finished)
        self.set_day(value)

    def day(self) -> date | None:
        """Return the date, None when empty or unreadable."""
        return read_date(self.text())

    def is_readable(self) -> bool:
        """Tell whether what stands there is a date or nothing."""
        return not self.text().strip() or self.day() is not None

    def problem(self) -> str:
        """Return why what stands there is no date; empty when it is one, or nothing."""
        if self.is_readable():
            return ""
        figures = _figures_of(self.text())
        if figures is None:
            return self.tr("Not a date. Write it as 04/12/2026.")
        day, month, year = figures
        # It has the form of a date, and the calendar does not have it: 31/02
        return self.tr("{date} does not exist.").format(date=f"{day:02d}/{month:02d}/{year:04d}")

    def is_impossible(self) -> bool:
        """Tell whether it has the form of a date that the calendar does not have."""
        return not self.is_readable() and _figures_of(self.text()) is not None

    def set_day(self, value: date | None) -> None:
        """Show another date."""
        self.setText("" if value is None else self._wording.short_date(value))

    def open_calendar(self) -> None:
        """Show the month under the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("card", "true")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = column(popup, margins=even(Space.S))
        calendar = MonthCalendar(self._wording, self.day() or today())
        calendar.day_activated.connect(self._on_picked)
        calendar.day_activated.connect(popup.close)
        layout.addWidget(calendar)
        popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        popup.show()
        calendar.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_picked(self, day: date) -> None:
        self.set_day(day)
        self.day_changed.emit(day)

    def _on_editing_finished(self) -> None:
        found = self.day()
        if found is not None:
            self.set_day(found)
        self.day_changed.emit(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the month with Alt+Down."""
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and is_alt:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()


def read_date(text: str) -> date | None:
    """Return the date in a text: 4/12/2026, 04-12-26, 04122026 or 2026-12-04; else None."""
    figures = _figures_of(text)
    if figures is None:
        return None
    day, month, year = figures
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _figures_of(text: str) -> tuple[int, int, int] | None:
    """Return day, month and year of what is written like a date, whether or not it exists."""
    text = text.strip()
    found = _FIGURES.match(text) or _PACKED.match(text)
    if found:
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    if year < RECENT:
        year += CENTURY
    elif year < LONG_AGO:
        year += CENTURY - LONG_AGO
    return day, month, year
