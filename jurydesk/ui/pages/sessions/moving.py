"""Moving on the board: a whole jury over the timetable, a member from seat to seat.

What the rules say of every place is asked beside the window, once for each move.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.findings import blocking
from jurydesk.finding_text import finding_text
from jurydesk.services import moves
from jurydesk.ui.pages.sessions.readings import cells_of, jury_at
from jurydesk.ui.widgets.move_targets import Lit

if TYPE_CHECKING:
    from jurydesk.services.moves import PlaceTarget, SeatTarget
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from jurydesk.ui.widgets.jury_carrier import Cell
    from jurydesk.ui.widgets.jury_strip import JuryStrip
    from jurydesk.ui.widgets.timetable_geometry import Place
    from jurydesk.wording import Wording

Seat = tuple[int, str]
"""Number of a jury and kind of seat."""


class JuryMoving(QObject):
    """Carries one jury over the timetable."""

    def __init__(self, acts: BoardActs, context: PageContext, view: SessionBoardView) -> None:
        """Listen to the timetable of this board."""
        super().__init__(view)
        self._acts = acts
        self._context = context
        self._carrier = view.timetable.carrier
        self._jury = 0
        self._carrier.lifted.connect(self._on_lifted)
        self._carrier.laid_down.connect(self._on_laid_down)

    def _on_lifted(self, place: Place) -> None:
        board = self._acts.planned_board()
        jury = jury_at(board.session, place) if board else None
        if board is None or jury is None:
            return
        self._jury = jury.number
        home = (*jury.half, jury.room)
        self._carrier.begin(self._cells(board, {home: self._home()}), home)
        job = partial(moves.place_targets, board, jury=jury.number)
        told = partial(self._on_targets, board, home)
        self._context.runner.submit(job, done=told, receiver=self)

    def _on_targets(
        self, board: SessionBoard, home: object, targets: tuple[PlaceTarget, ...]
    ) -> None:
        if self._acts.board() is board:
            lit: dict[object, Lit] = {(*one.half, one.room): self._lit(one) for one in targets}
            self._carrier.light(self._cells(board, {**lit, home: self._home()}))

    def _cells(self, board: SessionBoard, lit: dict[object, Lit]) -> list[Cell]:
        return cells_of(board.session, lit, self._context.wording)

    def _lit(self, target: PlaceTarget) -> Lit:
        free = self.tr("The jury may sit here.")
        if target.swaps is not None:
            free = self.tr("Changes places with jury {number}.").format(number=target.swaps)
        return lit_of(target, free, self._context.wording)

    def _home(self) -> Lit:
        return Lit("home", self.tr("The jury sits here now."))

    def _on_laid_down(self, key: object) -> None:
        if isinstance(key, tuple):
            day, half_day, room = key
            half = (day, half_day)
            self._acts.adjust(moves.carry_jury, jury=self._jury, half=half, room=room)


class SeatMoving(QObject):
    """Carries one person from seat to seat, or from the list of those who are free."""

    def __init__(self, acts: BoardActs, context: PageContext, view: SessionBoardView) -> None:
        """Listen to the seats of this board."""
        super().__init__(view)
        self._acts = acts
        self._context = context
        self._part = view.juries_part
        self._held: tuple[int, int | None] | None = None
        self._lit: dict[Seat, Lit] | None = None
        self._wanted: Seat | None = None
        self._part.juries.strip_built.connect(self._on_strip_built)
        self._part.juries.rebuilt.connect(self._forget)
        self._part.free.lifted.connect(self._on_free_lifted)
        self._part.free.given_up.connect(self._on_let_go)

    def lift(self, examiner_id: int, source: int | None) -> None:
        """Take somebody out of a jury, or from the list; every seat says how it stands."""
        board = self._acts.planned_board()
        if board is None:
            return
        self._held, self._lit, self._wanted = (examiner_id, source), None, None
        job = partial(moves.seat_targets, board, examiner_id=examiner_id, source=source)
        told = partial(self._on_targets, board, (examiner_id, source))
        self._context.runner.submit(job, done=told, receiver=self)

    def take(self, jury: int, seat: str, examiner_id: int | None = None) -> None:
        """Lay whoever is held down in a seat, if they may sit there."""
        if self._held is None and examiner_id is not None:
            self.lift(examiner_id, None)
        if self._held is None:
            return
        lit = self._lit.get((jury, seat)) if self._lit is not None else None
        if self._lit is None:
            self._wanted = (jury, seat)
        elif lit is not None and lit.is_open:
            person, source = self._held
            figures = {"examiner_id": person, "source": source, "jury": jury, "seat": seat}
            self.give_up()
            self._acts.adjust(moves.move_member, **figures)
        elif lit is None or lit.light == "home":
            self.give_up()
        else:
            self._part.tell(lit)

    def give_up(self) -> None:
        """Leave whoever is held where they were."""
        self._forget()
        for strip in self._part.juries.strips.values():
            for card in strip.cards:
                card.show_target(None)

    def _forget(self) -> None:
        self._held = self._lit = self._wanted = None
        self._part.tell(None)

    def _on_free_lifted(self, examiner_id: int) -> None:
        self.lift(examiner_id, None)
        self._part.juries.take_focus()

    def _on_let_go(self) -> None:
        """A drag has ended: unless it was dropped on a seat, nothing is held any more."""
        if self._wanted is None:
            self.give_up()

    def _on_targets(
        self, board: SessionBoard, held: tuple[int, int | None], targets: tuple[SeatTarget, ...]
    ) -> None:
        if self._acts.board() is not board or self._held != held:
            return
        self._lit = {(one.jury, one.seat): self._lit_of(board, one) for one in targets}
        for jury, strip in self._part.juries.strips.items():
            self._light(jury, strip)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.take(*wanted)
        else:
            self._tell_focused()

    def _tell_focused(self) -> None:
        focused = self._part.juries.focused_seat()
        if focused is not None:
            card = self._part.juries.strips[focused[0]].cards[focused[1]]
            self._part.tell(card.lit)

    def _lit_of(self, board: SessionBoard, target: SeatTarget) -> Lit:
        free = self.tr("May sit here.")
        other = board.examiner(target.swaps) if target.swaps is not None else None
        if other is not None:
            free = self.tr("Changes places with {name}.").format(name=other.full_name)
        return lit_of(target, free, self._context.wording)

    def _light(self, jury: int, strip: JuryStrip) -> None:
        home = Lit("home", self.tr("Sits here now."))
        for card in strip.cards:
            lit = self._lit.get((jury, card.seat.key), home) if self._lit is not None else None
            card.show_target(lit)

    def _on_strip_built(self, jury: int, strip: JuryStrip) -> None:
        for card in strip.cards:
            card.lifted.connect(partial(self._on_lifted, jury))
            card.looked_at.connect(partial(self._on_looked_at, jury))
            card.chosen.connect(partial(self._on_chosen, jury))
            card.given_up.connect(self._on_let_go)
        if self._lit is not None:
            self._light(jury, strip)

    def _on_lifted(self, jury: int, examiner_id: int) -> None:
        self.lift(examiner_id, jury)

    def _on_chosen(self, jury: int, seat: str) -> None:
        self.take(jury, seat)

    def _on_looked_at(self, jury: int, seat: str) -> None:
        if self._lit is not None:
            self._part.tell(self._lit.get((jury, seat)))


def lit_of(target: PlaceTarget | SeatTarget, free: str, wording: Wording) -> Lit:
    """Return how a target stands: why not, else what it would bring, else the words for free."""
    blocks = blocking(target.findings)
    if blocks:
        return Lit("refused", finding_text(blocks[0], wording))
    if target.findings:
        told = finding_text(target.findings[0], wording)
        return Lit("warned", f"{free} {told}")
    return Lit("legal", free)
