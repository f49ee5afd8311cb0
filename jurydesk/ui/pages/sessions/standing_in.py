"""Who may take a seat, with the effect of each; and what follows when somebody cannot come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.finding_text import finding_title
from jurydesk.services import standing_in
from jurydesk.ui.dialogs.pick_dialog import PickOption
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.pages.sessions.pickers import LOOKS
from jurydesk.ui.prompts import Question
from jurydesk.ui.words import gravest, term

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
    from jurydesk.services.standing_in import Effect, Substitute
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.ui.theme.tokens import Tone


class StandIns(QObject):
    """Offers people for a seat; the effect of each is worked out beside the window."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Keep the acts that follow from a choice."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

    def ask(self, jury: int, seat: str, examiner_id: int, *, reason: str = "") -> None:
        """Ask why somebody cannot come; then offer who may stand in."""
        board = self._acts.planned_board()
        person = board.examiner(examiner_id) if board else None
        if person is not None:
            title = self.tr("{name} cannot come?").format(name=person.full_name)
            text = self.tr("The half-day is kept as an absence, and the seat falls vacant.")
            question = Question(title, text, (), self.tr("Reason, if there is one:"))
            answered = partial(self._cancel, jury, seat, examiner_id)
            self._context.prompter.ask_text(question, answered, initial=reason)

    def choose(self, jury: int, seat: str) -> None:
        """Offer everybody for a seat: the best first, each with the effect or the reason."""
        board = self._acts.planned_board()
        if board is not None:
            job = partial(standing_in.substitutes, board, jury=jury, seat=seat)
            told = partial(self._offer, jury, seat)
            self._context.runner.submit(job, done=told, receiver=self)

    def _cancel(self, jury: int, seat: str, examiner_id: int, reason: str) -> None:
        board = self._acts.planned_board()
        if board is not None:
            call = partial(
                standing_in.cancel_juror,
                self._context.desk,
                code=board.session.code,
                jury=jury,
                examiner_id=examiner_id,
                reason=reason,
            )
            done = partial(self._on_cancelled, jury, seat)
            self._context.operations.perform(call, done=done)

    def _on_cancelled(self, jury: int, seat: str, board: SessionBoard) -> None:
        self._acts.show(board)
        self.choose(jury, seat)

    def _offer(self, jury: int, seat: str, found: tuple[Substitute, ...]) -> None:
        kind = term(self._context.wording, "seat", seat)
        title = self.tr("Jury {number}: {seat}").format(number=jury, seat=kind)
        text = self.tr("First those with whom every hearing can be held, then by what they bring.")
        options = [self._option(one) for one in found]
        picked = partial(self._on_picked, jury, seat)
        self._acts.pickers.offer(title, text, options, picked)

    def _option(self, one: Substitute) -> PickOption:
        wording, person, option = self._context.wording, one.examiner, one.option
        titles = dict.fromkeys(finding_title(finding, wording) for finding in option.findings)
        load = self.tr("juries this year: {count}").format(count=option.load)
        effect = self._effect(one.effect) if one.effect else ()
        detail = " · ".join((*effect, *titles, load))
        who = " · ".join(part for part in (person.occupation, person.organisation) if part)
        entry = Entry(person.full_name, detail, *_look(option.findings, one.effect), who)
        return PickOption(person.id, entry, finding_lines(option.findings, wording))

    def _effect(self, effect: Effect) -> tuple[str, ...]:
        sexes = self.tr("{women} W / {men} M").format(women=effect.women, men=effect.men)
        parts = [sexes]
        if effect.unheard:
            text = self.tr("hearings that could not be held: {count}")
            parts.append(text.format(count=effect.unheard))
        if effect.recusals:
            parts.append(self.tr("recusals: {count}").format(count=effect.recusals))
        return tuple(parts)

    def _on_picked(self, jury: int, seat: str, examiner_id: object) -> None:
        self._acts.seat_person(jury, seat, int(str(examiner_id)))


def _look(findings: tuple[Finding, ...], effect: Effect | None) -> tuple[str, Tone]:
    if effect is not None and effect.unheard:
        return "warning", "warning"
    return LOOKS[gravest(findings)]
