"""How a place looks while something moves: it may stand there, with a warning, or not and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.theme.tokens import Tone

Light = Literal["home", "legal", "warned", "refused"]
LOOKS: dict[Light, tuple[str, Tone]] = {
    "home": ("undo", "muted"),
    "legal": ("check-circle", "success"),
    "warned": ("warning", "warning"),
    "refused": ("blocked", "danger"),
}


@dataclass(frozen=True)
class Lit:
    """One place for what moves, with the sentence that says how it stands."""

    light: Light
    text: str

    @property
    def is_open(self) -> bool:
        """Tell whether what moves may be laid down there."""
        return self.light in {"legal", "warned"}


def announce(widget: QWidget, text: str) -> None:
    """Say something aloud to whoever listens to a screen reader."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
