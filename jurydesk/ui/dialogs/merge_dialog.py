"""Two files of one person side by side: what differs is chosen, what is alike is folded away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from jurydesk.domain.merging import Take
from jurydesk.services.merging import MergeDraft
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.dialogs.merge_values import field_name, value_text
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button, shortcut_text
from jurydesk.ui.widgets.choice_row import NAME_WIDTH, ChoiceRow, Taken
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import column, row, rule
from jurydesk.ui.words import sentence_case

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

    from jurydesk.domain.merging import FieldChoice
    from jurydesk.services.merging import MergePreview
    from jurydesk.wording import Wording

SIZE = QSize(820, 600)
LEAST_WIDTH = 620
_SIDES: dict[Take, Taken] = {Take.KEPT: "left", Take.OTHER: "right", Take.BOTH: "both"}
_TAKES: dict[Taken, Take] = {side: take for take, side in _SIDES.items()}


class MergeDialog(AskDialog):
    """Collects a `MergeDraft`; whoever opened it does the rest.

    Signals:
        submitted: the draft.
        told_apart: they are not the same person.
    """

    submitted = Signal(object)
    told_apart = Signal()

    def __init__(
        self, preview: MergePreview, wording: Wording, parent: QWidget | None = None
    ) -> None:
        """Show the two files with what is proposed."""
        super().__init__(wording, parent, width=LEAST_WIDTH)
        self.resize(SIZE)
        self._preview = preview
        self.rows: dict[str, ChoiceRow] = {}
        self.merge_button = QPushButton(self.tr("Merge the files"))
        apart = Act(self.tr("Not the same person"), self.told_apart.emit, "people", "Ctrl+D")
        self.apart_button = act_button(apart)
        self.same_button = act_button(Act("", self._show_same, manner="link"))
        self._same = FactGrid(self._same_facts())
        self._area = QScrollArea()
        self._build()
        refusal = preview.refusal
        self.show_refusal(wording.text(refusal.code, **refusal.figures) if refusal else "")
        self.merge_button.setEnabled(refusal is None)
        self._take_first_focus()

    def draft(self) -> MergeDraft:
        """Return what was chosen, of the files as they were seen."""
        kept, other = self._preview.kept, self._preview.other
        taken = {name: _TAKES[one.taken] for name, one in self.rows.items()}
        return MergeDraft(kept.id, other.id, taken, (kept.version, other.version))

    def _build(self) -> None:
        self.add_heading(self.tr("One person, two files?"), self._why())
        self.outer.addLayout(self._build_names())
        self.outer.addWidget(rule())
        self.outer.addWidget(self._build_area(), 1)
        self.outer.addWidget(rule())
        follows = row(spacing=Space.S)
        follows.addWidget(IconLabel("arrow-right", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        self.follows_label = label(self._follows(), wraps=True)
        follows.addWidget(self.follows_label, 1)
        self.outer.addLayout(follows)
        self.add_problem()
        self.outer.addLayout(self._build_buttons())
        self.take_enter(self.merge_button)

    def _build_names(self) -> QHBoxLayout:
        names = row(spacing=Space.S, margins=(NAME_WIDTH + Space.L + Space.XS, 0, Space.L, 0))
        stays, goes = self.tr("File no. {number}, stays"), self.tr("File no. {number}, goes")
        for person, words in ((self._preview.kept, stays), (self._preview.other, goes)):
            one = column(spacing=0)
            one.addWidget(ElidedLabel(person.full_name, "strong"))
            one.addWidget(label(words.format(number=person.id), "caption", tone="muted"))
            names.addLayout(one, 1)
        return names

    def _build_area(self) -> QScrollArea:
        content = QWidget()
        layout = column(content, spacing=0, margins=(0, 0, Space.S, 0))
        for choice in self._preview.choices:
            layout.addWidget(self._build_row(choice))
        if not self.rows:
            words = self.tr("Both files say the same of the person.")
            layout.addWidget(label(words, tone="muted", wraps=True))
        self._build_same(layout)
        layout.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        return self._area

    def _build_row(self, choice: FieldChoice) -> ChoiceRow:
        values = tuple(value_text(one, self.wording) for one in (choice.kept, choice.other))
        one = ChoiceRow(
            field_name(choice.field),
            (values[0], values[1]),
            taken=_SIDES[choice.proposed],
            adds=choice.can_unite and choice.is_conflict,
            nothing=self.tr("nothing"),
        )
        self.rows[choice.field] = one
        one.reached.connect(partial(self._area.ensureWidgetVisible, one))
        return one

    def _build_same(self, layout: QVBoxLayout) -> None:
        if not self._preview.same:
            return
        line = row(margins=(Space.S, Space.M, 0, Space.XS))
        line.addWidget(self.same_button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._same)
        self._same.setContentsMargins(Space.S + 2, 0, 0, Space.S)
        self._same.hide()
        self._name_same()

    def _build_buttons(self) -> QHBoxLayout:
        self.merge_button.setToolTip(shortcut_text("Ctrl+Return"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)
        line = row(spacing=Space.S)
        line.addWidget(self.apart_button)
        line.addStretch(1)
        line.addWidget(self.build_buttons(self.merge_button, self._submit))
        return line

    def _take_first_focus(self) -> None:
        first = next(iter(self.rows.values()), None)
        (first or self.merge_button).setFocus()

    def _same_facts(self) -> list[Fact]:
        person = self._preview.kept
        return [
            Fact(field_name(name), value_text(getattr(person, name), self.wording))
            for name in self._preview.same
        ]

    def _show_same(self) -> None:
        self._same.setVisible(self._same.isHidden())
        # Once it has its place
        QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, self._same))
        self._name_same()

    def _name_same(self) -> None:
        count = len(self._preview.same)
        words = (
            self.tr("Show what is the same ({count})")
            if self._same.isHidden()
            else self.tr("Hide what is the same ({count})")
        )
        self.same_button.setText(words.format(count=count))

    def _why(self) -> str:
        reasons = ", ".join(map(self.wording.text, self._preview.reasons))
        return sentence_case(reasons) if reasons else self.tr("Nothing speaks for it by itself.")

    def _follows(self) -> str:
        counted = [
            self.wording.text(code, count=count) for code, count in self._preview.follows if count
        ]
        if not counted:
            return self.tr("Nothing hangs on the file that goes.")
        return self.tr("Goes to the file that stays: {what}.").format(what=", ".join(counted))

    def _submit(self) -> None:
        if self.merge_button.isEnabled():
            self.submitted.emit(self.draft())
