"""The ties of the examiner under the cursor, in their panel: shown, settled, declared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jurydesk.domain.ties import TieSource, TieState
from jurydesk.services.tie_rows import list_tie_rows
from jurydesk.ui.operations.declaring import TieDeclarer
from jurydesk.ui.operations.ties import TieSettler
from jurydesk.ui.pages.ties.columns import settled_text, tie_text
from jurydesk.ui.pages.ties.key import TieSearch
from jurydesk.ui.tie_words import forbids
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.people import Examiner
    from jurydesk.services.tie_rows import TieRow
    from jurydesk.ui.pages.examiner_inspector import ExaminerInspector
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.findings_list import Gravity

PAUSE_MILLISECONDS = 120
MOST = 4
"""More would hide what else the panel says."""
DECLARE_KEY = "Ctrl+D"
GRAVITIES: dict[TieState, Gravity] = {
    TieState.PROPOSED: "warning",
    TieState.CONFIRMED: "reason",
    TieState.SET_ASIDE: "good",
}


class ExaminerTies(QObject):
    """Adds the ties to the panel once the cursor rests.

    Signals:
        shown: the ties of the examiner are in the panel.
    """

    shown = Signal()

    def __init__(self, context: PageContext, panel: ExaminerInspector, parent: QWidget) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._context = context
        self._panel = panel
        self._examiner: Examiner | None = None
        self.settler = TieSettler(context, self)
        self.declarer = TieDeclarer(context, parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._load)

    def show(self, examiner: Examiner | None) -> None:
        """Show the ties of that person as soon as the cursor rests."""
        self._examiner = examiner
        if examiner is not None:
            self._pause.start()

    def act(self, examiner: Examiner) -> Act:
        """Return the act that declares a tie from the examiner's side."""
        declare = partial(self.declarer.declare, examiner=examiner, source=TieSource.EXAMINER)
        return Act(self.tr("Declare a tie…"), declare, "link", DECLARE_KEY)

    def _load(self) -> None:
        one = self._examiner
        if one is not None:
            call = partial(list_tie_rows, self._context.desk, examiner_id=one.id)
            done = partial(self._on_rows, one.id)
            self._context.runner.submit(call, done=done, receiver=self)

    def _on_rows(self, examiner_id: int, rows: tuple[TieRow, ...]) -> None:
        if self._examiner is not None and self._examiner.id == examiner_id:
            more = self._more(self._examiner, len(rows)) if len(rows) > MOST else None
            self._panel.show_ties([self._line(row) for row in rows[:MOST]], more)
            self.shown.emit()

    def _more(self, examiner: Examiner, count: int) -> Act:
        """Return the act that shows them all on their own page."""
        text = self.tr("Show all {count} ties").format(count=count)
        key = TieSearch(examiner.full_name)
        return Act(text, partial(self._context.navigate, "ties", key), "arrow-right", manner="link")

    def _line(self, row: TieRow) -> FindingLine:
        wording = self._context.wording
        sentence = f"{row.candidate.full_name} · {tie_text(row.tie, wording)}"
        told = " · ".join(filter(None, (forbids(row.weighs), settled_text(row.tie, wording))))
        names = f"{row.candidate.full_name} – {row.examiner.full_name}"
        act = Act(self.tr("Decide"), partial(self.settler.ask, (row.tie,), names=names))
        return FindingLine(GRAVITIES[row.tie.state], sentence, people=told, act=act)
