"""A sentence across the window that stays until the person has read it and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from jurydesk.ui.theme.tokens import Tone


class Notice(QFrame):
    """One sentence with its tone."""

    def __init__(self, text: str, *, tone: Tone = "warning") -> None:
        """Show the sentence, whole, on as many lines as it needs."""
        super().__init__()
        self.text = text
        self.setProperty("finding", tone)
        self.setAccessibleName(text)
        layout = row(self, spacing=Space.M, margins=(Space.L, Space.S, Space.S, Space.S))
        layout.addWidget(IconLabel(tone, tone))
        layout.addWidget(label(text, wraps=True), 1)
        self.close_button = icon_button("close", self.tr("Close the message"))
        self.close_button.clicked.connect(self._on_closed)
        layout.addWidget(self.close_button)

    def _on_closed(self) -> None:
        self.hide()
        self.deleteLater()
