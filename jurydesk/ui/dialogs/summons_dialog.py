"""When and how a summons left, an answer came, or somebody was reminded."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from jurydesk.domain.summons import Channel
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit, tick
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.release import Appointment
    from jurydesk.domain.summons import Half
    from jurydesk.services.contacts import Contact
    from jurydesk.wording import Wording

WIDTH = 460
NAMED = 4
"""Persons named one by one."""


class Exchange(Enum):
    """What is written down."""

    SENT = "SENT"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    REMINDED = "REMINDED"


ANSWERS = (Exchange.ACCEPTED, Exchange.DECLINED)


class SummonsDialog(AskDialog):
    """Collects the day, the way, and of an answer the half-days and a note.

    Signals:
        submitted: there is an answer to each question; the caller reads the fields.
    """

    submitted = Signal()

    def __init__(
        self,
        wording: Wording,
        exchange: Exchange,
        people: Sequence[Contact],
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about these people; today and by e-mail unless somebody says else."""
        super().__init__(wording, parent, width=WIDTH)
        self.exchange = exchange
        self.day_field = DateField(wording, today)
        ways = [(one, sentence_case(term(wording, "channel", one))) for one in Channel]
        self.way_box = ChoiceBox(ways, Channel.EMAIL)
        self.note_edit = text_edit(placeholder=self.tr("Reason, conditions…"))
        self.half_ticks: dict[Half, QCheckBox] = {}
        self.save_button = QPushButton(self._act())
        self._build(people)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def halves(self) -> tuple[Half, ...] | None:
        """Return which half-days the answer is about; None: all that were asked."""
        if not self.half_ticks:
            return None
        return tuple(half for half, box in self.half_ticks.items() if box.isChecked())

    def channel(self) -> Channel:
        """Return by which way it went."""
        return Channel(str(self.way_box.value()))

    def _build(self, people: Sequence[Contact]) -> None:
        names = [one.name for one in people[:NAMED]]
        if len(people) > NAMED:
            names.append(self.tr("others: {count}").format(count=len(people) - NAMED))
        self.add_heading(self._title(), ", ".join(names))
        if self.exchange in ANSWERS and len(people) == 1 and len(people[0].after) > 1:
            self._add_halves(people[0].after)
        self.outer.addWidget(FormField(self._day_words(), self.day_field))
        self.outer.addWidget(FormField(self.tr("Way"), self.way_box))
        if self.exchange in ANSWERS:
            self.outer.addWidget(FormField(self.tr("Note"), self.note_edit))
        self.add_problem()
        self.add_buttons(self.save_button, self._submit)

    def _add_halves(self, asked: Sequence[Appointment]) -> None:
        self.outer.addWidget(label(self.tr("For which half-days?")))
        for one in asked:
            day = self.wording.date(one.day, weekday=True)
            half = term(self.wording, "half_day", one.half_day)
            box = tick(f"{sentence_case(day)}, {half}", is_on=True)
            self.half_ticks[one.day, one.half_day] = box
            self.outer.addWidget(box)

    def _title(self) -> str:
        return {
            Exchange.SENT: self.tr("Summons sent"),
            Exchange.ACCEPTED: self.tr("Summons accepted"),
            Exchange.DECLINED: self.tr("Summons declined"),
            Exchange.REMINDED: self.tr("Reminder sent"),
        }[self.exchange]

    def _day_words(self) -> str:
        return self.tr("Answered on") if self.exchange in ANSWERS else self.tr("Sent on")

    def _act(self) -> str:
        return self.tr("Record")

    def _submit(self) -> None:
        if self.day_field.day() is None:
            self.show_refusal(self.tr("Write a day, such as 23/11/2026."))
        elif self.half_ticks and not self.halves():
            self.show_refusal(self.tr("Tick at least one half-day."))
        else:
            self.submitted.emit()
