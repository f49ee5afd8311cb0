"""The panel of one candidacy: state, clocks, findings, identity, path, ties and acts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.ties import TieState
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip, ClockChip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import (
    STAGE_LOOKS,
    days_left,
    employment_text,
    pair,
    quoted,
    row_clocks,
    short_day,
    term,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jurydesk.domain.partial_date import PartialDate
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.ties import Tie
    from jurydesk.services.views import CandidacyRow, CandidateFile
    from jurydesk.wording import Wording


class CandidateInspector(InspectorPanel):
    """Shows one candidacy; the ties come when the file has been read."""

    def __init__(self, wording: Wording, today: date) -> None:
        """Start with nothing selected."""
        super().__init__()
        self._wording = wording
        self._today = today
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is selected."""
        self.show_nothing(self.tr("Choose a candidate to see the file."))

    def show_row(self, row: CandidacyRow) -> None:
        """Show what the list knows of the candidacy."""
        self.clear()
        wording, candidacy = self._wording, row.candidacy
        subtitle = f"{term(wording, 'route', candidacy.route)} · {candidacy.certification}"
        self.set_heading(row.candidate.full_name, subtitle, self._chips(row))
        lines = finding_lines(row.findings, wording)
        self.add_section(
            self.tr("Findings"), FindingsList(lines, self.tr("Nothing stands against this file."))
        )
        self.add_section(self.tr("Path"), FactGrid(self._path_facts(row)))
        self.add_section(self.tr("Identity"), FactGrid(self._identity_facts(row)))
        if row.candidate.notes or candidacy.notes:
            self.add_section(self.tr("Notes"))
            for text in (row.candidate.notes, candidacy.notes):
                if text:
                    self.add_text(text)

    def show_file(self, file: CandidateFile, settle: Callable[[Tie], None]) -> None:
        """Add what only the whole file knows: ties and the other candidacies."""
        if file.ties:
            lines = [self._tie_line(tie, examiner, settle) for tie, examiner in file.ties]
            self.add_section(self.tr("Ties with examiners"), FindingsList(lines))
        if len(file.candidacies) > 1:
            facts = [
                Fact(one.candidacy.certification, term(self._wording, "stage", one.stage))
                for one in file.candidacies
            ]
            self.add_section(self.tr("All candidacies"), FactGrid(facts))

    def _chips(self, row: CandidacyRow) -> list[Chip]:
        name, tone = STAGE_LOOKS[Stage(row.stage)]
        chips = [Chip(term(self._wording, "stage", row.stage), tone, name)]
        for clock in row_clocks(row, self._today):
            if clock.due is None:
                continue
            left = (clock.due - self._today).days
            words = term(self._wording, "clock", clock.kind)
            chip = ClockChip(f"{days_left(clock.due, self._today)} · {words}", left)
            chip.setToolTip(f"{self._wording.date(clock.due)} · {clock.article}")
            chips.append(chip)
        return chips

    def _identity_facts(self, row: CandidacyRow) -> list[Fact]:
        person, place = row.candidate, row.candidate.birth_place
        town = " ".join(part for part in (place.commune, place.postal_code or place.insee) if part)
        return [
            Fact(self.tr("First names"), ", ".join(person.first_names)),
            Fact(self.tr("Sex"), term(self._wording, "sex", person.sex)),
            Fact(self.tr("Born on"), self._day(person.born)),
            Fact(self.tr("Born in"), town or place.country),
            Fact(self.tr("E-mail"), person.email),
            Fact(self.tr("Phone"), person.phone),
            Fact(self.tr("Employer"), person.employer),
            *self._other_employers(person),
        ]

    def _other_employers(self, person: Candidate) -> list[Fact]:
        texts = [employment_text(self._wording, one) for one in person.employments]
        return [Fact(self.tr("Other employers"), "\n".join(texts))] if texts else []

    def _path_facts(self, row: CandidacyRow) -> list[Fact]:
        candidacy = row.candidacy
        blocks = ", ".join(candidacy.blocks) or self.tr("the whole certification")
        facts = [Fact(self.tr("Aims at"), blocks)]
        if candidacy.route.is_training:
            facts += self._training_facts(row)
        else:
            facts += self._experience_facts(row)
        facts.append(Fact(self.tr("Not before"), self._day(candidacy.not_before)))
        if not candidacy.not_before:
            facts.pop()
        if candidacy.extra_time:
            facts.append(Fact(self.tr("Adaptation"), self.tr("one third more time")))
        if candidacy.step_free:
            facts.append(Fact(self.tr("Adaptation"), self.tr("step-free access")))
        if row.session_code:
            facts.append(Fact(self.tr("Session"), row.session_code))
        return facts

    def _training_facts(self, row: CandidacyRow) -> list[Fact]:
        record = row.candidacy.training
        mark = "" if record.assessment is None else f"{record.assessment} / 20"
        if record.assessment_missed:
            mark = self.tr("missed")
        return [
            Fact(self.tr("Group"), record.promotion),
            Fact(self.tr("Training"), self._span(record.entry, record.exit)),
            Fact(self.tr("Assessment"), mark),
            Fact(self.tr("Placement"), record.placement),
            Fact(self.tr("Trainer"), record.trainer),
        ]

    def _experience_facts(self, row: CandidacyRow) -> list[Fact]:
        candidacy, file = row.candidacy, row.candidacy.admissibility
        return [
            Fact(self.tr("Begun"), self._day(candidacy.begun)),
            Fact(self.tr("First file"), self._day(file.received)),
            Fact(self.tr("Admissibility"), term(self._wording, "admissibility", file.status)),
            Fact(self.tr("Decided"), self._day(file.decided)),
            Fact(self.tr("Second file"), self._day(candidacy.validation_received)),
            Fact(self.tr("Accompanied by"), candidacy.accompanist),
        ]

    def _tie_line(self, tie: Tie, examiner: Examiner, settle: Callable[[Tie], None]) -> FindingLine:
        kind = term(self._wording, "tie", tie.kind)
        sentence = pair(examiner.full_name, kind)
        if tie.evidence:
            sentence = f"{sentence} ({quoted(tie.evidence)})"
        if tie.state is TieState.SET_ASIDE:
            return FindingLine("good", f"{sentence} · {self.tr('set aside')}", people=tie.reason)
        gravity = "warning" if tie.state is TieState.PROPOSED else "reason"
        act = Act(self.tr("Decide"), partial(settle, tie))
        return FindingLine("reason" if gravity == "reason" else "warning", sentence, act=act)

    def _day(self, day: date | PartialDate | None) -> str:
        return short_day(self._wording, day)

    def _span(self, first: date | None, last: date | None) -> str:
        ends = (self._day(first), self._day(last))
        return " – ".join(part for part in ends if part)
