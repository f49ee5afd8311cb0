"""One certification in full: dates, routes, the jury's seats, blocks or skills, what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.routes import Access
from jurydesk.finding_text import field_text
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import card, clear, column
from jurydesk.ui.words import pair, sentence_case, short_day, term

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.certification import Certification, Composition, Seat
    from jurydesk.services.views import CertificationView
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

ACCESS_LOOKS: dict[Access, tuple[str, Tone]] = {
    Access.OPEN: ("check", "success"),
    Access.CLOSED: ("blocked", "muted"),
    Access.UNKNOWN: ("unknown", "warning"),
}


class SheetCard(QFrame):
    """A card of a sheet in which something can be done."""

    def show_sheet(self, sheet: Certification | None) -> None:
        """Show what the card says of one certification."""


class CertificationSheet(QWidget):
    """The sheet as cards."""

    def __init__(self, wording: Wording, cards: tuple[SheetCard, ...] = ()) -> None:
        """Start empty; `cards` are those in which something can be done."""
        super().__init__()
        self._wording = wording
        self._cards = cards
        self._layout = column(self, spacing=Space.M, margins=(0, 0, Space.XL, Space.XL))

    def show_view(self, view: CertificationView | None) -> None:
        """Show one certification."""
        for card_ in self._cards:
            # They stay: a dialog may stand over them
            self._layout.removeWidget(card_)
            card_.show_sheet(view.certification if view else None)
        clear(self._layout)
        if view is not None:
            self._add_identity(view)
            self._add_routes(view.certification)
            for card_ in self._cards:
                self._layout.addWidget(card_)
            self._add_jury(view)
            self._add_content(view.certification)
            self._add_unknown(view.certification)
        self._layout.addStretch(1)

    def _add_identity(self, view: CertificationView) -> None:
        sheet = view.certification
        frame, layout = card()
        layout.addWidget(label(sentence_case(sheet.title), "heading", wraps=True))
        chips = FlowRow(Space.XS)
        chips.set_widgets(self._chips(view))
        layout.addWidget(chips)
        layout.addWidget(FactGrid(self._facts(sheet)))
        self._layout.addWidget(frame)

    def _chips(self, view: CertificationView) -> list[Chip]:
        sheet = view.certification
        chips = [Chip(sheet.code, "accent", "certificate")]
        states: dict[bool | None, Chip] = {
            True: Chip(self.tr("Registered"), "success", "check"),
            False: Chip(self.tr("No longer registered"), "muted", "lock"),
            None: Chip(self.tr("Registration unknown"), "warning", "unknown"),
        }
        chips.append(states[sheet.active])
        words = self.tr("Candidacies: {count}").format(count=view.candidacies)
        chips.append(Chip(words, "plain", "people"))
        return chips

    def _facts(self, sheet: Certification) -> list[Fact]:
        level = "" if sheet.level is None else str(sheet.level)
        facts = [
            Fact(self.tr("Level"), level),
            Fact(self.tr("Registered from"), self._day(sheet.registered_from or _first(sheet))),
            Fact(self.tr("Until"), self._day(sheet.last_registered_day)),
            Fact(self.tr("Last delivery"), self._day(sheet.last_delivery)),
        ]
        if sheet.replaces:
            facts.append(Fact(self.tr("Replaces"), sheet.replaces))
        if sheet.replaced_by:
            facts.append(Fact(self.tr("Replaced by"), sheet.replaced_by))
        if len(sheet.registrations) > 1:
            periods = "\n".join(
                f"{self._day(one.effect)} – {self._day(one.until)}" for one in sheet.registrations
            )
            facts.append(Fact(self.tr("Registrations"), periods))
        return facts

    def _add_routes(self, sheet: Certification) -> None:
        frame, layout = card()
        layout.addWidget(label(self.tr("Access routes"), "heading"))
        words = {
            Access.OPEN: self.tr("open"),
            Access.CLOSED: self.tr("closed"),
            Access.UNKNOWN: self.tr("unknown"),
        }
        flow = FlowRow(Space.S)
        chips = []
        for terms in sheet.routes:
            name, tone = ACCESS_LOOKS[terms.access]
            text = pair(term(self._wording, "route", terms.route), words[terms.access])
            chips.append(Chip(text, tone, name))
        flow.set_widgets(chips)
        layout.addWidget(flow)
        if not sheet.routes:
            layout.addWidget(label(self.tr("Not read in any source."), tone="muted"))
        self._layout.addWidget(frame)

    def _add_jury(self, view: CertificationView) -> None:
        frame, layout = card()
        layout.addWidget(label(self.tr("Jury"), "heading"))
        for composition in view.compositions:
            layout.addWidget(self._build_status(composition))
            layout.addLayout(self._build_seats(composition))
        if not view.compositions:
            text = self.tr("No composition is known; take that of another sheet and confirm it.")
            layout.addWidget(FindingsList([FindingLine("blocking", text, "CERT-04")]))
        self._layout.addWidget(frame)

    def _build_status(self, composition: Composition) -> QWidget:
        if composition.status is CompositionStatus.PUBLISHED:
            text = self.tr("As published in the sheet ({source}).")
            line = FindingLine("good", text.format(source=composition.source))
        elif composition.status is CompositionStatus.CONFIRMED:
            text = self.tr("Confirmed by {person} on {day}, after {source}.")
            words = text.format(
                person=composition.confirmed_by,
                day=self._day(composition.confirmed_on),
                source=composition.source,
            )
            line = FindingLine("good", words)
        else:
            text = self.tr("Proposed after {source}: to be confirmed before a session is held.")
            line = FindingLine("reason", text.format(source=composition.source), "CERT-04")
        return FindingsList([line])

    def _build_seats(self, composition: Composition) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        for at, seat in enumerate(composition.seats):
            self._add_seat(grid, at, seat)
        return grid

    def _add_seat(self, grid: QGridLayout, at: int, seat: Seat) -> None:
        top = Qt.AlignmentFlag.AlignTop
        chips = [Chip(self.tr("External"), "plain", "external")] if seat.external else []
        if seat.deliberates:
            chips.append(Chip(self.tr("Votes"), "accent", "vote"))
        else:
            chips.append(Chip(self.tr("Present, no vote"), "plain", "mute"))
        flow = FlowRow(Space.XS)
        flow.set_widgets(chips)
        words = column(spacing=Space.XS)
        words.addWidget(label(sentence_case(seat.label), wraps=True))
        words.addWidget(flow)
        grid.addWidget(IconLabel("seat", "muted"), at, 0, top)
        grid.addLayout(words, at, 1)
        grid.addWidget(label(f"{seat.share}\u00a0%", tone="muted"), at, 2, top)

    def _add_content(self, sheet: Certification) -> None:
        frame, layout = card()
        if sheet.blocks:
            layout.addWidget(label(self.tr("Blocks"), "heading"))
            facts = [
                Fact(
                    block.short_code,
                    f"{block.title} ({self.tr('optional')})" if block.optional else block.title,
                )
                for block in sheet.blocks
            ]
            layout.addWidget(FactGrid(facts))
        elif sheet.has_blocks is False:
            layout.addWidget(label(self.tr("Skills, judged as a whole"), "heading"))
            for at, skill in enumerate(sheet.skills, start=1):
                layout.addWidget(label(f"{at}. {skill}", wraps=True))
        else:
            layout.addWidget(label(self.tr("Blocks"), "heading"))
            layout.addWidget(label(self.tr("Not read in any source."), tone="muted"))
        self._layout.addWidget(frame)

    def _add_unknown(self, sheet: Certification) -> None:
        if not (sheet.unknown or sheet.uncertain or sheet.sources):
            return
        frame, layout = card()
        layout.addWidget(label(self.tr("What this rests on"), "heading"))
        facts = [
            Fact(self.tr("Sources"), "\n".join(sheet.sources)),
            Fact(self.tr("Unknown"), self._field_names(sheet.unknown) or "–", "muted"),
        ]
        if sheet.uncertain:
            facts.append(Fact(self.tr("Deduced"), self._field_names(sheet.uncertain), "warning"))
        layout.addWidget(FactGrid(facts))
        self._layout.addWidget(frame)

    def _field_names(self, names: tuple[str, ...]) -> str:
        return ", ".join(field_text(name, self._wording) for name in names)

    def _day(self, day: date | None) -> str:
        return short_day(self._wording, day)


def _first(sheet: Certification) -> date | None:
    return min((period.effect for period in sheet.registrations), default=None)
