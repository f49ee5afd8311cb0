"""The search over everything: people, sessions, pages and acts, from anywhere by Ctrl+K."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import Row, Space
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_SHOWN = 9
HIT_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class SearchHit:
    """One thing found: where it lives and how it reads."""

    page: str
    key: object
    icon: str
    title: str
    detail: str = ""


class GlobalSearch(QWidget):
    """A box with a list under it.

    Signals:
        query_changed: what to look for; answer with `show_hits`.
        hit_chosen: the `SearchHit` taken.
    """

    query_changed = Signal(str)
    hit_chosen = Signal(object)

    def __init__(self, placeholder: str) -> None:
        """Show the box; the list comes with the first hits."""
        super().__init__()
        self.field = SearchField(placeholder)
        self.field.setObjectName("globalSearch")
        layout = row(self)
        layout.addWidget(self.field)
        self.popup = QFrame(self, Qt.WindowType.ToolTip)
        self.popup.setProperty("card", "true")
        self.popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.hits = QListWidget()
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self.popup, margins=even(Space.XS)).addWidget(self.hits)
        self.field.search_changed.connect(self._on_search_changed)
        self.field.installEventFilter(self)
        self.hits.itemClicked.connect(self._on_item_clicked)

    def focus(self) -> None:
        """Put the cursor into the box."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_hits(self, query: str, hits: Sequence[SearchHit]) -> None:
        """Show what was found, unless the person has typed on since."""
        if query != self.field.text().strip() or not query:
            return
        self.hits.clear()
        for hit in hits[:MOST_SHOWN]:
            text = f"{hit.title}    {hit.detail}" if hit.detail else hit.title
            item = QListWidgetItem(icon(hit.icon, "muted"), text)
            item.setData(HIT_ROLE, hit)
            self.hits.addItem(item)
        if not hits:
            nothing = QListWidgetItem(self.tr("Nothing found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.hits.addItem(nothing)
        self.hits.setCurrentRow(0)
        self._open()

    def close_popup(self) -> None:
        """Hide the list."""
        self.popup.hide()

    def _open(self) -> None:
        below = self.field.mapToGlobal(QPoint(0, self.field.height() + 2))
        self.popup.move(below)
        rows = self.hits.count() * Row.CONTROL
        self.popup.resize(max(self.field.width(), 320), rows + 4 * Space.S)
        self.popup.show()

    def _take(self, item: QListWidgetItem | None) -> None:
        hit = item.data(HIT_ROLE) if item is not None else None
        if isinstance(hit, SearchHit):
            self.close_popup()
            self.field.clear()
            self.hit_chosen.emit(hit)

    def _on_search_changed(self, text: str) -> None:
        if text:
            self.query_changed.emit(text)
        else:
            self.close_popup()

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._take(item)

    def _press(self, event: QKeyEvent) -> bool:
        if not self.popup.isVisible():
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            last = self.hits.count() - 1
            self.hits.setCurrentRow(min(max(self.hits.currentRow() + step, 0), last))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.hits.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            return False
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run the list from the box."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._press(event)
        ):
            return True
        if event.type() == QEvent.Type.FocusOut:
            self.close_popup()
        return super().eventFilter(watched, event)
