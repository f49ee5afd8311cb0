"""The panel beside the rows of an import: what is wrong, what changes, and what to decide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from jurydesk.services.imports import Fate, RowDecision, Verdict
from jurydesk.ui.pages.import_wizard.row_looks import fill_import_panel
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.inspector_panel import InspectorPanel

if TYPE_CHECKING:
    from jurydesk.services.imports import Choices
    from jurydesk.ui.pages.import_wizard.row_looks import ImportLine
    from jurydesk.wording import Wording

MOST_OFFERED = 2
"""Persons offered as acts; the others stand above with all that is known."""


class RowPanel(InspectorPanel):
    """Shows one row and offers what may be decided about it.

    Signals:
        decided: the line, and a `RowDecision` or None (undecided again).
        removed: the line of somebody missing who is to go.
        kept: the line of somebody missing who stays.
    """

    decided = Signal(object, object)
    removed = Signal(object)
    kept = Signal(object)

    def __init__(self, wording: Wording) -> None:
        """Start with nobody."""
        super().__init__()
        self._wording = wording

    def show_line(self, line: ImportLine | None, choices: Choices) -> None:
        """Show a row in full, with its acts at the bottom."""
        if line is None:
            self.show_nothing(self.tr("Choose a row to see what becomes of it."))
            return
        fill_import_panel(self, line, self._wording)
        self.set_acts(self._acts_for(line, choices))

    @staticmethod
    def with_decision(choices: Choices, line: ImportLine, decision: object) -> Choices:
        """Decide about a line; « the same person » means the likeliest one of each line."""
        if not isinstance(decision, RowDecision):
            return choices.with_row(line.place, None)
        if decision.verdict is Verdict.SAME and decision.person == 0 and decision.row is None:
            first = line.row.alike[0]
            decision = RowDecision(Verdict.SAME, first.person, first.place)
        return choices.with_row(line.place, decision)

    def _acts_for(self, line: ImportLine, choices: Choices) -> list[Act]:
        if line.row.fate is Fate.MISSING:
            return self._missing_acts(line, choices)
        acts = self._doubt_acts(line)
        if line.place in choices.rows:
            acts.append(Act(self.tr("Decide again"), self._decide(line, None), "undo", "Alt+U"))
        elif line.row.fate in {Fate.NEW, Fate.CHANGED, Fate.DOUBTFUL, Fate.REJECTED}:
            skip = RowDecision(Verdict.SKIP)
            acts.append(Act(self.tr("Leave out"), self._decide(line, skip), "close", "Alt+X"))
        return acts

    def _doubt_acts(self, line: ImportLine) -> list[Act]:
        acts = []
        for at, one in enumerate(line.row.alike[:MOST_OFFERED]):
            words = self.tr("It is {name}").format(name=one.name)
            same = RowDecision(Verdict.SAME, one.person, one.place)
            acts.append(Act(words, self._decide(line, same), "check", "" if at else "Alt+S"))
        if line.row.alike:
            new = RowDecision(Verdict.NEW)
            acts.append(Act(self.tr("Somebody else"), self._decide(line, new), "add", "Alt+N"))
        if line.row.dropped:
            gone = RowDecision(Verdict.REPLACE)
            words = self.tr("Remove what the row lacks")
            acts.append(Act(words, self._decide(line, gone), "delete", "Alt+R"))
        return acts

    def _missing_acts(self, line: ImportLine, choices: Choices) -> list[Act]:
        if line.row.key in choices.removed:
            keep = partial(self.kept.emit, line)
            return [Act(self.tr("Keep after all"), keep, "undo", "Alt+U")]
        remove = partial(self.removed.emit, line)
        return [Act(self.tr("Remove the candidacy"), remove, "delete", "Alt+R")]

    def _decide(self, line: ImportLine, decision: RowDecision | None) -> partial[None]:
        return partial(self.decided.emit, line, decision)
