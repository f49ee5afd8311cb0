"""The line under a list that says what it adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jurydesk.domain.expenses import totals
from jurydesk.ui.theme.scale import Space, tabular
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import row
from jurydesk.ui.words import pair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.expenses import Claim
    from jurydesk.wording import Wording

PARTS = 4


class TotalsLine(QWidget):
    """Four sums side by side."""

    def __init__(self, wording: Wording) -> None:
        """Start empty."""
        super().__init__()
        self._wording = wording
        self._labels = [label("", "strong") for _ in range(PARTS)]
        layout = row(self, spacing=Space.XL, margins=(Space.XL, 0, Space.XL, Space.L))
        layout.addStretch(1)
        for one in self._labels:
            one.setFont(tabular(one.font()))
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(one)

    def texts(self) -> tuple[str, ...]:
        """Return what is said."""
        return tuple(one.text() for one in self._labels)

    def show_claims(self, claims: Iterable[Claim]) -> None:
        """Say what claims add up to."""
        sums = totals(tuple(claims))
        money = self._wording.money
        self._say(
            pair(self.tr("To be checked"), money(sums.expected)),
            pair(self.tr("Due"), money(sums.due)),
            pair(self.tr("Paid"), money(sums.paid)),
            pair(self.tr("Left to pay"), money(sums.outstanding)),
        )

    def show_claim(self, claim: Claim) -> None:
        """Say what one claim comes to."""
        money = self._wording.money
        self._say(
            pair(self.tr("Claimed"), money(claim.claimed)),
            pair(self.tr("Due"), money(claim.due)),
            pair(self.tr("Paid"), money(claim.paid)),
            pair(self.tr("Left to pay"), money(claim.outstanding)),
        )

    def _say(self, *texts: str) -> None:
        for one, text in zip(self._labels, texts, strict=True):
            one.setText(text)
