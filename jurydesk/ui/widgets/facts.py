"""Facts of one thing: names at the left, values at the right, unknown shown as unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jurydesk.ui.theme.scale import Space, tabular
from jurydesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.ui.theme.tokens import Tone

NAME_WIDTH = 116


@dataclass(frozen=True)
class Fact:
    """One fact; an empty value reads « inconnu » in the muted tone."""

    name: str
    value: str
    tone: Tone = "plain"


class FactGrid(QWidget):
    """Facts in two columns; values can be selected and copied."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S - 2)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, fact in enumerate(facts):
            self._add(grid, at, fact)

    def _add(self, grid: QGridLayout, at: int, fact: Fact) -> None:
        name = label(fact.name, tone="muted", wraps=True)
        name.setFixedWidth(NAME_WIDTH)
        tone = fact.tone if fact.value else "muted"
        value = label(fact.value or self.tr("unknown"), tone=tone, wraps=True)
        value.setFont(tabular(value.font()))
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, at, 0, top)
        grid.addWidget(value, at, 1, top)
