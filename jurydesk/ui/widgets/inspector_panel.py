"""The panel at the right: what is selected, its facts and findings, and its acts always in view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column, even

if TYPE_CHECKING:
    from collections.abc import Sequence


class InspectorPanel(QWidget):
    """Heading, sections that scroll, and acts at the bottom that do not."""

    def __init__(self) -> None:
        """Start empty; fill with `set_heading`, `add_section` and `set_acts` after `clear`."""
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = column(self, spacing=0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self._layout: QVBoxLayout = column(self._content, spacing=Space.S, margins=even(Space.L))
        self._scroll.setWidget(self._content)
        outer.addWidget(self._scroll, 1)
        self._acts = QWidget()
        self._acts.setObjectName("inspectorActs")
        self._acts.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        acts_layout = column(self._acts, margins=(Space.L, Space.M, Space.L, Space.M))
        self._acts_row = FlowRow()
        acts_layout.addWidget(self._acts_row)
        outer.addWidget(self._acts)
        self.clear()

    def clear(self) -> None:
        """Take everything out."""
        clear(self._layout)
        self._layout.addStretch(1)
        self._acts_row.set_widgets(())
        self._acts.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def set_heading(self, title: str, subtitle: str = "", chips: Sequence[QWidget] = ()) -> None:
        """Name the selected thing."""
        self._insert(label(title, "heading", wraps=True))
        if subtitle:
            self._insert(label(subtitle, tone="muted", wraps=True))
        if chips:
            flow = FlowRow(Space.XS)
            flow.set_widgets(chips)
            self._insert(flow)

    def add_section(self, title: str, *widgets: QWidget) -> None:
        """Add a titled part under the others."""
        if title:
            heading = label(title, "strong")
            heading.setContentsMargins(0, Space.M, 0, 0)
            self._insert(heading)
        for widget in widgets:
            self._insert(widget)

    def add_text(self, text: str) -> None:
        """Add a quiet sentence."""
        self._insert(label(text, tone="muted", wraps=True))

    def set_acts(self, acts: Sequence[Act]) -> None:
        """Show these acts at the bottom, the first as the primary one."""
        shown = [replace(act, manner="primary") if not at else act for at, act in enumerate(acts)]
        self._acts_row.set_widgets([act_button(act) for act in shown])
        self._acts.setVisible(bool(acts))

    def show_nothing(self, text: str) -> None:
        """Say that nothing is selected."""
        self.clear()
        frame = QFrame()
        layout = column(frame, margins=even(Space.XL))
        sentence = label(text, tone="muted", wraps=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(sentence)
        self._insert(frame)

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)
