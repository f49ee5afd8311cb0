"""Choosing one of several people or places, each with why it is possible or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QListWidget,
    QPushButton,
    QScrollArea,
    QWidget,
)

from jurydesk.ui.models.columns import folded
from jurydesk.ui.models.two_line_delegate import Entry, TwoLineDelegate, entry_item
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.labels import label, set_tone
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtWidgets import QListWidgetItem

SIZE = QSize(560, 520)
SIZE_WITH_SIDE = QSize(860, 560)
SIDE_WIDTH = 320
PLACE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class PickOption:
    """One choice: how it looks in the list, and beside it all that the rules say of it."""

    key: Hashable
    entry: Entry
    lines: tuple[FindingLine, ...] = field(default=())

    @property
    def is_legal(self) -> bool:
        """Tell whether no rule stands against it."""
        return all(line.gravity != "blocking" for line in self.lines)


class PickDialog(QDialog):
    """A list that is searched while typing; Enter takes, Escape leaves.

    Signals:
        picked: the key of the choice.
    """

    picked = Signal(object)

    def __init__(
        self,
        title: str,
        text: str,
        options: Sequence[PickOption],
        parent: QWidget | None = None,
        *,
        take: str = "",
    ) -> None:
        """Offer these choices, the best first; `take` is the word on the button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options = tuple(options)
        self._take_word = take
        self._explains = any(option.lines for option in options)
        self.resize(SIZE_WITH_SIDE if self._explains else SIZE)
        self.search_field = SearchField(self.tr("Search"))
        self.list = QListWidget()
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(title)
        self.name_label = label("", "heading", wraps=True)
        self.who_label = label("", tone="muted", wraps=True)
        self.findings = FindingsList(nothing=self.tr("No rule stands against it."))
        self.buttons = QDialogButtonBox()
        self.take_button = QPushButton(self.tr("Choose"))
        self._build(title, text)
        self._connect()
        self._show_matching("")
        self.list.setFocus()

    def current(self) -> PickOption | None:
        """Return the choice under the cursor."""
        at = self.list.currentRow()
        return self._options[int(self.list.item(at).data(PLACE))] if at >= 0 else None

    def pick(self, key: Hashable) -> None:
        """Put the cursor on a choice."""
        for at in range(self.list.count()):
            if self._options[int(self.list.item(at).data(PLACE))].key == key:
                self.list.setCurrentRow(at)

    def _build(self, title: str, text: str) -> None:
        layout = column(self, spacing=Space.M, margins=even(Space.L))
        head = column(spacing=Space.XS)
        head.addWidget(label(title, "heading", wraps=True))
        head.addWidget(label(text, tone="muted", wraps=True))
        layout.addLayout(head)
        layout.addWidget(self.search_field)
        content = row(spacing=Space.L)
        content.addWidget(self.list, 1)
        if self._explains:
            content.addWidget(self._build_side())
        layout.addLayout(content, 1)
        self.buttons.addButton(self.take_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.take_button.setProperty("manner", "primary")
        self.take_button.setDefault(True)
        layout.addWidget(self.buttons)

    def _build_side(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedWidth(SIDE_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        layout = column(content, spacing=Space.S, margins=(0, 0, Space.S, 0))
        layout.addWidget(self.name_label)
        layout.addWidget(self.who_label)
        layout.addWidget(self.findings)
        layout.addStretch(1)
        area.setWidget(content)
        return area

    def _connect(self) -> None:
        self.search_field.search_changed.connect(self._show_matching)
        self.search_field.left.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemActivated.connect(self._take)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)

    def _show_matching(self, words: str) -> None:
        self.list.clear()
        wanted = folded(words).split()
        for at, option in enumerate(self._options):
            item = entry_item(option.entry)
            if all(word in folded(item.text()) for word in wanted):
                item.setData(PLACE, at)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _on_current_changed(self, *_ignored: object) -> None:
        option = self.current()
        self.take_button.setEnabled(option is not None)
        if option is None:
            return
        self.name_label.setText(option.entry.title)
        self.who_label.setText(option.entry.aside)
        self.findings.set_lines(option.lines)
        legal = option.is_legal or bool(self._take_word)
        chosen = self._take_word or self.tr("Choose")
        self.take_button.setText(chosen if legal else self.tr("Choose all the same"))
        set_tone(self.take_button, "primary" if legal else "danger", "manner")

    def _take(self, *_ignored: QListWidgetItem) -> None:
        option = self.current()
        if option is not None:
            self.picked.emit(option.key)
            self.accept()
