"""Entry conditions of a sheet: one line each, added, changed and taken out here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from jurydesk.domain.routes import AccessRoute
from jurydesk.finding_text import term
from jurydesk.services.entry_conditions import put_condition, remove_condition
from jurydesk.ui.dialogs.condition_dialog import ConditionDialog
from jurydesk.ui.pages.certification_sheet import SheetCard
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import clear, column, even, row
from jurydesk.ui.words import pair, quoted

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification
    from jurydesk.domain.entry_conditions import EntryCondition
    from jurydesk.ui.pages.page import PageContext


class SheetConditions(SheetCard):
    """What each route asks before somebody comes in."""

    def __init__(self, context: PageContext) -> None:
        """Start without a sheet."""
        super().__init__()
        self._context = context
        self._sheet: Certification | None = None
        self.dialog: ConditionDialog | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.setProperty("card", "true")
        self._layout = column(self, spacing=Space.M, margins=even(Space.L))

    @override
    def show_sheet(self, sheet: Certification | None) -> None:
        """Show the conditions of one certification."""
        self._sheet = sheet
        self.buttons = {}
        clear(self._layout)
        self._layout.addWidget(label(self.tr("Entry conditions"), "heading"))
        if sheet is None:
            return
        if sheet.entry_conditions.strip():
            told = self.tr("The sheet says: {text}").format(text=quoted(sheet.entry_conditions))
            self._layout.addWidget(label(told, "caption", tone="muted", wraps=True))
        for one in sheet.conditions:
            self._layout.addWidget(self._build_line(one))
        if not sheet.conditions:
            words = self.tr(
                "None is entered: nobody is asked for any. Each one added here must be settled"
                " in the file of every candidacy of its routes before a jury."
            )
            self._layout.addWidget(label(words, tone="muted", wraps=True))
        add = Act(self.tr("Add a condition…"), self.add, "add", manner="link")
        self._layout.addWidget(act_button(add), 0, Qt.AlignmentFlag.AlignLeft)

    def add(self) -> None:
        """Ask for a new condition."""
        self._ask(None)

    def _ask(self, condition: EntryCondition | None) -> None:
        if self._sheet is None:
            return
        self.dialog = ConditionDialog(
            self._context.wording, self._sheet, condition=condition, parent=self
        )
        self.dialog.submitted.connect(partial(self._put, self.dialog, self._sheet.code))
        self.dialog.open()

    def _put(self, dialog: ConditionDialog, code: str, condition: EntryCondition) -> None:
        call = partial(put_condition, self._context.desk, certification=code, condition=condition)
        self._context.operations.perform(
            call, done=lambda _: dialog.accept(), failed=dialog.show_failure
        )

    def _remove(self, condition: EntryCondition) -> None:
        """Take it out at once; the toast offers to undo."""
        if self._sheet is None:
            return
        call = partial(
            remove_condition,
            self._context.desk,
            certification=self._sheet.code,
            condition=condition.code,
        )
        self._context.operations.perform(call)

    def _build_line(self, one: EntryCondition) -> QWidget:
        holder = QWidget()
        told = self._told(one)
        holder.setAccessibleName(f"{one.wording}, {told}")
        indent = Space.XL if one.instead_of else 0
        layout = row(holder, spacing=Space.M, margins=(indent, 0, 0, 0))
        layout.addWidget(IconLabel("dot", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        words.addWidget(label(one.wording, wraps=True))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        layout.addLayout(words, 1)
        acts = (
            (self.tr("Change…"), partial(self._ask, one), "change"),
            (self.tr("Remove"), partial(self._remove, one), "remove"),
        )
        for text, run, name in acts:
            button = act_button(Act(text, run, manner="quiet"))
            button.setAccessibleName(f"{text} {one.wording}")
            self.buttons[f"{name} {one.code}"] = button
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _told(self, one: EntryCondition) -> str:
        wording = self._context.wording
        kind = term("condition_kind", one.kind, wording)
        if one.threshold is not None:
            kind = pair(kind, str(one.threshold))
        stands_in = ""
        if one.instead_of and self._sheet is not None:
            other = self._sheet.condition(one.instead_of)
            words = quoted(other.wording) if other else one.instead_of
            stands_in = self.tr("is enough instead of {condition}").format(condition=words)
        return " · ".join(part for part in (kind, stands_in, self._routes(one), one.source) if part)

    def _routes(self, one: EntryCondition) -> str:
        if set(one.routes) == set(AccessRoute) - {AccessRoute.EXPERIENCE}:
            return self.tr("every route but experience")
        return ", ".join(term("route", route, self._context.wording) for route in one.routes)
