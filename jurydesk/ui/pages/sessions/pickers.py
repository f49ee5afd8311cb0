"""What a person chooses from on the board: an hour, a half-day, candidates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import Severity
from jurydesk.services import adjusting, sessions
from jurydesk.ui.dialogs.pick_dialog import PickDialog, PickOption
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.pages.sessions.places import legal_places
from jurydesk.ui.words import gravest, sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from jurydesk.services.views import CandidacyRow, SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.ui.theme.tokens import Tone

    Half = tuple[date, HalfDay, str, str]
    """A half-day in a room, and what the jury would judge."""

EVERYBODY = 0
LOOKS: dict[Severity | None, tuple[str, Tone]] = {
    Severity.BLOCKING: ("blocked", "danger"),
    Severity.NEEDS_REASON: ("reason", "warning"),
    Severity.WARNING: ("warning", "warning"),
    None: ("check-circle", "success"),
}


class BoardPickers(QObject):
    """Opens the lists; what is taken goes to the acts."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Keep the acts that follow from a choice."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

    def choose_place(self, candidacy_id: int) -> None:
        """Offer the legal hours for one candidacy, the earliest first."""
        board = self._acts.planned_board()
        row = board.candidacy(candidacy_id) if board else None
        if board is None or row is None:
            return
        options = legal_places(board, candidacy_id, self._context.wording)
        title = self.tr("An hour for {name}").format(name=row.candidate.full_name)
        text = (
            self.tr("These hours break no rule.")
            if options
            else self.tr("No hour is free and legal: add a day, a room or a jury.")
        )
        self.offer(title, text, options, partial(self._on_place_picked, candidacy_id))

    def choose_half_day(self) -> None:
        """Offer the half-days on which a room has no jury yet."""
        board = self._acts.planned_board()
        if board is None:
            return
        several = board.session.has_several
        options = [self._half_day(half, names_aim=several) for half in _free_halves(board)]
        text = (
            self.tr("The jury begins empty: its seats are filled one by one.")
            if options
            else self.tr("Every room has a jury on every half-day.")
        )
        self.offer(self.tr("Add a jury"), text, options, self._on_half_day_picked)

    def choose_candidates(self) -> None:
        """Offer whoever is ready and in no session."""
        board = self._acts.planned_board()
        if board is not None:
            job = partial(
                sessions.ready_candidacies,
                self._context.desk,
                certifications=board.session.certifications,
                on=board.session.days[0],
            )
            self._context.runner.submit(job, done=self._offer_candidates)

    def _offer_candidates(self, rows: tuple[CandidacyRow, ...]) -> None:
        board = self._acts.planned_board()
        several = board is not None and board.session.has_several
        options = [self._candidate(row, names_aim=several) for row in rows]
        if len(rows) > 1:
            text = self.tr("All of them: {count}").format(count=len(rows))
            everybody = Entry(text, self.tr("Whoever is ready on that day"), "people", "accent")
            options.insert(0, PickOption(EVERYBODY, everybody))
        text = (
            self.tr("Ready on the first day, and in no other session.")
            if rows
            else self.tr("Nobody else is ready for what this session judges.")
        )
        taken = tuple(row.key for row in rows)
        picked = partial(self._on_candidate_picked, taken)
        self.offer(self.tr("Add candidates"), text, options, picked)

    def offer(
        self,
        title: str,
        text: str,
        options: Sequence[PickOption],
        picked: Callable[[object], None],
    ) -> None:
        """Open a list; what is taken is handed on."""
        dialog = PickDialog(title, text, options, self._acts.window())
        dialog.picked.connect(picked)
        dialog.open()

    def _half_day(self, half: Half, *, names_aim: bool) -> PickOption:
        day, half_day, room, certification = half
        name = sentence_case(self._context.wording.date(day, weekday=True))
        parts = (term(self._context.wording, "half_day", half_day), room)
        detail = " · ".join((*parts, certification) if names_aim else parts)
        return PickOption(half, Entry(name, detail, "calendar", "accent"))

    def _candidate(self, row: CandidacyRow, *, names_aim: bool) -> PickOption:
        route = term(self._context.wording, "route", row.candidacy.route)
        if names_aim:
            route = f"{row.candidacy.certification} · {route}"
        lines = finding_lines(row.findings, self._context.wording)
        look = LOOKS[gravest(row.findings)]
        return PickOption(row.key, Entry(row.candidate.full_name, route, *look), lines)

    def _on_place_picked(self, candidacy_id: int, place: object) -> None:
        if isinstance(place, tuple):
            jury, start = place
            self._acts.move_hearing(candidacy_id, jury, start)

    def _on_half_day_picked(self, half: object) -> None:
        if isinstance(half, tuple):
            day, half_day, room, certification = half
            place = {"day": day, "half_day": half_day, "room": room}
            self._acts.adjust(adjusting.add_jury, **place, certification=certification)

    def _on_candidate_picked(self, everybody: tuple[int, ...], key: object) -> None:
        taken = everybody if key == EVERYBODY else (int(str(key)),)
        self._acts.adjust(adjusting.add_candidacies, candidacies=taken)


def _free_halves(board: SessionBoard) -> Iterable[Half]:
    taken = {(jury.day, jury.half_day, jury.room) for jury in board.session.juries}
    for day in board.session.days:
        for half_day in HalfDay:
            for room in board.session.rooms:
                if (day, half_day, room) not in taken:
                    yield from ((day, half_day, room, c) for c in board.session.certifications)
