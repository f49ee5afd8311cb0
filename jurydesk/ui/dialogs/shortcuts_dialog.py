"""All keys of the window on one sheet (Ctrl+/)."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, shortcut_text
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even, row


class ShortcutsDialog(QDialog):
    """Keys and what they do, in groups."""

    def __init__(self, parent: QWidget) -> None:
        """Show every key."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        layout = column(self, spacing=Space.L, margins=even(Space.XL))
        layout.addWidget(label(self.tr("Keyboard"), "title"))
        parts = row(spacing=Space.XXL)
        parts.addLayout(self._build_group(self.tr("Everywhere"), self._everywhere()))
        parts.addLayout(self._build_group(self.tr("In a list"), self._in_a_list()))
        parts.addLayout(self._build_group(self.tr("On a timetable"), self._on_a_board()))
        layout.addLayout(parts)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(act_button(Act(self.tr("Close"), self.accept, manner="primary")))
        layout.addLayout(foot)

    def _build_group(self, title: str, keys: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(label(title, "strong"), 0, 0, 1, 2)
        for at, (key, text) in enumerate(keys, start=1):
            grid.addWidget(_key(key), at, 0)
            grid.addWidget(label(text), at, 1)
        grid.setRowStretch(len(keys) + 1, 1)
        return grid

    def _everywhere(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+K", self.tr("Search everything")),
            ("Ctrl+1", self.tr("First page, and so on")),
            ("Ctrl+L", self.tr("Ties")),
            ("Ctrl+H", self.tr("Foresight")),
            ("Ctrl+G", self.tr("Expenses")),
            ("Ctrl+F", self.tr("Search on this page")),
            ("Ctrl+N", self.tr("New")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Ctrl+Shift+Z", self.tr("Redo")),
            ("F5", self.tr("Load again")),
            ("F6", self.tr("To the panel and back")),
            ("Esc", self.tr("One step back")),
            ("Ctrl+/", self.tr("This sheet")),
        )

    def _in_a_list(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Return", self.tr("Open")),
            ("F2", self.tr("Edit")),
            ("Ctrl+Return", self.tr("Do what a deadline waits for")),
            ("Del", self.tr("Delete (with undo)")),
            ("Ctrl+C", self.tr("Copy the rows")),
            ("Ctrl+A", self.tr("Select all")),
            ("Ctrl+Shift+V", self.tr("Saved views")),
        )

    def _on_a_board(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Space", self.tr("Pick up a hearing")),
            ("Right", self.tr("Move it (all arrows)")),
            ("Return", self.tr("Lay it down")),
            ("Esc", self.tr("Put it back")),
        )


def _key(shortcut: str) -> QWidget:
    key = label(shortcut_text(shortcut), "caption")
    key.setProperty("key", "true")
    return key
