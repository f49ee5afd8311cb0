"""A new session: which certifications, which days, where, how long; and who is ready for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTimeEdit, QWidget

from jurydesk.domain.session import Hours, Modality
from jurydesk.domain.sites import NOWHERE, SiteMap
from jurydesk.services.sessions import SessionDraft
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    Form,
    FormField,
    figure_edit,
    hour_edit,
    text_edit,
)
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.widgets.line_editor import LineEditor
from jurydesk.ui.widgets.month_calendar import DayMark, MonthCalendar
from jurydesk.ui.widgets.rooms_field import RoomsField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.session import Session
    from jurydesk.services.views import CertificationView
    from jurydesk.wording import Wording

LEAST_MINUTES, MOST_MINUTES = 10, 240
SIZE = (980, 600)
CALENDAR_WIDTH = 300


@dataclass(frozen=True)
class SessionPlaces:
    """What the office has set for its sessions."""

    place: str = ""
    today: date = date.min
    sites: SiteMap = NOWHERE
    """Whose rooms can be picked."""


class SessionDialog(QDialog):
    """Collects a `SessionDraft`; who is ready is asked for by the page and shown here.

    Signals:
        readiness_asked: codes of certifications and first day, whenever one of them changes.
        code_asked: the first day, when a code should be suggested.
        submitted: the draft.
    """

    readiness_asked = Signal(object, object)
    code_asked = Signal(object)
    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        certifications: Sequence[CertificationView],
        places: SessionPlaces,
        parent: QWidget | None = None,
    ) -> None:
        """Offer these certifications; days are picked in the calendar."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New session"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._wording = wording
        self.days: tuple[date, ...] = ()
        self._hours = Hours()
        self.form = Form()
        self.calendar = MonthCalendar(wording, places.today)
        self.ready_label = label("", wraps=True)
        self._ready_icon = IconLabel("info", "muted")
        self._sheets = [
            (v.certification.code, f"{v.certification.code}  {v.certification.title}")
            for v in certifications
        ]
        self.certification_box = ChoiceBox(self._sheets)
        heading, add = self.tr("Also judged"), self.tr("Another certification")
        self.further = LineEditor(((heading, 1),), add, self._further_line)
        self.code_edit = text_edit()
        self.rooms_field = RoomsField(self.tr("Room 1"))
        self.rooms_edit = self.rooms_field.edit
        self.place_edit = text_edit(places.place)
        self._usual_place = places.place
        self.start_edit = hour_edit(Hours().start)
        self.end_edit = hour_edit(Hours().end)
        self.minutes_box = figure_edit(LEAST_MINUTES, MOST_MINUTES, Hours().minutes, unit=" min")
        self.modality_box = ChoiceBox(self._modalities(), Modality.ON_SITE)
        self.create_button = QPushButton(self.tr("Create the session"))
        self.buttons = QDialogButtonBox()
        self._build()
        self._connect()
        self.rooms_field.offer(places.sites)

    def fill(self, session: Session) -> None:
        """Show a session that exists, to be changed."""
        self.setWindowTitle(self.tr("Change the session"))
        self.create_button.setText(self.tr("Save"))
        self._hours = session.hours
        self.choose_certifications(session.certifications)
        self.code_edit.setText(session.code)
        self.code_edit.setModified(True)
        self.rooms_edit.setText(", ".join(session.rooms))
        self.place_edit.setText(session.place)
        self._usual_place = session.place
        self.modality_box.set_value(session.modality)
        self.start_edit.setTime(QTime(session.hours.start.hour, session.hours.start.minute))
        self.end_edit.setTime(QTime(session.hours.end.hour, session.hours.end.minute))
        self.minutes_box.setValue(session.hours.minutes)
        self.ready_label.hide()
        self._ready_icon.hide()
        self.calendar.go_to(session.days[0])
        for day in session.days:
            self.toggle_day(day)

    def choose_certifications(self, codes: Sequence[str]) -> None:
        """Choose what is judged; the further ones each have a line of their own."""
        self.certification_box.set_value(codes[0])
        self.further.take_all_away()
        for code in codes[1:]:
            self.further.add(code)

    def certifications(self) -> tuple[str, ...]:
        """Return the codes of what is judged, each once."""
        further = self.further.values(_chosen)
        chosen = (self.certification_box.value(), *further)
        return tuple(dict.fromkeys(str(code) for code in chosen if code))

    def show_ready(self, count: int) -> None:
        """Say how many candidacies are ready on the first day."""
        self._ready_icon.show_icon(*(("check-circle", "success") if count else ("info", "muted")))
        self.ready_label.setText(
            self.tr("{count} candidates are ready on that day and will be taken.").format(
                count=count
            )
            if count
            else self.tr("Nobody is ready on that day yet; candidates can be added later.")
        )

    def suggest_code(self, code: str) -> None:
        """Fill in a code, unless the person wrote one."""
        if not self.code_edit.isModified():
            self.code_edit.setText(code)

    def show_problem(self, field: str, text: str) -> None:
        """Show what is wrong at a field; the dialog stays open."""
        self.form.show_errors({field: text})

    def toggle_day(self, day: date) -> None:
        """Add a day to the session, or take it out."""
        chosen = set(self.days) ^ {day}
        self.days = tuple(sorted(chosen))
        word = self.tr("chosen")
        self.calendar.set_marks({d: DayMark("", "accent", "accent", word) for d in self.days})
        names = ", ".join(self._wording.date(d, weekday=True) for d in self.days)
        self.days_label.setText(names or self.tr("Pick one or several days in the calendar."))
        self._ask()

    def draft(self) -> SessionDraft:
        """Return what was filled in."""
        return SessionDraft(
            code=self.code_edit.text().strip(),
            certifications=self.certifications(),
            days=self.days,
            rooms=self.rooms_field.rooms(),
            hours=replace(
                self._hours,
                start=_time_of(self.start_edit),
                end=_time_of(self.end_edit),
                minutes=self.minutes_box.value(),
            ),
            place=self.place_edit.text().strip(),
            modality=Modality(str(self.modality_box.value())),
        )

    def _further_line(self, value: object) -> tuple[QWidget, ...]:
        """Return the box of one more certification; first one that is not chosen yet."""
        taken = set(self.certifications())
        free = (offered for offered, _ in self._sheets if offered not in taken)
        return (ChoiceBox(self._sheets, value or next(free, None)),)

    def _modalities(self) -> list[tuple[object, str]]:
        return [
            (Modality.ON_SITE, self.tr("On site")),
            (Modality.REMOTE, self.tr("Remote")),
            (Modality.MIXED, self.tr("On site and remote")),
        ]

    def _build(self) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        content = row(spacing=Space.L)
        self._fill_form()
        content.addWidget(self.form, 1)
        side = QWidget()
        side.setFixedWidth(CALENDAR_WIDTH)
        days = column(side, spacing=Space.S)
        days.addWidget(label(self.tr("Days"), "strong"))
        days.addWidget(self.calendar)
        self.days_label = label(
            self.tr("Pick one or several days in the calendar."), tone="muted", wraps=True
        )
        days.addWidget(self.days_label)
        ready = row(spacing=Space.S)
        ready.addWidget(self._ready_icon, 0, Qt.AlignmentFlag.AlignTop)
        ready.addWidget(self.ready_label, 1)
        days.addLayout(ready)
        days.addStretch(1)
        content.addWidget(side)
        outer.addLayout(content, 1)
        self.buttons.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.create_button.setProperty("manner", "primary")
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        outer.addWidget(self.buttons)

    def _fill_form(self) -> None:
        field = FormField(self.tr("Certification"), self.certification_box, needed=True)
        self.form.add("certification", field, is_wide=True)
        self.form.add_wide(self.further)
        self.form.add("code", FormField(self.tr("Code of the session"), self.code_edit))
        self.form.add("modality", FormField(self.tr("Modality"), self.modality_box))
        hint = self.tr("Several rooms: separated by commas")
        self.form.add("rooms", FormField(self.tr("Rooms"), self.rooms_field, hint=hint))
        hint = self.tr("A third more where a candidate has an adaptation")
        self.form.add("minutes", FormField(self.tr("One hearing"), self.minutes_box, hint=hint))
        self.form.add("start", FormField(self.tr("From"), self.start_edit))
        self.form.add("end", FormField(self.tr("To"), self.end_edit))
        hint = self.tr("Printed in the minutes; or how to join when it is remote")
        place = FormField(self.tr("Address"), self.place_edit, hint=hint)
        self.form.add("place", place, is_wide=True)

    def _connect(self) -> None:
        self.calendar.day_activated.connect(self.toggle_day)
        self.certification_box.chosen.connect(self._ask)
        self.rooms_field.rooms_changed.connect(self._on_rooms_changed)
        self.further.edited.connect(self._ask)
        self.buttons.accepted.connect(self._submit)
        self.buttons.rejected.connect(self.reject)

    def _ask(self, *_ignored: object) -> None:
        if self.days:
            self.readiness_asked.emit(self.certifications(), self.days[0])
            self.code_asked.emit(self.days[0])

    def _on_rooms_changed(self, rooms: tuple[str, ...]) -> None:
        """Write the address of the sites, unless somebody wrote another one."""
        if self.place_edit.isModified():
            return
        self.place_edit.setText(self.rooms_field.sites.addresses(rooms) or self._usual_place)

    def _submit(self) -> None:
        if not self.days:
            self.days_label.setText(self.tr("Pick at least one day in the calendar."))
            self.calendar.grid.setFocus()
            return
        self.submitted.emit(self.draft())


def _chosen(editors: tuple[QWidget, ...]) -> object | None:
    (box,) = editors
    return box.value() if isinstance(box, ChoiceBox) else None


def _time_of(edit: QTimeEdit) -> time:
    return time(edit.time().hour(), edit.time().minute())
