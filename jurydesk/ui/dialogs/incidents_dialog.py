"""What went wrong, line by line: when, in which jury, what. The minutes print it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from jurydesk.domain.deliberation import Incident
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.pages.deliberation.hour_edit import HourEdit
from jurydesk.ui.pages.deliberation.note_edit import NoteEdit
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.wording import Wording

WIDTH, HEIGHT = 620, 280
HOUR_WIDTH = 84


class IncidentRow(QFrame):
    """One incident.

    Signals:
        removed: it is not to be said any more.
    """

    removed = Signal()

    def __init__(self, incident: Incident, juries: Sequence[tuple[object, str]]) -> None:
        """Show it; `juries` are the numbers with their words, None for the whole session."""
        super().__init__()
        self.setProperty("card", "true")
        self.hour_edit = HourEdit(incident.at, self.tr("Hour"))
        self.hour_edit.setFixedWidth(HOUR_WIDTH)
        self.jury_box = ChoiceBox(juries, incident.jury)
        self.jury_box.setAccessibleName(self.tr("Jury"))
        self.text_edit = NoteEdit(self.tr("What happened"), lines=2)
        self.text_edit.show_note(incident.text, is_locked=False)
        remove = icon_button("delete", self.tr("Leave it out"))
        remove.clicked.connect(self.removed)
        layout = column(self, spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S))
        head = row(spacing=Space.S)
        head.addWidget(self.hour_edit)
        head.addWidget(self.jury_box)
        head.addStretch(1)
        head.addWidget(remove)
        layout.addLayout(head)
        layout.addWidget(self.text_edit)

    def incident(self) -> Incident:
        """Return the incident as written."""
        jury = self.jury_box.value()
        number = jury if isinstance(jury, int) else None
        return Incident(self.text_edit.note(), number, self.hour_edit.hour())


class IncidentsDialog(AskDialog):
    """All incidents of a session; a new one is ready to be written.

    Signals:
        submitted: the incidents, in order, those without words left out.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        told: Sequence[Incident],
        fresh: Incident,
        *,
        juries: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """Show what was told, and below it one with the hour and the jury of the moment."""
        super().__init__(wording, parent, width=WIDTH)
        self._fresh = fresh
        named = [(number, self.tr("Jury {number}").format(number=number)) for number in juries]
        self._juries = [(None, self.tr("Whole session")), *named]
        self.rows: list[IncidentRow] = []
        self.save_button = QPushButton(self.tr("Save"))
        self.add_heading(
            self.tr("Incidents"), self.tr("What happened that the minutes must say, and when.")
        )
        self._lines = column(spacing=Space.S)
        self.outer.addWidget(self._build_lines(), 1)
        another = Act(self.tr("Another one"), self.add_another, "add", "Ctrl+N")
        self.outer.addWidget(act_button(another), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_problem()
        self.add_buttons(self.save_button, self._save)
        for incident in told:
            self._add(incident)
        self.add_another()

    def add_another(self) -> None:
        """Begin one more, with the hour and the jury of the moment."""
        self._add(self._fresh).text_edit.setFocus()

    def _build_lines(self) -> QScrollArea:
        inside = QWidget()
        layout = column(inside)
        layout.addLayout(self._lines)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setMinimumHeight(HEIGHT)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = area.verticalScrollBar()
        # What is begun last stands at the foot
        self._bar.rangeChanged.connect(self._on_range_changed)
        return area

    def _add(self, incident: Incident) -> IncidentRow:
        one = IncidentRow(incident, self._juries)
        one.removed.connect(partial(self._remove, one))
        self.rows.append(one)
        self._lines.addWidget(one)
        return one

    def _remove(self, one: IncidentRow) -> None:
        self.rows.remove(one)
        one.hide()
        one.deleteLater()

    def _save(self) -> None:
        told = (one.incident() for one in self.rows)
        self.submitted.emit(tuple(one for one in told if one.text))

    def _on_range_changed(self, _least: int, most: int) -> None:
        self._bar.setValue(most)
