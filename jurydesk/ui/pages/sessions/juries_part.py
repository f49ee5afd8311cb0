"""The juries of a session, beside them who is free, and a line that says who may go where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.ui.pages.sessions.free_people import FreePeople
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.move_targets import LOOKS, Lit, announce

if TYPE_CHECKING:
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.sessions.juries import JuriesPanel
    from jurydesk.wording import Wording

FREE_KEY = "Ctrl+Shift+J"


class JuriesPart(QWidget):
    """The panel, the list that can be opened beside it, and the line."""

    def __init__(self, juries: JuriesPanel, wording: Wording) -> None:
        """Hold this panel; the list beside it begins shut."""
        super().__init__()
        self.juries = juries
        self.free = FreePeople(wording)
        self.free.hide()
        self._line_icon = IconLabel("keyboard", "muted")
        self.line_label = label("", "caption", tone="muted", wraps=True)
        self.free_button = self._build_toggle()
        layout = column(self, spacing=Space.S)
        line = row(spacing=Space.S)
        line.addWidget(self._line_icon)
        line.addWidget(self.line_label, 1)
        line.addWidget(self.free_button)
        layout.addLayout(line)
        content = row(spacing=Space.M)
        content.addWidget(juries, 1)
        content.addWidget(self.free)
        layout.addLayout(content, 1)
        self.tell(None)

    def show_board(self, board: SessionBoard) -> None:
        """Show this session; nobody moves in one that is frozen."""
        can_plan = board.session.can_be_planned and bool(board.session.juries)
        for part in (self._line_icon, self.line_label, self.free_button):
            part.setVisible(can_plan)
        self.free.setVisible(can_plan and self.free_button.isChecked())
        if can_plan:
            self.free.show_board(board)
        self.tell(None)

    def tell(self, lit: Lit | None) -> None:
        """Say how the seat under whoever moves stands; None: how people are moved."""
        moving = self.tr(
            "M takes a member to another seat: arrows go, Enter lays down, Escape gives up. Two"
            " who sit change places."
        )
        name, tone = LOOKS[lit.light] if lit else ("keyboard", "muted")
        self.line_label.setText(lit.text if lit else moving)
        self._line_icon.show_icon(name, tone)
        set_tone(self.line_label, tone)
        announce(self, lit.text if lit else "")

    def _build_toggle(self) -> QPushButton:
        act = Act(self.tr("Free examiners"), self._on_toggled, "people", FREE_KEY)
        button = act_button(act)
        button.setCheckable(True)
        return button

    def _on_toggled(self) -> None:
        is_open = self.free_button.isChecked()
        self.free.setVisible(is_open)
        place = self.free.list.view if is_open else None
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.juries.take_focus()
