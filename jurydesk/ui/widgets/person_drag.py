"""A person in the hand: what a drag of an examiner carries, and how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PERSON_MIME = "application/x-jurydesk-examiner"


def person_mime(person: int) -> QMimeData:
    """Return what a dragged person carries: its number, for this application only."""
    mime = QMimeData()
    mime.setData(PERSON_MIME, str(person).encode())
    return mime


def dragged_person(mime: QMimeData) -> int:
    """Return the number of a person that is dragged."""
    return int(bytes(mime.data(PERSON_MIME).data()).decode())


def drag_person(source: QWidget, person: int) -> None:
    """Take a person by their card; returns once they are laid down or let go."""
    drag = QDrag(source)
    drag.setMimeData(person_mime(person))
    drag.setPixmap(source.grab())
    drag.exec(Qt.DropAction.MoveAction)
