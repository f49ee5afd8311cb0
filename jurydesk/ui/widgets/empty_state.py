"""What stands where a list has nothing to show: why, and the next act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jurydesk.ui.theme.scale import ICON_LARGE, Space
from jurydesk.ui.widgets.acts import act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row

if TYPE_CHECKING:
    from jurydesk.ui.widgets.acts import Act

TEXT_WIDTH = 440
LEAST_WIDTH = 200
TEXT_SHARE = 100


class EmptyState(QWidget):
    """An icon, a short title, one sentence and at most two acts, centred."""

    def __init__(self, name: str, title: str, text: str, acts: tuple[Act, ...] = ()) -> None:
        """Say why there is nothing and what to do next."""
        super().__init__()
        layout = column(self, spacing=Space.S, margins=even(Space.XL))
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title_label = label(title, "heading", wraps=True)
        self.text_label = label(text, tone="muted", wraps=True)
        layout.addStretch(2)
        layout.addWidget(IconLabel(name, "muted", ICON_LARGE), 0, centre)
        layout.addSpacing(Space.XS)
        for one in (self.title_label, self.text_label):
            one.setAlignment(centre)
            one.setMinimumWidth(LEAST_WIDTH)
            one.setMaximumWidth(TEXT_WIDTH)
            # Stretches rather than an alignment: an aligned label is given its hint, which
            # knows nothing of the lines it wraps to
            line = row()
            line.addStretch(1)
            line.addWidget(one, TEXT_SHARE)
            line.addStretch(1)
            layout.addLayout(line)
        buttons = row(spacing=Space.S)
        buttons.addStretch(1)
        for act in acts:
            buttons.addWidget(act_button(act))
        buttons.addStretch(1)
        layout.addSpacing(Space.S)
        layout.addLayout(buttons)
        layout.addStretch(3)
