"""When something went out, and by which way; or only when it was delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jurydesk.domain.summons import Channel
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.wording import Wording

WIDTH = 440


class SendingDialog(AskDialog):
    """Asks for a day, and for a way unless `is_delivery`.

    Signals:
        submitted: the day, and the way (`Channel`).
    """

    submitted = Signal(object, object)

    def __init__(
        self,
        wording: Wording,
        name: str,
        *,
        today: date,
        is_delivery: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Propose today, by e-mail."""
        super().__init__(wording, parent, width=WIDTH)
        self.day_field = DateField(wording, today)
        ways = [(one, term(wording, "channel", one)) for one in Channel]
        self.channel_box = ChoiceBox(ways, Channel.EMAIL)
        self.send_button = QPushButton()
        self._build(name, is_delivery=is_delivery)

    def _build(self, name: str, *, is_delivery: bool) -> None:
        if is_delivery:
            self.add_heading(self.tr("Issue parchments"), name)
            self.send_button.setText(self.tr("Issue for good"))
            self.outer.addWidget(FormField(self.tr("Delivered on"), self.day_field, needed=True))
        else:
            self.add_heading(self.tr("Notifications sent"), name)
            self.send_button.setText(self.tr("Record the sending"))
            self.outer.addWidget(FormField(self.tr("Sent on"), self.day_field, needed=True))
            self.outer.addWidget(FormField(self.tr("By"), self.channel_box))
        self.add_problem()
        self.add_buttons(self.send_button, self._submit)

    def _submit(self) -> None:
        day = self.day_field.day()
        if day is None:
            self.show_refusal(self.day_field.problem() or self.tr("Say on which day."))
            return
        self.submitted.emit(day, self.channel_box.value())
