"""What happens to words that could not be saved: they stay, with what is stored beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.errors import StaleData
from jurydesk.finding_text import finding_text
from jurydesk.services.deliberating import open_deliberation
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.pages.deliberation.readings import record_of
from jurydesk.ui.pages.deliberation.unsaved import differences

if TYPE_CHECKING:
    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.errors import JurydeskError
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from jurydesk.ui.pages.deliberation.saving import RecordSaver
    from jurydesk.ui.pages.page import PageContext


class RefusedSaves(QObject):
    """Leads through one refusal at a time.

    Signals:
        settled: the day as it is stored, where that was chosen (`DeliberationBoard`).
    """

    settled = Signal(object)

    def __init__(self, context: PageContext, room: DeliberationRoom, saver: RecordSaver) -> None:
        """Show refusals above the candidate of the room."""
        super().__init__(room)
        self._context = context
        self._room = room
        self._saver = saver
        self._note = room.form.unsaved
        self._stored: DeliberationBoard | None = None
        self._key = 0
        saver.refused.connect(self._on_refused)
        saver.saved.connect(self._on_saved)
        self._note.mine_chosen.connect(self._on_mine)
        self._note.theirs_chosen.connect(self._on_theirs)

    def is_open(self) -> bool:
        """Tell whether something typed waits for a choice."""
        return bool(self._key)

    def _on_refused(self, record: HearingRecord, error: JurydeskError) -> None:
        self._key = record.candidacy_id
        job = partial(open_deliberation, self._context.desk, code=self._room.code())
        self._context.runner.submit(job, done=partial(self._show, record, error), receiver=self)

    def _show(self, record: HearingRecord, error: JurydeskError, board: DeliberationBoard) -> None:
        self._stored = board
        stored = record_of(board, record.candidacy_id)
        if not isinstance(error, StaleData):
            # Nobody else wrote: the next words are saved as soon as they may be
            self._saver.release(stored)
        self._room.go_to(record.candidacy_id)
        self._room.show_board(board, whole_again=False)
        if self._room.record() != record:
            self._room.show_record(record)
        names = self._names()
        theirs = differences(record, stored, self._context.wording, names)
        self._note.show_refusal(self._sentence(error), theirs)

    def _sentence(self, error: JurydeskError) -> str:
        wording = self._context.wording
        said = wording.text(error.code, **error.figures)
        if isinstance(error, RefusedByFindings):
            return "\n".join((said, *(finding_text(one, wording) for one in error.findings)))
        return said

    def _names(self) -> dict[str, str]:
        return {
            "appearance": self.tr("Stored: appearance"),
            "recusals": self.tr("Stored: recusals"),
            "vote": self.tr("Stored: vote"),
            "recommendation": self.tr("Stored: recommendation"),
            "observations": self.tr("Stored: observations"),
        }

    def _on_mine(self) -> None:
        if self._stored is None:
            return
        self._room.form.flush()
        stored = record_of(self._stored, self._key)
        self._note.hide()
        self._key = 0
        self._saver.write_mine(self._room.code(), self._room.record(), over=stored)

    def _on_theirs(self) -> None:
        if self._stored is None:
            return
        self._saver.release(record_of(self._stored, self._key))
        self._note.hide()
        self._key = 0
        self.settled.emit(self._stored)

    def _on_saved(self, _board: object) -> None:
        if self._key and not self._saver.is_held(self._key):
            self._note.hide()
            self._key = 0
