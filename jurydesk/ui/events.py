"""Tells the pages which kinds of things changed, so that only those concerned reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable


class ChangeBus(QObject):
    """Broadcasts what one act changed.

    Signals:
        changed: the kinds (`frozenset[str]`, such as "candidacy") and the object that caused
            the change or None; a page that shows its own change already ignores its echo.
        anything_changed: for the status bar, which only wants to know that work was saved.
    """

    changed = Signal(object, object)
    anything_changed = Signal()

    def publish(self, kinds: Iterable[str], *, initiator: QObject | None = None) -> None:
        """Announce that things of these kinds changed; silent when there are none."""
        found = frozenset(str(kind) for kind in kinds)
        if not found:
            return
        self.changed.emit(found, initiator)
        self.anything_changed.emit()
