"""What every page is given and what the shell expects of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.ui.drafts import Drafts
from jurydesk.ui.theme.scale import INSPECTOR_BREAKPOINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QShowEvent

    from jurydesk.services.ports import Desk
    from jurydesk.ui.events import ChangeBus
    from jurydesk.ui.operations.operations import Operations
    from jurydesk.ui.preferences import Preferences
    from jurydesk.ui.prompts import Prompter
    from jurydesk.ui.tasks import TaskRunner
    from jurydesk.wording import Wording


class Toasts(Protocol):
    """Shows a short message at the bottom, with at most one act (mostly Undo)."""

    def show_message(
        self,
        text: str,
        *,
        tone: str = "plain",
        act: str = "",
        on_act: Callable[[], None] | None = None,
    ) -> None:
        """Show `text`; `act` is the word on the button that calls `on_act`."""
        ...


class Navigate(Protocol):
    """Goes to another page and, when `key` is given, to one thing on it."""

    def __call__(self, name: str, key: object = None) -> None:
        """Show the page of that name; the page's `open_item(key)` does the rest."""
        ...


@dataclass(frozen=True)
class PageContext:
    """All a page may reach: nothing is global."""

    desk: Desk
    runner: TaskRunner
    bus: ChangeBus
    operations: Operations
    prompter: Prompter
    wording: Wording
    toasts: Toasts
    navigate: Navigate
    preferences: Preferences
    drafts: Drafts = field(default_factory=Drafts)


class Page(QWidget):
    """One page of the shell: loads lazily, reloads when something it shows has changed.

    A page sets `concerns`, builds its widgets in `__init__`, asks for data in `reload()` and
    may set `inspector` to a panel that the shell shows at its right.

    Signals:
        inspector_changed: this page has another panel now (see `change_inspector`).
        inspector_shown: the person selected something: on a narrow window the shell brings
            the inspector to the front.
        whole_window_wanted: whether this page is to fill the whole screen, alone.
    """

    concerns: ClassVar[frozenset[str]] = frozenset()
    inspector_changed = Signal()
    inspector_shown = Signal()
    whole_window_wanted = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Keep the context and listen to changes."""
        super().__init__(parent)
        self.context = context
        self.inspector: QWidget | None = None
        self._is_stale = True
        context.bus.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Ask for this page's data; called when first shown and when its data changed."""

    def open_item(self, key: object) -> None:
        """Show one thing of this page, such as a candidate found by the global search."""

    def change_inspector(self, panel: QWidget | None) -> None:
        """Show another panel at the right, or none."""
        self.inspector = panel
        self.inspector_changed.emit()

    def is_narrow(self) -> bool:
        """Tell whether the panel is not beside the page but behind it."""
        return self.window().width() < INSPECTOR_BREAKPOINT

    def take_focus(self) -> None:
        """Put the focus where work begins on this page; called when it is shown."""
        self.setFocus()

    def focus_search(self) -> None:
        """Put the cursor in this page's own search box, if it has one (Ctrl+F)."""

    def refresh(self) -> None:
        """Reload now when visible, else when next shown."""
        self._is_stale = True
        if self.isVisible():
            self._reload_if_stale()

    def _reload_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.reload()

    def _on_changed(self, kinds: frozenset[str], initiator: QObject | None) -> None:
        if initiator is not self and kinds & self.concerns:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Load on first sight and after changes made while another page was shown."""
        super().showEvent(event)
        self._reload_if_stale()
