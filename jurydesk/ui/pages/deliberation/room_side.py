"""The right side of the room: the members, and what is still to settle for this candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.deliberation.members import MembersPanel
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.quiet_bar import keep_bar_place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jurydesk.domain.findings import Finding
    from jurydesk.ui.widgets.acts import Act
    from jurydesk.wording import Wording

WIDTH, NARROW = 316, 252


class RoomSide(QScrollArea):
    """Members above, findings below with the act that settles each."""

    def __init__(self) -> None:
        """Start without a jury."""
        super().__init__()
        self.members = MembersPanel()
        self.findings = FindingsList()
        self._shown: tuple[Finding, ...] | None = None
        self.findings.set_nothing(self.tr("Nothing: this candidate is settled."))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar_place(self)
        content = QWidget()
        layout = column(content, spacing=Space.M, margins=(0, 0, Space.S, 0))
        layout.addWidget(self.members)
        self._standing = QWidget()
        standing = column(self._standing, spacing=Space.S)
        standing.addWidget(label(self.tr("What is still to settle"), "strong"))
        standing.addWidget(self.findings)
        layout.addWidget(self._standing)
        layout.addStretch(1)
        self.setWidget(content)

    def show_findings(
        self,
        found: Sequence[Finding],
        wording: Wording,
        act_for: Callable[[Finding], Act | None] | None,
    ) -> None:
        """Show what is still to settle; the list is only built anew where it differs."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        self.findings.follow_lines(finding_lines(found, wording, act_for=act_for))

    def set_terse(self, *, is_terse: bool) -> None:
        """Leave the members only: what is still to note is the secretary's."""
        self._standing.setVisible(not is_terse)
        self.members.set_terse(is_terse=is_terse)

    def share_room(self, *, is_wide: bool, zoom: float) -> None:
        """Leave the candidate enough room on a small window; larger letters need more."""
        self.setFixedWidth(round((WIDTH if is_wide else NARROW) * zoom))
