"""Where a page's inspector stands: at the right, or alone with a way back on a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import INSPECTOR_WIDTH, Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as Panel

LEAST = 280
MOST = 520
NO_LIMIT = 16777215


class InspectorHost(QWidget):
    """Holds the panel of the page shown.

    Signals:
        closed: the person goes back to the page (narrow window only).
    """

    closed = Signal()

    def __init__(self) -> None:
        """Start without a panel."""
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.is_in_front = False
        self._stack = QStackedWidget()
        self._back = QWidget()
        back = row(self._back, margins=(Space.S, Space.S, Space.S, 0))
        act = Act(self.tr("Back to the list"), self.closed.emit, "chevron-left", manner="quiet")
        back.addWidget(act_button(act))
        back.addStretch(1)
        layout = column(self, spacing=0)
        layout.addWidget(self._back)
        layout.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_alone(is_alone=False)

    def show_panel(self, panel: Panel | None) -> None:
        """Show the panel of another page."""
        self.is_in_front = False
        if panel is None:
            return
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)

    def set_alone(self, *, is_alone: bool) -> None:
        """Take the whole width, with a way back, or a column at the right."""
        self._back.setVisible(is_alone)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(NO_LIMIT if is_alone else MOST)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the usual width, whatever the panel holds."""
        return QSize(INSPECTOR_WIDTH, super().sizeHint().height())
