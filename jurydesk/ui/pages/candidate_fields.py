"""The questions asked about a candidate and a candidacy, and how the answers are read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from jurydesk.domain.candidacy import (
    AdmissibilityStatus,
    Candidacy,
    Handed,
    TrainingRecord,
)
from jurydesk.domain.people import Candidate, Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.ui.pages.birth_place_fields import BirthPlaceFields
from jurydesk.ui.widgets.birth_field import BirthField
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.employment_editor import EmploymentEditor
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    Form,
    FormField,
    long_text_edit,
    text_edit,
    tick,
)
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QLineEdit

    from jurydesk.services.views import CertificationView
    from jurydesk.ui.tasks import TaskRunner
    from jurydesk.ui.widgets.employment_editor import Answers
    from jurydesk.wording import Wording

HIGHEST_MARK = 20
DATES = (
    "birth_date",
    "begun",
    "received",
    "complete",
    "decided",
    "validation_received",
    "entry",
    "exit",
    "not_before",
)


class CandidateFields(QObject):
    """Builds the fields into a form and reads them back.

    Signals:
        left: the person went on from a line that was changed.
    """

    left = Signal()

    def __init__(
        self,
        form: Form,
        wording: Wording,
        sheets: Sequence[CertificationView],
        *,
        runner: TaskRunner,
        today: date,
    ) -> None:
        """Add every field, empty."""
        super().__init__(form)
        self._form = form
        self._wording = wording
        self.route = ChoiceBox(self._choices("route", AccessRoute))
        titles = [(view.certification.code, _sheet_name(view)) for view in sheets]
        self.certification = ChoiceBox(titles)
        self.sex = ChoiceBox(self._choices("sex", Sex))
        self.status = ChoiceBox(self._choices("admissibility", AdmissibilityStatus))
        self.dissertation = ChoiceBox(
            [
                (Handed.UNKNOWN, self.tr("unknown")),
                (Handed.YES, self.tr("handed in")),
                (Handed.NO, self.tr("not handed in")),
            ]
        )
        self.extra_time = tick(self.tr("One third more time (adaptation)"))
        self.step_free = tick(self.tr("Step-free access (adaptation)"))
        self.lines = {name: text_edit() for name in _LINES}
        self.birth = BirthField(wording)
        self.dates = {name: DateField(wording) for name in DATES} | {"birth_date": self.birth}
        self.notes = long_text_edit()
        self.place = BirthPlaceFields(form, runner)
        self.employments = EmploymentEditor(wording, today)
        self._add_identity()
        self._add_path()
        self._add_experience()
        self._add_training()
        self._add_rest()
        self.route.currentIndexChanged.connect(self._show_route)
        for edit in self._all_lines().values():
            edit.editingFinished.connect(self.left)
        self._show_route()

    def show(self, candidate: Candidate, candidacy: Candidacy) -> None:
        """Fill the fields."""
        record = candidacy.training
        mark = "" if record.assessment is None else str(record.assessment).replace(".", ",")
        values = {
            "birth_name": candidate.birth_name,
            "usage_name": candidate.usage_name,
            "first_names": ", ".join(candidate.first_names),
            "email": candidate.email,
            "phone": candidate.phone,
            "employer": candidate.employer,
            "accompanist": candidacy.accompanist,
            "promotion": record.promotion,
            "assessment": mark,
            "placement": record.placement,
            "trainer": record.trainer,
            "blocks": ", ".join(candidacy.blocks),
        }
        for name, value in values.items():
            self.lines[name].setText(value)
        self.place.show(candidate.birth_place)
        self.employments.show_all(candidate.employments)
        for name, day in _days_of(candidate, candidacy).items():
            self.dates[name].set_day(day)
        self.birth.set_born(candidate.born)
        self.sex.set_value(candidate.sex)
        self.route.set_value(candidacy.route)
        self.certification.set_value(candidacy.certification)
        self.status.set_value(candidacy.admissibility.status)
        self.dissertation.set_value(record.dissertation)
        self.extra_time.setChecked(candidacy.extra_time)
        self.step_free.setChecked(candidacy.step_free)
        self.notes.setPlainText(candidacy.notes or candidate.notes)

    def errors(self) -> dict[str, str]:
        """Return what cannot be kept as it is, by field."""
        found: dict[str, str] = {}
        if not self._line("birth_name"):
            found["birth_name"] = self.tr("A birth name is needed.")
        if not self._line("first_names"):
            found["first_names"] = self.tr("One first name is needed.")
        found |= {name: field.problem() for name, field in self.dates.items() if field.problem()}
        email = self._line("email")
        if email and ("@" not in email or email.endswith("@") or " " in email):
            found["email"] = self.tr("Not an e-mail address.")
        if self._line("assessment") and self._mark() is None:
            found["assessment"] = self.tr("A mark from 0 to 20.")
        if self.employments.problem():
            found["employments"] = self.employments.problem()
        return found

    def errors_so_far(self) -> dict[str, str]:
        """Return what no further letter can mend, and what was left as it is."""
        return {
            name: field.problem()
            for name, field in self.dates.items()
            if field.is_impossible() or (field.problem() and not field.hasFocus())
        }

    def answers(self) -> dict[str, object]:
        """Return what stands in each field, as it stands there."""
        lines = {name: edit.text() for name, edit in self._all_lines().items()}
        choices = {name: box.value() for name, box in self._boxes().items()}
        rest = {
            "extra_time": self.extra_time.isChecked(),
            "step_free": self.step_free.isChecked(),
            "notes": self.notes.toPlainText(),
        }
        return {**lines, **choices, **rest, "employments": self.employments.answers()}

    def restore(self, answers: Mapping[str, object]) -> None:
        """Put back what stood in each field."""
        for name, edit in self._all_lines().items():
            edit.setText(str(answers[name]))
        for name, box in self._boxes().items():
            box.set_value(answers[name])
        self.extra_time.setChecked(bool(answers["extra_time"]))
        self.step_free.setChecked(bool(answers["step_free"]))
        self.notes.setPlainText(str(answers["notes"]))
        self.employments.restore(cast("Answers", answers["employments"]))

    def _all_lines(self) -> dict[str, QLineEdit]:
        return {**self.lines, **self.dates, **self.place.lines()}

    def _boxes(self) -> dict[str, ChoiceBox]:
        return {
            "route": self.route,
            "certification": self.certification,
            "sex": self.sex,
            "status": self.status,
            "dissertation": self.dissertation,
        }

    def candidate(self, before: Candidate) -> Candidate:
        """Return the person as answered."""
        names = tuple(part.strip() for part in self._line("first_names").split(",") if part.strip())
        return replace(
            before,
            birth_name=self._line("birth_name"),
            usage_name=self._line("usage_name"),
            first_names=names,
            sex=cast("Sex", self.sex.value()),
            birth_date=self.birth.day(),
            birth_partial=self.birth.partial(),
            birth_place=self.place.place(),
            email=self._line("email"),
            phone=self._line("phone"),
            employer=self._line("employer"),
            employments=self.employments.employments(),
        )

    def candidacy(self, before: Candidacy) -> Candidacy:
        """Return the candidacy as answered."""
        blocks = tuple(part.strip() for part in self._line("blocks").split(",") if part.strip())
        days = {name: field.day() for name, field in self.dates.items()}
        return replace(
            before,
            certification=str(self.certification.value() or before.certification),
            route=cast("AccessRoute", self.route.value()),
            blocks=blocks,
            begun=days["begun"],
            admissibility=replace(
                before.admissibility,
                received=days["received"],
                complete=days["complete"],
                decided=days["decided"],
                status=cast("AdmissibilityStatus", self.status.value()),
            ),
            validation_received=days["validation_received"],
            training=self._training(before.training),
            accompanist=self._line("accompanist"),
            not_before=days["not_before"],
            extra_time=self.extra_time.isChecked(),
            step_free=self.step_free.isChecked(),
            notes=self.notes.toPlainText().strip(),
        )

    def _training(self, before: TrainingRecord) -> TrainingRecord:
        return replace(
            before,
            promotion=self._line("promotion"),
            entry=self.dates["entry"].day(),
            exit=self.dates["exit"].day(),
            assessment=self._mark(),
            dissertation=cast("Handed", self.dissertation.value()),
            placement=self._line("placement"),
            trainer=self._line("trainer"),
        )

    def _mark(self) -> Decimal | None:
        try:
            mark = Decimal(self._line("assessment").replace(",", "."))
        except InvalidOperation:
            return None
        return mark if 0 <= mark <= HIGHEST_MARK else None

    def _line(self, name: str) -> str:
        return self.lines[name].text().strip()

    def _choices(
        self, area: str, values: type[AccessRoute | Sex | AdmissibilityStatus]
    ) -> list[tuple[object, str]]:
        return [(value, term(self._wording, area, value)) for value in values]

    def _add(
        self, name: str, text: str, *, hint: str = "", needed: bool = False, is_wide: bool = False
    ) -> None:
        editor = self.lines.get(name) or self.dates[name]
        self._form.add(name, FormField(text, editor, hint=hint, needed=needed), is_wide=is_wide)

    def _add_identity(self) -> None:
        text = self.tr("As in the civil register: this is what the papers print.")
        self._form.add_section(self.tr("Identity"), text)
        self._add("birth_name", self.tr("Birth name"), needed=True)
        self._add(
            "first_names",
            self.tr("First names"),
            hint=self.tr("In their order, commas between."),
            needed=True,
        )
        self._add("usage_name", self.tr("Name in use"))
        self._form.add("sex", FormField(self.tr("Sex (civil status)"), self.sex))
        hint = self.tr("Born abroad: 1985 or 03/1985 if need be.")
        self._add("birth_date", self.tr("Born on"), hint=hint)
        self.place.add()
        self._add("email", self.tr("E-mail"))
        self._add("phone", self.tr("Phone"))
        self._add("employer", self.tr("Employer"), hint=self.tr("Shows ties with examiners."))
        others = FormField(
            self.tr("Other employers"),
            self.employments,
            hint=self.tr("Before, or at the same time: they show ties as well."),
        )
        self._form.add("employments", others, is_wide=True)
        self.employments.edited.connect(self._form.edited)

    def _add_path(self) -> None:
        self._form.add_section(self.tr("Path"))
        self._form.add(
            "certification", FormField(self.tr("Certification"), self.certification), is_wide=True
        )
        self._form.add("route", FormField(self.tr("Access route"), self.route))
        self._add("begun", self.tr("Path begun on"), hint=self.tr("Decides which law holds."))
        hint = self.tr("Codes with commas between; empty means the whole certification.")
        self._add("blocks", self.tr("Blocks aimed at"), hint=hint, is_wide=True)

    def _add_experience(self) -> None:
        self._form.add_section(self.tr("Validation of experience"), name="experience")
        self._add("received", self.tr("First file received"))
        self._add("complete", self.tr("First file complete"))
        self._form.add("status", FormField(self.tr("Admissibility"), self.status))
        self._add("decided", self.tr("Decided on"))
        self._add("validation_received", self.tr("Second file received"))
        self._add("accompanist", self.tr("Accompanied by"))

    def _add_training(self) -> None:
        self._form.add_section(self.tr("Training"), name="training")
        self._add("promotion", self.tr("Group"))
        self._add("assessment", self.tr("Assessment out of 20"))
        self._add("entry", self.tr("From"))
        self._add("exit", self.tr("To"))
        self._form.add("dissertation", FormField(self.tr("Dissertation"), self.dissertation))
        self._add("placement", self.tr("Work placement"))
        self._add("trainer", self.tr("Referent trainer"))

    def _add_rest(self) -> None:
        self._form.add_section(self.tr("For the session"))
        self._add("not_before", self.tr("Not before"))
        self._form.add_wide(self.extra_time)
        self._form.add_wide(self.step_free)
        self._form.add("notes", FormField(self.tr("Notes"), self.notes), is_wide=True)

    def _show_route(self) -> None:
        route = cast("AccessRoute", self.route.value())
        self._form.show_section("experience", is_shown=route is AccessRoute.EXPERIENCE)
        self._form.show_section("training", is_shown=route.is_training)


_LINES = (
    "birth_name",
    "usage_name",
    "first_names",
    "email",
    "phone",
    "employer",
    "accompanist",
    "promotion",
    "assessment",
    "placement",
    "trainer",
    "blocks",
)


def _days_of(candidate: Candidate, candidacy: Candidacy) -> dict[str, date | None]:
    file, record = candidacy.admissibility, candidacy.training
    return {
        "birth_date": candidate.birth_date,
        "begun": candidacy.begun,
        "received": file.received,
        "complete": file.complete,
        "decided": file.decided,
        "validation_received": candidacy.validation_received,
        "entry": record.entry,
        "exit": record.exit,
        "not_before": candidacy.not_before,
    }


def _sheet_name(view: CertificationView) -> str:
    return f"{view.certification.code} · {sentence_case(view.certification.title)}"
