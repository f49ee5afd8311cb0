"""Puts the application together: theme, language, workers and the main window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jurydesk.paths import user_data
from jurydesk.ui.collector import Collector
from jurydesk.ui.errors import ErrorPresenter
from jurydesk.ui.events import ChangeBus
from jurydesk.ui.main_window import MainWindow
from jurydesk.ui.operations.operations import Operations
from jurydesk.ui.preferences import Preferences, kept_language, kept_text_size, kept_theme
from jurydesk.ui.prompts import QtPrompter
from jurydesk.ui.tasks import TaskRunner
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.theme import Theme
from jurydesk.ui.translation import Translation
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.ports import Desk
    from jurydesk.ui.prompts import Prompter
    from jurydesk.wording import Language

FIRST_PAGE = "home"
SWITCH_SECONDS = 0.0002
"""How long a worker may compute before it lets the window have its turn.

A list asks Python for each cell that it paints. With Python's own 5 ms, a worker that computes
makes the window wait 5 ms at every cell: two seconds for one table (measured; 0.1 s so).
"""


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application with the names under which the person's choices are kept."""
    sys.setswitchinterval(SWITCH_SECONDS)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    application.setApplicationName("jurydesk")
    application.setOrganizationName("jurydesk")
    application.setApplicationDisplayName("jurydesk")
    QGuiApplication.setDesktopFileName("jurydesk")
    application.setWindowIcon(icon("deliberation", "accent"))
    return application


class Parts:
    """Everything behind one window, in the order in which it must end."""

    def __init__(
        self,
        application: QApplication,
        desk: Desk,
        language: Language,
        prompter: Prompter | None = None,
    ) -> None:
        """Build the parts and wire them; tests pass a prompter that answers."""
        self.theme = Theme(application, kept_theme(), zoom=kept_text_size())
        self.translation = Translation(application, language)
        self.preferences = Preferences(self.theme, self.translation)
        self.runner = TaskRunner()
        self.collector = Collector(application, is_busy=self.runner.is_busy)
        self.bus = ChangeBus()
        self.operations = Operations(desk, self.runner, self.bus)
        self.window = MainWindow(desk, runner=self.runner, bus=self.bus, operations=self.operations)
        self.prompter: Prompter = prompter or QtPrompter(self.window)
        self.errors = ErrorPresenter(self.prompter, Wording(language), user_data() / "reports")
        self.runner.failed.connect(self.errors.present)
        self.preferences.language_changed.connect(self._on_language_changed)
        self.window.closed.connect(self.close)

    def open_on(self, name: str) -> None:
        """Show the window on a page."""
        self.window.open_on(name, prompter=self.prompter, preferences=self.preferences)
        self.window.show()

    def close(self) -> None:
        """End the workers; only then may Python collect on any thread."""
        self.runner.close()
        self.collector.close()
        self.translation.close()

    def _on_language_changed(self) -> None:
        self.errors.use_wording(Wording(self.translation.language))


def run(desk: Desk, *, language: Language | None = None, arguments: Sequence[str] = ()) -> int:
    """Open the window on a workspace and stay until it is closed; return the exit code."""
    application = make_application(arguments or sys.argv[:1])
    parts = Parts(application, desk, language or kept_language("fr"))
    sys.excepthook = parts.errors.hook
    parts.open_on(FIRST_PAGE)
    return application.exec()
