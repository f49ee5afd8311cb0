"""The juries of a session, each with its seats, its president and the line that proves it.

Where the session judges several certifications the juries of each stand together under its name.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from jurydesk.domain.findings import blocking
from jurydesk.services.stand_ins import StandIns
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.sessions.readings import (
    grouped_juries,
    jury_findings,
    proof_of,
    seats_of,
)
from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.jury_strip import JuryStrip
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import card, clear, column, row
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from jurydesk.domain.session import Jury
    from jurydesk.services.pinning import Contradiction
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording


AT_ONCE = 2
"""Juries that are built before the panel is shown; the others follow while it is."""


class JuriesPanel(QScrollArea):
    """All juries of one session.

    Signals:
        seat_opened: choose somebody for a seat (jury, kind of seat).
        seat_freed: leave a seat empty (jury, kind of seat).
        person_dropped: seat somebody (jury, kind of seat, person).
        president_chosen: who presides (jury, person or None).
        reason_requested: write why a jury is of one sex (jury).
        removal_requested: take a jury away (jury).
        pin_requested: keep a whole jury when juries are proposed again, or let it go (jury).
        member_pin_requested: keep somebody in a jury, or let them go (jury, person).
        bar_requested: do not seat somebody in this session, or admit them (person).
        cancelled: somebody cannot come (jury, kind of seat, person).
        letting_go_requested: drop pins that contradict each other (a `Contradiction`).
    """

    seat_opened = Signal(int, str)
    seat_freed = Signal(int, str)
    person_dropped = Signal(int, str, int)
    president_chosen = Signal(int, object)
    reason_requested = Signal(int)
    removal_requested = Signal(int)
    pin_requested = Signal(int)
    member_pin_requested = Signal(int, int)
    bar_requested = Signal(int)
    cancelled = Signal(int, str, int)
    letting_go_requested = Signal(object)

    def __init__(self, wording: Wording, propose: Callable[[], None]) -> None:
        """Start without a session; `propose` is the next act where there is no jury."""
        super().__init__()
        self._wording = wording
        self._propose = propose
        self.strips: dict[int, JuryStrip] = {}
        self._group = ""
        """The certification under whose name the next jury stands."""
        self._work: SlicedWork[None] = SlicedWork(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._layout = column(content, spacing=Space.M, margins=(0, 0, Space.S, Space.L))
        self.setWidget(content)

    def show_board(self, board: SessionBoard) -> None:
        """Show the juries of this session."""
        kept, seat = self.verticalScrollBar().value(), self.focused_seat()
        self._work.stop()
        clear(self._layout)
        self.strips, self._group = {}, ""
        self._stand_ins = StandIns(board)
        juries = grouped_juries(board.session)
        if not juries:
            self._layout.addWidget(self._build_empty(can_plan=board.session.can_be_planned))
        self._layout.addStretch(1)
        for jury in juries[:AT_ONCE]:
            self._add(board, jury)
        rest = self._add_rest(board, juries[AT_ONCE:])
        self._work.start_later(rest, partial(self._go_back_to, kept, seat))
        if len(juries) <= AT_ONCE:
            self._work.finish()

    def _add(self, board: SessionBoard, jury: Jury) -> None:
        if board.session.has_several and jury.certification != self._group:
            self._group = jury.certification
            sheet = board.sheet(jury.certification)
            name = f"{sheet.code}  {sentence_case(sheet.title)}".strip()
            self._layout.insertWidget(self._layout.count() - 1, label(name, "heading", wraps=True))
        self._layout.insertWidget(self._layout.count() - 1, self._build_jury(board, jury))

    def _add_rest(self, board: SessionBoard, juries: Sequence[Jury]) -> Generator[None, None, None]:
        for jury in juries:
            self._add(board, jury)
            yield

    def _go_back_to(self, kept: int, seat: tuple[int, int] | None, _end: None) -> None:
        """Bring back what was in view, and the focus, once everything stands."""
        if seat is not None and seat[0] in self.strips:
            self.strips[seat[0]].cards[seat[1]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(kept)

    def show_contradiction(self, found: Contradiction, names: tuple[str, ...]) -> None:
        """Say above the juries which pins cannot be kept together, and offer to drop them."""
        frame, layout = card(spacing=Space.S)
        head = row(spacing=Space.S)
        text = self.tr("These pins cannot be kept together: {names}")
        head.addWidget(label(text.format(names=", ".join(names)), "strong", wraps=True), 1)
        drop = Act(self.tr("Drop them"), partial(self.letting_go_requested.emit, found), "pin")
        head.addWidget(act_button(drop))
        layout.addLayout(head)
        layout.addWidget(FindingsList(finding_lines(found.findings, self._wording)))
        self._layout.insertWidget(0, frame)

    def take_focus(self) -> None:
        """Put the focus on the first seat."""
        for jury in self.strips:
            self.go_to(jury)
            return

    def focused_seat(self) -> tuple[int, int] | None:
        """Return the jury and the place of the seat that has the focus."""
        focused = self.window().focusWidget()
        for jury, strip in self.strips.items():
            for at, one in enumerate(strip.cards):
                if one is focused:
                    return jury, at
        return None

    def go_to(self, jury: int) -> None:
        """Bring a jury into view and put the focus on its first seat."""
        self._work.finish()
        strip = self.strips.get(jury)
        if strip is not None:
            self.ensureWidgetVisible(strip)
            strip.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_empty(self, *, can_plan: bool) -> EmptyState:
        act = Act(self.tr("Propose juries"), self._propose, "spark", manner="primary")
        text = self.tr("Have juries and a timetable proposed, then change what you want.")
        return EmptyState("seat", self.tr("No jury yet"), text, (act,) if can_plan else ())

    def _build_jury(self, board: SessionBoard, jury: Jury) -> QWidget:
        frame, layout = card(spacing=Space.M)
        layout.addWidget(self._build_head(board, jury))
        found = jury_findings(board, jury)
        strip = JuryStrip(
            seats_of(board, jury, self._stand_ins, self._wording),
            proof_of(board, jury),
            is_regular=not blocking(found),
        )
        if board.session.can_be_planned:
            strip.seat_opened.connect(partial(self._on_seat_opened, jury.number))
            strip.seat_freed.connect(partial(self._on_seat_freed, jury.number))
            strip.person_dropped.connect(partial(self._on_person_dropped, jury.number))
            strip.pin_pressed.connect(partial(self._on_pin_pressed, jury.number))
            strip.bar_pressed.connect(self.bar_requested)
            strip.cancelled.connect(partial(self._on_cancelled, jury.number))
        self.strips[jury.number] = strip
        layout.addWidget(strip)
        if found:
            layout.addWidget(FindingsList(finding_lines(found, self._wording)))
        return frame

    def _build_head(self, board: SessionBoard, jury: Jury) -> QWidget:
        head = QWidget()
        layout = row(head, spacing=Space.S)
        half = term(self._wording, "half_day", jury.half_day).lower()
        day = self._wording.date(jury.day, weekday=True)
        title = self.tr("Jury {number}").format(number=jury.number)
        heard = len(board.session.hearings_of(jury.number))
        count = self.tr("{count} hearings").format(count=heard)
        layout.addWidget(label(title, "heading"))
        layout.addWidget(
            label(" · ".join((day, half, jury.room, count)), tone="muted", wraps=True), 1
        )
        if board.session.can_be_planned:
            layout.addWidget(self._build_president(board, jury))
        for button in self._build_acts(board, jury):
            layout.addWidget(button)
        return head

    def _build_president(self, board: SessionBoard, jury: Jury) -> ChoiceBox:
        choices: list[tuple[object, str]] = [(None, self.tr("President: to choose"))]
        for juror in jury.jurors:
            person = board.examiner(juror.examiner_id)
            if juror.deliberates and person is not None:
                text = self.tr("President: {name}").format(name=person.full_name)
                choices.append((person.id, text))
        box = ChoiceBox(choices, jury.president_id)
        box.setAccessibleName(self.tr("President"))
        box.chosen.connect(partial(self._on_president_chosen, jury.number))
        return box

    def _build_acts(self, board: SessionBoard, jury: Jury) -> tuple[QWidget, ...]:
        if not board.session.can_be_planned:
            return ()
        asked = any(finding.code == "JURY-05" for finding in jury_findings(board, jury))
        acts = []
        if asked or jury.one_sex_reason:
            text = self.tr("Reason of a one-sex jury…")
            acts.append(Act(text, partial(self.reason_requested.emit, jury.number), "reason"))
        is_kept = jury.number in board.session.pins.juries
        keep = partial(self.pin_requested.emit, jury.number)
        text = self.tr("Let the jury go") if is_kept else self.tr("Keep the jury")
        acts.append(Act(text, keep, "pin", manner="quiet"))
        remove = partial(self.removal_requested.emit, jury.number)
        acts.append(Act(self.tr("Remove"), remove, "delete", manner="quiet"))
        return tuple(act_button(act) for act in acts)

    def _on_seat_opened(self, jury: int, seat: str) -> None:
        self.seat_opened.emit(jury, seat)

    def _on_seat_freed(self, jury: int, seat: str) -> None:
        self.seat_freed.emit(jury, seat)

    def _on_person_dropped(self, jury: int, seat: str, person: int) -> None:
        self.person_dropped.emit(jury, seat, person)

    def _on_pin_pressed(self, jury: int, person: int) -> None:
        self.member_pin_requested.emit(jury, person)

    def _on_cancelled(self, jury: int, seat: str, person: int) -> None:
        self.cancelled.emit(jury, seat, person)

    def _on_president_chosen(self, jury: int, person: object) -> None:
        self.president_chosen.emit(jury, person)
