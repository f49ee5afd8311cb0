"""The passphrase of the office in the settings: chosen once, changed with the old one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from jurydesk.errors import JurydeskError
from jurydesk.services.national_numbers import (
    SHORTEST_PASSPHRASE,
    change_passphrase,
    lock,
    set_passphrase,
    vault_state,
)
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.form_fields import FieldGroup, FormField
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from jurydesk.services.national_numbers import VaultState
    from jurydesk.ui.pages.page import PageContext

OLD, NEW, AGAIN = "old", "new", "again"


class VaultCard(QWidget):
    """Whether numbers are protected and locked, and the fields of the passphrase."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        """Build the fields; `page` does not read its own answers anew when the vault changes."""
        super().__init__()
        self._context = context
        self._page = page
        self._state: VaultState | None = None
        self.edits = {name: _hidden_edit() for name in (OLD, NEW, AGAIN)}
        self.state_label = label("", wraps=True)
        self._icon = IconLabel("lock", "muted")
        self._acts = FlowRow()
        self._build()

    def refresh(self) -> None:
        """Ask how the vault stands."""
        self._context.runner.submit(partial(vault_state, self._context.desk), done=self._show)

    def submit(self) -> None:
        """Choose the passphrase, or change it; what is wrong stands at its field."""
        self._clear_errors()
        if self.edits[NEW].text() != self.edits[AGAIN].text():
            self._say(AGAIN, self.tr("These are not the same words."))
            return
        desk, new = self._context.desk, self.edits[NEW].text()
        if self._state is not None and self._state.is_set_up:
            call = partial(change_passphrase, desk, old=self.edits[OLD].text(), new=new)
        else:
            call = partial(set_passphrase, desk, passphrase=new)
        self._context.operations.perform(
            call, done=self._on_done, failed=self._on_failed, initiator=self._page
        )

    def lock(self) -> None:
        """Forget the key until the passphrase is given again."""
        self._context.runner.submit(partial(lock, self._context.desk), done=self._show)

    def _build(self) -> None:
        layout = column(self, spacing=Space.M)
        head = row(spacing=Space.S)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.state_label, 1)
        layout.addLayout(head)
        hint = self.tr("{count} characters at least: several words are easier to keep in mind.")
        self.fields = {
            OLD: FormField(self.tr("Passphrase of today"), self.edits[OLD]),
            NEW: FormField(
                self.tr("New passphrase"),
                self.edits[NEW],
                hint=hint.format(count=SHORTEST_PASSPHRASE),
            ),
            AGAIN: FormField(self.tr("Once more"), self.edits[AGAIN]),
        }
        group = FieldGroup()
        group.add(self.fields[OLD], is_wide=True)
        group.add(self.fields[NEW])
        group.add(self.fields[AGAIN])
        layout.addWidget(group)
        layout.addWidget(self._acts)
        for edit in self.edits.values():
            edit.returnPressed.connect(self.submit)

    def _show(self, state: VaultState) -> None:
        self._state = state
        self.state_label.setText(self._words(state))
        self._icon.show_icon(
            "unlock" if state.is_open else "lock", "success" if state.is_set_up else "muted"
        )
        self.fields[OLD].setVisible(state.is_set_up)
        words = self.tr("Change the passphrase") if state.is_set_up else self.tr("Choose it")
        acts = [Act(words, self.submit, "shield")]
        if state.is_open:
            acts.append(Act(self.tr("Lock now"), self.lock, "lock"))
        self._acts.set_widgets([act_button(act) for act in acts])

    def _words(self, state: VaultState) -> str:
        if not state.is_set_up:
            return self.tr(
                "No passphrase yet: numbers cannot be entered. It is written nowhere: whoever "
                "loses it has to enter the numbers again."
            )
        kept = self.tr("Numbers kept: {count}.").format(count=state.count)
        if state.is_open:
            text = self.tr("Unlocked until the program is closed.")
        else:
            text = self.tr("Locked: the passphrase is asked for when a number is needed.")
        return f"{text} {kept}"

    def _on_done(self, state: VaultState) -> None:
        self._clear_errors()
        for edit in self.edits.values():
            edit.clear()
        self._show(state)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, JurydeskError):
            self._context.runner.failed.emit(error)
            return
        place = OLD if error.code == "VAULT-WRONG-PASSPHRASE" else NEW
        self._say(place, self._context.wording.text(error.code, **error.figures))

    def _say(self, name: str, text: str) -> None:
        self.fields[name].set_error(text)
        self.edits[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_errors(self) -> None:
        for field in self.fields.values():
            field.set_error("")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Say how the vault stands whenever it comes into view: numbers come and go elsewhere."""
        super().showEvent(event)
        self.refresh()


def _hidden_edit() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
