"""Pins on the board: what stays when juries are proposed again, and who is not to be seated."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.finding_text import finding_text
from jurydesk.services import forbidding, pinning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.pins import Pins
    from jurydesk.services.pinning import Contradiction
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs


class PinActs(QObject):
    """Each act turns one pin on or off; Ctrl+Z takes it back."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Change the session that these acts change."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

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

    def look_for_contradiction(self, board: SessionBoard) -> None:
        """Look beside the window whether the pins can be kept together; say so above the juries."""
        if board.session.pins.any and board.session.can_be_planned:
            job = partial(pinning.contradiction, board)
            told = partial(self._on_found, board)
            self._context.runner.submit(job, done=told, receiver=self)

    def let_these_go(self, found: Contradiction) -> None:
        """Drop the pins that contradict each other."""
        self._acts.adjust(pinning.let_these_go, pins=found.pins)

    def let_go(self) -> None:
        """Drop every pin."""
        self._acts.adjust(pinning.let_go)

    def _on_found(self, board: SessionBoard, found: Contradiction | None) -> None:
        if found is None or self._acts.board() is not board:
            return
        self._acts.show_contradiction(found, tuple(self._names(board, found.pins)))

    def _names(self, board: SessionBoard, pins: Pins) -> Iterator[str]:
        """Yield what contradicts, each by its name; a ban by its sentence."""
        for number in pins.juries:
            yield self.tr("jury {number}").format(number=number)
        for wish in forbidding.wishes(board):
            is_named = not wish.pins.juries and pins.without(wish.pins) != pins
            person = wish.sentence.subjects[0].name if wish.sentence.subjects else ""
            if is_named and wish.is_ban:
                yield finding_text(wish.sentence, self._context.wording).rstrip(".")
            elif is_named:
                yield person

    def _pins(self) -> Pins | None:
        board = self._acts.planned_board()
        return board.session.pins if board is not None else None
