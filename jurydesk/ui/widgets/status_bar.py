"""The foot of the window: which workspace, when saved and backed up, what is due, what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import row
from jurydesk.ui.widgets.task_strip import TaskStrip

if TYPE_CHECKING:
    from jurydesk.ui.tasks import TaskRunner


class StatusBar(QWidget):
    """One quiet line.

    Signals:
        deadlines_opened: the count of deadlines was pressed.
    """

    deadlines_opened = Signal()

    def __init__(self, runner: TaskRunner) -> None:
        """Show nothing yet but running work."""
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = row(self, spacing=Space.M, margins=(Space.L, Space.XS, Space.L, Space.XS))
        self.workspace_label = ElidedLabel("", "caption", "muted")
        self.saved_label = label("", "caption", tone="muted")
        self.backup_label = label("", "caption", tone="muted")
        self.deadlines_button = QPushButton()
        self.deadlines_button.setProperty("manner", "link")
        self.deadlines_button.clicked.connect(self.deadlines_opened)
        self.deadlines_button.hide()
        layout.addWidget(IconLabel("database", "muted", ICON_SMALL))
        layout.addWidget(self.workspace_label, 1)
        layout.addWidget(TaskStrip(runner))
        for widget in (self.saved_label, self.backup_label, self.deadlines_button):
            layout.addWidget(widget)

    def show_workspace(self, name: str) -> None:
        """Name the workspace."""
        self.workspace_label.set_full_text(name)

    def show_saved(self, time: str) -> None:
        """Say when work was last saved."""
        self.saved_label.setText(self.tr("Saved at {time}").format(time=time))

    def show_backup(self, text: str) -> None:
        """Say when the last backup was made."""
        self.backup_label.setText(text)

    def show_deadlines(self, text: str) -> None:
        """Say how many deadlines are near; empty hides it."""
        self.deadlines_button.setText(text)
        self.deadlines_button.setVisible(bool(text))
