"""The inside of the window: rail, search, pages, inspector and status bar, for one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.ui.focus_keeper import FocusKeeper
from jurydesk.ui.pages.registry import page_entries, page_keys
from jurydesk.ui.theme.scale import (
    INSPECTOR_BREAKPOINT,
    INSPECTOR_WIDTH,
    RAIL_BREAKPOINT,
    Space,
)
from jurydesk.ui.widgets.acts import icon_button, shortcut_text
from jurydesk.ui.widgets.global_search import GlobalSearch
from jurydesk.ui.widgets.inspector_host import InspectorHost
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.nav_rail import NavItem, NavRail
from jurydesk.ui.widgets.notice import Notice
from jurydesk.ui.widgets.status_bar import StatusBar
from jurydesk.ui.widgets.toast import ToastArea
from jurydesk.ui.words import pair

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from jurydesk.ui.pages.page import Page, PageContext
    from jurydesk.ui.pages.registry import PageEntry
    from jurydesk.ui.tasks import TaskRunner

SEARCH_WIDTH = 560


class Shell(QWidget):
    """Holds the pages, each made when first shown.

    Signals:
        page_changed: the name of the page now shown.
        keys_requested: show the sheet of shortcuts.
        undo_requested: take the last act back.
        whole_screen_wanted: whether the window is to fill the screen.
    """

    page_changed = Signal(str)
    keys_requested = Signal()
    undo_requested = Signal()
    whole_screen_wanted = Signal(object)

    def __init__(self, runner: TaskRunner) -> None:
        """Build the frame; `furnish` gives it the pages' context."""
        super().__init__()
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entries: dict[str, PageEntry] = {entry.name: entry for entry in page_entries()}
        self.pages: dict[str, Page] = {}
        self.rail = NavRail(self._nav_items(), "jurydesk")
        self.search = GlobalSearch(self.tr("Search a candidate, an examiner, a session…"))
        self.status_bar = StatusBar(runner)
        self.inspector_host = InspectorHost()
        self.toasts = ToastArea(self)
        self._context: PageContext | None = None
        self._notices = column(spacing=Space.XS)
        self._stack = QStackedWidget()
        self._content = QWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._keeper = FocusKeeper(self, self.current_page)
        self.rail.chosen.connect(self.show_page)
        self.inspector_host.closed.connect(self._on_inspector_closed)

    def furnish(self, context: PageContext) -> None:
        """Give the pages what they may reach."""
        self._context = context

    def current_name(self) -> str:
        """Return the name of the page shown."""
        return next((n for n, page in self.pages.items() if page is self.current_page()), "")

    def current_page(self) -> Page | None:
        """Return the page shown."""
        widget = self._stack.currentWidget()
        return next((page for page in self.pages.values() if page is widget), None)

    def show_page(self, name: str, key: object = None) -> None:
        """Show a page, and one thing on it when `key` is given."""
        if name not in self.entries:
            return
        page = self.pages.get(name) or self._make_page(name)
        self._stack.setCurrentWidget(page)
        self.rail.select(name)
        self.inspector_host.show_panel(page.inspector)
        self._share_room()
        page.take_focus()
        if key is not None:
            page.open_item(key)
        self.page_changed.emit(name)

    def show_notice(self, text: str) -> None:
        """Say above every page what the person should know until they close it."""
        self._notices.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._notices.addWidget(Notice(text))

    def show_undo(self, label: str) -> None:
        """Name what Ctrl+Z takes back."""
        self.undo_button.setEnabled(bool(label))
        keys = shortcut_text("Ctrl+Z")
        words = pair(self.tr("Undo"), f"{label} ({keys})")
        self.undo_button.setToolTip(words if label else "")

    def switch_side(self) -> None:
        """Go from the page to its inspector, or back."""
        page = self.current_page()
        focused = QApplication.focusWidget()
        panel = page.inspector if page is not None else None
        if page is None or panel is None:
            return
        if self.inspector_host.is_in_front:
            self._on_inspector_closed()
        elif focused is not None and panel.isAncestorOf(focused):
            page.take_focus()
        else:
            self.go_to_inspector()

    def go_to_inspector(self) -> None:
        """Put the focus into the inspector, before the page where there is no room for both."""
        page = self.current_page()
        if page is None or page.inspector is None:
            return
        self.inspector_host.is_in_front = self.is_narrow()
        self._share_room()
        if not _focus_first(page.inspector):
            _focus_first(self.inspector_host)

    def is_narrow(self) -> bool:
        """Tell whether the inspector takes the page's place."""
        return self.width() < INSPECTOR_BREAKPOINT

    def _nav_items(self) -> tuple[NavItem, ...]:
        keys = page_keys()
        return tuple(
            NavItem(name, entry.icon, entry.title(), shortcut_text(keys[name]), entry.place)
            for name, entry in self.entries.items()
        )

    def _make_page(self, name: str) -> Page:
        if self._context is None:
            raise RuntimeError("the shell was not furnished")
        page = self.entries[name].factory(self._context)
        page.setAccessibleName(self.entries[name].title())
        page.inspector_shown.connect(self._on_inspector_shown)
        page.inspector_changed.connect(self._on_inspector_changed)
        page.whole_window_wanted.connect(self._on_whole_window_wanted)
        self.pages[name] = page
        self._stack.addWidget(page)
        return page

    def _build(self) -> None:
        frame = row(self, spacing=0)
        frame.addWidget(self.rail)
        right = column(spacing=0)
        frame.addLayout(right, 1)
        content = column(self._content, spacing=0)
        self._top_bar = self._build_top_bar()
        content.addWidget(self._top_bar)
        content.addLayout(self._notices)
        content.addWidget(self._stack, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._content)
        self._splitter.addWidget(self.inspector_host)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([1000, INSPECTOR_WIDTH])
        right.addWidget(self._splitter, 1)
        right.addWidget(self.status_bar)

    def _build_top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("topBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = row(bar, spacing=Space.XS, margins=(Space.XL, Space.S, Space.L, Space.S))
        self.search.setMaximumWidth(SEARCH_WIDTH)
        layout.addWidget(self.search, 1)
        layout.addStretch(0)
        self.undo_button = icon_button("undo", self.tr("Undo"))
        self.undo_button.clicked.connect(self.undo_requested)
        self.keys_button = icon_button("keyboard", self.tr("Keyboard"))
        self.keys_button.clicked.connect(self.keys_requested)
        self.panel_button = icon_button("info", self.tr("Show the details"))
        self.panel_button.setToolTip(f"{self.tr('Show the details')} ({shortcut_text('F6')})")
        self.panel_button.clicked.connect(self.go_to_inspector)
        layout.addWidget(self.panel_button)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.keys_button)
        return bar

    def _share_room(self) -> None:
        self.rail.set_collapsed(is_collapsed=self.width() < RAIL_BREAKPOINT)
        page = self.current_page()
        has_panel = page is not None and page.inspector is not None
        narrow = self.is_narrow()
        in_front = narrow and has_panel and self.inspector_host.is_in_front
        self.inspector_host.set_alone(is_alone=narrow)
        is_shown = has_panel and (in_front or not narrow)
        if is_shown and self.inspector_host.isHidden() and not narrow:
            self._splitter.setSizes([self.width() - INSPECTOR_WIDTH, INSPECTOR_WIDTH])
        self.inspector_host.setVisible(is_shown)
        self._content.setVisible(not in_front)
        self.panel_button.setVisible(narrow and has_panel)

    def _on_whole_window_wanted(self, is_wanted: bool) -> None:
        """Leave nothing but the page, or bring back what stands around it."""
        for widget in (self.rail, self._top_bar, self.status_bar):
            widget.setVisible(not is_wanted)
        self.whole_screen_wanted.emit(is_wanted)

    def _on_inspector_shown(self) -> None:
        if self.is_narrow():
            self.go_to_inspector()

    def _on_inspector_changed(self) -> None:
        page = self.current_page()
        if page is not None:
            self.inspector_host.show_panel(page.inspector)
            self._share_room()

    def _on_inspector_closed(self) -> None:
        self.inspector_host.is_in_front = False
        self._share_room()
        page = self.current_page()
        if page is not None:
            page.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collapse the rail and the inspector where there is no room."""
        super().resizeEvent(event)
        self._share_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back from the inspector with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.inspector_host.is_in_front:
            self._on_inspector_closed()
        else:
            super().keyPressEvent(event)


def _focus_first(panel: QWidget) -> bool:
    """Put the focus on the first thing in a panel that takes it; tell whether there is one."""
    for widget in panel.findChildren(QWidget):
        takes = widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
