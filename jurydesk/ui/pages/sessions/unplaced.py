"""The candidates of a session that have no hour yet, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from jurydesk.ui.messages import finding_lines
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.domain.findings import Finding
    from jurydesk.services.views import CandidacyRow, SessionBoard
    from jurydesk.wording import Wording


class UnplacedPanel(QScrollArea):
    """Who waits for an hour, with the reasons that the last proposal gave.

    Signals:
        placing_requested: find an hour for a candidacy.
        withdrawal_requested: take a candidacy out of the session.
    """

    placing_requested = Signal(int)
    withdrawal_requested = Signal(int)

    def __init__(self, wording: Wording) -> None:
        """Start without a session."""
        super().__init__()
        self._wording = wording
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._layout = column(content, spacing=Space.S, margins=(0, 0, Space.S, Space.L))
        self.setWidget(content)

    def show_board(
        self, board: SessionBoard, reasons: Mapping[int, tuple[Finding, ...]] | None = None
    ) -> None:
        """Show who has no hour in this session; without `reasons` those of the proposal."""
        clear(self._layout)
        waiting = [row_ for row_ in board.candidacies if row_.key in board.session.unplaced]
        known = _reasons(board) if reasons is None else reasons
        for one in waiting:
            can_change = board.session.can_be_planned
            found = known.get(one.key, ())
            self._layout.addWidget(self._build_row(one, found, can_change=can_change))
        if not waiting:
            text = self.tr("Every candidate of this session has an hour.")
            self._layout.addWidget(EmptyState("check-circle", self.tr("All placed"), text))
        self._layout.addStretch(1)

    def _build_row(
        self, one: CandidacyRow, reasons: tuple[Finding, ...], *, can_change: bool
    ) -> QFrame:
        frame, layout = card(spacing=Space.S)
        head = row(spacing=Space.S)
        head.addWidget(label(one.candidate.full_name, "strong"))
        head.addWidget(label(term(self._wording, "route", one.candidacy.route), tone="muted"), 1)
        if can_change:
            place = Act(
                self.tr("Place…"), partial(self.placing_requested.emit, one.key), "calendar"
            )
            withdraw = Act(
                self.tr("Take out"),
                partial(self.withdrawal_requested.emit, one.key),
                "close",
                manner="quiet",
            )
            head.addWidget(act_button(place))
            head.addWidget(act_button(withdraw))
        layout.addLayout(head)
        if reasons:
            layout.addWidget(FindingsList(finding_lines(reasons, self._wording)))
        return frame


def _reasons(board: SessionBoard) -> dict[int, tuple[Finding, ...]]:
    proposal = board.session.proposal
    if proposal is None:
        return {}
    return {one.candidacy_id: one.reasons for one in proposal.unplaced}
