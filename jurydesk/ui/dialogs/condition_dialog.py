"""One entry condition of a sheet: what it asks, on which routes, where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPushButton, QWidget

from jurydesk.domain.entry_conditions import ConditionKind, EntryCondition
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import JurydeskError
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, figure_edit, text_edit, tick
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, even, row
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification
    from jurydesk.wording import Wording

WIDTH = 560
COLUMNS = 2
USUAL: dict[ConditionKind, int] = {ConditionKind.LEVEL: 5, ConditionKind.EXPERIENCE: 2}
"""What is proposed for a new condition: level 5, two years."""
USUAL_ROUTES = tuple(route for route in AccessRoute if route is not AccessRoute.EXPERIENCE)


class ConditionDialog(QDialog):
    """Collects an `EntryCondition`.

    Signals:
        submitted: the condition; its code is empty for a new one.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        sheet: Certification,
        *,
        condition: EntryCondition | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a new condition, or for what changes in one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Entry condition"))
        self.setMinimumWidth(WIDTH)
        self._wording = wording
        self._code = condition.code if condition else ""
        kinds: list[tuple[object, str]] = [
            (kind, term(wording, "condition_kind", kind)) for kind in ConditionKind
        ]
        self.kind_box = ChoiceBox(kinds, condition.kind if condition else ConditionKind.LEVEL)
        self.threshold_edit = figure_edit(1, 40, (condition and condition.threshold) or 1)
        self.wording_edit = text_edit(condition.wording if condition else "")
        self.source_edit = text_edit(condition.source if condition else "")
        self.instead_box = ChoiceBox(self._others(sheet), condition.instead_of if condition else "")
        asked = condition.routes if condition else USUAL_ROUTES
        self.route_ticks = {
            route: tick(term(wording, "route", route), is_on=route in asked)
            for route in AccessRoute
        }
        self.problem_label = label("", tone="danger", wraps=True)
        self._problem_icon = IconLabel("blocked", "danger")
        self.save_button = QPushButton(self.tr("Save"))
        self._threshold = FormField(self.tr("Level"), self.threshold_edit)
        self._build(sheet)
        self.kind_box.chosen.connect(self._on_kind)
        self._show_kind()
        if condition is None:
            self._on_kind()
        self.show_problem("")

    def condition(self) -> EntryCondition:
        """Return the condition as filled in."""
        kind = self._kind()
        return EntryCondition(
            code=self._code,
            kind=kind,
            wording=self.wording_edit.text().strip(),
            routes=tuple(route for route, box in self.route_ticks.items() if box.isChecked()),
            threshold=self.threshold_edit.value() if kind.most else None,
            source=self.source_edit.text().strip(),
            instead_of=str(self.instead_box.value() or ""),
        )

    def show_failure(self, error: Exception) -> None:
        """Say what is wrong; what was typed stays."""
        text = str(error)
        if isinstance(error, JurydeskError):
            text = self._wording.text(error.code, **error.figures)
        self.show_problem(text)

    def show_problem(self, text: str) -> None:
        """Say why it cannot be saved; empty: it can."""
        self.problem_label.setText(text)
        self.problem_label.setVisible(bool(text))
        self._problem_icon.setVisible(bool(text))

    def _others(self, sheet: Certification) -> list[tuple[object, str]]:
        others: list[tuple[object, str]] = [("", self.tr("none: it is asked for itself"))]
        others += [
            (one.code, one.wording)
            for one in sheet.conditions
            if one.code != self._code and not one.instead_of
        ]
        return others

    def _kind(self) -> ConditionKind:
        return ConditionKind(str(self.kind_box.value()))

    def _build(self, sheet: Certification) -> None:
        outer = column(self, spacing=Space.M, margins=even(Space.L))
        outer.addWidget(label(self.tr("Entry condition"), "heading"))
        outer.addWidget(label(f"{sheet.code} · {sheet.title}", tone="muted", wraps=True))
        first = row(spacing=Space.L)
        first.addWidget(FormField(self.tr("What it is about"), self.kind_box), 2)
        first.addWidget(self._threshold, 1)
        outer.addLayout(first)
        words = FormField(self.tr("In the words of the sheet"), self.wording_edit, needed=True)
        outer.addWidget(words)
        outer.addWidget(FormField(self.tr("Access routes"), self._build_routes()))
        if self.instead_box.count() > 1:
            instead = FormField(self.tr("Is enough instead of"), self.instead_box)
            outer.addWidget(instead)
        outer.addWidget(FormField(self.tr("Where it was read"), self.source_edit))
        if self._code:
            hint = self.tr(
                "With another level or length it is another condition: what was settled in the"
                " files is to be settled again."
            )
            outer.addWidget(label(hint, "caption", tone="muted", wraps=True))
        problem = row(spacing=Space.S)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self.problem_label, 1)
        outer.addLayout(problem)
        outer.addWidget(self._build_buttons())

    def _build_routes(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.route_ticks.values()):
            grid.addWidget(box, at // COLUMNS, at % COLUMNS)
        return holder

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.save_button.setProperty("manner", "primary")
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_kind(self, *_ignored: object) -> None:
        """Begin with the usual threshold of the kind."""
        self._show_kind()
        self.threshold_edit.setValue(USUAL.get(self._kind(), 1))

    def _show_kind(self) -> None:
        kind = self._kind()
        is_level = kind is ConditionKind.LEVEL
        self._threshold.label.setText(self.tr("Level") if is_level else self.tr("Years"))
        self.threshold_edit.setMaximum(kind.most or 1)
        self._threshold.setVisible(bool(kind.most))
        self.show_problem("")

    def _submit(self) -> None:
        self.submitted.emit(self.condition())
