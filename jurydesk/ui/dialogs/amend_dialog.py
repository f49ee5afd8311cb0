"""Asks what an amendment corrects, person by person, and why; what changes is shown beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.alterations import Part, Rectification
from jurydesk.domain.certification import WHOLE, short_code
from jurydesk.finding_text import finding_text, stated_value, statement_text
from jurydesk.services.amending import AmendmentDraft
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.dialogs.amend_fields import PointEditor, point_editor
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    FieldGroup,
    FormField,
    long_text_edit,
    text_edit,
)
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column

if TYPE_CHECKING:
    from jurydesk.domain.alterations import Point
    from jurydesk.domain.amendment import StatedPoint
    from jurydesk.services.amending import AmendableMinutes
    from jurydesk.wording import Wording

WIDTH = 720
HEIGHT = 150
SHOWN = 4
"""Changes said in full above the reason; the rest is counted."""
Key = tuple[str, int, int]
"""Whom some points are about: a part, the number of a person, of a jury."""


class AmendDialog(AskDialog):
    """Corrects minutes point by point; it stays open, with what was typed, when it is refused.

    Signals:
        submitted: an `AmendmentDraft`.
    """

    submitted = Signal(object)

    def __init__(
        self, wording: Wording, minutes: AmendableMinutes, parent: QWidget | None = None
    ) -> None:
        """Show what the latest minutes say of the first candidate."""
        super().__init__(wording, parent, width=WIDTH)
        self._minutes = minutes
        self.editors: list[PointEditor] = []
        self.subject_box = ChoiceBox()
        self.subject_box.setAccessibleName(self.tr("What is corrected"))
        self.stack = QStackedWidget()
        self.changes_label = label("", tone="muted", wraps=True)
        self.reason_edit = long_text_edit("", 2)
        self.asked_by_edit = text_edit()
        self.issue_button = QPushButton(self.tr("Issue the amendment"))
        self._build()

    def draft(self) -> AmendmentDraft:
        """Return what is asked, naming the minutes that were read."""
        points = tuple(
            Rectification(editor.stated.point, editor.value()) for editor in self._changed()
        )
        return AmendmentDraft(
            points,
            self.reason_edit.toPlainText().strip(),
            self.asked_by_edit.text().strip(),
            self._minutes.latest.number,
        )

    def _build(self) -> None:
        number = self._minutes.latest.number
        self.add_heading(self.tr("Amend minutes {number}").format(number=number), self._note())
        self.outer.addWidget(FormField(self.tr("What is corrected"), self.subject_box))
        self._build_subjects()
        self.outer.addWidget(self.stack, 1)
        self.outer.addWidget(self.changes_label)
        self.outer.addWidget(FormField(self.tr("Reason"), self.reason_edit, needed=True))
        asked = self.tr("Asked for by")
        self.outer.addWidget(FormField(asked, self.asked_by_edit, needed=True))
        self.add_problem()
        self.add_buttons(self.issue_button, self._submit)
        self.subject_box.currentIndexChanged.connect(self.stack.setCurrentIndex)
        self._show_changes()
        self.resize(WIDTH, self.height_within(740))

    def _note(self) -> str:
        return self.tr(
            "The minutes stay as they were issued. The amendment takes the next number and replaces"
            " them in the points changed here; it is never undone, only amended in turn."
        )

    def _build_subjects(self) -> None:
        grouped: dict[Key, list[StatedPoint]] = {}
        for stated in self._minutes.points:
            grouped.setdefault(_key(stated.point), []).append(stated)
        order = [Part.CANDIDATE, Part.MEMBER, Part.JURY, Part.SESSION]
        keys = sorted(grouped, key=lambda key: order.index(Part(key[0])))
        self.subject_box.set_choices([(key, self._name(grouped[key][0])) for key in keys])
        for key in keys:
            self.stack.addWidget(self._build_points(grouped[key]))

    def _build_points(self, points: list[StatedPoint]) -> QScrollArea:
        inside = QWidget()
        layout = column(inside, spacing=Space.M)
        groups: dict[str, FieldGroup] = {}
        for stated in points:
            title = self._group_title(stated.point)
            if title not in groups:
                groups[title] = FieldGroup(title)
                layout.addWidget(groups[title])
            editor = point_editor(stated, self.wording, hint=self._on_file(stated))
            self.editors.append(editor)
            self._watch(editor)
            groups[title].add(editor.field)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setMinimumHeight(HEIGHT)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    def _watch(self, editor: PointEditor) -> None:
        widget = editor.field.editor
        for name in ("textChanged", "currentIndexChanged"):
            signal = getattr(widget, name, None)
            if signal is not None:
                signal.connect(self._show_changes)

    def _group_title(self, point: Point) -> str:
        if point.part is Part.BLOCK:
            whole = self.tr("The whole certification")
            return whole if point.block == WHOLE else short_code(point.block)
        if point.part is Part.MEMBER and point.jury:
            return self.wording.text("part.JURY", number=point.jury)
        return ""

    def _name(self, stated: StatedPoint) -> str:
        code = f"part.{stated.point.part}"
        if self.wording.has(code):
            return self.wording.text(code, number=stated.point.jury)
        return stated.name

    def _on_file(self, stated: StatedPoint) -> str:
        """Say what the file of a candidate has today where the minutes say otherwise."""
        known = self._minutes.on_file.get(stated.point.subject)
        if stated.point.part is not Part.CANDIDATE or known is None:
            return ""
        value = getattr(known, stated.point.field, None)
        text = "" if value is None else str(value)
        if not text or text == stated.value:
            return ""
        said = stated_value(stated.point, text, self.wording)
        return self.tr("On file today: {value}").format(value=said)

    def _changed(self) -> list[PointEditor]:
        return [editor for editor in self.editors if editor.is_changed]

    def _show_changes(self) -> None:
        changed = self._changed()
        lines = [self._change(editor) for editor in changed[:SHOWN]]
        if len(changed) > SHOWN:
            lines.append(self.tr("Not shown here: {count}").format(count=len(changed) - SHOWN))
        self.changes_label.setText("\n".join(lines) or self.tr("Nothing is changed yet."))

    def _change(self, editor: PointEditor) -> str:
        stated = editor.stated
        return self.tr("{name}, {statement}: {before} → {after}").format(
            name=self._name(stated),
            statement=statement_text(stated.point, self.wording),
            before=stated_value(stated.point, stated.value, self.wording),
            after=self._as_read(stated.point, editor.value()),
        )

    def _as_read(self, point: Point, value: str) -> str:
        try:
            return stated_value(point, value, self.wording)
        except ValueError:
            # Still being typed
            return value

    def _submit(self) -> None:
        self.show_refusal("")
        self.submitted.emit(self.draft())

    @override
    def words_of(self, error: Exception) -> str:
        """Say the rules that forbid it too."""
        said = super().words_of(error)
        findings = error.findings if isinstance(error, RefusedByFindings) else ()
        return "\n".join((said, *(finding_text(one, self.wording) for one in findings)))


def _key(point: Point) -> Key:
    """Blocks go with their candidate, and what a member did in a jury with the member."""
    if point.part in {Part.CANDIDATE, Part.BLOCK}:
        return Part.CANDIDATE, point.subject, 0
    if point.part is Part.MEMBER:
        return Part.MEMBER, point.subject, 0
    return point.part, 0, point.jury
