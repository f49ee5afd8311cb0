"""A text beside the shipped one: what was added, what is gone; signs as well as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from jurydesk.services.letter_changes import ADDED, GONE
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.letter_changes import ChangedLine

SIGNS = {ADDED: "+", GONE: "\u2212"}
SAME_SIGN = "\u2003"


class ChangesView(QPlainTextEdit):
    """Both texts as one, line by line; it is read, not written."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Changes against the shipped text"))

    def show_lines(self, lines: Sequence[ChangedLine]) -> None:
        """Show these lines."""
        tokens = current_tokens()
        grounds = {ADDED: tokens.success_soft, GONE: tokens.danger_soft}
        self.clear()
        if all(line.sign not in SIGNS for line in lines):
            self.setPlainText(self.tr("This is the shipped text."))
            return
        cursor = QTextCursor(self.document())
        for at, line in enumerate(lines):
            if at:
                cursor.insertBlock()
            look = QTextBlockFormat()
            if line.sign in grounds:
                look.setBackground(QColor(grounds[line.sign]))
            cursor.setBlockFormat(look)
            cursor.insertText(f"{SIGNS.get(line.sign, SAME_SIGN)} {line.text}")
        self.moveCursor(QTextCursor.MoveOperation.Start)
