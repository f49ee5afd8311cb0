"""A form over a list: Escape leaves it, and Ctrl+Z stays within what is typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from jurydesk.ui.widgets.form_fields import Form
from jurydesk.ui.widgets.over_stack import OverView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FormView(OverView):
    """Whoever builds on it makes `form` and says in `give_up` what leaving means."""

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__()
        self.form = Form()

    def give_up(self) -> None:
        """Leave the form."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.form.focus_first()

    @override
    def take_focus(self) -> None:
        """Put the cursor back where it was, or into the first field."""
        last: QWidget | None = self.form.focusWidget()
        if last is not None:
            last.setFocus()
        else:
            self.focus_first()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from the acts of the office while a form is open: a line has its own."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and _is_of_history(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif not _is_of_history(event):
            super().keyPressEvent(event)


def _is_of_history(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(map(event.matches, HISTORY))
