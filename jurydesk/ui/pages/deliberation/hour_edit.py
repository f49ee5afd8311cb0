"""An hour of the day, written as people write it, or left empty."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from jurydesk.ui.widgets.labels import set_tone

WRITTEN = re.compile(r"(\d{1,2})(?:\s*[h:.]\s*(\d{1,2})?)?")
HOURS, MINUTES = 24, 60


class HourEdit(QLineEdit):
    """Takes « 9 h 40 », « 9:40 » or « 9h »; shows what cannot be an hour as an error.

    Signals:
        hour_changed: another hour, or none any more, was written.
    """

    hour_changed = Signal()

    def __init__(self, hour: time | None, spoken: str) -> None:
        """Show the hour."""
        super().__init__(_written(hour))
        self._hour = hour
        self.setPlaceholderText("hh:mm")
        self.setAccessibleName(spoken)
        self.editingFinished.connect(self._on_finished)

    def hour(self) -> time | None:
        """Return the hour; None where nothing, or no hour, is written."""
        return self._hour

    def show_hour(self, hour: time | None) -> None:
        """Show another hour without telling anybody."""
        self._hour = hour
        if not self.hasFocus():
            self.setText(_written(hour))

    def _on_finished(self) -> None:
        text = self.text().strip()
        hour = read_hour(text)
        set_tone(self, "error" if text and hour is None else "", "state")
        if hour is not None:
            self.setText(_written(hour))
        if hour != self._hour:
            self._hour = hour
            self.hour_changed.emit()


def read_hour(text: str) -> time | None:
    """Return the hour that somebody wrote; None where it is none."""
    found = WRITTEN.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < HOURS and minute < MINUTES else None


def _written(hour: time | None) -> str:
    return f"{hour:%H:%M}" if hour is not None else ""
