"""The second entry: another person types from the paper grids, without seeing the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

from jurydesk.domain.certification import WHOLE, short_code
from jurydesk.domain.deliberation import Appearance, HearingRecord, Outcome, Result
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.widgets.labels import label, set_tone
from jurydesk.ui.widgets.layouts import row
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from jurydesk.domain.second_entry import Difference
    from jurydesk.services.double_entry import DoubleEntry, EntryRow
    from jurydesk.wording import Wording

WIDTH = 760
MOST_HEIGHT = 420
NOTHING = "—"


class SecondEntryDialog(AskDialog):
    """One line per candidate: did they come, and each block. Letters choose in every box.

    To use it: read `double_entry.open_double_entry`, open the dialog, and on `submitted` call
    `double_entry.record_second` with what it carries; hand the outcome's value to `show_entry`,
    which says what differs, or a failure to `show_failure`. It stays open until it is closed.

    Signals:
        submitted: what was typed (a tuple of `HearingRecord`, name of who typed it, name of who
            typed the first results or empty).
    """

    submitted = Signal(object, str, str)

    def __init__(self, wording: Wording, entry: DoubleEntry, parent: QWidget | None = None) -> None:
        """Ask for the results of these candidates; what was typed first is not shown."""
        super().__init__(wording, parent, width=WIDTH)
        self.entry = entry
        self.by_edit = text_edit()
        self.first_edit = text_edit()
        self.appearances: dict[int, ChoiceBox] = {}
        self.outcomes: dict[tuple[int, str], ChoiceBox] = {}
        self.state_labels = {
            one.candidacy_id: label("", "caption", wraps=True) for one in entry.rows
        }
        self.save_button = QPushButton(self.tr("Save and compare"))
        self.save_button.setEnabled(not entry.is_closed)
        self._build()
        self.show_entry(entry)

    def records(self) -> tuple[HearingRecord, ...]:
        """Return what was typed, of the candidates of whom something was."""
        made = (self._record(one) for one in self.entry.rows)
        return tuple(one for one in made if one.appearance is not Appearance.EXPECTED)

    def show_entry(self, entry: DoubleEntry) -> None:
        """Say of each candidate whether the two entries agree."""
        self.entry = entry
        self.show_refusal("")
        for one in entry.rows:
            tone, text = self._state(one)
            shown = self.state_labels[one.candidacy_id]
            set_tone(shown, tone)
            shown.setText(text)

    def _build(self) -> None:
        told = self.tr("Type what the paper grids say. What was typed first is not shown.")
        self.add_heading(self.tr("Second entry of the results"), told)
        names = row(spacing=Space.M)
        names.addWidget(FormField(self.tr("Typed by"), self.by_edit, needed=True), 1)
        hint = self.tr("Empty: whoever recorded them")
        names.addWidget(FormField(self.tr("First results typed by"), self.first_edit, hint=hint), 1)
        self.outer.addLayout(names)
        self.outer.addWidget(self._build_lines(), 1)
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

    def _build_lines(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("canvas", "true")
        grid = QGridLayout(holder)
        grid.setSpacing(Space.S)
        grid.setColumnStretch(0, 1)
        for line, one in enumerate(self.entry.rows):
            self._add_line(grid, line * 2, one)
        grid.setRowStretch(2 * len(self.entry.rows), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setMinimumHeight(min(MOST_HEIGHT, holder.sizeHint().height() + Space.S))
        return area

    def _add_line(self, grid: QGridLayout, line: int, one: EntryRow) -> None:
        grid.addWidget(label(one.candidate, "strong", wraps=True), line, 0)
        appearance = self._appearance_box(one)
        self.appearances[one.candidacy_id] = appearance
        grid.addWidget(appearance, line, 1)
        for place, block in enumerate(one.blocks, start=2):
            box = self._outcome_box(one, block)
            self.outcomes[one.candidacy_id, block] = box
            grid.addWidget(box, line, place)
        grid.addWidget(self.state_labels[one.candidacy_id], line + 1, 0, 1, -1)

    def _appearance_box(self, one: EntryRow) -> ChoiceBox:
        choices: list[tuple[object, str]] = [
            (each, sentence_case(term(self.wording, "appearance", each)))
            for each in Appearance
            if each is not Appearance.EXPECTED
        ]
        typed = one.entry.appearance if one.entry else Appearance.EXPECTED
        box = ChoiceBox([(Appearance.EXPECTED, NOTHING), *choices], typed)
        box.setAccessibleName(f"{one.candidate} · {self.tr('Presence')}")
        return box

    def _outcome_box(self, one: EntryRow, block: str) -> ChoiceBox:
        name = self.tr("Whole") if block == WHOLE else short_code(block)
        choices: list[tuple[object, str]] = [(None, f"{name} {NOTHING}")]
        for outcome in Outcome:
            words = sentence_case(self.wording.text(f"RESULT-OUTCOME-{outcome}"))
            choices.append((outcome, words))
        typed = one.entry.outcome(block) if one.entry else None
        box = ChoiceBox(choices, typed)
        box.setAccessibleName(f"{one.candidate} · {name}")
        box.setToolTip(name)
        return box

    def _record(self, one: EntryRow) -> HearingRecord:
        appearance = Appearance(str(self.appearances[one.candidacy_id].value()))
        typed = ((block, self.outcomes[one.candidacy_id, block].value()) for block in one.blocks)
        results = tuple(Result(block, Outcome(str(value))) for block, value in typed if value)
        if appearance is Appearance.EXPECTED and results:
            # Nobody has a result who did not come
            appearance = Appearance.PRESENT
        return HearingRecord(one.candidacy_id, appearance, results)

    def _state(self, one: EntryRow) -> tuple[str, str]:
        if one.entry is None:
            return "muted", self.tr("Not typed a second time yet")
        if not one.differences:
            return "success", self.tr("Both entries agree ({name})").format(name=one.entry.by)
        told = " · ".join(map(self._difference, one.differences))
        return "danger", self.tr("Different: {what}").format(what=told)

    def _difference(self, one: Difference) -> str:
        name = short_code(one.block) if one.block else self.tr("Presence")
        if one.block == WHOLE:
            name = self.tr("Whole")
        first, second = (self._value(value, one) for value in (one.first, one.second))
        text = self.tr("{what}: {first} first, {second} second")
        return text.format(what=name, first=first, second=second)

    def _value(self, value: str, one: Difference) -> str:
        if not value:
            return NOTHING
        if one.block:
            return self.wording.text(f"RESULT-OUTCOME-{value}")
        return term(self.wording, "appearance", value)

    def _submit(self) -> None:
        if not self.by_edit.text().strip():
            self.show_refusal(self.wording.text("SECOND-WITHOUT-NAME"))
            self.by_edit.setFocus()
            return
        self.submitted.emit(self.records(), self.by_edit.text(), self.first_edit.text())
