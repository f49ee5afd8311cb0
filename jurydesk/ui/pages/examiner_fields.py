"""The questions asked about a person of the pool, and how the answers are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.people import Mandate, Qualification, Sex, Training
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.availability_editor import AvailabilityEditor
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.employment_editor import EmploymentEditor
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    Form,
    FormField,
    connect_edited,
    long_text_edit,
    text_edit,
    tick,
)
from jurydesk.ui.widgets.layouts import row
from jurydesk.ui.widgets.line_editor import LineEditor
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.people import Examiner
    from jurydesk.services.views import CertificationView
    from jurydesk.wording import Wording

EMPLOYED = {None: "unknown", True: "yes", False: "no"}
_EMPLOYED_BACK = {word: value for value, word in EMPLOYED.items()}
_LINES = ("last_name", "first_name", "occupation", "organisation", "email", "phone")


class ExaminerFields(QObject):
    """Builds the fields into a form and reads them back."""

    def __init__(
        self,
        form: Form,
        wording: Wording,
        sheets: Sequence[CertificationView],
        *,
        today: date,
    ) -> None:
        """Add every field, empty."""
        super().__init__(form)
        self._form = form
        self._wording = wording
        self.lines = {name: text_edit() for name in _LINES}
        self.sex = ChoiceBox([(one, term(wording, "sex", one)) for one in Sex])
        self.training = ChoiceBox(
            [
                (Training.UNKNOWN, self.tr("unknown")),
                (Training.TRAINED, self.tr("trained")),
                (Training.NOT_TRAINED, self.tr("not trained")),
            ]
        )
        self.is_employee = ChoiceBox(
            [("unknown", self.tr("unknown")), ("yes", self.tr("yes")), ("no", self.tr("no"))]
        )
        self.of_certifier = tick(self.tr("Belongs to the certifying body"))
        self.declines = tick(self.tr("Declines to preside"))
        self.active = tick(self.tr("In the pool (not resting)"), is_on=True)
        self.judges_all = tick(self.tr("All certifications"))
        self.seats = {seat: _SeatLine(term(wording, "seat", seat)) for seat in SEAT_KINDS}
        self.judges = {
            view.certification.code: tick(f"{view.certification.code} · {view.certification.title}")
            for view in sheets
        }
        self.employments = EmploymentEditor(wording, today)
        self.mandates = self._build_mandates()
        self.availability = AvailabilityEditor(wording, today)
        self.notes = long_text_edit()
        self._add_person()
        self._add_seats()
        self._add_times()

    def show(self, examiner: Examiner) -> None:
        """Fill the fields."""
        for name in _LINES:
            self.lines[name].setText(str(getattr(examiner, name)))
        self.sex.set_value(examiner.sex)
        self.training.set_value(examiner.training)
        self.is_employee.set_value(EMPLOYED[examiner.is_employee])
        self.of_certifier.setChecked(examiner.of_certifier)
        self.declines.setChecked(examiner.declines_presidency)
        self.active.setChecked(examiner.active)
        self.judges_all.setChecked(examiner.judges is None)
        for one in examiner.qualifications:
            if one.seat in self.seats:
                self.seats[one.seat].show_proof(one.document)
        for code, box in self.judges.items():
            box.setChecked(examiner.may_judge(code))
        self.employments.show_all(examiner.employments)
        for mandate in examiner.mandates:
            self.mandates.add(mandate)
        self.availability.set_entries(examiner.absences)
        self.notes.setPlainText(examiner.notes)

    def errors(self) -> dict[str, str]:
        """Return what cannot be kept as it is, by field."""
        needed = {
            "last_name": self.tr("A last name is needed."),
            "first_name": self.tr("A first name is needed."),
        }
        found = {name: text for name, text in needed.items() if not self._line(name)}
        unfinished = self.tr("Each line needs two dates, the first not after the second.")
        if any(_is_unfinished(editors) for _, editors in self.mandates.lines):
            found["mandates"] = unfinished
        if self.availability.problem():
            found["absences"] = self.availability.problem()
        if self.employments.problem():
            found["employments"] = self.employments.problem()
        return found

    def examiner(self, before: Examiner) -> Examiner:
        """Return the person as answered."""
        others = tuple(one for one in before.qualifications if one.seat not in self.seats)
        held = tuple(
            Qualification(seat, line.proof()) for seat, line in self.seats.items() if line.is_on()
        )
        return replace(
            before,
            last_name=self._line("last_name"),
            first_name=self._line("first_name"),
            occupation=self._line("occupation"),
            organisation=self._line("organisation"),
            employments=self.employments.employments(),
            email=self._line("email"),
            phone=self._line("phone"),
            sex=cast("Sex", self.sex.value()),
            training=cast("Training", self.training.value()),
            is_employee=_EMPLOYED_BACK[str(self.is_employee.value())],
            of_certifier=self.of_certifier.isChecked(),
            declines_presidency=self.declines.isChecked(),
            active=self.active.isChecked(),
            judges=self._judged(before),
            qualifications=held + others,
            mandates=tuple(cast("list[Mandate]", self.mandates.values(_read_mandate))),
            absences=self.availability.entries(),
            notes=self.notes.toPlainText().strip(),
        )

    def _judged(self, before: Examiner) -> tuple[str, ...] | None:
        if self.judges_all.isChecked():
            return None
        unlisted = tuple(code for code in before.judges or () if code not in self.judges)
        return (*(code for code, box in self.judges.items() if box.isChecked()), *unlisted)

    def _line(self, name: str) -> str:
        return self.lines[name].text().strip()

    def _build_mandates(self) -> LineEditor:
        headings = ((self.tr("From"), 2), (self.tr("To"), 2), (self.tr("Act"), 3))
        return LineEditor(headings, self.tr("Add a mandate"), self._mandate_editors)

    def _mandate_editors(self, value: object) -> tuple[QWidget, ...]:
        mandate = value if isinstance(value, Mandate) else None
        return (
            DateField(self._wording, mandate.start if mandate else None),
            DateField(self._wording, mandate.end if mandate else None),
            text_edit(mandate.act if mandate else ""),
        )

    def _add(self, name: str, text: str, *, needed: bool = False) -> None:
        self._form.add(name, FormField(text, self.lines[name], needed=needed))

    def _add_person(self) -> None:
        self._form.add_section(self.tr("Person"))
        self._add("last_name", self.tr("Last name"), needed=True)
        self._add("first_name", self.tr("First name"), needed=True)
        self._form.add("sex", FormField(self.tr("Sex (civil status)"), self.sex))
        self._add("occupation", self.tr("Occupation"))
        self._add("organisation", self.tr("Organisation"))
        others = FormField(
            self.tr("Other employers"),
            self.employments,
            hint=self.tr("Before, or at the same time: they show ties with candidates."),
        )
        self._form.add("employments", others, is_wide=True)
        self.employments.edited.connect(self._form.edited)
        hint = self.tr("Then the employer is told fifteen days before.")
        self._form.add(
            "is_employee", FormField(self.tr("Employed somewhere"), self.is_employee, hint=hint)
        )
        self._add("email", self.tr("E-mail"))
        self._add("phone", self.tr("Phone"))
        self._form.add_wide(self.of_certifier)

    def _add_seats(self) -> None:
        text = self.tr("Which seats the person may hold, and the document that proves it.")
        self._form.add_section(self.tr("Seats"), text)
        for line in self.seats.values():
            self._form.add_wide(line)
            line.connect_to(self._form)
        self._form.add("training", FormField(self.tr("Trained to sit"), self.training))
        self._form.add_wide(self.declines)
        self._form.add_section(self.tr("May judge"))
        self._form.add_wide(self.judges_all)
        for box in self.judges.values():
            self._form.add_wide(box)
            self.judges_all.toggled.connect(box.setDisabled)

    def _add_times(self) -> None:
        self._form.add_section(self.tr("Mandates"))
        self._form.add("mandates", FormField(self.tr("In force"), self.mandates), is_wide=True)
        self._form.add_section(self.tr("Availability"))
        hint = self.tr(
            "Drag over half-days, or walk with the arrows: the space bar changes what is said, "
            "Shift paints, Delete clears."
        )
        said = FormField(self.tr("What this person said"), self.availability, hint=hint)
        self._form.add("absences", said, is_wide=True)
        self._form.add_section(self.tr("Notes"))
        self._form.add_wide(self.active)
        self._form.add("notes", FormField(self.tr("Notes"), self.notes), is_wide=True)
        self.mandates.edited.connect(self._form.edited)
        self.availability.edited.connect(self._form.edited)


class _SeatLine(QWidget):
    """One kind of seat: a tick, and the proof beside it."""

    def __init__(self, text: str) -> None:
        """Show the kind of seat, not held."""
        super().__init__()
        layout = row(self, spacing=Space.M)
        self.box = QCheckBox(text)
        self.document = QLineEdit()
        self.document.setPlaceholderText(self.tr("Document that proves it"))
        self.document.setAccessibleName(f"{text} : {self.document.placeholderText()}")
        self.document.setEnabled(False)
        self.box.toggled.connect(self.document.setEnabled)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.document, 1)

    def connect_to(self, form: Form) -> None:
        """Tell the form of every change."""
        connect_edited(self.box, form.edited)
        connect_edited(self.document, form.edited)

    def show_proof(self, document: str) -> None:
        """Show the seat as held."""
        self.box.setChecked(True)
        self.document.setText(document)

    def is_on(self) -> bool:
        """Tell whether the person may hold the seat."""
        return self.box.isChecked()

    def proof(self) -> str:
        """Return the document."""
        return self.document.text().strip()


def _days(editors: tuple[QWidget, ...]) -> tuple[DateField, DateField]:
    first, last = editors[0], editors[1]
    if not (isinstance(first, DateField) and isinstance(last, DateField)):
        raise TypeError("a line begins with two dates")
    return first, last


def _is_unfinished(editors: tuple[QWidget, ...]) -> bool:
    first, last = (field.day() for field in _days(editors))
    return first is None or last is None or last < first


def _read_mandate(editors: tuple[QWidget, ...]) -> Mandate | None:
    first, last = (field.day() for field in _days(editors))
    act = editors[2]
    if first is None or last is None or not isinstance(act, QLineEdit):
        return None
    return Mandate(first, last, act.text().strip())
