"""The foot of the room: the keys that work where the focus is, and when it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from jurydesk.ui.pages.deliberation.block_row import BlockRow
from jurydesk.ui.pages.deliberation.member_row import MemberRow
from jurydesk.ui.pages.deliberation.voices import VoiceChoice
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import shortcut_text
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

ROOM, MEMBER, BLOCK, VOICE, TEXT = range(5)
Hints = tuple[tuple[str, str], ...]


class KeyLine(QWidget):
    """One line; it follows the focus."""

    def __init__(self) -> None:
        """Show the keys of the room."""
        super().__init__()
        self._lines = QStackedWidget()
        for hints in (self._room(), self._member(), self._block(), self._voice(), self._text()):
            self._lines.addWidget(HintLine(hints))
        self.saved_label = label("", "caption", tone="muted")
        layout = row(self, spacing=Space.M, margins=(0, Space.XS, 0, 0))
        layout.addWidget(self._lines, 1)
        layout.addWidget(self.saved_label, 0, Qt.AlignmentFlag.AlignRight)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def place(self) -> int:
        """Return for which place the keys are shown."""
        return self._lines.currentIndex()

    def show_saved(self, time: str) -> None:
        """Say when the last word was saved."""
        self.saved_label.setText(self.tr("Saved at {time}").format(time=time))

    def _room(self) -> Hints:
        return (
            ("PgDown", self.tr("next")),
            ("P", self.tr("came")),
            ("B", self.tr("did not")),
            ("1", self.tr("block 1 …")),
            ("V", self.tr("vote")),
            ("M", self.tr("members")),
            ("Alt+1", self.tr("presence 1 …")),
            ("Shift+Alt+1", self.tr("comes, leaves")),
            ("Alt+D", self.tr("all declare")),
            ("F11", self.tr("wall")),
        )

    def _member(self) -> Hints:
        return (
            ("Space", self.tr("there or not")),
            ("D", self.tr("declares")),
            ("X", self.tr("recused")),
            ("H", self.tr("hours")),
            ("K", self.tr("presides")),
            ("L", self.tr("missing…")),
            ("M", self.tr("next member")),
        )

    def _block(self) -> Hints:
        return (
            ("A", self.tr("acquired")),
            ("R", self.tr("refused")),
            ("Alt+Down", self.tr("next block")),
            ("Alt+Up", self.tr("block before")),
            ("Ctrl+Return", self.tr("next without a result")),
            ("PgDown", self.tr("next candidate")),
        )

    def _voice(self) -> Hints:
        return (
            ("+", self.tr("for")),
            ("-", self.tr("against")),
            ("0", self.tr("abstained")),
            ("Down", self.tr("next member")),
        )

    def _text(self) -> Hints:
        return (
            ("Tab", self.tr("next field")),
            ("Alt+A", self.tr("acquired")),
            ("Alt+R", self.tr("refused")),
            ("Alt+Down", self.tr("next block")),
            ("PgDown", self.tr("next candidate")),
        )

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or self.window() is not new.window():
            return
        kinds = ((QPlainTextEdit, TEXT), (MemberRow, MEMBER), (BlockRow, BLOCK))
        found = [place for kind, place in (*kinds, (VoiceChoice, VOICE)) if isinstance(new, kind)]
        self._lines.setCurrentIndex(found[0] if found else ROOM)


class HintLine(QWidget):
    """Keys with their words, as many as there is room for: those that matter most come first."""

    def __init__(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these."""
        super().__init__()
        self._hints = [_hint(key, text) for key, text in hints]
        layout = row(self, spacing=Space.M)
        for hint in self._hints:
            layout.addWidget(hint)
        layout.addStretch(1)
        # What does not fit is left out rather than the room made wider
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out whole hints at the end, never a part of one."""
        super().resizeEvent(event)
        left = self.width()
        for hint in self._hints:
            left -= hint.sizeHint().width() + Space.M
            hint.setVisible(left >= 0)


def _hint(key: str, text: str) -> QWidget:
    hint = QWidget()
    layout = row(hint, spacing=Space.XS)
    cap = label(shortcut_text(key), "caption")
    cap.setProperty("key", "true")
    layout.addWidget(cap)
    layout.addWidget(label(text, "caption", tone="muted"))
    return hint
