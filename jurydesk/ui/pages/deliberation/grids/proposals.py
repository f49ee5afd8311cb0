"""What the common grid proposes for each block: a button that a person presses, or does not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from jurydesk.domain.certification import WHOLE, short_code
from jurydesk.ui.widgets.flow import FlowRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.grids import BlockProposal
    from jurydesk.wording import Wording


class ProposalRow(FlowRow):
    """One button for each block; a block of which lines are not marked proposes nothing yet.

    Signals:
        proposal_chosen: somebody takes a proposal over (code of the block, `Outcome`).
    """

    proposal_chosen = Signal(str, object)

    def __init__(self, wording: Wording) -> None:
        """Start without a block."""
        super().__init__()
        self._wording = wording
        self.buttons: tuple[QPushButton, ...] = ()

    def show_proposals(self, proposals: Iterable[BlockProposal], *, is_closed: bool) -> None:
        """Show what is proposed; once the deliberation is closed nothing can be taken over."""
        self.buttons = tuple(self._button(one, is_closed=is_closed) for one in proposals)
        self.set_widgets(self.buttons)

    def _button(self, one: BlockProposal, *, is_closed: bool) -> QPushButton:
        button = QPushButton(self._text(one))
        button.setEnabled(one.outcome is not None and not is_closed)
        number = self._wording.number
        told = self.tr("{reached} for a threshold of {needed}; the jury decides")
        reached, needed = number(round(one.reached, 2)), number(one.threshold)
        button.setToolTip(told.format(reached=reached, needed=needed))
        button.clicked.connect(partial(self._on_clicked, one))
        return button

    def _text(self, one: BlockProposal) -> str:
        words = self._wording
        name = words.text("block.WHOLE") if one.block == WHOLE else short_code(one.block)
        if one.outcome is None:
            text = self.tr("{block}: {marked} of {lines} lines")
            return text.format(block=name, marked=one.marked, lines=one.lines)
        outcome = words.text(f"RESULT-OUTCOME-{one.outcome}")
        return self.tr("{block}: proposed {outcome}").format(block=name, outcome=outcome)

    def _on_clicked(self, one: BlockProposal, *_ignored: object) -> None:
        self.proposal_chosen.emit(one.block, one.outcome)
