"""The foot of the window: which workspace, when saved and backed up, what presses, what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import row
from jurydesk.ui.widgets.task_strip import TaskStrip

if TYPE_CHECKING:
    from jurydesk.ui.tasks import TaskRunner


class StatusBar(QWidget):
    """One quiet line.

    Signals:
        urgent_opened: the count of what needs somebody now was pressed.
    """

    urgent_opened = Signal()

    def __init__(self, runner: TaskRunner) -> None:
        """Show nothing yet but running work."""
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = row(self, spacing=Space.M, margins=(Space.L, Space.XS, Space.L, Space.XS))
        self.workspace_label = ElidedLabel("", "caption", "muted")
        self.saved_label = label("", "caption", tone="muted")
        self.backup_label = label("", "caption", tone="muted")
        self.urgent_button = QPushButton()
        self.urgent_button.setProperty("manner", "link")
        press_by_enter(self.urgent_button)
        self.urgent_button.clicked.connect(self.urgent_opened)
        self.urgent_button.setToolTip(self.tr("Show it on the page Home"))
        self.urgent_button.hide()
        layout.addWidget(IconLabel("database", "muted", ICON_SMALL))
        layout.addWidget(self.workspace_label, 1)
        layout.addWidget(TaskStrip(runner))
        for widget in (self.saved_label, self.backup_label, self.urgent_button):
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

    def show_urgent(self, text: str) -> None:
        """Say how much needs somebody now, as Home does; empty hides it."""
        self.urgent_button.setText(text)
        self.urgent_button.setVisible(bool(text))
