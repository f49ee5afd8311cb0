"""The order of the day at the left of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from jurydesk.ui.models.two_line_delegate import Entry, TwoLineDelegate, entry_item
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.ui.pages.deliberation.readings import Turn
    from jurydesk.ui.theme.tokens import Tone

WIDTH, NARROW = 232, 156


class OrderSide(QWidget):
    """The candidates in the order in which they are heard."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.list = QListWidget()
        self._turns: tuple[Turn, ...] = ()
        self.list.setAccessibleName(self.tr("Order of the day"))
        self.list.setProperty("card", "true")
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = column(self, spacing=Space.S)
        layout.addWidget(label(self.tr("Order of the day"), "strong"))
        layout.addWidget(self.list, 1)

    def show_turns(self, turns: Sequence[Turn], kept: int) -> None:
        """Show these, the cursor on the candidacy that had it, without telling anybody."""
        self.list.blockSignals(True)
        if [one.candidacy_id for one in self._turns] != [one.candidacy_id for one in turns]:
            self.list.clear()
            self._turns = ()
        for at, turn in enumerate(turns):
            if at >= len(self._turns):
                self.list.addItem(_item(turn))
            elif turn != self._turns[at]:
                # One key changes one turn: the others stay as they are drawn
                self.list.takeItem(at)
                self.list.insertItem(at, _item(turn))
        self._turns = tuple(turns)
        places = [at for at, turn in enumerate(turns) if turn.candidacy_id == kept]
        self.list.setCurrentRow(places[0] if places else 0)
        self.list.blockSignals(False)

    def share_room(self, *, is_wide: bool) -> None:
        """Leave the candidate enough room on a small window."""
        self.setFixedWidth(WIDTH if is_wide else NARROW)


def _item(turn: Turn) -> QListWidgetItem:
    return entry_item(Entry(turn.name, turn.detail, *_look(turn)))


def _look(turn: Turn) -> tuple[str, Tone]:
    if turn.is_done:
        return "check-circle", "success"
    return ("half", "accent") if turn.state else ("circle", "muted")
