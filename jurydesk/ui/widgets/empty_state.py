"""What stands where a list has nothing to show: why, and the next act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import ICON_LARGE, Space
from jurydesk.ui.widgets.acts import act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from jurydesk.ui.widgets.acts import Act

TEXT_WIDTH = 440


class EmptyState(QWidget):
    """An icon, a short title, one sentence and at most two acts, centred."""

    def __init__(self, name: str, title: str, text: str, acts: tuple[Act, ...] = ()) -> None:
        """Say why there is nothing and what to do next."""
        super().__init__()
        layout = column(self, spacing=Space.S, margins=even(Space.XXL))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title_label = label(title, "heading")
        self.text_label = label(text, tone="muted", wraps=True)
        self.text_label.setAlignment(centre)
        self.text_label.setFixedWidth(TEXT_WIDTH)
        layout.addStretch(2)
        layout.addWidget(IconLabel(name, "muted", ICON_LARGE), 0, centre)
        layout.addSpacing(Space.XS)
        layout.addWidget(self.title_label, 0, centre)
        layout.addWidget(self.text_label, 0, centre)
        self._give_room()
        buttons = row(spacing=Space.S)
        for act in acts:
            buttons.addWidget(act_button(act))
        layout.addSpacing(Space.S)
        layout.addLayout(buttons)
        layout.setAlignment(buttons, centre)
        layout.addStretch(3)

    def _give_room(self) -> None:
        # A centred label is given its hint, which knows nothing of the lines it wraps to
        self.text_label.ensurePolished()
        self.text_label.setMinimumHeight(self.text_label.heightForWidth(TEXT_WIDTH))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Make room when the texts grow."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._give_room()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Make room when the style sheet has given the text its size."""
        super().showEvent(event)
        self._give_room()
