"""Blocks acquired and aimed at, in the candidate's file: the sheets of a chain, block by block."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.acquisitions import EquivalenceState
from jurydesk.domain.certification import WHOLE
from jurydesk.services import ledger
from jurydesk.ui.dialogs.acquisition_dialog import AcquisitionDialog
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.pages.candidate_file.section import Section
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from jurydesk.domain.certification import Block
    from jurydesk.domain.ledger import Credit, Proposal, Standing
    from jurydesk.services.ledger import LedgerView
    from jurydesk.services.views import CandidateFile
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.theme.tokens import Tone

WIDTH = 900
COLUMNS = 2


class LedgerSection(Section):
    """A card per sheet of the chain, a tile per block."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; the ledger comes with the file."""
        super().__init__(context)
        self.view: LedgerView | None = None
        self.dialog: AcquisitionDialog | None = None
        self.record_button = act_button(
            Act(self.tr("Record blocks acquired elsewhere…"), self.record, "add", "Ctrl+B")
        )
        outer = row(self, margins=(Space.XL, 0, Space.XL, Space.XL))
        content = QWidget()
        content.setMaximumWidth(WIDTH)
        layout = column(content, spacing=Space.L)
        head = row()
        head.addWidget(self.record_button)
        head.addStretch(1)
        layout.addLayout(head)
        self._content = column(spacing=Space.L)
        layout.addLayout(self._content)
        layout.addStretch(1)
        outer.addWidget(content, 1)

    @override
    def show_file(self, file: CandidateFile, candidacy_id: int) -> None:
        """Ask for the ledger of the person."""
        call = partial(ledger.ledger_of, self.context.desk, candidate_id=file.candidate.id)
        self.context.runner.submit(call, done=self._on_view, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the focus on the act of this section."""
        self.record_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self) -> None:
        """Ask for blocks that the person brings with them."""
        if self.view is None:
            return
        sheets = tuple(standing.certification for standing in self.view.standings)
        self.dialog = AcquisitionDialog(self.context.wording, sheets, parent=self)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.open()

    def settle(self, proposal: Proposal) -> None:
        """Ask whether a block stands for another."""
        one = proposal.equivalence
        choices = (
            Choice("confirm", self.tr("They are equivalent"), is_default=True),
            Choice("set_aside", self.tr("Set it aside…")),
            Choice("later", self.tr("Later"), is_escape=True),
        )
        text = self.tr("Does block {old} stand for block {new}? You answer for it by name.").format(
            old=one.from_block, new=one.to_block
        )
        question = Question(self.tr("Equivalence"), text, choices)
        self.context.prompter.ask(question, partial(self._on_settled, one.id))

    def _on_settled(self, equivalence_id: int, answer: str) -> None:
        if answer == "confirm":
            self._save(equivalence_id, EquivalenceState.CONFIRMED, "")
        elif answer == "set_aside":
            question = Question(self.tr("Equivalence"), self.tr("Why is it set aside?"), ())
            save = partial(self._save, equivalence_id, EquivalenceState.SET_ASIDE)
            self.context.prompter.ask_text(question, save)

    def _save(self, equivalence_id: int, state: EquivalenceState, reason: str) -> None:
        desk = self.context.desk
        call = partial(
            ledger.settle_equivalence,
            desk,
            equivalence_id=equivalence_id,
            state=state,
            by=desk.actor,
            reason=reason,
        )
        self.context.operations.perform(call)

    def _remove(self, acquisition_id: int) -> None:
        call = partial(ledger.remove_acquisition, self.context.desk, acquisition_id=acquisition_id)
        self.context.operations.perform(call)

    def _on_submitted(self, given: dict[str, object]) -> None:
        dialog, view = self.dialog, self.view
        if dialog is None or view is None:
            return
        call = partial(
            ledger.record_acquisitions,
            self.context.desk,
            candidate_id=view.candidate.id,
            **given,  # type: ignore[arg-type]  # -- keywords from data
        )
        perform_asked(self.context, dialog, call)

    def _on_view(self, view: LedgerView) -> None:
        self.view = view
        clear(self._content)
        for standing in view.standings[::-1]:
            self._content.addWidget(self._build_sheet(standing, view))
        if not view.standings:
            words = self.tr("No certification is aimed at, and no block was acquired yet.")
            self._content.addWidget(label(words, tone="muted", wraps=True))

    def _build_sheet(self, standing: Standing, view: LedgerView) -> QFrame:
        frame, layout = card(spacing=Space.S)
        sheet = standing.certification
        aimed = view.aimed.get(sheet.code)
        title = f"{sheet.code} · {sheet.title}"
        layout.addWidget(label(title, "heading", wraps=True))
        layout.addWidget(label(self._summary(standing, aimed), tone="muted", wraps=True))
        tiles: list[QWidget] = []
        credits_ = {credit.block: credit for credit in standing.credits}
        if WHOLE in credits_:
            whole = self.tr("The whole certification")
            tiles.append(self._acquired("", whole, credits_[WHOLE]))
        proposals = {proposal.block: proposal for proposal in standing.proposals}
        tiles += [self._tile(block, credits_, proposals, aimed) for block in sheet.blocks]
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for at, tile in enumerate(tiles):
            grid.addWidget(tile, at // COLUMNS, at % COLUMNS)
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        layout.addLayout(grid)
        return frame

    def _summary(self, standing: Standing, aimed: tuple[str, ...] | None) -> str:
        if standing.is_complete:
            said = self.tr("The whole certification is acquired.")
        elif not standing.blocks_known:
            said = self.tr("Nobody has read the blocks of this sheet: import it, or enter them.")
        elif not standing.certification.blocks:
            said = self.tr("Judged as a whole: it has no blocks.")
        else:
            said = self.tr("Acquired: {count} · mandatory blocks left: {left}").format(
                count=len(standing.credits), left=len(standing.remaining)
            )
        if aimed is None:
            return said
        now = self.tr("Aimed at now.")
        return f"{said} {now}"

    def _tile(
        self,
        block: Block,
        credits_: dict[str, Credit],
        proposals: dict[str, Proposal],
        aimed: tuple[str, ...] | None,
    ) -> QWidget:
        name = f"{block.short_code} · {block.title}"
        if block.code in credits_:
            return self._acquired(block.code, name, credits_[block.code])
        if block.code in proposals:
            return self._proposed(name, proposals[block.code])
        is_aimed = aimed is not None and (not aimed or block.code in aimed)
        state = self.tr("aimed at") if is_aimed else self.tr("missing")
        if block.optional:
            state = self.tr("optional")
        return _framed(name, state, "half" if is_aimed else "circle", "muted")

    def _acquired(self, code: str, name: str, credit: Credit) -> QWidget:
        wording, entry = self.context.wording, credit.entry
        route = term(wording, "route", entry.route) if entry.route else ""
        where = entry.session or entry.evidence
        told = (short_day(wording, entry.acquired_on), route, where)
        detail = " · ".join(part for part in told if part)
        if credit.equivalence is not None:
            one = credit.equivalence
            equal = self.tr("by equivalence with {block}, confirmed by {name} on {day}").format(
                block=one.from_block,
                name=one.settled_by,
                day=short_day(wording, one.settled_on),
            )
            detail = f"{detail} · {equal}"
        act = None
        if entry.acquisition_id and credit.equivalence is None:
            remove = partial(self._remove, entry.acquisition_id)
            act = act_button(Act(self.tr("Remove"), remove, manner="link"))
        state = self.tr("acquired")
        return _framed(name, f"{state} · {detail}", "check-circle", "success", act=act)

    def _proposed(self, name: str, proposal: Proposal) -> QWidget:
        one = proposal.equivalence
        state = self.tr("proposed by equivalence with {block} (likeness {likeness} %)").format(
            block=one.from_block, likeness=one.likeness
        )
        act = act_button(Act(self.tr("Decide…"), partial(self.settle, proposal), manner="link"))
        return _framed(name, state, "unknown", "warning", act=act)


def _framed(
    name: str, state: str, icon: str, tone: Tone, *, act: QPushButton | None = None
) -> QWidget:
    frame, layout = card(spacing=Space.XS)
    frame.setAccessibleName(f"{name}, {state}")
    head = row(spacing=Space.S)
    head.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(label(name, "strong", wraps=True), 1)
    layout.addLayout(head)
    layout.addWidget(
        label(state, "caption", tone="muted" if tone == "muted" else "plain", wraps=True)
    )
    if act is not None:
        layout.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addStretch(1)
    return frame
