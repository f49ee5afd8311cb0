"""A member does not come or leaves: three ways out, and what each means for every candidate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from jurydesk.domain.findings import blocking
from jurydesk.finding_text import finding_text
from jurydesk.services.late_absence import Missing
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.models.two_line_delegate import Entry, TwoLineDelegate, entry_item
from jurydesk.ui.pages.deliberation.hour_edit import HourEdit
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from jurydesk.services.late_absence import HearingEffect
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

WIDTH, HEIGHT = 700, 190
People = tuple[tuple[object, str], ...]


class Way(StrEnum):
    """What is done about the absence."""

    GO_ON = "GO_ON"
    REPLACE = "REPLACE"
    ADJOURN = "ADJOURN"


@dataclass(frozen=True)
class Plan:
    """What somebody considers doing."""

    way: Way
    missing: Missing
    substitute_id: int | None = None
    arrives: time | None = None
    acting_id: int | None = None


@dataclass(frozen=True)
class Absence:
    """Whom the dialog is opened on."""

    jury: int
    members: People
    examiner_id: int
    now: time


class AbsenceDialog(AskDialog):
    """Asks who, when and why, then which way; the effect stands below before anything is done.

    Signals:
        considered: the `Plan` of which the effects should be shown.
        member_chosen: the `Missing` whose substitutes and possible presidents are wanted.
        submitted: the `Plan` to be carried out.
    """

    considered = Signal(object)
    member_chosen = Signal(object)
    submitted = Signal(object)

    def __init__(self, wording: Wording, absence: Absence, parent: QWidget | None = None) -> None:
        """Ask about one jury."""
        super().__init__(wording, parent, width=WIDTH)
        self._absence = absence
        self.member_box = ChoiceBox(absence.members, absence.examiner_id)
        self.hour_edit = HourEdit(absence.now, self.tr("From"))
        self.reason_edit = text_edit()
        self.ways = SegmentedControl(
            [
                (Way.GO_ON, self.tr("Go on without")),
                (Way.REPLACE, self.tr("Somebody in their place")),
                (Way.ADJOURN, self.tr("Adjourn who is left")),
            ]
        )
        self.way_label = label("", tone="muted", wraps=True)
        self.acting_box = ChoiceBox()
        self.substitute_box = ChoiceBox()
        self.arrival_edit = HourEdit(absence.now, self.tr("There from"))
        self.effects = QListWidget()
        self.act_button = QPushButton()
        self._build()
        self._connect()
        self._show_way()
        self.reason_edit.setFocus()

    def plan(self) -> Plan:
        """Return what is considered now."""
        way = Way(str(self.ways.value()))
        acting, substitute = self.acting_box.value(), self.substitute_box.value()
        return Plan(
            way,
            self.missing(),
            substitute if way is Way.REPLACE and isinstance(substitute, int) else None,
            self.arrival_edit.hour(),
            acting if way is Way.GO_ON and isinstance(acting, int) else None,
        )

    def missing(self) -> Missing:
        """Return who is missing, from when and why."""
        at = self.hour_edit.hour() or self._absence.now
        examiner = self.member_box.value()
        key = examiner if isinstance(examiner, int) else 0
        return Missing(self._absence.jury, key, at, self.reason_edit.text().strip())

    def show_people(self, *, substitutes: People, presidents: People) -> None:
        """Offer these people; without possible presidents the one there is goes on presiding."""
        self.substitute_box.set_choices(substitutes)
        self.acting_box.set_choices(presidents)
        self._show_way()
        self._consider()

    def show_effects(self, plan: Plan, effects: Sequence[HearingEffect]) -> None:
        """Show what becomes of each candidate, if that is still what is considered."""
        if plan != self.plan():
            return
        self.effects.clear()
        for effect in effects:
            self.effects.addItem(entry_item(self._entry(plan, effect)))
        if not effects:
            nobody = self.tr("Nobody is left to be heard by this jury.")
            self.effects.addItem(entry_item(Entry(nobody, "", "info", "muted")))
        self.effects.setCurrentRow(0)

    def _build(self) -> None:
        self.add_heading(
            self.tr("A member is missing"),
            self.tr("What it means for everybody who is still to be heard, and what can be done."),
        )
        who = row(spacing=Space.M)
        who.addWidget(FormField(self.tr("Who"), self.member_box), 3)
        who.addWidget(FormField(self.tr("From"), self.hour_edit), 1)
        who.addWidget(FormField(self.tr("Reason, for the minutes"), self.reason_edit), 4)
        self.outer.addLayout(who)
        self.outer.addWidget(self.ways)
        self.outer.addWidget(self.way_label)
        self._acting = FormField(self.tr("Presides from then on"), self.acting_box)
        self._substitute = QWidget()
        coming = row(self._substitute, spacing=Space.M)
        coming.addWidget(FormField(self.tr("In their place"), self.substitute_box), 3)
        coming.addWidget(FormField(self.tr("There from"), self.arrival_edit), 1)
        self.outer.addWidget(self._acting)
        self.outer.addWidget(self._substitute)
        told = column(spacing=Space.XS)
        told.addWidget(label(self.tr("What it means"), "strong"))
        self.effects.setItemDelegate(TwoLineDelegate(self.effects))
        self.effects.setUniformItemSizes(True)
        self.effects.setMinimumHeight(HEIGHT)
        self.effects.setAccessibleName(self.tr("What it means"))
        told.addWidget(self.effects, 1)
        self.outer.addLayout(told, 1)
        self.add_problem()
        self.add_buttons(self.act_button, self._submit)

    def _connect(self) -> None:
        self.member_box.chosen.connect(self._on_member_changed)
        self.hour_edit.hour_changed.connect(self._on_member_changed)
        self.ways.chosen.connect(self._on_way_chosen)
        for box in (self.acting_box, self.substitute_box):
            box.chosen.connect(self._consider)

    def _show_way(self) -> None:
        way = Way(str(self.ways.value()))
        texts = {
            Way.GO_ON: self.tr("Those who are there go on, as long as they may decide."),
            Way.REPLACE: self.tr(
                "Somebody takes the seat for those not heard yet; both stand in the minutes."
            ),
            Way.ADJOURN: self.tr(
                "Nobody else is heard today; they are scheduled again and summoned anew."
            ),
        }
        words = {
            Way.GO_ON: self.tr("Note it and go on"),
            Way.REPLACE: self.tr("Replace"),
            Way.ADJOURN: self.tr("Adjourn"),
        }
        self.way_label.setText(texts[way])
        self.act_button.setText(words[way])
        self._acting.setVisible(way is Way.GO_ON and self.acting_box.count() > 0)
        self._substitute.setVisible(way is Way.REPLACE and self.substitute_box.count() > 0)
        lacks = way is Way.REPLACE and not self.substitute_box.count()
        self.act_button.setEnabled(not lacks)
        self.show_refusal(self.tr("The rules let nobody take this seat now.") if lacks else "")

    def _entry(self, plan: Plan, effect: HearingEffect) -> Entry:
        hour = self.wording.time(effect.hearing.start.time())
        if plan.way is Way.ADJOURN:
            return Entry(effect.name, f"{hour} · {self.tr('adjourned')}", "calendar", "warning")
        found = effect.regularity
        standing = blocking(found.reasons)
        tone: Tone = "danger" if standing else "success"
        deciding = self.tr("deliberating: {count}").format(count=found.deliberating)
        state = self.tr("irregular") if standing else self.tr("regular")
        why = finding_text(standing[0], self.wording) if standing else ""
        detail = " · ".join(filter(None, (hour, state, deciding, why)))
        return Entry(effect.name, detail, "blocked" if standing else "check-circle", tone)

    def _consider(self, *_ignored: object) -> None:
        self.considered.emit(self.plan())

    def _on_way_chosen(self, _way: object) -> None:
        self._show_way()
        self._consider()

    def _on_member_changed(self, *_ignored: object) -> None:
        self.member_chosen.emit(self.missing())

    def _submit(self) -> None:
        self.submitted.emit(self.plan())
