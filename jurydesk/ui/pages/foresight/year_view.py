"""The year with its notes above and the meaning of its colours below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from jurydesk.services.foresight_words import note_texts
from jurydesk.ui.pages.foresight.cells import cells_of
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.year_grid import YearGrid

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.services.foresight import HeatMap
    from jurydesk.ui.widgets.acts import Act
    from jurydesk.ui.widgets.year_geometry import Half
    from jurydesk.wording import Wording

YEAR, EMPTY = range(2)
AROUND = 48
"""How much of the year stays in view around the cursor."""


class YearView(QWidget):
    """Shows a heat map, or why there is none."""

    def __init__(self, wording: Wording, start: date, end: date) -> None:
        """Start with an empty year."""
        super().__init__()
        self._wording = wording
        self.grid = YearGrid(wording, start, end)
        self.notes_label = label("", tone="warning", wraps=True)
        self.notes_label.hide()
        self._empty: EmptyState | None = None
        self._stack = QStackedWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.grid)
        self._stack.addWidget(self._scroll)
        layout = column(self, spacing=Space.S)
        layout.addWidget(self.notes_label)
        layout.addWidget(self._stack, 1)
        self.legend = self._build_legend()
        self.grid.half_changed.connect(self._on_half_changed)
        layout.addWidget(self.legend)

    def show_heat(self, heat: HeatMap) -> None:
        """Show the half-days of a map."""
        notes = note_texts(heat.setting, self._wording)
        self.notes_label.setText("\n".join(notes))
        self.notes_label.setVisible(bool(notes))
        cells = cells_of(heat, self._wording)
        self.grid.show_cells(heat.setting.start, heat.setting.end, cells)
        self._show_part(YEAR)

    def show_empty(self, name: str, title: str, text: str, *acts: Act) -> None:
        """Say why there is nothing to show, and what to do next."""
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(name, title, text, acts)
        self._stack.addWidget(self._empty)
        self._show_part(EMPTY)

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return self._stack.currentIndex() == EMPTY

    def _show_part(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.legend.setVisible(part == YEAR)

    def _on_half_changed(self, half: Half) -> None:
        place = self.grid.geometry_now().cell(half).center().toPoint()
        self._scroll.ensureVisible(place.x(), place.y(), ymargin=AROUND)

    def _build_legend(self) -> FlowRow:
        flow = FlowRow(Space.S)
        flow.set_widgets(
            [
                label(self.tr("Juries possible at once:"), "caption", tone="muted"),
                Chip(self.tr("0: none"), "danger"),
                Chip(self.tr("1: no choice"), "warning"),
                Chip(self.tr("2 and more"), "success"),
                Chip(self.tr("no figure: day off"), "muted"),
                Chip(self.tr("bar: a session"), "accent"),
            ]
        )
        return flow
