"""The main window: keys, geometry, language and theme around the shell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from jurydesk.services.home import home
from jurydesk.services.workspace import newest_copy
from jurydesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from jurydesk.ui.drafts import Drafts
from jurydesk.ui.leaving import Leaving
from jurydesk.ui.operations.search import search_everything
from jurydesk.ui.pages.page import PageContext
from jurydesk.ui.pages.registry import page_keys
from jurydesk.ui.shell import Shell
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent

    from jurydesk.services.ports import Desk
    from jurydesk.services.views import HomeView
    from jurydesk.ui.events import ChangeBus
    from jurydesk.ui.operations.operations import Operations
    from jurydesk.ui.preferences import Preferences
    from jurydesk.ui.prompts import Prompter
    from jurydesk.ui.tasks import TaskRunner
    from jurydesk.ui.widgets.global_search import SearchHit

FIRST_SIZE = (1366, 768)
LEAST_SIZE = (720, 480)
LULL = 1000
"""Milliseconds without a save after which what presses is counted again."""
FRAME = QSize(16, 40)
"""What a desktop draws around a window at most, known only once it is shown."""


class MainWindow(QMainWindow):
    """One window on one workspace.

    Signals:
        closed: the window was closed; what runs should end.
    """

    closed = Signal()

    def __init__(
        self, desk: Desk, *, runner: TaskRunner, bus: ChangeBus, operations: Operations
    ) -> None:
        """Keep the parts; `open_on` shows the first page."""
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._bus = bus
        self._operations = operations
        self._drafts = Drafts()
        self._leaving = Leaving(self._drafts)
        self._prompter: Prompter | None = None
        self._preferences: Preferences | None = None
        self._shell: Shell | None = None
        # What presses is counted over the whole workspace: not at each key of somebody who types
        self._lull = QTimer(self)
        self._lull.setSingleShot(True)
        self._lull.setInterval(LULL)
        self._lull.timeout.connect(self._load_urgent)
        self.setWindowTitle(f"jurydesk – {desk.storage.label}")
        self.setMinimumSize(*LEAST_SIZE)
        self._take_first_size()
        self._restore_geometry()
        self._add_keys()
        bus.anything_changed.connect(self._on_saved)
        operations.history_changed.connect(self._on_history_changed)

    @property
    def shell(self) -> Shell:
        """Return what the window shows now; another language brings another shell."""
        if self._shell is None:
            raise RuntimeError("the window was not opened")
        return self._shell

    def open_on(self, name: str, *, prompter: Prompter, preferences: Preferences) -> None:
        """Build the inside and show a page."""
        self._prompter = prompter
        self._preferences = preferences
        preferences.language_changed.connect(self._on_language_changed)
        self._furnish(name)

    def _furnish(self, name: str) -> None:
        """Build a shell in the language of the moment."""
        if self._prompter is None or self._preferences is None:
            raise RuntimeError("the window was not opened")
        wording = Wording(self._preferences.language)
        shell = Shell(self._runner)
        context = PageContext(
            desk=self._desk,
            runner=self._runner,
            bus=self._bus,
            operations=self._operations,
            prompter=self._prompter,
            wording=wording,
            toasts=shell.toasts,
            navigate=shell.show_page,
            preferences=self._preferences,
            drafts=self._drafts,
        )
        shell.furnish(context)
        shell.status_bar.show_workspace(self._desk.storage.label)
        shell.status_bar.urgent_opened.connect(partial(shell.show_page, "home"))
        shell.search.query_changed.connect(self._on_query_changed)
        shell.search.hit_chosen.connect(self._on_hit_chosen)
        shell.undo_requested.connect(self._operations.undo)
        shell.keys_requested.connect(self.show_keys)
        shell.whole_screen_wanted.connect(self._on_whole_screen_wanted)
        self._operations.speak(wording, shell.toasts)
        for warning in self._desk.warnings:
            shell.show_notice(wording.text(warning.code, **warning.figures))
        self._shell = shell
        self.setCentralWidget(shell)
        self._on_history_changed()
        shell.show_page(name)
        self._load_urgent()
        self._load_copy()

    def show_keys(self) -> None:
        """Show the sheet of shortcuts."""
        dialog = ShortcutsDialog(self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+K": self._on_search_key,
            "Ctrl+F": self._on_find_key,
            "F5": self._on_reload_key,
            "F6": self._on_panel_key,
            "Ctrl+Z": self._operations.undo,
            "Ctrl+Shift+Z": self._operations.redo,
            "F1": self.show_keys,
            "Ctrl+/": self.show_keys,
        }
        for name, key in page_keys().items():
            keys[key] = partial(self._on_page_key, name)
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _take_first_size(self) -> None:
        """Stand whole on the screen, with room for the frame that the desktop adds."""
        screen = self.screen().availableGeometry()
        size = first_size(screen)
        self.resize(size)
        place = QRect(screen.topLeft(), size + FRAME)
        place.moveCenter(screen.center())
        self.move(place.topLeft())

    def _restore_geometry(self) -> None:
        geometry = QSettings().value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def _load_urgent(self) -> None:
        self._runner.submit(partial(home, self._desk), done=self._on_home_loaded)

    def _on_home_loaded(self, view: HomeView) -> None:
        count = len(view.urgent)
        text = self.tr("Needs you now: {count}").format(count=count) if count else ""
        self.shell.status_bar.show_urgent(text)

    def _load_copy(self) -> None:
        """A workspace is copied when it is opened, so that this is asked once."""
        self._runner.submit(partial(newest_copy, self._desk), done=self._on_copy_known)

    def _on_copy_known(self, made: datetime | None) -> None:
        if made is None:
            return
        wording = self._wording()
        if made.date() == self._desk.clock.today():
            text = self.tr("Backup at {time}").format(time=wording.time(made.time()))
        else:
            text = self.tr("Backup of {date}").format(date=wording.short_date(made.date()))
        self.shell.status_bar.show_backup(text)

    def _wording(self) -> Wording:
        return Wording(self._preferences.language) if self._preferences else Wording()

    def _on_saved(self) -> None:
        self.shell.status_bar.show_saved(self._wording().time(self._desk.clock.now().time()))
        self._lull.start()

    def _on_history_changed(self) -> None:
        if self._shell is not None:
            self._shell.show_undo(self._operations.undo_label())

    def _on_language_changed(self) -> None:
        name = self.shell.current_name()
        old = self.shell
        self._furnish(name)
        old.deleteLater()

    def _on_query_changed(self, text: str) -> None:
        shell = self.shell
        self._runner.submit(
            partial(search_everything, self._desk, query=text),
            done=partial(shell.search.show_hits, text),
            receiver=shell,
        )

    def _on_hit_chosen(self, hit: SearchHit) -> None:
        self.shell.show_page(hit.page, hit.key)

    def _on_whole_screen_wanted(self, is_wanted: bool) -> None:
        """Fill the screen, or stand as before."""
        full = Qt.WindowState.WindowFullScreen
        state = self.windowState()
        self.setWindowState(state | full if is_wanted else state & ~full)

    def _on_page_key(self, name: str) -> None:
        self.shell.show_page(name)

    def _on_search_key(self) -> None:
        self.shell.search.focus()

    def _on_find_key(self) -> None:
        page = self.shell.current_page()
        if page is not None:
            page.focus_search()

    def _on_reload_key(self) -> None:
        page = self.shell.current_page()
        if page is not None:
            page.refresh()

    def _on_panel_key(self) -> None:
        self.shell.switch_side()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the geometry and let what runs end, unless something would be lost."""
        if not self._leaving.may_close(self._prompter, self.close):
            event.ignore()
            return
        QSettings().setValue("window/geometry", self.saveGeometry())
        self._lull.stop()
        self.closed.emit()
        super().closeEvent(event)


def first_size(screen: QRect) -> QSize:
    """Return the size of a window that nobody has sized yet, on a screen with that much room."""
    return QSize(*FIRST_SIZE).boundedTo(screen.size() - FRAME).expandedTo(QSize(*LEAST_SIZE))
