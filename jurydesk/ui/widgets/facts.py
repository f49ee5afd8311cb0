"""Facts of one thing: names at the left, values at the right, unknown shown as unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space, tabular
from jurydesk.ui.widgets.labels import label, set_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent

    from jurydesk.ui.theme.tokens import Tone

NAME_WIDTH = 116
BREAK = "\u200b"
_LONG_WORD = re.compile(r"\S{20,}")
"""An address by e-mail, mostly: it has no space where the line could break."""


@dataclass(frozen=True)
class Fact:
    """One fact; an empty value reads « inconnu » in the muted tone."""

    name: str
    value: str
    tone: Tone = "plain"


class FactValue(QLabel):
    """A value that can be selected and copied; a word longer than its line breaks anywhere."""

    def __init__(self, text: str, tone: Tone) -> None:
        """Show the value, broken for the eye only."""
        super().__init__(_LONG_WORD.sub(_broken, text))
        self.setAccessibleName(text)
        set_look(self, tone=tone, wraps=True)
        self.setFont(tabular(self.font()))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def copy(self) -> None:
        """Put what is selected, or else everything, on the clipboard as it was written."""
        chosen = self.selectedText() or self.text()
        QGuiApplication.clipboard().setText(chosen.replace(BREAK, ""))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy; Qt's own menu would copy the places where the word may break."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self.copy)
        menu.popup(event.globalPos())


def _broken(found: re.Match[str]) -> str:
    return BREAK.join(found[0])


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
        value = FactValue(fact.value or self.tr("unknown"), tone)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, at, 0, top)
        grid.addWidget(value, at, 1, top)
