"""The board of one session: the timetable, the juries, who waits, what the rules find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from jurydesk.domain.findings import blocking
from jurydesk.finding_text import finding_text
from jurydesk.services.placing import PlaceChecker
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.pages.sessions.juries import JuriesPanel
from jurydesk.ui.pages.sessions.readings import STEP, blocks_of, jury_at, lanes_of, moment
from jurydesk.ui.pages.sessions.telling_view import TellingView
from jurydesk.ui.pages.sessions.unplaced import UnplacedPanel
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.switches import SegmentedControl
from jurydesk.ui.widgets.timetable_board import TimetableBoard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jurydesk.domain.findings import Finding
    from jurydesk.services.pinning import Contradiction
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.sessions.board_ways import BoardWays
    from jurydesk.ui.widgets.timetable_geometry import Block, Place
    from jurydesk.wording import Wording

    Reasons = Mapping[int, tuple[Finding, ...]]

TIMETABLE, JURIES, WAITING, FINDINGS, TELLING = range(5)


class SessionBoardView(QWidget):
    """One session to look at and to change.

    Signals:
        hearing_chosen: the candidacy under the cursor, or -1.
        part_shown: the timetable, the juries, those who wait, the findings or those to be told.
        hearing_moved: a candidacy, the number of a jury and the moment.
    """

    hearing_chosen = Signal(int)
    part_shown = Signal(int)
    hearing_moved = Signal(int, int, object)

    def __init__(self, wording: Wording, propose: Callable[[], None]) -> None:
        """Start without a session."""
        super().__init__()
        self._wording = wording
        self._board: SessionBoard | None = None
        self._checker: PlaceChecker | None = None
        self._ways: BoardWays | None = None
        self.timetable = TimetableBoard()
        self.juries = JuriesPanel(wording, propose)
        self.unplaced = UnplacedPanel(wording)
        self.findings = FindingsList(nothing=self.tr("No rule is broken."))
        self.telling = TellingView(wording)
        self._reasons: Reasons | None = None
        self._contradiction: tuple[Contradiction, tuple[str, ...]] | None = None
        self._stale: set[int] = set()
        self._fillers: Mapping[int, Callable[[SessionBoard], None]] = {
            JURIES: self._fill_juries,
            WAITING: self._fill_waiting,
            FINDINGS: self._fill_findings,
        }
        self.parts = SegmentedControl(
            (
                (TIMETABLE, self.tr("Timetable")),
                (JURIES, self.tr("Juries")),
                (WAITING, self.tr("To place")),
                (FINDINGS, self.tr("Findings")),
                (TELLING, self.tr("Summonses")),
            )
        )
        self._stack = QStackedWidget()
        self._build()
        self.parts.chosen.connect(self._on_part_chosen)
        self.timetable.set_legality(self._why_not)
        self.timetable.current_changed.connect(self.hearing_chosen)
        self.timetable.hearing_moved.connect(self._on_hearing_moved)

    def set_ways(self, ways: BoardWays) -> None:
        """Use these ways from a finding to where it is settled."""
        ways.lead(go_to_jury=self.go_to_jury, go_to_hearing=self.go_to_hearing)
        ways.setParent(self)
        self._ways = ways

    def show_board(self, board: SessionBoard) -> None:
        """Show this session."""
        self._board = board
        self._checker = PlaceChecker(board)
        self.timetable.show_board(
            lanes_of(board.session, self._wording), blocks_of(board, self._wording), step=STEP
        )
        self.timetable.set_help(
            "" if board.session.can_be_planned else self.tr("The session is frozen: nothing moves.")
        )
        self._reasons = self._contradiction = None
        self._stale = set(self._fillers)
        self._fill(self.part())
        waiting, found = len(board.session.unplaced), len(board.findings)
        due = len(board.session.release.due) if board.session.release else 0
        self.parts.set_texts(
            (
                self.tr("Timetable"),
                self.tr("Juries ({count})").format(count=len(board.session.juries)),
                self.tr("To place ({count})").format(count=waiting),
                self.tr("Findings ({count})").format(count=found),
                self.tr("Summonses ({count})").format(count=due),
            )
        )

    def show_reasons(self, reasons: Reasons) -> None:
        """Say why those who wait have no hour."""
        self._reasons = reasons
        self._stale.add(WAITING)
        self._fill(self.part())

    def show_contradiction(self, found: Contradiction, names: tuple[str, ...]) -> None:
        """Say above the juries which pins cannot be kept together."""
        self._contradiction = (found, names)
        self._stale.add(JURIES)
        self._fill(self.part())

    def show_part(self, part: int) -> None:
        """Bring one part of the board to the front."""
        self.parts.set_value(part)
        self._on_part_chosen(part)

    def part(self) -> int:
        """Return which part is in front."""
        return self._stack.currentIndex()

    def take_focus(self) -> None:
        """Put the focus where work goes on in the part in front."""
        if self.part() == TIMETABLE:
            self.timetable.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.part() == JURIES:
            self.juries.take_focus()
        elif self.part() == TELLING:
            self.telling.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.part() == WAITING:
            self.unplaced.take_focus()

    def show_findings(self) -> None:
        """Bring the findings to the front, the gravest first."""
        self.show_part(FINDINGS)
        if self.findings.rows:
            self.findings.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_jury(self, jury: int) -> None:
        """Bring one jury to the front."""
        self.show_part(JURIES)
        self.juries.go_to(jury)

    def go_to_hearing(self, candidacy_id: int) -> None:
        """Bring one hearing to the front; whoever has none waits in another part."""
        if self.timetable.canvas.block(candidacy_id) is None:
            self.show_part(WAITING)
            return
        self.show_part(TIMETABLE)
        self.timetable.canvas.choose(candidacy_id)
        self.timetable.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        layout = column(self, spacing=Space.S, margins=(0, 0, 0, Space.M))
        head = row(margins=(Space.XL, 0, Space.XL, 0))
        head.addWidget(self.parts)
        head.addStretch(1)
        layout.addLayout(head)
        findings = self._build_findings()
        for part in (self.timetable, self.juries, self.unplaced, findings):
            self._stack.addWidget(_within_margins(part))
        self._stack.addWidget(self.telling)
        layout.addWidget(self._stack, 1)

    def _build_findings(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        layout = column(content, margins=(0, 0, Space.S, Space.L))
        layout.addWidget(self.findings)
        layout.addStretch(1)
        area.setWidget(content)
        return area

    def _why_not(self, block: Block, place: Place) -> str:
        """Return why a hearing may not stand at a place; empty where it may."""
        board = self._board
        if board is None or self._checker is None:
            return ""
        jury = jury_at(board.session, place)
        if jury is None:
            return self.tr("No jury sits in this room on this half-day.")
        check = self._checker.check(candidacy_id=block.key, jury=jury.number, start=moment(place))
        standing = blocking(check.findings)
        return finding_text(standing[0], self._wording) if standing else ""

    def _fill(self, part: int) -> None:
        """Build what stands in a part; the others wait until somebody looks at them."""
        if part in self._stale and self._board is not None:
            self._stale.discard(part)
            self._fillers[part](self._board)

    def _fill_juries(self, board: SessionBoard) -> None:
        self.juries.show_board(board)
        if self._contradiction is not None:
            self.juries.show_contradiction(*self._contradiction)

    def _fill_waiting(self, board: SessionBoard) -> None:
        self.unplaced.show_board(board, self._reasons)

    def _fill_findings(self, board: SessionBoard) -> None:
        act_for = self._ways.act_for if self._ways and board.session.can_be_planned else None
        self.findings.set_lines(finding_lines(board.findings, self._wording, act_for=act_for))

    def _on_part_chosen(self, part: object) -> None:
        self._fill(int(str(part)))
        self._stack.setCurrentIndex(int(str(part)))
        self.part_shown.emit(self._stack.currentIndex())

    def _on_hearing_moved(self, candidacy_id: int, place: Place) -> None:
        jury = jury_at(self._board.session, place) if self._board else None
        if jury is not None:
            self.hearing_moved.emit(candidacy_id, jury.number, moment(place))


def _within_margins(part: QWidget) -> QWidget:
    """Return the part between the margins of the page; a list has its own."""
    holder = QWidget()
    column(holder, margins=(Space.XL, 0, Space.XL, 0)).addWidget(part)
    return holder
