"""One quiet line under a list or a board: which keys do what there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import shortcut_text
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence


class KeyHints(QWidget):
    """Keys with their words; they wrap where the line is short."""

    def __init__(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show each key (« Ctrl+Return ») with what it does."""
        super().__init__()
        layout = column(self, margins=(Space.XL, 0, Space.XL, Space.S))
        flow = FlowRow(Space.L)
        flow.set_widgets([_hint(key, text) for key, text in hints])
        layout.addWidget(flow)


def _hint(key: str, text: str) -> QWidget:
    holder = QWidget()
    layout = row(holder, spacing=Space.XS)
    cap = label(shortcut_text(key), "caption")
    cap.setProperty("key", "true")
    layout.addWidget(cap)
    layout.addWidget(label(text, "caption", tone="muted"))
    return holder
