"""What every dialog that asks for something has: a heading, a place for what is wrong, buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.wording import Wording

Role = QDialogButtonBox.ButtonRole
Standard = QDialogButtonBox.StandardButton


class AskDialog(QDialog):
    """Closes by its way back or by whoever opened it; what was typed stays when it is refused.

    Whoever builds on it fills `outer` and ends with `add_problem` and `add_buttons`.
    """

    def __init__(self, wording: Wording, parent: QWidget | None, *, width: int) -> None:
        """Make an empty dialog of at least that width in pixels."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.wording = wording
        self.problem_label = label("", tone="danger", wraps=True)
        self._problem_icon = IconLabel("blocked", "danger")
        self.outer = column(self, spacing=Space.M, margins=even(Space.L))
        self.problem_label.hide()
        self._problem_icon.hide()

    def add_heading(self, title: str, name: str = "") -> None:
        """Say what is asked, here and to the window manager; muted below, whom it concerns."""
        self.setWindowTitle(title)
        self.outer.addWidget(label(title, "heading", wraps=True))
        if name:
            self.outer.addWidget(label(name, tone="muted", wraps=True))

    def height_within(self, wanted: int) -> int:
        """Return that height, or what the screen leaves for a window with its frame."""
        return min(wanted, round(self.screen().availableGeometry().height() * 0.9))

    def add_problem(self) -> None:
        """Leave a line for what is wrong; it takes no room while nothing is."""
        problem = row(spacing=Space.S)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self.problem_label, 1)
        self.outer.addLayout(problem)

    def add_buttons(self, act: QPushButton, do: Callable[[], None]) -> None:
        """End with the act, which Enter does, and the way back."""
        self.outer.addWidget(self.build_buttons(act, do))
        self.take_enter(act)

    def add_way_out(self) -> None:
        """End with nothing but the way back."""
        buttons = QDialogButtonBox(Standard.Close)
        buttons.rejected.connect(self.reject)
        self.outer.addWidget(buttons)

    def build_buttons(self, act: QPushButton, do: Callable[[], None]) -> QDialogButtonBox:
        """Return the act and the way back in the order of the platform."""
        act.setProperty("manner", "primary")
        buttons = QDialogButtonBox()
        buttons.addButton(act, Role.AcceptRole)
        buttons.addButton(Standard.Cancel)
        buttons.accepted.connect(do)
        buttons.rejected.connect(self.reject)
        return buttons

    @staticmethod
    def take_enter(act: QPushButton) -> None:
        """Let Enter do the act, once it stands in the dialog: set before, Qt forgets it."""
        act.setDefault(True)

    def show_refusal(self, text: str) -> None:
        """Say why it cannot be done as it stands; empty: it can."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))
        self._problem_icon.setVisible(bool(text))

    def show_failure(self, error: Exception) -> None:
        """Say why it was not done."""
        self.show_refusal(self.words_of(error))

    def words_of(self, error: Exception) -> str:
        """Return the sentence of a failure."""
        if isinstance(error, JurydeskError):
            return self.wording.text(error.code, **error.figures)
        return str(error)
