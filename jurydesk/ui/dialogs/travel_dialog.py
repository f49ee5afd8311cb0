"""How long it takes from each site to each other, as a table of minutes."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QScrollArea, QWidget

from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import text_edit
from jurydesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from jurydesk.domain.sites import SiteMap
    from jurydesk.wording import Wording

WIDTH = 520
CELL_WIDTH = 84
MOST = 1439


class TravelDialog(AskDialog):
    """Collects what `services.sites.set_travels` is given: only what was changed.

    Signals:
        submitted: the ways.
    """

    submitted = Signal(object)

    def __init__(self, wording: Wording, sites: SiteMap, parent: QWidget | None = None) -> None:
        """Show what is known; an empty cell is a way of which nobody knows how long it takes."""
        super().__init__(wording, parent, width=WIDTH)
        self._sites = sites
        self.cells: dict[tuple[int, int], QLineEdit] = {}
        self.save_button = QPushButton(self.tr("Save"))
        text = self.tr("Minutes from door to door, either way. Leave empty what nobody knows.")
        self.add_heading(self.tr("Travel times"), text)
        self.outer.addWidget(self._build_table(), 1)
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

    def ways(self) -> tuple[tuple[int, int, int | None], ...]:
        """Return the ways whose minutes differ from what was known."""
        found = []
        for (one, other), cell in self.cells.items():
            text = cell.text().strip()
            minutes = int(text) if text else None
            if minutes != self._sites.minutes(one, other):
                found.append((one, other, minutes))
        return tuple(found)

    def _build_table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        sites = self._sites.sites
        for at, site in enumerate(sites[1:], start=1):
            grid.addWidget(label(site.name, "strong", wraps=True), 0, at)
        for at, site in enumerate(sites[:-1], start=1):
            grid.addWidget(label(site.name, "strong"), at, 0)
        for (row, one), (place, other) in combinations(enumerate(sites), 2):
            spoken = self.tr("From {one} to {other}, in minutes").format(
                one=one.name, other=other.name
            )
            grid.addWidget(self._build_cell(one.id, other.id, spoken), row + 1, place)
        grid.setColumnStretch(len(sites), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        return area

    def _build_cell(self, one: int, other: int, spoken: str) -> QLineEdit:
        known = self._sites.minutes(one, other)
        cell = text_edit("" if known is None else str(known), self.tr("unknown"))
        cell.setValidator(QIntValidator(0, MOST, cell))
        cell.setFixedWidth(CELL_WIDTH)
        cell.setAccessibleName(spoken)
        cell.setToolTip(spoken)
        self.cells[one, other] = cell
        return cell

    def _submit(self) -> None:
        self.submitted.emit(self.ways())
