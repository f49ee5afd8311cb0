"""Examiners who sit in no jury of the session: taken from here into a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.person_drag import drag_person
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.domain.people import Examiner
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording

WIDTH = 310


class FreePeople(QWidget):
    """The list beside the juries. Enter or M takes somebody; the mouse drags them to a seat.

    Signals:
        lifted: this person is taken.
        given_up: nobody is any more.
    """

    lifted = Signal(int)
    given_up = Signal()

    def __init__(self, wording: Wording) -> None:
        """Build the list; `show_board` fills it."""
        super().__init__()
        self._loads: dict[int, int] = {}
        self._pressed: QPoint | None = None
        self.list: RowList[Examiner] = RowList(
            _columns(wording, self._loads),
            lambda one: one.id,
            name="free-examiners",
            placeholder=self.tr("Name, seat…"),
        )
        # Part of the pool, which is exported whole on its own page
        self.list.export_button.hide()
        layout = column(self, spacing=0)
        layout.addWidget(self.list, 1)
        layout.addWidget(KeyHints((("Return", self.tr("Take to a seat")),)))
        self.setFixedWidth(WIDTH)
        self.list.activated.connect(self._on_activated)
        self.list.view.installEventFilter(self)
        self.list.view.viewport().installEventFilter(self)

    def show_board(self, board: SessionBoard) -> None:
        """Show who of the pool sits in no jury of this session."""
        seated = {juror.examiner_id for jury in board.session.juries for juror in jury.jurors}
        self._loads.clear()
        self._loads.update(board.loads)
        self.list.fill([one for one in board.examiners if one.id not in seated], ())
        self.list.set_empty(
            "people",
            self.tr("Everybody sits"),
            self.tr("Each examiner of the pool has a seat in this session."),
        )

    def _on_activated(self, one: Examiner) -> None:
        self.lifted.emit(one.id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take somebody by M, or by a drag from the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            current = self.list.current_row()
            if event.key() == Qt.Key.Key_M and current is not None:
                self.lifted.emit(current.id)
                return True
        elif isinstance(event, QMouseEvent):
            return self._drag(event)
        return super().eventFilter(watched, event)

    def _drag(self, event: QMouseEvent) -> bool:
        point, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed = point
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            far = QApplication.startDragDistance()
            current = self.list.current_row()
            if (point - self._pressed).manhattanLength() >= far and current is not None:
                self._pressed = None
                self.lifted.emit(current.id)
                drag_person(self.list.view.viewport(), current.id)
                self.given_up.emit()
            return True
        return False


def _columns(wording: Wording, loads: dict[int, int]) -> tuple[Column[Examiner], ...]:
    def seats(one: Examiner) -> str:
        return ", ".join(term(wording, "seat", held.seat) for held in one.qualifications)

    return (
        Column("name", translate("FreePeople", "Name"), lambda one: one.full_name, stretches=True),
        Column("seats", translate("FreePeople", "Seats"), seats, tooltip=seats, width=14),
        Column(
            "load",
            translate("FreePeople", "Juries"),
            lambda one: str(loads.get(one.id, 0)),
            lambda one: loads.get(one.id, 0),
            is_tabular=True,
            width=7,
        ),
    )
