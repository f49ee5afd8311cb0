"""What is kept and what is forbidden in a session: one list, from which each can be taken back."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.pins import Pins
from jurydesk.finding_text import finding_text
from jurydesk.services.forbidding import Wish, wishes
from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.pinning import Contradiction
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

KEPT, KEEPS_TO, BROKEN, CONTRADICTS = "kept", "keeps", "broken", "contradicts"
LOOKS: dict[str, tuple[str, Tone]] = {
    KEPT: ("pin", "accent"),
    KEEPS_TO: ("blocked", "muted"),
    BROKEN: ("warning", "warning"),
    CONTRADICTS: ("exchange", "danger"),
}
FORBID_KEY = "Ctrl+Shift+X"


class WishesView(QWidget):
    """The list with its keys beneath.

    Signals:
        dropped: take these back (`Pins` that hold them and nothing else).
        forbid_requested: forbid something more.
    """

    dropped = Signal(object)
    forbid_requested = Signal()

    def __init__(self, wording: Wording) -> None:
        """Build the list; `show_board` fills it."""
        super().__init__()
        self._contradiction: Pins | None = None
        self._can_change = True
        self.list: RowList[Wish] = RowList(
            _columns(wording, self.state_of),
            lambda one: one.pins,
            name="wishes",
            placeholder=self.tr("Name, day, room…"),
        )
        self._forbid = Act(self.tr("Forbid…"), self.forbid_requested.emit, "blocked")
        self._buttons = (
            act_button(self._forbid),
            act_button(Act(self.tr("Take back"), self.drop_chosen, "close")),
        )
        for button in self._buttons:
            self.list.add_tool(button)
        self.hints = KeyHints(
            (("Delete", self.tr("Take back")), (FORBID_KEY, self.tr("Forbid something")))
        )
        layout = column(self, spacing=0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hints)
        self.list.delete_requested.connect(self._on_delete)

    def show_board(self, board: SessionBoard) -> None:
        """Show the wishes of this session."""
        self._contradiction = None
        can_plan = self._can_change = board.session.can_be_planned
        for part in (*self._buttons, self.hints):
            part.setVisible(can_plan)
        rows = wishes(board)
        self.list.fill(rows, self._filters() if rows else ())
        self.list.set_empty(
            "pin",
            self.tr("Nothing is kept and nothing forbidden"),
            self.tr(
                "Keep a jury, a member or an hour with P. Forbid two people to sit together,"
                " somebody on a half-day or before a candidate: every proposal holds to it."
            ),
            acts=(self._forbid,) if can_plan else (),
        )

    def show_contradiction(self, found: Contradiction) -> None:
        """Mark what cannot be kept together."""
        self._contradiction = found.pins
        self.list.set_rows(self.list.model.all_rows())

    def state_of(self, one: Wish) -> str:
        """Return whether a wish is kept, broken, or contradicts another."""
        told = self._contradiction
        if told is not None and told.without(one.pins) != told:
            return CONTRADICTS
        if not one.is_ban:
            return KEPT
        return KEEPS_TO if one.is_kept else BROKEN

    def drop_chosen(self) -> None:
        """Take back what is chosen (Delete)."""
        current = self.list.current_row()
        self._on_delete(self.list.selected_rows() or ((current,) if current else ()))

    def _on_delete(self, rows: tuple[Wish, ...]) -> None:
        if rows and self._can_change:
            self.dropped.emit(reduce(Pins.joined, (one.pins for one in rows)))

    def _filters(self) -> tuple[RowFilter[Wish], ...]:
        return (
            RowFilter(KEPT, self.tr("Kept"), lambda one: not one.is_ban, "kind"),
            RowFilter("bans", self.tr("Forbidden"), lambda one: one.is_ban, "kind"),
            RowFilter(BROKEN, self.tr("Not so in the plan"), lambda one: not one.is_kept, "state"),
        )


def _columns(wording: Wording, state_of: Callable[[Wish], str]) -> tuple[Column[Wish], ...]:
    words = {
        KEPT: translate("Wishes", "Kept"),
        KEEPS_TO: translate("Wishes", "Forbidden"),
        BROKEN: translate("Wishes", "Not so in the plan"),
        CONTRADICTS: translate("Wishes", "Contradicts another"),
    }
    return (
        Column(
            "state",
            translate("Wishes", "State"),
            lambda one: words[state_of(one)],
            lambda one: list(words).index(state_of(one)),
            icon=lambda one: LOOKS[state_of(one)][0],
            tone=lambda one: LOOKS[state_of(one)][1],
            is_chip=True,
            width=24,
        ),
        Column(
            "wish",
            translate("Wishes", "Kept or forbidden"),
            lambda one: finding_text(one.sentence, wording),
            tooltip=lambda one: finding_text(one.sentence, wording),
            stretches=True,
            width=60,
        ),
    )
