"""The panel of one examiner: mandates, seats with their proof, absences, findings and acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jurydesk.domain.people import Training
from jurydesk.finding_text import entry_text
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.examiner_columns import MANDATE_LOOKS, mandate_state, mandate_text
from jurydesk.ui.widgets.acts import act_button
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column
from jurydesk.ui.words import employment_text, sentence_case, short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.availability import Absence
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.service_record import Service
    from jurydesk.services.views import ExaminerRow
    from jurydesk.ui.widgets.acts import Act
    from jurydesk.ui.widgets.findings_list import FindingLine
    from jurydesk.wording import Wording

LATEST = 5
"""Juries shown one by one."""


class ExaminerInspector(InspectorPanel):
    """Shows one person of the pool."""

    def __init__(self, wording: Wording, today: date) -> None:
        """Start with nobody selected."""
        super().__init__()
        self._wording = wording
        self._today = today
        self.ties, self._more_ties = FindingsList(), FlowRow()
        self.right, self._right_acts = FindingsList(), FlowRow()
        self.right_heading, self.answers = label("", "strong"), QWidget()
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nobody is selected."""
        self.show_nothing(self.tr("Choose a person of the pool to see mandates and availability."))

    def show_row(self, row: ExaminerRow) -> None:
        """Show one person."""
        self.clear()
        examiner = row.examiner
        work = " · ".join(part for part in (examiner.occupation, examiner.organisation) if part)
        self.set_heading(examiner.full_name, work, self._chips(examiner))
        good = self.tr("Nothing keeps this person from sitting.")
        self.add_section(
            self.tr("Findings"), FindingsList(finding_lines(row.findings, self._wording), good)
        )
        self.right, self._right_acts = FindingsList(), FlowRow()
        self.right_heading, self.answers = label("", "strong"), QWidget()
        column(self.answers)
        self.add_section("", self.right_heading, self.right, self._right_acts)
        self.add_section(self.tr("Answers to summonses"), self.answers)
        self.add_section(self.tr("Seats"), FactGrid(self._seat_facts(examiner)))
        self.add_section(self.tr("Mandates"), FactGrid(self._mandate_facts(examiner)))
        self.ties, self._more_ties = FindingsList(), FlowRow()
        self.add_section(self.tr("Ties"), self.ties, self._more_ties)
        if examiner.absences:
            self.add_section(self.tr("Availability"), FactGrid(self._absence_facts(examiner)))
        self.add_section(self.tr("Juries"), FactGrid(self._record_facts(row)))
        self.add_section(self.tr("Person"), FactGrid(self._person_facts(row)))
        if examiner.notes:
            self.add_section(self.tr("Notes"))
            self.add_text(examiner.notes)

    def show_ties(self, lines: Sequence[FindingLine], more: Act | None = None) -> None:
        """Show the ties of the person in view; they come a moment later than the rest.

        `more` leads to those that have no room here.
        """
        self.ties.set_nothing(self.tr("No tie is known."))
        self.ties.set_lines(lines)
        self._more_ties.set_widgets([act_button(more)] if more is not None else [])

    def show_right(
        self, on: date, lines: Sequence[FindingLine], removals: Sequence[Act] = ()
    ) -> None:
        """Show what proves the right to sit on a day, with the documents kept."""
        text = self.tr("Right to sit, as of {day}")
        self.right_heading.setText(text.format(day=self._day(on)))
        self.right.set_lines(lines)
        self._right_acts.set_widgets([act_button(act) for act in removals])

    def show_answers(self, facts: Sequence[Fact]) -> None:
        """Show how the person answered the summonses sent to them."""
        layout = self.answers.layout()
        if layout is not None:
            clear(layout)
            layout.addWidget(FactGrid(facts))

    def _chips(self, examiner: Examiner) -> list[Chip]:
        state = mandate_state(examiner, self._today)
        name, tone = MANDATE_LOOKS[state]
        mandate = mandate_text(examiner, self._wording, self._today)
        words = self.tr("Mandate {until}").format(until=mandate)
        chips = [Chip(words, tone, name)]
        if examiner.of_certifier:
            chips.append(Chip(self.tr("Of the certifier"), "plain", "home"))
        else:
            chips.append(Chip(self.tr("External"), "plain", "external"))
        if not examiner.active:
            chips.append(Chip(self.tr("Resting"), "muted", "moon"))
        return chips

    def _seat_facts(self, examiner: Examiner) -> list[Fact]:
        facts = [
            Fact(term(self._wording, "seat", one.seat), one.document)
            for one in examiner.qualifications
        ]
        judges = examiner.judges
        codes = self.tr("all certifications") if judges is None else ", ".join(judges)
        return [*facts, Fact(self.tr("May judge"), codes)]

    def _mandate_facts(self, examiner: Examiner) -> list[Fact]:
        facts = []
        for mandate in sorted(examiner.mandates, key=lambda one: one.start, reverse=True):
            span = f"{self._day(mandate.start)} – {self._day(mandate.end)}"
            tone = "plain" if mandate.in_force(self._today) else "muted"
            name = self.tr("In force") if tone == "plain" else self.tr("Other")
            text = f"{span}\n{mandate.act}" if mandate.act else span
            facts.append(Fact(name, text, "plain" if tone == "plain" else "muted"))
        return facts or [Fact(self.tr("Mandate"), "")]

    def _absence_facts(self, examiner: Examiner) -> list[Fact]:
        entries = sorted(examiner.absences, key=lambda one: one.order)
        coming = [one for one in entries if one.end >= self._today]
        return [self._absence_fact(one) for one in coming] or [
            Fact(self.tr("To come"), self.tr("none"))
        ]

    def _absence_fact(self, entry: Absence) -> Fact:
        said = sentence_case(entry_text(entry, self._wording))
        origin = sentence_case(term(self._wording, "origin", entry.origin))
        if entry.has_lapsed(self._today):
            return Fact(self.tr("Lapsed"), said, "danger")
        return Fact(origin, said)

    def _record_facts(self, row: ExaminerRow) -> list[Fact]:
        """Counts first, then the latest juries; more of them would hide the rest."""
        record = row.record
        years = record.years_in_a_row(self._today)
        counts = [
            Fact(self.tr("Sat"), str(len(record.held))),
            Fact(self.tr("Presided"), str(len(record.presidencies))),
            Fact(self.tr("Years in a row"), str(years)),
            Fact(self.tr("Juries this year"), str(row.sat)),
        ]
        return counts + [self._service_fact(one) for one in record.services[:LATEST]]

    def _service_fact(self, one: Service) -> Fact:
        half = term(self._wording, "half_day", one.half_day)
        seat = sentence_case(term(self._wording, "seat", one.seat))
        marks = (
            one.session,
            seat,
            self.tr("presided") if one.presided else "",
            "" if one.held else self.tr("planned"),
        )
        name = f"{self._day(one.day)} {half}"
        return Fact(name, " · ".join(filter(None, marks)), "plain" if one.held else "muted")

    def _person_facts(self, row: ExaminerRow) -> list[Fact]:
        examiner = row.examiner
        trained = {
            Training.TRAINED: self.tr("yes"),
            Training.NOT_TRAINED: self.tr("no"),
            Training.UNKNOWN: "",
        }
        year = f" ({examiner.trained_in})" if examiner.trained_in else ""
        texts = [employment_text(self._wording, one) for one in examiner.employments]
        others = [Fact(self.tr("Other employers"), "\n".join(texts))] if texts else []
        return [
            *others,
            Fact(self.tr("Sex"), sentence_case(term(self._wording, "sex", examiner.sex))),
            Fact(self.tr("E-mail"), examiner.email),
            Fact(self.tr("Phone"), examiner.phone),
            Fact(self.tr("Trained"), trained[examiner.training] + year),
            Fact(self.tr("Last presided"), self._day(examiner.last_presidency)),
        ]

    def _day(self, day: date | None) -> str:
        return short_day(self._wording, day)
