"""The checklist before closing: each open line leads to its place, and the last act is for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.services.closing_checklist import FixPlace, checklist_of
from jurydesk.services.deliberating import close_deliberation
from jurydesk.ui.dialogs.closing_dialog import ClosingDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from jurydesk.services.closing_checklist import FixTarget
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from jurydesk.ui.pages.page import PageContext

PAGES = {
    FixPlace.SETTINGS: "settings",
    FixPlace.CERTIFICATION: "certifications",
    FixPlace.EXAMINER: "examiners",
    FixPlace.CANDIDATE: "candidates",
    FixPlace.SESSION_PLACE: "sessions",
}


class Closing(QObject):
    """Opens the checklist over the room.

    Signals:
        closed: the day with its decisions fixed (`DeliberationBoard`).
    """

    closed = Signal(object)

    def __init__(self, context: PageContext, room: DeliberationRoom) -> None:
        """Lead to places in this room, or to other pages."""
        super().__init__(room)
        self._context = context
        self._room = room
        self.dialog: ClosingDialog | None = None

    def ask(self, board: DeliberationBoard) -> None:
        """Show what stands between the deliberation and its closing."""
        dialog = ClosingDialog(self._context.wording, checklist_of(board), self._room.window())
        dialog.fix_requested.connect(partial(self._go_there, board))
        dialog.close_requested.connect(partial(self._close, board.board.session.code))
        self.dialog = dialog
        dialog.open()

    def _close(self, code: str) -> None:
        call = partial(close_deliberation, self._context.desk, code=code)
        if self.dialog is not None:
            perform_asked(self._context, self.dialog, call, done=self.closed.emit, is_quiet=True)

    def _go_there(self, board: DeliberationBoard, target: FixTarget) -> None:
        if target.place is FixPlace.DELIBERATION:
            heard = board.board.session.hearings_of(target.jury)
            self._room.go_to(target.number or (heard[0].candidacy_id if heard else 0))
            self._room.order.setFocus()
        elif target.place is FixPlace.SESSION_PLACE:
            self._context.navigate(PAGES[target.place], target.session)
        else:
            self._context.navigate(PAGES[target.place], target.number or None)
