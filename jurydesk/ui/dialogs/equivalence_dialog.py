"""One equivalence: a block of another sheet that stands for a block of this one, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, text_edit
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification
    from jurydesk.wording import Wording

WIDTH = 560
LONGEST = 60


class EquivalenceDialog(QDialog):
    """Collects what `services.equivalences.add_equivalence` is given.

    Signals:
        submitted: the keywords of the call.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        sheet: Certification,
        *,
        others: tuple[Certification, ...],
        actor: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the blocks of `sheet` and, for the older block, those of `others`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Equivalence"))
        self.setMinimumWidth(WIDTH)
        self._wording = wording
        self._sheet = sheet
        self._others = {other.code: other for other in others}
        names: list[tuple[object, str]] = [(o.code, _short(f"{o.code}  {o.title}")) for o in others]
        self.sheet_box = ChoiceBox(names, sheet.replaces)
        self.from_box = ChoiceBox()
        self.to_box = ChoiceBox(_blocks(sheet))
        self.reason_edit = text_edit()
        self.by_edit = text_edit(actor)
        self.problem_label = label("", tone="danger", wraps=True)
        self._problem_icon = IconLabel("blocked", "danger")
        self.save_button = QPushButton(self.tr("Add"))
        self._build()
        self.sheet_box.chosen.connect(self._show_blocks)
        self._show_blocks()
        self.show_problem("")

    def show_failure(self, error: Exception) -> None:
        """Say what is wrong; what was typed stays."""
        text = str(error)
        if isinstance(error, JurydeskError):
            text = self._wording.text(error.code, **error.figures)
        self.show_problem(text)

    def show_problem(self, text: str) -> None:
        """Say why it cannot be added; empty: it can."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))
        self._problem_icon.setVisible(bool(text))

    def _build(self) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(self.tr("Equivalence"), "heading"))
        words = self.tr(
            "What was acquired under another sheet counts for {code} by what stands here."
        )
        outer.addWidget(label(words.format(code=self._sheet.code), tone="muted", wraps=True))
        for text, editor in (
            (self.tr("Sheet of the block acquired"), self.sheet_box),
            (self.tr("Block acquired"), self.from_box),
            (self.tr("Stands for the block"), self.to_box),
        ):
            outer.addWidget(FormField(text, editor))
        hint = self.tr("Decision, comparison of the sheets: with its date.")
        outer.addWidget(
            FormField(self.tr("What it rests on"), self.reason_edit, hint=hint, needed=True)
        )
        outer.addWidget(FormField(self.tr("Who answers for it"), self.by_edit))
        problem = row(spacing=Space.S)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self.problem_label, 1)
        outer.addLayout(problem)
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    def _show_blocks(self, *_ignored: object) -> None:
        other = self._others.get(str(self.sheet_box.value()))
        self.from_box.set_choices(_blocks(other) if other else [])

    def _submit(self) -> None:
        self.submitted.emit(
            {
                "from_block": str(self.from_box.value() or ""),
                "to_block": str(self.to_box.value() or ""),
                "reason": self.reason_edit.text().strip(),
                "by": self.by_edit.text().strip(),
            }
        )


def _blocks(sheet: Certification) -> list[tuple[object, str]]:
    return [(block.code, _short(f"{block.short_code}  {block.title}")) for block in sheet.blocks]


def _short(text: str) -> str:
    """A list as wide as the longest title would be wider than the window."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
