"""Long work under way: its name, how far it is, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from jurydesk.ui.tasks import Task, TaskRunner

BAR_WIDTH = 120


class TaskStrip(QWidget):
    """Shows the newest task that has a title; the others are counted."""

    def __init__(self, runner: TaskRunner) -> None:
        """Follow the runner."""
        super().__init__()
        self._runner = runner
        self._task: Task | None = None
        layout = row(self, spacing=Space.S)
        self.title_label = label("", "caption", tone="muted")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.cancel_button = icon_button("stop", self.tr("Stop this work"))
        self.cancel_button.clicked.connect(self._on_cancel)
        for widget in (self.title_label, self.bar, self.cancel_button):
            layout.addWidget(widget)
        runner.started.connect(self._on_changed)
        runner.ended.connect(self._on_changed)
        runner.progressed.connect(self._on_progressed)
        self._show_newest()

    def _show_newest(self) -> None:
        shown = [task for task in self._runner.running() if task.title]
        self._task = shown[-1] if shown else None
        self.setVisible(self._task is not None)
        if self._task is not None:
            others = f"  +{len(shown) - 1}" if len(shown) > 1 else ""
            self.title_label.setText(self._task.title + others)
            self.bar.setRange(0, 0)
            self.cancel_button.setEnabled(not self._task.control.is_cancelled())

    def _on_changed(self, _task: Task) -> None:
        self._show_newest()

    def _on_progressed(self, task: Task, done: int, total: int) -> None:
        if task == self._task:
            self.bar.setRange(0, max(total, 1))
            self.bar.setValue(done)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.title_label.setText(self.tr("Stopping…"))
            self.cancel_button.setEnabled(False)
