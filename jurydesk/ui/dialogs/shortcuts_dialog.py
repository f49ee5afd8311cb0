"""All keys of the window on one sheet (F1, Ctrl+/)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, shortcut_text
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even, row

HEAD = 52


class ShortcutsDialog(QDialog):
    """Keys and what they do, in groups."""

    def __init__(self, parent: QWidget) -> None:
        """Show every key."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        layout = column(self, spacing=Space.L, margins=even(Space.XL))
        layout.addWidget(label(self.tr("Keyboard"), "title"))
        layout.addWidget(self._build_groups(), 1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(act_button(Act(self.tr("Close"), self.accept, manner="primary")))
        layout.addLayout(foot)
        # As large as the sheet, but never larger than the window below it
        room = parent.window().size() * 0.95
        self.resize(self._inside.sizeHint().grownBy(self._around()).boundedTo(room))

    def _build_groups(self) -> QScrollArea:
        self._inside = QWidget()
        parts = row(self._inside, spacing=Space.XXL)
        parts.addLayout(self._build_group(self.tr("Everywhere"), self._everywhere()))
        middle = column(spacing=Space.XL)
        middle.addLayout(self._build_group(self.tr("In a list"), self._in_a_list()))
        middle.addLayout(self._build_group(self.tr("On a timetable"), self._on_a_board()))
        middle.addStretch(1)
        parts.addLayout(middle)
        parts.addLayout(self._build_group(self.tr("In the deliberation room"), self._in_the_room()))
        area = QScrollArea()
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _around(self) -> QMargins:
        return QMargins(Space.XL, HEAD, Space.XL + Space.L, HEAD)

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
            ("Ctrl+U", self.tr("Expenses")),
            ("Ctrl+F", self.tr("Search on this page")),
            ("Ctrl+N", self.tr("New")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Ctrl+Shift+Z", self.tr("Redo")),
            ("F5", self.tr("Load again")),
            ("F6", self.tr("To the panel and back")),
            ("Esc", self.tr("One step back")),
            ("F1", self.tr("This sheet")),
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

    def _in_the_room(self) -> tuple[tuple[str, str], ...]:
        return (
            ("PgDown", self.tr("Next candidate (PgUp: back)")),
            ("Ctrl+Return", self.tr("Next without a result")),
            ("Alt+1", self.tr("Member 1 there or not, and so on")),
            ("Shift+Alt+1", self.tr("Member 1 comes or leaves now")),
            ("Alt+T", self.tr("All members are there")),
            ("Alt+D", self.tr("All have read and declare no tie")),
            ("M", self.tr("To the members, one after the other")),
            ("D", self.tr("On a member: declares")),
            ("X", self.tr("On a member: recused")),
            ("H", self.tr("On a member: hours")),
            ("K", self.tr("On a member: presides")),
            ("Ctrl+M", self.tr("A member is missing")),
            ("P", self.tr("The candidate came (B: did not, E: excused)")),
            ("1", self.tr("Block 1, and so on (Alt+Down: next)")),
            ("A", self.tr("Acquired (R: refused)")),
            ("V", self.tr("Vote; then + for, - against, 0 abstained")),
            ("Ctrl+I", self.tr("Incidents")),
            ("Ctrl+Shift+L", self.tr("Close the deliberation")),
            ("F11", self.tr("On the wall, and back")),
            ("Ctrl++", self.tr("On the wall: larger (Ctrl+-: smaller)")),
            ("F8", self.tr("On the wall: names of the others")),
        )


def _key(shortcut: str) -> QWidget:
    key = label(shortcut_text(shortcut), "caption")
    key.setProperty("key", "true")
    return key
