"""Choosing one of several people or places, each with why it is possible or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from jurydesk.ui.models.columns import folded
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON, Space
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even
from jurydesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from jurydesk.ui.theme.tokens import Tone

SIZE = QSize(620, 520)
ROW_HEIGHT = 52


@dataclass(frozen=True)
class PickOption:
    """One choice. `detail` says what speaks for it or against it."""

    key: Hashable
    title: str
    detail: str
    icon: str = "check"
    tone: Tone = "success"


class PickDialog(QDialog):
    """A list that is searched while typing; Enter takes, Escape leaves.

    Signals:
        picked: the key of the choice.
    """

    picked = Signal(object)

    def __init__(
        self, title: str, text: str, options: Sequence[PickOption], parent: QWidget | None = None
    ) -> None:
        """Offer these choices, the best first."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE)
        self._options = tuple(options)
        self.search_field = SearchField(self.tr("Search"))
        self.list = QListWidget()
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setWordWrap(True)
        self.list.setAccessibleName(title)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        layout = column(self, spacing=Space.M, margins=even(Space.L))
        layout.addWidget(label(text, tone="muted", wraps=True))
        layout.addWidget(self.search_field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.search_field.search_changed.connect(self._show_matching)
        self.search_field.left.connect(self.list.setFocus)
        self.list.itemActivated.connect(self._take)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        self._show_matching("")
        self.list.setFocus()

    def pick(self, key: Hashable) -> None:
        """Put the cursor on a choice."""
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == self._place_of(key):
                self.list.setCurrentRow(at)

    def _place_of(self, key: Hashable) -> int:
        return next((at for at, one in enumerate(self._options) if one.key == key), -1)

    def _show_matching(self, words: str) -> None:
        self.list.clear()
        wanted = folded(words).split()
        for at, option in enumerate(self._options):
            text = folded(f"{option.title} {option.detail}")
            if all(word in text for word in wanted):
                item = QListWidgetItem(
                    icon(option.icon, option.tone), f"{option.title}\n{option.detail}"
                )
                item.setData(Qt.ItemDataRole.UserRole, at)
                item.setToolTip(option.detail)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self, *_ignored: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.picked.emit(self._options[int(item.data(Qt.ItemDataRole.UserRole))].key)
            self.accept()
