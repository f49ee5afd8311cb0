"""When an examiner can sit: a month to paint, a line to write in, and the list of what is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jurydesk.domain.availability import Answer, AvailabilityKind, HalfDay, answer_on
from jurydesk.domain.availability_painting import next_kind, painted
from jurydesk.finding_text import entry_text
from jurydesk.services.availability import read_availability, write_availability
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.availability_list import LAPSED, LOOKS, AvailabilityList
from jurydesk.ui.widgets.file_drops import FileDrops
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.half_day_calendar import HalfDayGrid, HalfLook
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.month_calendar import WEEK, WEEKS, DayMark, MonthCalendar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jurydesk.domain.availability import Absence
    from jurydesk.domain.availability_days import Half
    from jurydesk.wording import Wording


class AvailabilityEditor(QWidget):
    """Edits entries; nothing is stored here.

    Signals:
        edited: something else is said now.
        file_chosen: a calendar file was laid on it (its path).
        file_asked: the button for a calendar file was pressed.
    """

    edited = Signal()
    file_chosen = Signal(object)
    file_asked = Signal()

    def __init__(self, wording: Wording, today: date) -> None:
        """Show the month of today, with nothing said."""
        super().__init__()
        self._wording = wording
        self._today = today
        self._entries: tuple[Absence, ...] = ()
        self.grid = HalfDayGrid(wording, today)
        self.calendar = MonthCalendar(wording, today, self.grid)
        self.brush = ChoiceBox(self._brushes(), AvailabilityKind.AWAY)
        self.list = AvailabilityList(wording, today)
        self.line = QLineEdit()
        self.unread_label = label("", "caption", tone="danger", wraps=True)
        self._build()
        self.grid.painted.connect(self._on_painted)
        self.grid.cycled.connect(self._on_cycled)
        self.grid.erased.connect(self._on_erased)
        self.calendar.month_changed.connect(self._mark)
        self.list.removed.connect(self._on_removed)
        self.list.confirmed.connect(self._on_confirmed)
        self.list.edit_asked.connect(self._on_edit)
        self.line.returnPressed.connect(self.take_line)
        self.drops = FileDrops(self, self.tr("Read this calendar"))
        self.drops.dropped.connect(self._on_dropped)
        self.set_entries(())

    def entries(self) -> tuple[Absence, ...]:
        """Return what is said."""
        return self._entries

    def set_entries(self, entries: Iterable[Absence]) -> None:
        """Show these entries, and no others."""
        self._entries = tuple(sorted(entries, key=lambda one: one.order))
        self.list.show_entries(self._entries)
        self._mark()

    def problem(self) -> str:
        """Return why it cannot be kept yet: something is written that was not taken over."""
        if not self.line.text().strip():
            return ""
        return self.tr("Press Enter to take over what is written, or clear it.")

    def take_line(self) -> None:
        """Take over what is written; what is not understood stays in the line, and is named."""
        read = read_availability(self.line.text(), today=self._today)
        words = [self._wording.text(one.issue.code, **one.figures) for one in read.unread]
        self.unread_label.setText("\n".join(words))
        self.unread_label.setVisible(bool(words))
        self.line.setText("; ".join(one.part for one in read.unread))
        if read.entries:
            self._change((*self._entries, *read.entries))
            self.grid.go_to_half((max(read.entries[0].start, self._today), HalfDay.AM))

    def _brushes(self) -> list[tuple[object, str]]:
        return [
            (AvailabilityKind.AWAY, self.tr("away")),
            (AvailabilityKind.RATHER_NOT, self.tr("rather not")),
            (AvailabilityKind.FREE, self.tr("free")),
            (None, self.tr("nothing said")),
        ]

    def _build(self) -> None:
        self.line.setPlaceholderText(
            self.tr("3-5/11, 12/11 morning, rather not 4/12, option until 1 March for 15-16/03")
        )
        self.line.setAccessibleName(self.tr("Availability as people write it"))
        self.brush.setAccessibleName(self.tr("Paint with"))
        self.line.setClearButtonEnabled(True)
        self.unread_label.hide()
        layout = column(self, spacing=Space.S)
        beside = row(spacing=Space.L)
        beside.addLayout(self._build_month(), 1)
        beside.addWidget(self.list, 1)
        layout.addLayout(beside)
        written = row(spacing=Space.S)
        written.addWidget(self.line, 1)
        add = Act(self.tr("Add"), self.take_line, "add", manner="quiet")
        written.addWidget(act_button(add))
        layout.addLayout(written)
        layout.addWidget(self.unread_label)

    def _build_month(self) -> QVBoxLayout:
        month = column(spacing=Space.S)
        month.addWidget(self.calendar)
        foot = row(spacing=Space.S)
        foot.addWidget(label(self.tr("Paint with"), "caption", tone="muted"))
        foot.addWidget(self.brush, 1)
        month.addLayout(foot)
        act = Act(self.tr("Read a calendar (.ics)…"), self.file_asked.emit, "calendar")
        month.addWidget(act_button(act))
        return month

    def _change(self, entries: Iterable[Absence]) -> None:
        self.set_entries(entries)
        self.edited.emit()

    def _mark(self, *_ignored: object) -> None:
        """Give each half-day in view its sign, tone and words."""
        first = self.grid.first_shown()
        looks = {
            (day, half): look
            for day in (first + timedelta(days=number) for number in range(WEEK * WEEKS))
            for half in HalfDay
            if (look := self._look((day, half))) is not None
        }
        self.grid.looks = looks
        days = {day for day, _ in looks}
        self.calendar.set_marks({day: _day_mark(looks, day) for day in days})

    def _look(self, half: Half) -> HalfLook | None:
        answer, entry = answer_on(self._entries, *half, today=self._today)
        if entry is None:
            return None
        _, tone, sign = LAPSED if answer is Answer.LAPSED else LOOKS[entry.kind]
        return HalfLook(sign, tone, entry_text(entry, self._wording))

    def _on_painted(self, halves: frozenset[Half]) -> None:
        kind = cast("AvailabilityKind | None", self.brush.value())
        said = {answer_on(self._entries, *half, today=self._today)[0].value for half in halves}
        # Painting once more over what is painted takes it away again
        new = None if kind is not None and said == {kind.value} else kind
        self._change(painted(self._entries, halves, new, given=self._today))

    def _on_cycled(self, half: Half) -> None:
        kind = next_kind(self._entries, half, today=self._today)
        self._change(painted(self._entries, (half,), kind, given=self._today))
        self.grid.go_to_half(half)

    def _on_erased(self, half: Half) -> None:
        self._change(painted(self._entries, (half,), None, given=self._today))

    def _on_removed(self, entry: Absence) -> None:
        self._change(one for one in self._entries if one != entry)

    def _on_confirmed(self, entry: Absence) -> None:
        """An option that the person confirmed is free, and does not lapse."""
        free = replace(entry, kind=AvailabilityKind.FREE, held_until=None, given=self._today)
        self._change(free if one == entry else one for one in self._entries)

    def _on_edit(self, entry: Absence) -> None:
        """Put an entry into the line, as it would be written."""
        text = write_availability((entry,), self._wording.language)
        self.line.setText("; ".join(filter(None, (self.line.text().strip(), text))))
        self._on_removed(entry)
        self.line.setFocus()

    def _on_dropped(self, paths: tuple[Path, ...]) -> None:
        self.file_chosen.emit(paths[0])


def _day_mark(looks: dict[Half, HalfLook], day: date) -> DayMark:
    morning, afternoon = looks.get((day, HalfDay.AM)), looks.get((day, HalfDay.PM))
    words = dict.fromkeys(look.words for look in (morning, afternoon) if look)
    return DayMark(
        text=" ",
        morning=morning.tone if morning else None,
        afternoon=afternoon.tone if afternoon else None,
        tooltip="\n".join(words),
    )
