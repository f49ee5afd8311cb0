"""The head of a page: title, how many, the primary act and the others, with room or in a menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, fill_menu, icon_button
from jurydesk.ui.widgets.labels import ElidedLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent


class PageHeader(QWidget):
    """Title at the left, acts at the right; what does not fit moves into the « ⋯ » menu."""

    def __init__(self, title: str) -> None:
        """Show the title; acts come by `set_acts`."""
        super().__init__()
        self._primary: QPushButton | None = None
        self._seconds: list[QPushButton] = []
        self._second_acts: tuple[Act, ...] = ()
        self._more_acts: tuple[Act, ...] = ()
        self._layout = row(self, spacing=Space.S, margins=(Space.XL, Space.L, Space.XL, Space.M))
        self._back: Callable[[], None] | None = None
        self._side: QWidget | None = None
        self.back_button = icon_button("chevron-left", self.tr("Back"))
        self.back_button.hide()
        self.back_button.clicked.connect(self._on_back)
        self.subtitle_label = ElidedLabel("", "caption", "muted")
        self.subtitle_label.hide()
        self.title_label = label(title, "title")
        self.note_label = ElidedLabel("", tone="muted")
        self.note_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        names = column(spacing=0)
        line = row(spacing=Space.M)
        line.addWidget(self.title_label)
        line.addWidget(self.note_label, 1)
        names.addLayout(line)
        names.addWidget(self.subtitle_label)
        self._layout.addWidget(self.back_button)
        self._layout.addLayout(names, 1)
        self._more_button = self._build_more_button()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title_label.setText(title)

    def set_subtitle(self, text: str) -> None:
        """Show a line under the title, such as the name of a certification; empty: none."""
        self.subtitle_label.set_full_text(text)
        self.subtitle_label.setVisible(bool(text))

    def set_side(self, widget: QWidget) -> None:
        """Put a widget between the title and the acts, such as the choice of a session."""
        self._side = widget
        self._layout.insertWidget(2, widget)

    def set_back(self, spoken: str = "", run: Callable[[], None] | None = None) -> None:
        """Offer the way back to where one came from; without `run` there is none."""
        self._back = run
        self.back_button.setAccessibleName(spoken)
        self.back_button.setToolTip(spoken)
        self.back_button.setVisible(run is not None)

    def set_note(self, text: str) -> None:
        """Show a quiet remark beside the title, such as « 34 candidats »."""
        self.note_label.set_full_text(text)

    def set_acts(
        self,
        primary: Act | None = None,
        *,
        seconds: tuple[Act, ...] = (),
        more: tuple[Act, ...] = (),
    ) -> None:
        """Show these acts: the one that people come for, a few others, and the rare ones."""
        # Those of acts only: a widget at the side may have buttons of its own
        for old in filter(None, (*self._seconds, self._primary)):
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._second_acts, self._more_acts = seconds, more
        self._primary = None
        self._seconds = [act_button(act) for act in seconds]
        for button in self._seconds:
            self._layout.insertWidget(self._layout.count() - 1, button)
        if primary is not None:
            self._primary = act_button(replace(primary, manner="primary"))
            self._layout.insertWidget(self._layout.count() - 1, self._primary)
        self._share_room()

    def _build_more_button(self) -> QToolButton:
        button = icon_button("more", self.tr("More acts"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.hide()
        self._layout.addWidget(button)
        return button

    def _on_back(self) -> None:
        if self._back is not None:
            self._back()

    def _share_room(self) -> None:
        wanted = self.title_label.sizeHint().width() + 2 * Space.XL + Space.XXL * 2
        if self._primary is not None:
            wanted += self._primary.sizeHint().width() + Space.S
        if self._side is not None and not self._side.isHidden():
            wanted += self._side.sizeHint().width() + Space.S
        wanted += sum(button.sizeHint().width() + Space.S for button in self._seconds)
        fits = wanted <= self.width()
        for button in self._seconds:
            button.setVisible(fits)
        hidden = self._more_acts if fits else self._second_acts + self._more_acts
        menu = self._more_button.menu()
        menu.clear()
        fill_menu(menu, hidden)
        self._more_button.setVisible(bool(hidden))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move acts into the menu or out of it."""
        super().resizeEvent(event)
        self._share_room()
