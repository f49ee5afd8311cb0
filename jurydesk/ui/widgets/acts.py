"""An act: the words, the icon and what it does; and the buttons and menus made of acts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON
from jurydesk.ui.widgets.calm import press_by_enter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from jurydesk.ui.theme.tokens import Tone

Manner = Literal["plain", "primary", "danger", "quiet", "link"]

_INKS: dict[Manner, Tone] = {
    "plain": "plain",
    "primary": "on_accent",
    "danger": "danger",
    "quiet": "plain",
    "link": "accent",
}


@dataclass(frozen=True)
class Act:
    """Something a person can do here. A disabled act says why in `why_not`."""

    text: str
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    manner: Manner = "plain"
    why_not: str = ""

    @property
    def is_enabled(self) -> bool:
        """Tell whether nothing stands against it."""
        return not self.why_not


def act_button(act: Act, parent: QWidget | None = None) -> QPushButton:
    """Return the button of an act, with its shortcut."""
    button = QPushButton(act.text, parent)
    button.setProperty("manner", act.manner)
    button.setEnabled(act.is_enabled)
    button.setToolTip(act.why_not or shortcut_text(act.shortcut))
    if act.icon:
        button.setIcon(icon(act.icon, _INKS[act.manner]))
        button.setIconSize(QSize(ICON, ICON))
    if act.shortcut:
        button.setShortcut(QKeySequence(act.shortcut))
    if act.manner == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(partial(run_act, act))
    press_by_enter(button)
    return button


def icon_button(name: str, spoken: str, *, shortcut: str = "", tone: Tone = "plain") -> QToolButton:
    """Return a button with only an icon; `spoken` is its name and its tooltip."""
    button = QToolButton()
    button.setIcon(icon(name, tone))
    button.setIconSize(QSize(ICON, ICON))
    button.setAccessibleName(spoken)
    keys = shortcut_text(shortcut)
    button.setToolTip(f"{spoken} ({keys})" if keys else spoken)
    if shortcut:
        button.setShortcut(QKeySequence(shortcut))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    press_by_enter(button)
    return button


def fill_menu(menu: QMenu, acts: tuple[Act, ...]) -> None:
    """Put acts into a menu, in order; one that cannot be done says why."""
    menu.setToolTipsVisible(True)
    for act in acts:
        action = QAction(
            icon(act.icon, _INKS[act.manner]) if act.icon else icon("dot"), act.text, menu
        )
        action.setIconVisibleInMenu(bool(act.icon))
        action.setEnabled(act.is_enabled)
        action.setToolTip(act.why_not)
        action.setShortcut(QKeySequence(act.shortcut))
        action.triggered.connect(partial(run_act, act))
        menu.addAction(action)


def run_act(act: Act, *_ignored: object) -> None:
    """Run an act from a signal, whatever the signal carries."""
    act.run()


def shortcut_text(shortcut: str) -> str:
    """Write a shortcut as the platform does (« Ctrl+N », ⌘N)."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
