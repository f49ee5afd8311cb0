"""Plans side by side: what each costs, part by part, the best of each line marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QWidget

from jurydesk.finding_text import finding_text
from jurydesk.services.alternatives import seats_fallen
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.services.alternatives import Alternative, Alternatives
    from jurydesk.wording import Wording

WIDTH = 760
PLACED = "placed"
"""The one line of which more is better."""


class AlternativesDialog(QDialog):
    """Up to three columns; 1, 2 and 3 take one, Escape leaves everything as it is.

    Signals:
        taken: the alternative that a person wants.
    """

    taken = Signal(object)

    def __init__(
        self, every: Alternatives, wording: Wording, parent: QWidget | None = None
    ) -> None:
        """Lay the plans side by side."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._every = every
        self._wording = wording
        title = self.tr("Plans for {code}").format(code=every.session.code)
        self.setWindowTitle(title)
        layout = column(self, spacing=Space.M, margins=even(Space.L))
        layout.addWidget(label(title, "heading"))
        layout.addWidget(label(self._explained(), tone="muted", wraps=True))
        self.why_label = label("", tone="warning", wraps=True)
        self._say_why_fewer()
        layout.addWidget(self.why_label)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(Space.L)
        self.grid.setVerticalSpacing(Space.S)
        layout.addLayout(self.grid)
        self.buttons: list[QPushButton] = []
        self._fill()
        layout.addLayout(self._build_end())

    def take(self, number: int) -> None:
        """Take the plan of a column, counted from 0."""
        self.taken.emit(self._every.found[number])
        self.accept()

    def _explained(self) -> str:
        if len(self._every.found) == 1:
            return self.tr("Whatever comes first, the best plan is the same one.")
        return self.tr(
            "Each puts something else first; who is heard and the legal deadlines always come"
            " before. The best of each line is marked."
        )

    def _say_why_fewer(self) -> None:
        why = self._every.why_fewer
        self.why_label.setText(finding_text(why, self._wording) if why is not None else "")
        self.why_label.setVisible(why is not None)

    def _fill(self) -> None:
        for at, one in enumerate(self._every.found):
            self.grid.addWidget(label(term(self._wording, "way", one.way), "strong"), 0, at + 1)
            self.grid.addWidget(self._proof(one), 1, at + 1)
        lines = [part for part in self._every.found[0].costs if self._is_worth_a_line(part)]
        for line, part in enumerate(lines, 2):
            self._add_line(line, part)
        last = len(lines) + 2
        moved = [one.moved for one in self._every.found]
        text = self.tr("Appointments that differ from the screen")
        self._add_figures(last, text, moved, min(moved))
        first, *others = self._every.found
        fallen = [0, *(seats_fallen(first.plan, one.plan) for one in others)]
        last += 1
        text = self.tr("Examiners on other half-days than in the first")
        self._add_figures(last, text, fallen, -1)
        for at, one in enumerate(self._every.found):
            self.grid.addWidget(self._take_button(at, one), last + 1, at + 1)

    def _is_worth_a_line(self, part: str) -> bool:
        return part == PLACED or any(one.costs[part] for one in self._every.found)

    def _add_line(self, line: int, part: str) -> None:
        figures = [one.costs[part] for one in self._every.found]
        best = max(figures) if part == PLACED else min(figures)
        self._add_figures(line, term(self._wording, "part", part), figures, best)

    def _add_figures(self, line: int, text: str, figures: list[int], best: int) -> None:
        self.grid.addWidget(label(text, tone="muted"), line, 0)
        differ = len(set(figures)) > 1
        for at, figure in enumerate(figures):
            is_best = differ and figure == best
            shown = (
                label(f"{figure} ✓", "strong", tone="success") if is_best else label(str(figure))
            )
            self.grid.addWidget(shown, line, at + 1)

    def _proof(self, one: Alternative) -> Chip:
        if one.is_proved:
            return Chip(self.tr("Proved the best"), "success", "check")
        return Chip(self.tr("Best found"), "plain", "clock")

    def _take_button(self, at: int, one: Alternative) -> QPushButton:
        key = str(at + 1)
        text = self.tr("Take it ({key})").format(key=key)
        button = act_button(Act(text, partial(self.take, at), "check", manner="primary"))
        name = term(self._wording, "way", one.way)
        button.setAccessibleName(f"{text} – {name}")
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(partial(self.take, at))
        self.buttons.append(button)
        return button

    def _build_end(self) -> QHBoxLayout:
        end = row(spacing=Space.S)
        end.addStretch(1)
        end.addWidget(act_button(Act(self.tr("Leave it as it is"), self.reject, "close")))
        return end
