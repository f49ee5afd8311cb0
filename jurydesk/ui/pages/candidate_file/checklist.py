"""What the route of a candidacy asks for, line by line, with the way to attach what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from jurydesk.domain.requirements import Presence, Weight
from jurydesk.finding_text import term as plain_term
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import clear, column, even, row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.requirements import ChecklistLine
    from jurydesk.services.document_lists import DocumentsView
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

OPEN = frozenset({Presence.MISSING, Presence.AWAITED})
LOOKS: dict[Presence, tuple[str, Tone]] = {
    Presence.MET: ("check-circle", "success"),
    Presence.MISSING: ("warning", "warning"),
    Presence.AWAITED: ("circle", "muted"),
    Presence.SUPERSEDED: ("remove", "muted"),
}


@dataclass(frozen=True)
class AskedLine:
    """One requirement as it is shown."""

    code: str
    name: str
    told: str
    presence: Presence
    weight: Weight
    held: str = ""
    """Names of the documents that meet it."""


class AskedRow(QWidget):
    """One line of the checklist."""

    def __init__(self, line: AskedLine, attach: Callable[[], None]) -> None:
        """Show how it stands; `attach` asks for files of that kind."""
        super().__init__()
        name, tone = LOOKS[line.presence]
        if line.presence is Presence.MISSING and line.weight is Weight.OPTIONAL:
            name, tone = LOOKS[Presence.AWAITED]
        self.setAccessibleName(f"{line.name}, {line.told}")
        layout = row(self, spacing=Space.M, margins=(Space.S + 2, 0, Space.S, 0))
        layout.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        is_urgent = line.presence is Presence.MISSING and line.weight is Weight.NEEDED
        words.addWidget(label(line.name, "strong" if is_urgent else "body", wraps=True))
        told = " · ".join(filter(None, (line.told, line.held)))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        layout.addLayout(words, 1)
        self.attach_button = act_button(Act(self.tr("Attach…"), attach, manner="link"))
        spoken = self.tr("Attach: {name}").format(name=line.name)
        self.attach_button.setAccessibleName(spoken)
        layout.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignTop)
        # Once it has a parent: shown before, it would be a window of its own
        self.attach_button.setVisible(line.presence in {Presence.MISSING, Presence.AWAITED})


class Checklist(QFrame):
    """All that a route asks for.

    Signals:
        attach_requested: files of that kind are to be attached (its code).
    """

    attach_requested = Signal(str)

    def __init__(self, wording: Wording) -> None:
        """Start without a candidacy."""
        super().__init__()
        self._wording = wording
        self.rows: dict[str, AskedRow] = {}
        self.setProperty("card", "true")
        self._layout = column(self, spacing=Space.S + 2, margins=even(Space.L))

    def show_lines(self, view: DocumentsView) -> None:
        """Show how each thing stands for one candidacy."""
        clear(self._layout)
        self._layout.addWidget(label(self.tr("What the route asks for"), "heading"))
        needed = [one for one in view.lines if _is_counted(one)]
        met = sum(bool(one.documents) for one in needed)
        summary = self.tr("Needed documents: {met} of {count} are here.")
        text = summary.format(met=met, count=len(needed))
        self._layout.addWidget(label(text, tone="muted", wraps=True))
        self.rows = {}
        for line in view.lines:
            code = line.requirement.code
            attach = partial(self.attach_requested.emit, code)
            self.rows[code] = AskedRow(self._asked(line, view), attach)
            self._layout.addWidget(self.rows[code])

    def _asked(self, line: ChecklistLine, view: DocumentsView) -> AskedLine:
        wording, asked = self._wording, line.requirement
        state = wording.text(f"presence.{line.presence}")
        if asked.weight is Weight.OPTIONAL and line.presence in OPEN:
            state = plain_term("insisted", asked.weight, wording)
        purpose = plain_term("purpose", view.purpose_of(asked), wording)
        return AskedLine(
            asked.code,
            term(wording, "document", asked.code),
            f"{state} · {purpose}",
            line.presence,
            asked.weight,
            ", ".join(one.name for one in line.documents),
        )


def _is_counted(line: ChecklistLine) -> bool:
    is_needed = line.requirement.weight is Weight.NEEDED
    return is_needed and line.presence is not Presence.SUPERSEDED
