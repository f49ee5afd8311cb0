"""The keys of the room. A text field keeps bare letters and figures for itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from jurydesk.domain.deliberation import Appearance, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from jurydesk.ui.pages.deliberation.room_acts import RoomActs

BLOCKS = 9
MEMBERS = 6
"""Four, and whoever stands in for one of them."""
FRENCH_ROW = "&é\"'(-è_ç"
"""What the row of figures gives on a French keyboard, where figures need Shift."""

Keys = dict[str, "Callable[[], None]"]


def add_room_keys(
    room: DeliberationRoom, acts: RoomActs, now: Callable[[], datetime]
) -> dict[str, QShortcut]:
    """Install the keys on the room; return them by their text."""
    keys = {**_order(room), **_letters(room), **_figures(room, now)}
    keys |= {"Ctrl+I": acts.ask_incidents, "Ctrl+M": acts.ask_absence}
    return {key: QShortcut(QKeySequence(key), room, act) for key, act in keys.items()}


def _order(room: DeliberationRoom) -> Keys:
    return {
        "PgDown": partial(room.step, 1),
        "PgUp": partial(room.step, -1),
        "Ctrl+Return": room.go_to_next_open,
        "Alt+Down": partial(room.form.blocks.step, 1),
        "Alt+Up": partial(room.form.blocks.step, -1),
    }


def _letters(room: DeliberationRoom) -> Keys:
    """Each bare, and with Alt from within a text."""
    letters: Keys = {
        "P": partial(room.form.choose_appearance, Appearance.PRESENT),
        "B": partial(room.form.choose_appearance, Appearance.ABSENT),
        "E": partial(room.form.choose_appearance, Appearance.EXCUSED),
        "A": partial(_decide, room, Outcome.ACQUIRED),
        "R": partial(_decide, room, Outcome.REFUSED),
        "V": room.form.vote.begin,
        "M": room.members.go_on,
    }
    # Alt+M is the choice of what was typed, where a save was refused
    return letters | {f"Alt+{key}": act for key, act in letters.items() if key != "M"}


def _figures(room: DeliberationRoom, now: Callable[[], datetime]) -> Keys:
    """A block by its figure, a member by Alt, and the hour of now by Shift and Alt."""
    keys: Keys = {}
    for number in range(1, BLOCKS + 1):
        for sign in (str(number), FRENCH_ROW[number - 1]):
            keys[sign] = partial(room.form.blocks.go_to, number)
    for number in range(1, MEMBERS + 1):
        for sign in (str(number), FRENCH_ROW[number - 1]):
            keys[f"Alt+{sign}"] = partial(room.members.toggle_presence, number)
        keys[f"Shift+Alt+{number}"] = partial(_come_or_leave, room, number, now)
    return keys


def _decide(room: DeliberationRoom, outcome: Outcome) -> None:
    block = room.form.blocks.current()
    if block is not None:
        block.decide(outcome)


def _come_or_leave(room: DeliberationRoom, number: int, now: Callable[[], datetime]) -> None:
    hour = now().time().replace(second=0, microsecond=0)
    room.members.come_or_leave(number, now=hour)
