"""Timeline and notes, in the candidate's file: what happened, newest first, and a note to add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from jurydesk.finding_text import event_text
from jurydesk.services.notes import change_note, remove_note, write_note
from jurydesk.services.timeline import Happened, timeline_of
from jurydesk.ui.drafts import draft_of
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.prompts import Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.chips import FilterChip
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.form_fields import long_text_edit
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import card, clear, column, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jurydesk.services.timeline import TimelineEntry
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext

ICONS: dict[Happened, str] = {
    Happened.STEP: "route",
    Happened.NOTE: "note",
    Happened.DOCUMENT: "paper",
    Happened.HEARING: "deliberation",
    Happened.ACT: "edit",
}
DRAFTS = "note"
"""Under which name a note that is not kept yet is remembered."""
WIDTH = 820
MOST_SHOWN = 120
"""More entries come when they are asked for: each is a few widgets."""


class HistorySection(Section):
    """Notes are written at the top; the timeline under it can be filtered by kind."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the timeline comes with the file."""
        super().__init__(context)
        self.entries: tuple[TimelineEntry, ...] = ()
        self._candidate_id = 0
        self._candidacy_id = 0
        self._most = MOST_SHOWN
        self.note_edit = long_text_edit(lines=3)
        self.note_edit.setAccessibleName(self.tr("New note"))
        self.note_edit.setPlaceholderText(self.tr("Write a note… (Ctrl+Enter keeps it)"))
        self.save_button = act_button(Act(self.tr("Keep the note"), self.save_note, "note"))
        self.chips = {kind: FilterChip(words) for kind, words in self._kinds().items()}
        outer = row(self, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        layout = column(content, spacing=Space.M)
        layout.addWidget(self.note_edit)
        layout.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        flow = FlowRow(Space.S)
        flow.set_widgets(tuple(self.chips.values()))
        layout.addWidget(flow)
        self._content = column(spacing=Space.S)
        layout.addLayout(self._content)
        layout.addStretch(1)
        outer.addWidget(content, 1)
        self.note_edit.textChanged.connect(self._on_note_typed)
        for chip in self.chips.values():
            chip.toggled.connect(self._fill)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.note_edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.save_note)

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Ask for what happened to the person."""
        if self._candidate_id != file.candidate.id:
            self._candidate_id = file.candidate.id
            draft = self.context.drafts.find(DRAFTS, self._candidate_id) or {}
            self.note_edit.setPlainText(str(draft["note"].typed) if draft else "")
        self._candidacy_id = candidacy_id
        call = partial(timeline_of, self.context.desk, candidate_id=file.candidate.id)
        self.context.runner.submit(call, done=self._on_timeline, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the cursor where a note is written."""
        self.note_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_note(self) -> None:
        """Keep the note; the field is emptied once it is stored."""
        call = partial(
            write_note,
            self.context.desk,
            candidate_id=self._candidate_id,
            text=self.note_edit.toPlainText(),
            candidacy_id=self._candidacy_id,
        )
        self.context.operations.perform(call, done=self._on_written)

    def change(self, entry: TimelineEntry) -> None:
        """Ask for other words for a note."""
        question = Question(self.tr("Note"), self.tr("What should the note say?"), ())
        save = partial(self._change, entry.number)
        self.context.prompter.ask_text(question, save, initial=entry.text)

    def remove(self, entry: TimelineEntry) -> None:
        """Take a note away; the toast offers to undo."""
        call = partial(remove_note, self.context.desk, note_id=entry.number)
        self.context.operations.perform(call)

    def _change(self, number: int, text: str) -> None:
        call = partial(change_note, self.context.desk, note_id=number, text=text)
        self.context.operations.perform(call)

    def _on_note_typed(self) -> None:
        """What was typed and not kept is there again when the file is opened the next time."""
        draft = draft_of({"note": ""}, {"note": self.note_edit.toPlainText()})
        self.context.drafts.keep(DRAFTS, self._candidate_id, draft)

    def _on_written(self, _note: object) -> None:
        self.note_edit.clear()

    def _kinds(self) -> dict[Happened, str]:
        return {
            Happened.STEP: self.tr("Steps"),
            Happened.NOTE: self.tr("Notes"),
            Happened.DOCUMENT: self.tr("Documents"),
            Happened.HEARING: self.tr("Hearings"),
            Happened.ACT: self.tr("Acts of the office"),
        }

    def _on_timeline(self, entries: tuple[TimelineEntry, ...]) -> None:
        self.entries = entries
        for kind, chip in self.chips.items():
            chip.show_count(sum(entry.kind is kind for entry in entries))
        self._fill()

    def _show_more(self) -> None:
        self._most += MOST_SHOWN
        self._fill()

    def _fill(self, *_ignored: object) -> None:
        clear(self._content)
        wanted = {kind for kind, chip in self.chips.items() if chip.isChecked()}
        shown = [entry for entry in self.entries if not wanted or entry.kind in wanted]
        day: date | None = None
        for entry in shown[: self._most]:
            if entry.at.date() != day:
                day = entry.at.date()
                self._content.addWidget(label(self.context.wording.date(day), "strong"))
            self._content.addWidget(self._build_entry(entry))
        if len(shown) > self._most:
            more = self.tr("Show older ones ({count})").format(count=len(shown) - self._most)
            self._content.addWidget(act_button(Act(more, self._show_more, manner="link")))
        if not shown:
            words = self.tr("Nothing happened yet. A first note can be written above.")
            self._content.addWidget(label(words, tone="muted", wraps=True))

    def _build_entry(self, entry: TimelineEntry) -> QWidget:
        wording = self.context.wording
        frame, layout = card(spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S))
        line = row(spacing=Space.M)
        line.addWidget(IconLabel(ICONS[entry.kind], "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        figures = dict(entry.figures)
        said = event_text(entry.code, figures, wording) if entry.code else entry.text
        words.addWidget(label(said, wraps=True))
        told = [wording.time(entry.at.time()), entry.actor]
        if entry.code and entry.text:
            told.append(entry.text)
        words.addWidget(label(" · ".join(filter(None, told)), "caption", tone="muted", wraps=True))
        line.addLayout(words, 1)
        if entry.kind is Happened.NOTE:
            for button in self._note_buttons(entry):
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        return frame

    def _note_buttons(self, entry: TimelineEntry) -> tuple[QPushButton, ...]:
        acts: tuple[tuple[str, Callable[[TimelineEntry], None]], ...] = (
            (self.tr("Change…"), self.change),
            (self.tr("Remove"), self.remove),
        )
        return tuple(
            act_button(Act(text, partial(run, entry), manner="link")) for text, run in acts
        )
