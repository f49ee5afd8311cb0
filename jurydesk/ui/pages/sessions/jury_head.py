"""The line above the seats of a jury: where it sits, who presides, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.ui.pages.sessions.readings import jury_findings
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.domain.session import Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording


class JuryHead(QWidget):
    """One line.

    Signals:
        president_chosen: who presides (person or None).
        reason_requested: write why the jury is of one sex.
        pin_requested: keep the jury when juries are proposed again, or let it go.
        removal_requested: take the jury away.
    """

    president_chosen = Signal(object)
    reason_requested = Signal()
    pin_requested = Signal()
    removal_requested = Signal()

    def __init__(self, board: SessionBoard, jury: Jury, wording: Wording) -> None:
        """Say where this jury sits; what changes it stands there while it may be changed."""
        super().__init__()
        layout = row(self, spacing=Space.S)
        half = term(wording, "half_day", jury.half_day).lower()
        day = wording.date(jury.day, weekday=True)
        title = self.tr("Jury {number}").format(number=jury.number)
        heard = len(board.session.hearings_of(jury.number))
        count = self.tr("{count} hearings").format(count=heard)
        layout.addWidget(label(title, "heading"))
        layout.addWidget(
            label(" · ".join((day, half, jury.room, count)), tone="muted", wraps=True), 1
        )
        if board.session.can_be_planned:
            layout.addWidget(self._build_president(board, jury))
            for act in self._acts(board, jury):
                layout.addWidget(act_button(act))

    def _build_president(self, board: SessionBoard, jury: Jury) -> ChoiceBox:
        choices: list[tuple[object, str]] = [(None, self.tr("President: to choose"))]
        for juror in jury.jurors:
            person = board.examiner(juror.examiner_id)
            if juror.deliberates and person is not None:
                text = self.tr("President: {name}").format(name=person.full_name)
                choices.append((person.id, text))
        box = ChoiceBox(choices, jury.president_id)
        box.setAccessibleName(self.tr("President"))
        box.chosen.connect(self.president_chosen)
        return box

    def _acts(self, board: SessionBoard, jury: Jury) -> tuple[Act, ...]:
        asked = any(finding.code == "JURY-05" for finding in jury_findings(board, jury))
        acts = []
        if asked or jury.one_sex_reason:
            text = self.tr("Reason of a one-sex jury…")
            acts.append(Act(text, self.reason_requested.emit, "reason"))
        is_kept = jury.number in board.session.pins.juries
        text = self.tr("Let the jury go") if is_kept else self.tr("Keep the jury")
        acts.append(Act(text, self.pin_requested.emit, "pin", manner="quiet"))
        acts.append(Act(self.tr("Remove"), self.removal_requested.emit, "delete", manner="quiet"))
        return tuple(acts)
