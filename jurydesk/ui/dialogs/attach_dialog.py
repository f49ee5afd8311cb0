"""What was laid down, before it is attached: each file with its kind, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from jurydesk.errors import JurydeskError
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import size_text, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.attachments import Paper
    from jurydesk.services.paper_readings import PaperReadings
    from jurydesk.wording import Wording

WIDTH = 620
KIND_WIDTH = 260
MOST_HEIGHT = 420


class AttachDialog(AskDialog):
    """Asks what each file is; what is refused is said with its reason.

    Signals:
        submitted: the papers, each with its kind.
    """

    submitted = Signal(object)

    def __init__(
        self,
        wording: Wording,
        readings: PaperReadings,
        *,
        asked: Sequence[str],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show the files; `asked` are the kinds of the route, `name` whose file it is."""
        super().__init__(wording, parent, width=WIDTH)
        self._papers = list(readings.papers)
        self._refusals = readings.refusals
        self.kind_boxes = [self._kind_box(paper, asked) for paper in self._papers]
        self.leave_buttons = [icon_button("close", self.tr("Leave it out")) for _ in self._papers]
        self._lines: list[QWidget] = []
        self._left_out: set[int] = set()
        self.attach_button = QPushButton()
        self._build(name)
        self._show_count()

    def papers(self) -> tuple[Paper, ...]:
        """Return what would be attached now."""
        return tuple(
            replace(paper, requirement=str(box.value() or ""))
            for at, (paper, box) in enumerate(zip(self._papers, self.kind_boxes, strict=True))
            if at not in self._left_out
        )

    def _kind_box(self, paper: Paper, asked: Sequence[str]) -> ChoiceBox:
        choices: list[tuple[object, str]] = [
            (code, term(self.wording, "document", code)) for code in asked
        ]
        choices.append(("", term(self.wording, "document", "OTHER")))
        box = ChoiceBox(choices)
        box.set_value(paper.requirement if paper.requirement in asked else "")
        box.setFixedWidth(KIND_WIDTH)
        name = self.tr("What is {name}?").format(name=paper.file.name)
        box.setAccessibleName(name)
        return box

    def _build(self, name: str) -> None:
        self.add_heading(self.tr("Attach documents"), name)
        if self._papers:
            guess = self.tr("What is each of them? A first guess is made.")
            self.outer.addWidget(label(guess, wraps=True))
        self.outer.addWidget(self._build_files(), 1)
        self.add_problem()
        if self._papers:
            self.add_buttons(self.attach_button, self._submit)
        else:
            self.add_way_out()

    def _build_files(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("canvas", "true")
        lines = column(holder, spacing=Space.S)
        for at, paper in enumerate(self._papers):
            lines.addWidget(self._build_line(at, paper))
        for refusal in self._refusals:
            lines.addWidget(self._build_refusal(refusal))
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setMinimumHeight(min(MOST_HEIGHT, holder.sizeHint().height() + Space.S))
        return area

    def _build_line(self, at: int, paper: Paper) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=Space.M)
        line.addWidget(IconLabel("paper", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(spacing=0)
        words.addWidget(ElidedLabel(paper.file.name, "strong"))
        size = size_text(self.wording, paper.file.size)
        words.addWidget(label(size, "caption", tone="muted"))
        line.addLayout(words, 1)
        line.addWidget(self.kind_boxes[at])
        line.addWidget(self.leave_buttons[at])
        self.leave_buttons[at].clicked.connect(partial(self._leave_out, at))
        self._lines.append(holder)
        return holder

    def _build_refusal(self, refusal: JurydeskError) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=Space.M)
        line.addWidget(IconLabel("blocked", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        text = self.wording.text(refusal.code, **refusal.figures)
        line.addWidget(label(text, tone="danger", wraps=True), 1)
        return holder

    def _leave_out(self, at: int, *_ignored: object) -> None:
        self._left_out.add(at)
        self._lines[at].hide()
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._papers) - len(self._left_out)
        text = self.tr("Attach") if count <= 1 else self.tr("Attach {count} documents")
        self.attach_button.setText(text.format(count=count))
        self.attach_button.setEnabled(count > 0)

    def _submit(self) -> None:
        self.submitted.emit(self.papers())
