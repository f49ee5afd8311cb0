"""What a calendar file of an examiner would change, before it is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from jurydesk.finding_text import entry_text
from jurydesk.services.availability import Ignored
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import sentence_case, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.availability import Absence
    from jurydesk.services.availability import CalendarPlan
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

WIDTH = 560
MOST_HEIGHT = 340


class CalendarDialog(AskDialog):
    """Lists what is added, kept and taken away.

    Signals:
        submitted: take it over (all entries that the person will then have).
    """

    submitted = Signal(object)

    def __init__(
        self, wording: Wording, plan: CalendarPlan, name: str, parent: QWidget | None = None
    ) -> None:
        """Show the plan; Enter takes it over."""
        super().__init__(wording, parent, width=WIDTH)
        self._plan = plan
        self.take_button = QPushButton(self.tr("Take over"))
        self.add_heading(self.tr("Calendar {file}").format(file=plan.file), name)
        self.outer.addWidget(label(self._read_words(), tone="muted", wraps=True))
        self.outer.addWidget(self._build_list(), 1)
        self.add_problem()
        self.add_buttons(self.take_button, self._submit)

    def _read_words(self) -> str:
        reading = self._plan.reading
        words = self.tr(
            "Read from {first} to {last}: events {count}. They take the half-days that they touch."
        )
        first, last = (short_day(self.wording, day) for day in (reading.since, reading.until))
        said = words.format(first=first, last=last, count=reading.events)
        return " ".join((said, *self._ignored()))

    def _ignored(self) -> Iterator[str]:
        words = {
            Ignored.FREE: self.tr("Shown as free, left out: {count}."),
            Ignored.CANCELLED: self.tr("Cancelled, left out: {count}."),
            Ignored.OUTSIDE: self.tr("In the evening or at night, left out: {count}."),
        }
        for why, count in self._plan.reading.ignored.items():
            yield words[why].format(count=count)

    def _build_list(self) -> QScrollArea:
        plan = self._plan
        holder = QWidget()
        holder.setProperty("canvas", "true")
        lines = column(holder, spacing=Space.XS)
        groups: tuple[tuple[str, str, Tone, tuple[Absence, ...]], ...] = (
            (self.tr("Added: {count}"), "add", "success", plan.added),
            (self.tr("Kept: {count}"), "check", "muted", plan.kept),
            (self.tr("Taken away: {count}"), "remove", "danger", plan.removed),
        )
        for title, name, tone, entries in groups:
            if entries:
                lines.addWidget(label(title.format(count=len(entries)), "strong"))
            for entry in entries:
                lines.addWidget(self._line(entry, name, tone))
        if not any(entries for *_, entries in groups):
            nothing = self.tr("It takes no half-day: nothing of an earlier calendar is left.")
            lines.addWidget(label(nothing, wraps=True))
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setMinimumHeight(min(MOST_HEIGHT, holder.sizeHint().height() + Space.S))
        return area

    def _line(self, entry: Absence, name: str, tone: Tone) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=Space.S)
        line.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(sentence_case(entry_text(entry, self.wording)), wraps=True), 1)
        return holder

    def _submit(self) -> None:
        self.submitted.emit(self._plan.entries)
        self.accept()
