"""Pins on the board: what stays when juries are proposed again, and who is not to be seated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services import pinning

if TYPE_CHECKING:
    from jurydesk.domain.pins import Pins
    from jurydesk.ui.pages.sessions.board_acts import BoardActs


class PinActs(QObject):
    """Each act turns one pin on or off; Ctrl+Z takes it back."""

    def __init__(self, acts: BoardActs) -> None:
        """Change the session that these acts change."""
        super().__init__(acts)
        self._acts = acts

    def toggle_hearing(self, candidacy_id: int) -> None:
        """Keep a hearing at its hour before its jury, or let it go."""
        pins = self._pins()
        if pins is not None:
            pinned = candidacy_id not in pins.hearings
            self._acts.adjust(pinning.pin_hearing, candidacy_id=candidacy_id, pinned=pinned)

    def toggle_jury(self, jury: int) -> None:
        """Keep a jury with its members, or let it go."""
        pins = self._pins()
        if pins is not None:
            self._acts.adjust(pinning.pin_jury, jury=jury, pinned=jury not in pins.juries)

    def toggle_member(self, jury: int, examiner_id: int) -> None:
        """Keep somebody in a jury, or let them go; of a kept jury everybody is kept."""
        pins = self._pins()
        if pins is None:
            return
        if jury in pins.juries:
            self.toggle_jury(jury)
            return
        pinned = examiner_id not in pins.members_kept(jury)
        self._acts.adjust(pinning.pin_juror, jury=jury, examiner_id=examiner_id, pinned=pinned)

    def toggle_barred(self, examiner_id: int) -> None:
        """Keep somebody out of the next proposal, or admit them."""
        pins = self._pins()
        if pins is not None:
            barred = examiner_id not in pins.barred
            self._acts.adjust(pinning.bar_examiner, examiner_id=examiner_id, barred=barred)

    def let_go(self) -> None:
        """Drop every pin."""
        self._acts.adjust(pinning.let_go)

    def _pins(self) -> Pins | None:
        board = self._acts.planned_board()
        return board.session.pins if board is not None else None
