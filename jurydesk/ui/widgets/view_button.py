"""The button of a list that names the view shown and opens the menu of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON
from jurydesk.ui.widgets.acts import shortcut_text
from jurydesk.ui.widgets.calm import press_by_enter

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "Ctrl+Shift+V"
WIDEST = 200


class ViewButton(QToolButton):
    """Opens a menu that is filled anew each time; it never blocks."""

    def __init__(self, fill: Callable[[QMenu], None]) -> None:
        """Name no view; `fill` puts the acts into the menu."""
        super().__init__()
        self._fill = fill
        self.menu_shown: QMenu | None = None
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        press_by_enter(self)
        self.clicked.connect(self.open_menu)
        self.show_view("")

    def show_view(self, name: str, *, is_changed: bool = False) -> None:
        """Name the view that is shown; empty: none."""
        changed = self.tr("{name}, changed") if is_changed else "{name}"
        said = changed.format(name=name) if name else self.tr("Views")
        elided = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDEST)
        shown = changed.format(name=elided) if name else said
        self.setIcon(icon("bookmark", "accent" if name and not is_changed else "plain"))
        self.setText(shown.replace("&", "&&"))
        # Another text brings another key, or none
        self.setShortcut(KEY)
        self.setAccessibleName(self.tr("Saved views: {name}").format(name=said))
        tip = self.tr("Saved views: {name}").format(name=said) if name else self.tr("Saved views")
        self.setToolTip(f"{tip} ({shortcut_text(KEY)})")

    def open_menu(self) -> None:
        """Show the views and what can be done with them, the first one ready to be taken."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        self.menu_shown = menu
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
