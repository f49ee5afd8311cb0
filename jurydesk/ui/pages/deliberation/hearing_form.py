"""One candidate fills the screen: who, did they come, each block, why, and what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget
from typing_extensions import override

from jurydesk.domain.deliberation import Appearance, HearingRecord
from jurydesk.finding_text import term
from jurydesk.ui.pages.deliberation.blocks import BlocksPanel
from jurydesk.ui.pages.deliberation.note_edit import NoteEdit
from jurydesk.ui.pages.deliberation.unsaved import UnsavedNote
from jurydesk.ui.pages.deliberation.vote import VotePanel
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import label, set_tone
from jurydesk.ui.widgets.layouts import column, row, rule
from jurydesk.ui.widgets.quiet_bar import keep_bar_place
from jurydesk.ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from jurydesk.domain.deliberation import Decision, Recusal
    from jurydesk.ui.pages.deliberation.hearing_view import HearingView
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

WIDTH_FOR_BOTH = 480
TONES: dict[str, Tone] = {"FULL": "success", "PARTIAL": "accent", "NONE": "danger"}


class HearingForm(QScrollArea):
    """Appearance, blocks, texts and vote of one candidate.

    Signals:
        edited: the record may be different now; `record` says how.
    """

    edited = Signal(object)

    def __init__(self, wording: Wording) -> None:
        """Start without a candidate."""
        super().__init__()
        self._wording = wording
        self._record = HearingRecord(0)
        self.name_label = label("", "title", wraps=True)
        self.detail_label = label("", tone="muted", wraps=True)
        self.decision_label = label("", "figure")
        self.appearance = SegmentedControl(
            [(one, _capital(term("appearance", one, wording))) for one in Appearance],
            Appearance.EXPECTED,
        )
        self.blocks = BlocksPanel()
        self.recommendation_edit = NoteEdit(self.tr("Recommendation to the candidate"), lines=2)
        self.observations_edit = NoteEdit(self.tr("Observations"), lines=2)
        self.vote = VotePanel()
        self.unsaved = UnsavedNote()
        self._judged = QWidget()
        self._is_showing = False
        self._build()
        self._connect()

    def show_hearing(self, view: HearingView) -> None:
        """Show one candidate."""
        # What loses the focus meanwhile must not write into the record of another candidate
        self._is_showing = True
        self._record = view.record
        self.unsaved.hide()
        self.name_label.setText(view.name)
        self.detail_label.setText(view.detail)
        self.appearance.set_value(view.record.appearance)
        self.appearance.setEnabled(not view.is_locked)
        self.blocks.show_blocks(view.blocks, is_locked=view.is_locked)
        self.recommendation_edit.show_note(view.record.recommendation, is_locked=view.is_locked)
        self.observations_edit.show_note(view.record.observations, is_locked=view.is_locked)
        self.vote.show_vote(view.record.vote, view.voters, is_locked=view.is_locked)
        self._judged.setVisible(view.record.appearance is Appearance.PRESENT)
        self._is_showing = False

    def show_decision(self, decision: Decision | None) -> None:
        """Show what the record amounts to."""
        words = term("decision", decision, self._wording) if decision else ""
        self.decision_label.setText(_capital(words) or self.tr("Not decided yet"))
        set_tone(self.decision_label, TONES.get(decision or "", "muted"))

    def record(self, recusals: tuple[Recusal, ...]) -> HearingRecord:
        """Return the record as it stands on screen."""
        appearance = self.appearance.value()
        came = appearance is Appearance.PRESENT
        return replace(
            self._record,
            appearance=Appearance(str(appearance)),
            results=self.blocks.results() if came else (),
            recusals=recusals,
            vote=self.vote.vote() if came else None,
            recommendation=self.recommendation_edit.note(),
            observations=self.observations_edit.note(),
            decision=None,
        )

    def choose_appearance(self, appearance: Appearance) -> None:
        """Note whether the candidate came, as by a click."""
        if self.appearance.isEnabled():
            self.appearance.set_value(appearance)
            self._on_appearance_chosen(appearance)

    def flush(self) -> None:
        """Say at once what is still being typed."""
        self.blocks.flush()
        self.recommendation_edit.flush()
        self.observations_edit.flush()

    def set_terse(self, *, is_terse: bool) -> None:
        """Leave only what a jury looks at together: the blocks, the vote, the decision."""
        self.blocks.set_terse(is_terse=is_terse)
        for part in self._written:
            part.setVisible(not is_terse)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar_place(self)
        content = QWidget()
        self._written: list[QWidget] = []
        layout = column(content, spacing=Space.M, margins=(Space.L, 0, Space.L, Space.L))
        layout.addWidget(self.unsaved)
        self._head = head = row(spacing=Space.L)
        names = column(spacing=Space.XS)
        names.addWidget(self.name_label)
        names.addWidget(self.detail_label)
        head.addLayout(names, 1)
        head.addWidget(self.decision_label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.appearance)
        layout.addWidget(self._build_judged())
        layout.addWidget(self._build_text(self.observations_edit))
        layout.addStretch(1)
        self.setWidget(content)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the decision beneath the name where both do not fit side by side."""
        super().resizeEvent(event)
        beside = self.width() >= WIDTH_FOR_BOTH
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _build_judged(self) -> QWidget:
        layout = column(self._judged, spacing=Space.M)
        layout.addWidget(self.blocks)
        layout.addWidget(rule())
        layout.addWidget(self.vote)
        layout.addWidget(self._build_text(self.recommendation_edit))
        return self._judged

    def _build_text(self, edit: NoteEdit) -> QWidget:
        part = QWidget()
        layout = column(part, spacing=Space.XS)
        name = label(edit.accessibleName())
        name.setBuddy(edit)
        layout.addWidget(name)
        layout.addWidget(edit)
        self._written.append(part)
        return part

    def _connect(self) -> None:
        self.appearance.chosen.connect(self._on_appearance_chosen)
        self.blocks.changed.connect(self._on_edited)
        self.vote.changed.connect(self._on_edited)
        self.recommendation_edit.settled.connect(self._on_edited)
        self.observations_edit.settled.connect(self._on_edited)

    def _on_appearance_chosen(self, appearance: object) -> None:
        self._judged.setVisible(appearance is Appearance.PRESENT)
        self._on_edited()

    def _on_edited(self) -> None:
        if not self._is_showing:
            self.edited.emit(None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
