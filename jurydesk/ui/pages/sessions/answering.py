"""The acts on summonses: sent, accepted, declined, taken back, reminded; for one or for several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.release import Role
from jurydesk.domain.summons import Reply
from jurydesk.services import releasing, summonses
from jurydesk.services.summonses import AnswerDraft
from jurydesk.ui.dialogs.summons_dialog import ANSWERS, Exchange, SummonsDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.contacts import Contact
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs

    People = tuple[Contact, ...]


class SummonsActs(QObject):
    """What a coordinator writes down of the exchange with those whom a plan concerns."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Change the session that these acts change."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

    def send(self, people: People) -> None:
        """Ask when and how the summonses of those who are to be told left."""
        self._ask(Exchange.SENT, people, tuple(one for one in people if one.is_due))

    def accept(self, people: People) -> None:
        """Ask when these people accepted, and how they said so."""
        self._ask(Exchange.ACCEPTED, people, tuple(one for one in people if one.is_asked))

    def decline(self, people: People) -> None:
        """Ask when these people declined; somebody who sits is to be replaced then."""
        self._ask(Exchange.DECLINED, people, tuple(one for one in people if one.is_asked))

    def remind(self, people: People) -> None:
        """Ask when and how those without an answer were reminded."""
        self._ask(Exchange.REMINDED, people, tuple(one for one in people if one.reminder))

    def take_back(self, people: People) -> None:
        """Take the last answer of these people back."""
        answered = tuple(one.key for one in people if one.answer is not None)
        if answered:
            self._acts.adjust(summonses.withdraw_answer, people=answered)
        elif people:
            self._say(self.tr("There is no answer to take back."))

    def replace_who_declined(self, jury: int, examiner_id: int, reason: str = "") -> None:
        """Lead to who may stand in for somebody who declined."""
        board = self._acts.planned_board()
        place = board.session.jury(jury) if board else None
        juror = place.juror(examiner_id) if place else None
        if juror is not None:
            self._acts.stand_ins.ask(jury, juror.seat, examiner_id, reason=reason)

    def _ask(self, exchange: Exchange, chosen: People, people: People) -> None:
        if not people:
            if chosen:
                self._say(self._nobody(exchange))
            return
        wording, today = self._context.wording, self._context.desk.clock.today()
        window = self._acts.window()
        dialog = SummonsDialog(wording, exchange, people, today=today, parent=window)
        dialog.submitted.connect(partial(self._submit, dialog, people))
        dialog.open()

    def _submit(self, dialog: SummonsDialog, people: People) -> None:
        board = self._acts.board()
        if board is not None:
            call = self._call(dialog, people, board.session.code)
            done = partial(self._on_done, dialog.exchange, people, dialog.note_edit.text().strip())
            perform_asked(self._context, dialog, call, done=done)

    def _call(
        self, dialog: SummonsDialog, people: People, code: str
    ) -> Callable[[], Outcome[SessionBoard]]:
        keys = tuple(one.key for one in people)
        day, channel = dialog.day_field.day(), dialog.channel()
        desk = self._context.desk
        if dialog.exchange in ANSWERS:
            reply = Reply(dialog.exchange.value)
            draft = AnswerDraft(reply, day, dialog.halves(), channel, dialog.note_edit.text())
            return partial(summonses.record_answer, desk, code=code, people=keys, draft=draft)
        is_first = dialog.exchange is Exchange.SENT
        service = releasing.mark_told if is_first else summonses.remind
        return partial(service, desk, code=code, people=keys, channel=channel, on=day)

    def _on_done(self, exchange: Exchange, people: People, note: str, board: SessionBoard) -> None:
        self._acts.show(board)
        if exchange is not Exchange.DECLINED:
            return
        for one in people:
            for jury in board.session.juries:
                summons = next((s for s in board.summonses if s.person == one.key), None)
                seated = one.role is Role.EXAMINER and jury.juror(one.number)
                if seated and summons is not None and summons.has_declined(jury.half):
                    self.replace_who_declined(jury.number, one.number, note)
                    return

    def _nobody(self, exchange: Exchange) -> str:
        return {
            Exchange.SENT: self.tr("These people were sent what the plan asks of them already."),
            Exchange.ACCEPTED: self.tr("These people were sent no summons yet."),
            Exchange.DECLINED: self.tr("These people were sent no summons yet."),
            Exchange.REMINDED: self.tr("Nobody among these people owes an answer."),
        }[exchange]

    def _say(self, text: str) -> None:
        self._context.toasts.show_message(text, tone="warning")
