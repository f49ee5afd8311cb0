"""Short messages at the foot of the window, with Undo where there is something to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

    from jurydesk.ui.theme.tokens import Tone

SECONDS_PLAIN = 5
SECONDS_WITH_ACT = 8
AT_ONCE = 1
"""Undo takes back the last act: a toast that stays behind would promise another one."""
TEXT_WIDTH = 420
LEAST_WIDTH = 120
ICONS: dict[Tone, str] = {
    "success": "check-circle",
    "warning": "warning",
    "danger": "blocked",
    "plain": "info",
}


class Toast(QFrame):
    """One message; it waits while the pointer is on it.

    It never has the focus: keys go on working on the page, and Ctrl+Z does what its act does.
    """

    def __init__(self, text: str, tone: Tone, act: Act | None) -> None:
        """Show the message and its one act."""
        super().__init__()
        self.setProperty("toast", "true")
        self.setAccessibleName(text)
        layout = row(self, spacing=Space.M, margins=(Space.L, Space.S, Space.S, Space.S))
        layout.addWidget(IconLabel(ICONS.get(tone, "info"), tone))
        self._sentence = label(text, wraps=True)
        layout.addWidget(self._sentence, 1)
        self.act_button = act_button(act) if act is not None else None
        if self.act_button is not None:
            self.act_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.act_button.clicked.connect(self.close_now)
            layout.addWidget(self.act_button)
        close = icon_button("close", self.tr("Close the message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_now)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(1000 * (SECONDS_WITH_ACT if act else SECONDS_PLAIN))
        self._timer.timeout.connect(self.close_now)
        self._timer.start()

    def fit(self, width: int) -> None:
        """Wrap the sentence so that the whole message is no wider than this."""
        sentence = self._sentence
        others = self.sizeHint().width() - sentence.sizeHint().width()
        written = sentence.fontMetrics().horizontalAdvance(sentence.text()) + Space.XS
        sentence.setFixedWidth(max(LEAST_WIDTH, min(written, TEXT_WIDTH, width - others)))

    def close_now(self) -> None:
        """Go away."""
        self._timer.stop()
        area = self.parentWidget()
        self.hide()
        self.setParent(None)
        self.deleteLater()
        if isinstance(area, ToastArea):
            area.arrange()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is on it."""
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._timer.start()
        super().leaveEvent(event)


class ToastArea(QWidget):
    """The place over the foot of `host` where toasts stand, the newest lowest."""

    def __init__(self, host: QWidget) -> None:
        """Follow the size of the host."""
        super().__init__(host)
        self._layout = column(self, spacing=Space.S)
        host.installEventFilter(self)
        self.hide()

    def show_message(
        self,
        text: str,
        *,
        tone: str = "success",
        act: str = "",
        on_act: Callable[[], None] | None = None,
    ) -> None:
        """Show `text`; `act` is the word on the button that calls `on_act`."""
        while len(self.toasts()) >= AT_ONCE:
            self.toasts()[0].close_now()
        offered = Act(act, on_act, "undo", manner="link") if on_act is not None else None
        self._layout.addWidget(Toast(text, cast("Tone", tone), offered))
        self.arrange()

    def toasts(self) -> list[Toast]:
        """Return the messages that stand, oldest first."""
        return [one for one in self.children() if isinstance(one, Toast)]

    def arrange(self) -> None:
        """Stand centred at the foot of the host, or hide when there is nothing to say."""
        host = self.parentWidget()
        if host is None or not self.toasts():
            self.hide()
            return
        self.show()
        self._fit()
        self.raise_()

    def _fit(self) -> None:
        """Take the size that the style asks for, which is known only once it is shown."""
        host = self.parentWidget()
        if host is None:
            return
        for toast in self.toasts():
            toast.fit(host.width() - 2 * Space.L)
        self._layout.activate()
        self.resize(self._layout.sizeHint())
        left = (host.width() - self.width()) // 2
        self.move(max(0, left), max(0, host.height() - self.height() - Space.XXL - Space.L))

    @override
    def event(self, event: QEvent) -> bool:
        """Follow the size of the message."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the host."""
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)
