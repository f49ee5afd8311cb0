"""A page's list with at most one other view over it: a form, an import."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

View = TypeVar("View", bound="OverView")


class OverView(QWidget):
    """What may lie over a list: as long as it does, keys are its own."""

    def take_focus(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def focus_search(self) -> None:
        """Put the cursor in a search box, if there is one."""


class OverStack(QStackedWidget):
    """Shows the list, or a view over it that goes away when it is done."""

    def __init__(self, below: QWidget) -> None:
        """Show the list."""
        super().__init__()
        self._below = below
        self.over: OverView | None = None
        self.addWidget(below)

    def show_over(self, view: OverView) -> None:
        """Show a view over the list, instead of one that was there."""
        self.back()
        self.over = view
        # A key must not reach a list that nobody sees: Delete would remove somebody
        self._below.setEnabled(False)
        self.addWidget(view)
        self.setCurrentWidget(view)

    def back(self) -> None:
        """Show the list again."""
        view, self.over = self.over, None
        self._below.setEnabled(True)
        self.setCurrentWidget(self._below)
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()

    def over_as(self, kind: type[View]) -> View | None:
        """Return the view over the list when it is one of that kind."""
        return self.over if isinstance(self.over, kind) else None
