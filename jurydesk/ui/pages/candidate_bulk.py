"""Acts on several candidacies selected together, in the panel at the right; each has one undo."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.services.bulk import common_steps, set_field, write_notes
from jurydesk.services.exports import export_candidates
from jurydesk.services.journeys import StepSubject
from jurydesk.ui.dialogs.field_dialog import FieldDialog
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.operations.doubles import DoubleSettler
from jurydesk.ui.operations.steps import StepTaker
from jurydesk.ui.prompts import Question
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.steps import StepKind
    from jurydesk.services.bulk import Value
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.inspector_panel import InspectorPanel

XLSX = "Excel (*.xlsx)"
PAIR = 2
Rows = tuple["CandidacyRow", ...]


class CandidateBulk(QObject):
    """Fills the panel for a selection and performs its acts.

    Signals:
        removal_requested: the rows to delete.
    """

    removal_requested = Signal(object)

    def __init__(self, context: PageContext, panel: InspectorPanel, parent: QWidget) -> None:
        """Keep the panel; dialogs stand over `parent`."""
        super().__init__(parent)
        self._context = context
        self._panel = panel
        self._window = parent
        self.certifications: tuple[str, ...] = ()
        """What a candidacy can be changed to."""
        self.taker = StepTaker(context, parent)
        self.settler = DoubleSettler(context, parent)
        self.dialog: FieldDialog | None = None

    def show(self, rows: Rows) -> None:
        """Say what is selected and offer what can be done with all of it."""
        people = tuple(dict.fromkeys(one.candidate.id for one in rows))
        self._panel.clear()
        said = self.tr("Persons: {count}").format(count=len(people))
        self._panel.set_heading(self._name(rows), said)
        stages = Counter(Stage(one.stage) for one in rows)
        facts = [
            Fact(term(self._context.wording, "stage", stage), str(stages[stage]))
            for stage in Stage
            if stages[stage]
        ]
        self._panel.add_section(self.tr("Where they stand"), FactGrid(facts))
        compare = Act(
            self.tr("Compare the two files…"),
            partial(self.compare, people),
            "merge",
            "Ctrl+Shift+D",
        )
        pair = (compare,) if len(people) == PAIR else ()
        self._panel.set_acts(
            (
                Act(self.tr("Take a step…"), partial(self.take_step, rows), "route", "Ctrl+T"),
                Act(self.tr("Set a field…"), partial(self.set_field, rows), "edit", "Ctrl+Shift+F"),
                Act(self.tr("Write a note…"), partial(self.write_note, rows), "note", "Ctrl+M"),
                Act(self.tr("Export…"), partial(self.export, rows), "export", "Ctrl+Shift+E"),
                *pair,
                Act(self.tr("Delete"), partial(self._remove, rows), "delete", manner="danger"),
            )
        )

    def take_step(self, rows: Rows) -> None:
        """Ask for one of the steps that all of them may take."""
        numbers = tuple(one.key for one in rows)
        call = partial(common_steps, self._context.desk, candidacy_ids=numbers)
        self._context.runner.submit(call, done=partial(self._on_steps, rows), receiver=self)

    def compare(self, people: tuple[int, ...]) -> None:
        """Show two files side by side, whether they look alike or not."""
        self.settler.compare(min(people), max(people))

    def set_field(self, rows: Rows) -> None:
        """Ask for a field and the value that all of them take."""
        dialog = FieldDialog(
            self._context.wording,
            self.certifications,
            today=self._context.desk.clock.today(),
            name=self._name(rows),
            parent=self._window,
        )
        self.dialog = dialog
        dialog.submitted.connect(partial(self._set, dialog, rows))
        dialog.open()

    def write_note(self, rows: Rows) -> None:
        """Ask for a note and write it on each person."""
        text = self.tr("What should the note on each of them say?")
        self._context.prompter.ask_text(
            Question(self._name(rows), text, ()), partial(self._write, rows)
        )

    def export(self, rows: Rows) -> None:
        """Ask where the roster of these candidacies goes."""
        self._context.prompter.save_file(
            self.tr("Where should the roster go?"),
            partial(self._export, rows),
            filters=(XLSX,),
            suggested=self.tr("candidates.xlsx"),
        )

    def _name(self, rows: Rows) -> str:
        return self.tr("Candidacies selected: {count}").format(count=len(rows))

    def _on_steps(self, rows: Rows, kinds: tuple[StepKind, ...]) -> None:
        if not kinds:
            text = self.tr("No step is open to all of them today. Select fewer, or alike ones.")
            self._context.toasts.show_message(text, tone="warning")
            return
        subjects = tuple(StepSubject(one.key) for one in rows)
        self.taker.ask(*kinds, subjects=subjects, name=self._name(rows))

    def _set(self, dialog: FieldDialog, rows: Rows, field: str, value: Value) -> None:
        numbers = tuple(one.key for one in rows)
        call = partial(
            set_field, self._context.desk, candidacy_ids=numbers, field=field, value=value
        )
        perform_asked(self._context, dialog, call)

    def _write(self, rows: Rows, text: str) -> None:
        people = tuple(one.candidate.id for one in rows)
        call = partial(write_notes, self._context.desk, candidate_ids=people, text=text)
        self._context.operations.perform(call)

    def _export(self, rows: Rows, path: Path) -> None:
        call = partial(
            export_candidates,
            self._context.desk,
            path=path,
            wording=self._context.wording,
            only=frozenset(one.key for one in rows),
        )
        self._context.runner.submit(call, done=self._on_exported, receiver=self)

    def _on_exported(self, count: int) -> None:
        text = self.tr("Candidacies exported: {count}.").format(count=count)
        self._context.toasts.show_message(text)

    def _remove(self, rows: Rows) -> None:
        self.removal_requested.emit(rows)
