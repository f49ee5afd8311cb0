"""Saves each record as it is edited; what was typed is kept where a save is refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.errors import JurydeskError, StaleData
from jurydesk.services.deliberating import record_hearing
from jurydesk.ui.pages.deliberation.readings import record_of

if TYPE_CHECKING:
    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.page import PageContext


class RecordSaver(QObject):
    """Sends records to the one database worker, in order, each with what was seen before it.

    Signals:
        saved: the day as it stands now (`DeliberationBoard`).
        refused: the `HearingRecord` that was typed, and the error.
    """

    saved = Signal(object)
    refused = Signal(object, object)

    def __init__(self, context: PageContext, initiator: QObject) -> None:
        """Save for a page, which does not hear its own echo."""
        super().__init__(initiator)
        self._context = context
        self._initiator = initiator
        self._seen: dict[int, HearingRecord] = {}
        self._sent: dict[int, HearingRecord] = {}
        self._under_way: Counter[int] = Counter()
        self._held: set[int] = set()

    def know(self, record: HearingRecord) -> None:
        """Remember what is on screen before anybody types: it is what may be written over."""
        if record.candidacy_id not in self._sent:
            self._seen[record.candidacy_id] = record

    def save(self, code: str, record: HearingRecord) -> None:
        """Save a record, unless somebody has to choose between two first."""
        key = record.candidacy_id
        if key in self._held or record == self._seen.get(key):
            return
        call = partial(
            record_hearing,
            self._context.desk,
            code=code,
            record=record,
            seen=self._seen.get(key),
        )
        # The next save of this candidate is made over this one, which is still under way
        self._seen[key] = self._sent[key] = record
        self._under_way[key] += 1
        self._context.operations.perform(
            call,
            done=partial(self._on_saved, key),
            failed=partial(self._on_failed, record),
            initiator=self._initiator,
            is_quiet=True,
        )

    def write_mine(self, code: str, record: HearingRecord, *, over: HearingRecord) -> None:
        """Save what was typed although somebody else wrote something in between."""
        self.release(over)
        self.save(code, record)

    def release(self, stored: HearingRecord) -> None:
        """Go on from what is stored."""
        key = stored.candidacy_id
        self._held.discard(key)
        self._sent.pop(key, None)
        self._seen[key] = stored

    def is_held(self, candidacy_id: int) -> bool:
        """Tell whether somebody has to choose before this candidate is saved again."""
        return candidacy_id in self._held

    def overlaid(self, board: DeliberationBoard) -> DeliberationBoard:
        """Return a board with what was typed since it was read."""
        for record in self._sent.values():
            board = with_record(board, record)
        return board

    def _on_saved(self, key: int, board: DeliberationBoard) -> None:
        self._end(key)
        self.saved.emit(self.overlaid(board))

    def _on_failed(self, record: HearingRecord, error: Exception) -> None:
        key = record.candidacy_id
        self._end(key)
        self._sent.pop(key, None)
        if not isinstance(error, JurydeskError):
            self._context.runner.failed.emit(error)
            return
        is_first = key not in self._held
        if isinstance(error, StaleData):
            self._held.add(key)
        if is_first:
            self.refused.emit(record, error)

    def _end(self, key: int) -> None:
        self._under_way[key] -= 1
        if not self._under_way[key]:
            self._sent.pop(key, None)


def with_record(board: DeliberationBoard, record: HearingRecord) -> DeliberationBoard:
    """Return the board as it will be once the record is stored."""
    if record == record_of(board, record.candidacy_id):
        return board
    others = (r for r in board.deliberation.records if r.candidacy_id != record.candidacy_id)
    deliberation = replace(board.deliberation, records=(*others, record))
    return replace(board, deliberation=deliberation)
