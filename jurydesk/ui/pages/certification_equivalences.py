"""Equivalences of a sheet with others: proposed, settled, added and taken out here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.acquisitions import EquivalenceState
from jurydesk.domain.certification import short_code
from jurydesk.finding_text import term
from jurydesk.services.equivalences import add_equivalence, remove_equivalence
from jurydesk.services.ledger import list_equivalences, propose_equivalences, settle_equivalence
from jurydesk.ui.dialogs.equivalence_dialog import EquivalenceDialog
from jurydesk.ui.pages.certification_sheet import SheetCard
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import clear, column, even, row
from jurydesk.ui.words import short_day

if TYPE_CHECKING:
    from jurydesk.domain.acquisitions import Equivalence
    from jurydesk.domain.certification import Certification
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.theme.tokens import Tone

LOOKS: dict[EquivalenceState, tuple[str, Tone]] = {
    EquivalenceState.PROPOSED: ("unknown", "warning"),
    EquivalenceState.CONFIRMED: ("check-circle", "success"),
    EquivalenceState.SET_ASIDE: ("blocked", "muted"),
}


class SheetEquivalences(SheetCard):
    """Which blocks of other sheets stand for the blocks of this one."""

    def __init__(self, context: PageContext) -> None:
        """Start without a sheet."""
        super().__init__()
        self._context = context
        self._sheet: Certification | None = None
        self._sheets: tuple[Certification, ...] = ()
        self.dialog: EquivalenceDialog | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.setProperty("card", "true")
        layout = column(self, spacing=Space.M, margins=even(Space.L))
        layout.addWidget(label(self.tr("Equivalences"), "heading"))
        self._lines = column(spacing=Space.M)
        layout.addLayout(self._lines)

    def set_sheets(self, sheets: tuple[Certification, ...]) -> None:
        """Offer the blocks of these sheets."""
        self._sheets = sheets

    @override
    def show_sheet(self, sheet: Certification | None) -> None:
        """Ask for the equivalences towards one certification."""
        if sheet is None or self._sheet is None or sheet.code != self._sheet.code:
            clear(self._lines)
        self._sheet = sheet
        if sheet is not None:
            call = partial(list_equivalences, self._context.desk, certification=sheet.code)
            shown = partial(self._on_found, sheet)
            self._context.runner.submit(call, done=shown, receiver=self)

    def add(self) -> None:
        """Ask for an equivalence that nothing proposed."""
        sheet, others = self._sheet, self._with_blocks()
        if sheet is None or not sheet.blocks or not others:
            return
        self.dialog = EquivalenceDialog(
            self._context.wording, sheet, others=others, actor=self._context.desk.actor, parent=self
        )
        self.dialog.submitted.connect(partial(self._add, self.dialog))
        self.dialog.open()

    def propose(self) -> None:
        """Compare the blocks with those of the sheet that this one replaces."""
        if self._sheet is not None:
            call = partial(propose_equivalences, self._context.desk, certification=self._sheet.code)
            self._context.operations.perform(call, done=self._on_proposed)

    def settle(self, one: Equivalence) -> None:
        """Ask whether a block stands for another."""
        choices = (
            Choice("confirm", self.tr("They are equivalent"), is_default=True),
            Choice("set_aside", self.tr("Set it aside…")),
            Choice("later", self.tr("Later"), is_escape=True),
        )
        text = self.tr("Does block {old} stand for block {new}? You answer for it by name.").format(
            old=one.from_block, new=one.to_block
        )
        question = Question(self.tr("Equivalence"), text, choices)
        self._context.prompter.ask(question, partial(self._on_settled, one.id))

    def _with_blocks(self) -> tuple[Certification, ...]:
        own = self._sheet.code if self._sheet else ""
        return tuple(sheet for sheet in self._sheets if sheet.blocks and sheet.code != own)

    def _add(self, dialog: EquivalenceDialog, given: dict[str, str]) -> None:
        call = partial(add_equivalence, self._context.desk, **given)
        self._context.operations.perform(
            call, done=lambda _: dialog.accept(), failed=dialog.show_failure
        )

    def _remove(self, one: Equivalence) -> None:
        """Take it out at once; the toast offers to undo."""
        call = partial(remove_equivalence, self._context.desk, equivalence_id=one.id)
        self._context.operations.perform(call)

    def _on_settled(self, equivalence_id: int, answer: str) -> None:
        if answer == "confirm":
            self._save(equivalence_id, EquivalenceState.CONFIRMED, "")
        elif answer == "set_aside":
            question = Question(self.tr("Equivalence"), self.tr("Why is it set aside?"), ())
            save = partial(self._save, equivalence_id, EquivalenceState.SET_ASIDE)
            self._context.prompter.ask_text(question, save)

    def _save(self, equivalence_id: int, state: EquivalenceState, reason: str) -> None:
        desk = self._context.desk
        call = partial(
            settle_equivalence,
            desk,
            equivalence_id=equivalence_id,
            state=state,
            by=desk.actor,
            reason=reason,
        )
        self._context.operations.perform(call)

    def _on_proposed(self, found: tuple[Equivalence, ...]) -> None:
        if not found:
            text = self.tr("No new pair of blocks looks alike enough to be proposed.")
            self._context.toasts.show_message(text)

    def _on_found(self, sheet: Certification, found: tuple[Equivalence, ...]) -> None:
        if sheet is not self._sheet:
            return
        self.buttons = {}
        clear(self._lines)
        for one in found:
            self._lines.addWidget(self._build_line(one))
        if not found:
            self._lines.addWidget(label(self._why_none(sheet), tone="muted", wraps=True))
        acts = self._acts(sheet)
        if acts:
            flow = FlowRow(Space.M)
            flow.set_widgets([act_button(act) for act in acts])
            self._lines.addWidget(flow)

    def _why_none(self, sheet: Certification) -> str:
        if sheet.has_blocks is None:
            return self.tr("The blocks of this sheet are not known: nothing can stand for them.")
        if not sheet.blocks:
            return self.tr("This certification is judged as a whole: it has no blocks.")
        return self.tr("None: only what was acquired under this very sheet counts for it.")

    def _acts(self, sheet: Certification) -> list[Act]:
        acts = []
        older = [other for other in self._with_blocks() if other.code == sheet.replaces]
        if sheet.blocks and older:
            text = self.tr("Propose from {code}").format(code=sheet.replaces)
            acts.append(Act(text, self.propose, "half", manner="link"))
        if sheet.blocks and self._with_blocks():
            acts.append(Act(self.tr("Add an equivalence…"), self.add, "add", manner="link"))
        return acts

    def _build_line(self, one: Equivalence) -> QWidget:
        name, tone = LOOKS[one.state]
        holder = QWidget()
        title = (
            f"{one.from_certification} {short_code(one.from_block)} → {short_code(one.to_block)}"
        )
        told = self._told(one)
        holder.setAccessibleName(f"{title}, {told}")
        layout = row(holder, spacing=Space.M)
        layout.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        is_open = one.state is EquivalenceState.PROPOSED
        words.addWidget(label(title, "strong" if is_open else "body", wraps=True))
        words.addWidget(label(self._titles(one), wraps=True))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        layout.addLayout(words, 1)
        text = self.tr("Decide…") if is_open else self.tr("Change…")
        acts = (
            (text, partial(self.settle, one), "settle"),
            (self.tr("Remove"), partial(self._remove, one), "remove"),
        )
        for said, run, what in acts:
            button = act_button(Act(said, run, manner="quiet"))
            button.setAccessibleName(f"{said} {title}")
            self.buttons[f"{what} {one.from_block}"] = button
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _titles(self, one: Equivalence) -> str:
        sheets = {sheet.code: sheet for sheet in self._sheets}
        older, newer = sheets.get(one.from_certification), sheets.get(one.to_certification)
        blocks = (
            older.block(one.from_block) if older else None,
            newer.block(one.to_block) if newer else None,
        )
        return " → ".join(block.title for block in blocks if block is not None)

    def _told(self, one: Equivalence) -> str:
        wording = self._context.wording
        signed = ""
        if one.settled_by:
            signed = self.tr("by {name} on {day}").format(
                name=one.settled_by, day=short_day(wording, one.settled_on)
            )
        likeness = self.tr("likeness {count} %").format(count=one.likeness) if one.likeness else ""
        parts = (term("equivalence", one.state, wording), one.reason, signed, likeness)
        return " · ".join(part for part in parts if part)
