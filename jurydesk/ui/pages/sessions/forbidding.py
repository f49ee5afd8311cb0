"""Forbidding on the board: who, then what; the list of wishes takes each back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.bans import Ban, BanKind
from jurydesk.finding_text import finding_text
from jurydesk.services import forbidding, pinning
from jurydesk.ui.dialogs.pick_dialog import PickOption
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.pins import Pins
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.ui.pages.sessions.wishes_view import WishesView

WORKBOOK_FILTER = "Excel (*.xlsx)"
ICONS = {
    BanKind.SESSION: "blocked",
    BanKind.HALF_DAY: "calendar",
    BanKind.ROOM: "room",
    BanKind.PAIR: "people",
    BanKind.CANDIDATE: "person",
    BanKind.HEARING: "calendar",
}
Who = tuple[int, int]
"""Number of an examiner, or 0; and of a candidacy."""


class ForbidActs(QObject):
    """Each ban is one act; Ctrl+Z takes it back, and so does the list."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Change the session that these acts change."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

    def follow(self, view: WishesView) -> None:
        """Do what the list of wishes asks for."""
        view.forbid_requested.connect(self.choose_who)
        view.dropped.connect(self.take_back)
        view.list.export_requested.connect(self.ask_where_to_export)

    def choose_who(self) -> None:
        """Offer everybody about whom something could be forbidden."""
        board = self._acts.planned_board()
        if board is not None:
            self._acts.pickers.offer(
                self.tr("Forbid in this session"),
                self.tr("About whom? What is forbidden is said next."),
                self._people(board),
                self._on_person_picked,
            )

    def about_examiner(self, examiner_id: int) -> None:
        """Offer what could be forbidden about an examiner."""
        self._offer(examiner_id, 0)

    def about_candidacy(self, candidacy_id: int) -> None:
        """Offer what could be forbidden about a candidate."""
        self._offer(0, candidacy_id)

    def take_back(self, pins: Pins) -> None:
        """Drop pins and bans."""
        self._acts.adjust(pinning.let_these_go, pins=pins)

    def ask_where_to_export(self) -> None:
        """Ask where the list of wishes should go."""
        board = self._acts.board()
        if board is not None:
            self._context.prompter.save_file(
                self.tr("Where should the list go?"),
                self._export,
                filters=(WORKBOOK_FILTER,),
                suggested=self.tr("wishes-{code}.xlsx").format(code=board.session.code),
            )

    def _export(self, path: Path) -> None:
        board = self._acts.board()
        if board is not None:
            desk, wording = self._context.desk, self._context.wording
            code = board.session.code
            job = partial(forbidding.export_wishes, desk, code=code, path=path, wording=wording)
            told = partial(self._acts.say_saved, path)
            self._context.runner.submit(job, done=told, receiver=self)

    def _offer(self, examiner_id: int, candidacy_id: int) -> None:
        board = self._acts.planned_board()
        if board is not None:
            job = partial(self._options, board, examiner_id, candidacy_id)
            self._context.runner.submit(job, done=self._on_options, receiver=self)

    def _options(
        self, board: SessionBoard, examiner_id: int, candidacy_id: int
    ) -> tuple[PickOption, ...]:
        """Write the sentences, beside the window: there are as many as people."""
        offered = forbidding.bans_about(board, examiner_id=examiner_id, candidacy_id=candidacy_id)
        wording = self._context.wording
        return tuple(
            PickOption(
                one.ban,
                Entry(finding_text(one.sentence, wording), "", ICONS[one.ban.kind], "warning"),
            )
            for one in offered
        )

    def _title(self, board: SessionBoard, ban: Ban, *, is_candidate: bool) -> str:
        """Return what tells a ban from the others about the same person."""
        wording = self._context.wording
        if ban.kind is BanKind.SESSION:
            return board.session.code
        if ban.day is not None and ban.half_day is not None:
            half = term(wording, "half_day", ban.half_day).lower()
            day = sentence_case(wording.date(ban.day, weekday=True))
            return " · ".join(part for part in (day, half, ban.room) if part)
        other = ban.examiner if is_candidate else ban.other or 0
        person = board.examiner(other) if other else None
        row = board.candidacy(ban.candidacy)
        return person.full_name if person else row.candidate.full_name if row else ""

    def _on_options(self, options: tuple[PickOption, ...]) -> None:
        title = self.tr("Forbid in this session")
        text = self.tr("Every proposal, repair and alternative keeps to it until you take it back.")
        self._acts.pickers.offer(title, text, options, self._on_ban_picked)

    def _people(self, board: SessionBoard) -> list[PickOption]:
        seated = {juror.examiner_id for jury in board.session.juries for juror in jury.jurors}
        sits, is_free = self.tr("Sits in this session"), self.tr("Examiner")
        people = sorted(board.examiners, key=lambda one: (one.id not in seated, one.full_name))
        options = []
        for one in people:
            where, icon = (sits, "seat") if one.id in seated else (is_free, "person")
            options.append(PickOption((one.id, 0), Entry(one.full_name, where, icon, "accent")))
        for row in sorted(board.candidacies, key=lambda one: one.candidate.full_name):
            route = term(self._context.wording, "route", row.candidacy.route)
            options.append(
                PickOption((0, row.key), Entry(row.candidate.full_name, route, "route", "muted"))
            )
        return options

    def _on_person_picked(self, who: object) -> None:
        if isinstance(who, tuple):
            self._offer(*who)

    def _on_ban_picked(self, ban: object) -> None:
        if isinstance(ban, Ban):
            self._acts.adjust(forbidding.forbid, ban=ban)
