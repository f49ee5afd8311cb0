"""What an examiner said of their time, entry by entry, each with the way to change it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QScrollArea, QWidget

from jurydesk.domain.availability import AvailabilityKind
from jurydesk.finding_text import entry_text
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import sentence_case, short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.availability import Absence
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

LOOKS: dict[AvailabilityKind, tuple[str, Tone, str]] = {
    AvailabilityKind.AWAY: ("blocked", "danger", "×"),
    AvailabilityKind.OPTION: ("clock", "accent", "?"),
    AvailabilityKind.RATHER_NOT: ("half", "warning", "~"),
    AvailabilityKind.FREE: ("check", "success", "✓"),
}
"""Icon, tone, and the sign of a half-day."""
LAPSED: tuple[str, Tone, str] = ("clock", "muted", "!")
HEIGHT = 190


class AvailabilityList(QScrollArea):
    """The entries that still matter, the earliest first.

    Signals:
        confirmed: an option was confirmed by the person (the entry).
        edit_asked: an entry is to be written anew (the entry).
        removed: an entry is to be taken away (the entry).
    """

    confirmed = Signal(object)
    edit_asked = Signal(object)
    removed = Signal(object)

    def __init__(self, wording: Wording, today: date) -> None:
        """Start empty."""
        super().__init__()
        self._wording = wording
        self._today = today
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_entries(self, entries: Sequence[Absence]) -> None:
        """Show these entries; how many are past is said at the end."""
        holder = QWidget()
        holder.setProperty("canvas", "true")
        lines = column(holder, spacing=Space.XS)
        coming = [one for one in entries if one.end >= self._today]
        for entry in coming:
            lines.addWidget(self._line(entry))
        if not coming:
            nothing = self.tr(
                "Nothing is said: this person counts as available. Paint half-days, write below, "
                "or read their calendar."
            )
            lines.addWidget(label(nothing, tone="muted", wraps=True))
        past = len(entries) - len(coming)
        if past:
            text = self.tr("Past entries, kept: {count}").format(count=past)
            lines.addWidget(label(text, "caption", tone="muted"))
        lines.addStretch(1)
        self.setWidget(holder)

    def _line(self, entry: Absence) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=Space.S)
        has_lapsed = entry.has_lapsed(self._today)
        name, tone, _ = LAPSED if has_lapsed else LOOKS[entry.kind]
        line.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        said = sentence_case(entry_text(entry, self._wording))
        words.addWidget(label(said, wraps=True))
        words.addWidget(label(self._origin(entry, has_lapsed), "caption", tone="muted"))
        line.addLayout(words, 1)
        edit = icon_button("edit", self.tr("Write anew: {entry}").format(entry=said))
        edit.clicked.connect(partial(self._emit, self.edit_asked, entry))
        if entry.kind is AvailabilityKind.OPTION:
            confirm = icon_button("check", self.tr("Confirmed: {entry}").format(entry=said))
            confirm.clicked.connect(partial(self._emit, self.confirmed, entry))
            line.addWidget(confirm, 0, Qt.AlignmentFlag.AlignTop)
        remove = icon_button("delete", self.tr("Take away: {entry}").format(entry=said))
        remove.clicked.connect(partial(self._emit, self.removed, entry))
        for button in (edit, remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _origin(self, entry: Absence, has_lapsed: bool) -> str:
        given = short_day(self._wording, entry.given) if entry.given else ""
        lapsed = self.tr("lapsed: counts as not available") if has_lapsed else ""
        parts = (lapsed, term(self._wording, "origin", entry.origin), given)
        return " · ".join(filter(None, parts))

    @staticmethod
    def _emit(signal: SignalInstance, entry: Absence, *_ignored: object) -> None:
        signal.emit(entry)
