"""A page's list with at most one other view over it: a form, an import."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

View = TypeVar("View", bound=QWidget)


class OverStack(QStackedWidget):
    """Shows the list, or a view over it that goes away when it is done."""

    def __init__(self, below: QWidget) -> None:
        """Show the list."""
        super().__init__()
        self._below = below
        self._over: QWidget | None = None
        self.addWidget(below)

    def show_over(self, view: QWidget) -> None:
        """Show a view over the list, instead of one that was there."""
        self.back()
        self._over = view
        self.addWidget(view)
        self.setCurrentWidget(view)

    def back(self) -> None:
        """Show the list again."""
        view, self._over = self._over, None
        self.setCurrentWidget(self._below)
        if view is not None:
            self.removeWidget(view)
            view.deleteLater()

    def over_as(self, kind: type[View]) -> View | None:
        """Return the view over the list when it is one of that kind."""
        return self._over if isinstance(self._over, kind) else None
