"""The national number in the candidate's file: hidden, shown to who knows the passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame

from jurydesk.errors import JurydeskError
from jurydesk.services.national_numbers import (
    forget_number,
    lock,
    number_view,
    set_number,
    show_number,
    unlock,
)
from jurydesk.ui.pages.candidate_file.number_editor import NumberEditor
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import clear, column, even

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.people import Candidate
    from jurydesk.services.national_numbers import NumberView, VaultState
    from jurydesk.ui.pages.page import PageContext

HIDDEN = "•••"
SHOWN_MILLISECONDS = 60_000
"""A number is not left on the screen of somebody who went away."""


class NumberCard(QFrame):
    """One person's number: kept or not, locked or not, shown or being typed."""

    def __init__(self, context: PageContext) -> None:
        """Build the frame; `show_person` fills it."""
        super().__init__()
        self.setProperty("card", "true")
        self._context = context
        self._person: Candidate | None = None
        self._view: NumberView | None = None
        self._number = ""
        self.editor: NumberEditor | None = None
        outer = column(self, spacing=Space.S, margins=even(Space.L))
        outer.addWidget(label(self.tr("Social security number (NIR)"), "heading"))
        text = self.tr(
            "Optional, for the declaration to the CPF alone. Sealed in the workspace: "
            "it goes into no list, no paper, no export and no log."
        )
        outer.addWidget(label(text, tone="muted", wraps=True))
        self._content = column(spacing=Space.S)
        outer.addLayout(self._content)
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(SHOWN_MILLISECONDS)
        self._hiding.timeout.connect(self.hide_number)

    def show_person(self, person: Candidate) -> None:
        """Show one person; a number being typed for the same one stays."""
        if self._person is None or self._person.id != person.id:
            self._number, self.editor = "", None
        self._person = person
        self._read()

    def show_number(self) -> None:
        """Show the number, asking for the passphrase where the vault is locked."""
        self._when_open(self._ask_number)

    def hide_number(self) -> None:
        """Show dots again."""
        self._number = ""
        self._hiding.stop()
        self._build()

    def begin_editing(self) -> None:
        """Open the field, asking for the passphrase where the vault is locked."""
        self._when_open(self._open_editor)

    def save(self, number: str) -> None:
        """Keep what was typed; a refusal stands at the field."""
        if self._person is not None:
            call = partial(
                set_number, self._context.desk, candidate_id=self._person.id, number=number
            )
            done, failed = self._on_saved, self._on_refused
            self._context.operations.perform(call, done=done, failed=failed)

    def stop_editing(self) -> None:
        """Close the field and forget what was typed."""
        self.editor = None
        self._build()
        self.setFocus()

    def ask_to_forget(self) -> None:
        """Ask before the number goes for good: it cannot be brought back."""
        choices = (
            Choice("forget", self.tr("Erase it")),
            Choice("keep", self.tr("Keep it"), is_default=True, is_escape=True),
        )
        text = self.tr("Erase this number? It cannot be brought back.")
        question = Question(self.tr("Social security number"), text, choices, manner="danger")
        self._context.prompter.ask(question, self._on_forget)

    def lock(self) -> None:
        """Forget the key: the next reading asks for the passphrase again."""
        self._number = ""
        self._context.runner.submit(partial(lock, self._context.desk), done=self._on_vault)

    def _read(self) -> None:
        if self._person is not None:
            call = partial(number_view, self._context.desk, candidate_id=self._person.id)
            self._context.runner.submit(call, done=self._on_view)

    def _on_view(self, view: NumberView) -> None:
        self._view = view
        if self.editor is None:
            self._build()

    def _build(self) -> None:
        clear(self._content)
        view = self._view
        if view is None:
            return
        if not view.vault.is_set_up:
            self._build_not_set_up()
        elif self.editor is not None:
            self._content.addWidget(self.editor)
        else:
            value = (self._number or HIDDEN) if view.is_kept else ""
            self._content.addWidget(FactGrid([Fact(self.tr("Number"), value)]))
            self._add_acts(*self._acts(view))

    def _build_not_set_up(self) -> None:
        text = self.tr("No passphrase protects the numbers of this office yet.")
        self._content.addWidget(label(text, wraps=True))
        go = partial(self._context.navigate, "settings")
        self._add_acts(Act(self.tr("Choose one in the settings"), go, "shield"))

    def _acts(self, view: NumberView) -> list[Act]:
        acts: list[Act] = []
        if not view.is_kept:
            acts.append(Act(self.tr("Enter the number…"), self.begin_editing, "add"))
        elif self._number:
            acts.append(Act(self.tr("Hide"), self.hide_number, "remove"))
        else:
            acts.append(Act(self.tr("Show"), self.show_number, "unlock"))
        if view.is_kept:
            acts.append(Act(self.tr("Replace…"), self.begin_editing, "edit"))
            acts.append(Act(self.tr("Erase…"), self.ask_to_forget, "delete", manner="danger"))
        if view.vault.is_open:
            acts.append(Act(self.tr("Lock"), self.lock, "lock"))
        return acts

    def _add_acts(self, *acts: Act) -> None:
        line = FlowRow()
        line.set_widgets([act_button(act) for act in acts])
        self._content.addWidget(line)

    def _open_editor(self) -> None:
        if self._person is not None:
            self._number = ""
            self.editor = NumberEditor(self._context.wording, self._person)
            self.editor.submitted.connect(self.save)
            self.editor.given_up.connect(self.stop_editing)
            self._build()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _when_open(self, then: Callable[[], None]) -> None:
        if self._view is not None and self._view.vault.is_open:
            then()
            return
        title = self.tr("Social security numbers")
        text = self.tr("Passphrase of the office:")
        opened = partial(self._unlock, then)
        self._context.prompter.ask_secret(Question(title, text, ()), opened)

    def _unlock(self, then: Callable[[], None], passphrase: str) -> None:
        call = partial(unlock, self._context.desk, passphrase=passphrase)
        done = partial(self._on_unlocked, then)
        self._context.runner.submit(call, done=done, receiver=self)

    def _on_unlocked(self, then: Callable[[], None], vault: VaultState) -> None:
        self._on_vault(vault)
        then()

    def _on_vault(self, _vault: VaultState) -> None:
        self._read()

    def _ask_number(self) -> None:
        if self._person is not None:
            person = self._person.id
            call = partial(show_number, self._context.desk, candidate_id=person)
            shown = partial(self._on_number, person)
            self._context.runner.submit(call, done=shown, receiver=self)

    def _on_number(self, person: int, number: str) -> None:
        # The file of somebody else may be in view by now
        if self._person is not None and self._person.id == person:
            self._number = number
            self._hiding.start()
            self._build()

    def _on_saved(self, _faults: object) -> None:
        self.editor = None
        self._read()
        self.setFocus()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, JurydeskError) and self.editor is not None:
            self.editor.show_refusal(self._context.wording.text(error.code, **error.figures))
        else:
            self._context.runner.failed.emit(error)

    def _on_forget(self, answer: str) -> None:
        if answer == "forget" and self._person is not None:
            self._number = ""
            call = partial(forget_number, self._context.desk, candidate_id=self._person.id)
            self._context.operations.perform(call, done=self._on_forgotten)

    def _on_forgotten(self, _nothing: object) -> None:
        self._read()
