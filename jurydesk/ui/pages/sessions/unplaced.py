"""The candidates of a session that have no hour yet, why, and what would give them one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from jurydesk.ui.pages.sessions.reasons_card import WaitingCard
from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.layouts import clear, column
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from jurydesk.domain.findings import Finding
    from jurydesk.services.reasons import Reasoned, Trial
    from jurydesk.services.views import CandidacyRow, SessionBoard
    from jurydesk.wording import Wording


ONE_SEX = "JURY-05"
OF_JURIES = 0
"""The key of the card about the juries themselves, not about a candidacy."""
AT_ONCE = 4
"""Cards that are built before the panel is shown; the others follow while it is."""


class UnplacedPanel(QScrollArea):
    """Who waits for an hour, with the reasons that the last proposal gave.

    Signals:
        placing_requested: find an hour for a candidacy.
        withdrawal_requested: take a candidacy out of the session.
        why_requested: find what blocks a candidacy and what would help.
        trial_requested: a candidacy, and the offered change to try.
        keep_requested: the trial to keep.
        person_requested: a draft of somebody to be entered into the pool.
    """

    placing_requested = Signal(int)
    withdrawal_requested = Signal(int)
    why_requested = Signal(int)
    trial_requested = Signal(int, object)
    keep_requested = Signal(object)
    person_requested = Signal(object)

    def __init__(self, wording: Wording) -> None:
        """Start without a session."""
        super().__init__()
        self._wording = wording
        self.cards: dict[int, WaitingCard] = {}
        self.trying = 0
        """The candidacy for which a change is being tried."""
        self._work: SlicedWork[None] = SlicedWork(self)
        self._known: tuple[object, dict[int, Reasoned]] = (None, {})
        self._names_aim = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._layout = column(content, spacing=Space.S, margins=(0, 0, Space.S, Space.L))
        self.setWidget(content)

    def show_board(
        self, board: SessionBoard, reasons: Mapping[int, tuple[Finding, ...]] | None = None
    ) -> None:
        """Show who has no hour in this session; without `reasons` those of the proposal."""
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), None)
        self._work.stop()
        clear(self._layout)
        self._keep_known(board)
        self._names_aim = board.session.has_several
        waiting = [row_ for row_ in board.candidacies if row_.key in board.session.unplaced]
        known = _reasons(board) if reasons is None else reasons
        self.cards = {}
        if not waiting:
            text = self.tr("Every candidate of this session has an hour.")
            self._layout.addWidget(EmptyState("check-circle", self.tr("All placed"), text))
        self._layout.addStretch(1)
        can_change = board.session.can_be_planned
        if can_change and any(found.code == ONE_SEX for found in board.findings):
            self._add_one_sex()
        for one in waiting[:AT_ONCE]:
            self._add(known, one, can_change=can_change)
        rest = self._add_rest(known, waiting[AT_ONCE:], can_change=can_change)
        self._work.start_later(rest, partial(self._go_back_to, focused))
        if len(waiting) <= AT_ONCE:
            self._work.finish()

    def _add_one_sex(self) -> None:
        """Let it be asked as well why women and men do not both sit in each jury."""
        name, note = self.tr("Juries of one sex"), self.tr("women and men in each jury")
        card = self.cards[OF_JURIES] = self._connected(
            WaitingCard(OF_JURIES, name, note, self._wording)
        )
        card.show_acts(())
        self._layout.insertWidget(self._layout.count() - 1, card)
        if OF_JURIES in self._known[1]:
            card.show_told(self._known[1][OF_JURIES])

    def _add_rest(
        self,
        known: Mapping[int, tuple[Finding, ...]],
        waiting: Iterable[CandidacyRow],
        *,
        can_change: bool,
    ) -> Generator[None, None, None]:
        for one in waiting:
            self._add(known, one, can_change=can_change)
            yield

    def _add(
        self,
        known: Mapping[int, tuple[Finding, ...]],
        one: CandidacyRow,
        *,
        can_change: bool,
    ) -> None:
        card = self.cards[one.key] = self._build_card(one, can_change=can_change)
        self._layout.insertWidget(self._layout.count() - 1, card)
        if one.key in self._known[1]:
            card.show_told(self._known[1][one.key])
        card.show_findings(known.get(one.key, ()))

    def _go_back_to(self, focused: int | None, _end: None) -> None:
        if focused in self.cards:
            self.cards[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the focus on the first who waits."""
        for card in list(self.cards.values())[:1]:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, candidacy_id: int, text: str) -> None:
        """Say on a card what is being computed."""
        if candidacy_id in self.cards:
            self.cards[candidacy_id].show_busy(text)

    def show_trying(self, candidacy_id: int, text: str) -> None:
        """Say on a card that a change is being tried."""
        self.trying = candidacy_id
        if candidacy_id in self.cards:
            self.cards[candidacy_id].show_trying(text)

    def show_part(self, told: Reasoned) -> None:
        """Show what is known so far of a candidacy."""
        if told.candidacy_id in self.cards:
            self.cards[told.candidacy_id].show_part(told)

    def show_told(self, told: Reasoned) -> None:
        """Show what blocks a candidacy and what would help."""
        self._known[1][told.candidacy_id] = told
        if told.candidacy_id in self.cards:
            self.cards[told.candidacy_id].show_told(told)

    def show_trial(self, trial: Trial) -> None:
        """Show what the change that was tried would bring."""
        card = self.cards.get(self.trying)
        if card is not None:
            card.show_trial(trial)
            # The card takes its new height when control returns
            QTimer.singleShot(0, card, partial(self.ensureWidgetVisible, card.trial_part))

    def _keep_known(self, board: SessionBoard) -> None:
        """What was told holds as long as the session is the same."""
        this = (board.session.id, board.session.version)
        if self._known[0] != this:
            self._known = (this, {})

    def _build_card(self, one: CandidacyRow, *, can_change: bool) -> WaitingCard:
        route = term(self._wording, "route", one.candidacy.route)
        about = f"{one.candidacy.certification} · {route}" if self._names_aim else route
        card = self._connected(WaitingCard(one.key, one.candidate.full_name, about, self._wording))
        if can_change:
            card.show_acts(self._acts(one.key))
        return card

    def _connected(self, card: WaitingCard) -> WaitingCard:
        card.why_requested.connect(self.why_requested)
        card.trial_requested.connect(self.trial_requested)
        card.keep_requested.connect(self.keep_requested)
        card.person_requested.connect(self.person_requested)
        card.moved.connect(partial(self._on_moved, card.key))
        return card

    def _acts(self, key: int) -> tuple[Act, ...]:
        place = partial(self.placing_requested.emit, key)
        leave = partial(self.withdrawal_requested.emit, key)
        return (
            Act(self.tr("Place…"), place, "calendar"),
            Act(self.tr("Take out"), leave, "close", manner="quiet"),
        )

    def _on_moved(self, key: int, step: int) -> None:
        keys = list(self.cards)
        target = keys.index(key) + step
        if 0 <= target < len(keys):
            self.cards[keys[target]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.cards[keys[target]])


def _reasons(board: SessionBoard) -> dict[int, tuple[Finding, ...]]:
    proposal = board.session.proposal
    if proposal is None:
        return {}
    return {one.candidacy_id: one.reasons for one in proposal.unplaced}
