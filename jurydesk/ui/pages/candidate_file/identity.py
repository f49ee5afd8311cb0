"""Identity of the person, in the candidate's file: what the CPF system would lack, and where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.identity import identity_score
from jurydesk.services.birth_places import check_place
from jurydesk.ui.pages.candidate_file.national_number import NumberCard
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.pages.candidate_findings import gap_lines
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from jurydesk.domain.identity import IdentityScore
    from jurydesk.domain.people import Candidate
    from jurydesk.services.birth_places import PlaceDoubt
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext

WIDTH = 820


class IdentitySection(Section):
    """The score, what is missing with the way to fill it in, and the facts."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the identity comes with the file."""
        super().__init__(context)
        outer = row(self, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        parts = column(content, spacing=Space.L)
        self._content = column(spacing=Space.L)
        self.number = NumberCard(context)
        parts.addLayout(self._content)
        parts.addWidget(self.number)
        parts.addStretch(1)
        outer.addWidget(content, 1)
        self.findings = FindingsList()
        self.score: IdentityScore | None = None

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Show the identity of the person."""
        person = file.candidate
        self.score = identity_score(person, today=self.context.desk.clock.today())
        clear(self._content)
        self._content.addWidget(self._build_score(self.score))
        self._content.addWidget(self._build_facts(person))
        self.number.show_person(person)
        # The list of communes is read on the worker
        doubted = partial(self._show_doubts, self.score)
        check = partial(check_place, person.birth_place)
        self.context.runner.submit(check, done=doubted, receiver=self)

    def _show_doubts(self, score: IdentityScore, doubts: tuple[PlaceDoubt, ...]) -> None:
        """Add what is wrong with a code that is there; a missing one is among the gaps."""
        if score is not self.score:
            return
        wrong = [doubt for doubt in doubts if doubt.code != "PLACE-CODE-NONE"]
        act = Act(self.tr("Complete"), partial(self.form_requested.emit, "birth_code"))
        lines = [
            FindingLine("warning", self.context.wording.text(one.code, town=one.town), act=act)
            for one in wrong
        ]
        if lines:
            self.findings.set_lines([*self._gap_lines(score), *lines])

    def _gap_lines(self, score: IdentityScore) -> list[FindingLine]:
        wording, text = self.context.wording, self.tr("Complete")
        return gap_lines(score, wording, go=self.form_requested.emit, text=text)

    def _build_score(self, score: IdentityScore) -> QWidget:
        frame, layout = card(spacing=Space.S)
        title = self.tr("Identity for the CPF declaration: {points} out of 100").format(
            points=score.points
        )
        layout.addWidget(label(title, "heading", wraps=True))
        nothing = self.tr("Nothing is missing: the CPF system can recognise this person.")
        self.findings = FindingsList(self._gap_lines(score), nothing)
        layout.addWidget(self.findings)
        return frame

    def _build_facts(self, person: Candidate) -> QWidget:
        wording, place = self.context.wording, person.birth_place
        frame, layout = card(spacing=Space.S)
        layout.addWidget(label(self.tr("Civil status"), "heading"))
        facts = [
            Fact(self.tr("Birth name"), person.birth_name),
            Fact(self.tr("First names"), ", ".join(person.first_names)),
            Fact(self.tr("Name in use"), person.usage_name),
            Fact(self.tr("Sex"), term(wording, "sex", person.sex)),
            Fact(self.tr("Born on"), short_day(wording, person.born)),
            Fact(self.tr("Born in"), " ".join(filter(None, (place.commune, place.postal_code)))),
            Fact(self.tr("INSEE code"), place.insee),
            Fact(self.tr("Country"), place.country),
            Fact(self.tr("E-mail"), person.email),
            Fact(self.tr("Phone"), person.phone),
        ]
        layout.addWidget(FactGrid(facts))
        return frame
