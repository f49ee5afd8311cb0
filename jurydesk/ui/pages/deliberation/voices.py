"""The voice of one member: for, against or abstained, by mouse or by +, − and 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton
from typing_extensions import override

from jurydesk.domain.deliberation import Voice
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from jurydesk.ui.pages.deliberation.vote import Voter

KEYS = {
    Qt.Key.Key_Plus: Voice.IN_FAVOUR,
    Qt.Key.Key_Minus: Voice.AGAINST,
    Qt.Key.Key_0: Voice.ABSTAINED,
}
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class VoiceChoice(QFrame):
    """One voice; none is chosen until somebody does.

    Signals:
        changed: another voice was chosen.
        moved: Up (-1) or Down (1) was pressed.
    """

    changed = Signal()
    moved = Signal(int)

    def __init__(self, spoken: str, *, may_abstain: bool = True) -> None:
        """Offer the voices; a casting vote is no abstention."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("document", "true")
        self.setAccessibleName(spoken)
        self.buttons: dict[Voice, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.line = row(self, spacing=0, margins=(Space.S, Space.XS, Space.S, Space.XS))
        words = {Voice.IN_FAVOUR: self.tr("For"), Voice.AGAINST: self.tr("Against")}
        if may_abstain:
            words[Voice.ABSTAINED] = self.tr("Abstained")
        last = len(words) - 1
        for at, (voice, text) in enumerate(words.items()):
            place = {0: "first", last: "last"}.get(at, "middle")
            self.line.addWidget(self._button(voice, text, place, spoken))

    def voice(self) -> Voice | None:
        """Return the voice; None while nobody said it."""
        return next((v for v, button in self.buttons.items() if button.isChecked()), None)

    def show_voice(self, voice: Voice | None, *, is_locked: bool) -> None:
        """Show a voice without telling anybody."""
        self._group.setExclusive(False)
        for one, button in self.buttons.items():
            button.setChecked(one is voice)
            button.setEnabled(not is_locked)
        self._group.setExclusive(True)

    def _button(self, voice: Voice, text: str, place: str, spoken: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setProperty("segment", place)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setAccessibleName(f"{text} : {spoken}")
        press_by_enter(button)
        button.clicked.connect(self._on_clicked)
        self.buttons[voice] = button
        self._group.addButton(button)
        return button

    def _on_clicked(self) -> None:
        self.changed.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys of a voice from the shortcuts of the room."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and self.hasFocus()
        if is_asked and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take +, − or 0 as a voice; Up and Down go to the next member."""
        voice = KEYS.get(Qt.Key(event.key()))
        button = self.buttons.get(voice) if voice is not None else None
        if button is not None:
            if button.isEnabled() and not button.isChecked():
                button.click()
        elif event.key() in STEPS:
            self.moved.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class BallotRow(VoiceChoice):
    """The voice of one member beside their name."""

    def __init__(self, voter: Voter, voice: Voice | None, *, is_locked: bool) -> None:
        """Show the member and the voice."""
        super().__init__(voter.name)
        self.voter = voter
        self.line.insertWidget(0, ElidedLabel(voter.name), 1)
        if voter.presides:
            self.line.insertWidget(1, IconLabel("star", "accent", spoken=self.tr("Presides")))
            self.line.insertSpacing(2, Space.S)
        self.show_voice(voice, is_locked=is_locked)
