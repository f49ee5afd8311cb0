"""The rail at the left: the pages, as words with icons or as icons alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON, RAIL_NARROW, RAIL_WIDTH, Space
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class NavItem:
    """One entry of the rail."""

    name: str
    icon: str
    text: str
    shortcut: str = ""
    place: Literal["top", "bottom"] = "top"


class NavRail(QWidget):
    """Chooses the page.

    Signals:
        chosen: the name of the page.
    """

    chosen = Signal(str)

    def __init__(self, items: Sequence[NavItem], title: str) -> None:
        """Show the entries under the product's name."""
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._items = {item.name: item for item in items}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._title = label(title, "heading")
        self._layout = column(self, spacing=2, margins=(Space.S, Space.M, Space.S, Space.M))
        head = row(spacing=Space.S, margins=(Space.S + 2, Space.XS, 0, Space.M))
        head.addWidget(IconLabel("deliberation", "accent", ICON + 4))
        head.addWidget(self._title, 1)
        self._layout.addLayout(head)
        self._add([item for item in items if item.place == "top"])
        self._layout.addStretch(1)
        self._add([item for item in items if item.place == "bottom"])
        self.set_collapsed(is_collapsed=False)

    def select(self, name: str) -> None:
        """Mark a page as shown, without telling anybody."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
        self._tint()

    def set_collapsed(self, *, is_collapsed: bool) -> None:
        """Show icons alone, or words with them."""
        self._title.setVisible(not is_collapsed)
        self.setFixedWidth(RAIL_NARROW if is_collapsed else self._wide())
        style = Qt.ToolButtonStyle
        for name, button in self._buttons.items():
            item = self._items[name]
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if is_collapsed else style.ToolButtonTextBesideIcon
            )
            hint = f"{item.text} ({item.shortcut})" if item.shortcut else item.text
            button.setToolTip(hint if is_collapsed else item.shortcut)

    def button(self, name: str) -> QToolButton:
        """Return the button of a page."""
        return self._buttons[name]

    def _wide(self) -> int:
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        return max(RAIL_WIDTH, widest + 2 * Space.S)

    def _add(self, items: Sequence[NavItem]) -> None:
        for item in items:
            button = QToolButton()
            button.setText(item.text)
            button.setAccessibleName(item.text)
            button.setIcon(icon(item.icon, "muted"))
            button.setIconSize(QSize(ICON + 2, ICON + 2))
            button.setCheckable(True)
            button.setProperty("nav", "true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            press_by_enter(button)
            button.clicked.connect(partial(self._on_clicked, item.name))
            self._group.addButton(button)
            self._buttons[item.name] = button
            self._layout.addWidget(button)

    def _tint(self) -> None:
        for name, button in self._buttons.items():
            tone = "accent" if button.isChecked() else "muted"
            button.setIcon(icon(self._items[name].icon, "accent" if tone == "accent" else "muted"))

    def _on_clicked(self, name: str, *_ignored: object) -> None:
        self._tint()
        self.chosen.emit(name)
